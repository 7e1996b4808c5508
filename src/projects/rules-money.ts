/** Money of a project: how an amount falls on its sources, and how far a contract may be asked for. Fen throughout. Pure. */
import { split } from '../kit/money.ts';

export interface BudgetLine {
  id: string;
  amount: bigint;
}

/** An amount over the sources of a budget, in proportion, exact to the fen; sources that get nothing are left out. */
export function overSources<Line extends BudgetLine>(
  amount: bigint,
  budget: readonly Line[],
): { line: Line; amount: bigint }[] {
  const parts = split(
    amount,
    budget.map((line) => line.amount),
  );
  return budget.flatMap((line, at) => {
    const part = parts[at] ?? 0n;
    return part > 0n ? [{ line, amount: part }] : [];
  });
}

export interface ContractStanding {
  /** What the contract is worth now. */
  amount: bigint;
  /** Thousandths kept back. */
  retention: number;
  /** Asked for and not refused, paid or not, without the request in question. */
  asked: bigint;
  /** Per cent of the work done, as reported. */
  progress: number;
  accepted: boolean;
}
export type RequestKind = 'advance' | 'progress' | 'final' | 'retention';

/** What is kept back of a contract, rounded up to the fen. */
export const retainedOf = ({ amount, retention }: ContractStanding): bigint =>
  (amount * BigInt(retention) + 999n) / 1000n;

/** What may still be asked for under a kind: all but the retained part, or, for that, everything. */
export function leftFor(kind: RequestKind, contract: ContractStanding): bigint {
  const most = kind === 'retention' ? contract.amount : contract.amount - retainedOf(contract);
  const left = most - contract.asked;
  return left > 0n ? left : 0n;
}

/** Why a request cannot be; null where it can. */
export function requestHindrance(
  kind: RequestKind,
  amount: bigint,
  contract: ContractStanding,
): 'above_contract' | 'before_acceptance' | null {
  if ((kind === 'final' || kind === 'retention') && !contract.accepted) return 'before_acceptance';
  return amount > leftFor(kind, contract) ? 'above_contract' : null;
}

/** Whether more would be asked for than was done; an advance is asked for before anything is. */
export const aheadOfProgress = (
  kind: RequestKind,
  amount: bigint,
  { asked, amount: whole, progress, accepted }: ContractStanding,
): boolean =>
  kind === 'progress' && !accepted && (asked + amount) * 100n > whole * BigInt(progress);
