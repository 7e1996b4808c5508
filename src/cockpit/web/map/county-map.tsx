// The map of counties, coloured by the chosen figure. An extra: everything it says stands in the table too.
import { lazy, Suspense, useMemo } from 'react';
import type { Children, Definition, Value } from '../../../indicators/contract.ts';
import { FigureLink } from '../../../indicators/web/figure-link.tsx';
import { said } from '../../../indicators/web/format.ts';
import { useFigureWords } from '../../../indicators/web/use-figure-words.ts';
import { useChildren } from '../../../indicators/web/use-figures.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Loading } from '../../../platform/web/page.tsx';
import { PageLink, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { boundsOf, classOf } from '../../rules.ts';
import type { CockpitProps } from '../cockpit-props.ts';
import { MapLegend } from './map-legend.tsx';
import { useOutlines } from './outlines.ts';

const MapDrawing = lazy(() => import('./map-drawing.tsx'));

export type MapProps = CockpitProps & { chosen: Definition };

export function CountyMap(props: MapProps) {
  const { place, at, chosen } = props;
  const wide = place.level === 'province' || place.level === 'city';
  const counties = useChildren([chosen.code], at, { level: 'county', when: wide });
  const t = useT();
  if (!wide) return null;
  return (
    <div className="cockpit-map">
      <Answer of={counties} shape="chart">
        {({ rows }) =>
          rows.some(({ key }) => key !== place.key) ? (
            <Counties {...props} rows={rows} />
          ) : (
            <p className="cockpit-map-none">
              {t('cockpit.map.no_counties', { place: place.name })}
            </p>
          )
        }
      </Answer>
    </div>
  );
}

function Counties({ place, chosen, rows }: MapProps & { rows: Children['rows'] }) {
  const t = useT();
  const words = useFigureWords();
  const { set } = usePlacePeriod();
  const outlines = useOutlines();
  const cities = useNames(place.level === 'province' ? place.key : undefined);
  const drawnKeys = new Set(outlines.data?.features.map(({ properties }) => properties.code));
  const value = (row: Children['rows'][number]) => row.values[0];
  const bounds = boundsOf(rows.map((row) => sizeOf(chosen, value(row))));
  const title = t('cockpit.map.title', { name: words.name(chosen) });
  const missing = outlines.data ? rows.filter(({ key }) => !drawnKeys.has(key)) : [];
  const areas = rows
    .filter(({ key }) => drawnKeys.has(key))
    .map((row) => ({
      key: row.key,
      name: row.name,
      said: said(chosen, value(row), words.lang, words.unit(chosen)) || t('platform.web.no_value'),
      shade: classOf(sizeOf(chosen, value(row)), bounds),
    }));
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {outlines.error ? (
        <p>{t('cockpit.map.failed')}</p>
      ) : outlines.data ? (
        <Suspense fallback={<Loading shape="chart" />}>
          <MapDrawing
            title={title}
            outlines={outlines.data}
            areas={areas}
            cities={place.level === 'province' ? cities : undefined}
            onOpen={(key) => set({ place: key })}
          />
        </Suspense>
      ) : (
        <Loading shape="chart" />
      )}
      {bounds.length > 0 ? (
        <MapLegend definition={chosen} bounds={bounds} />
      ) : (
        <p>{t('cockpit.map.no_values')}</p>
      )}
      {missing.length > 0 && (
        <ul className="cockpit-map-note cockpit-map-missing">
          <li>{t('cockpit.map.not_drawn')}</li>
          {missing.map((row) => {
            const host = rows.find(({ key }) => key === hosts[row.key]);
            return (
              <li key={row.key}>
                <PageLink to="/" search={{ place: row.key, indicator: chosen.code }}>
                  {row.name}
                </PageLink>{' '}
                <FigureLink
                  definition={chosen}
                  value={value(row)}
                  at={{ place: row.key }}
                  of={row.name}
                  nameless
                />
                {host && t('cockpit.map.inside', { other: host.name })}
              </li>
            );
          })}
        </ul>
      )}
      <p className="cockpit-map-note">{t('cockpit.map.by_table')}</p>
      <p className="cockpit-map-note">{t('cockpit.map.licence')}</p>
    </figure>
  );
}

/** Names of the places right below. */
function useNames(place: string | undefined): ReadonlyMap<string, string> {
  const path = place && `/api/regions/places/${place}/children`;
  const { data } = useAsk<{ rows: { key: string; name: string }[] }>(path, { limit: 200 });
  return useMemo(() => new Map(data?.rows.map(({ key, name }) => [key, name])), [data]);
}

/** Whose outline holds a county that the outlines, older than it, do not know: 光明区 in 宝安区, 深汕 in 海丰县. */
const hosts: Record<string, string> = {
  '440311000000': '440306000000',
  '440390000000': '441521000000',
};

/** A value as a number to be sorted into classes: fen and counts as they are, ratios in percent. */
function sizeOf({ kind }: Definition, value: Value | undefined): number {
  if (!value || value.value === null) return 0;
  if (kind !== 'ratio') return Number(value.value);
  const over = Number(value.over);
  return over === 0 ? 0 : (Number(value.value) / over) * 100;
}
