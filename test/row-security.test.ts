/**
 * Row security alone, as the real role and without any endpoint: each scoped table holds a row of two counties;
 * who sees which, and what is left of a scope on a connection that served somebody else before.
 */
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { tables } from '../src/app/rooms.ts';
import { countyOfKey, rangeOfKey } from '../src/kit/region-key.ts';
import type { Client } from '../src/platform/db/pool.ts';
import { inScope, nobody, type Scope, settings } from '../src/platform/db/scope.ts';
import { newId } from '../src/platform/new-id.ts';
import { useDatabase } from './database.ts';
import { anEntry } from './money.ts';
import { aProvince, places } from './places.ts';

const database = useDatabase();
const scoped = Object.entries(tables).flatMap(([table, { scope, app }]) =>
  'column' in scope ? [{ table, column: scope.column, app }] : [],
);
const readable = scoped.filter(({ app }) => app !== 'none');
const mine = places.town;
const theirs = places.siblingTown;

const scopeOf = (place: string): Scope => ({ actor: newId(), ranges: [rangeOfKey(place)] });

/** What a check of the table asks for beyond any value of the right type. */
const wishes: Record<string, Record<string, string>> = {
  'funds.allocation': { year_from: '2022' },
  'funds.carry_over': { year: '2022' },
  'funds.pledge': { payer: `'donor'`, source: `'self_raised'`, year: '2022' },
  'funds.carry_over_line': { carried: '0', surplus: '0' },
  'funds.raising_plan': { payer: `'assisted_city'`, year: '2022' },
  'funds.rule_event': { plan_id: `'${newId()}'` },
  'funds.paper': { year: '2022', number: 'gen_random_uuid()::text' },
  'projects.project': { year: '2022' },
  'projects.contract': { kind: `'main'` },
  'projects.notice': { ends_on: `'2022-03-08'` },
  'projects.asset_income': { year: '2022' },
  'reconciliation.item': {
    ...{ ours_key: `'a'`, theirs_key: `'a'`, ours_amount: '1', theirs_amount: '1' },
  },
  'imports.job': { kind: `'projects.project'` },
  'imports.line': { cells: `'[]'` },
  'disclosure.copy': {
    ...{ year: '2022', sha256: `repeat('a', 64)`, made_up: 'true', content: `'{}'` },
    object_id: `'${newId()}'`,
  },
  'disclosure.publication': { shown_at: `'x'`, made_up: 'true' },
  'dossiers.file': { sha256: `repeat('a', 64)` },
  'evidence.package': { sha256: "repeat('a', 64)" },
  'dossiers.dossier': { sha256: `repeat('a', 64)` },
  'plans.event': { made_up: 'true' },
  'plans.plan': { year: '2022', made_up: 'true' },
  'supervision.finding': { source: `'audit'`, paper: `'审报'`, title: `'x'` },
  'subsidies.award': { account_tail: `'1234'` },
  'teams.pairing': { organisation_id: `'${newId()}'` },
};

beforeAll(async () => {
  // Rows of the right types and nothing more: keys to other tables and triggers are switched off for them.
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  try {
    await admin.query('set session_replication_role = replica');
    for (const { table, column } of scoped)
      for (const place of [mine, theirs]) await admin.query(await insertInto(table, column, place));
  } finally {
    await admin.end();
  }
});

async function insertInto(table: string, column: string, place: string): Promise<string> {
  const { rows } = await database.owner.query<{ name: string; type: string; first: string | null }>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
       (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder limit 1) as first
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
       and a.attnotnull and not a.atthasdef and a.attidentity = ''`,
    [table],
  );
  const values = new Map(rows.map((r) => [r.name, r.first ? `'${r.first}'` : anyOf(r.type)]));
  for (const [name, value] of Object.entries(wishes[table] ?? {})) values.set(name, value);
  values.set(column, place);
  if (values.has('county')) values.set('county', `'${countyOfKey(place)}'`);
  return `insert into ${table} (${[...values.keys()].join(', ')}) values (${[...values.values()].join(', ')})`;
}

function anyOf(type: string): string {
  if (type === 'uuid') return `'${newId()}'`;
  if (type === 'boolean') return 'true';
  if (type === 'date') return `'2022-03-01'`;
  if (type.startsWith('timestamp')) return 'now()';
  if (/^(smallint|integer|bigint|numeric)$/.test(type)) return '1';
  if (type.endsWith('[]')) return `'{}'`;
  return `'x'`;
}

/** Places of the rows somebody sees. */
async function seen(client: Client, table: string, column: string): Promise<string[]> {
  const { rows } = await client.query<{ place: string }>(
    `select distinct ${column}::text as place from ${table} order by 1`,
  );
  return rows.map((r) => r.place);
}

describe.each(readable)('$table', ({ table, column }) => {
  test('shows each what is theirs', async () => {
    const asked = (place: string) =>
      inScope(database.app, scopeOf(place), (_, client) => seen(client, table, column));
    expect(await asked(places.county)).toEqual([mine]);
    expect(await asked(places.town)).toEqual([mine]);
    expect(await asked(places.otherTown)).toEqual([]);
    expect(await asked(places.siblingCounty)).toEqual([theirs]);
    expect(await asked(places.province)).toEqual([mine, theirs].sort());
  });

  test('shows nothing to nobody, also after the province on the same connection', async () => {
    const client = await database.app.connect();
    try {
      await client.query(`begin; ${settings(scopeOf(places.province))}`);
      expect(await seen(client, table, column)).toHaveLength(2);
      await client.query('savepoint deed');
      await client.query('release savepoint deed');
      await client.query('commit');
      expect(await seen(client, table, column)).toEqual([]); // no transaction, no scope
      await client.query('begin');
      expect(await seen(client, table, column)).toEqual([]);
      await client.query('commit');
      await client.query(`begin; ${settings(nobody)}`);
      expect(await seen(client, table, column)).toEqual([]);
      await client.query('commit');
    } finally {
      client.release();
    }
  });
});

describe.each(scoped.filter(({ app }) => app.startsWith('write')))(
  '$table',
  ({ table, column }) => {
    test('lets nobody change, take in or give away a row of another county', async () => {
      const changed = (text: string) =>
        inScope(database.app, scopeOf(places.county), async (_, client) => {
          const { rowCount } = await client.query(text);
          return rowCount;
        });
      expect(
        await changed(`update ${table} set ${column} = ${column} where ${column} = ${theirs}`),
      ).toBe(0);
      await expect(
        changed(`update ${table} set ${column} = ${theirs} where ${column} = ${mine}`),
      ).rejects.toThrow('row-level security');
    });
  },
);

describe.each(scoped.filter(({ app }) => app === 'append' || app.startsWith('write')))(
  '$table',
  ({ table, column }) => {
    test('takes in no row of another county', async () => {
      const text = await insertInto(table, column, theirs);
      const adding = inScope(database.app, scopeOf(places.county), (_, client) =>
        client.query(text),
      );
      await expect(adding).rejects.toThrow('row-level security');
    });
  },
);

/** A paper of the province about a town of the county. */
const unseen = newId();

describe('functions that see past row security hold themselves in', () => {
  const asked = async (scope: Scope, text: string): Promise<number> =>
    inScope(database.app, scope, async (_, client) => (await client.query(text)).rowCount ?? 0);
  let person = '';

  beforeAll(async () => {
    const { rows } = await database.owner.query<{ id: string }>(
      'select id from teams.person where place_key = $1',
      [theirs],
    );
    person = rows[0]?.id ?? '';
  });

  test('a person’s card: where the record or a posting lies', async () => {
    const text = `select * from teams.person_card('${person}')`;
    expect(await asked(scopeOf(places.siblingCounty), text)).toBe(1);
    expect(await asked(scopeOf(places.county), text)).toBe(0);
    expect(await asked(nobody, text)).toBe(0);
  });

  test('finding a person: nobody without an actor', async () => {
    const text = `select * from teams.find_person('x', '${newId()}')`;
    expect(await asked(scopeOf(places.county), text)).toBe(0);
    expect(await asked(nobody, text)).toBe(0);
  });

  test('cities that help: only of a place of the caller’s', async () => {
    await aProvince(database.db);
    await database.owner.query(
      `insert into teams.pairing (id, kind, place_key, helper_place_key, starts_on, document)
       values ($1, 'city_to_city', $2, $3, '2021-07-01', 'x')`,
      [newId(), places.city, places.otherCity],
    );
    const text = `select * from teams.helper_cities(${mine}, '2022-07-28')`;
    expect(await asked(scopeOf(places.county), text)).toBe(1);
    expect(await asked(scopeOf(places.siblingCounty), text)).toBe(0);
    expect(await asked(nobody, text)).toBe(0);
  });

  test('papers that wait: a number, of a county of the caller’s only', async () => {
    const county = countyOfKey(mine);
    await database.owner.query(
      `insert into funds.paper (id, place_key, kind, state, number, title, payer, payer_key, source, programme, measure, level,
         year, dated, amount, registered_by)
       values ($1, 440000000000, 'booking', 'submitted', $2, 'x', 'province', 440000000000, 'provincial_fund', 'special_fund',
         'issued', 'province', 2022, '2022-03-01', 1, $1)`,
      [unseen, unseen],
    );
    await database.owner.query(
      'insert into funds.paper_line (county, id, paper_id, place_key, amount) values ($1, $2, $2, $3, 1)',
      [county, unseen, mine],
    );
    const waiting = (who: Scope) =>
      inScope(database.app, who, async (_, client) => {
        const { rows } = await client.query<{ count: number }>(
          `select funds.waiting_papers('${county}', '2022-03-01') as count`,
        );
        return rows[0]?.count;
      });
    expect(await waiting(scopeOf(places.county))).toBe(1);
    expect(await waiting(scopeOf(places.siblingCounty))).toBe(0);
    expect(await waiting(nobody)).toBe(0);
  });

  test('a document’s task list: for whoever has a line of it', async () => {
    const number = '粤财农〔2022〕号外';
    await anEntry(database.db, mine, { measure: 'issued', amount: '1', document_number: number });
    await database.owner.query(
      `with paper as (insert into funds.paper (id, place_key, kind, state, number, title, payer, payer_key, source, programme,
           measure, level, year, dated, amount, registered_by, checked_by)
         values (gen_random_uuid(), 440000000000, 'booking', 'posted', $1, 'x', 'province', 440000000000, 'provincial_fund',
           'special_fund', 'issued', 'province', 2022, '2022-03-01', 1, gen_random_uuid(), gen_random_uuid()) returning id)
       insert into funds.paper_task (id, paper_id, place_key, position, name, binding)
         select gen_random_uuid(), id, 440000000000, 1, '污水治理', true from paper`,
      [number],
    );
    const tasks = `select * from funds.tasks_of_document('${number}')`;
    expect(await asked(scopeOf(places.county), tasks)).toBe(1);
    expect(await asked(scopeOf(places.siblingCounty), tasks)).toBe(0);
    expect(await asked(nobody, tasks)).toBe(0);
  });

  test('open months: a town learns which of its county’s are closed, and a stranger nothing', async () => {
    const county = countyOfKey(mine);
    await database.owner.query(
      `insert into funds.closing (county, place_key, month, closed_by) values ($1, $2, '2023-03-01', $3)`,
      [county, `${county}000000`, unseen],
    );
    const open = (who: Scope) =>
      inScope(database.app, who, async (_, client) => {
        const { rows } = await client.query<{ day: string | null }>(
          `select funds.open_day('${mine}', '2023-03-15')::text as day`,
        );
        return rows[0]?.day;
      });
    expect(await open(scopeOf(mine))).toBe('2023-04-01');
    expect(await open(scopeOf(places.siblingCounty))).toBe(null);
    expect(await open(nobody)).toBe(null);
  });

  test('rules of offices above: approved ones, over a place of the caller’s', async () => {
    const [approved, draft] = [newId(), newId()];
    for (const [id, state] of [
      [approved, 'approved'],
      [draft, 'drafted'],
    ])
      await database.owner.query(
        `insert into funds.allocation (id, place_key, kind, programme, state, title, document, year_from, drafted_by,
           approved_by, approved_at)
         values ($1, $2, 'payers', 'special_fund', $3, 'x', 'x', 2022, $1, $4, now())`,
        [id, places.province, state, newId()],
      );
    await database.owner.query(
      `insert into funds.allocation_share (allocation_id, place_key, holds_in, units, payer, weight)
       select id, place_key, place_key, 'all', 'province', 10000 from funds.allocation where id = any ($1)`,
      [[approved, draft]],
    );
    const rules = `select * from funds.rules_over(${mine})`;
    const shares = (id = '') => `select * from funds.shares_over(${mine}, '${id}')`;
    for (const [scope, seesIt] of [
      [scopeOf(places.county), 1],
      [scopeOf(places.siblingCounty), 0],
      [nobody, 0],
    ] as const) {
      expect(await asked(scope, rules)).toBe(seesIt);
      expect(await asked(scope, shares(approved))).toBe(seesIt);
      expect(await asked(scope, shares(draft))).toBe(0);
    }
  });

  test('a complaint: taken in only while the public pages are on, for a county or town; its state only with the code', async () => {
    const enter = (id: string, place: string) =>
      `select disclosure.enter_complaint('${id}', ${place}, null, '路灯', '不亮', null, 'CODE', '2022-07-28') as receipt`;
    const receipt = async (id: string, place: string) =>
      inScope(
        database.app,
        nobody,
        async (_, client) =>
          (await client.query<{ receipt: string | null }>(enter(id, place))).rows[0]?.receipt,
      );
    const id = newId();
    expect(await receipt(id, mine)).toBeNull();
    await database.owner.query(
      `insert into platform.setting (name, value) values ('public_pages', 'true')`,
    );
    expect(await receipt(newId(), places.province)).toBeNull();
    const given = await receipt(id, mine);
    expect(given).toMatch(/^20220728-/);
    expect(await receipt(id, mine)).toBe(given);
    const state = (code: string) =>
      `select * from disclosure.complaint_state('${given}', '${code}')`;
    expect(await asked(nobody, state('CODE'))).toBe(1);
    expect(await asked(nobody, state('ANOTHER'))).toBe(0);
    const again = (code: string, said = '不亮') =>
      `select from disclosure.complaint_receipt('${id}', '${code}', '${mine}', null, '路灯', '${said}', false) r where r is not null`;
    expect(await asked(nobody, again('CODE'))).toBe(1);
    expect(await asked(nobody, again('ANOTHER'))).toBe(0);
    expect(await asked(nobody, again('CODE', '亮'))).toBe(0);
    expect(await asked(nobody, `select * from disclosure.complaint where id = '${id}'`)).toBe(0);
  });

  test('keeping a record: only for a place of the caller’s', async () => {
    await asked(scopeOf(places.county), `select teams.keep_record_of('${person}', '2022-07-28')`);
    const { rows } = await database.owner.query(
      `select place_key from teams.person where id = $1`,
      [person],
    );
    expect(rows).toEqual([{ place_key: theirs }]);
  });
});
