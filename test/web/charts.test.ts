import {
  bars,
  clip,
  greatest,
  linePoints,
  niceTop,
  path,
  radarPoints,
  readsSideways,
  spoke,
  textWidth,
  ticks,
} from '../../adapters/web/page/chart-shape.ts';

describe('the scale of a chart', () => {
  test.each([
    [0, 1],
    [3, 5],
    [9, 10],
    [10, 10],
    [17, 20],
    [22, 25],
    [100, 100],
    [0.07, 0.1],
    [184, 200],
  ])('tops %p at %p', (value, top) => {
    expect(niceTop(value)).toBeCloseTo(top);
  });

  test('has round numbers from nought to its top', () => {
    expect(ticks(100)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticks(5)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ticks(2, 1)).toEqual([0, 1, 2]);
    expect(ticks(25, 1)).toEqual([0, 5, 10, 15, 20, 25]);
    expect(ticks(0.1)).toEqual([0, 0.02, 0.04, 0.06, 0.08, 0.1]);
  });

  test('looks at sums in stacks and at single values elsewhere', () => {
    const series = [{ values: [1, 2] }, { values: [3, 4, 1] }];
    expect(greatest(series, true)).toBe(6);
    expect(greatest(series, false)).toBe(4);
    expect(greatest([], true)).toBe(0);
  });
});

describe('bars', () => {
  const plan = {
    series: [{ values: [2, 4] }, { values: [1, 0] }],
    count: 2,
    along: { from: 0, length: 100 },
    up: { zero: 80, length: 80 },
    top: 4,
    stacked: false,
    sideways: false,
  };

  test('stand side by side on the zero line, as high as their values', () => {
    const [first, second, third] = bars(plan);
    expect(first).toMatchObject({ h: 40, y: 40, series: 0, label: 0, value: 2 });
    expect(second).toMatchObject({ h: 20, y: 60, series: 1, label: 0 });
    expect(second!.x).toBeGreaterThan(first!.x + first!.w - 0.01);
    expect(third).toMatchObject({ h: 80, y: 0, label: 1 });
  });

  test('pile up in a stack', () => {
    const [low, high] = bars({ ...plan, stacked: true });
    expect(low).toMatchObject({ y: 40, h: 40 });
    expect(high).toMatchObject({ y: 20, h: 20 });
    expect(high!.x).toBe(low!.x);
  });

  test('grow to the right when they lie', () => {
    const [first, second] = bars({ ...plan, stacked: true, sideways: true, up: { zero: 10, length: 80 } });
    expect(first).toMatchObject({ x: 10, w: 40 });
    expect(second).toMatchObject({ x: 50, w: 20 });
  });

  test('a missing or negative value has no length', () => {
    const drawn = bars({ ...plan, series: [{ values: [-3] }] });
    expect(drawn.map((bar) => bar.h)).toEqual([0, 0]);
  });
});

test('a line runs from the left edge to the right one, a single value stands in the middle', () => {
  const box = { x: 10, y: 0, w: 100, h: 50 };
  expect(linePoints([0, 5, 10], box, 10)).toEqual([
    { x: 10, y: 50 },
    { x: 60, y: 25 },
    { x: 110, y: 0 },
  ]);
  expect(linePoints([5], box, 10)).toEqual([{ x: 60, y: 25 }]);
});

test('a radar starts at the top, goes clockwise, and stays within its top', () => {
  const centre = { x: 0, y: 0 };
  const [up, right] = radarPoints([5, 2.5, 9, 0], centre, 100, 5);
  expect(up!.x).toBeCloseTo(0);
  expect(up!.y).toBeCloseTo(-100);
  expect(right!.x).toBeCloseTo(50);
  expect(spoke(2, 4, centre, 100).y).toBeCloseTo(100);
  expect(radarPoints([0, 0, 9, 0], centre, 100, 5)[2]!.y).toBeCloseTo(100);
});

test('paths are closed for areas and open for lines', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 1.239, y: 2 },
  ];
  expect(path(points, false)).toBe('M0 0 L1.24 2');
  expect(path(points, true)).toBe('M0 0 L1.24 2 Z');
});

test('labels are measured by script, cut with an ellipsis, and turn the chart when they would touch', () => {
  expect(textWidth('绩效')).toBe(24);
  expect(clip('产品研发部与技术支持中心', 60)).toBe('产品研发…');
  expect(clip('Sales', 60)).toBe('Sales');
  expect(readsSideways(['S', 'A', 'B'], 300)).toBe(false);
  expect(readsSideways(['Sales and partnerships EMEA', 'People'], 300)).toBe(true);
});
