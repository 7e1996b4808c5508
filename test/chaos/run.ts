/**
 * The fault tests outside the test runner, for figures: with --long those of the promises, otherwise those of
 * `npm test`, here one stage after the other. Exit code 1 when a promise is broken.
 *
 * node test/chaos/run.ts [--long] [--seed N] [--only killed|cut-off|filled-up]
 */
import { parseArgs } from 'node:util';
import { cutOff, filledUp, killed } from './chains.ts';
import { broken, type Figures, table } from './figures.ts';
import { longSizes, seedFrom, shortSizes } from './sizes.ts';
import { aFolder, clear } from './stage/folder.ts';
import { aWorld } from './stage/world.ts';

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});
const seed = seedFrom(values.seed);
const wanted = (chain: string) => values.only === undefined || values.only === chain;

const began = Date.now();
const minutes = () => ((Date.now() - began) / 60_000).toFixed(1);
const rows: Figures[] = [];
const folder = aFolder();
console.log(`seed ${seed}`);
try {
  const sizes = values.long ? longSizes : shortSizes;
  const stage = { folder, world: await aWorld(folder), seed, sizes, show };
  if (wanted('killed')) await killed(stage);
  if (wanted('cut-off')) await cutOff(stage);
  if (wanted('filled-up')) {
    const found = await filledUp(stage);
    if ('impossible' in found) console.log(`full disk: skipped, ${found.impossible}`);
  }
} finally {
  clear(folder);
}
const size = values.long ? 'long' : 'short';
console.log(`\n${table(`${size}, seed ${seed}, ${minutes()} minutes`, rows)}`);
process.exitCode = rows.some((row) => broken(row).length > 0) ? 1 : 0;

function show(row: Figures): void {
  rows.push(row);
  const faults = broken(row);
  console.log(`${minutes()} min: ${row.what}: ${faults.length === 0 ? 'kept' : faults.join('; ')}`);
}
