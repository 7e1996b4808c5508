/** The figures of a run as a table, and what of them is against a promise. */
import type { Reckoning } from './load/reckoning.ts';
import type { Book } from './load/writers.ts';

export interface Figures {
  /** What happened, in words. */
  what: string;
  /** Faults made: kills, cuts, fillings. */
  faults: number;
  book: Book;
  reckoning: Reckoning;
  /** Seconds from the end of each cause until every writer was served again; a start of the server counts. */
  recovery: number[];
  /** Within how many seconds that should be. */
  goal: number;
  /** Whether the server's process is the one that was started, where nobody killed it. */
  stayed: boolean | null;
  /** Whether the cause made the trouble it was meant to make. */
  felt: boolean;
}

/** What is asserted is five times the goal, because machines differ; this is how long to wait for it. */
export const deadlineMs = (goal: number): number => 5_000 * goal;

const columns: readonly [head: string, cell: (f: Figures) => string | number][] = [
  ['case', (f) => f.what],
  ['faults', (f) => f.faults],
  ['acknowledged', (f) => f.book.acknowledged.size],
  ['deliveries', (f) => f.book.deliveries],
  ['effects', (f) => f.reckoning.effects],
  ['lost', (f) => f.reckoning.lost.length],
  ['half', (f) => f.reckoning.half.length],
  ['twice', (f) => f.reckoning.twice.length],
  ['other reply', (f) => f.book.unlike.length + f.reckoning.otherReply.length],
  ['figures off', (f) => f.reckoning.figures],
  ['503', (f) => f.book.counts.later],
  ['cut', (f) => f.book.counts.cut],
  ['wrong', (f) => f.book.counts.wrong + f.book.counts.silence],
  ['longest answer', (f) => `${(f.book.longestMs / 1000).toFixed(1)} s`],
  ['recovery, middle', (f) => seconds(middle(f.recovery))],
  ['recovery, longest', (f) => seconds(Math.max(...f.recovery))],
  ['goal', (f) => `${f.goal} s`],
  ['process', (f) => (f.stayed === null ? 'killed' : f.stayed ? 'stayed' : 'ENDED')],
];

export function table(title: string, rows: readonly Figures[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    `| ${title} |`,
    line(columns.map(([head]) => head)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row)))),
  ].join('\n');
}

/** What is against G1, G3 or G12 in a run; nothing when all is kept. */
export function broken({ book, reckoning, recovery, goal, stayed, felt }: Figures): string[] {
  const some = (what: string, found: readonly string[]) =>
    found.length === 0 ? [] : [`${what}: ${found.length}, as ${found.slice(0, 3).join('; ')}`];
  return [
    ...some('acknowledged and lost', reckoning.lost),
    ...some('half written', reckoning.half),
    ...some('done twice', reckoning.twice),
    ...some('answered otherwise', [...book.unlike, ...reckoning.otherReply]),
    ...some('answers against the promise', book.wrong),
    ...(book.counts.silence > 0 ? [`${book.counts.silence} requests were never answered`] : []),
    ...(reckoning.figures > 0 ? [`${reckoning.figures} figures differ from their facts`] : []),
    ...(recovery.some((s) => s * 1000 > deadlineMs(goal))
      ? [`not well within five times ${goal} s`]
      : []),
    ...(felt ? [] : ['nobody felt the cause: the test has shown nothing']),
    ...(stayed === false ? ['the process ended'] : []),
  ];
}

const seconds = (s: number) => (Number.isFinite(s) ? `${s.toFixed(1)} s` : 'none');

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}
