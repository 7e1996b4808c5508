// What became of each place between two editions. Pure: two sets of rows in, a list of changes out.

import { regionLevels } from '../../kit/region-key.ts';
import type { ChangeName, Confidence, NameChange } from '../vocabulary.ts';
import type { Change, Edition, Evidence, Pair, Pairing } from './change.ts';
import type { RegistryRow } from './file.ts';
import { nameChange } from './names.ts';
import { pairUnits } from './pair-units.ts';
import { pairVillages } from './pair-villages.ts';

export function diff(oldRows: readonly RegistryRow[], newRows: readonly RegistryRow[]): Change[] {
  const before = edition(oldRows);
  const after = edition(newRows);
  const successor = new Map<string, string>();
  const absorbed = new Map<string, string>();
  for (const code of before.byCode.keys()) if (after.byCode.has(code)) successor.set(code, code);
  const found: Change[] = [];
  for (const level of regionLevels) {
    const gone = oldRows.filter((row) => row.level === level && !after.byCode.has(row.code));
    const added = newRows.filter((row) => row.level === level && !before.byCode.has(row.code));
    const pairing = { before, after, gone, added, successor, absorbed };
    const pairs = level === 'village' ? pairVillages(pairing) : pairUnits(pairing);
    for (const pair of pairs) {
      (pair.merged ? absorbed : successor).set(pair.old.code, pair.new.code);
    }
    const taken = new Set(successor.values());
    found.push(
      ...pairs.map((pair) => paired(pair, pairing)),
      ...gone.filter(({ code }) => !successor.has(code) && !absorbed.has(code)).map(ended),
      ...added.filter(({ code }) => !taken.has(code)).map(begun),
    );
  }
  found.push(...sameCode(oldRows, before, after));
  return found.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Same digits in both editions: the same place, whatever its name. */
function sameCode(oldRows: readonly RegistryRow[], before: Edition, after: Edition): Change[] {
  const newNames = new Map<string, string>();
  for (const row of after.byCode.values()) {
    if (!before.byCode.has(row.code)) newNames.set(`${row.parentCode} ${row.name}`, row.code);
  }
  return oldRows.flatMap((old) => {
    const row = after.byCode.get(old.code);
    if (!row || (row.name === old.name && row.kind === old.kind)) return [];
    const name = namesOf(old, row, before, after);
    const elsewhere = newNames.get(`${row.parentCode} ${old.name}`);
    const reused = name === 'other_name' && elsewhere !== undefined;
    const evidence: Evidence = reused
      ? { code: 'same_code_old_name_elsewhere', elsewhere }
      : { code: 'same_code' };
    const confidence = reused ? 'uncertain' : name === 'other_name' ? 'likely' : 'certain';
    return [change(nameKind(old, row, name), old, row, name, evidence, confidence)];
  });
}

function nameKind(old: RegistryRow, row: RegistryRow, name: NameChange | null): ChangeName {
  // other_unit says only that the new name tells no kind: the place is what it was.
  if (old.kind !== row.kind && row.kind !== 'other_unit') return 'rekinded';
  return name === 'broken' || name === 'characters' ? 'corrected' : 'renamed';
}

function paired(
  { old, new: row, merged, evidence, confidence }: Pair,
  { before, after, successor }: Pairing,
): Change {
  // A merged place has no new name: the other's is its own.
  const name = merged ? null : namesOf(old, row, before, after);
  const sameParent = successor.get(old.parentCode ?? '') === (row.parentCode ?? undefined);
  let kind: ChangeName = old.kind === row.kind ? 'recoded' : 'rekinded';
  if (!sameParent) kind = 'moved';
  if (merged) kind = 'merged';
  return change(kind, old, row, name, evidence, confidence);
}

function ended(old: RegistryRow): Change {
  return change('gone', old, null, null, { code: 'no_successor' }, 'certain');
}

function begun(row: RegistryRow): Change {
  return change('added', null, row, null, { code: 'no_predecessor' }, 'certain');
}

function change(
  kind: ChangeName,
  old: RegistryRow | null,
  row: RegistryRow | null,
  name: NameChange | null,
  evidence: Evidence,
  confidence: Confidence,
): Change {
  const level = (old ?? row)?.level ?? 'village';
  const id = `${old?.code ?? ''}>${row?.code ?? ''}`;
  return { id, change: kind, level, old, new: row, name, evidence, confidence };
}

function namesOf(
  old: RegistryRow,
  row: RegistryRow,
  before: Edition,
  after: Edition,
): NameChange | null {
  if (old.name === row.name) return null;
  return nameChange(row.level, old.name, row.name, [
    ...namesAbove(old, before),
    ...namesAbove(row, after),
  ]);
}

/** Names of the places above, the highest first, with the city's and county's as they are written. */
function namesAbove(row: RegistryRow, { byCode }: Edition): string[] {
  const names: string[] = [];
  let above = byCode.get(row.parentCode ?? '');
  while (above) {
    names.unshift(above.name);
    above = byCode.get(above.parentCode ?? '');
  }
  return names;
}

function place({ old, new: row }: Change): string {
  return old?.code ?? row?.code ?? '';
}

function edition(rows: readonly RegistryRow[]): Edition {
  const children = new Map<string, RegistryRow[]>();
  for (const row of rows) {
    if (row.parentCode === null) continue;
    const siblings = children.get(row.parentCode);
    if (siblings) siblings.push(row);
    else children.set(row.parentCode, [row]);
  }
  return { byCode: new Map(rows.map((row) => [row.code, row])), children };
}
