/** Facts of the tests, written with plain SQL on any connection, so that a test decides about transactions. */
import { countyOfKey } from '../src/kit/region-key.ts';
import { newId } from '../src/platform/new-id.ts';
import { places } from './places.ts';

/** A pool or one of its connections. */
export interface Querier {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

type Row = Record<string, unknown>;

/** Inserts a row; names are the test's own. */
export async function put(to: Querier, table: string, row: Row): Promise<void> {
  const names = Object.keys(row);
  const values = names.map((_, i) => `$${i + 1}`).join(', ');
  await to.query(
    `insert into ${table} (${names.join(', ')}) values (${values})`,
    Object.values(row),
  );
}

/** What facts lean on: a batch, a team a town, two accounts a county. Call after aProvince. */
export interface Ground {
  batch: string;
  teams: ReadonlyMap<string, string>;
  organisations: readonly string[];
  accounts: ReadonlyMap<string, readonly [string, string]>;
}

export async function aGround(owner: Querier, towns: readonly string[]): Promise<Ground> {
  const batch = newId();
  await put(owner, 'teams.batch', {
    id: batch,
    name: '第一批',
    number: 1,
    starts_on: '2021-06-01',
  });
  const organisations = [newId(), newId(), newId()];
  for (const [i, id] of organisations.entries()) {
    await put(owner, 'teams.organisation', {
      id,
      name: `单位${i + 1}`,
      pinyin: `danwei${i + 1}`,
      kind: 'party_government',
      level: 'city',
      home_key: places.city,
      valid_from: '2019-01-01',
    });
  }
  const teams = new Map<string, string>();
  for (const town of towns) {
    const id = newId();
    teams.set(town, id);
    await put(owner, 'teams.team', {
      id,
      place_key: town,
      city_key: `${town.slice(0, 4)}00000000`,
      county_key: `${town.slice(0, 6)}000000`,
      name: '工作队',
      place_kind: 'town',
      formed_on: '2021-06-01',
    });
  }
  const accounts = new Map<string, readonly [string, string]>();
  for (const county of new Set(Object.values(places).map(countyOfKey))) {
    const pair = [newId(), newId()] as const;
    accounts.set(county, pair);
    for (const [i, id] of pair.entries()) {
      await put(owner, 'funds.account', {
        county,
        id,
        holder: i === 0 ? 'place' : 'payer',
        place_key: `${county}000000`,
        source: 'provincial_fund',
        programme: 'special_fund',
        measure: 'spent',
        year: 2021,
        guarded: false,
      });
    }
  }
  return { batch, teams, organisations, accounts };
}

/** A cadre of the town's team, a person of their own. */
export async function putPosting(
  to: Querier,
  ground: Ground,
  town: string,
  wishes: Row = {},
): Promise<string> {
  const id = newId();
  const person = newId();
  await put(to, 'teams.person', {
    id: person,
    place_key: town,
    name: '张三',
    pinyin: 'zhangsan',
    sex: 'female',
  });
  await put(to, 'teams.posting', {
    id,
    place_key: town,
    team_id: ground.teams.get(town) ?? [...ground.teams.values()][0],
    person_id: person,
    batch_id: ground.batch,
    category: 'cadre',
    role: 'member',
    starts_on: '2021-07-01',
    ...wishes,
  });
  return id;
}

export async function putSale(to: Querier, place: string, wishes: Row = {}): Promise<string> {
  const id = newId();
  await put(to, 'livelihoods.sale', {
    county: countyOfKey(place),
    id,
    place_key: place,
    product: '茶叶',
    channel: 'online',
    buyer: 'consumer',
    amount: '100',
    benefits_lifted: true,
    sold_on: '2021-07-01',
    ...wishes,
  });
  return id;
}

export async function putEntry(
  to: Querier,
  ground: Ground,
  place: string,
  wishes: Row = {},
): Promise<string> {
  const id = newId();
  const county = countyOfKey(place);
  const [debit, credit] = ground.accounts.get(county) ?? [];
  await put(to, 'funds.entry', {
    county,
    id,
    place_key: place,
    debit_account: debit,
    credit_account: credit,
    amount: '100',
    measure: 'spent',
    payer: 'province',
    payer_key: places.province,
    source: 'provincial_fund',
    level: 'county',
    programme: 'special_fund',
    instrument: 'treasury_receipt',
    year: 2021,
    document_number: '粤财〔2021〕1号',
    booked_on: '2021-07-01',
    ...wishes,
  });
  return id;
}

export async function putWorkshop(to: Querier, place: string, wishes: Row = {}): Promise<string> {
  const id = newId();
  await put(to, 'livelihoods.workshop', {
    county: countyOfKey(place),
    id,
    place_key: place,
    name: '车间',
    product: '服装',
    opened_on: '2021-07-01',
    ...wishes,
  });
  return id;
}

/** A project at a step: the days it was begun, completed, accepted and settled on, as far as it came. */
export async function putProject(to: Querier, place: string, wishes: Row = {}): Promise<string> {
  const id = newId();
  await put(to, 'projects.project', {
    county: countyOfKey(place),
    id,
    place_key: place,
    number: id,
    year: 2022,
    name: '村道硬化',
    task: 'facilities',
    content: '硬化村道',
    implementer: '镇人民政府',
    operating: false,
    state_since: '2021-07-01',
    ...wishes,
  });
  return id;
}
