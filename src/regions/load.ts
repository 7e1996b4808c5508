// Loads an edition of the division registry: read, checked and written whole, or not at all.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { regionLevels } from '../kit/region-key.ts';
import type { Db } from '../platform/db/pool.ts';
import { activate } from './activate.ts';
import {
  type EditionFile,
  type FileFault,
  type FileNote,
  type FileWarning,
  type RegistryRow,
  readEdition,
} from './editions/file.ts';
import { soundsOf } from './editions/pinyin.ts';
import { planUpgrade } from './editions/plan.ts';
import { programmePlacesIn } from './programme-tree.ts';
import { kinds } from './vocabulary.ts';

export type EditionToLoad = {
  /** The year it is called by. */
  edition: string;
  /** The day the registry was closed, `YYYY-MM-DD`. */
  cutOff: string;
  /** The CSV file's text. */
  text: string;
  /** Where the file is from. */
  source?: string;
};

export type LoadResult =
  /** asTree: it was the first, so it is the tree now; a later one becomes so by an upgrade. */
  | { status: 'loaded'; rows: number; warnings: FileNote<FileWarning>[]; asTree: boolean }
  | { status: 'unchanged'; rows: number }
  /** The edition is there, from a file with other content. */
  | { status: 'other_file'; rows: number }
  | { status: 'faulty'; faults: FileNote<FileFault>[]; warnings: FileNote<FileWarning>[] };

/** Rows are held to be of this lock so that two loads, or a load and an upgrade, take turns. */
export const registryLock = sql`select pg_advisory_xact_lock(7240)`;

/** @param db as zz_owner: requests may only read the registry */
export async function loadEdition(db: Db, toLoad: EditionToLoad): Promise<LoadResult> {
  const sha256 = createHash('sha256').update(toLoad.text).digest('hex');
  const before = await loadedAs(db, toLoad.edition, sha256);
  if (before) return before;
  const file = readEdition(toLoad.text);
  if (file.faults.length > 0) {
    return { status: 'faulty', faults: file.faults, warnings: file.warnings };
  }
  return db.transaction().execute(async (tx) => {
    await registryLock.execute(tx);
    const meanwhile = await loadedAs(tx, toLoad.edition, sha256);
    if (meanwhile) return meanwhile;
    return write(tx, toLoad, sha256, file);
  });
}

async function loadedAs(db: Db, edition: string, sha256: string): Promise<LoadResult | null> {
  const known = await db
    .selectFrom('regions.edition')
    .select(['sha256', 'row_count'])
    .where('edition', '=', edition)
    .executeTakeFirst();
  if (!known) return null;
  const status = known.sha256 === sha256 ? 'unchanged' : 'other_file';
  return { status, rows: known.row_count };
}

async function write(
  tx: Db,
  { edition, cutOff, source }: EditionToLoad,
  sha256: string,
  file: EditionFile,
): Promise<LoadResult> {
  const rows = [...programmeRows(file.rows), ...file.rows];
  await tx
    .insertInto('regions.edition')
    .values({
      edition,
      cut_off: cutOff,
      source: source ?? '',
      sha256,
      row_count: file.rows.length,
    })
    .execute();
  const first = await tx
    .selectFrom('regions.edition')
    .select('edition')
    .where('active_from', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  const plan = first ? null : planUpgrade(new Map(), rows, [], new Set());
  if (plan) await activate(tx, { edition, from: cutOff, plan, previous: null });
  await writeCodes(tx, edition, rows, plan ? { keys: plan.keys, from: cutOff } : null);
  // Plans made before the statistics are would be those of an empty table. An edition that is no tree yet is only
  // read by its own name; its statistics are made when it becomes one.
  if (plan) await sql`analyze regions.region, regions.ancestor, regions.code`.execute(tx);
  return {
    status: 'loaded',
    rows: file.rows.length,
    warnings: file.warnings,
    asTree: plan !== null,
  };
}

/** Places only the programme's tree has, marked as such. */
function programmeRows(rows: readonly RegistryRow[]): RegistryRow[] {
  const units = rows.filter(({ level }) => level !== 'village').map(({ code }) => code);
  return programmePlacesIn(new Set(units)).map((place) => ({
    code: place.key,
    name: place.name,
    level: place.level,
    parentCode: place.parent,
    kind: 'county',
    warnings: ['programme_place'],
  }));
}

/** Twenty words said 28 thousand times each would be a third of what is sent: their numbers in the list are. */
function numbersIn<Word extends string>(list: readonly Word[], words: readonly Word[]): number[] {
  const numbers = new Map(list.map((word, at) => [word, at + 1]));
  return words.map((word) => numbers.get(word) ?? 0);
}

/** @param tree where the edition is the tree at once: the key of every code, and from when */
async function writeCodes(
  tx: Db,
  edition: string,
  rows: readonly RegistryRow[],
  tree: { keys: ReadonlyMap<string, string>; from: string } | null,
): Promise<void> {
  const sounds = soundsOf(rows.map(({ name }) => name));
  // Arrays shorter than the others are filled up with nulls: a loaded edition has no keys, most have no warnings.
  const keys = tree ? rows.map(({ code }) => tree.keys.get(code) ?? null) : [];
  await sql`
    insert into regions.code
      (edition, code, key, valid_from, parent_code, level, kind, name, pinyin, initials, warnings)
    select ${edition}, code, key, ${tree?.from ?? null}::date, parent_code, (${regionLevels}::regions.level[])[level],
      (${kinds}::regions.kind[])[kind], name, pinyin, initials,
      coalesce(string_to_array(warnings, ' '), '{}')
    from unnest(
      ${rows.map(({ code }) => code)}::char(12)[],
      ${keys}::bigint[],
      ${rows.map(({ parentCode }) => parentCode)}::char(12)[],
      ${numbersIn(
        regionLevels,
        rows.map(({ level }) => level),
      )}::smallint[],
      ${numbersIn(
        kinds,
        rows.map(({ kind }) => kind),
      )}::smallint[],
      ${rows.map(({ name }) => name)}::text[],
      ${sounds.map(({ pinyin }) => pinyin)}::text[],
      ${sounds.map(({ initials }) => initials)}::text[],
      ${warningsOf(rows)}::text[]
    ) as loaded (code, key, parent_code, level, kind, name, pinyin, initials, warnings)
  `.execute(tx);
}

function warningsOf(rows: readonly RegistryRow[]): (string | null)[] {
  const last = rows.findLastIndex(({ warnings }) => warnings.length > 0);
  return rows.slice(0, last + 1).map(({ warnings }) => warnings.join(' ') || null);
}
