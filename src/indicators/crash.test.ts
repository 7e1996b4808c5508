/** A backend, then the whole of PostgreSQL, is killed in mid-fold with writers at work: nothing acknowledged is lost, the cube agrees. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { put, putSale } from '../../test/facts.ts';
import { aProvince, places } from '../../test/places.ts';
import { prepare } from '../app/prepare.ts';
import { catalogue } from '../app/rooms.ts';
import { serversIn } from '../platform/db/embedded/processes.ts';
import { type Embedded, startEmbedded } from '../platform/db/embedded.ts';
import { kyselyOver, openPool, type Pool } from '../platform/db/pool.ts';
import { type RoleUrls, roleUrls } from '../platform/db/roles.ts';
import { check, fold } from './fold.ts';
import { idsOf } from './triggers.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhuzhen-crash-'));
const dataDir = join(folder, 'data');
const start = () => startEmbedded({ dataDir, log: () => {} }); // durability on
const acknowledged = new Set<string>();
let server: Embedded;
let urls: RoleUrls;

beforeAll(async () => {
  chmodSync(folder, 0o755); // the database's own account must be able to enter
  server = await start();
  ({ urls } = await prepare(server.adminUrl));
  const owner = openPool(urls.zz_owner, { max: 1 });
  await aProvince(kyselyOver(owner));
  await put(owner, 'livelihoods.sales_event', {
    county: '440823',
    id: '0190a000-0000-7000-8000-00000000000c',
    place_key: places.county,
    name: '展销会',
    kind: 'fair',
    starts_on: '2021-07-01',
    ends_on: '2021-07-02',
  });
  await owner.end();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes until the database goes away; remembers what was acknowledged. */
async function write(owner: Pool): Promise<void> {
  try {
    for (;;) {
      const id = await putSale(owner, places.village, { amount: '7' });
      acknowledged.add(id);
      if (acknowledged.size % 3 === 0)
        await owner.query(
          `update livelihoods.sale set sold_on = sold_on + 31, amount = amount + 1 where id = $1`,
          [id],
        );
    }
  } catch {
    // the kill, as meant
  }
}

/** The process of the fold under way, seen while it works on the increments. */
async function foldingBackend(admin: Pool): Promise<number> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    const { rows } = await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where state = 'active' and query like '%delete from indicators.delta%' and pid <> pg_backend_pid()`,
    );
    if (rows[0]) return rows[0].pid;
    await sleep(1);
  }
  throw new Error('no fold was seen');
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const pool = openPool(url, { max: 1 });
    const up = await pool.query('select 1').then(
      () => true,
      () => false,
    );
    await pool.end();
    if (up) return;
    await sleep(100);
  }
}

test.each(['backend', 'server'] as const)(
  'killed in mid-fold: %s',
  { timeout: 120_000 },
  async (what) => {
    const owner = openPool(urls.zz_owner, { max: 4 });
    const jobs = openPool(urls.zz_jobs, { max: 1 });
    const admin = openPool(server.adminUrl, { max: 1 });
    await owner.query(
      `insert into livelihoods.sale (county, id, place_key, product, channel, buyer, amount, benefits_lifted, sold_on)
     select '440823', gen_random_uuid(), 440823100200, '茶叶', 'fair', 'consumer', 1 + g % 9, true, date '2021-06-01' + g % 400
     from generate_series(1, 20000) g`,
    );
    const writers = [write(owner), write(owner), write(owner)];
    const folding = fold(jobs).then(
      () => 'done',
      () => 'killed',
    );
    const pid = await foldingBackend(admin);
    const victims = what === 'backend' ? [pid] : serversIn(join(dataDir, 'postgres'));
    for (const victim of victims) process.kill(victim, 'SIGKILL');
    expect(await folding).toBe('killed');
    await Promise.all(writers);
    await Promise.all([owner, jobs, admin].map((pool) => pool.end()));
    if (what === 'server') {
      const killed = server;
      server = await start();
      await killed.stop();
      urls = roleUrls(server.adminUrl);
    }
    await answers(urls.zz_jobs);

    const after = openPool(urls.zz_jobs, { max: 1 });
    const { rows } = await after.query<{ id: string }>(
      'select w.id from unnest($1::uuid[]) w(id) where not exists (select from livelihoods.sale s where s.id = w.id)',
      [[...acknowledged]],
    );
    expect(rows, 'acknowledged and lost').toEqual([]);
    const ids = await idsOf(after);
    expect(await check(after, catalogue, ids)).toEqual([]);
    expect(await fold(after)).toBeGreaterThanOrEqual(20_000);
    expect(await check(after, catalogue, ids)).toEqual([]);
    await after.end();
  },
);
