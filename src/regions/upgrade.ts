// Upgrades the tree to a newer edition, unless a place with facts would end or move: then it names it and stops.

import { sql } from 'kysely';
import type { Db } from '../platform/db/pool.ts';
import { newId } from '../platform/new-id.ts';
import { activate } from './activate.ts';
import { decisionsOf, keepDecisions } from './decisions.ts';
import type { Change } from './editions/change.ts';
import { diff } from './editions/diff.ts';
import type { RegistryRow } from './editions/file.ts';
import { type CurrentTree, type Plan, planUpgrade } from './editions/plan.ts';
import { registryLock } from './load.ts';
import type { Decider } from './vocabulary.ts';

export type UpgradeOptions = {
  /** Takes what nobody decided as accepted, and keeps that this did; what a person decided stands. */
  acceptOpen?: Exclude<Decider, 'person'>;
  /** First day of the new tree; the edition's cut-off where not given. */
  from?: string;
};

export type PlaceWithFacts = {
  key: string;
  name: string;
  /** Where the facts are, `schema.table`, and how many. */
  table: string;
  rows: number;
};

export type UpgradeResult =
  | {
      status: 'upgraded';
      from: string;
      changes: Record<string, number>;
      begun: number;
      ended: number;
    }
  | { status: 'unchanged' }
  | { status: 'not_loaded' }
  /** The edition is not newer than the one in force. */
  | { status: 'not_newer'; inForce: string }
  | { status: 'needs_confirmation'; uncertain: Change[] }
  | { status: 'has_facts'; places: PlaceWithFacts[] };

/** @param db as zz_owner */
export async function upgradeTo(
  db: Db,
  edition: string,
  options: UpgradeOptions = {},
): Promise<UpgradeResult> {
  return db.transaction().execute(async (tx) => {
    await registryLock.execute(tx);
    const editions = await tx
      .selectFrom('regions.edition')
      .select(['edition', 'cut_off', 'active_from'])
      .orderBy('active_from', 'desc')
      .execute();
    const wanted = editions.find((row) => row.edition === edition);
    if (!wanted) return { status: 'not_loaded' };
    if (wanted.active_from !== null) return { status: 'unchanged' };
    const inForce = editions.find((row) => row.active_from !== null);
    const from = options.from ?? wanted.cut_off;
    if (!inForce || from <= (inForce.active_from ?? '')) {
      return { status: 'not_newer', inForce: inForce?.edition ?? '' };
    }
    // Without statistics the planner takes the new edition for a handful of rows and tries every pair.
    await sql`analyze regions.code`.execute(tx);
    const oldRows = await editionRows(tx, inForce.edition);
    const newRows = await editionRows(tx, edition);
    const changes = diff(oldRows, newRows);
    const uncertain = changes.filter(({ confidence }) => confidence === 'uncertain');
    const decided = await decidedOf(tx, inForce.edition, edition, uncertain);
    const open = uncertain.filter(({ id }) => !decided.has(id));
    if (open.length > 0 && !options.acceptOpen) {
      return { status: 'needs_confirmation', uncertain: open };
    }
    for (const { id } of open) decided.set(id, true);

    const { tree, used } = await currentTree(tx, inForce.edition);
    const plan = planUpgrade(tree, newRows, changes, used, decided);
    const places = await placesWithFacts(tx, plan.ended);
    if (places.length > 0) return { status: 'has_facts', places };
    if (options.acceptOpen) {
      const accepted = { verdict: 'accept', by: options.acceptOpen } as const;
      const kept = open.map(({ id }) => ({ id: newId(), change: id, ...accepted }));
      await keepDecisions(tx, inForce.edition, edition, kept);
    }
    await activate(tx, { edition, from, plan, previous: inForce.edition });
    return {
      status: 'upgraded',
      from,
      changes: counted(plan),
      begun: plan.begun.length,
      ended: plan.ended.length,
    };
  });
}

/** What changed between two loaded editions, in the order of the codes; null when one is not loaded. */
export async function diffEditions(db: Db, older: string, newer: string): Promise<Change[] | null> {
  const [oldRows, newRows] = [await editionRows(db, older), await editionRows(db, newer)];
  return oldRows.length === 0 || newRows.length === 0 ? null : diff(oldRows, newRows);
}

async function editionRows(db: Db, edition: string): Promise<RegistryRow[]> {
  return db
    .selectFrom('regions.code')
    .select(['code', 'name', 'level', 'parent_code as parentCode', 'kind', 'warnings'])
    .where('edition', '=', edition)
    .orderBy('code')
    .execute();
}

async function currentTree(
  tx: Db,
  edition: string,
): Promise<{ tree: CurrentTree; used: Set<string> }> {
  const rows = await tx
    .selectFrom('regions.region as r')
    .leftJoin('regions.code as c', (join) =>
      join.onRef('c.key', '=', 'r.key').on('c.edition', '=', edition),
    )
    .select(['r.key', 'r.parent', 'c.code'])
    .execute();
  const tree = new Map<string, { key: string; parent: string | null }>();
  for (const { key, parent, code } of rows) if (code !== null) tree.set(code, { key, parent });
  return { tree, used: new Set(rows.map(({ key }) => key)) };
}

/** What counts of each change that was decided: true it is so, false the places are two. */
async function decidedOf(
  tx: Db,
  older: string,
  newer: string,
  uncertain: readonly Change[],
): Promise<Map<string, boolean>> {
  const ids = uncertain.map(({ id }) => id);
  const said = await decisionsOf(tx, older, newer, ids);
  return new Map([...said].map(([id, [last]]) => [id, last?.verdict === 'accept']));
}

/** They tell what was done at a place while it stood, and keep telling it: nothing to re-home. */
const recordsOfDeeds = ['access.audit', 'access.emergency'];

/** Facts are found by asking the catalogue: any table outside this room with a place key may hold some. */
async function placesWithFacts(tx: Db, ended: readonly string[]): Promise<PlaceWithFacts[]> {
  if (ended.length === 0) return [];
  const { rows: columns } = await sql<{ schema: string; table: string; column: string }>`
    select n.nspname as schema, t.relname as table, a.attname as column
    from pg_attribute a
    join pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p') and not t.relispartition
    join pg_namespace n on n.oid = t.relnamespace
    where a.atttypid = 'bigint'::regtype and not a.attisdropped
      and (a.attname = 'place_key' or a.attname like '%\\_key')
      and n.nspname not in ('regions', 'pg_catalog', 'information_schema')
      and n.nspname || '.' || t.relname <> all (${recordsOfDeeds})
    order by 1, 2, 3
  `.execute(tx);
  if (columns.length === 0) return [];
  const asked = columns.map(
    ({ schema, table, column }) => sql`
      select ${sql.ref(column)} as key, ${`${schema}.${table}`}::text as "table", count(*)::int as rows
      from ${sql.table(`${schema}.${table}`)}
      where ${sql.ref(column)} = any (${ended}::bigint[]) group by 1`,
  );
  const { rows } = await sql<PlaceWithFacts>`
    select f.key, p.name, f."table", f.rows
    from (${sql.join(asked, sql` union all `)}) f join regions.place p on p.key = f.key
    order by f.key, f."table"
  `.execute(tx);
  return rows;
}

function counted({ lineage }: Plan): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { change } of lineage) counts[change] = (counts[change] ?? 0) + 1;
  return counts;
}
