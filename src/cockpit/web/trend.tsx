// The chosen figure month by month.
import type { Definition } from '../../indicators/contract.ts';
import { MonthsChart } from '../../indicators/web/figure-months.tsx';
import { yearAtLeast } from '../../indicators/web/months.ts';
import { useSeries } from '../../indicators/web/use-figures.ts';
import { Answer } from '../../platform/web/page.tsx';
import type { CockpitProps } from './cockpit-props.ts';

export function Trend({ place, at, chosen }: CockpitProps & { chosen: Definition }) {
  const beside = place.level === 'province' || place.level === 'city';
  const series = useSeries([chosen.code], yearAtLeast(at));
  return (
    <div className="cockpit-trend">
      <Answer of={series} shape="chart">
        {(answer) => (
          <MonthsChart definition={chosen} at={at} series={answer} height={beside ? 380 : 240} />
        )}
      </Answer>
    </div>
  );
}
