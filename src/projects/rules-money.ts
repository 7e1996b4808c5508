/** Money of a project: how an amount falls on its sources, and how far a contract may be asked for. Fen throughout. Pure. */
import { split } from '../kit/money.ts';

export interface BudgetLine {
  id: string;
  /** Fen of the source. */
  amount: bigint;
  /** Fen of it that are still to be had: not committed yet, or committed and not spent. */
  left: bigint;
}

/**
 * An amount over the sources of a budget, exact to the fen, in proportion to what is still to be had of each, so that none
 * gives more than it has; sources that give nothing are left out.
 */
export function overSources<Line extends BudgetLine>(
  amount: bigint,
  budget: readonly Line[],
): { line: Line; amount: bigint }[] {
  const left = budget.map((line) => (line.left > 0n ? line.left : 0n));
  const some = left.some((one) => one > 0n);
  const parts = split(amount, some ? left : budget.map((line) => line.amount));
  return budget.flatMap((line, at) => {
    const part = parts[at] ?? 0n;
    return part > 0n ? [{ line, amount: part }] : [];
  });
}

/** What is committed anew over the sources: each first what was spent of it already, then its share of the rest. */
export function aboveSpent<Line extends BudgetLine & { spent: bigint }>(
  amount: bigint,
  budget: readonly Line[],
): { line: Line; amount: bigint }[] {
  const spent = budget.reduce((sum, line) => sum + line.spent, 0n);
  const rest = new Map(
    overSources(amount - spent, budget).map((part) => [part.line, part.amount] as const),
  );
  return budget.flatMap((line) => {
    const part = line.spent + (rest.get(line) ?? 0n);
    return part > 0n ? [{ line, amount: part }] : [];
  });
}

export interface ContractStanding {
  /** What the contract is worth now. */
  amount: bigint;
  /** Thousandths kept back. */
  retention: number;
  /** Asked for and not refused, paid or not, without the request in question and without the retained part. */
  asked: bigint;
  /** Asked for of the retained part. */
  retainedAsked: bigint;
  /** Until when it is retained. */
  retainedTo: string | null;
  /** Per cent of the work done, as reported. */
  progress: number;
  accepted: boolean;
  /** Its settlement is in force, or it needs none. */
  settled: boolean;
}
export type RequestKind = 'advance' | 'progress' | 'final' | 'retention';

/** What is kept back of a contract, rounded up to the fen. */
export const retainedOf = ({ amount, retention }: ContractStanding): bigint =>
  (amount * BigInt(retention) + 999n) / 1000n;

/** What may still be asked for under a kind: of the retained part, or of everything else. */
export function leftFor(kind: RequestKind, contract: ContractStanding): bigint {
  const retained = retainedOf(contract);
  const left =
    kind === 'retention'
      ? retained - contract.retainedAsked
      : contract.amount - retained - contract.asked;
  return left > 0n ? left : 0n;
}

/** Why a request cannot be; null where it can. */
export function requestHindrance(
  kind: RequestKind,
  amount: bigint,
  contract: ContractStanding,
  today: string,
): 'above_contract' | 'before_acceptance' | 'before_settlement' | 'still_retained' | null {
  if ((kind === 'final' || kind === 'retention') && !contract.accepted) return 'before_acceptance';
  // What is final is what the settlement says; until then the work is paid by its progress.
  if (kind === 'final' && !contract.settled) return 'before_settlement';
  if (kind === 'retention' && contract.retainedTo !== null && contract.retainedTo > today)
    return 'still_retained';
  return amount > leftFor(kind, contract) ? 'above_contract' : null;
}

/** Whether more would be asked for than was done; an advance is asked for before anything is. */
export const aheadOfProgress = (
  kind: RequestKind,
  amount: bigint,
  { asked, amount: whole, progress, accepted }: ContractStanding,
): boolean =>
  kind === 'progress' && !accepted && (asked + amount) * 100n > whole * BigInt(progress);
