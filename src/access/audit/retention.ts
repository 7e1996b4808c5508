/** Retention: whole days older than the years to keep go, one county's oldest first, each leaving a row. */
import type { Client } from '../../platform/db/pool.ts';

/** Days removed in one go at most: each holds the county's counter for as long as it takes. */
const most = 200;

/** @returns how many days of counties were removed */
export async function removeOld(client: Client, keepYears: number): Promise<number> {
  const { rows } = await client.query<{ county: string; day: string }>(
    `select c.county, d.day::text as day
     from access.audit_counter c
     cross join lateral (
       select distinct s.day, s.county from access.audit_seal s
       where s.county = c.county and s.day < ((now() at time zone 'Asia/Shanghai')::date - make_interval(years => $1))::date
         and s.anchor is not null and exists (select from access.audit a where a.county = s.county and a.day = s.day)
     ) d
     order by d.day, c.county limit ${most}`,
    [keepYears],
  );
  for (const { county, day } of rows) {
    await client.query('select access.remove_audit_day($1, $2, $3)', [county, day, keepYears]); // each its own transaction
  }
  return rows.length;
}
