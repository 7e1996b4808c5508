/** G12: one cause at a time under light load. Who asks meanwhile is told when to come again; nothing is lost; the process stays. */
import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '../../property/random.ts';
import { deadlineMs, type Figures } from '../figures.ts';
import { type Deed, deeds } from '../load/deeds.ts';
import { reckon } from '../load/reckoning.ts';
import { type Book, wellAgain, writersAtWork } from '../load/writers.ts';
import type { Product } from '../stage/product.ts';
import type { World } from '../stage/world.ts';

export interface Cause {
  what: string;
  /** Brings it about, and takes it away again; returns when it is gone. */
  strike(): Promise<void>;
  /** Whether it made the trouble it was meant to make; somebody sent away where nothing else is said. */
  felt?(book: Book, product: Product): boolean;
}

interface Struck {
  product: Product;
  world: World;
  adminUrl: string;
  seed: number;
}

const sentAway = ({ counts }: Book): boolean => counts.later > 0;

/** Seconds within which everybody is served again after the cause has gone (G12). */
const goal = 10;
/** More than any case can write in its time. */
const enough = 20_000;

export async function survive(
  { what, strike, felt = sentAway }: Cause,
  { product, world, adminUrl, seed }: Struck,
): Promise<Figures> {
  const pid = product.pid();
  const sent: Deed[] = [];
  const plan = deeds(world, randomFrom(seed), enough, 0.1).values();
  const to = { address: product.address, cookie: world.cookie };
  const writers = writersAtWork(
    plan.map((deed) => {
      sent.push(deed);
      return deed;
    }),
    to,
    { restMs: 20 },
  );
  let recovery: number;
  try {
    await wellAgain(writers, performance.now(), deadlineMs(goal));
    await strike();
    recovery = await wellAgain(writers, performance.now(), deadlineMs(goal));
    await sleep(300);
  } finally {
    writers.stop();
    await writers.done;
  }
  const { book } = writers;
  const stayed = product.isAlive() && product.pid() === pid;
  if (!stayed) throw new Error(`${what}: the server ended, after saying:\n${product.said()}`);
  const reckoning = await reckon(adminUrl, sent, book.acknowledged, to);
  return {
    what,
    faults: 1,
    book,
    reckoning,
    recovery: [recovery],
    goal,
    stayed,
    felt: felt(book, product),
  };
}
