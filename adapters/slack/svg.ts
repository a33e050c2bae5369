/** Charts as SVG: bars, stacked bars, lines, radar; no library, as few lines as the four of them need. */
import type { ChartBlock } from '../../src/core/card.ts';

export const [chartWidth, chartHeight] = [720, 400];
/** Told apart by everybody, also who sees no red or green (Okabe and Ito). */
const colours = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#6b7280'];
const [ink, grid] = ['#1d1c1d', '#dddddd'];
const plot = { left: 56, right: 16, top: 20, bottom: 56 };
const legendHeight = 26;

/** Emoji and the like come out as boxes: the fonts have Latin and Chinese. */
const drawable = (text: string) =>
  text
    .replace(
      /[^\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
      '',
    )
    .replace(/\p{Extended_Pictographic}|\p{Cc}|\p{Cf}|\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;
const widthOf = (text: string, size: number) =>
  [...text].reduce((w, c) => w + size * (wide.test(c) ? 1 : 0.56), 0);

function fitted(text: string, most: number, size: number): string {
  const clean = drawable(text);
  if (widthOf(clean, size) <= most) return clean;
  let end = '';
  for (const c of clean) {
    if (widthOf(`${end}${c}…`, size) > most) break;
    end += c;
  }
  return `${end}…`;
}

const xml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? '');
const n = (value: number) => String(Math.round(value * 100) / 100);

interface Label {
  x: number;
  y: number;
  text: string;
  anchor?: 'start' | 'middle' | 'end';
  most: number;
  size?: number;
}

function label({ x, y, text, anchor = 'middle', most, size = 13 }: Label): string {
  const shown = fitted(text, most, size);
  return shown
    ? `<text x="${n(x)}" y="${n(y)}" font-size="${size}" text-anchor="${anchor}" fill="${ink}">${xml(shown)}</text>`
    : '';
}

const colour = (i: number) => colours[i % colours.length] ?? ink;
const safe = (value: number | undefined) => (Number.isFinite(value) ? Math.max(0, value ?? 0) : 0);

/** A round number at or above. */
export function roundUp(most: number): number {
  if (!(most > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= most) ?? 10) * power;
}

function top({ kind, series, labels, max }: ChartBlock): number {
  if (max !== undefined && max > 0) return max;
  const sums = labels.map((_, i) => {
    const at = series.map((s) => safe(s.values[i]));
    return kind === 'stacked' ? at.reduce((a, b) => a + b, 0) : Math.max(0, ...at);
  });
  return roundUp(Math.max(0, ...sums));
}

interface Area {
  x: number;
  y: number;
  w: number;
  h: number;
  most: number;
}

function axes({ labels }: ChartBlock, { x, y, w, h, most }: Area): string {
  const lines = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const at = y + h - part * h;
    return `<line x1="${n(x)}" x2="${n(x + w)}" y1="${n(at)}" y2="${n(at)}" stroke="${grid}"/>${label({ x: x - 8, y: at + 4, text: n(most * part), anchor: 'end', most: plot.left - 10, size: 12 })}`;
  });
  const slot = w / Math.max(1, labels.length);
  // Where labels are too many to be read, every second or third is named; all of them stand in the alt text.
  const every = Math.max(1, Math.ceil(60 / slot));
  const names = labels.map((text, i) =>
    i % every === 0 ? label({ x: x + slot * (i + 0.5), y: y + h + 20, text, most: slot * every - 6 }) : '',
  );
  return lines.join('') + names.join('');
}

function bars(block: ChartBlock, { x, y, w, h, most }: Area): string {
  const slot = w / Math.max(1, block.labels.length);
  const stacked = block.kind === 'stacked';
  const width = (slot * 0.7) / (stacked ? 1 : Math.max(1, block.series.length));
  return block.labels
    .map((_, i) => {
      let base = 0;
      return block.series
        .map((s, k) => {
          const value = Math.min(safe(s.values[i]), most);
          const left = x + slot * (i + 0.15) + (stacked ? 0 : k * width);
          const height = (Math.min(value, most - base) / most) * h;
          const bottom = y + h - (base / most) * h;
          if (stacked) base += value;
          return `<rect x="${n(left)}" y="${n(bottom - height)}" width="${n(Math.max(1, width - 2))}" height="${n(height)}" rx="2" fill="${colour(k)}"/>`;
        })
        .join('');
    })
    .join('');
}

function lines(block: ChartBlock, { x, y, w, h, most }: Area): string {
  const slot = w / Math.max(1, block.labels.length);
  return block.series
    .map((s, k) => {
      const at = block.labels.map(
        (_, i) => [x + slot * (i + 0.5), y + h - (Math.min(safe(s.values[i]), most) / most) * h] as const,
      );
      const path = at.map(([px, py]) => `${n(px)},${n(py)}`).join(' ');
      const dots = at
        .map(([px, py]) => `<circle cx="${n(px)}" cy="${n(py)}" r="4" fill="${colour(k)}"/>`)
        .join('');
      return `<polyline points="${path}" fill="none" stroke="${colour(k)}" stroke-width="2.5"/>${dots}`;
    })
    .join('');
}

function radar(block: ChartBlock, most: number): string {
  const [cx, cy, r] = [chartWidth / 2, (chartHeight - legendHeight) / 2 + 6, 130];
  const count = Math.max(3, block.labels.length);
  const point = (i: number, part: number) => {
    const angle = (i / count) * 2 * Math.PI - Math.PI / 2;
    return [cx + Math.cos(angle) * r * part, cy + Math.sin(angle) * r * part] as const;
  };
  const ring = (at: (i: number) => number) =>
    Array.from({ length: count }, (_, i) => point(i, at(i)).map(n).join(',')).join(' ');
  const rings = [0.25, 0.5, 0.75, 1].map(
    (part) => `<polygon points="${ring(() => part)}" fill="none" stroke="${grid}"/>`,
  );
  const names = block.labels.map((text, i) => {
    const [x, y] = point(i, 1.1);
    const anchor = Math.abs(x - cx) < 8 ? 'middle' : x < cx ? 'end' : 'start';
    return label({ x, y: y + 4, text, anchor, most: anchor === 'middle' ? 280 : 190 });
  });
  const shapes = block.series.map(
    (s, k) =>
      `<polygon points="${ring((i) => Math.min(safe(s.values[i]), most) / most)}" fill="${colour(k)}" fill-opacity="0.15" stroke="${colour(k)}" stroke-width="2.5"/>`,
  );
  return rings.join('') + names.join('') + shapes.join('');
}

function legend({ series }: ChartBlock): string {
  const room = (chartWidth - 32) / Math.max(1, series.length);
  return series
    .map((s, k) => {
      const x = 16 + k * room;
      const y = chartHeight - 16;
      return `<rect x="${n(x)}" y="${y - 10}" width="12" height="12" rx="2" fill="${colour(k)}"/>${label({ x: x + 18, y, text: s.name, anchor: 'start', most: room - 24 })}`;
    })
    .join('');
}

export function svgOf(block: ChartBlock): string {
  const most = top(block);
  const area: Area = {
    x: plot.left,
    y: plot.top,
    w: chartWidth - plot.left - plot.right,
    h: chartHeight - plot.top - plot.bottom - legendHeight,
    most,
  };
  const drawn = {
    bar: () => axes(block, area) + bars(block, area),
    stacked: () => axes(block, area) + bars(block, area),
    line: () => axes(block, area) + lines(block, area),
    radar: () => radar(block, most),
  }[block.kind]();
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${chartWidth}" height="${chartHeight}" viewBox="0 0 ${chartWidth} ${chartHeight}" font-family="Noto Sans Hans"><rect width="100%" height="100%" fill="#ffffff"/>${drawn}${legend(block)}</svg>`;
}
