/** What is corrected afterwards, and when: adjustments of a budget, notices in their states, the invoice a request rests on. Pure. */
import type { adjustmentStates } from './codes.ts';
import type { Acting, NoticeStage, State, Transition } from './rules.ts';

export type AdjustmentState = (typeof adjustmentStates)[number];
/** States in which a budget holds money in the quota and may still change. */
export const adjustable: readonly State[] = [
  'planned',
  'preparing',
  'contracted',
  'building',
  'completed',
  'accepted',
];

export const adjustmentVerbs = ['withdraw', 'return', 'approve'] as const;
export type AdjustmentVerb = (typeof adjustmentVerbs)[number];
/** An adjustment begins as handed in: the town proposes the whole new budget with a reason. */
export const adjustmentSteps: readonly Transition<AdjustmentState, AdjustmentVerb>[] = [
  {
    ...{ from: ['submitted'], verb: 'withdraw', to: 'withdrawn' },
    ...{ office: 'town', hand: 'maker', needs: ['reason'] },
  },
  {
    ...{ from: ['submitted'], verb: 'return', to: 'returned' },
    ...{ office: 'county', hand: 'other', needs: ['reason'] },
  },
  { from: ['submitted'], verb: 'approve', to: 'approved', office: 'county', hand: 'other' },
];

/** States a notice of a stage fits; the first is the one it begins in. */
export const noticeStates: Record<NoticeStage, readonly State[]> = {
  proposal: ['idea', 'returned'],
  plan: ['stocked'],
  award: ['preparing', 'contracted', 'building'],
  subsidy: ['contracted', 'building'],
  acceptance: ['completed'],
};

/**
 * The first day a notice may have been posted, as far as the register knows one: the day the project came to the stage. The
 * proposal begins with the project, so a village may have posted it before the town registered it.
 */
export function noticeFrom(
  stage: NoticeStage,
  project: { state: State; stateSince: string },
  earlier: readonly { stage: NoticeStage; endsOn: string }[],
): string | undefined {
  if (stage === 'proposal') return undefined;
  if (project.state === noticeStates[stage][0]) return project.stateSince;
  return earlier
    .filter((one) => one.stage === 'plan')
    .map(({ endsOn }) => endsOn)
    .toSorted()
    .at(-1);
}

/** Whether somebody may hand a project over to another person: whoever is in charge, or who may decide in the town's office. */
export const mayTransfer = (
  { town, state, handler }: { town: string; state: State; handler: string | null },
  who: Acting,
): boolean =>
  who.seat === town &&
  who.permissions.has('projects.write') &&
  !['handed_over', 'terminated', 'discarded'].includes(state) &&
  (handler === who.account || who.permissions.has('projects.decide'));

/** A number of an invoice as it is compared: without spaces, in capital letters. */
export const claimOf = (invoice: string | null): string | null =>
  invoice?.replace(/\s/g, '').toUpperCase() || null;
/** The same of what somebody looks for, within a statement; requests keep theirs as invoice_plain. */
export const plainSql = (invoice: string): string =>
  `upper(regexp_replace(${invoice}, '\\s', '', 'g'))`;

export interface InvoicePaper {
  number: string | null;
  /** The one request it serves, where that is said. */
  request: string | null;
}
interface Billed {
  id: string;
  invoice: string | null;
  state: string;
}
/** Whether a paper is the invoice of a request: by its number, or where one of them has none, by the request it came for. */
export const billedBy = (
  { number, request }: InvoicePaper,
  { id, invoice }: Pick<Billed, 'id' | 'invoice'>,
): boolean =>
  number !== null && invoice !== null ? claimOf(number) === claimOf(invoice) : request === id;

/**
 * Whether an invoice is on file for a request: its own by number or scan, or one without a number that no other request which
 * went out already rests on.
 */
export function invoiceOnFile(
  request: Billed,
  others: readonly Billed[],
  papers: readonly InvoicePaper[],
): boolean {
  if (papers.some((paper) => billedBy(paper, request))) return true;
  const loose = papers.filter(({ number, request: of }) => number === null && of === null).length;
  const resting = others.filter(
    (one) =>
      one.id !== request.id &&
      (one.state === 'sent' || one.state === 'paid') &&
      !papers.some((paper) => billedBy(paper, one)),
  ).length;
  return loose > resting;
}
