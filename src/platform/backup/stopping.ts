/** A stop while a database is being restored: its server would go on for ever, and its files would stay. */
import { constants } from 'node:os';
import { removeEmbedded } from '../db/embedded.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs the work; a stop signal meanwhile removes the half-made data directory, then ends the process. */
export async function removedOnSignal<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const end = (signal: (typeof signals)[number]) => {
    void removeEmbedded(dataDir, { force: true }).finally(() =>
      process.exit(128 + constants.signals[signal]),
    );
  };
  for (const signal of signals) process.once(signal, end);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}
