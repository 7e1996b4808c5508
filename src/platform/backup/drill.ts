/** A restore drill: the newest backup restored aside and verified, recorded, and removed again. */
import { join } from 'node:path';
import { removeEmbedded } from '../db/embedded.ts';
import { StartProblem } from '../db/start-problem.ts';
import { explainedDisk } from './format/durable.ts';
import { readKey } from './format/key.ts';
import { locked, type Subject } from './make.ts';
import { choose, type Product, type Restored, restoreUnder } from './restore.ts';
import type { BackupSettings } from './settings.ts';
import { lineOf, recorded } from './store.ts';

export interface DrillWish {
  subject: Subject;
  settings: BackupSettings;
  dir: string;
  product: Product;
  log: (line: string) => void;
}

/** Where drills restore to: beside the data they restore, because what is there is no longer encrypted. */
export const drillFolder = (dataDir: string): string => join(dataDir, 'drill');

/**
 * Restores the newest backup to its own moment, where the rows are known, and, when the log was archived beyond
 * it, once more to the last moment. @returns both, or the one. Throws StartProblem with the faults it found.
 */
export async function drill(wish: DrillWish): Promise<Restored[]> {
  const { subject, dir } = wish;
  const folder = drillFolder(subject.dataDir);
  return locked(subject, async (db) => {
    const key = readKey(wish.settings.keyFile);
    const among = { line: await lineOf(db) };
    const base = { dir, key, among, product: wish.product, log: wish.log, fast: true };
    const first = await choose({ ...base, target: 'last' });
    const form = first.manifest.kind;
    const run = { kind: 'drill' as const, form, folder: dir, backup: first.manifest.name };
    const { done } = await recorded(db, run, async () => {
      const targets = first.manifest.physical?.point
        ? (['point', 'last'] as const)
        : (['last'] as const);
      const results: Restored[] = [];
      for (const target of targets) {
        const asked = { ...base, target, backup: first.manifest.name };
        const chosen = await choose(asked);
        if (results.length > 0 && chosen.plan.segments.length === 0) break;
        results.push(
          await tried(folder, () => restoreUnder(folder, chosen, asked, async () => {})),
        );
      }
      return { bytes: first.manifest.stored, done: results };
    });
    return done;
  });
}

async function tried(folder: string, work: () => Promise<Restored>): Promise<Restored> {
  await removeEmbedded(folder);
  try {
    const restored = await work();
    const { faults } = restored.verified;
    if (faults.length > 0) throw faulty(restored.backup, faults);
    return restored;
  } catch (cause) {
    throw explainedDisk(folder, cause);
  } finally {
    await removeEmbedded(folder);
  }
}

const faulty = (backup: string, faults: readonly string[]) =>
  new StartProblem(
    `备份 ${backup} 恢复后核对不过:${faults.slice(0, 5).join('; ')}${faults.length > 5 ? `……共 ${faults.length} 处` : ''}。请马上重做一次备份并再演练`,
    `the backup ${backup} is not sound when restored: ${faults.slice(0, 5).join('; ')}${faults.length > 5 ? `… ${faults.length} in all` : ''}. Make a new backup now and drill again`,
  );
