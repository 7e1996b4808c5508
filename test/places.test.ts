/** The builders of places agree with what the rest relies on: ranges, ancestors, names. */
import { expect, test } from 'vitest';
import { useDatabase } from './database.ts';
import { aProvince, aTown, places } from './places.ts';

const database = useDatabase();

test('a small province, and a town in a city without counties', async () => {
  const { db } = database;
  await aProvince(db);
  const town = await aTown(db, {
    under: places.cityWithoutCounties,
    tier: 'key_assistance',
    villages: [['weak_organisation'], []],
  });
  const above = await db
    .selectFrom('regions.ancestor')
    .select(['ancestor', 'level'])
    .where('key', '=', town.villages[1] ?? '')
    .orderBy('ancestor')
    .execute();
  expect(above.map((a) => a.level)).toEqual(['province', 'city', 'town', 'village']);
  const place = await db
    .selectFrom('regions.place')
    .select(['name', 'county', 'pinyin'])
    .where('key', '=', places.town)
    .executeTakeFirstOrThrow();
  expect(place).toEqual({ name: '黄略镇', county: '440823', pinyin: 'huanglvezhen' });
});
