/** What may be done to a run and by whom: the one table, by which the store writes and the page shows its buttons. */
import type { RunState, RunVerb } from '../codes.ts';

interface Transition {
  verb: Exclude<RunVerb, 'open'>;
  from: readonly RunState[];
  to: RunState;
  /** 'office': who registers; 'other': who checks and had no hand in it. */
  who: 'office' | 'other';
}

export const transitions: readonly Transition[] = [
  { verb: 'match', from: ['in_work'], to: 'in_work', who: 'office' },
  { verb: 'pair', from: ['in_work'], to: 'in_work', who: 'office' },
  { verb: 'part', from: ['in_work'], to: 'in_work', who: 'office' },
  { verb: 'explain', from: ['in_work'], to: 'in_work', who: 'office' },
  { verb: 'finish', from: ['in_work'], to: 'finished', who: 'office' },
  { verb: 'discard', from: ['in_work'], to: 'discarded', who: 'office' },
  { verb: 'return', from: ['finished'], to: 'in_work', who: 'other' },
  { verb: 'confirm', from: ['finished'], to: 'confirmed', who: 'other' },
  { verb: 'reopen', from: ['confirmed'], to: 'in_work', who: 'other' },
];

/** Deeds that make a run what it is: whoever did one of them does not judge it. */
export const making: readonly RunVerb[] = ['open', 'match', 'pair', 'part', 'explain', 'finish'];

export function transitionOf(verb: RunVerb): Transition {
  const found = transitions.find((one) => one.verb === verb);
  if (!found) throw new RangeError(`${verb} moves no run`);
  return found;
}

interface Standing {
  /** Region key of the office. */
  office: string;
  state: RunState;
  /** Accounts that opened, matched, judged, explained or finished it. */
  makers: readonly string[];
}
interface Acting {
  account: string;
  seat: string;
  permissions: ReadonlySet<string>;
}

/** Why a verb may not be done now: the code of a refusal; null when it may. */
export function hindrance(
  verb: RunVerb,
  run: Standing,
  who: Acting,
): 'run_state' | 'other_office' | 'same_person' | 'no_right' | null {
  const { from, who: wanted } = transitionOf(verb);
  if (!from.includes(run.state)) return 'run_state';
  if (who.seat !== run.office) return 'other_office';
  if (!who.permissions.has(wanted === 'other' ? 'funds.check' : 'funds.register'))
    return 'no_right';
  // Reopening is no judgement of one's own work: whoever finds a fault may say so.
  if (wanted === 'other' && verb !== 'reopen' && run.makers.includes(who.account))
    return 'same_person';
  return null;
}

export const verbsFor = (run: Standing, who: Acting): RunVerb[] =>
  transitions.filter(({ verb }) => hindrance(verb, run, who) === null).map(({ verb }) => verb);
