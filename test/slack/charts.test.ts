/** By what is drawn, not by “a PNG came back”: without the right fonts resvg draws no text and says nothing. */
import { Resvg } from '@resvg/resvg-js';
import { pngOf } from '../../adapters/slack/pictures.ts';
import { roundUp, svgOf } from '../../adapters/slack/svg.ts';
import type { ChartBlock } from '../../src/core/card.ts';

const chart = (more: Partial<ChartBlock> = {}): ChartBlock => ({
  type: 'chart',
  kind: 'bar',
  labels: ['a', 'b', 'c'],
  series: [
    { name: 'own', values: [1, 2, 3] },
    { name: 'others', values: [3, 2, 1] },
  ],
  alt: 'x',
  ...more,
});

/** Points that are neither white nor a line of the grid, in a part of the picture. */
function inked(png: Buffer, part: { from: number; to: number }): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="720" height="400"><image width="720" height="400" xlink:href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
  const { pixels, width, height } = new Resvg(svg).render();
  let n = 0;
  for (let y = Math.floor(height * part.from); y < height * part.to; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if ((pixels[at] ?? 255) + (pixels[at + 1] ?? 255) + (pixels[at + 2] ?? 255) < 450) n += 1;
    }
  return n;
}

const labels = { from: 0.8, to: 0.88 };

test('Chinese labels are drawn, each character differently', async () => {
  const empty = inked(await pngOf(chart({ labels: ['', '', ''] })), labels);
  const simple = inked(await pngOf(chart({ labels: ['一', '一', '一'] })), labels);
  const dense = inked(await pngOf(chart({ labels: ['赢', '赢', '赢'] })), labels);
  expect(simple).toBeGreaterThan(empty + 10);
  // A box for a missing character would be the same for both.
  expect(dense).toBeGreaterThan(simple * 2);
});

test.each(['bar', 'stacked', 'line', 'radar'] as const)(
  '%s: every series and label is there',
  async (kind) => {
    const svg = svgOf(
      chart({
        kind,
        labels: ['Ergebnis', '能力', 'team'],
        series: [
          { name: '本人', values: [1, 2, 3] },
          { name: 'R&D <b>', values: [3, 2, 1] },
        ],
      }),
    );
    for (const text of ['Ergebnis', '能力', 'team', '本人', 'R&amp;D &lt;b&gt;'])
      expect(svg).toContain(`>${text}<`);
    expect(svg.match(/#0072b2/g)?.length).toBeGreaterThan(1);
    expect(svg.match(/#e69f00/g)?.length).toBeGreaterThan(1);
    expect(inked(await pngOf(chart({ kind })), { from: 0, to: 0.8 })).toBeGreaterThan(500);
  },
);

test.each([
  ['nothing at all', chart({ labels: [], series: [{ name: '', values: [] }] })],
  ['all zero', chart({ series: [{ name: 's', values: [0, 0, 0] }] })],
  ['not a number', chart({ series: [{ name: 's', values: [Number.NaN, Number.POSITIVE_INFINITY, -5] }] })],
  [
    'sixty labels of six hundred characters',
    chart({
      labels: Array.from({ length: 60 }, () => 'w'.repeat(600)),
      series: Array.from({ length: 9 }, (_, i) => ({
        name: `😀 <script> ${i}`,
        values: Array.from({ length: 60 }, (_, j) => j),
      })),
    }),
  ],
  ['one corner of a radar', chart({ kind: 'radar', labels: ['only'], series: [{ name: 's', values: [2] }] })],
])('%s is drawn without harm', async (_, block) => {
  const svg = svgOf(block);
  expect(svg).not.toMatch(/NaN|Infinity|undefined|<script|😀/);
  expect((await pngOf(block)).subarray(1, 4).toString()).toBe('PNG');
});

test('axes end at round numbers', () => {
  expect([0, 0.7, 1, 3, 7, 24, 900, 1001].map(roundUp)).toEqual([1, 1, 1, 5, 10, 25, 1000, 2000]);
});
