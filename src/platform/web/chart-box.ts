// Keeps a drawing as wide as its box, and scalable: on paper the box is narrower than any script can tell.
import type { EChartsType } from 'echarts/core';

/** @returns what ends it, drawing included */
export function keepToBox(box: HTMLElement, chart: EChartsType): () => void {
  const watch = new ResizeObserver(() => {
    chart.resize();
    const size = `0 0 ${chart.getWidth()} ${chart.getHeight()}`;
    box.querySelector('svg')?.setAttribute('viewBox', size);
  });
  watch.observe(box);
  return () => {
    watch.disconnect();
    chart.dispose();
  };
}
