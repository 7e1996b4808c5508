/** The books under fire: eight writers on few accounts, and a fault of each kind planted and found. */
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aProvince, aTown, places } from '../../test/places.ts';
import { randomFrom } from '../../test/property/random.ts';
import type { Client, Pool } from '../platform/db/pool.ts';
import { newId } from '../platform/new-id.ts';
import { bookRules, checkBooks, faultsIn } from './check.ts';

const database = useDatabase();
let pool: Pool;
let towns: string[];
const county = places.county.slice(0, 6);
/** The scope of everybody here. */
const province = '-c app.lo1=440000000000 -c app.hi1=449999999999';

beforeAll(async () => {
  await aProvince(database.db);
  towns = [];
  for (let at = 0; at < 3; at++)
    towns.push((await aTown(database.db, { under: places.county })).key);
  // What these writers book comes with no paper: it is made up.
  await database.owner.query('alter table funds.entry alter column made_up set default true');
  pool = new pg.Pool({ connectionString: database.urls.zz_owner, options: province });
});
afterAll(() => pool.end());

interface Line {
  town: string;
  amount: number;
  measure: 'received' | 'spent' | 'committed';
  on?: string;
}

const bookSql = `
  select funds.book(array(select row(l.id, $1, l.town, l.amount, l.measure, 'province', 440000000000, 'provincial_fund',
      'county', 'special_fund', 'contract', 2022, '试', l.booked_on, null, null)::funds.booking
    from jsonb_to_recordset($2::jsonb) l (id uuid, town bigint, amount bigint, measure funds.measure, booked_on date)), null)`;
const bookValues = (lines: readonly Line[], ids: readonly string[]) => [
  county,
  JSON.stringify(
    lines.map((one, at) => ({ ...one, id: ids[at], booked_on: one.on ?? '2022-06-01' })),
  ),
];
const received = (on: string): Line => ({
  town: towns[0] ?? '',
  amount: 7,
  measure: 'received',
  on,
});

/** Posts lines in one go. @returns the constraint that refused them; null when they are posted */
async function book(
  client: Pick<Client, 'query'>,
  lines: readonly Line[],
  ids = lines.map(() => newId()),
): Promise<string | null> {
  try {
    await client.query(bookSql, bookValues(lines, ids));
    return null;
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (!constraint) throw error;
    return constraint;
  }
}

test(
  'eight writers spend what was received and not a fen more, though they are cut off on the way',
  async () => {
    const seed = Number(process.env.BOOKS_SEED ?? 20220728);
    const rounds = Number(process.env.BOOKS_ROUNDS ?? 60);
    let writing = 8;
    const done = { posted: 0, refused: 0, cut: 0, received: 0n, spent: 0n };
    const count = (lines: readonly Line[]) => {
      done.posted++;
      for (const { amount, measure } of lines)
        if (measure === 'received') done.received += BigInt(amount);
        else done.spent += BigInt(amount);
    };
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const r = randomFrom(seed + writer);
      let client = await reconnected();
      for (let round = 0; round < rounds; round++) {
        const lines = Array.from({ length: 1 + r.below(4) }, () => ({
          town: r.of(towns),
          amount: 1 + r.below(1_000),
          measure: r.chance(0.4) ? ('received' as const) : ('spent' as const),
        }));
        const ids = lines.map(() => newId());
        try {
          const refusal = await book(client, lines, ids);
          if (refusal === null) count(lines);
          else {
            expect(refusal, `seed ${seed}`).toBe('account_not_overdrawn');
            done.refused++;
          }
        } catch {
          // Cut off: nobody answered, so the books say whether it was posted. A retry under the same ids happens once.
          done.cut++;
          client = await connected();
          if (await stands(ids)) count(lines);
        }
      }
      await client.end();
      writing--;
    });
    const killer = async () => {
      const client = await connected('killer');
      while (writing > 0) {
        await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'writer' and datname = current_database() order by random() limit 1`,
        );
        await setTimeout(100);
      }
      await client.end();
    };
    await Promise.all([...writers, killer()]);
    const { rows } = await database.owner.query<{ held: string; spent: string }>(
      `select (select sum(balance) from funds.account where holder = 'place' and measure = 'received')::text as held,
       (select sum(amount) from funds.entry where measure = 'spent')::text as spent`,
    );
    console.log(
      `books: seed ${seed}, ${JSON.stringify(done, (_, value) => (typeof value === 'bigint' ? value.toString() : value))}`,
    );
    expect(rows[0], `seed ${seed}`).toEqual({
      held: (done.received - done.spent).toString(),
      spent: done.spent.toString(),
    });
    expect(done.refused, 'the guard was put to the test').toBeGreaterThan(0);
    expect(await checkBooks(database.jobs)).toEqual([]);
  },
  60_000 + Number(process.env.BOOKS_ROUNDS ?? 60) * 100,
);

async function connected(name = 'writer'): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: database.urls.zz_app,
    options: province,
    application_name: name,
  });
  client.on('error', () => {}); // the killer's work
  await client.connect();
  return client;
}

/** The killer may meet a connection while it is made. */
async function reconnected(): Promise<pg.Client> {
  for (;;) {
    try {
      return await connected();
    } catch {
      await setTimeout(10);
    }
  }
}

async function stands(ids: readonly string[]): Promise<boolean> {
  const { rows } = await database.owner.query<{ count: number }>(
    'select count(*)::integer as count from funds.entry where county = $1 and id = any ($2)',
    [county, ids],
  );
  const count = rows[0]?.count ?? 0;
  expect([0, ids.length], 'all or nothing').toContain(count);
  return count > 0;
}

test('a month closed while somebody posts into it: before or not at all', async () => {
  const writer = await pool.connect();
  const closer = await pool.connect();
  await writer.query('begin');
  await writer.query(bookSql, bookValues([received('2021-08-02')], [newId()]));
  await closer.query('begin');
  let closed = false;
  const closing = closer
    .query("select pg_advisory_xact_lock(hashtextextended('funds.closing:' || $1, 0))", [county])
    .then(() => {
      closed = true;
    });
  await writer.query('select pg_sleep(0.1)');
  expect(closed, 'it waits for the writer').toBe(false);
  await writer.query('commit');
  await closing;
  await closer.query(
    `insert into funds.closing (county, place_key, month, closed_by) values ($1, $2, '2021-08-01', $3)`,
    [county, places.county, newId()],
  );
  await closer.query('commit');
  expect(await book(writer, [received('2021-08-30')])).toBe('entry_month_open');
  writer.release();
  closer.release();
  expect(await checkBooks(database.jobs)).toEqual([]);
});

describe('a planted fault is found and named', () => {
  /** What somebody with the owner's rights could do to the tables. */
  const plants: Record<string, string> = {
    two_sides: `update funds.entry set year = 2023 where id = $1`,
    balances: `update funds.account set balance = balance + 1 where id = (select debit_account from funds.entry where id = $1)`,
    nothing_overdrawn: `update funds.account set guarded = false where holder = 'place' and measure = 'received'
      and county = (select county from funds.entry where id = $1)`,
    reversals: `insert into funds.entry (county, id, place_key, debit_account, credit_account, amount, measure, payer, payer_key,
        source, level, programme, instrument, year, document_number, booked_on, reverses)
      select county, gen_random_uuid(), place_key, debit_account, credit_account, -amount - 1, measure, payer, payer_key,
        source, level, programme, instrument, year, document_number, booked_on, id from funds.entry where id = $1`,
    closed_months: `update funds.entry set booked_on = '2021-08-05', recorded_at = now() where id = $1`,
    no_entry_of_nowhere: `update funds.entry set made_up = false where id = $1`,
    documents: `insert into funds.document (id, number, title, payer, payer_key, programme, measure, year, amount, issued_on)
      select gen_random_uuid(), '无分录', '无', 'province', 440000000000, 'special_fund', 'issued', 2022, 1, booked_on
      from funds.entry where id = $1`,
    papers: `with p as (
        insert into funds.paper (id, place_key, kind, state, number, title, payer, payer_key, source, programme, measure, level,
          year, dated, amount, registered_by, checked_by)
        select gen_random_uuid(), 440823000000, 'booking', 'posted', '没入账', '无', 'county', 440823000000, 'county_fund',
          'special_fund', 'received', 'county', 2022, booked_on, 1, gen_random_uuid(), gen_random_uuid()
        from funds.entry where id = $1 returning id)
      insert into funds.paper_line (county, id, paper_id, place_key, amount) select '440823', gen_random_uuid(), id, 440823100000, 1 from p`,
  };

  test('each rule has one', () => {
    expect(Object.keys(plants).sort()).toEqual(bookRules.map(({ name }) => name).sort());
  });

  test.each(Object.entries(plants))('%s', async (rule, plant) => {
    const client = await pool.connect();
    try {
      const entry = newId();
      await book(client, [{ town: towns[0] ?? '', amount: 500, measure: 'received' }], [entry]);
      await client.query('begin');
      await client.query(plant, [entry]);
      const faults = await faultsIn(client);
      expect(faults.map((fault) => fault.rule)).toContain(rule);
      expect(faults.find((fault) => fault.rule === rule)).toMatchObject({
        row: expect.stringMatching(/^(account|entry|document|paper) /),
        count: expect.any(Number),
      });
    } finally {
      await client.query('rollback');
      client.release();
    }
    expect(await checkBooks(database.jobs)).toEqual([]);
  });
});
