// Which new village a gone one goes on as: by its name, first where its town went, then in its county.

import type { Pair, Pairing } from './change.ts';
import type { RegistryRow } from './file.ts';
import { looseStemOf, stemOf } from './names.ts';

type Match = Pick<Pair, 'evidence' | 'confidence'>;

export function pairVillages(pairing: Pairing): Pair[] {
  const { gone, added, successor, absorbed } = pairing;
  const open = { gone: new Set(gone), added: new Set(added) };
  const townOf = (old: RegistryRow) => {
    const code = old.parentCode ?? '';
    return successor.get(code) ?? absorbed.get(code) ?? code;
  };
  const county = (row: RegistryRow) => row.code.slice(0, 6);
  const pairs: Pair[] = [];

  /** One pass: pairs those whose mark is borne by exactly one old and one new village still open. */
  const pass = (
    oldMark: (row: RegistryRow) => string,
    newMark: (row: RegistryRow) => string,
    match: Match | ((old: RegistryRow) => Match),
  ) => {
    const olds = marked(open.gone, oldMark);
    const news = marked(open.added, newMark);
    for (const [mark, [old, ...moreOld]] of olds) {
      const [row, ...moreNew] = news.get(mark) ?? [];
      if (!old || !row || moreOld.length > 0 || moreNew.length > 0) continue;
      const found = typeof match === 'function' ? match(old) : match;
      pairs.push({ old, new: row, merged: false, ...found });
      open.gone.delete(old);
      open.added.delete(row);
    }
  };

  pass(
    (old) => `${townOf(old)} ${old.name}`,
    (row) => `${row.parentCode} ${row.name}`,
    { evidence: { code: 'same_name_same_place' }, confidence: 'certain' },
  );
  // A town gives away a village of its name to another of the county; likelier still when the town itself ended.
  pass(
    (old) => `${county(old)} ${old.name}`,
    (row) => `${county(row)} ${row.name}`,
    { evidence: { code: 'same_name_in_county' }, confidence: 'likely' },
  );
  pass(
    (old) => `${townOf(old)} ${stemOf(old.name)}`,
    (row) => `${row.parentCode} ${stemOf(row.name)}`,
    { evidence: { code: 'same_stem_same_place' }, confidence: 'likely' },
  );
  pass(
    (old) => `${townOf(old)} ${looseStemOf(old.name)}`,
    (row) => `${row.parentCode} ${looseStemOf(row.name)}`,
    // A farm's quarters become residents' committees of the town that takes it in.
    (old) => ({
      evidence: { code: 'similar_name_same_place' },
      confidence: absorbed.has(old.parentCode ?? '') ? 'likely' : 'uncertain',
    }),
  );
  pairs.push(...similar(open, townOf));
  return pairs;
}

/** One stem within the other, in the same town, with no second that fits: for a person to confirm. */
function similar(
  open: { gone: Set<RegistryRow>; added: Set<RegistryRow> },
  townOf: (old: RegistryRow) => string,
): Pair[] {
  const byTown = marked(open.added, (row) => row.parentCode ?? '');
  const chosen = [...open.gone].flatMap((old) => {
    const fitting = (byTown.get(townOf(old)) ?? []).filter((row) => within(old.name, row.name));
    const [row, ...more] = fitting;
    return row && more.length === 0 ? [{ old, row }] : [];
  });
  const times = marked(chosen, ({ row }) => row.code);
  return chosen
    .filter(({ row }) => times.get(row.code)?.length === 1)
    .map(({ old, row }) => ({
      old,
      new: row,
      merged: false,
      evidence: { code: 'similar_name_same_place' },
      confidence: 'uncertain',
    }));
}

function within(one: string, other: string): boolean {
  const [a, b] = [looseStemOf(one), looseStemOf(other)];
  return a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a));
}

function marked<Row>(rows: Iterable<Row>, mark: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = mark(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
