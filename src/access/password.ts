/** Passwords: Argon2id, off the event loop, at most two at a time so that signing in cannot starve the rest. */
import { hash, verify } from '@node-rs/argon2';

// OWASP's first choice: 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const waiting: (() => void)[] = [];
let running = 0;

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

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
