/**
 * What may be done to a project, a contract and a request: from, verb, to, who, and what must hold first. The one table: the
 * store writes by it, pages show their buttons by it, the room's README prints it, the tests walk it.
 */
import type {
  contractStates,
  documentKinds,
  noticeStages,
  requestStates,
  states,
  verbs,
} from './codes.ts';

export type State = (typeof states)[number];
export type Verb = (typeof verbs)[number];
export type DocumentKind = (typeof documentKinds)[number];
export type NoticeStage = (typeof noticeStages)[number];
export type ContractState = (typeof contractStates)[number];
export type RequestState = (typeof requestStates)[number];

/** What must hold before a step; each is a code of a refusal with words that say what to do. */
export const guards = [
  'shortfall',
  'budget',
  'benefit_link',
  'quota',
  'notice_proposal',
  'notice_plan',
  'notice_award',
  'notice_acceptance',
  'contract_in_force',
  'contract_open',
  'contract_running',
  'adjustment_open',
  'progress_full',
  'settlement',
  'requests_open',
  'asset',
  'dossier',
] as const;
export type Guard = (typeof guards)[number];

/**
 * 'town': the office of the project's town; 'county': the office above it; 'either' of the two.
 */
export type Office = 'town' | 'county' | 'either';
/** 'maker': one who had a hand in it; 'other': one who had none and may decide. */
export type Hand = 'anybody' | 'maker' | 'other';

export interface Transition<S extends string, V extends string> {
  from: readonly S[];
  verb: V;
  to: S;
  office: Office;
  hand: Hand;
  needs?: readonly ('reason' | 'day' | 'progress')[];
  guards?: readonly Guard[];
  /** Kinds of papers that must be on file. */
  evidence?: readonly DocumentKind[];
}

const beforeAcceptance: readonly State[] = [
  'stocked',
  'planned',
  'preparing',
  'contracted',
  'building',
  'completed',
];

export const projectSteps: readonly Transition<State, Verb>[] = [
  { from: ['idea', 'returned'], verb: 'amend', to: 'idea', office: 'town', hand: 'anybody' },
  {
    ...{ from: ['idea', 'returned'], verb: 'propose', to: 'proposed' },
    ...{ office: 'town', hand: 'anybody' },
    guards: ['shortfall', 'budget', 'benefit_link', 'notice_proposal'],
    evidence: ['minutes'],
  },
  {
    ...{ from: ['proposed'], verb: 'withdraw', to: 'idea' },
    ...{ office: 'town', hand: 'maker', needs: ['reason'] },
  },
  { from: ['proposed'], verb: 'pass', to: 'town_passed', office: 'town', hand: 'other' },
  {
    ...{ from: ['proposed'], verb: 'return', to: 'returned' },
    ...{ office: 'town', hand: 'other', needs: ['reason'] },
  },
  {
    ...{ from: ['town_passed'], verb: 'approve', to: 'stocked' },
    ...{ office: 'county', hand: 'other', evidence: ['review'] },
  },
  {
    ...{ from: ['town_passed', 'stocked'], verb: 'return', to: 'returned' },
    ...{ office: 'county', hand: 'other', needs: ['reason'] },
  },
  {
    ...{ from: ['stocked'], verb: 'plan', to: 'planned', office: 'county', hand: 'other' },
    guards: ['budget', 'notice_plan', 'quota'],
  },
  { from: ['planned'], verb: 'prepare', to: 'preparing', office: 'town', hand: 'anybody' },
  {
    ...{ from: ['preparing'], verb: 'sign', to: 'contracted', office: 'town', hand: 'anybody' },
    guards: ['notice_award', 'contract_in_force'],
    evidence: ['contract'],
  },
  {
    ...{ from: ['contracted'], verb: 'start', to: 'building' },
    ...{ office: 'town', hand: 'anybody', needs: ['day'] },
  },
  {
    ...{ from: ['building'], verb: 'report', to: 'building' },
    ...{ office: 'town', hand: 'anybody', needs: ['progress'] },
  },
  {
    ...{ from: ['building'], verb: 'complete', to: 'completed' },
    ...{ office: 'town', hand: 'anybody', needs: ['day'], guards: ['progress_full'] },
  },
  {
    ...{ from: ['completed'], verb: 'return', to: 'building' },
    ...{ office: 'either', hand: 'other', needs: ['reason'] },
  },
  {
    ...{ from: ['completed'], verb: 'accept', to: 'accepted' },
    ...{ office: 'either', hand: 'other', needs: ['day'] },
    guards: ['notice_acceptance'],
    evidence: ['acceptance'],
  },
  {
    ...{ from: ['accepted'], verb: 'settle', to: 'settled' },
    ...{ office: 'either', hand: 'other', needs: ['day'] },
    guards: ['settlement', 'contract_open', 'adjustment_open'],
    evidence: ['audit'],
  },
  {
    ...{ from: ['settled'], verb: 'hand_over', to: 'handed_over' },
    ...{ office: 'town', hand: 'anybody', needs: ['day'], guards: ['asset'] },
  },
  {
    ...{ from: beforeAcceptance, verb: 'terminate', to: 'terminated' },
    ...{ office: 'county', hand: 'anybody', needs: ['reason'] },
    guards: ['requests_open', 'contract_open', 'contract_running', 'adjustment_open'],
  },
  {
    ...{ from: ['idea', 'returned'], verb: 'discard', to: 'discarded' },
    ...{ office: 'town', hand: 'anybody', needs: ['reason'] },
  },
];

const deeds = ['amend', 'submit', 'withdraw', 'return', 'check', 'discard'] as const;
export const contractVerbs = [...deeds, 'correct', 'end', 'confirm'] as const;
export type ContractVerb = (typeof contractVerbs)[number];
export const contractSteps: readonly Transition<ContractState, ContractVerb>[] = [
  { from: ['drafted', 'returned'], verb: 'amend', to: 'drafted', office: 'town', hand: 'anybody' },
  {
    ...{ from: ['drafted', 'returned'], verb: 'submit', to: 'submitted' },
    ...{ office: 'town', hand: 'anybody' },
  },
  {
    ...{ from: ['submitted'], verb: 'withdraw', to: 'drafted' },
    ...{ office: 'town', hand: 'maker', needs: ['reason'] },
  },
  {
    ...{ from: ['submitted'], verb: 'return', to: 'returned' },
    ...{ office: 'either', hand: 'other', needs: ['reason'] },
  },
  { from: ['submitted'], verb: 'check', to: 'in_force', office: 'either', hand: 'other' },
  {
    ...{ from: ['drafted', 'returned'], verb: 'discard', to: 'discarded' },
    ...{ office: 'town', hand: 'anybody', needs: ['reason'] },
  },
  {
    ...{ from: ['in_force'], verb: 'correct', to: 'in_force' },
    ...{ office: 'either', hand: 'other', needs: ['reason'] },
  },
  {
    ...{ from: ['in_force'], verb: 'end', to: 'ending' },
    ...{ office: 'town', hand: 'anybody', needs: ['reason', 'day'] },
  },
  {
    ...{ from: ['ending'], verb: 'withdraw', to: 'in_force' },
    ...{ office: 'town', hand: 'maker', needs: ['reason'] },
  },
  {
    ...{ from: ['ending'], verb: 'return', to: 'in_force' },
    ...{ office: 'either', hand: 'other', needs: ['reason'] },
  },
  { from: ['ending'], verb: 'confirm', to: 'ended', office: 'either', hand: 'other' },
];

export const requestVerbs = [...deeds, 'send', 'receipt', 'recall', 'reverse'] as const;
export type RequestVerb = (typeof requestVerbs)[number];
export const requestSteps: readonly Transition<RequestState, RequestVerb>[] = [
  { from: ['drafted', 'returned'], verb: 'amend', to: 'drafted', office: 'town', hand: 'anybody' },
  {
    ...{ from: ['drafted', 'returned'], verb: 'submit', to: 'submitted' },
    ...{ office: 'town', hand: 'anybody' },
  },
  {
    ...{ from: ['submitted'], verb: 'withdraw', to: 'drafted' },
    ...{ office: 'town', hand: 'maker', needs: ['reason'] },
  },
  {
    ...{ from: ['submitted'], verb: 'return', to: 'returned' },
    ...{ office: 'either', hand: 'other', needs: ['reason'] },
  },
  { from: ['submitted'], verb: 'check', to: 'checked', office: 'either', hand: 'other' },
  {
    ...{ from: ['checked'], verb: 'send', to: 'sent', office: 'town', hand: 'anybody' },
    guards: ['dossier'],
    evidence: ['invoice'],
  },
  {
    ...{ from: ['checked', 'sent'], verb: 'recall', to: 'returned' },
    ...{ office: 'either', hand: 'anybody', needs: ['reason'] },
  },
  {
    ...{ from: ['sent'], verb: 'receipt', to: 'paid' },
    ...{ office: 'either', hand: 'anybody', needs: ['day'] },
  },
  {
    ...{ from: ['paid'], verb: 'reverse', to: 'sent' },
    ...{ office: 'either', hand: 'other', needs: ['reason'] },
  },
  {
    ...{ from: ['drafted', 'returned'], verb: 'discard', to: 'discarded' },
    ...{ office: 'town', hand: 'anybody', needs: ['reason'] },
  },
];

export interface Acting {
  account: string;
  /** Region key of the account's own office. */
  seat: string;
  permissions: ReadonlySet<string>;
}
export interface Standing<S extends string> {
  /** Town of the project, and the place above it whose office decides. */
  town: string;
  above: string;
  state: S;
  /** Accounts that had a hand in what is to be decided. */
  makers: readonly string[];
  /** Who is in charge: takes back what waits, as who made it does. */
  handler?: string | null;
}
export type Hindrance = 'state' | 'other_office' | 'same_person' | 'not_maker' | 'no_right';

const officeOf = ({ seat }: Acting, { town, above }: Standing<string>): Office | null =>
  seat === town ? 'town' : seat === above ? 'county' : null;

/**
 * The step a verb is for somebody here, or why it is none.
 * @returns a transition, or the code of a refusal: state, office, right or person.
 */
export function stepFor<S extends string, V extends string>(
  steps: readonly Transition<S, V>[],
  verb: V,
  standing: Standing<S>,
  who: Acting,
): Transition<S, V> | Hindrance {
  const open = steps.filter((one) => one.verb === verb && one.from.includes(standing.state));
  if (open.length === 0) return 'state';
  const office = officeOf(who, standing);
  const step = open.find((one) => one.office === office || (office && one.office === 'either'));
  if (!step) return 'other_office';
  if (!who.permissions.has(step.hand === 'other' ? 'projects.decide' : 'projects.write'))
    return 'no_right';
  const maker = standing.makers.includes(who.account);
  if (step.hand === 'other' && maker) return 'same_person';
  if (step.hand === 'maker' && !maker && standing.handler !== who.account) return 'not_maker';
  return step;
}

/** The steps somebody may take now, whatever must hold first, each verb once. */
export function stepsFor<S extends string, V extends string>(
  steps: readonly Transition<S, V>[],
  standing: Standing<S>,
  who: Acting,
): Transition<S, V>[] {
  return [...new Set(steps.map(({ verb }) => verb))].flatMap((verb) => {
    const step = stepFor(steps, verb, standing, who);
    return typeof step === 'string' ? [] : [step];
  });
}

export interface NoticeFacts {
  stage: NoticeStage;
  endsOn: string;
  /** Objections nobody answered. */
  unanswered: number;
}
/** What a project has, as far as steps ask for it. */
export interface ProjectFacts {
  shortfalls: number;
  budget: bigint;
  operating: boolean;
  light: boolean;
  benefitLinked: boolean;
  /** Whether each budget line fits into what is left of its quota. */
  quotaLeft: boolean;
  notices: readonly NoticeFacts[];
  contractsInForce: number;
  /** Contracts, variations, settlements and endings still drafted or waiting to be checked. */
  contractsOpen: number;
  settled: boolean;
  /** Adjustments of the budget nobody decided yet. */
  adjustmentsOpen: number;
  requestsOpen: number;
  progress: number;
  assets: number;
  evidence: readonly DocumentKind[];
  /** Of a request: whether its dossier was put together since it was checked, and no scan in it was withdrawn. */
  dossier?: boolean;
}

/** Whether a notice of the stage was posted, all such are over, and none left an objection without an answer. */
export function noticeOver(stage: NoticeStage, facts: ProjectFacts, today: string): boolean {
  const posted = facts.notices.filter((one) => one.stage === stage);
  return (
    posted.length > 0 &&
    posted.every(({ endsOn, unanswered }) => endsOn < today && unanswered === 0)
  );
}

const holds: Record<Guard, (facts: ProjectFacts, today: string) => boolean> = {
  shortfall: ({ shortfalls, light }) => light || shortfalls > 0,
  budget: ({ budget }) => budget > 0n,
  benefit_link: ({ operating, benefitLinked }) => !operating || benefitLinked,
  quota: ({ quotaLeft }) => quotaLeft,
  notice_proposal: (facts, today) => noticeOver('proposal', facts, today),
  notice_plan: (facts, today) => facts.light || noticeOver('plan', facts, today),
  notice_award: (facts, today) => facts.light || noticeOver('award', facts, today),
  notice_acceptance: (facts, today) => facts.light || noticeOver('acceptance', facts, today),
  contract_in_force: ({ contractsInForce }) => contractsInForce > 0,
  contract_open: ({ contractsOpen }) => contractsOpen === 0,
  contract_running: ({ contractsInForce }) => contractsInForce === 0,
  adjustment_open: ({ adjustmentsOpen }) => adjustmentsOpen === 0,
  progress_full: ({ progress }) => progress === 100,
  settlement: ({ settled, light }) => light || settled,
  requests_open: ({ requestsOpen }) => requestsOpen === 0,
  asset: ({ assets, light }) => light || assets > 0,
  dossier: ({ dossier = false, light }) => light || dossier,
};

/** What still stands in the way of a step: guards that do not hold, then papers that are missing. */
export function missingFor(
  step: Pick<Transition<string, string>, 'guards' | 'evidence'>,
  facts: ProjectFacts,
  today: string,
): (Guard | `paper_${DocumentKind}`)[] {
  const papers = facts.light ? [] : (step.evidence ?? []);
  return [
    ...(step.guards ?? []).filter((guard) => !holds[guard](facts, today)),
    ...papers
      .filter((kind) => !facts.evidence.includes(kind))
      .map((kind) => `paper_${kind}` as const),
  ];
}
