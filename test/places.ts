/** Places of the tests: a small real tree of Guangdong, and towns made when a test needs one. */
import { pinyin } from 'pinyin-pro';
import { countyOfKey, levelOfKey, rangeOfKey } from '../src/kit/region-key.ts';
import type { Db } from '../src/platform/db/pool.ts';
import { newId } from '../src/platform/new-id.ts';
import type { RegionsFlagName, RegionsKind, RegionsTierName } from '../src/schema.gen.ts';

/** First day of every place and row the builders make. */
export const since = '2020-06-30';

/** Keys of the tree that aProvince builds. */
export const places = {
  province: '440000000000',
  /** 湛江市: two counties. */
  city: '440800000000',
  county: '440823000000',
  town: '440823100000',
  otherTown: '440823101000',
  street: '440823001000',
  village: '440823100200',
  otherVillage: '440823100201',
  siblingCounty: '440881000000',
  siblingTown: '440881100000',
  siblingVillage: '440881100200',
  /** 梅州市. */
  otherCity: '441400000000',
  otherCityCounty: '441422000000',
  otherCityTown: '441422100000',
  otherCityVillage: '441422100200',
  /** 东莞市: towns right below the city. */
  cityWithoutCounties: '441900000000',
  townWithoutCounty: '441900104000',
  villageWithoutCounty: '441900104200',
} as const;

interface Row {
  key: string;
  parent: string | null;
  kind: RegionsKind;
  name: string;
}

const tree: readonly [key: string, parent: string | null, kind: RegionsKind, name: string][] = [
  [places.province, null, 'province', '广东省'],
  [places.city, places.province, 'city', '湛江市'],
  [places.county, places.city, 'county', '遂溪县'],
  [places.street, places.county, 'street', '遂城街道'],
  [places.town, places.county, 'town', '黄略镇'],
  [places.village, places.town, 'administrative_village', '平石村'],
  [places.otherVillage, places.town, 'administrative_village', '文车村'],
  [places.otherTown, places.county, 'town', '洋青镇'],
  ['440823101200', places.otherTown, 'administrative_village', '沙古村'],
  [places.siblingCounty, places.city, 'county', '廉江市'],
  [places.siblingTown, places.siblingCounty, 'town', '石城镇'],
  [places.siblingVillage, places.siblingTown, 'administrative_village', '上县村'],
  [places.otherCity, places.province, 'city', '梅州市'],
  [places.otherCityCounty, places.otherCity, 'county', '大埔县'],
  [places.otherCityTown, places.otherCityCounty, 'town', '湖寮镇'],
  [places.otherCityVillage, places.otherCityTown, 'administrative_village', '莒村村'],
  [places.cityWithoutCounties, places.province, 'city', '东莞市'],
  [places.townWithoutCounty, places.cityWithoutCounties, 'town', '石排镇'],
  [places.villageWithoutCounty, places.townWithoutCounty, 'administrative_village', '石岗村'],
];

/** The tree above with its names, under edition 2020. Give it zz_owner's Kysely. */
export async function aProvince(db: Db): Promise<typeof places> {
  await db
    .insertInto('regions.edition')
    .values({
      edition: '2020',
      cut_off: since,
      source: 'test',
      sha256: '0',
      row_count: tree.length,
      active_from: since,
    })
    .execute();
  await addPlaces(
    db,
    tree.map(([key, parent, kind, name]) => ({ key, parent, kind, name })),
  );
  return places;
}

export interface TownWishes {
  /** The place right above: a county, or a city without counties. */
  under?: string;
  name?: string;
  kind?: RegionsKind;
  tier?: RegionsTierName;
  /** Flags of each village, one entry a village; one village without flags when absent. */
  villages?: readonly (readonly RegionsFlagName[])[];
}

export interface Town {
  key: string;
  name: string;
  villages: string[];
}

/** A further town with its villages, tier and flags. */
export async function aTown(db: Db, wishes: TownWishes = {}): Promise<Town> {
  const under = wishes.under ?? places.county;
  const key = await freeTownKey(db, under);
  const name = wishes.name ?? `新塘${key.slice(6, 9)}镇`;
  const flags = wishes.villages ?? [[]];
  const villages = flags.map((_, i) => String(BigInt(key) + 200n + BigInt(i)));
  await addPlaces(db, [
    { key, parent: under, kind: wishes.kind ?? 'town', name },
    ...villages.map((village, i): Row => {
      const kind = 'administrative_village';
      return { key: village, parent: key, kind, name: `第${i + 1}村` };
    }),
  ]);
  if (wishes.tier) await aTier(db, key, wishes.tier);
  for (const [i, village] of villages.entries()) {
    for (const flag of flags[i] ?? []) await aFlag(db, village, flag);
  }
  return { key, name, villages };
}

/** Gives a town a tier from a day on. */
export async function aTier(
  db: Db,
  town: string,
  tier: RegionsTierName,
  from: string = since,
): Promise<void> {
  await db
    .insertInto('regions.tier')
    .values({
      id: newId(),
      place_key: town,
      city_key: `${town.slice(0, 4)}00000000`,
      tier,
      valid_from: from,
      document: '粤乡振〔2021〕1号',
      made_up: true,
    })
    .execute();
}

/** Marks a town or village from a day on. */
export async function aFlag(
  db: Db,
  place: string,
  flag: RegionsFlagName,
  from: string = since,
): Promise<void> {
  await db
    .insertInto('regions.flag')
    .values({
      id: newId(),
      place_key: place,
      flag,
      valid_from: from,
      document: '粤乡振〔2021〕1号',
      made_up: true,
    })
    .execute();
}

async function addPlaces(db: Db, rows: readonly Row[]): Promise<void> {
  await db
    .insertInto('regions.region')
    .values(
      rows.map(({ key, parent }) => ({
        key,
        parent,
        ...rangeOfKey(key),
        level: levelOfKey(key),
        county: countyOfKey(key),
        valid_from: since,
      })),
    )
    .execute();
  await db
    .insertInto('regions.code')
    .values(
      rows.map(({ key, parent, kind, name }) => ({
        edition: '2020',
        code: key,
        key,
        parent_code: parent,
        level: levelOfKey(key),
        kind,
        name,
        pinyin: pinyin(name, { toneType: 'none', type: 'array', v: true }).join(''),
        initials: pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', v: true }).join(
          '',
        ),
        valid_from: since,
      })),
    )
    .execute();
  for (const { key, parent } of rows) {
    await db
      .insertInto('regions.ancestor')
      .columns(['key', 'ancestor', 'level'])
      .expression((e) =>
        e
          .selectFrom('regions.ancestor as a')
          .select((s) => [s.val(key).$castTo<string>().as('key'), 'a.ancestor', 'a.level'])
          .where('a.key', '=', parent ?? '0'),
      )
      .execute();
    await db
      .insertInto('regions.ancestor')
      .values({ key, ancestor: key, level: levelOfKey(key) })
      .execute();
  }
}

async function freeTownKey(db: Db, under: string): Promise<string> {
  const { max } = await db
    .selectFrom('regions.region')
    .select((e) => e.fn.max('key').as('max'))
    .where('parent', '=', under)
    .executeTakeFirstOrThrow();
  return String(BigInt(max ?? under) + 1000n);
}
