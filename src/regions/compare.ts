// Two loaded editions side by side, for pages: counted, filtered, cut to what the caller may see.

import type { Db } from '../platform/db/pool.ts';
import { inRanges, type Range } from '../platform/db/scope.ts';
import type { ChangeRow, CountRow, Counts } from './contract.ts';
import { decisionsOf } from './decisions.ts';
import type { Change } from './editions/change.ts';
import { evidenceOf } from './place-history.ts';
import type { Page } from './store.ts';
import { diffEditions } from './upgrade.ts';

/** A change as it is shown, without what was said of it, and the key of the place it is about. */
type Found = { row: Omit<ChangeRow, 'decisions'>; key: string };

// Editions never change once loaded, so a comparison is made once; four are kept.
const made = new Map<string, Promise<Found[]>>();
const KEPT = 4;

export type ChangeFilter = Partial<Pick<ChangeRow, 'change' | 'level' | 'confidence'>> & {
  name?: NonNullable<ChangeRow['name']>;
};

/** Undefined when one of the editions is not loaded. */
export async function changesBetween(
  db: Db,
  older: string,
  newer: string,
  ranges: readonly Range[],
  filter: ChangeFilter,
  { after, limit }: Page,
): Promise<{ rows: ChangeRow[]; next: string | null } | undefined> {
  const seen = await changesSeen(db, older, newer, ranges);
  if (!seen) return undefined;
  const wanted = Object.entries(filter) as [keyof ChangeFilter, string][];
  const fitting = seen.filter(({ row }) =>
    wanted.every(([field, value]) => value === undefined || row[field] === value),
  );
  const start = after ? fitting.findIndex(({ row }) => row.id === after) + 1 : 0;
  const shown = fitting.slice(start, start + limit).map(({ row }) => row);
  const said = await decisionsOf(db, older, newer, uncertain(shown));
  return {
    rows: shown.map((row) => ({ ...row, decisions: said.get(row.id) ?? [] })),
    next: fitting.length > start + limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** One change by its id, and the key of the place it is about. */
export async function changeBetween(
  db: Db,
  older: string,
  newer: string,
  ranges: readonly Range[],
  id: string,
): Promise<Found | undefined> {
  const seen = await changesSeen(db, older, newer, ranges);
  return seen?.find(({ row }) => row.id === id);
}

export async function changeCounts(
  db: Db,
  older: string,
  newer: string,
  ranges: readonly Range[],
): Promise<Counts | undefined> {
  const seen = (await changesSeen(db, older, newer, ranges))?.map(({ row }) => row);
  if (!seen) return undefined;
  const counts = new Map<string, CountRow>();
  for (const { change, name, level, confidence } of seen) {
    const mark = [change, name, level, confidence].join();
    const known = counts.get(mark);
    if (known) known.count += 1;
    else counts.set(mark, { change, name, level, confidence, count: 1 });
  }
  const doubtful = uncertain(seen);
  const said = await decisionsOf(db, older, newer, doubtful);
  return { rows: [...counts.values()], open: doubtful.length - said.size };
}

function uncertain(rows: readonly Found['row'][]): string[] {
  return rows.filter(({ confidence }) => confidence === 'uncertain').map(({ id }) => id);
}

async function changesSeen(
  db: Db,
  older: string,
  newer: string,
  ranges: readonly Range[],
): Promise<Found[] | undefined> {
  const known = await db
    .selectFrom('regions.edition')
    .select(['edition', 'sha256', 'active_from'])
    .where('edition', 'in', [older, newer])
    .orderBy('edition')
    .execute();
  if (known.length !== 2) return undefined;
  const mark = [older, newer, ...known.map((row) => `${row.sha256} ${row.active_from}`)].join();
  const compared = made.get(mark) ?? compare(db, older, newer);
  made.set(mark, compared);
  compared.catch(() => made.delete(mark));
  for (const old of [...made.keys()].slice(0, -KEPT)) made.delete(old);
  return (await compared).filter(({ key }) => inRanges(key, ranges));
}

async function compare(db: Db, older: string, newer: string): Promise<Found[]> {
  const changes = (await diffEditions(db, older, newer)) ?? [];
  const codes = await db
    .selectFrom('regions.code')
    .select(['edition', 'code', 'key', 'name', 'parent_code'])
    .where('edition', 'in', [older, newer])
    .execute();
  const [before, after] = [older, newer].map(
    (edition) =>
      new Map(codes.flatMap((row) => (row.edition === edition ? [[row.code, row]] : []))),
  );
  /** A place of an edition that is not the tree yet has no key: the place above it that has one stands for it. */
  const keyOf = (code: string | undefined): string | undefined => {
    for (
      let at = code;
      at;
      at = after?.get(at)?.parent_code ?? before?.get(at)?.parent_code ?? undefined
    ) {
      const key = before?.get(at)?.key ?? after?.get(at)?.key;
      if (key) return key;
    }
    return undefined;
  };
  return changes.map((change) => ({
    row: wire(change, (code) => (after?.get(code) ?? before?.get(code))?.name ?? ''),
    key: keyOf(change.old?.code ?? change.new?.code) ?? change.new?.code ?? '',
  }));
}

function wire(change: Change, nameOf: (code: string) => string): Found['row'] {
  const { old, new: now } = change;
  return {
    id: change.id,
    change: change.change,
    level: change.level,
    name: change.name,
    oldCode: old?.code ?? null,
    newCode: now?.code ?? null,
    oldName: old?.name ?? null,
    newName: now?.name ?? null,
    oldKind: old?.kind ?? null,
    newKind: now?.kind ?? null,
    above: nameOf((now ?? old)?.parentCode ?? ''),
    ...evidenceOf(change.evidence),
    confidence: change.confidence,
  };
}
