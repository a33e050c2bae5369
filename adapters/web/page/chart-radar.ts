/** A radar: one spoke a dimension, one outline a view (self, manager, colleagues). */
import type { Plot } from './chart.ts';
import { type Drawing, dot } from './chart-axes.ts';
import { clip, numberText, type Point, path, radarPoints, spoke, textWidth, ticks } from './chart-shape.ts';
import { s } from './dom.ts';

interface Web {
  plot: Plot;
  count: number;
  centre: Point;
  radius: number;
}

const anchor = (dx: number) => (Math.abs(dx) < 4 ? 'middle' : dx > 0 ? 'start' : 'end');

function drawWeb({ plot, count, centre, radius }: Web): SVGElement[] {
  const all = plot.chart.labels.map((_, i) => i);
  const levels = ticks(plot.top).filter((level) => level > 0);
  const ring = (level: number) => all.map((i) => spoke(i, count, centre, (level / plot.top) * radius));
  return [
    ...levels.map((level) => s('path', { class: 'grid', d: path(ring(level), true) })),
    ...all.map((i) => {
      const end = spoke(i, count, centre, radius);
      return s('line', { class: 'grid', x1: centre.x, y1: centre.y, x2: end.x, y2: end.y });
    }),
  ];
}

const drawScale = ({ plot, centre, radius }: Web): SVGElement[] =>
  ticks(plot.top)
    .filter((level) => level > 0)
    .map((level) =>
      s(
        'text',
        { class: 'tick', x: centre.x + 5, y: centre.y - (level / plot.top) * radius + 4 },
        numberText(level),
      ),
    );

/** On a scale from 1 the middle means that there is nothing to show. */
const valueText = (value: number | undefined): string => (value ? numberText(value) : '–');

/** The name of a dimension and, below it, what each view gave. */
function drawName({ plot, count, centre, radius }: Web, i: number): SVGElement {
  const label = plot.chart.labels[i] ?? '';
  const at = spoke(i, count, centre, radius + 14);
  const side = anchor(at.x - centre.x);
  const room = side === 'middle' ? plot.width : side === 'start' ? plot.width - at.x : at.x;
  const y = at.y < centre.y - radius ? at.y - 14 : at.y + 2;
  const values = plot.chart.series.flatMap((one, at) => [
    at > 0 ? ' · ' : '',
    s('tspan', { class: `series-${at % 6}` }, valueText(one.values[i])),
  ]);
  return s(
    'text',
    { class: 'label', x: at.x, y, 'text-anchor': side },
    clip(label, room),
    s('title', {}, label),
    s('tspan', { class: 'values', x: at.x, dy: 15 }, values),
  );
}

function drawOutline({ plot, count, centre, radius }: Web, at: number): SVGElement[] {
  const one = plot.chart.series[at];
  if (!one) return [];
  const points = radarPoints(one.values.slice(0, count), centre, radius, plot.top);
  const said = (i: number) => `${one.name} · ${plot.chart.labels[i] ?? ''} · ${valueText(one.values[i])}`;
  return [
    s('path', { class: `area series-${at % 6}`, d: path(points, true) }),
    s('path', { class: `line series-${at % 6}`, d: path(points, true) }),
    ...points.map((p, i) => dot(p, at, said(i))),
  ];
}

export function drawRadar(plot: Plot): Drawing {
  const { labels, series } = plot.chart;
  const widest = Math.max(...labels.map(textWidth), 40);
  const radius = Math.max(54, Math.min(108, plot.width / 2 - Math.min(widest, plot.width * 0.24) - 16));
  const centre = { x: plot.width / 2, y: radius + 40 };
  const web: Web = { plot, count: labels.length, centre, radius };
  const lowest = Math.max(...labels.map((_, i) => spoke(i, labels.length, centre, radius).y), centre.y);
  return {
    height: lowest + 40,
    marks: [
      ...drawWeb(web),
      ...series.flatMap((_, at) => drawOutline(web, at)),
      ...drawScale(web),
      ...labels.map((_, i) => drawName(web, i)),
    ],
  };
}
