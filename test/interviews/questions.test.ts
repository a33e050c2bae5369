/** Questions are chosen from the case, the heaviest first, always three. */
import { type Case, suggested, worthAsking } from '../../src/interviews/questions.ts';
import type { Release } from '../../src/reviews/index.ts';

const of = (over: Partial<Case['result']> = {}, more: Partial<Case> = {}): Case => ({
  result: { grade: 'B', self: {}, goals: [], ...over },
  release: undefined,
  tenure: 900,
  ...more,
});
const rated = (level: number) => ({
  basis: { participant: { goals: [], answers: { results: { manager: [level] } } } } as never,
});
const goal = (...attained: (string | undefined)[]) => ({
  id: 'g',
  version: 1,
  title: 'x',
  weight: 10_000,
  keyResults: attained.map((attainment, i) => ({
    id: `k${i}`,
    title: 'x',
    ...(attainment && { attainment }),
  })),
});
const colleagues = (value: string) =>
  ({
    k: 3,
    dimensions: [{ name: 'results', groups: [{ of: 'peer', value, givers: '3-4' }] }],
    lines: [],
  }) as Release;

const always = ['expectations', 'career', 'myPart'];

test.each<[string, Case, string[]]>([
  ['nothing strikes', of(), always],
  ['no rating', of({ grade: null }), ['unrated', ...always]],
  ['calibrated', of({ override: {} as never }), ['calibrated', ...always]],
  ['after an appeal', of({ appeal: {} as never }), ['appealed', ...always]],
  ['a low grade', of({ grade: 'D' }), ['low', ...always]],
  ['a high grade', of({ grade: 'S' }), ['high', ...always]],
  ['new in the job', of({}, { tenure: 100 }), ['newInJob', ...always]],
  ['sees themself two levels higher', of({ ...rated(2), self: { results: '4' } }), ['selfHigher', ...always]],
  ['one level higher is nothing', of({ ...rated(3), self: { results: '4' } }), always],
  ['stricter with themself', of({ ...rated(5), self: { results: '3' } }), ['selfLower', ...always]],
  ['cannot judge themself', of({ ...rated(5), self: { results: 'none' } }), always],
  ['colleagues a whole level off', of(rated(4), { release: colleagues('3') }), ['othersDiffer', ...always]],
  ['colleagues half a level off', of(rated(4), { release: colleagues('3.5') }), always],
  ['a goal below 70 %', of({ goals: [goal('1', '1/3')] }), ['goalMissed', ...always]],
  ['a goal of exactly 70 %', of({ goals: [goal('7/10')] }), always],
  ['a goal that was left out', of({ goals: [goal(undefined)] }), always],
])('%s', (_, given, expected) => {
  expect(suggested(given)).toEqual(expected);
  expect(worthAsking(given)).toEqual(expected.slice(0, 3));
});

test('of many the three that weigh most', () => {
  const all = of(
    { grade: 'C', override: {} as never, ...rated(2), self: { results: '5' }, goals: [goal('0')] },
    { tenure: 1 },
  );
  expect(worthAsking(all)).toEqual(['calibrated', 'selfHigher', 'goalMissed']);
});
