/** What upright charts share: the box they are drawn in, and the lines and numbers of the value axis. */
import type { Plot } from './chart.ts';
import { numberText, textWidth, ticks } from './chart-shape.ts';
import { s } from './dom.ts';

export interface Drawing {
  height: number;
  marks: SVGElement[];
}

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

const HEIGHT = 150;
const ABOVE = 18;
const RIGHT = 6;
/** Room for the labels below. */
export const BELOW = 28;

const isCount = ({ series }: Plot['chart']): boolean =>
  series.every(({ values }) => values.every(Number.isInteger));

export function valueAxis({ chart, top, width }: Plot): { box: Box; marks: SVGElement[] } {
  const levels = ticks(top, isCount(chart) ? 1 : 0);
  const left = Math.max(...levels.map((level) => textWidth(numberText(level)))) + 12;
  const box = { x: left, y: ABOVE, w: width - left - RIGHT, h: HEIGHT };
  const marks = levels.flatMap((level) => {
    const y = box.y + box.h - (level / top) * box.h;
    return [
      s('line', { class: level === 0 ? 'axis' : 'grid', x1: left, x2: width - RIGHT, y1: y, y2: y }),
      s('text', { class: 'tick', x: left - 8, y: y + 4, 'text-anchor': 'end' }, numberText(level)),
    ];
  });
  return { box, marks };
}

/** A point of a line or radar, with its meaning for whoever points at it. */
export const dot = (at: { x: number; y: number }, series: number, said: string): SVGElement =>
  s('circle', { class: `dot series-${series % 6}`, cx: at.x, cy: at.y, r: 3.5 }, s('title', {}, said));
