/** The stage of the benchmarks: a scratch server of its own, the real registry, and as many entries as asked. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAccounts } from '../../src/access/store/accounts.ts';
import { openSession } from '../../src/access/store/sessions.ts';
import { loadRegistry } from '../../src/app/first-start.ts';
import { prepare } from '../../src/app/prepare.ts';
import { catalogue } from '../../src/app/rooms.ts';
import { buildServer } from '../../src/app/server.ts';
import { rebuild } from '../../src/indicators/fold.ts';
import { idsOf } from '../../src/indicators/triggers.ts';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { type Db, kyselyOver, openPool, type Pool } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';

export interface Stage {
  owner: Pool;
  app: Pool;
  jobs: Pool;
  db: Db;
  /** Of the application role. */
  url: string;
  /** Address of the product's server. */
  base: string;
  /** Signed in for the province. */
  cookie: string;
  close(): Promise<void>;
}

export const province = '440000000000';

export async function stage(): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhuzhen-bench-'));
  const embedded = await startEmbedded({ dataDir, log: () => {} });
  const { urls } = await prepare(embedded.adminUrl);
  const [owner, app, jobs] = [urls.zz_owner, urls.zz_app, urls.zz_jobs].map((url) =>
    openPool(url, { max: 10 }),
  ) as [Pool, Pool, Pool];
  const db = kyselyOver(owner);
  await loadRegistry(db, 'first_start', () => {});
  const id = newId();
  await addAccounts(db, [
    {
      id,
      name: 'bench',
      displayName: 'bench',
      passwordHash: 'none',
      role: 'province',
      homeKey: province,
    },
  ]);
  const cookie = `zz_session=${await openSession(db, id)}`;
  const server = await buildServer({ pool: app });
  const base = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    owner,
    app,
    jobs,
    db,
    base,
    cookie,
    url: urls.zz_app,
    close: async () => {
      await server.close();
      await Promise.all([owner.end(), app.end(), jobs.end()]);
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Fills funds.entry up to `count` rows, in one statement a table with the triggers off, and makes the figures anew. Every
 * town has the same lines of money, four payers' over two years and six measures: more entries are more on each of them.
 */
export async function fillEntries({ owner, jobs }: Stage, count: number): Promise<void> {
  await owner.query('alter table funds.entry disable trigger user');
  await owner.query(accountsSql);
  await owner.query(entriesSql, [count]);
  await owner.query(balancesSql);
  await owner.query('alter table funds.entry enable trigger user');
  await owner.query('vacuum analyze funds.entry, funds.account');
  await rebuild(jobs, catalogue, await idsOf(jobs));
  await owner.query('analyze');
}

/** What stands beside a line: its place, payer, source, year and measure. */
const linesSql = `
  with town as (
    select key, county, row_number() over (order by key) - 1 as n
    from regions.region where level = 'town' and valid_to is null
  ), giver (n, payer, source) as (
    values (0, 'province'::funds.payer, 'provincial_fund'::funds.source), (1, 'assisting_city', 'assisting_city_fund'),
      (2, 'assisted_city', 'local_city_fund'), (3, 'county', 'county_fund')
  ), line as (
    select town.key, town.county, town.n as town, giver.payer, giver.source, year, measure, measures.at - 1 + 6 * (giver.n + 4 * (year - 2021)) as n,
      case giver.payer when 'province' then ${province} when 'assisting_city' then 440100000000
        when 'assisted_city' then (left(town.county, 4) || '00000000')::bigint else (town.county || '000000')::bigint end as payer_key
    from town cross join giver cross join generate_series(2021, 2022) year
    cross join unnest(enum_range(null::funds.measure)) with ordinality measures (measure, at)
  )`;

/** One number in this namespace is one account: what an account is of makes its id. */
const placeAccount = (key: string, measure: string) =>
  `md5(concat_ws(' ', ${key}, source, ${measure}, year))::uuid`;
const payerAccount = `md5(concat_ws(' ', county, payer_key, source, measure, year))::uuid`;

const accountsSql = `${linesSql}
  insert into funds.account (county, id, holder, place_key, payer_key, source, programme, measure, year, guarded)
  select county, ${placeAccount('key', 'measure')}, 'place', key, null, source, 'special_fund', measure, year, measure = 'received'
  from line
  union all
  select distinct county, ${payerAccount}, 'payer'::funds.holder, (county || '000000')::bigint, payer_key, source,
    'special_fund'::funds.programme, measure, year, false
  from line where measure <> 'spent'
  on conflict do nothing`;

/** Less is spent than was received: a payment is under a yuan. */
const entriesSql = `${linesSql}
  insert into funds.entry (county, id, place_key, debit_account, credit_account, amount, measure, payer, payer_key, source, level,
                           programme, instrument, year, document_number, booked_on)
  select county, uuidv7(), key, ${placeAccount('key', 'measure')},
    case when measure = 'spent' then ${placeAccount('key', `'received'`)} else ${payerAccount} end,
    case when measure = 'spent' then 1 + g % 100 else 100 + g % 100000 end, measure, payer, payer_key, source, 'town',
    'special_fund', 'fiscal_document', year, 'B' || (g % 900), date '2021-01-01' + ((g / 13) % 729)::int
  from (
    select g, g % towns as town, (g / towns) % 48 as n
    from generate_series((select count(*) from funds.entry), $1::bigint - 1) g cross join (select count(*) as towns from town) all_towns
  ) turn join line using (town, n)`;

const balancesSql = `
  update funds.account a set balance = moved.amount
  from (
    select county, account, sum(amount)::bigint as amount
    from (
      select county, debit_account as account, amount from funds.entry
      union all select county, credit_account, -amount from funds.entry
    ) side group by county, account
  ) moved where moved.county = a.county and moved.account = a.id`;
