/** A run of reconciliation matched: entries and lines of one office, against a plain hash join of the same rows. */
import { inScope } from '../../src/platform/db/scope.ts';
import { newId } from '../../src/platform/new-id.ts';
import { type Matter, match } from '../../src/reconciliation/store/match.ts';
import { timed } from './load.ts';
import type { Result } from './report.ts';
import type { Stage } from './stage.ts';

const ROUNDS = 5;

/** @param count entries, and about as many lines */
export async function benchReconciling(on: Stage, count = 100_000): Promise<Result[]> {
  const run = await fill(on, count);
  const ours = await timed(() => matchOnce(on, run), ROUNDS);
  const bare = await timed(() => hashJoin(on, run), ROUNDS);
  return [
    {
      what: `matching ${count.toLocaleString('en')} entries with as many lines`,
      ours: `${ours.toFixed(0)} ms`,
      baseline: `hash join on number and amount, nothing written: ${bare.toFixed(0)} ms`,
      ratio: ours / bare,
      goal: 'at most 40',
    },
  ];
}

/** As a route does it: in the office's scope, what was found written as items. */
async function matchOnce({ app }: Stage, run: Matter): Promise<void> {
  const range = { lo: run.lo, hi: run.hi };
  await inScope(app, { actor: null, ranges: [range] }, async (_, client) => {
    const { rows } = await client.query<{ round: number }>(
      'select round from reconciliation.run where id = $1',
      [run.id],
    );
    await match(client, { ...run, round: rows[0]?.round ?? 0 });
  });
}

/** The rows that agree in number and amount, counted: what the strongest key alone would cost. */
async function hashJoin({ owner }: Stage, run: Matter): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`set local enable_nestloop = off; set local work_mem = '64MB'`);
    await client.query(
      `select count(*) from funds.entry e
       join reconciliation.line l on l.number = e.document_number and l.amount = e.amount
       where e.place_key between $1 and $2 and e.measure = 'spent' and e.programme = 'special_fund'
         and e.booked_on between $3 and $4 and l.source_id = $5 and l.dated between $3 and $4`,
      [run.lo, run.hi, run.from, run.to, run.source],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

/**
 * A voucher each; of a hundred lines of theirs 90 agree, 2 lie a day later, 2 differ in amount, 3 have no number and
 * equal amounts of which there are many, 3 are missing.
 */
async function fill({ owner }: Stage, count: number): Promise<Matter> {
  const { rows } = await owner.query<{ town: string; county: string; account: string[] }>(
    `select r.key::text as town, r.county,
       array(select a.id::text from funds.account a where a.place_key = r.key limit 2) as account
     from regions.region r where r.level = 'town' and r.valid_to is null
       and (select count(*) from funds.account a where a.place_key = r.key) > 1
     order by r.key limit 1`,
  );
  const town = rows[0];
  if (!town) throw new Error('no town with accounts');
  const office = `${town.county}000000`;
  const [source, file, run] = [newId(), newId(), newId()];
  const [from, to] = ['2023-01-01', '2023-12-31'];
  await owner.query('alter table funds.entry disable trigger user');
  await owner.query(
    `insert into funds.entry (county, id, place_key, debit_account, credit_account, amount, measure, payer, payer_key, source,
       level, programme, instrument, year, document_number, booked_on)
     select $1, uuidv7(), $2, $3, $4, 100 * (1 + g % 500), 'spent', 'province', 440000000000, 'provincial_fund', 'county',
       'special_fund', 'treasury_receipt', 2023, 'RC-' || lpad(g::text, 8, '0'), date '2023-01-01' + g % 365
     from generate_series(1, $5::integer) g`,
    [town.county, town.town, town.account[0], town.account[1], count],
  );
  await owner.query('alter table funds.entry enable trigger user');
  await owner.query(
    `insert into reconciliation.source (id, place_key, name, kind) values ($1, $2, 'bench', 'payment_detail')`,
    [source, office],
  );
  await owner.query(
    `insert into reconciliation.import_file (id, place_key, source_id, name, lines, left_out, amount, starts_on, ends_on)
     values ($1, $2, $3, 'bench', $4, 0, 0, $5, $6)`,
    [file, office, source, count, from, to],
  );
  await owner.query(
    `insert into reconciliation.line (county, id, place_key, source_id, import_id, row, number, dated, amount, payee,
       budget_code, purpose, nth)
     select $1, uuidv7(), $2, $3, $4, g, case when g % 100 between 94 and 96 then '' else 'RC-' || lpad(g::text, 8, '0') end,
       least(date '2023-12-31', date '2023-01-01' + g % 365 + case when g % 100 in (90, 91) then 1 else 0 end),
       100 * (1 + g % 500) + case when g % 100 in (92, 93) then 1 else 0 end, 'payee ' || g % 1000, '', '', g
     from generate_series(1, $5::integer) g where g % 100 < 97`,
    [town.county, office, source, file, count],
  );
  await owner.query(
    `insert into reconciliation.run (id, place_key, source_id, programme, starts_on, ends_on, days_apart)
     values ($1, $2, $3, 'special_fund', $4, $5, 5)`,
    [run, office, source, from, to],
  );
  await owner.query('analyze funds.entry, reconciliation.line');
  return {
    ...{ id: run, kind: 'payment_detail', source, programme: 'special_fund', from, to },
    ...{ daysApart: 5, office, lo: office, hi: `${town.county}999999`, round: 0 },
  };
}
