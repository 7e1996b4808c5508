// Draws the map with ECharts, in a chunk of its own.
import { ScatterChart } from 'echarts/charts';
import { AriaComponent, GeoComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, registerMap, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { keepToBox } from '../../../platform/web/chart-box.ts';
import { colours, fontStack } from '../../../platform/web/theme.ts';
import { middleOf } from './map-labels.ts';
import { shades } from './map-legend.tsx';
import type { Outlines } from './outlines.ts';

use([AriaComponent, GeoComponent, LabelLayout, ScatterChart, SVGRenderer, TooltipComponent]);

export interface Area {
  key: string;
  name: string;
  /** Its value in words. */
  said: string;
  /** Which of the legend's shades. */
  shade: number;
}

export interface MapDrawingProps {
  title: string;
  outlines: Outlines;
  areas: readonly Area[];
  /** Names of cities to write instead of counties': a whole province has no room for those. */
  cities: ReadonlyMap<string, string> | undefined;
  onOpen: (key: string) => void;
}

export default function MapDrawing({ title, outlines, areas, cities, onOpen }: MapDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const open = useRef(onOpen);
  open.current = onOpen;
  const keys = areas.map(({ key }) => key).join();

  useEffect(() => {
    if (!box.current) return;
    const shown = new Set(keys.split(','));
    const features = outlines.features.filter(({ properties }) => shown.has(properties.code));
    // ECharts keeps maps by name; the shape it wants is the file's.
    registerMap(keys, { type: 'FeatureCollection', features } as never);
    const chart = init(box.current, null, { renderer: 'svg' });
    chart.setOption(optionOf(keys, title, features, areas, cities));
    chart.on('click', ({ componentType, name }) => {
      if (componentType === 'geo') open.current(name);
    });
    return keepToBox(box.current, chart);
  }, [keys, title, outlines, areas, cities]);

  return <div ref={box} className="chart-drawing map-drawing" role="img" aria-label={title} />;
}

function optionOf(
  map: string,
  title: string,
  features: Outlines['features'],
  areas: readonly Area[],
  cities: ReadonlyMap<string, string> | undefined,
): EChartsCoreOption {
  const byKey = new Map(areas.map((area) => [area.key, area]));
  return {
    animation: false,
    textStyle: { fontFamily: fontStack },
    aria: { enabled: true, label: { description: title } },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: colours.sheet,
      borderColor: colours['rule-strong'],
      borderWidth: 1,
      textStyle: { color: colours.ink, fontSize: 12, fontFamily: fontStack },
      formatter: ({ name }: { name: string }) => {
        const area = byKey.get(name);
        return area ? `${area.name}\n${area.said}` : '';
      },
    },
    geo: {
      map,
      nameProperty: 'code',
      aspectScale: 0.92,
      left: 4,
      right: 4,
      top: 4,
      bottom: 4,
      preserveAspect: 'contain',
      roam: false,
      selectedMode: false,
      label: { show: false },
      tooltip: { show: true },
      itemStyle: { borderColor: colours.stone, borderWidth: 0.5 },
      emphasis: {
        label: { show: false },
        itemStyle: { borderColor: colours.ink, borderWidth: 1.6 },
      },
      regions: areas.map(({ key, shade }) => ({
        name: key,
        itemStyle: { areaColor: shades[shade] },
        emphasis: { itemStyle: { areaColor: shades[shade] } },
      })),
    },
    series: [
      {
        type: 'scatter',
        coordinateSystem: 'geo',
        silent: true,
        symbolSize: 0.1,
        data: cities ? cityLabels(features, cities) : countyLabels(features, byKey),
        label: {
          show: true,
          formatter: '{b}',
          color: colours.ink,
          fontSize: 11,
          lineHeight: 14,
          backgroundColor: `${colours.sheet}d8`,
          padding: [1, 3],
        },
        labelLayout: { hideOverlap: true },
        tooltip: { show: false },
      },
    ],
  };
}

function cityLabels(features: Outlines['features'], names: ReadonlyMap<string, string>) {
  return [...Map.groupBy(features, ({ properties }) => properties.city)].map(
    ([city, counties]) => ({
      name: names.get(city) ?? '',
      value: middleOf(counties),
    }),
  );
}

function countyLabels(features: Outlines['features'], areas: ReadonlyMap<string, Area>) {
  return features.map((feature) => {
    const area = areas.get(feature.properties.code);
    return { name: `${area?.name ?? ''}\n${area?.said ?? ''}`, value: middleOf([feature]) };
  });
}
