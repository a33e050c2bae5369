/** Bars and stacks, upright or — when the labels are long — sideways. */
import type { Plot } from './chart.ts';
import { BELOW, type Drawing, valueAxis } from './chart-axes.ts';
import { type Bar, bands, bars, clip, numberText, readsSideways, textWidth } from './chart-shape.ts';
import { s } from './dom.ts';

function bar(b: Bar, name: string): SVGElement {
  return s(
    'rect',
    {
      class: `series-${b.series % 6}`,
      x: b.x,
      y: b.y,
      width: Math.max(0, b.w),
      height: Math.max(0, b.h),
      rx: 2.5,
    },
    s('title', {}, name),
  );
}

const nameOf = (plot: Plot, b: Bar) =>
  [plot.chart.series[b.series]?.name, plot.chart.labels[b.label], numberText(b.value)]
    .filter(Boolean)
    .join(' · ');

/** Values are written where they fit: beside single bars, inside the pieces of a stack. */
function valueText(plot: Plot, b: Bar, sideways: boolean): SVGElement | undefined {
  const text = numberText(b.value);
  if (plot.chart.kind === 'stacked') {
    const room = sideways ? b.w > textWidth(text) + 6 : b.h > 15;
    if (b.value === 0 || !room) return undefined;
    return s(
      'text',
      { class: `inside on-${b.series % 6}`, x: b.x + b.w / 2, y: b.y + b.h / 2 + 4, 'text-anchor': 'middle' },
      text,
    );
  }
  if (sideways) return s('text', { class: 'value', x: b.x + b.w + 6, y: b.y + b.h / 2 + 4 }, text);
  if (b.w < textWidth(text) - 4) return undefined;
  return s('text', { class: 'value', x: b.x + b.w / 2, y: b.y - 5, 'text-anchor': 'middle' }, text);
}

const present = <T>(list: (T | undefined)[]): T[] => list.filter((x): x is T => x !== undefined);

function upright(plot: Plot): Drawing {
  const { chart, top } = plot;
  const { box, marks: grid } = valueAxis(plot);
  const zero = box.y + box.h;
  const all = bars({
    series: chart.series,
    count: chart.labels.length,
    along: { from: box.x, length: box.w },
    up: { zero, length: box.h },
    top,
    stacked: chart.kind === 'stacked',
    sideways: false,
  });
  const names = bands(chart.labels.length, box.x, box.w, 44).map((slot, i) =>
    s(
      'text',
      { class: 'label', x: slot.start + slot.length / 2, y: zero + 18, 'text-anchor': 'middle' },
      chart.labels[i] ?? '',
    ),
  );
  return {
    height: zero + BELOW,
    marks: [
      ...grid,
      ...all.map((b) => bar(b, nameOf(plot, b))),
      ...present(all.map((b) => valueText(plot, b, false))),
      ...names,
    ],
  };
}

function sideways(plot: Plot): Drawing {
  const { chart, width, top } = plot;
  const widest = Math.max(...chart.labels.map(textWidth), 20);
  const left = Math.min(widest, width * 0.36) + 12;
  const perLabel = chart.kind === 'stacked' ? 30 : 14 + 16 * Math.max(1, chart.series.length);
  const rows = { from: 6, length: perLabel * chart.labels.length };
  const all = bars({
    series: chart.series,
    count: chart.labels.length,
    along: rows,
    up: { zero: left, length: width - left - 40 },
    top,
    stacked: chart.kind === 'stacked',
    sideways: true,
  });
  const names = chart.labels.map((label, i) =>
    s(
      'text',
      { class: 'label', x: left - 10, y: rows.from + perLabel * (i + 0.5) + 4, 'text-anchor': 'end' },
      clip(label, left - 12),
      s('title', {}, label),
    ),
  );
  const axis = s('line', { class: 'axis', x1: left, x2: left, y1: rows.from, y2: rows.from + rows.length });
  return {
    height: rows.from + rows.length + 6,
    marks: [
      ...all.map((b) => bar(b, nameOf(plot, b))),
      axis,
      ...present(all.map((b) => valueText(plot, b, true))),
      ...names,
    ],
  };
}

export const drawBars = (plot: Plot): Drawing =>
  readsSideways(plot.chart.labels, plot.width - 40) ? sideways(plot) : upright(plot);
