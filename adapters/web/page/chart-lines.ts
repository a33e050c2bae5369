/** Lines over time, each with its own dash, so that colour is never the only difference. */
import type { Plot } from './chart.ts';
import { BELOW, type Box, type Drawing, dot, valueAxis } from './chart-axes.ts';
import { clip, linePoints, numberText, path, textWidth } from './chart-shape.ts';
import { s } from './dom.ts';

function drawLine(plot: Plot, box: Box, at: number): SVGElement[] {
  const one = plot.chart.series[at];
  if (!one) return [];
  const points = linePoints(one.values, box, plot.top);
  const last = points.at(-1);
  const said = (i: number) =>
    `${one.name} · ${plot.chart.labels[i] ?? ''} · ${numberText(one.values[i] ?? 0)}`;
  const value =
    last &&
    s(
      'text',
      { class: 'value', x: last.x, y: last.y - 9, 'text-anchor': 'middle' },
      numberText(one.values.at(-1) ?? 0),
    );
  return [
    s('path', { class: `line series-${at % 6}`, d: path(points, false) }),
    ...points.map((p, i) => dot(p, at, said(i))),
    ...(value ? [value] : []),
  ];
}

/** Every label, or every second, third … when they would touch. */
function drawNames(labels: readonly string[], box: Box): SVGElement[] {
  const slot = box.w / Math.max(1, labels.length - 1);
  const widest = Math.max(...labels.map(textWidth), 1);
  const every = Math.max(1, Math.ceil(widest / Math.max(slot - 8, 1)));
  return labels.flatMap((label, i) =>
    i % every === 0
      ? [
          s(
            'text',
            { class: 'label', x: box.x + i * slot, y: box.y + box.h + 18, 'text-anchor': 'middle' },
            clip(label, slot * every - 6),
          ),
        ]
      : [],
  );
}

export function drawLines(plot: Plot): Drawing {
  const axis = valueAxis(plot);
  const box = { ...axis.box, x: axis.box.x + 14, w: axis.box.w - 32 };
  const lines = plot.chart.series.flatMap((_, at) => drawLine(plot, box, at));
  return {
    height: box.y + box.h + BELOW,
    marks: [...axis.marks, ...lines, ...drawNames(plot.chart.labels, box)],
  };
}
