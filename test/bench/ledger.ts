/** Money posted: one line, and a hundred at once, with scope, guard, audit and increments, against a bare transfer; they take turns. */
import { countyOfKey } from '../../src/kit/region-key.ts';
import { inScope } from '../../src/platform/db/scope.ts';
import { newId } from '../../src/platform/new-id.ts';
import { median } from './load.ts';
import { rate, writers } from './rate.ts';
import type { Result } from './report.ts';
import type { Stage } from './stage.ts';

interface Town {
  key: string;
  county: string;
}

const ROUNDS = 7;
const SECONDS = 2;

export async function benchLedger(on: Stage): Promise<Result[]> {
  const { rows } = await on.owner.query<{ key: string }>(
    `select key::text as key from regions.region where level = 'town' and valid_to is null order by key limit 400`,
  );
  const towns = rows.map(({ key }) => ({ key, county: countyOfKey(key) }));
  await post(on, towns); // accounts are there, as they are after the first line of a year
  const one: number[] = [];
  const hundred: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    one.push(await rate((i) => post(on, [townOf(towns, i)]), SECONDS));
    hundred.push(100 * (await rate((i) => post(on, hundredFrom(towns, i)), SECONDS)));
    await on.owner.query('alter table funds.entry disable trigger user');
    bare.push(await rate((i) => transfer(on, townOf(towns, i)), SECONDS));
    await on.owner.query('alter table funds.entry enable trigger user');
  }
  return [
    {
      what: 'one line of money posted, with scope, guard, audit and increments',
      ours: `${median(one).toFixed(0)}/s`,
      baseline: `bare transfer in one statement: ${median(bare).toFixed(0)}/s`,
      ratio: median(one.map((n, round) => n / (bare[round] ?? 0))),
      goal: 'a third',
    },
    {
      what: 'a hundred lines posted at once',
      ours: `${median(hundred).toFixed(0)} lines/s`,
      baseline: `one by one: ${median(one).toFixed(0)} lines/s`,
      ratio: median(hundred.map((n, round) => n / (one[round] ?? 0))),
      goal: 'at least 10',
    },
  ];
}

/** Towns of each writer: they take different parts of the list, as counties do. */
const part = 100;

function townOf(towns: readonly Town[], i: number): Town {
  const town = towns[(i % writers) * part + (Math.floor(i / writers) % part)];
  if (!town) throw new Error('no town to book for');
  return town;
}

const hundredFrom = (towns: readonly Town[], i: number): Town[] =>
  Array.from({ length: part }, (_, at) => townOf(towns, at * writers + (i % writers)));

/** As a route does it: a scoped transaction, the posting, its row of the audit. */
async function post({ app }: Stage, towns: readonly Town[]): Promise<void> {
  const province = { lo: '440000000000', hi: '449999999999' };
  await inScope(app, { actor: null, ranges: [province] }, async (_, client) => {
    await client.query({
      name: 'bench-book',
      text: `select funds.book(array(select row(l.id, l.county, l.town, 100, 'received', 'county', (l.county || '000000')::bigint,
          'county_fund', 'county', 'special_fund', 'quota_notice', 2022, 'bench', '2022-06-01', null, null)::funds.booking
        from unnest($1::uuid[], $2::text[], $3::bigint[]) l (id, county, town)), null)`,
      values: [towns.map(() => newId()), towns.map((t) => t.county), towns.map((t) => t.key)],
    });
    await client.query({
      name: 'bench-audit',
      text: `select access.add_audit(null, 'county', '{}', 'deed', 'bench', 'bench', $1, null, null, 'done', null, null, null, null, null)`,
      values: [towns[0]?.key],
    });
  });
}

/** Two balances and the entry by one statement: no scope, no locks in order, no guard, no audit, no increments. */
async function transfer({ owner }: Stage, town: Town): Promise<void> {
  await owner.query({
    name: 'bench-bare',
    text: `
      with debit as (
        update funds.account set balance = balance + 100
        where county = $1 and holder = 'place' and place_key = $2 and source = 'county_fund' and measure = 'received' and year = 2022
          and programme = 'special_fund' returning id
      ), credit as (
        update funds.account set balance = balance - 100
        where county = $1 and holder = 'payer' and place_key = ($1 || '000000')::bigint and source = 'county_fund'
          and measure = 'received' and year = 2022 and programme = 'special_fund' returning id
      )
      insert into funds.entry (county, id, place_key, debit_account, credit_account, amount, measure, payer, payer_key, source, level,
        programme, instrument, year, document_number, booked_on)
      select $1, $3, $2, debit.id, credit.id, 100, 'received', 'county', ($1 || '000000')::bigint, 'county_fund', 'county',
        'special_fund', 'quota_notice', 2022, 'bench', '2022-06-01'
      from debit, credit`,
    values: [town.county, town.key, newId()],
  });
}
