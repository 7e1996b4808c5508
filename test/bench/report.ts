/** The table of results: goals stand beside what was measured, nothing is asserted. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface Result {
  what: string;
  ours: string;
  baseline: string;
  ratio: number | null;
  goal: string;
}

const file = fileURLToPath(new URL('../output/bench.json', import.meta.url));

export async function report(results: readonly Result[]): Promise<void> {
  const rows = results.map((r) => [
    r.what,
    r.ours,
    r.baseline,
    r.ratio === null ? '' : r.ratio.toFixed(2),
    r.goal,
  ]);
  const head = ['what', 'ours', 'baseline', 'ratio', 'goal'];
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i]?.length ?? 0)));
  for (const row of [head, widths.map((w) => '-'.repeat(w)), ...rows]) {
    console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
  }
  await mkdir(fileURLToPath(new URL('../output', import.meta.url)), { recursive: true });
  await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), results }, null, 2)}\n`);
}
