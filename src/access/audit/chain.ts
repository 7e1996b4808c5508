/** How rows hang together: each hash covers the one before and the row; a day's first covers the day before (docs/security.md). */
import { createHash } from 'node:crypto';

export type Algorithm = 'sha256' | 'sm3';

/** The end of a day's chain. */
export interface Head {
  day: string;
  hash: Buffer;
}

/** Bytes of a row's hash that seals and anchors keep, so that a changed row can be named. */
export const markBytes = 4;

/** What the first row of a county's day is hashed with: a day cannot vanish without the next one showing it. */
export function dayStart(
  algorithm: Algorithm,
  county: string,
  day: string,
  before: Head | null,
): Buffer {
  const text = [
    'zhuzhen-audit-day-1',
    county,
    day,
    before?.day ?? '-',
    before?.hash.toString('hex') ?? '-',
  ];
  return hashOf(algorithm, Buffer.from(`${text.join('\n')}\n`));
}

export const link = (algorithm: Algorithm, before: Buffer, row: string): Buffer =>
  createHash(algorithm).update(before).update(row, 'utf8').digest();

export const hashOf = (algorithm: Algorithm, bytes: Buffer): Buffer =>
  createHash(algorithm).update(bytes).digest();
