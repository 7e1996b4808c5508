/** Keeping the cube: fold, rebuild, check. Each is one statement, so each sees one state of the facts. */
import type { Client, Pool } from '../platform/db/pool.ts';
import type { Catalogue } from './catalogue.ts';
import { type Additive, stepsOf } from './definition.ts';
import { dimensionSql, type Ids } from './triggers.ts';

/** Fold, rebuild and upgrade exclude one another from before their first snapshot. */
const lock = 'select pg_advisory_xact_lock(7240)';

const levels = (days: boolean) =>
  days ? `('province', 'city', 'county')` : `('province', 'city', 'county', 'town')`;

/** Adds increments to every ancestor: months from the town up, days from the county up. */
const spread = (source: string, day: 'day' | 'month') => `
  select s.indicator, a.ancestor, ${day === 'month' ? `date_trunc('month', s.day)::date` : 's.day'}, s.d1, s.d2, s.d3, sum(s.value)::bigint
  from ${source} s join regions.ancestor a on a.key = s.place and a.level in ${levels(day === 'day')}
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
  stepsOf(d)
    .map(
      (step) =>
        `select ${id}::smallint as indicator, r.${d.place} as place, (${step.on})::date as day, ${dimensionColumns(d)}, (${step.value})::bigint as value
         from ${d.from} r where (${d.when ?? 'true'}) and ${step.on} is not null and r.${d.place} is not null and (${step.value}) <> 0`,
    )
    .join('\nunion all\n');

const dimensionColumns = (d: Additive) =>
  dimensionSql(d)
    .split(/, (?=coalesce|'')/)
    .map((value, i) => `${value} as d${i + 1}`)
    .join(', ');

/** Makes one definition's cube anew from its facts; what was not folded of it is dropped, being in the facts. */
const rebuildSql = (d: Additive, id: number) => `
  with dropped as (delete from indicators.delta where indicator = ${id}),
  facts as materialized (
    select indicator, place, day, d1, d2, d3, sum(value) as value from (${factsSql(d, id)}) f group by 1, 2, 3, 4, 5, 6
  ),
  days as materialized (${spread('facts', 'day').replace('sum(s.value)::bigint', 'sum(s.value)::bigint as value')}),
  months as materialized (${spread('facts', 'month').replace('sum(s.value)::bigint', 'sum(s.value)::bigint as value')}),
  put_days as (
    insert into indicators.cube_day select * from days
    on conflict on constraint cube_day_pkey do update set value = excluded.value
  ), put_months as (
    insert into indicators.cube select * from months
    on conflict on constraint cube_pkey do update set value = excluded.value
  ), gone_days as (
    delete from indicators.cube_day c where c.indicator = ${id} and not exists (
      select from days d (i, p, t, a, b, c3, v) where d.p = c.place and d.t = c.day and d.a = c.d1 and d.b = c.d2 and d.c3 = c.d3)
  ), gone_months as (
    delete from indicators.cube c where c.indicator = ${id} and not exists (
      select from months m (i, p, t, a, b, c3, v) where m.p = c.place and m.t = c.month and m.a = c.d1 and m.b = c.d2 and m.c3 = c.d3)
  ), ready as (
    update indicators.definition set ready = true where id = ${id}
  )
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
    const id = ids.get(d.code);
    if (id === undefined) throw new Error(`${d.code} is not registered`);
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
  grain: 'month' | 'day';
  place: string;
  at: string;
  dimensions: string[];
  kept: string;
  facts: string;
}

const checkSql = (d: Additive, id: number, grain: 'month' | 'day') => `
  with facts as (${spread(`(${factsSql(d, id)})`, grain).replace('sum(s.value)::bigint', 'sum(s.value)::bigint as value')}),
  open as (${spread(`(select * from indicators.delta where indicator = ${id})`, grain).replace('sum(s.value)::bigint', 'sum(s.value)::bigint as value')}),
  kept as (
    select place, at, d1, d2, d3, sum(value)::bigint as value from (
      select place, ${grain} as at, d1, d2, d3, value from indicators.${grain === 'month' ? 'cube' : 'cube_day'} where indicator = ${id}
      union all select p, t, a, b, c, v from open o (i, p, t, a, b, c, v)
    ) k group by 1, 2, 3, 4, 5
  )
  select coalesce(k.place, f.p) as place, coalesce(k.at, f.t) as at,
         array[coalesce(k.d1, f.a), coalesce(k.d2, f.b), coalesce(k.d3, f.c)] as dimensions,
         coalesce(k.value, 0) as kept, coalesce(f.v, 0) as facts
  from kept k
  full join facts f (i, p, t, a, b, c, v) on f.p = k.place and f.t = k.at and f.a = k.d1 and f.b = k.d2 and f.c = k.d3
  where coalesce(k.value, 0) <> coalesce(f.v, 0)
  order by 1, 2 limit 100`;

/** Compares cube and open increments with the facts: up to 100 differences a definition and grain, none when all is well. */
export async function check(jobs: Pool, catalogue: Catalogue, ids: Ids): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const d of catalogue.additive) {
    const id = ids.get(d.code);
    if (id === undefined) throw new Error(`${d.code} is not registered`);
    for (const grain of ['month', 'day'] as const) {
      const { rows } = await jobs.query<Omit<Difference, 'code' | 'grain'>>(checkSql(d, id, grain));
      found.push(...rows.map((r) => ({ code: d.code, grain, ...r })));
    }
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
    await client.query('rollback').catch((e: Error) => {
      broken = e;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
