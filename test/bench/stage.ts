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
 * Fills funds.entry up to `count` rows over all towns, two years, six measures and four payers, in one
 * statement with the triggers off, and makes the figures anew.
 */
export async function fillEntries({ owner, jobs }: Stage, count: number): Promise<void> {
  await owner.query('alter table funds.entry disable trigger user');
  await owner.query(accountsSql);
  await owner.query(entriesSql, [count]);
  await owner.query('alter table funds.entry enable trigger user');
  await owner.query('vacuum analyze funds.entry');
  await rebuild(jobs, catalogue, await idsOf(jobs));
  await owner.query('analyze');
}

const accountsSql = `
  insert into funds.account (county, id, holder, place_key, payer_key, source, programme, measure, year, guarded)
  select r.county, uuidv7(), h.holder::funds.holder, r.key, null, 'provincial_fund', 'special_fund', 'issued', 2022, false
  from regions.region r cross join (values ('payer'), ('place')) h(holder)
  where r.level = 'town' and r.valid_to is null
  on conflict do nothing`;

const entriesSql = `
  with town as (
    select r.key, r.county, row_number() over (order by r.key) - 1 as n, count(*) over () as towns, p.id as payer, t.id as place
    from regions.region r
    join funds.account p on p.place_key = r.key and p.holder = 'payer'
    join funds.account t on t.place_key = r.key and t.holder = 'place'
    where r.level = 'town' and r.valid_to is null
  )
  insert into funds.entry (county, id, place_key, debit_account, credit_account, amount, measure, payer, payer_key, source, level,
                           programme, instrument, year, document_number, booked_on)
  select town.county, uuidv7(), town.key, town.place, town.payer, 100 + g % 100000,
         (array['due', 'issued', 'remitted', 'received', 'committed', 'spent'])[1 + g % 6]::funds.measure,
         (array['province', 'assisting_city', 'assisted_city', 'county'])[1 + (g / 7) % 4]::funds.payer,
         440000000000, 'provincial_fund', 'town', 'special_fund', 'fiscal_document', 2021 + (g / 11) % 2, 'B' || (g % 900),
         date '2021-01-01' + ((g / 13) % 729)::int
  from generate_series((select count(*) from funds.entry) + 1, $1::bigint) g
  join town on town.n = g % town.towns`;
