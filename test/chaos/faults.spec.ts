/** Faults in the short size of every test run: the three stages at the same time, since most of it is waiting. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutOff, filledUp, killed } from './chains.ts';
import { broken, type Figures, table } from './figures.ts';
import { seedFrom, shortSizes } from './sizes.ts';
import { aFolder, clear } from './stage/folder.ts';
import { aWorld } from './stage/world.ts';

const seed = seedFrom(process.env.ZZ_FAULTS_SEED);
/** A minute on two quiet cores. */
const limit = 600_000;
const rows: Figures[] = [];
const folder = aFolder();
let chains: [Settled<Figures[]>, Settled<Figures[]>, Settled<Figures | { impossible: string }>];

type Settled<T> = PromiseSettledResult<T>;

beforeAll(async () => {
  const stage = { folder, world: await aWorld(folder), seed, sizes: shortSizes };
  chains = await Promise.allSettled([killed(stage), cutOff(stage), filledUp(stage)]);
}, limit);

afterAll(() => {
  clear(folder);
  console.log(table(`faults, seed ${seed}`, rows));
}, limit);

const of = <T>(settled: Settled<T>): T => {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
};

function kept(figures: Figures | undefined): void {
  if (!figures) throw new Error('the case did not take place');
  rows.push(figures);
  expect(broken(figures)).toEqual([]);
}

describe('killed while it is written to', () => {
  test('nothing acknowledged is lost, nothing is half written', () => kept(of(chains[0])[0]));
  test('what is delivered several times happens once, with the same reply', () =>
    kept(of(chains[0])[1]));
});

describe('the database out of reach: told to come again, nothing lost, the process stays', () => {
  test.each([
    [0, 'cut and refused'],
    [1, 'forgotten without a word'],
    [2, 'stalled'],
    [3, 'no free connections'],
    [4, 'locked'],
  ])('%i: %s', (at) => kept(of(chains[1])[at]));
});

test('a full disk', ({ skip }) => {
  const found = of(chains[2]);
  if ('impossible' in found) {
    console.log(`| full disk | skipped: ${found.impossible} |`);
    return skip(found.impossible);
  }
  kept(found);
});
