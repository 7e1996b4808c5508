/** G1: writers at work, and again and again the server, one session or the whole of PostgreSQL is killed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, randomFrom, shuffled } from '../../property/random.ts';
import { deadlineMs, type Figures } from '../figures.ts';
import { deeds } from '../load/deeds.ts';
import { reckon } from '../load/reckoning.ts';
import { type Writers, wellAgain, writersAtWork } from '../load/writers.ts';
import { adminUrlOf, killBackend, killPostgres } from '../stage/cluster.ts';
import type { Product } from '../stage/product.ts';
import type { World } from '../stage/world.ts';

const victims = ['server', 'session', 'PostgreSQL'] as const;
export type Victim = (typeof victims)[number];

/** Seconds until everybody is served again, a start of the server included. */
export const goal = 30;

export interface Killable {
  world: World;
  product: Product;
  dataDir: string;
}

export async function killCycles(
  { world, product, dataDir }: Killable,
  { seed, writes, kills }: { seed: number; writes: number; kills: number },
): Promise<Figures> {
  const random = randomFrom(seed);
  const plan = deeds(world, random.fork(1), writes, 0.1);
  const to = { address: product.address, cookie: world.cookie };
  const writers = writersAtWork(plan.values(), to);
  const recovery = new Map<Victim, number[]>(victims.map((victim) => [victim, []]));
  for (const [cycle, victim] of order(kills, random.fork(2)).entries()) {
    await untilAcknowledged(writers, (writes * (cycle + 0.5)) / kills);
    await sleep(random.below(200));
    const since = await kill(victim, product, dataDir, random);
    recovery.get(victim)?.push(await wellAgain(writers, since, deadlineMs(goal)));
  }
  await writers.done;
  const { book } = writers;
  const times = victims.map((v) => `${v} ${recovery.get(v)?.length}`).join(', ');
  return {
    what: `kill -9: ${times}`,
    faults: kills,
    book,
    reckoning: await reckon(adminUrlOf(dataDir), plan, book.acknowledged, to),
    recovery: [...recovery.values()].flat(),
    goal,
    stayed: null,
    felt: book.counts.cut + book.counts.later > 0,
  };
}

/** Every kind as often as the others, in the seed's order. */
function order(kills: number, random: Random): Victim[] {
  const rest = Array.from({ length: kills }, (_, i) => victims[i % victims.length] ?? 'server');
  return shuffled(rest, random);
}

async function untilAcknowledged({ book }: Writers, count: number): Promise<void> {
  while (book.acknowledged.size < count) await sleep(5);
}

/** A server is started again at once, as by a service manager. @returns the instant from which recovery counts */
export async function kill(
  victim: Victim,
  product: Product,
  dataDir: string,
  random: Random,
): Promise<number> {
  const since = performance.now();
  if (victim === 'server') {
    await product.kill();
    await product.startAgain();
  } else if (victim === 'PostgreSQL') killPostgres(dataDir);
  else if (!(await killBackend(dataDir, random))) throw new Error('no session to kill');
  return since;
}
