// A figure month by month, a year of them at least; a month opens the figure for itself.
import { monthPeriod } from '../../platform/web/address.ts';
import { Chart } from '../../platform/web/chart.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, Section } from '../../platform/web/page.tsx';
import { useSession } from '../../platform/web/session.ts';
import type { Definition, Series } from '../contract.ts';
import { monthly, yearAtLeast } from './months.ts';
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
  const series = useSeries([definition.code], yearAtLeast(at));
  return (
    <Section title={t('indicators.page.months')}>
      <Answer of={series} shape="chart">
        {(answer) => <MonthsChart definition={definition} at={at} series={answer} />}
      </Answer>
    </Section>
  );
}

export function MonthsChart(props: {
  definition: Definition;
  at: At;
  series: Series;
  height?: number;
}) {
  const { definition, at, series, height } = props;
  const t = useT();
  const words = useFigureWords();
  const open = useOpenFigure();
  const { today } = useSession();
  const points = series.series.find(({ code }) => code === definition.code)?.points ?? [];
  const name = words.name(definition);
  if (!points.some(({ value }) => value !== null && value !== '0')) {
    return <p>{t('indicators.page.months.none', { name })}</p>;
  }
  const rate = definition.kind === 'ratio' && definition.unit !== 'fen';
  return (
    <Chart
      title={t(`indicators.page.months.${definition.time}`, { name })}
      kind={definition.time === 'day' || definition.kind === 'ratio' ? 'line' : 'bar'}
      labelHead={t('indicators.page.month')}
      labels={points.map(({ month }) => month)}
      series={[{ name, values: points.map((point) => monthly(definition, point)) }]}
      as={definition.unit === 'fen' ? 'fen' : 'count'}
      unit={rate ? '%' : words.unit(definition).many}
      {...(height ? { height } : {})}
      onOpen={({ label }) => {
        const month = points[label]?.month;
        if (month) open(definition.code, { place: at.place, ...monthPeriod(month, today) });
      }}
    />
  );
}
