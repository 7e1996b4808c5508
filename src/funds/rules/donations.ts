/** What may be received and granted of a pledge, and how a donor is named. Pure. */
import type { DonorKind } from '../codes.ts';

/** A pledge as the books have it, in fen. */
export interface PledgeStanding {
  amount: bigint;
  /** Posted receipts and grants, less what was taken back. */
  received: bigint;
  granted: bigint;
  /** What it is for; null leaves it to the place. */
  purpose: string | null;
}

export type PledgeHindrance = 'pledge_exceeded' | 'grant_exceeded' | 'purpose_differs';

/** Why a receipt may not be posted: more than was promised is a pledge of its own. Null when it may. */
export const receiptHindrance = (
  { amount, received }: PledgeStanding,
  more: bigint,
): PledgeHindrance | null => (received + more > amount ? 'pledge_exceeded' : null);

/** Why a grant may not be posted: money for a named purpose goes to it alone, and only what arrived. Null when it may. */
export function grantHindrance(
  { received, granted, purpose }: PledgeStanding,
  grant: { amount: bigint; purpose: string },
): PledgeHindrance | null {
  if (purpose !== null && grant.purpose.trim() !== purpose.trim()) return 'purpose_differs';
  return granted + grant.amount > received ? 'grant_exceeded' : null;
}

/** What was promised and has not come. */
export const outstandingOf = ({ amount, received }: PledgeStanding): bigint =>
  amount > received ? amount - received : 0n;

/** A person is kept by the family name alone, whatever was typed: 陈**. All others by their full name. */
export function donorName(kind: DonorKind, typed: string): string {
  const name = typed.trim().replaceAll(/\s+/g, ' ');
  if (kind !== 'person') return name;
  const [first = '', ...rest] = [...name];
  return `${first}${'*'.repeat(Math.min(Math.max(rest.length, 1), 3))}`;
}
