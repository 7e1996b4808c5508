/** What is known of a county's day beside its rows: anchors first, then seals of the database. */
import type { SealSaid } from './anchor-lines.ts';
import type { Seal } from './database.ts';

/** Says of the rows after `from` up to `upto` how their hashes begin, and what the last one is. */
export interface Evidence {
  by: 'anchor' | 'seal';
  from: number;
  upto: number;
  hash: string;
  algorithm: string;
  marks: string;
}

/** Hexadecimal digits of a mark. */
const width = 8;

export class DayEvidence {
  /** Earlier knowledge first: anchors in the order they were written, then seals. */
  private readonly all: readonly Evidence[];
  private open: Evidence[];
  private readonly waiting: Evidence[];

  constructor(anchors: readonly SealSaid[], seals: readonly Seal[]) {
    this.all = [...distinct(anchors).map(said('anchor')), ...seals.map(said('seal'))];
    this.waiting = this.all.toSorted((a, b) => a.from - b.from);
    this.open = [];
  }

  /** The last row somebody says there is. */
  upto(by?: Evidence['by']): number {
    return Math.max(0, ...this.all.filter((e) => !by || e.by === by).map((e) => e.upto));
  }

  /** The hash of the last row; anchors are believed before seals. */
  head(): Evidence | undefined {
    const last = (list: readonly Evidence[]) =>
      list.reduce<Evidence | undefined>((a, b) => (a && a.upto >= b.upto ? a : b), undefined);
    const upto = this.upto();
    const anchored = last(this.all.filter((e) => e.by === 'anchor'));
    return anchored && anchored.upto >= upto ? anchored : last(this.all);
  }

  /** What speaks of row n, anchors first. Rows are asked for in order. */
  of(n: number): Evidence[] {
    for (let next = this.waiting[0]; next && next.from < n; next = this.waiting[0]) {
      this.open.push(next);
      this.waiting.shift();
    }
    this.open = this.open.filter((e) => e.upto >= n);
    return this.open.toSorted((a, b) => this.all.indexOf(a) - this.all.indexOf(b));
  }
}

export const markOf = (e: Evidence, n: number): string => {
  const at = (n - e.from - 1) * width;
  return e.marks.slice(at, at + width);
};

const said =
  (by: Evidence['by']) =>
  ({ upto, hash, algorithm, marks }: Omit<Seal, 'county'>): Evidence => ({
    by,
    from: upto - Math.floor(marks.length / width),
    upto,
    hash,
    algorithm,
    marks,
  });

/** Directories hold the same lines: each seal once. */
function distinct(anchors: readonly SealSaid[]): SealSaid[] {
  return [...new Map(anchors.map((a) => [`${a.upto} ${a.hash} ${a.marks}`, a])).values()];
}
