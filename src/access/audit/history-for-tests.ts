/** An audit of several days for tests: made in the database at once, sealed and anchored by the product's own job. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestDatabase } from '../../../test/database.ts';
import type { AuditSettings } from './settings.ts';

export const counties = ['000000', '440900', '440983'];
export const town = '440983';
/** Rows of a county and day. */
export const rowsADay = 12;

export async function auditSettings(more: Partial<AuditSettings> = {}): Promise<AuditSettings> {
  const dir = await mkdtemp(join(tmpdir(), 'zhuzhen-anchors-'));
  return {
    algorithm: 'sha256',
    anchorDirs: [dir],
    ownDir: dir,
    anchorMinutes: 5,
    keepYears: 3,
    ...more,
  };
}

/** Work as the one who can do everything. */
export async function asSuperuser<T>(
  { adminUrl }: TestDatabase,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("set timezone to 'Asia/Shanghai'");
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Rows of whole days, so many days ago (Beijing), as they would have been written then. */
export async function writeDay(database: TestDatabase, daysAgo: number): Promise<string> {
  return asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ day: string }>(
      'select (current_date - $1::int)::text as day',
      [daysAgo],
    );
    const day = rows[0]?.day ?? '';
    await client.query(
      `insert into access.audit (county, day, n, at, role, ranges, kind, action, object, place_key, outcome, before, after, request_id, address)
       select c, $1::date, n, $1::date + interval '1 hour' + n * interval '1 minute', 'county', array['440983000000-440983999999'],
         'deed', 'POST /api/teams/postings', 'posting ' || n, (c || '000000')::bigint, 'done',
         jsonb_build_object('n', n), jsonb_build_object('z', n * 1.50, 'a', jsonb_build_array(n, null, true, '镇"\\')), 'r' || n, '127.0.0.1'
       from unnest($2::text[]) c, generate_series(1, ${rowsADay}) n order by c, n`,
      [day, counties],
    );
    await client.query(
      `insert into access.audit_counter select c, $1::date, ${rowsADay}, $1::date + interval '20 hours' from unnest($2::text[]) c
       on conflict (county) do update set day = excluded.day, n = excluded.n, at = excluded.at`,
      [day, counties],
    );
    return day;
  });
}

/** Rows of this moment, as the application adds them. */
export async function writeNow({ app }: TestDatabase, count: number): Promise<void> {
  await app.query(
    `select access.add_audit(null, 'county', '{}', 'deed', 'PATCH /x', 'thing ' || n, (c || '000000')::bigint, null, null,
       'done', null, jsonb_build_object('n', n), null, null, null)
     from unnest($1::text[]) c, generate_series(1, $2::int) n`,
    [counties, count],
  );
}
