/** Reads a workbook in a program of its own, with a limit on time, memory and what it may touch. */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { turns } from '../../turns.ts';
import type { RawCell } from '../description.ts';
import { type Answer, type Fault, limits, type Read, type Reading } from './limits.ts';

const source = fileURLToPath(new URL('../../..', import.meta.url));
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
      const said = await run({ path, out, mark }, folder);
      if (said === null) return { fault: 'too_large' };
      const answer = JSON.parse(said) as Answer; // our own program wrote it
      return 'fault' in answer ? answer : await keep(answer, linesIn(out));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

const portion = 1_000;

async function* linesIn(path: string): AsyncGenerator<Line[], void> {
  let some: Line[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    some.push(JSON.parse(line) as Line); // our own program wrote it
    if (some.length < portion) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** @returns what it said; null when it ended otherwise than well: too long, too large */
function run(reading: Reading, folder: string): Promise<string | null> {
  const child = spawn(
    process.execPath,
    [
      '--permission',
      ...[source, reading.path, folder].map((path) => `--allow-fs-read=${path}`),
      `--allow-fs-write=${folder}`,
      `--max-old-space-size=${limits.heapMb}`,
      '--no-warnings',
      program,
    ],
    { stdio: ['pipe', 'pipe', 'ignore'], env: {} },
  );
  const late = setTimeout(() => child.kill('SIGKILL'), limits.ms);
  const watch = setInterval(() => {
    void residentOf(child.pid).then((now) => now > limits.resident && child.kill('SIGKILL'));
  }, 100);
  child.stdin.on('error', () => undefined); // it ended before it had read: its code says so
  child.stdin.end(JSON.stringify(reading));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  return new Promise<string | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0 ? said : null));
  }).finally(() => {
    clearTimeout(late);
    clearInterval(watch);
  });
}

/** Bytes of memory a process holds; 0 where the system does not say. */
async function residentOf(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * 4_096;
}
