/**
 * What may be done to a plan and by whom: the one table of verbs. The store writes by it, pages show their buttons by
 * it, the room's README prints it, the tests walk it.
 */
import type { states, verbs } from './codes.ts';

export type State = (typeof states)[number];
export type Verb = (typeof verbs)[number];

interface Transition {
  from: readonly State[];
  verb: Verb;
  to: State;
  /**
   * 'office': anybody of the county's office who may register; 'maker': one of them who had a hand in it; 'other':
   * somebody of the office who had none and may check; 'above': the office above, which keeps it on file.
   */
  who: 'office' | 'maker' | 'other' | 'above';
  needs?: 'reason' | 'reference';
}

const open = ['drafted', 'returned'] as const;

export const transitions: readonly Transition[] = [
  { from: open, verb: 'amend', to: 'drafted', who: 'office' },
  { from: open, verb: 'submit', to: 'submitted', who: 'office' },
  { from: open, verb: 'discard', to: 'discarded', who: 'office', needs: 'reason' },
  { from: ['submitted'], verb: 'withdraw', to: 'drafted', who: 'maker', needs: 'reason' },
  { from: ['submitted'], verb: 'return', to: 'returned', who: 'other', needs: 'reason' },
  { from: ['submitted'], verb: 'approve', to: 'approved', who: 'other' },
  { from: ['approved'], verb: 'file', to: 'filed', who: 'above', needs: 'reference' },
];

export function transitionOf(verb: Verb): Transition {
  const found = transitions.find((one) => one.verb === verb);
  if (!found) throw new RangeError(`${verb} moves no plan`);
  return found;
}

export interface Acting {
  account: string;
  /** Region key of the account's own office. */
  seat: string;
  permissions: ReadonlySet<string>;
}
export interface Standing {
  /** The county whose plan it is, and the place right above it. */
  place: string;
  above: string | null;
  state: State;
  /** Accounts that drafted, amended or handed it in: none of them approves it. */
  makers: readonly string[];
}
export type Hindrance =
  | 'plan_state'
  | 'other_office'
  | 'not_above'
  | 'same_person'
  | 'not_maker'
  | 'no_right';

/** Why a verb may not be done now, as the code of a refusal; null when it may. */
export function hindrance(verb: Verb, plan: Standing, who: Acting): Hindrance | null {
  const { from, who: wanted } = transitionOf(verb);
  if (!from.includes(plan.state)) return 'plan_state';
  if (wanted === 'above') {
    if (who.seat !== plan.above) return 'not_above';
    return who.permissions.has('funds.check') ? null : 'no_right';
  }
  if (who.seat !== plan.place) return 'other_office';
  if (!who.permissions.has(wanted === 'other' ? 'funds.check' : 'funds.register'))
    return 'no_right';
  const maker = plan.makers.includes(who.account);
  if (wanted === 'other' && maker) return 'same_person';
  if (wanted === 'maker' && !maker) return 'not_maker';
  return null;
}

export const verbsFor = (plan: Standing, who: Acting): Verb[] =>
  transitions.filter(({ verb }) => hindrance(verb, plan, who) === null).map(({ verb }) => verb);

/** Whether a state is one an adjustment may start from. */
export const inForce = (state: State): boolean => state === 'approved' || state === 'filed';
/** Whether a version is still in work: drafted, handed in or returned. */
export const isOpen = (state: State): boolean =>
  state === 'submitted' || open.some((one) => one === state);
