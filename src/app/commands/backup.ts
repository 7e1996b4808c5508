/** zhuzhen backup | backup list | backup drill. */
import { resolve } from 'node:path';
import { drill, drillFolder } from '../../platform/backup/drill.ts';
import { backupsIn } from '../../platform/backup/format/folder.ts';
import { makeBackup, type Subject } from '../../platform/backup/make.ts';
import { coveredOf } from '../../platform/backup/physical/archive.ts';
import type { Restored } from '../../platform/backup/restore.ts';
import { inBeijing } from '../../platform/backup/rules.ts';
import { type BackupSettings, readBackupSettings } from '../../platform/backup/settings.ts';
import { removedOnSignal } from '../../platform/backup/stopping.ts';
import { claim } from '../../platform/db/embedded/place.ts';
import { roleUrls } from '../../platform/db/roles.ts';
import { StartProblem } from '../../platform/db/start-problem.ts';
import { readSettings, type Settings } from '../../platform/settings.ts';
import { product, version } from '../operations/product.ts';
import type { Command } from './command.ts';
import { tell, withServer } from './session.ts';

const dirOption = { dir: { type: 'string' } } as const;
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

export const backup: Command = {
  takes: '[--dir DIR] [--logical] [--json]',
  about: '备份，不停机 / make an encrypted backup while everything runs',
  arguments: 0,
  options: { ...dirOption, logical: { type: 'boolean' } },
  run: (_, { dir, logical, json }) =>
    withServer(async (adminUrl, settings) => {
      const about = backupSettings(settings);
      const began = Date.now();
      const made = await makeBackup({
        subject: subjectOf(adminUrl, settings),
        settings: about,
        dir: folderOf(dir, about),
        kind: logical || settings.databaseUrl !== undefined ? 'logical' : 'physical',
        product: version(),
        tell,
      });
      const seconds = (Date.now() - began) / 1000;
      const { manifest, ...rest } = made;
      const { size, tables, physical } = manifest;
      if (json) console.log(JSON.stringify({ ...rest, size, seconds }));
      else {
        console.log(
          `备份完成：${made.backup}，${megabytes(made.bytes)}（原 ${megabytes(size)}），用时 ${seconds.toFixed(1)} 秒 / backup made: ${megabytes(made.bytes)} of ${megabytes(size)} in ${seconds.toFixed(1)} s`,
        );
        if (physical && !physical.point)
          console.log(
            `  写入一直没有停顿，没能数出 ${tables.length === 0 ? '各表' : ''}行数；恢复时不比对行数 / writing never paused, so rows were not counted and a restore will not compare them`,
          );
        for (const name of made.removed)
          console.log(`  过期删除 / removed by the rule of keeping: ${name}`);
      }
      return 0;
    }),
};

export const backupList: Command = {
  takes: '[--dir DIR] [--json]',
  about: '列出已有的备份和可恢复的时刻 / list backups and what can be restored',
  arguments: 0,
  options: dirOption,
  run: async (_, { dir, json }) => {
    const about = backupSettings(readSettings(process.env));
    const folder = folderOf(dir, about);
    const rows = backupsIn(folder).map(({ name, manifest: m }) => ({
      name,
      kind: m.kind,
      line: m.line,
      startedAt: m.startedAt,
      stored: m.stored,
      keyId: m.keyId,
    }));
    const lines = [...new Set(rows.filter((r) => r.kind === 'physical').map((r) => r.line))];
    const archives = lines.map((line) => ({ line, until: coveredOf(folder, line)?.at ?? null }));
    if (json) console.log(JSON.stringify({ rows, archives }));
    else {
      for (const r of rows)
        console.log(`${r.name}  ${inBeijing(Date.parse(r.startedAt))}  ${megabytes(r.stored)}`);
      for (const { line, until } of archives)
        if (until !== null)
          console.log(
            `${line}：日志归档到 ${inBeijing(Date.parse(until))} / log archived until then (Beijing time)`,
          );
      if (rows.length === 0) console.log('没有备份 / no backups');
    }
    return 0;
  },
};

export const backupDrill: Command = {
  takes: '[--dir DIR] [--json]',
  about: '恢复演练：把最新备份恢复到一旁核对 / restore the newest backup aside, verify, remove',
  arguments: 0,
  options: dirOption,
  run: (_, { dir, json }) =>
    withServer(async (adminUrl, settings) => {
      const about = backupSettings(settings);
      const subject = subjectOf(adminUrl, settings);
      const wish = { subject, settings: about, dir: folderOf(dir, about), product, log: tell };
      const done = await removedOnSignal(drillFolder(subject.dataDir), () => drill(wish));
      if (json) console.log(JSON.stringify(done));
      else for (const one of done) console.log(restoredLines(one));
      return 0;
    }),
};

export function backupSettings(settings: Settings): BackupSettings {
  return readBackupSettings(process.env, settings.dataDir);
}

/** The folder that was named, or BACKUP_DIR. */
export function folderOf(dir: unknown, { dir: set }: BackupSettings): string {
  const folder = typeof dir === 'string' && dir !== '' ? resolve(dir) : set;
  if (folder !== undefined) return folder;
  throw new StartProblem(
    '没有指明备份目录:请设 BACKUP_DIR,或用 --dir 指明',
    'no folder for backups is named: set BACKUP_DIR, or name one with --dir',
  );
}

function subjectOf(adminUrl: string, { dataDir, databaseUrl }: Settings): Subject {
  claim(dataDir); // beside an outside database there may be none yet, and the key goes there
  return {
    adminUrl,
    ownerUrl: roleUrls(adminUrl).zz_owner,
    dataDir,
    embedded: databaseUrl === undefined,
  };
}

/** What a restore or a drill brought, for people. */
export function restoredLines(done: Restored): string {
  const { verified: v } = done;
  const structures =
    v.structures === null
      ? '表和索引结构未核对（没有 amcheck）'
      : `表和索引结构 ${v.structures} 个`;
  const structuresEn =
    v.structures === null ? 'structures not checked (no amcheck)' : `${v.structures} structures`;
  return [
    `${done.backup} → ${inBeijing(Date.parse(done.until))}，用时 ${done.seconds.toFixed(1)} 秒 / in ${done.seconds.toFixed(1)} s`,
    `  ${v.tables} 张表 ${v.rows} 行（${v.compared ? '与备份时逐表一致' : '这一刻没有可比的行数'}），引用关系 ${v.references} 项，${structures}`,
    `  ${v.tables} tables, ${v.rows} rows (${v.compared ? 'each as counted at the backup' : 'no count to compare with at that moment'}), ${v.references} references, ${structuresEn}`,
    ...v.faults.map((fault) => `  ✗ ${fault}`),
    v.faults.length === 0 ? '  指标与明细一致 / figures equal their facts' : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
