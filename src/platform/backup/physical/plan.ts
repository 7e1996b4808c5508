/** Which backup and which part of the archive bring back a wished moment. Pure. */
import type { Manifest } from '../format/manifest.ts';
import { inBeijing } from '../rules.ts';
import type { Archived, Covered } from './archive.ts';
import { segmentName, segmentNumber, timelineOf } from './segments.ts';

/** The named moment of the backup itself, the last that can be had, or one in between (milliseconds). */
export type Target = 'point' | 'last' | { at: number };

export interface Plan<B> {
  backup: B;
  /** Segments to take from the archive, beyond those the backup holds itself. */
  segments: Archived[];
  /** Nothing committed by then is missing. */
  coveredUntil: string;
}

export interface Candidate {
  manifest: Manifest;
}

/** Why no backup fits: the moments there are, or none at all. */
export interface NoPlan {
  reach: { from: string; until: string }[];
}

/**
 * @param backups physical ones, the oldest first
 * @returns the newest backup from which the target can be reached without a gap
 */
export function planFor<B extends Candidate>(
  backups: readonly B[],
  archiveOf: (line: string) => { segments: readonly Archived[]; covered: Covered | undefined },
  target: Target,
): Plan<B> | NoPlan {
  const reach: NoPlan['reach'] = [];
  for (const backup of backups.toReversed()) {
    const archive = archiveOf(backup.manifest.line);
    const all = reachable(backup, archive, 'last');
    if (!all) continue;
    const from = backup.manifest.physical?.consistentAt ?? '';
    const fits =
      typeof target === 'string' ||
      (Date.parse(from) <= target.at && target.at <= Date.parse(all.coveredUntil));
    if (fits) return target === 'last' ? all : (reachable(backup, archive, target) ?? all);
    reach.push({ from, until: all.coveredUntil });
  }
  return { reach };
}

function reachable<B extends Candidate>(
  backup: B,
  archive: { segments: readonly Archived[]; covered: Covered | undefined },
  target: Target,
): Plan<B> | undefined {
  const physical = backup.manifest.physical;
  if (!physical) return undefined;
  let coveredUntil = physical.coveredUntil;
  const segments: Archived[] = [];
  if (target === 'point') return { backup, segments, coveredUntil };
  const { segmentBytes, lastSegment } = physical;
  const timeline = timelineOf(lastSegment);
  const known = new Map(archive.segments.map((one) => [one.segment, one]));
  const enough = () => target !== 'last' && Date.parse(coveredUntil) >= target.at;
  for (let n = segmentNumber(lastSegment, segmentBytes) + 1n; !enough(); n += 1n) {
    const next = known.get(segmentName(timeline, n, segmentBytes));
    if (!next) break;
    segments.push(next);
    if (next.at > coveredUntil) coveredUntil = next.at;
  }
  // While nothing was written no segment came, and the archive reaches further all the same.
  const last = segments.at(-1)?.segment ?? lastSegment;
  const { covered } = archive;
  if (covered && covered.segment <= last && covered.at > coveredUntil) coveredUntil = covered.at;
  return { backup, segments, coveredUntil };
}

/** '2026-07-28 02:31:07 至 2026-07-28 16:00:12', for people; empty when there is no whole second to name. */
export const reachText = ({ reach }: NoPlan, to: string): string =>
  reach
    .map(({ from, until }) => ({
      from: Math.ceil(Date.parse(from) / 1000) * 1000,
      until: Date.parse(until),
    }))
    .filter(({ from, until }) => from <= until)
    .toReversed()
    .map(({ from, until }) => `${inBeijing(from)} ${to} ${inBeijing(until)}`)
    .join('; ');
