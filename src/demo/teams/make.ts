// Everything of the teams room for the real province, from the places and their tiers.
import { recorded, TODAY } from '../days.ts';
import { helperOf, ownTeams, SHENZHEN, selfIncluding } from '../pairs.ts';
import type { Row } from '../rows.ts';
import { type Random, random } from '../seed.ts';
import type { Tiered } from '../tiers.ts';
import { PROGRAMME_START, type World } from '../world.ts';
import { groupUnits } from './groups.ts';
import { makePairings } from './pairings.ts';
import { planTeams } from './plan.ts';
import { stationCadres, stationOthers } from './postings.ts';
import { FIRST_BATCH, type Roster, SECOND_BATCH, type Team } from './roster.ts';
import { specialistUnits } from './specialists.ts';
import { unitRegistry } from './units.ts';

export interface TeamRows {
  organisations: Row<'teams.organisation'>[];
  people: Row<'teams.person'>[];
  batches: Row<'teams.batch'>[];
  teams: Row<'teams.team'>[];
  units: Row<'teams.team_unit'>[];
  postings: Row<'teams.posting'>[];
  history: Row<'teams.posting_history'>[];
  pairings: Row<'teams.pairing'>[];
  duties: Row<'teams.duty'>[];
  requirements: Row<'teams.requirement'>[];
}

/** @param marked villages with a mark: first secretaries go there first */
export function makeTeams(
  world: World,
  tiered: readonly Tiered[],
  marked: ReadonlySet<string>,
  seed: number,
): TeamRows {
  const r = random(seed, 'teams');
  const registry = unitRegistry(random(seed, 'units'));
  const plans = planTeams(world, tiered, r);
  const specialists = specialistUnits(world, registry, r);
  const roster: Roster = { people: [], postings: [], history: [] };
  // Specialists first: how many units send them decides how many send cadres.
  const bare = plans.map((plan): Team => ({ ...plan, id: r.uuid(plan.formedOn), units: [] }));
  for (const team of bare) stationOthers(r, roster, team, specialists);
  const grouped = groupUnits(world, plans, registry, specialists.used.size, r);
  const teams = bare.map((team, at) => ({ ...team, units: grouped[at]?.units ?? [] }));
  for (const team of teams) stationCadres(r, roster, team, marked);
  mergeUnits(teams, r);
  const { pairings, duties } = makePairings(world, teams, registry, random(seed, 'pairings'));
  return {
    organisations: registry.units,
    ...roster,
    batches: batches(),
    teams: teams.map(teamRow),
    units: teams.flatMap((team) => unitRows(team, r)),
    pairings,
    duties,
    requirements: requirements(world, r),
  };
}

export function teamRow(
  team: Pick<Team, 'id' | 'town' | 'placeKind' | 'tier' | 'formedOn' | 'dissolvedOn'>,
): Row<'teams.team'> {
  const { town } = team;
  const county = town.countyKey === town.cityKey ? town.cityName : town.countyName;
  return {
    id: team.id,
    place_key: town.key,
    city_key: town.cityKey,
    county_key: town.countyKey,
    name: `${county}${town.name}驻镇帮镇扶村工作队`,
    place_kind: team.placeKind,
    tier: team.tier,
    formed_on: team.formedOn,
    dissolved_on: team.dissolvedOn,
    made_up: true,
    recorded_at: recorded(team.formedOn, 2),
  };
}

export function unitRows(team: Team, r: Random): Row<'teams.team_unit'>[] {
  return team.units.map(({ unit, from, to }, at) => ({
    id: r.uuid(from),
    team_id: team.id,
    place_key: team.town.key,
    organisation_id: unit.id,
    lead: at === 0,
    starts_on: from,
    ends_on: to,
    recorded_at: recorded(from, 2),
  }));
}

/** Some units that have nobody in post any more were merged into another unit of the group. */
function mergeUnits(teams: readonly Team[], r: Random): void {
  for (const team of teams) {
    const last = team.units.at(-1);
    if (team.dissolvedOn !== null || team.waiting === 0 || last === undefined || !r.chance(0.5))
      continue;
    const heir = team.units.find(
      ({ unit }) =>
        unit !== last.unit && unit.kind === last.unit.kind && unit.home_key === last.unit.home_key,
    );
    if (heir === undefined) continue;
    last.to = TODAY;
    last.unit.valid_to = TODAY;
    last.unit.successor_id = heir.unit.id;
  }
}

function batches(): Row<'teams.batch'>[] {
  return [
    {
      id: FIRST_BATCH,
      name: '第一批（2021—2024年）',
      number: 1,
      starts_on: PROGRAMME_START,
      ends_on: '2024-07-31',
    },
    {
      id: SECOND_BATCH,
      name: '第二批（2024—2027年）',
      number: 2,
      starts_on: '2024-07-01',
      ends_on: null,
    },
  ];
}

/** Five people or more in principle: a captain and four members, in towns of the tiers and the streets taken in. */
function requirements(world: World, r: Random): Row<'teams.requirement'>[] {
  const rule = (
    place: string,
    tiers: Row<'teams.requirement'>['tiers'],
    kinds: Row<'teams.requirement'>['kinds'],
  ) =>
    (
      [
        ['captain', 1],
        ['member', 4],
      ] as const
    ).map(([role, least]) => ({
      id: r.uuid('2021-07-01'),
      place_key: place,
      tiers: tiers ?? [],
      kinds: kinds ?? [],
      role,
      at_least: least,
      valid_from: '2021-07-01',
      valid_to: null,
      document: '演示：驻镇帮镇扶村工作队组建要求（虚构）',
      made_up: true,
      recorded_at: recorded('2021-07-01', 0),
    }));
  const zone = world.counties.filter(
    (county) =>
      county.cityKey === SHENZHEN &&
      world.towns.some((t) => t.countyKey === county.key && t.kind === 'town'),
  );
  return [
    ...[...helperOf.keys()].flatMap((city) => rule(city, ['key_assistance', 'consolidation'], [])),
    ...[...ownTeams].flatMap((city) => rule(city, ['demonstration'], [])),
    ...zone.flatMap((county) => rule(county.key, [], ['town'])),
    ...[...selfIncluding].flatMap((city) => rule(city, ['self_included'], ['street'])),
  ];
}
