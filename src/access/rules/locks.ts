/** What failed sign-ins lock, so that guessing stops and no stranger keeps an owner out. Pure. */
import type { Policy } from './policy.ts';

export interface Bucket {
  /** What is counted together; kept as a hash only. */
  bucket: string;
  /** Failures within the lock's minutes that lock it. */
  limit: number;
}

/**
 * Where an attempt is counted. A browser the account has signed in from is counted by itself alone: what others try
 * does not lock it out. Anybody else is counted by account and address together, by account, and by address.
 * @param name as typed, also where nobody has it: both answer alike
 * @param device the hash of a known browser of the account, or null
 */
export function bucketsOf(
  { name, address, device }: { name: string; address: string; device: string | null },
  policy: Policy,
): Bucket[] {
  if (device) return [{ bucket: named('device', device), limit: policy.lockAfter }];
  return [
    { bucket: named('pair', name, address), limit: policy.lockAfter },
    { bucket: named('account', name), limit: policy.lockAccountAfter },
    { bucket: named('address', address), limit: policy.lockAddressAfter },
  ];
}

/**
 * Where a code or password given inside a session is counted: by known browser, else by account. Whoever has the
 * password alone comes from no known browser, so the owner's is not locked by their guessing.
 */
export function proofBuckets(
  { account, device }: { account: string; device: string | null },
  policy: Policy,
): Bucket[] {
  const bucket = device ? named('proof', account, device) : named('proof', account);
  return [{ bucket, limit: policy.lockAfter }];
}

const named = (...parts: string[]) => JSON.stringify(parts);
