/** Backups over HTTP: whether the data could be brought back, and what to do when not. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { coveredOf } from '../../platform/backup/physical/archive.ts';
import { backupOverdueAfter, drillOverdueAfter, overdue } from '../../platform/backup/rules.ts';
import type { BackupSettings } from '../../platform/backup/settings.ts';
import { knownLine, lastRun, latestRuns, type RunRow } from '../../platform/backup/store.ts';
import { type Endpoint, endpoint, type Lang } from '../../platform/http/endpoint.ts';
import { type BackupRun, Backups } from './contract.ts';

/** The log is archived every minute; an hour without is worth a look. */
const archiveOverdueAfter = 3_600_000;
const listed = 30;

export const routes = (settings: BackupSettings | undefined): Endpoint[] => [
  endpoint({
    method: 'GET',
    url: '/api/operations/backups',
    permission: 'operations.read',
    summary: { zh: '备份与恢复演练', en: 'Backups and restore drills' },
    reply: { 200: Backups },
    handle: async ({ db, lang }) => {
      const now = Date.now();
      const backup = await lastRun(db, 'backup', true);
      const drill = await lastRun(db, 'drill', true);
      const there = backup ? isThere(backup) : null;
      const line = settings?.dir === undefined ? undefined : await knownLine(db);
      const covered = line === undefined ? undefined : coveredOf(settings?.dir ?? '', line);
      return {
        asOf: new Date(now).toISOString(),
        folder: settings?.dir ?? null,
        at: clock(settings?.at ?? 0),
        keep: settings?.keep ?? { daily: 0, weekly: 0, monthly: 0 },
        lastBackup: backup ? told(backup, lang) : null,
        backupOverdue: there === false || overdue(now, startOf(backup), backupOverdueAfter),
        lastBackupThere: there,
        lastDrill: drill ? told(drill, lang) : null,
        drillOverdue: overdue(now, startOf(drill), drillOverdueAfter),
        archivedUntil: covered?.at ?? null,
        archiveOverdue: covered !== undefined && now - Date.parse(covered.at) > archiveOverdueAfter,
        runs: (await latestRuns(db, listed)).map((run) => told(run, lang)),
      };
    },
  }),
];

const startOf = (run: RunRow | undefined) => run && Date.parse(run.startedAt);
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const told = (run: RunRow, lang: Lang): BackupRun => ({
  ...run,
  reason: run.reason?.[lang] ?? null,
});

/** Null where this process does not see the folder at all: another machine may have made the backup. */
function isThere({ folder, backup }: RunRow): boolean | null {
  if (!existsSync(folder)) return null;
  return existsSync(join(folder, backup, 'manifest.json'));
}
