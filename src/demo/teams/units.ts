// Made-up sending units: drawn by home, each once.
import type { TeamsOrganisationKind, TeamsOrganisationLevel } from '../../schema.gen.ts';
import { spell } from '../names.ts';
import { YUE } from '../pairs.ts';
import type { Row } from '../rows.ts';
import { type Random, taken } from '../seed.ts';
import type { Place } from '../world.ts';
import { creditCode } from './credit-code.ts';
import * as words from './unit-names.ts';

export type Unit = Row<'teams.organisation'> & { id: string; name: string };
type Draft = { kind: TeamsOrganisationKind; parts: string[]; level?: TeamsOrganisationLevel };

/** A place whose units are drawn; the province's own draw central units too. */
export interface Home {
  key: string;
  name: string;
  level: TeamsOrganisationLevel;
}

const FOUNDED = '2019-01-01';

/** A registry that makes a new unit of a home each time, organs first, and never the same name twice. */
export function unitRegistry(r: Random) {
  const names = new Set<string>();
  const waiting = new Map<string, Draft[]>();
  const units: Unit[] = [];

  function add(home: Home, level: TeamsOrganisationLevel, draft: Draft, from = FOUNDED): Unit {
    const unit: Unit = {
      id: r.uuid(FOUNDED),
      name: draft.parts.join(''),
      pinyin: draft.parts.map((part) => spell(part)).join(''),
      credit_code: creditCode(r, draft.kind, home.key.slice(0, 6)),
      kind: draft.kind,
      level,
      home_key: home.key,
      successor_id: null,
      valid_from: from,
      valid_to: null,
      made_up: true,
      recorded_at: '2021-06-20T10:00:00+08:00',
    };
    names.add(unit.name);
    units.push(unit);
    return unit;
  }

  /** `organ`: the next organ or institution while there is one; otherwise an enterprise or association. */
  function next(home: Home, organ: boolean): Unit {
    let drafts = waiting.get(home.key);
    if (drafts === undefined) {
      drafts = r.shuffled(publicUnits(home));
      waiting.set(home.key, drafts);
    }
    const draft = organ ? drafts.pop() : undefined;
    const chosen = draft ?? invented(r, home, names);
    return add(home, chosen.level ?? home.level, chosen);
  }

  /** A unit whose name the caller gives in parts. */
  function named(home: Home, kind: TeamsOrganisationKind, parts: string[], from?: string): Unit {
    return add(home, home.level, { kind, parts }, from);
  }

  return { units, next, named };
}

export type UnitRegistry = ReturnType<typeof unitRegistry>;

export function cityHome(city: Place): Home {
  return { key: city.key, name: city.name, level: 'city' };
}

/** A district's units carry the city's name in front, a county's don't. */
export function countyHome(county: Place, cityName: string): Home {
  const name = county.name.endsWith('区') ? cityName + county.name : county.name;
  return { key: county.key, name, level: 'county' };
}

export const provincialHome: Home = { key: YUE, name: '广东省', level: 'provincial' };

function publicUnits(home: Home): Draft[] {
  const of = (kind: TeamsOrganisationKind, head: string, tails: readonly string[]) =>
    tails.map((tail): Draft => ({ kind, parts: [head, tail] }));
  if (home.level === 'provincial') {
    return [
      ...of('party_government', home.name, words.PROVINCIAL_ORGANS),
      ...of('public_institution', home.name, words.PROVINCIAL_INSTITUTIONS),
      ...words.CENTRAL_HEADS.flatMap((head) =>
        words.CENTRAL_TAILS.map(
          (tail): Draft => ({ kind: 'state_enterprise', parts: [head, tail], level: 'central' }),
        ),
      ),
    ];
  }
  return [
    ...of('party_government', `中共${home.name}`, words.PARTY_ORGANS),
    ...of('party_government', home.name, words.GOVERNMENT_ORGANS),
    ...of('public_institution', home.name, words.INSTITUTIONS),
    ...of('hospital', home.name, words.HOSPITALS),
    ...of('state_enterprise', home.name, words.STATE_ENTERPRISES),
    ...of('social_organisation', home.name, words.SOCIAL_ORGANISATIONS),
    ...of('chamber', home.name, words.CHAMBERS),
  ];
}

function invented(r: Random, home: Home, names: ReadonlySet<string>): Draft {
  for (let attempt = 0; attempt < 500; attempt++) {
    const state = home.level === 'provincial' || r.chance(0.3);
    const tail = state ? '集团有限公司' : r.pick(['有限公司', '股份有限公司', '实业有限公司']);
    const parts = [home.name, r.pick(words.FANCY), r.pick(words.TRADES), tail];
    if (!names.has(parts.join(''))) {
      return { kind: state ? 'state_enterprise' : 'private_enterprise', parts };
    }
  }
  throw new RangeError(`no name left for a unit of ${home.name}`);
}

/** A university or institute that sends specialists. */
export function schoolNames(): string[][] {
  return words.SCHOOL_HEADS.flatMap((head) => words.SCHOOL_TAILS.map((tail) => [head, tail]));
}

/** Any of the registered, for a second town. */
export function anyOf(
  r: Random,
  units: readonly Unit[],
  except: ReadonlySet<string>,
): Unit | undefined {
  for (let attempt = 0; attempt < 12 && units.length > 0; attempt++) {
    const unit = taken(units, r.int(0, units.length - 1));
    if (!except.has(unit.id)) return unit;
  }
  return undefined;
}
