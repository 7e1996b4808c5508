/**
 * What may be done to a finding: from, verb, to, by which office, and what is to be said. The one table: the store writes
 * by it, pages show their buttons by it, the room's README prints it, the tests walk it.
 */
import { isWithin, levelOfKey } from '../kit/region-key.ts';
import type { deeds, states } from './codes.ts';

type State = (typeof states)[number];
export type FindingDeed = (typeof deeds)[number];

/**
 * 'over': whoever has the place of the finding in its area, from the county up; 'owner': the office that has to answer;
 * 'above': an office the owner lies in, or, above which there is none, the owner itself; 'higher': one the deciding office lies in, or, above which there is none, another
 * person of it.
 */
type Office = 'over' | 'owner' | 'above' | 'higher';

export interface Transition {
  from: readonly State[];
  verb: FindingDeed;
  to: State;
  office: Office;
  /** Somebody who answered nothing of it. */
  other?: true;
  /** Only once in the life of a finding; only when the reply is overdue. */
  when?: 'not_appealed' | 'overdue';
  needs?: readonly ('said' | 'owner' | 'reply_by')[];
}

export const transitions: readonly Transition[] = [
  {
    ...{ from: ['opened', 'assigned'], verb: 'assign', to: 'assigned', office: 'over' },
    needs: ['owner', 'reply_by'],
  },
  { from: ['assigned'], verb: 'explain', to: 'explained', office: 'owner', needs: ['said'] },
  {
    ...{ from: ['explained'], verb: 'return', to: 'assigned', office: 'above' },
    needs: ['said', 'reply_by'],
  },
  {
    ...{ from: ['explained'], verb: 'confirm', to: 'confirmed', office: 'above', other: true },
    needs: ['said'],
  },
  {
    ...{ from: ['explained'], verb: 'clear', to: 'cleared', office: 'above', other: true },
    needs: ['said'],
  },
  {
    ...{ from: ['assigned'], verb: 'confirm', to: 'confirmed', office: 'above', other: true },
    ...{ when: 'overdue', needs: ['said'] },
  },
  { from: ['confirmed'], verb: 'rectify', to: 'rectified', office: 'owner', needs: ['said'] },
  { from: ['rectified'], verb: 'return', to: 'confirmed', office: 'above', needs: ['said'] },
  {
    ...{ from: ['rectified'], verb: 'close', to: 'closed', office: 'above', other: true },
    needs: ['said'],
  },
  {
    ...{ from: ['confirmed'], verb: 'appeal', to: 'appealed', office: 'owner' },
    ...{ when: 'not_appealed', needs: ['said'] },
  },
  {
    ...{ from: ['appealed'], verb: 'confirm', to: 'confirmed', office: 'higher', other: true },
    needs: ['said'],
  },
  {
    ...{ from: ['appealed'], verb: 'clear', to: 'cleared', office: 'higher', other: true },
    needs: ['said'],
  },
];

/** States in which a decision stands; more evidence opens it anew. */
export const decidedStates: readonly State[] = ['cleared', 'closed'];
/** States in which somebody has still to do something. */
export const openStates: readonly State[] = [
  'opened',
  'assigned',
  'explained',
  'confirmed',
  'rectified',
  'appealed',
];

/** States in which an owner has it to do. */
export const ownedStates: readonly State[] = [
  'assigned',
  'explained',
  'confirmed',
  'rectified',
  'appealed',
];
/** A finding keeps so many rows of its evidence, and says how many there are. */
export const mostEvidence = 200;

export interface Acting {
  account: string;
  /** Region key of the account's own office. */
  seat: string;
  role: string;
  permissions: ReadonlySet<string>;
}
export interface Standing {
  place: string;
  state: State;
  owner: string | null;
  replyBy: string | null;
  /** Office of the last decision, and who made it. */
  decidedBy: string | null;
  deciders: readonly string[];
  /** Accounts that explained, mended or appealed. */
  answerers: readonly string[];
  appealed: boolean;
}
export type Hindrance =
  | 'state'
  | 'other_office'
  | 'same_person'
  | 'appealed_before'
  | 'not_overdue'
  | 'no_right';

export const answering: readonly FindingDeed[] = ['explain', 'rectify', 'appeal'];
export const rightFor = (verb: FindingDeed): string =>
  answering.includes(verb) ? 'supervision.answer' : 'supervision.decide';

const above = (seat: string, key: string) => seat !== key && isWithin(key, seat);
export const isOverdue = ({ state, replyBy }: Pick<Standing, 'state' | 'replyBy'>, today: string) =>
  state === 'assigned' && replyBy !== null && replyBy < today;

function inOffice(office: Office, { seat, account }: Acting, standing: Standing): boolean {
  const { place, owner, decidedBy, deciders } = standing;
  switch (office) {
    case 'over':
      return isWithin(place, seat) && !['town', 'village'].includes(levelOfKey(seat));
    case 'owner':
      return seat === owner;
    case 'above':
      if (owner === null) return false;
      return above(seat, owner) || (seat === owner && levelOfKey(owner) === 'province');
    case 'higher':
      if (decidedBy === null) return false;
      return levelOfKey(decidedBy) === 'province'
        ? seat === decidedBy && !deciders.includes(account)
        : above(seat, decidedBy);
  }
}

/** The step a verb is for somebody now, or why it is none. */
export function stepFor(
  verb: FindingDeed,
  standing: Standing,
  who: Acting,
  today: string,
): Transition | Hindrance {
  const step = transitions.find((one) => one.verb === verb && one.from.includes(standing.state));
  if (!step) return 'state';
  if (!who.permissions.has(rightFor(verb))) return 'no_right';
  if (!inOffice(step.office, who, standing)) return 'other_office';
  if (step.other && standing.answerers.includes(who.account)) return 'same_person';
  if (step.when === 'not_appealed' && standing.appealed) return 'appealed_before';
  if (step.when === 'overdue' && !isOverdue(standing, today)) return 'not_overdue';
  return step;
}

export function stepsFor(standing: Standing, who: Acting, today: string): Transition[] {
  return [...new Set(transitions.map(({ verb }) => verb))].flatMap((verb) => {
    const step = stepFor(verb, standing, who, today);
    return typeof step === 'string' ? [] : [step];
  });
}

/** The offices a seat lies in, itself first: what is hidden from one of them is hidden from the seat. */
export function lineOf(seat: string): string[] {
  return [...new Set([12, 9, 6, 4, 2].map((digits) => seat.slice(0, digits).padEnd(12, '0')))];
}

/** Whether an office, or one it lies in, is kept from a finding. */
export const isHidden = (office: string, hiddenFrom: readonly string[]): boolean =>
  lineOf(office).some((one) => hiddenFrom.includes(one));

/**
 * Whether an office may be made the owner: the county's or a town's, over or in whose area the place lies, and none the
 * finding is kept from. Where it is kept from all of these, the nearest office above that sees it.
 */
export function mayOwn(
  owner: string,
  place: string,
  seat: string,
  hiddenFrom: readonly string[] = [],
): boolean {
  const near = isWithin(place, owner) || isWithin(owner, place);
  if (!near || !isWithin(owner, seat) || isHidden(owner, hiddenFrom)) return false;
  if (['county', 'town'].includes(levelOfKey(owner))) return true;
  return lineOf(place)
    .filter((one) => one !== owner && isWithin(one, owner) && levelOfKey(one) !== 'village')
    .every((one) => isHidden(one, hiddenFrom));
}

/** Whether a finding about people is kept from somebody: from them, and from their offices and what lies under these. */
export const keptFrom = (
  { about, hiddenFrom }: { about: readonly string[]; hiddenFrom: readonly string[] },
  { account, seat, role }: Pick<Acting, 'account' | 'seat' | 'role'>,
): boolean => about.includes(account) || (role !== 'auditor' && isHidden(seat, hiddenFrom));
