/** Passwords: Argon2id, off the event loop, at most two at a time so that signing in cannot starve the rest. */
import { hash, verify } from '@node-rs/argon2';
import { turns } from '../platform/turns.ts';

// OWASP's first choice: 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Those that may wait are five seconds' worth. */
const inTurn = turns(2, 200);

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password, cost));

/** False for a wrong password; takes the same time when there is no account (stored is null). */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const against = stored ?? (await decoy);
  const fits = await inTurn(() => verify(against, password));
  return fits && stored !== null;
}

let decoy: Promise<string> | undefined;
