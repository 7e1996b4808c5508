/** The rows of one county's day against what anchors, seals and the counter say of them. */
import { type DayEvidence, type Evidence, markOf } from './evidence.ts';
import type { Finding, What } from './report.ts';
import { type Before, beginning, following, type Row } from './row-form.ts';

export interface Day {
  county: string;
  day: string;
  rows: AsyncGenerator<Row, void>;
  evidence: DayEvidence;
  /** The head of the county's day before. */
  before: Before | undefined;
  /** The counter, when this is the county's last day. */
  counter: number | undefined;
  /** Whether a later day of the county is sealed: then all of this one was. */
  closed: boolean;
  /** Time of the county's row before. */
  since: string;
}

export interface DayFound {
  rows: number;
  /** Rows beyond the last anchor. */
  young: number;
  finding: Finding | undefined;
  head: Before | undefined;
  /** Time of the last row. */
  until: string;
}

export async function checkDay(given: Day): Promise<DayFound> {
  const { county, day, evidence } = given;
  const anchored = evidence.upto('anchor');
  const known = evidence.upto();
  let hash: Buffer | undefined;
  let count = 0;
  let last = 0;
  let until = given.since;
  let finding: Finding | undefined;
  const found = (what: What, n: number) => {
    finding ??= { what, county, day, n };
  };
  for await (const [row, next] of withNext(given.rows)) {
    count += 1;
    const n = Number(row.n);
    if (finding) continue; // of a chain that is broken only the rows are counted
    if (n !== last + 1) {
      if (n > last + 1) found('missing', last + 1);
      else found('inserted', n);
      continue;
    }
    last = n;
    const late = next !== undefined && next.at < row.at;
    if (row.at < until) found('out_of_order', n);
    if (!belongs(row, given)) found('changed', n);
    until = row.at;
    const spoken = evidence.of(n);
    if (spoken.length === 0) {
      if (n < known) found('seal_missing', n);
      else if (given.closed || (given.counter !== undefined && n > given.counter))
        found('inserted', n);
      else if (late) found('out_of_order', n + 1);
      continue;
    }
    const algorithm = spoken[0]?.algorithm ?? '';
    const from = hash ?? beginning(algorithm, county, day, given.before);
    hash = following(algorithm, from, row);
    const wrong = wrongWith(spoken, n, hash.toString('hex'));
    if (!wrong) continue;
    if (late && wrong !== 'seal_changed') {
      found('out_of_order', n);
      continue;
    }
    const moved = next && Number(next.n) === n + 1 ? { ...next, n: row.n } : undefined;
    const shifted =
      wrong === 'changed' &&
      moved !== undefined &&
      !wrongWith(spoken, n, following(algorithm, from, moved).toString('hex'));
    found(shifted ? 'inserted' : wrong, n);
  }
  const least = Math.max(known, given.counter ?? 0);
  if (!finding && last < least) found(last === 0 ? 'missing' : 'cut', last + 1);
  if (given.counter !== undefined && last > given.counter) found('counter_back', given.counter + 1);
  if (evidence.upto('seal') < anchored) found('seal_missing', evidence.upto('seal') + 1);
  const end = evidence.head();
  return {
    rows: count,
    young: Math.max(0, count - anchored),
    finding,
    head: end ? { day, hash: end.hash } : undefined,
    until,
  };
}

/** What the evidence says against a row's hash. */
function wrongWith(spoken: readonly Evidence[], n: number, hash: string): What | undefined {
  const fits = (e: Evidence) =>
    e.upto === n ? e.hash === hash && hash.startsWith(markOf(e, n)) : hash.startsWith(markOf(e, n));
  const against = spoken.filter((e) => !fits(e));
  if (against.length === 0) return undefined;
  const anchors = spoken.filter((e) => e.by === 'anchor');
  const byAnchor = against.some((e) => e.by === 'anchor');
  if (!byAnchor && anchors.length > 0) return 'seal_changed';
  const sealFits = spoken.some((e) => e.by === 'seal' && fits(e));
  return byAnchor && sealFits ? 'rewritten' : 'changed';
}

/** Place, time and day of a row fit the chain it stands in. */
function belongs({ place, at }: Row, { county, day }: Day): boolean {
  const beijing = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
  return place.padStart(12, '0').slice(0, 6) === county && beijing === day;
}

/** Each row with the one after it. */
async function* withNext(
  rows: AsyncGenerator<Row, void>,
): AsyncGenerator<[Row, Row | undefined], void> {
  let held: Row | undefined;
  for await (const row of rows) {
    if (held) yield [held, row];
    held = row;
  }
  if (held) yield [held, undefined];
}
