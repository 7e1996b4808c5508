/** Puts a dossier together in a program of its own, with a limit on time, memory and what it may touch. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fairTurns } from '../../platform/fair-turns.ts';
import type { Answer, Plan } from './plan.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const program = fileURLToPath(new URL('./put-together.ts', import.meta.url));
const font = join(checkout, 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf');

export const limits = { ms: 60_000, bytes: 1_400_000_000, heapMb: 900 };
/** Each may take more than a gigabyte: two at once where the machine has the memory. Offices take turns. */
const inTurn = fairTurns({
  atOnce: totalmem() > 8 * 1_073_741_824 ? 2 : 1,
  ...{ mostOfOne: 5, most: 40, refusal: 'dossiers.refusal.queue_full', seconds: 60 },
});

/** What became of it: an answer, or that it took too long or too much, whatever the scan did. */
export type Outcome = Answer | { fault: 'broken' };

/**
 * @param office whose turn it takes
 * @param keep takes the dossier, which lies there only as long as this runs
 */
export async function assemble<T>(
  wish: Omit<Plan, 'font' | 'out'>,
  office: string,
  keep: (path: string, made: Exclude<Answer, { fault: unknown }>) => Promise<T>,
  { ms, bytes, heapMb }: typeof limits = limits,
): Promise<T | Exclude<Outcome, { pages: number }>> {
  return inTurn(office, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhuzhen-dossier-'));
    try {
      const out = join(folder, 'dossier.pdf');
      const plan: Plan = { ...wish, font, out };
      const folders = [...new Set(plan.parts.map(({ path }) => dirname(path)))];
      const said = await run(plan, { folder, folders, ms, bytes, heapMb });
      if (said === null) return { fault: 'broken' };
      const answer = JSON.parse(said) as Answer; // our own program wrote it
      return 'fault' in answer ? answer : await keep(out, answer);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

interface Within {
  folder: string;
  folders: readonly string[];
  ms: number;
  bytes: number;
  heapMb: number;
}

/** @returns what it said; null when it ended otherwise than well */
function run(plan: Plan, { folder, folders, ms, bytes, heapMb }: Within): Promise<string | null> {
  const reads = [
    join(checkout, 'src'),
    join(checkout, 'node_modules'),
    join(checkout, 'package.json'),
  ];
  const child = spawn(
    process.execPath,
    [
      '--permission',
      ...[...reads, ...folders, folder].map((path) => `--allow-fs-read=${path}`),
      `--allow-fs-write=${folder}`,
      `--max-old-space-size=${heapMb}`,
      '--no-warnings',
      program,
    ],
    { stdio: ['pipe', 'pipe', 'ignore'], env: {} },
  );
  const late = setTimeout(() => child.kill('SIGKILL'), ms);
  const watch = setInterval(() => {
    void residentOf(child.pid).then((now) => now > bytes && child.kill('SIGKILL'));
  }, 100);
  child.stdin.on('error', () => undefined); // it ended before it had read the plan: its code says so
  child.stdin.end(JSON.stringify(plan));
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
