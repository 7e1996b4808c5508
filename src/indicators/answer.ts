/** From cells to answers: ratios, shares, running totals. Pure. */
import { months } from '../kit/period.ts';
import type { Catalogue } from './catalogue.ts';
import { type Definition, hasRows } from './definition.ts';
import type { Cell } from './read.ts';

/** A figure as it goes over the wire. value is null where there is nothing to say: no rows under a minimum. */
export interface Value {
  code: string;
  value: string | null;
  /** Denominator of a ratio; '0' when there is nothing to divide by. */
  over: string | null;
  /** Parts along a dimension, when asked or for shares. */
  parts: { key: string; value: string }[];
}

/** Sums the cells that belong to a code, a place and one value of a dimension. */
export function answer(
  catalogue: Catalogue,
  code: string,
  cells: readonly Cell[],
  by?: string,
): Value {
  const d = catalogue.byCode.get(code);
  if (!d) throw new Error(`${code} is not in the catalogue`);
  if (d.kind === 'ratio') {
    return { code, value: text(total(cells, d.of)), over: text(total(cells, d.over)), parts: [] };
  }
  if (d.kind === 'shares') {
    const parts = partsBy(catalogue, d.of, cells, d.by);
    const ordered = d.order.map((key) => ({ key, value: parts.get(key) ?? 0n }));
    for (const [key, value] of parts) if (!d.order.includes(key)) ordered.push({ key, value });
    return { code, value: text(total(cells, d.of)), over: null, parts: reduced(ordered) };
  }
  const sum = total(cells, code);
  const empty = d.kind === 'extreme' && !cells.some((c) => c.code === code);
  const parts = by
    ? [...partsBy(catalogue, code, cells, by)].map(([key, value]) => ({
        key,
        value: String(value),
      }))
    : [];
  return { code, value: empty ? null : text(sum), over: null, parts };
}

const text = (value: bigint) => value.toString();

/** Different things do not add up over dimensions: where the whole came as a line of its own, it is taken. */
function total(cells: readonly Cell[], code: string): bigint {
  const own = cells.filter((c) => c.code === code);
  const wholes = own.filter(isWhole);
  return (wholes.length ? wholes : own).reduce((sum, c) => sum + c.value, 0n);
}

const isWhole = (c: Cell) => c.dimensions.every((value) => value === null);

function partsBy(
  catalogue: Catalogue,
  code: string,
  cells: readonly Cell[],
  by: string,
): Map<string, bigint> {
  const d = catalogue.byCode.get(code);
  const at = d && hasRows(d) ? (d.by ?? []).findIndex((b) => b.name === by) : -1;
  const parts = new Map<string, bigint>();
  if (at < 0) return parts;
  for (const c of cells) {
    const key = c.dimensions[at];
    if (c.code === code && typeof key === 'string')
      parts.set(key, (parts.get(key) ?? 0n) + c.value);
  }
  for (const [key, value] of parts) if (value === 0n) parts.delete(key); // what came and went
  return parts;
}

/** Amounts as the smallest whole numbers in the same proportion: 6, 3, 1. */
function reduced(parts: readonly { key: string; value: bigint }[]): Value['parts'] {
  const divisor = parts.reduce((g, p) => gcd(g, p.value < 0n ? -p.value : p.value), 0n) || 1n;
  return parts.map((p) => ({ key: p.key, value: text(p.value / divisor) }));
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

export interface Point {
  month: string;
  /** Null for a smallest or largest of nothing. */
  value: string | null;
  over: string | null;
}

/** Month by month: flows as they happened, stocks as they stood at the month's end (or the last day asked). */
export function series(
  catalogue: Catalogue,
  code: string,
  cells: readonly Cell[],
  from: string,
  to: string,
): Point[] {
  const d = catalogue.byCode.get(code);
  if (!d) throw new Error(`${code} is not in the catalogue`);
  const of = (part: string) =>
    running(
      catalogue.byCode.get(part),
      cells.filter((c) => c.code === part),
      from,
      to,
    );
  if (d.kind === 'ratio') {
    const over = of(d.over);
    return of(d.of).map((p, i) => ({ ...p, over: over[i]?.value ?? '0' }));
  }
  return d.kind === 'shares' ? of(d.of) : of(code);
}

function running(
  d: Definition | undefined,
  cells: readonly Cell[],
  from: string,
  to: string,
): Point[] {
  let level = 0n;
  const byMonth = Map.groupBy(cells, (c) => c.month.slice(0, 7));
  return months(from.slice(0, 7), to.slice(0, 7)).map((month) => {
    const own = byMonth.get(month) ?? [];
    const sum = own.reduce((s, c) => s + c.value, 0n);
    level += sum;
    const nothing = d?.kind === 'extreme' && own.length === 0;
    return { month, value: nothing ? null : text(d?.kind === 'stock' ? level : sum), over: null };
  });
}
