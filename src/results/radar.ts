/** A radar as inline SVG, in shades and dashes that survive a black-and-white printer. Pure. */
import type { ChartBlock } from '../core/card.ts';
import { escaped } from './escaped.ts';

const size = 320;
const centre = { x: 260, y: 170 };
const radius = 110;
const strokes = [
  { colour: '#1f5fa8', dash: '' },
  { colour: '#b3541e', dash: '7 4' },
  { colour: '#3b7a3b', dash: '2 4' },
] as const;

const round = (n: number): string => n.toFixed(1);

/** At the top first, then clockwise. */
function spot(i: number, of: number, far: number): { x: number; y: number } {
  const angle = (2 * Math.PI * i) / of - Math.PI / 2;
  return { x: centre.x + far * Math.cos(angle), y: centre.y + far * Math.sin(angle) };
}

const outline = (values: readonly number[], top: number): string =>
  values
    .map((v, i) => spot(i, values.length, (Math.max(0, Math.min(v, top)) / top) * radius))
    .map(({ x, y }) => `${round(x)},${round(y)}`)
    .join(' ');

function label(text: string, i: number, of: number): string {
  const { x, y } = spot(i, of, radius + 16);
  const anchor = Math.abs(x - centre.x) < 4 ? 'middle' : x > centre.x ? 'start' : 'end';
  return `<text x="${round(x)}" y="${round(y + 4)}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

function line(values: readonly number[], top: number, n: number): string {
  const { colour, dash } = strokes[n % strokes.length] ?? strokes[0];
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<polygon points="${outline(values, top)}" fill="none" stroke="${colour}" stroke-width="2"${dashed}/>`;
}

function legend(name: string, n: number): string {
  const { colour, dash } = strokes[n % strokes.length] ?? strokes[0];
  const y = size - 4 + 18 * n;
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<line x1="150" y1="${y}" x2="190" y2="${y}" stroke="${colour}" stroke-width="2"${dashed}/><text x="198" y="${y + 4}">${escaped(name)}</text>`;
}

export function radar({ labels, series, max = 5, alt }: ChartBlock): string {
  const rings = Array.from({ length: max }, (_, i) => i + 1).map(
    (level) =>
      `<polygon points="${outline(
        labels.map(() => level),
        max,
      )}" fill="none" stroke="#ccc"/>`,
  );
  const height = size + 18 * series.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 ${height}" width="520" height="${height}" role="img" aria-label="${escaped(alt)}" font-size="12" font-family="sans-serif">`,
    ...rings,
    ...labels.map((text, i) => label(text, i, labels.length)),
    ...series.map((s, n) => line(s.values, max, n)),
    ...series.map((s, n) => legend(s.name, n)),
    '</svg>',
  ].join('');
}
