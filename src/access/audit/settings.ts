/** What an operator sets about the audit; read once at start and refused where it makes no sense. */
import { join, resolve } from 'node:path';
import { StartProblem } from '../../platform/db/start-problem.ts';
import type { Algorithm } from './chain.ts';

export interface AuditSettings {
  /** AUDIT_HASH: what new rows are sealed with; earlier ones keep what they have. */
  algorithm: Algorithm;
  /** AUDIT_ANCHOR_DIR: directories apart by commas; DATA_DIR/anchors unless set. */
  anchorDirs: readonly string[];
  /** The one that is made when missing: a mounted share that is not there must be noticed, not replaced. */
  ownDir: string;
  /** AUDIT_ANCHOR_MINUTES: minutes between two anchors. */
  anchorMinutes: number;
  /** AUDIT_KEEP_YEARS: whole years a row is kept. */
  keepYears: number;
}

/** @throws StartProblem */
export function readAuditSettings(
  env: Record<string, string | undefined>,
  dataDir: string,
): AuditSettings {
  const ownDir = join(dataDir, 'anchors');
  const dirs = (env.AUDIT_ANCHOR_DIR ?? '')
    .split(',')
    .map((dir) => dir.trim())
    .filter((dir) => dir !== '')
    .map((dir) => resolve(dir));
  return {
    algorithm: algorithmFrom(env.AUDIT_HASH?.trim() || 'sha256'),
    anchorDirs: dirs.length > 0 ? [...new Set(dirs)] : [ownDir],
    ownDir,
    anchorMinutes: wholeNumber('AUDIT_ANCHOR_MINUTES', env.AUDIT_ANCHOR_MINUTES, 5, 1, 1440),
    keepYears: wholeNumber('AUDIT_KEEP_YEARS', env.AUDIT_KEEP_YEARS, 3, 1, 100),
  };
}

function algorithmFrom(text: string): Algorithm {
  if (text === 'sha256' || text === 'sm3') return text;
  throw new StartProblem(
    `AUDIT_HASH=${text} 不认识：请填 sha256 或 sm3`,
    `AUDIT_HASH=${text} is not known: give sha256 or sm3`,
  );
}

function wholeNumber(
  name: string,
  given: string | undefined,
  usual: number,
  least: number,
  most: number,
): number {
  const text = given?.trim() || String(usual);
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new StartProblem(
    `${name}=${text} 不对：请填 ${least} 至 ${most} 的整数`,
    `${name}=${text} does not fit: give a whole number from ${least} to ${most}`,
  );
}
