/** Backups and drills as programs of their own, so that the server answers while they work. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { keepBackingUp } from '../../platform/backup/schedule.ts';
import type { BackupSettings } from '../../platform/backup/settings.ts';
import type { Db } from '../../platform/db/pool.ts';
import type { Settings } from '../../platform/settings.ts';

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
const commands = { backup: ['backup'], drill: ['backup', 'drill'] } as const;

/** @returns stop: a job under way is broken off, which leaves nothing half-made. */
export function keepOperating(
  { adminUrl, db, settings }: { adminUrl: string; db: Db; settings: Settings },
  backups: BackupSettings,
  tell: (line: string) => void,
): () => Promise<void> {
  let running: ChildProcess | undefined;
  const stop = keepBackingUp({
    adminUrl,
    db,
    settings: backups,
    embedded: settings.databaseUrl === undefined,
    run: (job) =>
      new Promise<void>((resolve, reject) => {
        const child = spawn(process.execPath, [cli, ...commands[job]], {
          stdio: ['ignore', 'inherit', 'inherit'],
        });
        running = child;
        child.once('error', reject);
        child.once('close', (code) => {
          running = undefined;
          if (code === 0 || child.killed) resolve();
          else reject(new Error(`zhuzhen ${commands[job].join(' ')} ended with ${code}`));
        });
      }),
    onError: (error) => tell(`backup: ${error.message}`),
  });
  return () => {
    running?.kill('SIGTERM');
    return stop();
  };
}
