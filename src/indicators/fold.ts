/** Keeping the cube: fold, rebuild, check. Each is one statement, so each sees one state of the facts. */
import { type Client, type Pool, rolledBack } from '../platform/db/pool.ts';
import type { Catalogue } from './catalogue.ts';
import { type Additive, incrementSql, stepsOf } from './definition.ts';
import { monthOfDay } from './statement/build.ts';
import { type Ids, idOf } from './triggers.ts';

/** Fold, rebuild and upgrade exclude one another from before their first snapshot. */
const lock = 'select pg_advisory_xact_lock(7240)';

type Grain = 'month' | 'day';
const tableOf = { month: 'indicators.cube', day: 'indicators.cube_day' } as const;
const levels = {
  month: `('province', 'city', 'county', 'town')`,
  day: `('province', 'city', 'county')`,
} as const;

/** Adds increments to every ancestor: months from the town up, days from the county up. */
const spread = (source: string, grain: Grain) => `
  select s.indicator, a.ancestor as place, ${grain === 'month' ? monthOfDay('s.day') : 's.day'} as at, s.d1, s.d2, s.d3, sum(s.value)::bigint as value
  from ${source} s join regions.ancestor a on a.key = s.place and a.level in ${levels[grain]}
  group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`;

const foldSql = `
  with d as (
    delete from indicators.delta where ctid = any (array(select ctid from indicators.delta limit $1))
    returning indicator, place, day, d1, d2, d3, value
  ), days as (
    insert into indicators.cube_day as c (indicator, place, day, d1, d2, d3, value) ${spread('d', 'day')}
    on conflict on constraint cube_day_pkey do update set value = c.value + excluded.value
  ), months as (
    insert into indicators.cube as c (indicator, place, month, d1, d2, d3, value) ${spread('d', 'month')}
    on conflict on constraint cube_pkey do update set value = c.value + excluded.value
  )
  select count(*)::int as folded from d`;

/** Takes up to `limit` increments into the cube. @returns how many. */
export async function fold(jobs: Pool, limit = 100_000): Promise<number> {
  return locked(jobs, async (client) => {
    const started = Date.now();
    const { rows } = await client.query<{ folded: number }>(foldSql, [limit]);
    const folded = rows[0]?.folded ?? 0;
    if (folded > 0) {
      await client.query('insert into indicators.fold_run (folded, took_ms) values ($1, $2)', [
        folded,
        Date.now() - started,
      ]);
    }
    return folded;
  });
}

/** All increments of a definition, from its facts. */
const factsSql = (d: Additive, id: number) =>
  `(select ${id}::smallint as indicator, f.* from (${stepsOf(d)
    .map((step) => incrementSql(d, step))
    .join('\nunion all\n')}) f)`;

/** Puts what is into a table of the cube where it is not there yet, and takes away what is no more. */
const replaced = (grain: Grain, id: number) => `
  ${grain}s as materialized (${spread('facts', grain)}),
  put_${grain}s as (
    insert into ${tableOf[grain]} (indicator, place, ${grain}, d1, d2, d3, value)
    select * from ${grain}s n where not exists (
      select from ${tableOf[grain]} c where c.indicator = ${id} and c.value = n.value
        and c.place = n.place and c.${grain} = n.at and c.d1 = n.d1 and c.d2 = n.d2 and c.d3 = n.d3)
    on conflict (indicator, place, ${grain}, d1, d2, d3) do update set value = excluded.value
  ), gone_${grain}s as (
    delete from ${tableOf[grain]} c where c.indicator = ${id} and not exists (
      select from ${grain}s n where n.place = c.place and n.at = c.${grain} and n.d1 = c.d1 and n.d2 = c.d2 and n.d3 = c.d3)
  )`;

/** Makes one definition's cube anew from its facts; what was not folded of it is dropped, being in the facts. */
const rebuildSql = (d: Additive, id: number) => `
  with dropped as (delete from indicators.delta where indicator = ${id}),
  facts as materialized (
    select indicator, place, day, d1, d2, d3, sum(value) as value from ${factsSql(d, id)} f group by 1, 2, 3, 4, 5, 6
  ),
  ${replaced('day', id)},
  ${replaced('month', id)},
  ready as (update indicators.definition set ready = true where id = ${id})
  select count(*)::int as increments from facts`;

/**
 * Rebuilds the cube of the definitions (all when no codes are given).
 * @returns increments read per code.
 */
export async function rebuild(
  jobs: Pool,
  catalogue: Catalogue,
  ids: Ids,
  options: {
    codes?: readonly string[];
    onProgress?: (code: string, done: number, total: number) => void;
  } = {},
): Promise<Map<string, number>> {
  const chosen = catalogue.additive.filter((d) => !options.codes || options.codes.includes(d.code));
  const read = new Map<string, number>();
  for (const d of chosen) {
    const id = idOf(ids, d.code);
    const increments = await locked(jobs, async (client) => {
      await client.query("set local work_mem = '128MB'");
      const { rows } = await client.query<{ increments: number }>(rebuildSql(d, id));
      return rows[0]?.increments ?? 0;
    });
    read.set(d.code, increments);
    options.onProgress?.(d.code, read.size, chosen.length);
  }
  return read;
}

export interface Difference {
  code: string;
  grain: Grain;
  place: string;
  at: string;
  dimensions: string[];
  kept: string;
  facts: string;
}

const checkSql = (d: Additive, id: number, grain: Grain) => `
  with facts as (${spread(factsSql(d, id), grain)}),
  open as (${spread(`(select * from indicators.delta where indicator = ${id})`, grain)}),
  kept as (
    select place, at, d1, d2, d3, sum(value)::bigint as value from (
      select place, ${grain} as at, d1, d2, d3, value from ${tableOf[grain]} where indicator = ${id}
      union all select place, at, d1, d2, d3, value from open
    ) k group by 1, 2, 3, 4, 5
  )
  select coalesce(k.place, f.place) as place, coalesce(k.at, f.at) as at,
         array[coalesce(k.d1, f.d1), coalesce(k.d2, f.d2), coalesce(k.d3, f.d3)] as dimensions,
         coalesce(k.value, 0) as kept, coalesce(f.value, 0) as facts
  from kept k
  full join facts f on f.place = k.place and f.at = k.at and f.d1 = k.d1 and f.d2 = k.d2 and f.d3 = k.d3
  where coalesce(k.value, 0) <> coalesce(f.value, 0)
  order by 1, 2 limit 100`;

/** Facts at a place nobody knows: no place above it counts them, so they are told apart from none. */
const nowhereSql = (d: Additive, id: number) => `
  select f.place, min(f.day) as at, array['', '', ''] as dimensions, '0' as kept, sum(f.value)::bigint as facts
  from ${factsSql(d, id)} f
  where not exists (select from regions.ancestor a where a.key = f.place)
  group by f.place order by 1 limit 100`;

/**
 * Compares cube and open increments with the facts: up to 100 differences a definition and grain, none
 * when all is well. A fact at an unknown place is a difference of the grain 'day'.
 */
export async function check(jobs: Pool, catalogue: Catalogue, ids: Ids): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const d of catalogue.additive) {
    const id = idOf(ids, d.code);
    const ask = async (sql: string, grain: Grain) => {
      const { rows } = await jobs.query<Omit<Difference, 'code' | 'grain'>>(sql);
      found.push(...rows.map((r) => ({ code: d.code, grain, ...r })));
    };
    await ask(checkSql(d, id, 'month'), 'month');
    await ask(checkSql(d, id, 'day'), 'day');
    await ask(nowhereSql(d, id), 'day');
  }
  return found;
}

async function locked<T>(jobs: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await jobs.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query(lock);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    broken = await rolledBack(client, error);
    throw error;
  } finally {
    client.release(broken);
  }
}
