// One place through time: its codes in every edition, its tiers and flags, what it came from and what became of it.

import { sql } from 'kysely';
import type { Db } from '../platform/db/pool.ts';
import { inRanges, type Range } from '../platform/db/scope.ts';
import type { Place } from './contract.ts';
import { isProgrammeCode, programmePlaces } from './programme-tree.ts';
import { pathOf, placeOn } from './store.ts';

export async function placeWithHistory(
  db: Db,
  key: string,
  on: string,
  ranges: readonly Range[],
): Promise<Place | undefined> {
  const head = await placeOn(db, key, on, ranges);
  if (!head) return undefined;
  const path = await pathOf(db, key, on);
  const programme = programmePlaces.find((place) => path.some((step) => step.key === place.key));
  return {
    ...head,
    path,
    programme: programme?.reason ?? null,
    codes: await codesOf(db, key),
    tiers: await tiersOf(db, key),
    flags: await flagsOf(db, key),
    lineage: await lineageOf(db, key, ranges),
  };
}

async function codesOf(db: Db, key: string): Promise<Place['codes']> {
  const { rows } = await sql<Place['codes'][number] & { code: string }>`
    select edition, code, name, kind, valid_from as "from", valid_to as until, warnings
    from regions.code where key = ${key}::bigint and valid_from is not null order by edition`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, code: isProgrammeCode(row.code) ? null : row.code }));
}

async function tiersOf(db: Db, key: string): Promise<Place['tiers']> {
  const { rows } = await sql<Place['tiers'][number]>`
    select tier, valid_from as "from", valid_to as until, document, made_up as "madeUp"
    from regions.tier where place_key = ${key}::bigint order by valid_from, tier`.execute(db);
  return rows;
}

async function flagsOf(db: Db, key: string): Promise<Place['flags']> {
  const { rows } = await sql<Place['flags'][number]>`
    select flag, valid_from as "from", valid_to as until, document, made_up as "madeUp"
    from regions.flag where place_key = ${key}::bigint order by valid_from, flag`.execute(db);
  return rows;
}

async function lineageOf(db: Db, key: string, ranges: readonly Range[]): Promise<Place['lineage']> {
  const { rows } = await sql<
    Omit<Place['lineage'][number], 'other' | 'params'> & {
      otherKey: string | null;
      otherName: string | null;
    }
  >`
    select l.edition, l.change, l.evidence, l.confidence, l.old_key = ${key}::bigint as went,
      o.key as "otherKey", o.name as "otherName"
    from regions.lineage l
    left join regions.place o on o.key <> ${key}::bigint
      and o.key = case when l.old_key = ${key}::bigint then l.new_key else l.old_key end
    where l.old_key = ${key}::bigint or l.new_key = ${key}::bigint
    order by l.edition, l.change, l.old_code`.execute(db);
  return rows.map(({ otherKey, otherName, evidence, went, ...row }) => {
    const seen = otherKey !== null && otherName !== null && inRanges(otherKey, ranges);
    return {
      ...row,
      went: went ?? false,
      ...evidenceOf(JSON.parse(evidence)), // written by activate.ts, always JSON of this form
      other: seen ? { key: otherKey, name: otherName } : null,
    };
  });
}

/** A change's evidence as the word it is told by and what is filled into it. */
export function evidenceOf(evidence: { code: string }): {
  evidence: string;
  params: Record<string, string>;
} {
  const { code, ...rest } = evidence;
  const params = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, `${value}`]),
  );
  return { evidence: code, params };
}
