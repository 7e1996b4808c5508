/** What an operator sets about backups, read once and refused where it makes no sense. */
import { join, resolve } from 'node:path';
import { StartProblem } from '../db/start-problem.ts';
import type { Keep } from './rules.ts';

export interface BackupSettings {
  /** BACKUP_DIR: where backups go; without it the server makes none by itself. */
  dir: string | undefined;
  /** BACKUP_AT: minutes after midnight in Beijing. */
  at: number;
  /** BACKUP_KEEP: how many days, weeks and months keep a backup. */
  keep: Keep;
  /** BACKUP_KEY_FILE, or the file in the data directory where a key is made when there is none. */
  keyFile: string;
  /** Whether the key's place was named by BACKUP_KEY_FILE: such a file is never made by us. */
  keyNamed: boolean;
}

/** Reads the settings; an empty variable counts as not set. Throws StartProblem. */
export function readBackupSettings(
  env: Record<string, string | undefined>,
  dataDir: string,
): BackupSettings {
  const given = (name: string) => env[name]?.trim() || undefined;
  const dir = given('BACKUP_DIR');
  const keyFile = given('BACKUP_KEY_FILE');
  return {
    dir: dir === undefined ? undefined : resolve(dir),
    at: minutesFrom(given('BACKUP_AT') ?? '02:30'),
    keep: keepFrom(given('BACKUP_KEEP') ?? '7,4,12'),
    keyFile: keyFile === undefined ? join(dataDir, 'backup.key') : resolve(keyFile),
    keyNamed: keyFile !== undefined,
  };
}

function minutesFrom(text: string): number {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (found) return Number(found[1]) * 60 + Number(found[2]);
  throw new StartProblem(
    `BACKUP_AT=${text} 不是时刻:请填 02:30 这样的北京时间`,
    `BACKUP_AT=${text} is not a time of day: give one like 02:30, in Beijing time`,
  );
}

function keepFrom(text: string): Keep {
  const found = /^(\d{1,3}),(\d{1,3}),(\d{1,3})$/.exec(text.replaceAll(' ', ''));
  const [daily, weekly, monthly] = (found ?? []).slice(1).map(Number);
  if (daily !== undefined && weekly !== undefined && monthly !== undefined && daily > 0)
    return { daily, weekly, monthly };
  throw new StartProblem(
    `BACKUP_KEEP=${text} 看不懂:请填保留的天数、周数、月数,如 7,4,12,天数至少为 1`,
    `BACKUP_KEEP=${text} is not understood: give days, weeks and months to keep, like 7,4,12, with at least one day`,
  );
}
