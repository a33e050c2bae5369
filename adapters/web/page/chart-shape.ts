/** Where things stand in a chart. Only numbers in and out: no DOM, so that it can be tested. */
export interface Point {
  x: number;
  y: number;
}

export interface Bar extends Point {
  w: number;
  h: number;
  series: number;
  label: number;
  value: number;
}

const STEPS = [1, 2, 2.5, 5, 10];
const WANTED = 5;

/** The smallest pleasant top at or above the greatest value: 10, 20, 25, 50 … */
export function niceTop(greatest: number): number {
  if (!(greatest > 0)) return 1;
  const unit = 10 ** Math.floor(Math.log10(greatest));
  const step = STEPS.find((s) => s * unit >= greatest - 1e-9) ?? 10;
  return step * unit;
}

/** `least`: 1 where things are counted, of which there are no halves. */
export function ticks(top: number, least = 0): number[] {
  const raw = Math.max(top / WANTED, least);
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((s) => s * unit >= raw - 1e-9) ?? 10) * unit;
  const out: number[] = [];
  for (let i = 0; i * step <= top + 1e-9; i++) out.push(Number((i * step).toFixed(6)));
  return out;
}

export function greatest(series: readonly { values: readonly number[] }[], stacked: boolean): number {
  const length = Math.max(0, ...series.map((s) => s.values.length));
  const at = (i: number) => series.map((s) => s.values[i] ?? 0);
  const tops = Array.from({ length }, (_, i) =>
    stacked ? at(i).reduce((a, b) => a + b, 0) : Math.max(0, ...at(i)),
  );
  return Math.max(0, ...tops);
}

/** How wide a text will be, in pixels at 12 px: Chinese is square, Latin a good half of that. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e7f ? 12 : 7.3), 0);

export function clip(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

export interface Band {
  start: number;
  length: number;
}

/** Equal slots along an axis, each with air on both sides. */
export function bands(count: number, from: number, length: number, widest: number): Band[] {
  const slot = length / Math.max(1, count);
  const filled = Math.min(slot * 0.68, widest);
  return Array.from({ length: count }, (_, i) => ({
    start: from + i * slot + (slot - filled) / 2,
    length: filled,
  }));
}

interface BarPlan {
  series: readonly { values: readonly number[] }[];
  count: number;
  /** The axis along the labels, and the one along the values. */
  along: { from: number; length: number };
  up: { zero: number; length: number };
  top: number;
  stacked: boolean;
  sideways: boolean;
}

/** Where one bar begins and ends along its own axis, and across it. */
function placed(plan: BarPlan, slot: Band, at: number, base: number, value: number) {
  const perBar = plan.stacked ? 1 : Math.max(1, plan.series.length);
  const thick = slot.length / perBar;
  const scale = plan.up.length / plan.top;
  return {
    across: slot.start + (plan.stacked ? 0 : at * thick),
    thick: perBar === 1 ? thick : thick - 1.5,
    offset: plan.stacked ? base * scale : 0,
    size: Math.max(0, value) * scale,
  };
}

export function bars(plan: BarPlan): Bar[] {
  const { series, along, up, sideways } = plan;
  const side = plan.stacked ? 1 : Math.min(Math.max(1, series.length), 3);
  const slots = bands(plan.count, along.from, along.length, (sideways ? 18 : 44) * side);
  return slots.flatMap((slot, label) => {
    let base = 0;
    return series.map((one, at) => {
      const value = one.values[label] ?? 0;
      const { across, thick, offset, size } = placed(plan, slot, at, base, value);
      base += Math.max(0, value);
      return sideways
        ? { x: up.zero + offset, y: across, w: size, h: thick, series: at, label, value }
        : { x: across, y: up.zero - offset - size, w: thick, h: size, series: at, label, value };
    });
  });
}

export function linePoints(
  values: readonly number[],
  box: { x: number; y: number; w: number; h: number },
  top: number,
): Point[] {
  const step = values.length > 1 ? box.w / (values.length - 1) : 0;
  return values.map((value, i) => ({
    x: box.x + (values.length > 1 ? i * step : box.w / 2),
    y: box.y + box.h - (Math.max(0, value) / top) * box.h,
  }));
}

/** The first spoke points up, the others follow clockwise. */
export function spoke(index: number, count: number, centre: Point, radius: number): Point {
  const angle = (index / Math.max(1, count)) * 2 * Math.PI - Math.PI / 2;
  return { x: centre.x + Math.cos(angle) * radius, y: centre.y + Math.sin(angle) * radius };
}

export function radarPoints(values: readonly number[], centre: Point, radius: number, top: number): Point[] {
  return values.map((value, i) =>
    spoke(i, values.length, centre, (Math.min(Math.max(0, value), top) / top) * radius),
  );
}

const fixed = (n: number) => Number(n.toFixed(2));
export const path = (points: readonly Point[], closed: boolean): string =>
  points.map((p, i) => `${i === 0 ? 'M' : 'L'}${fixed(p.x)} ${fixed(p.y)}`).join(' ') + (closed ? ' Z' : '');

/** Labels that would touch each other read better beside sideways bars. */
export const readsSideways = (labels: readonly string[], width: number): boolean =>
  labels.some((label) => textWidth(label) > width / Math.max(1, labels.length) - 6);

export const numberText = (value: number): string => String(Number(value.toFixed(2)));
