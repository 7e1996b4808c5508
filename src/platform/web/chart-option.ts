// A chart's description in the words of ECharts. Bars start at zero, marks carry their own labels.
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartSpec } from './chart-spec.ts';
import { type Colour, fontStack, colours as palette } from './theme.ts';

type Say = (value: string | null) => string;

export function optionOf(
  spec: ChartSpec,
  colours: readonly Colour[],
  say: Say,
  top: number | undefined,
): EChartsCoreOption {
  const { kind, labels, lying = false, series, title, onOpen } = spec;
  const names = {
    type: 'category',
    data: labels,
    inverse: kind === 'bar' && lying,
    axisLine: { lineStyle: { color: palette.ink } },
    axisTick: { show: false },
    axisLabel: { color: palette.ink, hideOverlap: true },
    boundaryGap: kind === 'bar',
  };
  const values = {
    type: 'value',
    min: series.some(({ values }) => values.some((value) => value?.startsWith('-')))
      ? undefined
      : 0,
    max: top,
    splitNumber: 3,
    // Nobody counts in halves: a scale of few units has no marks between them.
    minInterval: spec.as === 'count' && spec.unit !== '%' ? 1 : 0,
    axisLabel: {
      show: kind === 'line',
      color: palette.stone,
      formatter: (value: number) => say(String(Math.round(value))),
    },
    splitLine: { show: kind === 'line', lineStyle: { color: palette.rule } },
  };
  const upright = kind === 'line' || !lying;
  return {
    animation: false,
    textStyle: { fontFamily: fontStack, fontSize: 12, color: palette.ink },
    aria: { enabled: true, label: { description: title } },
    grid: {
      left: 4,
      right: kind === 'line' ? (series.length > 1 ? 132 : 72) : lying ? 84 : 8,
      top: 22,
      bottom: 10,
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      axisPointer: { type: kind === 'bar' ? 'shadow' : 'line' },
      backgroundColor: palette.sheet,
      borderColor: palette['rule-strong'],
      borderWidth: 1,
      textStyle: { color: palette.ink, fontSize: 12, fontFamily: fontStack },
      formatter: (marks: { dataIndex: number }[]) => tip(spec, marks[0]?.dataIndex ?? 0, say),
    },
    xAxis: upright ? names : values,
    yAxis: upright ? values : names,
    series: series.map((one, at) =>
      drawn(spec, one, palette[colours[at] ?? 'paddy'], say, Boolean(onOpen)),
    ),
  };
}

function drawn(
  { kind, lying = false, labels, series }: ChartSpec,
  { name, values }: ChartSpec['series'][number],
  color: string,
  say: Say,
  opens: boolean,
) {
  const data = values.map((value) => (value === null ? null : Number(value)));
  const shared = { name, type: kind, data, color, cursor: opens ? 'pointer' : 'default' };
  if (kind === 'line') {
    return {
      ...shared,
      symbol: 'circle',
      symbolSize: labels.length > 24 ? 2 : 5,
      lineStyle: { width: 1.6 },
      endLabel: {
        show: true,
        color: palette.ink,
        formatter: ({ dataIndex }: { dataIndex: number }) =>
          series.length > 1
            ? `${name} ${say(values[dataIndex] ?? null)}`
            : say(values[dataIndex] ?? null),
      },
      labelLayout: { moveOverlap: 'shiftY' },
    };
  }
  return {
    ...shared,
    barMaxWidth: lying ? 14 : 34,
    barGap: '15%',
    label: {
      show: true,
      position: lying ? 'right' : 'top',
      color: palette.ink,
      fontSize: 11,
      formatter: ({ dataIndex }: { dataIndex: number }) => say(values[dataIndex] ?? null),
    },
    labelLayout: { hideOverlap: true },
  };
}

function tip({ labels, series }: ChartSpec, at: number, say: Say): string {
  const lines = series.map(({ name, values }) => `${name}  ${say(values[at] ?? null)}`);
  return [labels[at] ?? '', ...lines].join('\n');
}
