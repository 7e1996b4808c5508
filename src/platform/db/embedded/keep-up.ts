/**
 * Keeping the server up while this process uses it. PostgreSQL brings itself back when one of its sessions
 * dies; when the whole of it is killed, or gives up on a full disk, somebody has to start it again.
 */

interface Kept {
  isUp: () => boolean;
  again: () => Promise<void>;
  log: (line: string) => void;
}

const lookEveryMs = 250;
/** Between attempts: doubled each time, so that a server that cannot start costs nothing, but soon enough after. */
const firstPauseMs = 250;
const longestPauseMs = 4_000;
/** A server up for so long has recovered; one that dies sooner is started after a longer pause. */
const calmMs = 30_000;

/** Watches until let go. @returns letGo, which waits for an attempt under way. */
export function keepUp({ isUp, again, log }: Kept): () => Promise<void> {
  let held = true;
  let wake = () => {};
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, ms).unref();
    });
  const done = (async () => {
    let wait = firstPauseMs;
    let since = Date.now();
    let told = '';
    while (held) {
      await pause(lookEveryMs);
      if (!held) return;
      if (isUp()) continue;
      if (Date.now() - since > calmMs) wait = firstPauseMs;
      if (told === '') {
        told = '数据库停了,正在重新启动…… / the database has stopped, starting it again…';
        log(told);
      }
      await pause(wait);
      wait = Math.min(wait * 2, longestPauseMs);
      if (!held) return;
      try {
        await again();
        log('数据库已恢复 / the database is back');
        told = '';
      } catch (error) {
        // Tried again as long as we live; each reason is said once.
        const why = (error as Error).message;
        if (why !== told) log(why);
        told = why;
      }
      since = Date.now();
    }
  })();
  return async () => {
    held = false;
    wake();
    await done;
  };
}
