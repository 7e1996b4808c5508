/** What a server process does besides answering: folds increments into the cube. Several processes may do it; a lock lets one at a time. */
import { fold } from '../indicators/fold.ts';
import type { Pool } from '../platform/db/pool.ts';

const everyMs = 2_000;

/**
 * Folds until stopped; a failure is reported (once while it stays the same) and tried again, the increments
 * stay where they are.
 * @returns stop, which waits for a fold under way.
 */
export function keepFolding(
  jobs: Pool,
  onError: (error: Error) => void,
  /** Called after every fold that went well, also of nothing. */
  onFolded: () => void = () => {},
): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  let failing = '';
  const done = (async () => {
    while (!stopped) {
      await fold(jobs).then(
        () => {
          failing = '';
          onFolded();
        },
        (error: Error) => {
          if (error.message !== failing) onError(error);
          failing = error.message;
        },
      );
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, everyMs).unref();
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await done;
  };
}
