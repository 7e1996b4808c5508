// What a chart shows, said plainly; chart.tsx draws it and lists it.
import type { MoneyUnit } from '../../kit/money.ts';
import { unitFor } from '../../kit/money.ts';
import type { Colour } from './theme.ts';

export interface ChartSeries {
  name: string;
  /** Fen or counts as the server gives them; null where there is none. */
  values: readonly (string | null)[];
  colour?: Colour | undefined;
}

export interface ChartSpec {
  /** What it shows, as a sentence a reader hears instead of seeing it. */
  title: string;
  kind: 'bar' | 'line';
  /** Names along the axis: places, months. */
  labels: readonly string[];
  /** Head of the column of names in the table. */
  labelHead: string;
  series: readonly ChartSeries[];
  as: 'count' | 'fen';
  /** The word beside counts. */
  unit?: string | undefined;
  /** Bars lying down suit long names, standing ones suit months. */
  lying?: boolean;
  /** A small chart for each series, all on one scale, instead of one for all. */
  multiples?: boolean;
  height?: number;
  /** Opens what a mark stands for. */
  onOpen?: ((at: { label: number; series: number }) => void) | undefined;
}

/** The one unit all money of a chart is shown in. */
export function moneyUnitOf({ series, as }: ChartSpec): MoneyUnit | undefined {
  if (as !== 'fen') return undefined;
  const largest = series
    .flatMap(({ values }) => values)
    .reduce<bigint>((top, value) => {
      const fen = BigInt(value ?? '0');
      const size = fen < 0n ? -fen : fen;
      return size > top ? size : top;
    }, 0n);
  return unitFor(largest);
}

/** Top of a scale shared by several charts, a little above the largest value. */
export function sharedTop({ series }: ChartSpec): number {
  const all = series.flatMap(({ values }) => values.map((value) => Number(value ?? 0)));
  return Math.max(0, ...all) * 1.12;
}
