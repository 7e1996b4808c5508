/** Installing definitions: what does not fit is named, what changed is made anew, what is gone leaves nothing. */
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aGround, putSale } from '../../test/facts.ts';
import { made, saleRows, sold } from '../../test/made-definitions.ts';
import { aProvince, places } from '../../test/places.ts';
import { catalogueOf } from './catalogue.ts';
import type { Definition, Flow } from './definition.ts';
import { check, fold, rebuild } from './fold.ts';
import { installTriggers } from './install.ts';

const database = useDatabase();

beforeAll(async () => {
  await aProvince(database.db);
  await aGround(database.owner, []);
});

const install = (...definitions: Definition[]) =>
  installTriggers(database.owner, catalogueOf(definitions));
const count = async (sql: string) => {
  const { rows } = await database.owner.query<{ n: number }>(
    `select count(*)::int as n from ${sql}`,
  );
  return rows[0]?.n;
};

describe('a definition that does not fit the database is named with what is wrong', () => {
  const column = (more: object) => ({
    ...sold,
    rows: { columns: [{ ...saleRows.columns[0], ...more }] } as Flow['rows'],
  });
  test.each<[string, Definition, string]>([
    ['a table', { ...sold, from: 'livelihoods.gone' }, 'livelihoods.gone'],
    ['a value', { ...sold, value: 'price' }, 'price'],
    ['a day', { ...sold, on: 'sold_at' }, 'sold_at'],
    ['a day of another type', { ...sold, on: 'recorded_at' }, 'recorded_at, is of a type'],
    ['a value that is no whole number', { ...sold, value: 'amount / 2.0' }, 'amount / 2.0'],
    ['a place', { ...sold, place: 'town' }, 'town'],
    ['a place of another type', { ...sold, place: 'county' }, 'r.county, is of a type'],
    ['a condition', { ...sold, when: `channel = 'barter'` }, 'barter'],
    ['a dimension', { ...sold, by: [{ name: 'colour', value: 'colour' }] }, 'colour'],
    ['a key', { ...sold, key: 'number' }, 'number'],
    ['a column of the rows', column({ value: 'r.colour' }), 'colour'],
    ['a column of another type', column({ type: 'fen' }), 'r.sold_on, is of a type'],
    ['a link', column({ link: { path: '/x/{}', value: 'r.link' } }), 'r.link'.slice(2)],
    ['a history', { ...sold, history: 'livelihoods.sale_history' }, 'sale_history'],
  ])('%s', async (_, definition, what) => {
    const said = await install(definition).catch((error: Error) => error.message);
    expect(said).toMatch(/^definitions that do not fit the database:\nmade\.sold /);
    expect(said).toContain(what);
  });
});

test('numbers are taken by new definitions alone, however often they are installed', async () => {
  const first = await install(...made);
  for (let i = 0; i < 5; i += 1) await install(...made);
  const more = await install(...made, { ...sold, code: 'made.again' });
  expect(more.ids.get('made.again')).toBe(Math.max(...first.ids.values()) + 1);
  await install(...made);
});

test('a second start makes no trigger and takes no lock on the facts', async () => {
  await install(...made);
  const functions = async () => {
    const { rows } = await database.owner.query<{ oid: number }>(
      `select oid::int, xmin::text from pg_proc
       where pronamespace = 'indicators'::regnamespace and proname like 'on\\_%' order by oid`,
    );
    return rows;
  };
  const before = await functions();
  const client = await database.owner.connect();
  try {
    await client.query('begin; lock table livelihoods.sale in row exclusive mode');
    await install(...made); // would wait for the lock above
    expect(await functions()).toEqual(before);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('a changed definition is stale until rebuilt, then agrees', async () => {
  const { owner, jobs } = database;
  await rebuild(jobs, catalogueOf(made), (await install(...made)).ids);
  await putSale(owner, places.village, { amount: '500', channel: 'online' });
  await putSale(owner, places.village, { amount: '70', channel: 'fair' });
  while ((await fold(jobs)) > 0);
  await putSale(owner, places.town, { amount: '1', channel: 'fair' });
  const changed = catalogueOf([
    ...made.filter((d) => d.code !== 'made.sold'),
    { ...sold, when: `channel = 'fair'` },
  ]);
  const { ids, stale } = await installTriggers(owner, changed);
  expect(stale).toContain('made.sold');
  expect(stale).not.toContain('made.sales');
  await putSale(owner, places.town, { amount: '2', channel: 'fair' });
  await rebuild(jobs, changed, ids, { codes: stale });
  await putSale(owner, places.town, { amount: '3', channel: 'fair' });
  expect(await check(jobs, changed, ids)).toEqual([]);
  while ((await fold(jobs)) > 0);
  expect(await check(jobs, changed, ids)).toEqual([]);
  expect((await installTriggers(owner, changed)).stale).toEqual([]);
});

test('facts written while a trigger was off or gone make their figures stale', async () => {
  const { owner, jobs } = database;
  const catalogue = catalogueOf(made);
  const { ids, stale } = await installTriggers(owner, catalogue);
  await rebuild(jobs, catalogue, ids, { codes: stale });
  for (const off of [
    'alter table livelihoods.sale disable trigger indicators',
    'drop trigger indicators on livelihoods.sale',
    'alter table livelihoods.sale disable trigger indicators_change',
    'drop trigger indicators_change on livelihoods.sale',
  ]) {
    await owner.query(off);
    await putSale(owner, places.village, { amount: '9' });
    const again = await installTriggers(owner, catalogue);
    expect([...again.stale].sort()).toEqual(['made.sales', 'made.sold']);
    await rebuild(jobs, catalogue, ids, { codes: again.stale });
    await putSale(owner, places.village, { amount: '10' });
    expect(await check(jobs, catalogue, ids)).toEqual([]);
  }
});

test('a removed definition leaves no trigger, increment or figure', async () => {
  const { owner, jobs } = database;
  const { ids } = await install(...made);
  await putSale(owner, places.village, { amount: '11' });
  while ((await fold(jobs)) > 0);
  await putSale(owner, places.village, { amount: '12' });
  const gone = ids.get('made.sold');
  expect(await count(`indicators.cube where indicator = ${gone}`)).toBeGreaterThan(0);
  await install(...made.filter((d) => !['made.sold', 'made.price', 'made.mix'].includes(d.code)));
  for (const table of ['cube', 'cube_day', 'delta'])
    expect(await count(`indicators.${table} where indicator = ${gone}`)).toBe(0);
  await install();
  expect(await count('indicators.definition')).toBe(0);
  expect(await count(`pg_trigger where tgname in ('indicators', 'indicators_change')`)).toBe(0);
  await putSale(owner, places.village);
  expect(await count('indicators.delta')).toBe(0);
});
