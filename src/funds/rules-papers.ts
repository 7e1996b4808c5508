/**
 * What may be done to a paper, by whom, and what a paper must say. The one table of verbs: the store writes by it, pages
 * show their buttons by it, the room's README prints it.
 */
import type { RegionLevel } from '../kit/region-key.ts';
import type { payers, programmes, sources } from './codes.ts';
import type {
  bookedMeasures,
  instruments,
  levels,
  paperMeasures,
  paperStates,
  paperVerbs,
} from './codes-papers.ts';
import { measureOf } from './rules-standing.ts';

type State = (typeof paperStates)[number];
type Verb = (typeof paperVerbs)[number];
type Payer = (typeof payers)[number];
type Source = (typeof sources)[number];
type Programme = (typeof programmes)[number];
type Measure = (typeof paperMeasures)[number];

interface Transition {
  from: readonly State[];
  verb: Verb;
  to: State;
  /** 'office': anybody of the office who may register; 'maker': one of them who had a hand in it; 'other': somebody of the office who had no hand in it and may check. */
  who: 'office' | 'maker' | 'other';
  /** What has to be given with it. */
  needs?: 'reason';
}

export const transitions: readonly Transition[] = [
  { from: ['drafted', 'returned'], verb: 'amend', to: 'drafted', who: 'office' },
  { from: ['drafted', 'returned'], verb: 'submit', to: 'submitted', who: 'office' },
  {
    from: ['drafted', 'returned'],
    verb: 'discard',
    to: 'discarded',
    who: 'office',
    needs: 'reason',
  },
  { from: ['submitted'], verb: 'withdraw', to: 'drafted', who: 'maker', needs: 'reason' },
  { from: ['submitted'], verb: 'return', to: 'returned', who: 'other', needs: 'reason' },
  { from: ['submitted'], verb: 'check', to: 'posted', who: 'other' },
];

export function transitionOf(verb: Verb): Transition {
  const found = transitions.find((one) => one.verb === verb);
  if (!found) throw new RangeError(`${verb} moves no paper`);
  return found;
}

export interface Acting {
  account: string;
  /** Region key the account belongs to: its office. */
  seat: string;
  permissions: ReadonlySet<string>;
}
export interface Standing {
  place: string;
  state: State;
  /** Accounts that registered, amended or handed it in: none of them checks it. */
  makers: readonly string[];
}

/**
 * Why a verb may not be done now; null when it may.
 * @returns the code of a refusal: state, office or person.
 */
export function hindrance(
  verb: Verb,
  paper: Standing,
  who: Acting,
): 'paper_state' | 'other_office' | 'same_person' | 'not_maker' | 'no_right' | null {
  const { from, who: wanted } = transitionOf(verb);
  if (!from.includes(paper.state)) return 'paper_state';
  if (who.seat !== paper.place) return 'other_office';
  if (!who.permissions.has(wanted === 'other' ? 'funds.check' : 'funds.register'))
    return 'no_right';
  const maker = paper.makers.includes(who.account);
  if (wanted === 'other' && maker) return 'same_person';
  if (wanted === 'maker' && !maker) return 'not_maker';
  return null;
}

export const verbsFor = (paper: Standing, who: Acting): Verb[] =>
  transitions.filter(({ verb }) => hindrance(verb, paper, who) === null).map(({ verb }) => verb);

/** Which payers have a measure: the province issues, an assisting city remits, whatever arrives is received. */
export const payersOf: Record<Measure, readonly Payer[]> = {
  issued: ['central', 'province', 'own_city'],
  remitted: ['assisting_city'],
  received: [
    'central',
    'province',
    'assisting_city',
    'assisted_city',
    'county',
    'own_city',
    'enterprise',
    'donor',
    'bank',
  ],
};

/** The source a form offers first; a person may choose another. */
export const usualSource: Record<Payer, Source> = {
  central: 'central_fund',
  province: 'provincial_fund',
  assisting_city: 'assisting_city_fund',
  assisted_city: 'local_city_fund',
  county: 'county_fund',
  own_city: 'local_city_fund',
  enterprise: 'self_raised',
  donor: 'donation',
  bank: 'credit',
};

/** Programmes of the treasury never hold self-raised or donated money, and the other way round. */
const ownBooks: readonly Source[] = ['self_raised', 'donation', 'credit'];
export const sourceFits = (source: Source, programme: Programme): boolean =>
  ownBooks.includes(source) === (programme === 'self_raised');

/** Level of the place a payer pays from; null where it does not matter. */
export const payerLevel: Record<Payer, RegionLevel | null> = {
  central: 'province',
  province: 'province',
  assisting_city: 'city',
  assisted_city: 'city',
  county: 'county',
  own_city: 'city',
  enterprise: null,
  donor: null,
  bank: null,
};

/** Payers whose money stays within their own area. */
export const paysOwnArea = (payer: Payer): boolean =>
  ['province', 'central', 'assisted_city', 'county', 'own_city'].includes(payer);

export function instrumentOf(
  measure: (typeof bookedMeasures)[number],
  programme: Programme,
): (typeof instruments)[number] {
  if (measure === 'issued') return 'fiscal_document';
  if (measure === 'remitted') return 'remittance';
  return programme === 'self_raised' ? 'bank_receipt' : 'quota_notice';
}

/** In whose books an entry stands: those of the office that registers it. */
export const bookLevel = (office: RegionLevel): (typeof levels)[number] =>
  office === 'village' ? 'town' : office;

/** The measure by which a payer provides, where what is received later arrives out of it; null where nothing goes before. */
export function goesBefore(payer: Payer): Exclude<Measure, 'received'> | null {
  const measure = measureOf(payer);
  return measure === 'issued' || measure === 'remitted' ? measure : null;
}
