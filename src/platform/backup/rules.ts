/** When a backup is due, which ones are kept, what is overdue. Pure: instants are arguments, in milliseconds. */

/** For how many days, weeks and months the last backup of each is kept. */
export interface Keep {
  daily: number;
  weekly: number;
  monthly: number;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Beijing has had no summer time since 1991. */
const beijing = 8 * hour;

/** A failed run is tried again after this long. */
const againAfter = hour;
/** Somebody should look when the last good backup or drill is older than this. */
export const backupOverdueAfter = 26 * hour;
export const drillOverdueAfter = 35 * day;
/** The server drills by itself when the last good drill is older than this. */
const drillAfter = 28 * day;

/** The last instant not after `now` at which the clock in Beijing showed the time of day. */
export function lastSlot(now: number, minutes: number): number {
  const today = Math.floor((now + beijing) / day) * day - beijing;
  const slot = today + minutes * 60_000;
  return slot <= now ? slot : slot - day;
}

/**
 * Whether a backup should begin now: none good since the last time it should have, and no try within the hour.
 * What was missed while nothing ran is made up for at once.
 */
export function backupDue(
  now: number,
  minutes: number,
  last: { good: number | undefined; tried: number | undefined },
): boolean {
  if (last.good !== undefined && last.good >= lastSlot(now, minutes)) return false;
  return last.tried === undefined || now - last.tried >= againAfter;
}

/** Whether the server should try a restore: four weeks after the last good one, at most once a day. */
export function drillDue(
  now: number,
  last: { good: number | undefined; tried: number | undefined },
): boolean {
  if (last.good !== undefined && now - last.good < drillAfter) return false;
  return last.tried === undefined || now - last.tried >= day;
}

/** Whether what should happen again and again has not for too long, or never did. */
export const overdue = (now: number, last: number | undefined, after: number): boolean =>
  last === undefined || now - last > after;

export interface Dated {
  name: string;
  /** When it was begun. */
  at: number;
}

/**
 * The backups to keep: the last one of each of the most recent days, weeks (from Monday) and months in Beijing
 * that have any. Days without a backup do not count, so that nothing is lost while none are made. All of the day up
 * to the newest are kept: one made in haste after a mistake must not take away the one made before it.
 */
export function kept(backups: readonly Dated[], keep: Keep): Set<string> {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at);
  const lastOf = (period: (at: number) => string, count: number) => {
    const found = new Map<string, string>();
    for (const { name, at } of newestFirst) {
      const key = period(at + beijing);
      if (!found.has(key) && found.size < count) found.set(key, name);
    }
    return found.values();
  };
  return new Set([
    ...newestFirst
      .filter(({ at }) => at >= (newestFirst[0]?.at ?? 0) - day)
      .map(({ name }) => name),
    ...lastOf((at) => String(Math.floor(at / day)), keep.daily),
    // 1970-01-01 was a Thursday: three days on, weeks begin on Monday.
    ...lastOf((at) => String(Math.floor((at / day + 3) / 7)), keep.weekly),
    ...lastOf((at) => new Date(at).toISOString().slice(0, 7), keep.monthly),
  ]);
}

/**
 * Reads an instant as people write it: '2026-07-28 10:15', '2026-07-28T10:15:30+08:00'. Without an offset it
 * is Beijing time. Undefined when it is none.
 */
export function instantOf(text: string): number | undefined {
  const found =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2}(?:\.\d{1,6})?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.trim(),
    );
  if (!found) return undefined;
  const [, date, minutes, seconds = ':00', offset = '+08:00'] = found;
  const at = Date.parse(
    `${date}T${minutes}${seconds}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`,
  );
  if (Number.isNaN(at)) return undefined;
  // A date that does not exist (31 June) would be read as another one.
  const again = new Date(Date.parse(`${date}T00:00:00Z`)).toISOString().slice(0, 10);
  return again === date ? at : undefined;
}

/** '2026-07-28 10:15:30' in Beijing. */
export const inBeijing = (at: number): string =>
  new Date(at + beijing).toISOString().slice(0, 19).replace('T', ' ');
