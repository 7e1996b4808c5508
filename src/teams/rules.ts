/** Rules of teams that no database constraint can say. Refusing rules answer a code or null; the others only warn. */
import { addMonths, daysBetween } from '../kit/period.ts';
import type { PostingRow, VillageRow } from './contract.ts';
import type { Warning } from './contract-values.ts';
import type { AddPairing, AddPosting, EndPosting } from './contract-writing.ts';
import { type Limits, warningsOfTerm } from './rules-arranging.ts';

type Role = PostingRow['role'];
type Category = PostingRow['category'];

/** Villages with one of these flags should have a first secretary. */
export const secretaryFlags: readonly string[] = [
  'model_village',
  'red_village',
  'weak_collective_economy',
  'weak_organisation',
];

const leading: readonly Role[] = ['captain', 'deputy_captain', 'first_secretary'];

/** Captains, deputies and first secretaries are cadres; specialists and volunteers join a team beside them. */
export function roleFits(category: Category, role: Role): boolean {
  if (category === 'cadre') return leading.includes(role) || role === 'member';
  return role === (category === 'volunteer' ? 'volunteer' : 'specialist');
}

export interface TeamFacts {
  place: string;
  formedOn: string;
  dissolvedOn: string | null;
}

/** What a posting says of itself, whatever team it is in. */
export type Terms = Pick<AddPosting, 'category' | 'role' | 'main' | 'startsOn' | 'dueOn'>;

/** Why a posting may not be added, as a refusal code; null when it may. */
export function refusalOfPosting(
  wanted: Terms & Pick<AddPosting, 'village' | 'organisation'>,
  team: TeamFacts,
  villageParent: string | null,
): string | null {
  if (wanted.startsOn < team.formedOn) return 'teams.refusal.team_not_standing';
  if (team.dissolvedOn && wanted.startsOn >= team.dissolvedOn)
    return 'teams.refusal.team_not_standing';
  if (wanted.category === 'cadre' && !wanted.organisation) return 'teams.refusal.cadre_needs_unit';
  return refusalOfTerms(wanted, wanted.village, team.place, villageParent);
}

/** Why a posting may not be so, new or changed. */
export function refusalOfTerms(
  wanted: Terms,
  village: string | null,
  town: string,
  villageParent: string | null,
): string | null {
  if (!roleFits(wanted.category, wanted.role)) return 'teams.refusal.role_of_category';
  if (wanted.dueOn && wanted.dueOn <= wanted.startsOn) return 'teams.refusal.due_before_start';
  if (!wanted.main && wanted.role !== 'first_secretary') return 'teams.refusal.second_post_role';
  return refusalOfVillage(wanted.role, village, town, villageParent);
}

/** A first secretary has a village, and a village lies in the team's own town. */
function refusalOfVillage(
  role: Role,
  village: string | null,
  town: string,
  villageParent: string | null,
): string | null {
  if (role === 'first_secretary' && !village) return 'teams.refusal.village_needed';
  return village && villageParent !== town ? 'teams.refusal.village_elsewhere' : null;
}

/** Why a posting may not end so; null when it may. */
export function refusalOfEnding(
  posting: { startsOn: string; endsOn: string | null },
  wanted: EndPosting,
): string | null {
  if (posting.endsOn !== null) return 'teams.refusal.posting_over';
  if (wanted.endsOn < posting.startsOn) return 'teams.refusal.end_before_start';
  if (wanted.endsOn === posting.startsOn && wanted.reason !== 'entered_in_error')
    return 'teams.refusal.end_same_day';
  if (wanted.reason === 'entered_in_error' && wanted.endsOn !== posting.startsOn)
    return 'teams.refusal.error_ends_at_start';
  if (wanted.reason === 'disciplinary' && !wanted.note) return 'teams.refusal.note_needed';
  return null;
}

/** Why a unit may not become another on a day; null when it may. */
export function refusalOfSuccession(
  unit: { validFrom: string; validTo: string | null },
  on: string,
  today: string,
): string | null {
  if (unit.validTo !== null) return 'teams.refusal.unit_ended';
  if (on <= unit.validFrom) return 'teams.refusal.unit_too_young';
  return on > today ? 'teams.refusal.succession_ahead' : null;
}

/** Which helper fits which helped place: city to city, an organ to a county, units to a town. */
export function refusalOfPairing(
  kind: AddPairing['kind'],
  helped: string | null,
  helper: { level: string | null; organisation: boolean },
): string | null {
  if (helped === null) return 'teams.refusal.no_such_place';
  if (!helper.organisation && helper.level === null) return 'teams.refusal.no_such_place';
  const fits = {
    city_to_city: helped === 'city' && helper.level === 'city',
    organ_to_county: (helped === 'county' || helped === 'city') && helper.organisation,
    designated: helped === 'town' && helper.organisation,
    society: (helped === 'town' || helped === 'village') && helper.organisation,
    group_to_town: helped === 'town' && helper.organisation,
  };
  return fits[kind] ? null : `teams.refusal.pairing_${kind}`;
}

/** What to look at in a team as it stands on a day: sizes, captain, villages. */
export function warningsOfTeam(
  roster: readonly Pick<
    PostingRow,
    'id' | 'role' | 'category' | 'main' | 'partyMember' | 'townPost' | 'village' | 'villageName'
  >[],
  villages: readonly Pick<VillageRow, 'key' | 'name' | 'needsSecretary' | 'secretaries'>[],
  hasLead: boolean,
  limits: Limits,
): Warning[] {
  const count = (category: Category) =>
    roster.filter((p) => p.main && p.category === category).length;
  const captain = roster.find((p) => p.role === 'captain');
  const [cadres, agents, volunteers] = [
    count('cadre'),
    count('agri_tech_agent'),
    count('volunteer'),
  ];
  const { team_least = 0, agents_most, volunteers_most } = limits;
  return [
    ...when(cadres < team_least, 'team_small', { count: cadres, least: team_least }),
    ...when(!captain, 'no_captain', {}),
    ...when(captain && !captain.partyMember, 'captain_party', { posting: captain?.id ?? '' }),
    ...when(captain && !captain.townPost, 'captain_post', { posting: captain?.id ?? '' }),
    ...when(!hasLead, 'no_lead', {}),
    ...when(agents_most !== undefined && agents > agents_most, 'agents_many', {
      count: agents,
      most: agents_most ?? 0,
    }),
    ...when(volunteers_most !== undefined && volunteers > volunteers_most, 'volunteers_many', {
      count: volunteers,
      most: volunteers_most ?? 0,
    }),
    ...villages
      .filter((v) => v.needsSecretary && v.secretaries.length === 0)
      .map((v) => warning('village_without', { village: v.name })),
    ...villages
      .filter((v) => v.secretaries.length > 1)
      .map((v) => warning('village_overlap', { village: v.name, count: v.secretaries.length })),
    ...villages
      .filter((v) => !v.needsSecretary && v.secretaries.length > 0)
      .map((v) => warning('village_unflagged', { village: v.name })),
  ];
}

/** What to look at in one posting: its length and its batch. */
export function warningsOfPosting(
  posting: Pick<PostingRow, 'startsOn' | 'dueOn'>,
  batch: { name: string; startsOn: string; endsOn: string | null },
  limits: Limits,
): Warning[] {
  const years = limits.term_years;
  const outside =
    posting.startsOn < batch.startsOn ||
    (batch.endsOn !== null && posting.startsOn >= batch.endsOn);
  return [
    ...when(
      years !== undefined &&
        posting.dueOn !== null &&
        posting.dueOn > addMonths(posting.startsOn, years * 12),
      'posting_long',
      { years: years ?? 0 },
    ),
    ...when(posting.dueOn === null, 'no_due_date', {}),
    ...when(outside, 'outside_batch', { batch: batch.name, from: batch.startsOn }),
    ...warningsOfTerm(batch, years),
  ];
}

/** A unit that sends somebody should be one of the group behind the team. */
export const warningsOfUnit = (
  unit: { organisation: string | null; organisationName: string | null },
  group: readonly { organisation: string }[],
): Warning[] =>
  when(
    unit.organisation && !group.some((one) => one.organisation === unit.organisation),
    'unit_not_behind',
    { name: unit.organisationName ?? '' },
  );

/** Two of the same role overlapping at hand-over: named with how many days, never blocked. */
export function warningsOfOverlap(
  posting: Pick<PostingRow, 'startsOn' | 'endsOn' | 'role'>,
  earlier: readonly Pick<PostingRow, 'id' | 'startsOn' | 'endsOn'>[],
): Warning[] {
  const until = posting.endsOn ?? '9999-12-31';
  return earlier.flatMap((other) => {
    const from = [other.startsOn, posting.startsOn].toSorted()[1] ?? until;
    const to = [other.endsOn ?? until, until].toSorted()[0] ?? until;
    if (from >= to) return [];
    if (to === '9999-12-31') return [warning('overlap_open', { posting: other.id })];
    return [warning('overlap', { posting: other.id, days: daysBetween(from, to) })];
  });
}

/** A credit code that cannot be right (GB 32100-2015); null says there is none, which is no warning. */
export function warningsOfCode(name: string, code: string | null): Warning[] {
  return when(code !== null && !creditCodeFits(code), 'credit_code', { name, code: code ?? '' });
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: 18 characters without I, O, S, V, Z; the last is a check over the first 17, modulo 31. */
export function creditCodeFits(code: string): boolean {
  const values = [...code].map((character) => alphabet.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values[17] === (31 - (sum % 31)) % 31;
}

const warning = (code: string, params: Warning['params']): Warning => ({ code, params });

function when(is: unknown, code: string, params: Warning['params']): Warning[] {
  return is ? [warning(code, params)] : [];
}
