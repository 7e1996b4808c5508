// A course of values small enough to stand in a line of text; the last one is marked.
import { useT } from './i18n.tsx';
import './figure.css';

export interface SparklineProps {
  /** What the values are, for those who do not see the line. */
  name: string;
  values: readonly (string | number | null)[];
  width?: number;
  height?: number;
}

export function Sparkline({ name, values, width = 80, height = 22 }: SparklineProps) {
  const t = useT();
  const line = points(values, width, height);
  const last = line.at(-1);
  const first = line[0];
  if (!first || !last) return <span className="no-value">{t('platform.web.no_value')}</span>;
  const label = t('platform.web.trend', { name, from: first.value, to: last.value });
  return (
    <svg className="sparkline" width={width} height={height} role="img" aria-label={label}>
      <polyline points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <circle cx={last.x} cy={last.y} r="2" />
    </svg>
  );
}

/** Places of the values from zero up; gaps are left out. */
export function points(values: readonly (string | number | null)[], width: number, height: number) {
  const numbers = values.map((value) => (value === null ? null : Number(value)));
  const given = numbers.filter((value) => value !== null);
  const top = Math.max(0, ...given);
  const bottom = Math.min(0, ...given);
  const step = (width - 6) / Math.max(1, numbers.length - 1);
  const scale = top === bottom ? 0 : (height - 6) / (top - bottom);
  return numbers.flatMap((value, at) =>
    value === null
      ? []
      : [{ value, x: round(3 + at * step), y: round(height - 3 - (value - bottom) * scale) }],
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
