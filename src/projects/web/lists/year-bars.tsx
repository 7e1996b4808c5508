// One project's bars in its year, and the months above them.
import { daysBetween } from '../../../kit/period.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import type { YearRow } from '../../contract-lists.ts';
import { type Bar, barsOf, daysOf } from './bars.ts';

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

export function Months() {
  return (
    <span className="year-months" aria-hidden="true">
      {months.map((month) => (
        <span key={month}>{Number(month)}</span>
      ))}
    </span>
  );
}

export function YearBars({ row, year, today }: { row: YearRow; year: number; today: string }) {
  const t = useT();
  const { planned, real, done, over } = barsOf(row, year, today);
  const first = `${year}-01-01`;
  const now = daysBetween(first, today);
  const said = row.startedOn
    ? row.completedOn
      ? t('projects.year.from_to', { from: row.startedOn, to: row.completedOn })
      : t('projects.year.so_far', { from: row.startedOn })
    : t('projects.year.not_begun');
  return (
    <svg
      className="year-bars"
      viewBox={`0 0 ${daysOf(year)} 22`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${t('projects.year.real')} ${said}`}
    >
      <title>{`${t('projects.year.real')} ${said}`}</title>
      {months.slice(1).map((month) => {
        const x = daysBetween(first, `${year}-${month}-01`);
        return <line key={month} className="year-month" x1={x} x2={x} y1={0} y2={22} />;
      })}
      <Rect of={planned} name="year-planned" y={2.5} height={17} />
      <Rect of={real} name="year-real" y={6} height={10} />
      <Rect of={done} name="year-done" y={6} height={10} />
      <Rect of={over} name="year-over" y={real ? 17 : 6} height={real ? 3 : 10} />
      {now >= 0 && now < daysOf(year) && (
        <line className="year-today" x1={now} x2={now} y1={0} y2={22} />
      )}
    </svg>
  );
}

function Rect({
  of,
  name,
  y,
  height,
}: {
  of: Bar | null;
  name: string;
  y: number;
  height: number;
}) {
  return of && <rect className={name} x={of.from} width={of.length} y={y} height={height} />;
}
