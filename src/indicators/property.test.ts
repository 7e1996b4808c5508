/**
 * Every read equals the sum over the facts of its own snapshot, whatever is written, folded and rebuilt
 * meanwhile. PROPERTY_SEED replays the choices of a run, PROPERTY_SECONDS makes it longer.
 */
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aGround } from '../../test/facts.ts';
import { aProvince, places } from '../../test/places.ts';
import { transact, type World } from '../../test/property/deeds.ts';
import { models, summed, told } from '../../test/property/oracle.ts';
import { type Random, randomFrom } from '../../test/property/random.ts';
import { catalogue } from '../app/rooms.ts';
import type { Client } from '../platform/db/pool.ts';
import { settings } from '../platform/db/scope.ts';
import { isAdditive } from './definition.ts';
import { type Engine, loadEngine } from './engine.ts';
import { check, fold, rebuild } from './fold.ts';
import { type PlaceRange, type Question, read, readStatement } from './read.ts';

const seconds = Number(process.env.PROPERTY_SECONDS ?? 8);
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const codes = Object.keys(models);
const database = useDatabase();
const towns = [
  places.town,
  places.otherTown,
  places.siblingTown,
  places.otherCityTown,
  places.townWithoutCounty,
];
let engine: Engine;
let world: World;
let everywhere: PlaceRange[];

beforeAll(async () => {
  console.log(`PROPERTY_SEED=${seed} PROPERTY_SECONDS=${seconds}`);
  await aProvince(database.db);
  const ground = await aGround(database.owner, towns);
  world = { ground, towns, anywhere: Object.values(places) };
  engine = await loadEngine(database.app, catalogue);
  const found = await database.owner.query<PlaceRange>(
    'select key, lo, hi, level from regions.region',
  );
  everywhere = found.rows;
});

function question(random: Random): Question {
  const days = [random.day(), random.day()].sort() as [string, string];
  const some = <T>(list: readonly T[], most: number) => [
    ...new Set(Array.from({ length: 1 + random.below(most) }, () => random.of(list))),
  ];
  return {
    codes: some(codes, 3),
    places: some(everywhere, 4),
    from: days[0],
    to: days[1],
    divided: random.chance(0.4),
    monthly: random.chance(0.3) && days[0] > '2000',
  };
}

/** Asks and adds up in one snapshot, as somebody who sees the province or just the place. */
async function compare(client: Client, q: Question, narrow: boolean): Promise<void> {
  const ranges =
    narrow && q.places.length <= 4 ? q.places : [{ lo: places.province, hi: '449999999999' }];
  const scope = { actor: null, ranges: ranges.map(({ lo, hi }) => ({ lo, hi })) };
  await client.query(`begin isolation level repeatable read; ${settings(scope)}`);
  const cells = await read(client, engine, q);
  const sums = await summed(client, q);
  await client.query('commit');
  expect(told(cells), JSON.stringify(q)).toEqual(sums);
}

/** The same in one statement of the isolation requests run under: figure and sum side by side. */
async function compareInOne(client: Client, q: Question): Promise<void> {
  const list = q.codes.flatMap((code) => {
    const d = catalogue.byCode.get(code);
    return d && isAdditive(d) ? [d] : [];
  });
  const { text, values } = readStatement(engine, { ...q, divided: false, monthly: false }, list);
  const sums = list.flatMap((d, i) =>
    q.places.map(({ key, lo, hi }) => {
      const sql = (models[d.code]?.sql ?? '')
        .replaceAll('$lo', lo)
        .replaceAll('$hi', hi)
        .replaceAll('$from', `date '${q.from}'`)
        .replaceAll('$to', `date '${q.to}'`);
      return `select ${i} as i, ${key}::bigint as place, (${sql})::bigint as value`;
    }),
  );
  const scope = { actor: null, ranges: [{ lo: places.province, hi: '449999999999' }] };
  await client.query(`begin; ${settings(scope)}`);
  const { rows } = await client.query(
    `with told as (${text}), summed as (${sums.join(' union all ')})
     select i, s.place, t.value as told, s.value as summed from summed s left join told t using (i, place)
     where coalesce(t.value, 0) <> s.value`,
    values,
  );
  await client.query('commit');
  expect(rows, JSON.stringify(q)).toEqual([]);
}

test('every read equals the sum over the facts of its own snapshot', {
  timeout: seconds * 1_000 + 60_000,
}, async () => {
  const random = randomFrom(seed);
  const until = Date.now() + seconds * 1_000;
  const done = { committed: 0, undone: 0, reads: 0, folds: 0, rebuilds: 0 };
  let stopped = false;
  const going = () => !stopped && Date.now() < until;
  /** Stops the others when one finds a fault. */
  const job = async (work: () => Promise<void>) => {
    try {
      while (going()) await work();
    } catch (error) {
      stopped = true;
      throw error;
    }
  };
  const writer = async (name: number) => {
    const client = await database.owner.connect();
    const own = random.fork(name);
    await job(async () => {
      if (await transact(client, own, world)) done.committed += 1;
      else done.undone += 1;
    }).finally(() => client.release());
  };
  const reader = async (name: number) => {
    const client = await database.app.connect();
    const own = random.fork(name);
    await job(async () => {
      const q = question(own);
      if (own.chance(0.4)) await compareInOne(client, q);
      else await compare(client, q, own.chance(0.5));
      done.reads += 1;
    }).finally(() => client.release(true));
  };
  const keeper = async (name: number) => {
    const own = random.fork(name);
    await job(async () => {
      if (own.chance(0.9)) {
        await fold(database.jobs, own.chance(0.5) ? 1 + own.below(30) : 100_000);
        done.folds += 1;
      } else {
        await rebuild(database.jobs, catalogue, engine.ids, { codes: [own.of(codes)] });
        done.rebuilds += 1;
      }
      await new Promise((resolve) => setTimeout(resolve, own.below(40)));
    });
  };
  const all = await Promise.allSettled([
    ...[1, 2, 3].map(writer),
    ...[11, 12].map(reader),
    ...[21, 22].map(keeper),
  ]);
  console.log(JSON.stringify(done));
  for (const one of all) if (one.status === 'rejected') throw one.reason;
  expect(Math.min(done.committed, done.undone, done.reads, done.folds)).toBeGreaterThan(0);
});

test('afterwards cube and increments agree with the facts, and a rebuild changes nothing', async () => {
  expect(await check(database.jobs, catalogue, engine.ids)).toEqual([]);
  while ((await fold(database.jobs)) > 0);
  expect(await check(database.jobs, catalogue, engine.ids)).toEqual([]);
  const cube = `select sum(hashtext(c::text)::bigint) as sum, count(*) from indicators.cube c where value <> 0`;
  const before = await database.owner.query(cube);
  await rebuild(database.jobs, catalogue, engine.ids);
  expect((await database.owner.query(cube)).rows).toEqual(before.rows);
  expect((await database.owner.query('select from indicators.delta')).rowCount).toBe(0);
});
