/** Reads a workbook in a program of its own, with a limit on time, memory and what it may touch. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runApart } from '../../run-apart.ts';
import { turns } from '../../turns.ts';
import type { RawCell } from '../description.ts';
import { type Answer, type Fault, limits, type Read, type Reading } from './limits.ts';

const program = fileURLToPath(new URL('./read-workbook.ts', import.meta.url));

/** Two at a time: each may take a few hundred megabytes. */
const inTurn = turns(2, 20);

/** A line as it stood in the sheet: its number there, its cells. */
export type Line = readonly [n: number, cells: RawCell[]];

/**
 * @param keep takes the lines, which lie there only as long as this runs
 * @returns what keep made of them, or why the workbook could not be read
 */
export async function readBeside<T>(
  { path, mark }: Pick<Reading, 'path' | 'mark'>,
  keep: (read: Read, lines: AsyncGenerator<Line[], void>) => Promise<T>,
): Promise<T | { fault: Fault }> {
  return inTurn(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhuzhen-sheet-'));
    try {
      const out = join(folder, 'lines');
      const reading: Reading = { path, out, mark };
      const said = await runApart(program, reading, {
        ...{ reads: [path, folder], writes: folder },
        ...{ ms: limits.ms, bytes: limits.resident, heapMb: limits.heapMb },
      });
      if (said === null) return { fault: 'too_large' };
      const answer = JSON.parse(said) as Answer; // our own program wrote it
      return 'fault' in answer ? answer : await keep(answer, linesIn(out));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

/** Lines handed on together, and the few more that were read with the last of them. */
const portion = 1_000;

async function* linesIn(path: string): AsyncGenerator<Line[], void> {
  let some: Line[] = [];
  let begun = '';
  // By hand: readline takes signs of a cell like U+2028 for the end of a line, too.
  for await (const part of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const lines = (begun + part).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) some.push(JSON.parse(line) as Line); // our own program wrote it
    if (some.length < portion) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
