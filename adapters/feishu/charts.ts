/** Charts as VChart specifications (the client draws them): no functions, only what 1.10 already knew. */
import type { ChartBlock } from '../../src/core/card.ts';
import type { Element, Json } from './elements.ts';

interface Point {
  x: string;
  y: number;
  s: string;
}

const points = ({ labels, series }: ChartBlock): Point[] =>
  series.flatMap(({ name, values }) => labels.map((x, i) => ({ x, y: values[i] ?? 0, s: name })));

const data = (values: unknown[]) => [{ id: 'values', values }];
const legends = ({ series }: ChartBlock) => ({ legends: { visible: series.length > 1, orient: 'bottom' } });

const upright = (block: ChartBlock): Json => ({
  axes: [
    { orient: 'bottom', type: 'band' },
    { orient: 'left', type: 'linear', min: 0, ...(block.max !== undefined && { max: block.max }) },
  ],
  ...legends(block),
});

const specs: Record<ChartBlock['kind'], (block: ChartBlock) => Json> = {
  bar: (block) => ({
    type: 'bar',
    xField: block.series.length > 1 ? ['x', 's'] : 'x',
    yField: 'y',
    seriesField: 's',
    label: { visible: true },
    ...upright(block),
  }),
  stacked: (block) => ({
    type: 'bar',
    stack: true,
    xField: 'x',
    yField: 'y',
    seriesField: 's',
    ...upright(block),
  }),
  line: (block) => ({ type: 'line', xField: 'x', yField: 'y', seriesField: 's', ...upright(block) }),
  radar: (block) => ({
    type: 'radar',
    categoryField: 'x',
    valueField: 'y',
    seriesField: 's',
    axes: [
      { orient: 'angle' },
      { orient: 'radius', min: 0, ...(block.max !== undefined && { max: block.max }) },
    ],
    ...legends(block),
  }),
};

export const chart = (block: ChartBlock): Element => ({
  tag: 'chart',
  aspect_ratio: block.kind === 'radar' ? '1:1' : '16:9',
  color_theme: 'brand',
  preview: true,
  chart_spec: { ...specs[block.kind](block), data: data(points(block)) },
});

export const progressBar = (label: string, done: number, of: number): Element => ({
  tag: 'chart',
  height: '64px',
  preview: false,
  chart_spec: {
    type: 'linearProgress',
    data: data([{ what: label, part: of > 0 ? Math.min(1, done / of) : 0 }]),
    xField: 'part',
    yField: 'what',
    seriesField: 'what',
    cornerRadius: 10,
    bandWidth: 14,
    axes: [
      { orient: 'left', type: 'band', visible: false },
      { orient: 'bottom', type: 'linear', visible: false },
    ],
  },
});
