/** Who may do what in the database: row security as generated, and no right beyond the manifest. */
import { describe, expect, test } from 'vitest';
import { tables } from '../src/app/rooms.ts';
import { scopePredicate } from '../src/platform/db/protect.ts';
import type { TableRule } from '../src/platform/db/tables.ts';
import { useDatabase } from './database.ts';

const database = useDatabase();
const ours = `c.relnamespace in (select oid from pg_namespace where nspowner = 'zz_owner'::regrole)`;

/** Functions that see past row security, and what holds them in. */
const definers: Record<string, string> = {
  'access.add_audit':
    'adds one row to the audit and answers nothing; number, day and time are its own',
  'access.places_of':
    'answers for one account, before there is a scope: places it may look into and nothing of them',
  'access.looks_of': 'carries the scope: the person’s record lies in the ranges',
  'access.note_look':
    'adds one row for the account of the request and answers seconds; refuses by count itself',
  'access.own_looks': 'answers for the person the account of the request is, and nobody else',
  'access.own_audit': 'answers for the account of the request only: what the audit says of it',
  'access.tidy':
    'for zz_jobs only; disables unused accounts with an audit row each and removes what is kept no longer, by ages written in it',
  'access.remove_audit_day':
    'for zz_jobs: the oldest day of a county, once it is anchored and older than the years to keep; leaves a row',
  'disclosure.complaint_receipt':
    'answers one number to whoever has a complaint’s id, query code and text; enters nothing',
  'disclosure.complaint_state':
    'answers one complaint to whoever has its receipt number and query code; nothing of who handles it',
  'disclosure.enter_complaint':
    'adds one complaint with its finding for somebody without an account; nothing while the public pages are off',
  'funds.book':
    'carries the scope: every line lies in the ranges, and its county too where the payers’ side is touched; the only way to write the books beside the next',
  'funds.book_of_towns':
    'carries the scope: every line lies in the ranges and commits or spends; the payers’ side is booked at the county above',
  'funds.hold_received':
    'carries the scope: accounts of places in the ranges; locks them and answers nothing',
  'funds.open_day':
    'carries the scope: the place lies in the ranges; answers a day and nothing of who closed what',
  'funds.rules_over': 'carries the scope: the place lies in the ranges; approved rules alone',
  'funds.shares_over': 'carries the scope: shares of what `funds.rules_over` shows',
  'funds.tasks_of_document':
    'carries the scope: a line of the document lies in the ranges; its task list alone',
  'funds.waiting_papers': 'carries the scope: the county lies in the ranges; answers a number',
  'platform.keep_history': 'row trigger; files the old row of the table it stands on',
  'teams.find_person': 'exact name and unit only; answers id and name to a signed-in caller',
  'teams.person_card': 'carries the scope: the record or a posting lies in the ranges',
  'teams.helper_cities': 'carries the scope: the place lies in the ranges; keys of cities only',
  'teams.follow_successor':
    'row trigger; hands the open postings of a unit that ended to the successor the endpoint named',
  'teams.id_number_taken':
    'answers yes or no to a signed-in caller who knows the number, as the unique constraint does',
  'teams.keep_record_of':
    'carries the scope: the record or the place of the latest posting lies in the ranges',
  'teams.keep_records': 'for zz_jobs only; puts records where people are posted, by postings alone',
};
const isGenerated = (name: string) => /^indicators\.on_/.test(name);

async function rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await database.owner.query<T>(sql, values)).rows;
}

describe('row security', () => {
  interface Policy {
    name: string;
    policy: string;
    role: string;
    rule: string;
    checked: string | null;
    command: string;
    permissive: boolean;
  }
  const policies = () =>
    rows<Policy>(
      `select c.oid::regclass::text as name, p.polname as policy,
         (select string_agg(r.rolname, ',' order by r.rolname) from pg_roles r where r.oid = any (p.polroles)) as role,
         pg_get_expr(p.polqual, p.polrelid) as rule, pg_get_expr(p.polwithcheck, p.polrelid) as checked,
         p.polcmd as command, p.polpermissive as permissive
       from pg_policy p join pg_class c on c.oid = p.polrelid where ${ours} order by 1, 2`,
    );

  test('is on exactly where the manifest scopes a table', async () => {
    const found = await rows<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where ${ours} and c.relrowsecurity order by 1`,
    );
    const scoped = Object.keys(tables).filter((t) => 'column' in (tables[t]?.scope ?? {}));
    expect(found.map((r) => r.name)).toEqual(scoped.sort());
  });

  test('is the generated predicate and nothing else', async () => {
    const made = new Map<string, string>();
    for (const column of new Set(Object.values(tables).flatMap(columnOf)))
      made.set(column, await asStored(column));
    for (const one of await policies()) {
      if (one.policy === 'not_about_oneself') {
        expect(one).toMatchObject({
          name: 'supervision.finding',
          role: 'zz_app',
          permissive: false,
        });
        continue;
      }
      expect(one).toMatchObject({ command: '*', permissive: true });
      const column = columnOf(tables[one.name] as TableRule)[0] ?? '';
      if (one.policy === 'scope')
        expect(one).toMatchObject({ role: 'zz_app', rule: made.get(column), checked: null });
      else expect(one).toMatchObject({ policy: 'jobs', role: 'zz_jobs', rule: 'true' });
    }
    const scoped = (await policies()).filter((p) => p.policy === 'scope').map((p) => p.name);
    expect(scoped.length).toBe(Object.values(tables).flatMap(columnOf).length);
  });

  const columnOf = ({ scope }: TableRule) => ('column' in scope ? [scope.column] : []);

  /** The predicate as PostgreSQL writes it back. */
  async function asStored(column: string): Promise<string> {
    const client = await database.owner.connect();
    try {
      await client.query('begin');
      await client.query(`create temporary table probe (${column} bigint)`);
      await client.query(`create policy probe on probe using (${scopePredicate(column)})`);
      const { rows: found } = await client.query<{ rule: string }>(
        `select pg_get_expr(polqual, polrelid) as rule from pg_policy where polname = 'probe'`,
      );
      return found[0]?.rule ?? '';
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});

describe('the application role', () => {
  test('cannot pass row security, is nobody else, owns nothing', async () => {
    const [role] = await rows(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
         (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned
       from pg_roles r where rolname = 'zz_app'`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      memberships: 0,
      owned: 0,
    });
  });

  const verbs: Record<TableRule['app'], string[]> = {
    none: [],
    read: ['SELECT'],
    append: ['INSERT', 'SELECT'],
    write: ['INSERT', 'SELECT', 'UPDATE'],
    write_delete: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
  };

  test('may do with each table what the manifest says, and no more', async () => {
    const found = await rows<{ name: string; may: string[] }>(
      `select c.oid::regclass::text as name, array(
         select v from unnest(array['DELETE', 'INSERT', 'REFERENCES', 'SELECT', 'TRIGGER', 'TRUNCATE', 'UPDATE', 'MAINTAIN']) v
         where has_table_privilege('zz_app', c.oid, v) order by 1) as may
       from pg_class c where ${ours} and c.relkind in ('r', 'p') order by 1`,
    );
    const wanted = Object.entries(tables).map(([name, rule]) => ({ name, may: verbs[rule.app] }));
    expect(found).toEqual(wanted.sort((a, b) => (a.name < b.name ? -1 : 1)));
  });

  test('has no right on single columns, and makes nothing anywhere', async () => {
    const columns = await rows(
      `select c.oid::regclass::text || '.' || a.attname as name from pg_attribute a
       join pg_class c on c.oid = a.attrelid where ${ours} and a.attacl is not null`,
    );
    const makes = await rows(
      `select nspname from pg_namespace where has_schema_privilege('zz_app', oid, 'CREATE')
       union all select 'the database' where has_database_privilege('zz_app', current_database(), 'CREATE')`,
    );
    expect({ columns, makes }).toEqual({ columns: [], makes: [] });
  });

  test('can add to the audit by its function alone, and neither choose number, day or time, nor change, nor remove', async () => {
    const { app } = database;
    const add = `select access.add_audit(null, null, '{}', 'deed', 'probe', null, null, null, null, 'done', null, null, null, null, null)`;
    await app.query(add);
    for (const deed of [
      `insert into access.audit (county, day, n, at, action, outcome, kind, place_key)
       values ('000000', '2022-07-28', 9, now(), 'probe', 'done', 'deed', 0)`,
      `update access.audit set outcome = 'x'`,
      'delete from access.audit',
      'truncate access.audit',
      'select * from access.audit_counter',
      'update access.audit_counter set n = 0',
      `insert into access.audit_seal (county, day, upto_n, hash, algorithm, marks) values ('000000', '2022-07-28', 1, '', 'sha256', '')`,
      'update access.audit_seal set anchor = 1',
      'delete from access.audit_seal',
      `insert into access.audit_anchor (sequence, at, due_at, hash, algorithm) values (1, now(), now(), '', 'sha256')`,
      `select access.remove_audit_day('000000', '2000-01-01', 3)`,
    ])
      await expect(app.query(deed)).rejects.toThrow('permission denied');
    const { rows: seen } = await app.query('select * from access.audit');
    expect(seen).toEqual([]); // without a scope
    const [added] = await rows(`select county, day = current_date as today, n from access.audit`);
    expect(added).toEqual({ county: '000000', today: true, n: '1' });
  });

  test('the jobs change no row of the audit and no seal but its anchor, and remove nothing', async () => {
    const { jobs } = database;
    for (const deed of [
      `update access.audit set outcome = 'x'`,
      'delete from access.audit',
      'delete from access.audit_seal',
      'update access.audit_anchor set sequence = 2',
      'delete from access.audit_anchor',
      `select access.add_audit(null, null, '{}', 'deed', 'probe', null, null, null, null, 'done', null, null, null, null, null)`,
    ])
      await expect(jobs.query(deed)).rejects.toThrow('permission denied');
    await expect(
      jobs.query(`select access.remove_audit_day('000000', current_date, 3)`),
    ).rejects.toThrow('too young');
  });
});

/** What everybody may read, who has no scope at all: whitelisted columns of what was published. */
const openToAll = ['disclosed.copy'];

test('views carry the rights of their reader, and none is kept ready', async () => {
  const found = await rows<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where ${ours} and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false))`,
  );
  expect(found.map(({ name }) => name)).toEqual(openToAll);
});

describe('functions that see past row security', () => {
  interface Definer {
    name: string;
    path: string[] | null;
    trigger: boolean;
    open: boolean;
  }
  const found = () =>
    rows<Definer>(
      `select n.nspname || '.' || p.proname as name, p.proconfig as path, p.prorettype = 'trigger'::regtype as trigger,
         exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0) as open
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspowner = 'zz_owner'::regrole order by 1`,
    );

  test('are listed here with what holds them in', async () => {
    const names = (await found()).map((f) => f.name).filter((name) => !isGenerated(name));
    expect(names).toEqual(Object.keys(definers).sort());
  });

  test('pin their search path', async () => {
    const loose = (await found()).filter((f) => !f.path?.some((p) => p.startsWith('search_path=')));
    expect(loose).toEqual([]);
  });

  test('are called by the roles they were granted to only', async () => {
    expect((await found()).filter((f) => f.open && !f.trigger)).toEqual([]);
  });
});
