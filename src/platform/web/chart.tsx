// The one chart: drawn when its library has come, and always one click from its table.
import { lazy, Suspense, useState } from 'react';
import { type ChartSpec, moneyUnitOf, sharedTop } from './chart-spec.ts';
import { ChartTable } from './chart-table.tsx';
import { useT } from './i18n.tsx';
import { Loading } from './page.tsx';
import { colours, seriesColours } from './theme.ts';
import './chart.css';

const Drawing = lazy(() => import('./chart-drawing.tsx'));

export function Chart(spec: ChartSpec) {
  const t = useT();
  const [listed, setListed] = useState(false);
  const money = moneyUnitOf(spec);
  const unit = money ? t(`platform.web.unit.${money}`) : (spec.unit ?? '');
  const colourOf = (at: number) =>
    spec.series[at]?.colour ?? seriesColours[at % seriesColours.length] ?? 'paddy';
  const several = spec.series.length > 1;
  const split = spec.multiples && several;
  const top = split ? sharedTop(spec) : undefined;
  return (
    <figure className="chart">
      <figcaption>
        <span>{spec.title}</span>
        {unit && <span className="chart-unit">{unit}</span>}
        <button type="button" className="text-button" onClick={() => setListed(!listed)}>
          {t(listed ? 'platform.web.as_chart' : 'platform.web.as_table')}
        </button>
      </figcaption>
      {listed ? (
        <ChartTable spec={spec} money={money} unit={unit} />
      ) : (
        <Suspense fallback={<Loading shape="chart" />}>
          {!split && several && spec.kind === 'bar' && (
            <p className="chart-key">
              {spec.series.map(({ name }, at) => (
                <span key={name} style={{ borderColor: colours[colourOf(at)] }}>
                  {name}
                </span>
              ))}
            </p>
          )}
          {split ? (
            <div className="chart-multiples">
              {spec.series.map((one, at) => (
                <div key={one.name}>
                  <h3>{one.name}</h3>
                  <Drawing
                    spec={{ ...spec, title: `${spec.title} ${one.name}`, series: [one] }}
                    colours={[colourOf(at)]}
                    money={money}
                    top={top}
                    onMark={(label) => spec.onOpen?.({ label, series: at })}
                  />
                </div>
              ))}
            </div>
          ) : (
            <Drawing
              spec={spec}
              colours={spec.series.map((_, at) => colourOf(at))}
              money={money}
              top={undefined}
              onMark={(label, series) => spec.onOpen?.({ label, series })}
            />
          )}
        </Suspense>
      )}
    </figure>
  );
}
