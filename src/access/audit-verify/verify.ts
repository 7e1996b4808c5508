/**
 * The verifier of the audit. It shares nothing with what writes it: statements, canonical form and hashes are its own,
 * made from docs/security.md, and a gate keeps it so. It reads one snapshot and the anchor files, a day at a time.
 */
import type pg from 'pg';
import { type Directory, directoriesNow, readAnchors } from './anchors.ts';
import {
  countiesOfDay,
  headsBefore,
  inSnapshot,
  type Overview,
  overview,
  type Removed,
  rowsOf,
  sealsOfDay,
} from './database.ts';
import { checkDay } from './day.ts';
import { DayEvidence } from './evidence.ts';
import type { Finding, Report } from './report.ts';
import type { Before, Row } from './row-form.ts';

export interface Asked {
  /** A database role that may read the audit's tables. */
  url: string;
  anchorDirs: readonly string[];
  /** Days to look at, YYYY-MM-DD, both in it; everything unless given. */
  from?: string | undefined;
  to?: string | undefined;
  /** A day removed before it was so old counts as missing. */
  keepYears: number;
  /** Stops between two days. */
  signal?: AbortSignal;
  onProgress?: (day: string, done: number, total: number) => void;
}

export async function verifyAudit(asked: Asked): Promise<Report> {
  const before = await directoriesNow(asked.anchorDirs);
  return inSnapshot(asked.url, (client) => verifySnapshot(client, asked, before));
}

async function verifySnapshot(
  client: pg.Client,
  asked: Asked,
  directories: readonly Directory[],
): Promise<Report> {
  const all = await overview(client);
  const anchors = await readAnchors(client, directories, {
    ...{ home: all.home, known: all.anchor },
    from: asked.from ?? '-infinity',
  });
  const report: Report = {
    sound: false,
    rows: 0,
    young: 0,
    removedDays: 0,
    anchors: anchors.count,
    lastAnchorAt: anchors.lastAt,
    findings: [],
  };
  const days = daysBetween(
    asked.from ?? least(all.first, anchors.first),
    asked.to ?? most(all.last, anchors.last),
  );
  const heads = new Map<string, Before>(
    asked.from ? await headsBefore(client, asked.from) : undefined,
  );
  const since = new Map<string, string>();
  for (const [done, day] of days.entries()) {
    asked.signal?.throwIfAborted();
    const said = await anchors.ofDay(day);
    const seals = Map.groupBy(await sealsOfDay(client, day), (seal) => seal.county);
    const filled = await countiesOfDay(client, all.counties, day);
    const due = [...all.counters].filter(([, c]) => c.day === day).map(([county]) => county);
    for (const county of union(said.keys(), seals.keys(), filled, due)) {
      const evidence = new DayEvidence(said.get(county) ?? [], seals.get(county) ?? []);
      const gone = all.removed.get(county);
      if (gone && day <= gone.day) {
        const finding = wrongRemoval(county, day, gone, evidence, filled, asked.keepYears);
        if (finding) report.findings.push(finding);
        else report.removedDays += 1;
        heads.set(county, { day: gone.day, hash: gone.hash });
        continue;
      }
      const found = await checkDay({
        county,
        day,
        rows: filled.includes(county) ? rowsOf(client, county, day) : noRows(),
        evidence,
        before: heads.get(county),
        counter: counterOf(all, county, day),
        closed: (all.sealedTo.get(county) ?? '') > day,
        since: since.get(county) ?? '',
      });
      report.rows += found.rows;
      report.young += found.young;
      if (found.finding) report.findings.push(found.finding);
      if (found.head) heads.set(county, found.head);
      since.set(county, found.until);
    }
    asked.onProgress?.(day, done + 1, days.length);
  }
  report.findings.push(...anchors.findings);
  report.sound = report.findings.length === 0;
  return report;
}

/** What is wrong with a day that is said to have been removed; undefined when exactly that happened. */
function wrongRemoval(
  county: string,
  day: string,
  gone: Removed,
  evidence: DayEvidence,
  filled: readonly string[],
  keepYears: number,
): Finding | undefined {
  if (filled.includes(county)) return { what: 'inserted', county, day, n: 1 };
  const end = evidence.head();
  const other = day === gone.day && end && (end.hash !== gone.hash || end.upto !== gone.rows);
  if (other) return { what: 'missing', county, day, n: 1 };
  const years = Math.max(keepYears, gone.keepYears);
  return day < yearsBefore(gone.on, years)
    ? undefined
    : { what: 'removed_early', county, day, n: 1 };
}

const yearsBefore = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;

/** Rows the counter says there are; undefined where a later day has begun. A county without a counter has none. */
function counterOf({ counters }: Overview, county: string, day: string): number | undefined {
  const counter = counters.get(county);
  if (!counter || counter.day < day) return 0;
  return counter.day === day ? counter.n : undefined;
}

const union = (...lists: Iterable<string>[]): string[] =>
  [...new Set(lists.flatMap((list) => [...list]))].sort();

const least = (a: string | null, b: string | null) => (a !== null && (b === null || a < b) ? a : b);
const most = (a: string | null, b: string | null) => (a !== null && (b === null || a > b) ? a : b);

function daysBetween(from: string | null, to: string | null): string[] {
  if (from === null || to === null) return [];
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

async function* noRows(): AsyncGenerator<Row, void> {}
