// Draws a chart with ECharts; the only file that knows the library, in a chunk of its own.
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { MoneyUnit } from '../../kit/money.ts';
import { shown } from './amount.ts';
import { keepToBox } from './chart-box.ts';
import { optionOf } from './chart-option.ts';
import type { ChartSpec } from './chart-spec.ts';
import { useLang } from './i18n.tsx';
import type { Colour } from './theme.ts';

use([BarChart, LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export interface DrawingProps {
  spec: ChartSpec;
  colours: readonly Colour[];
  money: MoneyUnit | undefined;
  /** Top of the scale when several charts share one. */
  top: number | undefined;
  onMark: (label: number, series: number) => void;
}

export default function Drawing({ spec, colours, money, top, onMark }: DrawingProps) {
  const lang = useLang();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);
  const mark = useRef(onMark);
  mark.current = onMark;

  useEffect(() => {
    if (!box.current) return;
    const drawn = init(box.current, null, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', ({ dataIndex, seriesIndex }) => mark.current(dataIndex, seriesIndex ?? 0));
    return keepToBox(box.current, drawn);
  }, []);

  const height = spec.height ?? heightOf(spec);
  useEffect(() => {
    const say = (value: string | null) =>
      shown({ value, as: spec.as, unit: spec.unit }, lang, money)?.figure ?? '';
    chart.current?.setOption(optionOf(spec, colours, say, top), { notMerge: true });
  }, [spec, colours, money, top, lang]);

  return (
    <div
      ref={box}
      className="chart-drawing"
      role="img"
      aria-label={spec.title}
      style={{ height }}
    />
  );
}

function heightOf({ kind, lying, labels, series }: ChartSpec): number {
  if (kind === 'bar' && lying) return 24 + labels.length * (8 + 16 * series.length);
  return 240;
}
