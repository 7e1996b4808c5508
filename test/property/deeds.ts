/** What the random writers do: enter, change, end, move, back-date, reverse and delete facts. */

import { countyOfKey } from '../../src/kit/region-key.ts';
import type { Client } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';
import { type Ground, putEntry, putPosting, putSale, putWorkshop } from '../facts.ts';
import type { Random } from './random.ts';

export interface World {
  ground: Ground;
  towns: readonly string[];
  /** Places of every level a sale or an entry may belong to. */
  anywhere: readonly string[];
}

type Deed = (client: Client, random: Random, world: World) => Promise<unknown>;

const channels = ['fair', 'online', 'canteen'] as const;
const payers = ['province', 'assisting_city', 'county'] as const;

const one = (table: string) => `(select id from ${table} order by md5(id::text || $1) limit 1)`;
const pick = (random: Random) => String(random.below(1_000_000_000));

const enter: readonly Deed[] = [
  (client, random, { ground, towns }) => {
    const starts = random.day();
    const ends = random.chance(0.3) ? random.day() : null;
    return putPosting(client, ground, random.of(towns), {
      starts_on: starts,
      ends_on: ends,
      end_reason: ends ? 'rotation' : null,
      category: random.of(['cadre', 'cadre', 'volunteer']),
      role: random.of(['member', 'deputy_captain']),
      main: random.chance(0.8),
    });
  },
  (client, random, { anywhere }) =>
    putSale(client, random.of(anywhere), {
      sold_on: random.day(),
      amount: String(1 + random.below(1_000_000)),
      channel: random.of(channels),
      buyer: random.of(['consumer', 'enterprise']),
    }),
  (client, random, { ground, anywhere }) =>
    putEntry(client, ground, random.of(anywhere), {
      booked_on: random.day(),
      amount: String(1 + random.below(1_000_000_000)),
      measure: random.of(['spent', 'spent', 'received']),
      payer: random.of(payers),
      programme: random.of(['special_fund', 'self_raised']),
    }),
  (client, random, { anywhere }) =>
    putWorkshop(client, random.of(anywhere), { opened_on: random.day() }),
];

const change: readonly Deed[] = [
  (client, random) =>
    client.query(
      `update teams.posting set ends_on = $2, end_reason = 'transferred' where id = ${one('teams.posting')}`,
      [pick(random), random.day()],
    ),
  (client, random) =>
    client.query(
      `update teams.posting set ends_on = null, end_reason = null where id = ${one('teams.posting')}`,
      [pick(random)],
    ),
  (client, random) =>
    client.query(`update teams.posting set starts_on = $2 where id = ${one('teams.posting')}`, [
      pick(random),
      random.day(),
    ]),
  (client, random, { towns }) =>
    client.query(
      `update teams.posting set place_key = $2, role = $3, main = $4, category = $5 where id = ${one('teams.posting')}`,
      [
        pick(random),
        random.of(towns),
        random.of(['member', 'deputy_captain']),
        random.chance(0.8),
        random.of(['cadre', 'cadre', 'volunteer']),
      ],
    ),
  (client, random) =>
    client.query(
      `update livelihoods.sale set amount = $2, sold_on = $3, channel = $4 where id = ${one('livelihoods.sale')}`,
      [pick(random), String(1 + random.below(1_000_000)), random.day(), random.of(channels)],
    ),
  (client, random, { anywhere }) => {
    const place = random.of(anywhere);
    return client.query(
      `update livelihoods.sale set place_key = $2, county = $3 where id = ${one('livelihoods.sale')}`,
      [pick(random), place, countyOfKey(place)],
    );
  },
  (client, random) =>
    client.query(
      `update livelihoods.sale set amount = amount where id = ${one('livelihoods.sale')}`,
      [pick(random)],
    ),
  (client, random) =>
    client.query(
      `update livelihoods.workshop set closed_on = $2, opened_on = $3 where id = ${one('livelihoods.workshop')}`,
      [pick(random), random.chance(0.7) ? random.day() : null, random.day()],
    ),
  (client, random) =>
    client.query(`update funds.entry set booked_on = $2 where id = ${one('funds.entry')}`, [
      pick(random),
      random.day(),
    ]),
  (client, random) =>
    client.query(
      `insert into funds.entry (county, id, place_key, debit_account, credit_account, amount, measure, payer, payer_key,
         source, level, programme, instrument, year, document_number, booked_on, reverses)
       select county, $2, place_key, debit_account, credit_account, -amount, measure, payer, payer_key,
         source, level, programme, instrument, year, document_number, $3, id
       from funds.entry where amount > 0 and id = ${one('funds.entry')}`,
      [pick(random), newId(), random.day()],
    ),
  ...['teams.posting', 'livelihoods.sale', 'livelihoods.workshop'].map(
    (table): Deed =>
      (client, random) =>
        client.query(`delete from ${table} where id = ${one(table)}`, [pick(random)]),
  ),
  // Many rows in one statement.
  (client, random) =>
    client.query(
      `update livelihoods.sale set sold_on = sold_on + 1 where md5(id::text || $1) < '2'`,
      [pick(random)],
    ),
];

/** Refusals a random deed may meet: constraints, deadlocks. Anything else is a defect. */
const expected = /^(23|40)/;

/** One random transaction: some deeds, now and then undone in part or whole. @returns whether it was committed. */
export async function transact(client: Client, random: Random, world: World): Promise<boolean> {
  await client.query('begin');
  try {
    for (let left = 1 + random.below(4); left > 0; left -= 1) {
      const undone = random.chance(0.15);
      if (undone) await client.query('savepoint deed');
      await random.of(random.chance(0.45) ? enter : change)(client, random, world);
      if (undone) await client.query('rollback to savepoint deed');
    }
    const committed = !random.chance(0.2);
    await client.query(committed ? 'commit' : 'rollback');
    return committed;
  } catch (error) {
    await client.query('rollback');
    if (expected.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}
