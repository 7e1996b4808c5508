/** G3: every write delivered one to five times, shuffled, by several writers at once, across crashes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, randomFrom, shuffled } from '../../property/random.ts';
import { deadlineMs, type Figures } from '../figures.ts';
import { type Deed, deeds } from '../load/deeds.ts';
import { reckon } from '../load/reckoning.ts';
import { wellAgain, writersAtWork } from '../load/writers.ts';
import { adminUrlOf } from '../stage/cluster.ts';
import { goal, type Killable, kill, type Victim } from './kill-cycles.ts';

export async function deliveredAgain(
  { world, product, dataDir }: Killable,
  { seed, ids, crashes }: { seed: number; ids: number; crashes: readonly Victim[] },
): Promise<Figures> {
  const random = randomFrom(seed);
  const plan = deeds(world, random.fork(1), ids);
  const deliveries = shuffled(repeated(plan, random), random);
  const to = { address: product.address, cookie: world.cookie };
  const writers = writersAtWork(deliveries.values(), to, { writers: 8 });
  const recovery: number[] = [];
  for (const [i, victim] of crashes.entries()) {
    const share = (i + 0.7 + random.below(100) / 1000) / (crashes.length + 1);
    while (writers.book.deliveries < deliveries.length * share) await sleep(5);
    const since = await kill(victim, product, dataDir, random);
    recovery.push(await wellAgain(writers, since, deadlineMs(goal)));
  }
  await writers.done;
  const { book } = writers;
  return {
    what: `${ids} ids delivered 1 to 5 times; kill -9: ${crashes.join(', ')}`,
    faults: crashes.length,
    book,
    reckoning: await reckon(adminUrlOf(dataDir), plan, book.acknowledged, to),
    recovery,
    goal,
    stayed: null,
    felt: book.deliveries > ids && book.counts.cut + book.counts.later > 0,
  };
}

const repeated = (plan: readonly Deed[], random: Random): Deed[] =>
  plan.flatMap((deed) => new Array<Deed>(1 + random.below(5)).fill(deed));
