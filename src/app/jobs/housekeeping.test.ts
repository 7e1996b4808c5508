/** The night's round as the role of jobs: what is disabled, what is removed, what stays. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { aProvince, places } from '../../../test/places.ts';
import { aBatch, aPersonOnRecord, aPosting, aTeam } from '../../../test/teams.ts';
import type { RoleName } from '../../access/roles.ts';
import { addAccounts } from '../../access/store/accounts.ts';
import { keepPolicy } from '../../access/store/policy.ts';
import { newId } from '../../platform/new-id.ts';
import { keepHouse, keepHouseNightly, untilNight } from './housekeeping.ts';

const database = useDatabase();
const ask = async <T extends object>(text: string, values: unknown[] = []) =>
  (await database.owner.query<T>(text, values)).rows;

beforeAll(async () => {
  await aProvince(database.db);
});
beforeEach(async () => {
  await ask('delete from access.account');
});

/** An account last used so many days ago. */
async function anAccount(role: RoleName, home: string, daysAgo: number): Promise<string> {
  const id = newId();
  const name = `${role}-${id}`;
  await addAccounts(database.db, [
    { id, name, displayName: name, passwordHash: 'x', role, homeKey: home },
  ]);
  await ask(
    `update access.account set last_used_at = now() - make_interval(days => $2),
       created_at = now() - interval '3 years', granted_at = now() - interval '2 years' where id = $1`,
    [id, daysAgo],
  );
  return id;
}
const disabled = async (...ids: string[]) => {
  const rows = await ask<{ id: string }>(
    `select id from access.account where disabled_why = 'unused' and disabled_at is not null`,
  );
  return ids.map((id) => rows.some((r) => r.id === id));
};

test('three o’clock in Beijing comes every day', () => {
  const at = (text: string) => untilNight(Date.parse(text)) / 3_600_000;
  expect(at('2022-07-28T02:00:00+08:00')).toBe(1);
  expect(at('2022-07-28T03:00:00+08:00')).toBe(24);
  expect(at('2022-07-28T23:30:00+08:00')).toBe(3.5);
  expect(at('2022-07-28T00:00:00Z')).toBe(19);
});

describe('accounts', () => {
  test('nobody has used for as long as the policy says are disabled, with an audit row each', async () => {
    const fresh = await anAccount('county', places.county, 89);
    const old = await anAccount('county', places.county, 91);
    await ask(
      `insert into access.session (token_hash, account_id, expires_at) values ('x', $1, now() + interval '1 hour')`,
      [old],
    );
    await ask(
      `insert into access.invitation (id, token_hash, account_id, made_at, expires_at)
       values (gen_random_uuid(), 'y', $1, now() - interval '100 days', now() + interval '1 hour')`,
      [old],
    );
    expect(await keepHouse(database.jobs)).toMatchObject({ accounts: 1 });
    expect(await disabled(fresh, old)).toEqual([false, true]);
    expect(await ask('select from access.session where ended_at is null')).toEqual([]);
    expect(await ask('select from access.invitation where revoked_at is null')).toEqual([]);
    expect(
      await ask(
        `select object, place_key as place, outcome, after->>'disabledWhy' as why, after->>'days' as days from access.audit where action = 'JOB tidy'`,
      ),
    ).toEqual([
      {
        object: `account ${old}`,
        place: places.county,
        outcome: 'done',
        why: 'unused',
        days: '90',
      },
    ]);
    expect(await keepHouse(database.jobs)).toMatchObject({ accounts: 0 });
  });

  test('asked for, invited or granted lately are in use', async () => {
    const [granted, asked, invited] = await Promise.all(
      [1, 2, 3].map(() => anAccount('county', places.county, 400)),
    );
    await ask('update access.account set granted_at = now() where id = $1', [granted]);
    await ask('update access.account set granted_at = null where id = $1', [asked]);
    await ask(
      `insert into access.grant_request (id, account_id, kind, role, home_key) values (gen_random_uuid(), $1, 'enable', 'county', $2)`,
      [asked, places.county],
    );
    await ask(
      `insert into access.invitation (id, token_hash, account_id, expires_at) values (gen_random_uuid(), 'z', $1, now())`,
      [invited],
    );
    await keepHouse(database.jobs);
    expect(await disabled(granted ?? '', asked ?? '', invited ?? '')).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('of the administrators the last used stays where none of its kind sits above', async () => {
    const above = [
      await anAccount('secadmin', places.province, 200),
      await anAccount('secadmin', places.province, 100),
    ];
    const below = await anAccount('secadmin', places.county, 95);
    const alone = await anAccount('sysadmin', places.county, 300);
    const elsewhere = await anAccount('sysadmin', places.otherCity, 300);
    await keepHouse(database.jobs);
    expect(await disabled(...above, below)).toEqual([true, false, true]);
    expect(await disabled(alone, elsewhere)).toEqual([false, false]);
  });

  test('are left alone where the policy says never', async () => {
    const old = await anAccount('county', places.county, 1_000);
    await keepPolicy(database.db, { preset: 'level3', unusedDays: null }, null);
    await keepHouse(database.jobs);
    expect(await disabled(old)).toEqual([false]);
    await ask('delete from access.policy');
  });
});

describe('what is kept', () => {
  /** A row of each kind, made so long ago. */
  const kinds: [string, string, string, string][] = [
    [
      'replays',
      '400 days',
      'access.replay',
      `(id, account_id, route, body_sha256, status, recorded_at) values (gen_random_uuid(), $2, 'x', 'x', 200, now() - $1::interval)`,
    ],
    [
      'sessions',
      '1 year',
      'access.session',
      `(token_hash, account_id, created_at, expires_at, ended_at) values (uuid_send(gen_random_uuid()), $2, now() - interval '2 years', now() - interval '10 years', now() - $1::interval)`,
    ],
    [
      'sign_in_buckets',
      '1 day',
      'access.sign_in_bucket',
      `(bucket, most, failures, counted_from, locked_until) values (coalesce($2::text, '') || gen_random_uuid(), 5, 5, now() - interval '9 days', now() - $1::interval)`,
    ],
    [
      'devices',
      '180 days',
      'access.device',
      `(token_hash, account_id, used_at) values (uuid_send(gen_random_uuid()), $2, now() - $1::interval)`,
    ],
    [
      'invitations',
      '1 year',
      'access.invitation',
      `(id, token_hash, account_id, expires_at, used_at) values (gen_random_uuid(), uuid_send(gen_random_uuid()), $2, now(), now() - $1::interval)`,
    ],
    [
      'sign_on_attempts',
      '1 hour',
      'access.sign_on_attempt',
      `(state_hash, browser_hash, redirect_uri, provider_id, verifier, nonce, return_to, link_account, made_at) values (uuid_send(gen_random_uuid()), '', '/', 'p1', 'v', 'n', '/', $2, now() - $1::interval)`,
    ],
    [
      'fold_runs',
      '30 days',
      'indicators.fold_run',
      `(folded, took_ms, at) values (length($2::text), 1, now() - $1::interval)`,
    ],
  ];

  test.each(kinds)('%s for %s', async (what, age, table, insert) => {
    const id = await anAccount('county', places.county, 1);
    await ask(`delete from ${table}`);
    await ask(
      `insert into access.provider (id, name, issuer, client_id) values ('p1', 'x', 'x', 'x') on conflict do nothing`,
    );
    const statement = `insert into ${table} ${insert}`;
    await ask(statement, [`${age} 10 seconds`, id]);
    const kept = await database.owner.query(
      statement.replace('$1::interval', `$1::interval + interval '1 minute'`),
      [age, id],
    );
    expect(kept.rowCount).toBe(1);
    expect(await keepHouse(database.jobs)).toMatchObject({ [what]: 1 });
    expect(await ask(`select from ${table}`)).toHaveLength(1);
  });
});

test('one process at a time keeps house', async () => {
  const client = await database.owner.connect();
  await client.query('begin; select pg_advisory_xact_lock(7270)');
  expect(await keepHouse(database.jobs)).toBeNull();
  await client.query('rollback');
  client.release();
  expect(await keepHouse(database.jobs)).not.toBeNull();
});

test('the round begins with the server and is waited for when it stops', async () => {
  const old = await anAccount('county', places.county, 1_000);
  await keepHouseNightly(database.jobs, (error) => {
    throw error;
  })();
  expect(await disabled(old)).toEqual([true]);
});

test('nobody but the role of jobs may call it, and not to empty a table', async () => {
  await expect(database.app.query('select access.tidy(90)')).rejects.toThrow('permission denied');
  await expect(database.jobs.query('select access.tidy(0)')).rejects.toThrow('not unused');
  await expect(database.jobs.query('delete from access.replay')).rejects.toThrow(
    'permission denied',
  );
});

test('a record follows a posting entered before it began, and no sooner', async () => {
  const { db } = database;
  const team = await aTeam(db, places.siblingTown);
  const batch = await aBatch(db);
  const placesOf = async () => {
    const rows = await ask<{ place: string }>(
      'select place_key::text as place from teams.person order by name',
    );
    return rows.map(({ place }) => place);
  };
  for (const [name, starts_on] of [
    ['a', '2022-07-01'],
    ['b', '2999-07-01'],
  ] as const) {
    const person_id = await aPersonOnRecord(db, places.town, name);
    await aPosting(db, team, batch, name, { person_id, starts_on, due_on: null });
  }
  expect((await keepHouse(database.jobs))?.records).toBe(1);
  expect(await placesOf()).toEqual([places.siblingTown, places.town]);
  expect((await keepHouse(database.jobs))?.records).toBe(0);
});
