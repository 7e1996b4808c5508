// A figure month by month, a year of them at least; a month opens the figure for itself.
import { addMonths, firstDayOfMonth, monthOf } from '../../kit/period.ts';
import { monthPeriod } from '../../platform/web/address.ts';
import { percent } from '../../platform/web/amount.ts';
import { Chart } from '../../platform/web/chart.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, Section } from '../../platform/web/page.tsx';
import { useSession } from '../../platform/web/session.ts';
import type { Definition, Series } from '../contract.ts';
import { quotient } from './format.ts';
import { useFigureWords } from './use-figure-words.ts';
import { type At, useSeries } from './use-figures.ts';
import { type OpenFigure, useOpenFigure } from './use-open-figure.ts';

export function FigureMonths({
  definition,
  opened,
}: {
  definition: Definition;
  opened: OpenFigure;
}) {
  const t = useT();
  const { at } = opened;
  const start = firstDayOfMonth(monthOf(addMonths(at.to, -11)));
  const from = [at.from, start].sort()[0] ?? at.from;
  const series = useSeries([definition.code], { ...at, from });
  return (
    <Section title={t('indicators.page.months')}>
      <Answer of={series} shape="chart">
        {(answer) => <MonthsChart definition={definition} at={at} series={answer} />}
      </Answer>
    </Section>
  );
}

export function MonthsChart(props: { definition: Definition; at: At; series: Series }) {
  const { definition, at, series } = props;
  const t = useT();
  const words = useFigureWords();
  const open = useOpenFigure();
  const { today } = useSession();
  const points = series.series.find(({ code }) => code === definition.code)?.points ?? [];
  const name = words.name(definition);
  const rate = definition.kind === 'ratio' && definition.unit !== 'fen';
  return (
    <Chart
      title={t(`indicators.page.months.${definition.time}`, { name })}
      kind={definition.time === 'day' || definition.kind === 'ratio' ? 'line' : 'bar'}
      labelHead={t('indicators.page.month')}
      labels={points.map(({ month }) => month)}
      series={[{ name, values: points.map((point) => monthly(definition, point)) }]}
      as={definition.unit === 'fen' ? 'fen' : 'count'}
      unit={rate ? '%' : words.unit(definition)}
      onOpen={({ label }) => {
        const month = points[label]?.month;
        if (month) open(definition.code, { place: at.place, ...monthPeriod(month, today) });
      }}
    />
  );
}

/** One month's value as a chart takes it; null where there is nothing to divide by. */
export function monthly(
  { kind, unit }: Pick<Definition, 'kind' | 'unit'>,
  { value, over }: { value: string; over: string | null },
): string | null {
  if (kind !== 'ratio') return value;
  if (unit === 'fen') return quotient(value, over);
  return over && over !== '0' ? percent(value, over) : null;
}
