/** zhuzhen audit verify: whether the audit is what was written, by code that shares nothing with what wrote it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { keepCheck } from '../../access/audit/job.ts';
import { readAuditSettings } from '../../access/audit/settings.ts';
import type { Finding, Report, What } from '../../access/audit-verify/report.ts';
import { type Asked, verifyAudit } from '../../access/audit-verify/verify.ts';
import { isDay } from '../../kit/period.ts';
import { StartProblem } from '../../platform/db/start-problem.ts';
import type { Command } from './command.ts';
import { progress, type Session, withDatabase } from './session.ts';

export const auditVerify: Command = {
  takes: '[--anchors DIR,…] [--from DAY] [--to DAY] [--json]',
  about: '核验审计记录 / verify the audit; 1 when a row is not what was written',
  arguments: 0,
  options: { anchors: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  run: (_, { anchors, from, to, json }) =>
    withDatabase(async (session) => {
      const report = await verifyAudit({
        ...checkOf(session, typeof anchors === 'string' ? anchors : undefined),
        from: dayFrom('--from', from),
        to: dayFrom('--to', to),
        onProgress: progress('核验 / verifying'),
      });
      if (from === undefined && to === undefined)
        await keepCheck(session.jobs, { ...report, finding: report.findings[0] });
      if (json) console.log(JSON.stringify(report));
      else for (const line of linesOf(report)) console.log(line);
      return report.sound ? 0 : 1;
    }),
};

/** What the verifier is asked for an installation: its database, its directories of anchors. */
export function checkOf({ settings, urls }: Session, dirs?: string): Asked {
  const audit = readAuditSettings(
    dirs === undefined ? process.env : { ...process.env, AUDIT_ANCHOR_DIR: dirs },
    settings.dataDir,
  );
  // Before the first anchor the own directory is not there; if it was removed, the database knows of its lines.
  const anchorDirs = audit.anchorDirs.filter((dir) => dir !== audit.ownDir || existsSync(dir));
  const absent = anchorDirs.find((dir) => !existsSync(dir));
  if (absent !== undefined)
    throw new StartProblem(
      `锚点目录 ${resolve(absent)} 不存在：请检查挂载或改正目录`,
      `the anchor directory ${resolve(absent)} is not there: check what is mounted, or name another`,
    );
  return { url: urls.zz_jobs, anchorDirs, keepYears: audit.keepYears };
}

function dayFrom(name: string, given: string | boolean | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given === 'string' && isDay(given)) return given;
  throw new StartProblem(
    `${name} 要写成 2022-07-28 这样的日期`,
    `${name} takes a day like 2022-07-28`,
  );
}

const says: Record<What, [zh: string, en: string]> = {
  missing: ['缺失', 'missing'],
  cut: ['缺失，其后全部被截断', 'missing, and all after it'],
  changed: ['内容被改动', 'changed'],
  inserted: ['是插入的', 'inserted'],
  out_of_order: ['次序被调换', 'out of order'],
  rewritten: ['内容被改动，其后的链被整体重写', 'changed, and the chain after it rewritten'],
  counter_back: ['计数器被调低', 'beyond the counter, which was set back'],
  removed_early: ['未到保存期限就被清理', 'removed before its time'],
  seal_changed: ['封存值被改动', 'its seal was changed'],
  seal_missing: ['封存值缺失', 'its seal is missing'],
  anchor_changed: ['被改动', 'changed'],
  anchor_missing: ['在锚点文件中缺失', 'missing in the anchor files'],
  anchor_elsewhere: [
    '是另一个数据库的锚点，不能用来核验：请用 --anchors 或 AUDIT_ANCHOR_DIR 指明本库的锚点目录，或核对 DATABASE_URL、DATA_DIR 指的是不是原来的数据库',
    'holds the anchors of another database and proves nothing of this one: name the directory of its own with --anchors or AUDIT_ANCHOR_DIR, or check that DATABASE_URL or DATA_DIR names the right database',
  ],
};

function linesOf(report: Report): string[] {
  const { rows, young, anchors, removedDays, lastAnchorAt } = report;
  const count = (n: number) => n.toLocaleString('en');
  const last = lastAnchorAt ?? '—';
  return [
    ...report.findings.map(lineOf),
    ...(report.sound ? ['审计记录完好 / the audit is what was written'] : []),
    `${count(rows)} 行，锚点 ${count(anchors)} 条，最近 ${last}，到期清理 ${count(removedDays)} 县·日 / rows, anchors, last anchor, days of counties removed in time`,
    `${count(young)} 行尚未锚定，只有连续编号保护 / rows are younger than the last anchor: counters alone hold them`,
  ];
}

function lineOf({ what, county, day, n, sequence, file }: Finding): string {
  const [zh, en] = says[what];
  if (what === 'anchor_elsewhere') return `${file} ${zh} / ${file} ${en}`;
  if (sequence !== undefined)
    return `锚点 ${sequence} ${zh} / anchor ${sequence}: ${en}${file ? ` (${file})` : ''}`;
  return `${county} ${day} 第 ${n} 行${zh} / row ${n} of ${county} on ${day}: ${en}`;
}
