/** Every kind of figure on a few facts whose answers can be counted by hand; and what was known when. */
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aGround, type Ground, putPosting, putSale } from '../../test/facts.ts';
import { made } from '../../test/made-definitions.ts';
import { aProvince, places } from '../../test/places.ts';
import { answer, series } from './answer.ts';
import { catalogueOf } from './catalogue.ts';
import { type Engine, loadEngine } from './engine.ts';
import { fold } from './fold.ts';
import { installTriggers } from './install.ts';
import { type PlaceRange, type Question, read } from './read.ts';
import { rowsOf } from './rows.ts';

const database = useDatabase();
const catalogue = catalogueOf(made);
let engine: Engine;
let ground: Ground;
let province: PlaceRange;
let county: PlaceRange;

beforeAll(async () => {
  const { owner } = database;
  await aProvince(database.db);
  await installTriggers(owner, catalogue);
  engine = await loadEngine(owner, catalogue);
  ground = await aGround(owner, [places.town, places.otherCityTown]);
  const found = await owner.query<PlaceRange>(
    'select key, lo, hi, level from regions.region where key in (440000000000, 440823000000) order by key',
  );
  [province, county] = found.rows as [PlaceRange, PlaceRange];
  const sale = (place: string, sold_on: string, amount: string, channel: string, buyer: string) =>
    putSale(owner, place, { sold_on, amount, channel, buyer });
  await sale(places.village, '2021-07-01', '300', 'online', 'consumer');
  await sale(places.village, '2021-07-31', '300', 'fair', 'consumer');
  await sale(places.town, '2021-08-01', '200', 'fair', 'enterprise');
  await sale(places.otherCityTown, '2021-08-15', '700', 'canteen', 'consumer');
  const first = await putPosting(owner, ground, places.town, {
    starts_on: '2021-07-01',
    ends_on: '2021-07-15',
    end_reason: 'rotation',
  });
  await owner.query(
    `insert into teams.posting (id, place_key, team_id, person_id, batch_id, category, role, starts_on)
     select gen_random_uuid(), place_key, team_id, person_id, batch_id, category, 'deputy_captain', '2021-08-10'
     from teams.posting where id = $1`,
    [first],
  );
  await putPosting(owner, ground, places.otherCityTown, { starts_on: '2021-07-20' });
});

async function ask(code: string, q: Partial<Question> & { by?: string } = {}) {
  const { by, ...more } = q;
  const client = await database.owner.connect();
  try {
    const question = { codes: [code], places: [province], from: '2021-07-01', to: '2021-08-31' };
    const divided = by !== undefined || code === 'made.mix';
    const cells = await read(client, engine, { ...question, divided, ...more });
    return { ...answer(catalogue, code, cells, by), cells };
  } finally {
    client.release();
  }
}
const value = async (code: string, q: Partial<Question> = {}) => (await ask(code, q)).value;
const months = async (code: string) =>
  series(
    catalogue,
    code,
    (await ask(code, { monthly: true })).cells,
    '2021-07-01',
    '2021-08-31',
  ).map((p) => p.value);

describe.each(['open', 'folded'])('increments %s', (state) => {
  beforeAll(async () => {
    if (state === 'folded') while ((await fold(database.jobs)) > 0);
  });

  test('different things count once, in the whole as in their parts', async () => {
    const buyers = await ask('made.buyers', { by: 'channel' });
    expect(buyers.value).toBe('2');
    expect(new Map(buyers.parts.map((p) => [p.key, p.value]))).toEqual(
      new Map([
        ['online', '1'],
        ['fair', '2'],
        ['canteen', '1'],
      ]),
    );
    expect(await value('made.buyers', { to: '2021-07-31' })).toBe('1');
    expect(await value('made.buyers', { from: '2021-09-01', to: '2021-09-30' })).toBe('0');
    expect(await months('made.buyers')).toEqual(['1', '2']);
  });

  test('people on the last day and on any day', async () => {
    expect(await value('made.people_last_day', { to: '2021-08-05' })).toBe('1');
    expect(await value('made.people_any_day', { to: '2021-08-05' })).toBe('2');
    expect(await value('made.people_any_day', { from: '2021-07-15', to: '2021-07-19' })).toBe('0');
    expect(await value('made.people_any_day')).toBe('2');
    expect(await value('made.people_any_day', { places: [county] })).toBe('1');
    expect(await months('made.people_last_day')).toEqual(['1', '2']);
    expect(await months('made.people_any_day')).toEqual(['2', '2']);
  });

  test('smallest and largest of the sums, null of nothing', async () => {
    expect(await value('made.place_min')).toBe('200');
    expect(await value('made.place_max')).toBe('700');
    expect(await value('made.place_max', { to: '2021-07-31' })).toBe('600');
    expect(await value('made.place_min', { from: '2022-01-01', to: '2022-12-31' })).toBeNull();
    expect(await months('made.place_max')).toEqual(['600', '700']);
    const both = await ask('made.place_max', { places: [province, county] });
    expect(both.cells.map((c) => [c.place, c.value])).toEqual(
      expect.arrayContaining([
        [province.key, 700n],
        [county.key, 600n],
      ]),
    );
  });

  test('ratios keep both sides, shares close', async () => {
    expect(await ask('made.price')).toMatchObject({ value: '1500', over: '4' });
    expect(await ask('made.price', { from: '2022-01-01', to: '2022-01-31' })).toMatchObject({
      value: '0',
      over: '0',
    });
    expect((await ask('made.mix')).parts).toEqual([
      { key: 'online', value: '3' },
      { key: 'fair', value: '5' },
      { key: 'canteen', value: '7' },
    ]);
  });

  test('stocks run up and divide', async () => {
    expect(await months('made.posted')).toEqual(['1', '2']);
    const posted = await ask('made.posted', { by: 'role' });
    expect(posted.value).toBe('2');
    expect(posted.parts).toHaveLength(2); // member and deputy captain; who came and went is no part
  });
});

test('as known on: a change, a back-dated one too, shows from when it was recorded', async () => {
  const { owner } = database;
  const id = await putPosting(owner, ground, places.town, { starts_on: '2021-06-01' });
  const known = async () =>
    (await owner.query<{ at: string }>('select clock_timestamp() as at')).rows[0]?.at ?? '';
  const at = async (instant: string, to: string) => value('made.posted', { to, known: instant });
  const before = await known();
  await owner.query(
    'update teams.posting set starts_on = $2, ends_on = $3, end_reason = $4 where id = $1',
    [id, '2021-05-01', '2021-06-15', 'rotation'],
  );
  const between = await known();
  await owner.query('delete from teams.posting where id = $1', [id]);
  const after = await known();
  expect(await at(before, '2021-06-30')).toBe('1');
  expect(await at(before, '2021-05-31')).toBe('0');
  expect(await at(between, '2021-06-30')).toBe('0');
  expect(await at(between, '2021-05-31')).toBe('1');
  expect(await at(after, '2021-05-31')).toBe('0');
  expect(await value('made.posted', { to: '2021-05-31' })).toBe('0');
  const client = await owner.connect();
  const d = catalogue.byCode.get('made.posted');
  if (d?.kind !== 'stock') throw new Error('made.posted is a stock');
  const columns = engine.columns.get(d.from);
  const q = {
    place: province,
    from: '2021-05-01',
    to: '2021-05-31',
    known: { at: between, columns },
  };
  const { rows } = await rowsOf(client, d, q, null, 50);
  client.release();
  expect(rows.map((r) => r.id)).toEqual([id]);
});

test('as known on: of two changes that overlap in time only one state holds at any instant', async () => {
  const { owner } = database;
  const id = await putPosting(owner, ground, places.town, { starts_on: '2021-06-01' });
  const [early, late] = [await owner.connect(), await owner.connect()];
  await early.query('begin'); // its now() is before the other's
  await early.query('select now()');
  await late.query(`update teams.posting set starts_on = '2021-06-02' where id = $1`, [id]);
  await early.query(`update teams.posting set starts_on = '2021-06-03' where id = $1`, [id]);
  await early.query('commit');
  for (const c of [early, late]) c.release();
  const { rows } = await owner.query(
    `with state as (select recorded_at, superseded_at from teams.posting_history where id = $1
       union all select recorded_at, 'infinity' from teams.posting where id = $1)
     select count(*)::int as at_once from state a join state b
       on tstzrange(a.recorded_at, a.superseded_at) && tstzrange(b.recorded_at, b.superseded_at)
      and (a.recorded_at, a.superseded_at) < (b.recorded_at, b.superseded_at)`,
    [id],
  );
  expect(rows).toEqual([{ at_once: 0 }]);
});
