/** Charts as inline SVG. Colours come from the style sheet, so both schemes work; a title says it in words. */
import type { ChartBlock } from '../../../src/core/card.ts';
import { drawBars } from './chart-bars.ts';
import { drawLines } from './chart-lines.ts';
import { drawRadar } from './chart-radar.ts';
import { greatest, niceTop } from './chart-shape.ts';
import { fill, h, s } from './dom.ts';

export interface Plot {
  chart: ChartBlock;
  width: number;
  top: number;
}

const topOf = (chart: ChartBlock): number =>
  chart.max ?? niceTop(greatest(chart.series, chart.kind === 'stacked'));

function draw(plot: Plot): { height: number; marks: SVGElement[] } {
  switch (plot.chart.kind) {
    case 'bar':
    case 'stacked':
      return drawBars(plot);
    case 'line':
      return drawLines(plot);
    case 'radar':
      return drawRadar(plot);
  }
}

function picture(chart: ChartBlock, width: number): SVGElement {
  const { height, marks } = draw({ chart, width, top: topOf(chart) });
  return s(
    'svg',
    {
      class: 'chart-svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': chart.alt,
    },
    s('title', {}, chart.alt),
    marks,
  );
}

function legend(chart: ChartBlock): HTMLElement | false {
  if (chart.series.length < 2) return false;
  return h(
    'ul',
    { class: 'legend', 'aria-hidden': 'true' },
    chart.series.map((one, i) =>
      h('li', {}, h('span', { class: `swatch series-${i % 6}` }), h('span', { dir: 'auto' }, one.name)),
    ),
  );
}

const STANDARD = 480;

/** Drawn for the width it gets, so that its letters are as large on a phone as on a desk. */
export function drawChart(chart: ChartBlock): HTMLElement {
  const holder = h('div', { class: 'chart-holder' }, picture(chart, STANDARD));
  let drawn = STANDARD;
  new ResizeObserver(() => {
    const width = Math.round(holder.clientWidth);
    if (width < 120 || width === drawn) return;
    drawn = width;
    fill(holder, picture(chart, width));
  }).observe(holder);
  return h('figure', { class: `chart chart-${chart.kind}` }, legend(chart), holder);
}
