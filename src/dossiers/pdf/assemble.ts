/** Puts a dossier together in a program of its own, with a limit on time, memory and what it may touch. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fairTurns } from '../../platform/fair-turns.ts';
import { runApart } from '../../platform/run-apart.ts';
import { fontFile } from './font.ts';
import type { Answer, Plan } from './plan.ts';

const program = fileURLToPath(new URL('./put-together.ts', import.meta.url));

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
      const plan: Plan = { ...wish, font: fontFile, out };
      const folders = [...new Set(plan.parts.map(({ path }) => dirname(path)))];
      const said = await runApart(program, plan, {
        ...{ reads: [...folders, folder], writes: folder, ms, bytes, heapMb },
      });
      if (said === null) return { fault: 'broken' };
      const answer = JSON.parse(said) as Answer; // our own program wrote it
      return 'fault' in answer ? answer : await keep(out, answer);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}
