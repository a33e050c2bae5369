import fc from 'fast-check';
import type { KeyResult } from '../../src/goals/attainment.ts';
import { type Draft, smart } from '../../src/goals/smart.ts';

const period = { from: '2026-07-01', to: '2026-12-31' };
const good: Draft = {
  title: 'Cut the answer time of support',
  alignedTo: 'goal_company',
  due: '2026-12-31',
  keyResults: [{ kind: 'decrease', baseline: 40, target: 20 }],
};

const codes = (draft: Partial<Draft>) =>
  smart({ ...good, ...draft }, period)
    .filter(({ ok }) => !ok)
    .map(({ letter, code }) => `${letter} ${code}`);

const keyResult = (kr: KeyResult) => codes({ keyResults: [kr] });

test('a good goal is fine in five letters', () => {
  expect(smart(good, period)).toEqual(
    [...'SMART'].map((letter) => ({ letter, ok: true, code: 'fine', args: {} })),
  );
});

describe('S', () => {
  test.each([
    'Be better and faster',
    'Excellent, professional, efficient!',
    '更加积极主动',
    '做到最好、最快',
    'High-quality 高效',
    '更高效more efficient',
    '- - - - - - - -',
  ])('%s says nothing', (title) => {
    expect(codes({ title })).toEqual(['S titleVague']);
  });

  test.each(['Support', '  Sales   ', '增长率', 'é'.repeat(7)])('%s is short', (title) => {
    expect(codes({ title })).toEqual(['S titleShort']);
  });

  test.each([
    'Better by 20 percent',
    '提升新客户数',
    '客户满意度提高',
    'Best-selling product by June',
    '降本增效',
  ])('%s is specific', (title) => {
    expect(codes({ title })).toEqual([]);
  });

  test('what the eye counts as one character is one', () => {
    expect(codes({ title: '👩‍👩‍👧‍👦'.repeat(7) })).toEqual(['S titleShort']);
    expect(smart({ ...good, title: '增长率' }, period)[0]!.args).toEqual({ length: 3, least: 4 });
  });
});

describe('M', () => {
  const anchors = ['1', '2', '3', '4', '5'];

  test('needs a number, a milestone or five anchors', () => {
    expect(codes({ keyResults: [] })).toEqual(['M nothingToMeasure']);
    expect(keyResult({ kind: 'rated' })).toEqual(['M nothingToMeasure']);
    expect(keyResult({ kind: 'rated', anchors: ['1', '2', '3', '4', ' '] })).toEqual(['M nothingToMeasure']);
    expect(keyResult({ kind: 'rated', anchors })).toEqual([]);
    expect(keyResult({ kind: 'milestone' })).toEqual([]);
  });
});

describe('A', () => {
  test.each<[string, KeyResult, string[]]>([
    ['three times is bold', { kind: 'increase', baseline: 10, target: 40 }, []],
    ['more is much', { kind: 'increase', baseline: 10, target: 40.01 }, ['A changeLarge']],
    ['below zero too', { kind: 'increase', baseline: -10, target: 21 }, ['A changeLarge']],
    ['from zero nothing can be said', { kind: 'increase', baseline: 0, target: 1000 }, []],
    ['up is not down', { kind: 'increase', baseline: 10, target: 5 }, ['A againstDirection']],
    ['down is not up', { kind: 'decrease', baseline: 5, target: 10 }, ['A againstDirection']],
    ['worse before', { kind: 'atLeast', target: 95, baseline: 80 }, ['A useIncrease']],
    ['worse before', { kind: 'atMost', target: 2, baseline: 5 }, ['A useDecrease']],
    ['as good before', { kind: 'atLeast', target: 95, baseline: 95 }, []],
    ['better before', { kind: 'atMost', target: 2, baseline: 1 }, []],
    ['refused anyway', { kind: 'increase', baseline: 1, target: 1 }, []],
  ])('%s', (_, kr, expected) => {
    expect(keyResult(kr)).toEqual(expected);
  });

  test('names the key result', () => {
    const keyResults: KeyResult[] = [{ kind: 'milestone' }, { kind: 'increase', baseline: 1, target: 9 }];
    const found = smart({ ...good, keyResults }, period).find(({ letter }) => letter === 'A');
    expect(found).toEqual({ letter: 'A', ok: false, code: 'changeLarge', args: { keyResult: 1, times: 3 } });
  });
});

test('R needs an alignment', () => {
  expect(codes({ alignedTo: undefined })).toEqual(['R notAligned']);
});

test('T needs a due date of the period, first and last day included', () => {
  expect(codes({ due: undefined })).toEqual(['T noDueDate']);
  expect(codes({ due: '2026-06-30' })).toEqual(['T outsidePeriod']);
  expect(codes({ due: '2027-01-01' })).toEqual(['T outsidePeriod']);
  expect(codes({ due: '2026-07-01' })).toEqual([]);
});

test('whatever a person types, each letter has its say and nothing throws', () => {
  const number = fc.oneof(fc.double(), fc.string());
  const any: fc.Arbitrary<KeyResult> = fc.oneof(
    fc.record({ kind: fc.constantFrom('increase', 'decrease'), baseline: number, target: number }),
    fc.record({ kind: fc.constantFrom('atLeast', 'atMost'), baseline: number, target: number }),
    fc.record({ kind: fc.constant('milestone') }),
    fc.record({ kind: fc.constant('rated'), anchors: fc.array(fc.string()) }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(any, { maxLength: 5 }), (title, keyResults) => {
      const found = smart({ title, keyResults }, period);
      const letters = found.map(({ letter }) => letter).join('');
      expect(letters).toMatch(/^S+M+A+R+T+$/);
      for (const one of found) expect(one.ok).toBe(one.code === 'fine');
    }),
  );
});
