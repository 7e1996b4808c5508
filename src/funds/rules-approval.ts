/**
 * What may be done to a rule or a plan, and by whom. The one table of verbs: the store writes by it, pages show their
 * buttons by it, the room's README prints it.
 */
import type { ruleStates, ruleVerbs } from './codes-allocation.ts';

type State = (typeof ruleStates)[number];
type Verb = (typeof ruleVerbs)[number];

interface Transition {
  from: readonly State[];
  verb: Exclude<Verb, 'draft'>;
  to: State;
  /** 'office': anybody of the office who may register; 'maker': one of them who had a hand in it; 'other': somebody of the office who had no hand in it and may check. */
  who: 'office' | 'maker' | 'other';
  needs?: 'reason' | 'year';
}

export const ruleTransitions: readonly Transition[] = [
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
  { from: ['submitted'], verb: 'approve', to: 'approved', who: 'other' },
  { from: ['approved'], verb: 'charge', to: 'approved', who: 'other', needs: 'year' },
];

export function ruleTransitionOf(verb: Verb): Transition {
  const found = ruleTransitions.find((one) => one.verb === verb);
  if (!found) throw new RangeError(`${verb} moves nothing`);
  return found;
}

export interface RuleCase {
  /** Region key of the office it belongs to. */
  office: string;
  state: State;
  /** Accounts that drafted, amended or handed it in: none of them approves it. */
  makers: readonly string[];
}

interface Acting {
  account: string;
  seat: string;
  permissions: ReadonlySet<string>;
}

/**
 * Why a verb may not be done now; null when it may.
 * @returns the code of a refusal: state, office or person.
 */
export function ruleHindrance(
  verb: Verb,
  of: RuleCase,
  who: Acting,
): 'rule_state' | 'rule_office' | 'rule_same_person' | 'rule_not_maker' | 'no_right' | null {
  const { from, who: wanted } = ruleTransitionOf(verb);
  if (!from.includes(of.state)) return 'rule_state';
  if (who.seat !== of.office) return 'rule_office';
  if (!who.permissions.has(wanted === 'other' ? 'funds.check' : 'funds.register'))
    return 'no_right';
  const maker = of.makers.includes(who.account);
  if (wanted === 'other' && maker) return 'rule_same_person';
  if (wanted === 'maker' && !maker) return 'rule_not_maker';
  return null;
}

export const ruleVerbsFor = (of: RuleCase, who: Acting): Verb[] =>
  ruleTransitions
    .filter(({ verb }) => ruleHindrance(verb, of, who) === null)
    .map(({ verb }) => verb);
