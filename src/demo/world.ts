// The real places the demonstration hangs on, as the registry gives them once both editions are in.
import type { Client } from '../platform/db/pool.ts';
import type { RegionsKind } from '../schema.gen.ts';
import { TODAY } from './days.ts';
import { YUE } from './pairs.ts';

interface Village {
  key: string;
  name: string;
  administrative: boolean;
}

export interface Place {
  key: string;
  name: string;
  /** First six digits under which its facts are kept. */
  county: string;
  cityKey: string;
}

export interface Town extends Place {
  kind: RegionsKind;
  /** Its kind when the programme began; null when it did not exist yet. */
  kindThen: RegionsKind | null;
  /** First day of its present kind. */
  kindSince: string;
  endsOn: string | null;
  countyKey: string;
  countyName: string;
  cityName: string;
  villages: Village[];
}

export interface World {
  cities: Place[];
  counties: Place[];
  towns: Town[];
}

/** A day on which the programme's first lists were drawn up. */
export const PROGRAMME_START = '2021-06-25';

const TOWN_KINDS: ReadonlySet<RegionsKind> = new Set(['town', 'township', 'ethnic_township']);

export function isTownKind(kind: RegionsKind | null): boolean {
  return kind !== null && TOWN_KINDS.has(kind);
}

interface Found {
  key: string;
  level: string;
  parent: string | null;
  county: string;
  valid_to: string | null;
  city: string | null;
  name: string;
  kind: RegionsKind;
  kind_then: RegionsKind | null;
  kind_since: string;
}

/** Reads the province's tree as it is today, with what it was when the programme began. */
export async function readWorld(client: Client): Promise<World> {
  const { rows } = await client.query<Found>(
    `select r.key, r.level, r.parent, r.county, r.valid_to, up.ancestor as city, now.name, now.kind,
       past.kind as kind_then,
       (select min(c.valid_from) from regions.code c where c.key = r.key and c.kind = now.kind) as kind_since
     from regions.region r
     left join regions.ancestor up on up.key = r.key and up.level = 'city'
     join lateral (select name, kind from regions.code where key = r.key and valid_from <= $1
       order by valid_from desc limit 1) now on true
     left join lateral (select kind from regions.code where key = r.key and valid_from <= $2
       order by valid_from desc limit 1) past on true
     where r.key between $3::bigint and $3::bigint + 9999999999
     order by r.key`,
    [TODAY, PROGRAMME_START, YUE],
  );
  return arrange(rows);
}

/** Groups flat rows into cities, counties and towns with their villages. */
function arrange(rows: readonly Found[]): World {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const nameOf = (key: string | null) => (key === null ? '' : (byKey.get(key)?.name ?? ''));
  const world: World = { cities: [], counties: [], towns: [] };
  const towns = new Map<string, Town>();
  for (const row of rows) {
    const place = {
      key: row.key,
      name: row.name,
      county: row.county,
      cityKey: row.city ?? row.key,
    };
    if (row.level === 'city') world.cities.push(place);
    if (row.level === 'county') world.counties.push(place);
    if (row.level !== 'town') continue;
    const countyKey = row.parent ?? row.key;
    const town: Town = {
      ...place,
      kind: row.kind,
      kindThen: row.kind_then,
      kindSince: row.kind_since,
      endsOn: row.valid_to,
      countyKey,
      countyName: nameOf(countyKey),
      cityName: nameOf(place.cityKey),
      villages: [],
    };
    towns.set(row.key, town);
    world.towns.push(town);
  }
  for (const row of rows) {
    if (row.level !== 'village' || row.valid_to !== null || row.parent === null) continue;
    const administrative = row.kind === 'administrative_village';
    towns.get(row.parent)?.villages.push({ key: row.key, name: row.name, administrative });
  }
  return world;
}
