/** The anchor files as a whole: whether each line follows the one before and is known, and which files speak of which day. */
import type pg from 'pg';
import { type AnchorLine, filesOf, homeSaid, linesOf, type SealSaid } from './anchor-lines.ts';
import { keptAnchors } from './database.ts';
import type { Finding } from './report.ts';

export interface Anchors {
  count: number;
  lastAt: string | null;
  /** First and last day they speak of. */
  first: string | null;
  last: string | null;
  findings: Finding[];
  /** What they say of a day, by county, in the order it was written. */
  ofDay(day: string): Promise<Map<string, SealSaid[]>>;
}

/** Gaps told at most. */
const mostGaps = 10;

export interface Directory {
  dir: string;
  /** The database it says it belongs to. */
  home: string | undefined;
  /** The last sequence in it. */
  last: number;
}

/** The directories as they are now. Asked before the snapshot: lines up to `last` speak of what the snapshot sees. */
export async function directoriesNow(dirs: readonly string[]): Promise<Directory[]> {
  const found: Directory[] = [];
  for (const dir of dirs) {
    let last = 0;
    for (const file of (await filesOf(dir)).slice(-2))
      for await (const line of linesOf(file)) last = Math.max(last, line.sequence);
    found.push({ dir, home: await homeSaid(dir), last });
  }
  return found;
}

/**
 * Reads every line once. Directories of another database say nothing of this one: each is a finding of its own, and
 * where there is no other, lines that are not there are not looked for.
 * @param known the last sequence the database knows; lines beyond it and beyond what the directories held before the
 *   snapshot are younger and not judged
 * @param from day from which the database's own list of anchors counts
 */
export async function readAnchors(
  client: pg.Client,
  directories: readonly Directory[],
  { home, known: least, from }: { home: string; known: number; from: string },
): Promise<Anchors> {
  const own = directories.filter((d) => d.home === undefined || d.home === home);
  const upto = Math.max(least, ...own.map(({ last }) => last));
  const findings: Finding[] = directories
    .filter((d) => !own.includes(d))
    .map(({ dir }) => ({ what: 'anchor_elsewhere', file: dir }));
  const filesByDay = new Map<string, Set<string>>();
  const spans = new Spans();
  let lastAt: string | null = null;
  for (const { dir } of own) {
    const known = new Known(client, from);
    let before: AnchorLine | undefined;
    for await (const line of linesOfDir(dir)) {
      if (line.sequence > upto) continue;
      for (const { day } of line.seals)
        filesByDay.set(day, (filesByDay.get(day) ?? new Set()).add(line.file));
      if (lastAt === null || line.at > lastAt) lastAt = line.at;
      const wrong = wrongLine(line, before, await known.hashOf(line.sequence));
      const told = findings.some((f) => f.sequence === wrong?.sequence && f.file === wrong?.file);
      if (wrong && !told)
        findings.push({ what: 'anchor_changed', sequence: wrong.sequence, file: wrong.file });
      spans.add(line.sequence);
      before = line;
    }
  }
  if (own.length > 0 || directories.length === 0)
    for (const sequence of await gaps(client, spans, from))
      findings.push({ what: 'anchor_missing', sequence });
  const days = [...filesByDay.keys()].sort();
  return {
    count: spans.count(),
    lastAt,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    findings,
    ofDay: (day) => sealsSaid([...(filesByDay.get(day) ?? [])], day, upto),
  };
}

async function* linesOfDir(dir: string): AsyncGenerator<AnchorLine, void> {
  for (const file of await filesOf(dir)) yield* linesOf(file);
}

/** The line that is not what was written: by the hash the database kept, else by what the line after says. */
function wrongLine(
  line: AnchorLine,
  before: AnchorLine | undefined,
  kept: string | undefined,
): AnchorLine | undefined {
  if (kept !== undefined && kept !== line.hash) return line;
  if (!before) return undefined;
  if (line.sequence <= before.sequence) return line;
  const next = line.sequence === before.sequence + 1;
  return next && line.previous !== before.hash ? before : undefined;
}

/** Hashes the database kept, asked for in rising order. */
class Known {
  private readonly kept: ReturnType<typeof keptAnchors>;
  private now: { sequence: number; hash: string } | undefined;
  constructor(client: pg.Client, from: string) {
    this.kept = keptAnchors(client, from);
  }
  async hashOf(sequence: number): Promise<string | undefined> {
    while (this.now === undefined || this.now.sequence < sequence) {
      const next = await this.kept.next();
      if (next.done) return undefined;
      this.now = next.value;
    }
    return this.now.sequence === sequence ? this.now.hash : undefined;
  }
}

/** Which sequences there are, in stretches: memory grows with the gaps, not with the lines. */
class Spans {
  private all: { first: number; last: number }[] = [];
  add(sequence: number): void {
    if (this.has(sequence)) return;
    const grown = this.all.find((span) => span.last + 1 === sequence);
    if (grown) grown.last = sequence;
    else this.all.push({ first: sequence, last: sequence });
  }
  has(sequence: number): boolean {
    return this.all.some(({ first, last }) => first <= sequence && sequence <= last);
  }
  count(): number {
    return this.all.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  }
}

/** Anchors the database knows and no file has: the first of each stretch. */
async function gaps(client: pg.Client, spans: Spans, from: string): Promise<number[]> {
  const found: number[] = [];
  let inGap = false;
  for await (const { sequence } of keptAnchors(client, from)) {
    const gap = !spans.has(sequence);
    if (gap && !inGap && found.length < mostGaps) found.push(sequence);
    inGap = gap;
  }
  return found;
}

async function sealsSaid(
  files: readonly string[],
  day: string,
  upto: number,
): Promise<Map<string, SealSaid[]>> {
  const said: { sequence: number; seal: SealSaid }[] = [];
  for (const file of files)
    for await (const line of linesOf(file))
      if (line.sequence <= upto)
        for (const seal of line.seals)
          if (seal.day === day) said.push({ sequence: line.sequence, seal });
  said.sort((a, b) => a.sequence - b.sequence);
  return new Map(
    [...Map.groupBy(said, ({ seal }) => seal.county)].map(([county, list]) => [
      county,
      list.map(({ seal }) => seal),
    ]),
  );
}
