import { exact } from '../../src/core/fraction.ts';
import { type DimensionLine, gradeOf, proposal, score } from '../../src/ratings/score.ts';
import type { Participant, Scheme } from '../../src/ratings/sources.ts';

const scheme: Scheme = {
  k: 3,
  cap: 1.2,
  dimensions: [
    { name: 'results', weight: 6000, sources: { attainment: 7000, manager: 3000 } },
    { name: 'collaboration', weight: 1500, sources: { partner: 6000, manager: 4000 } },
    { name: 'behaviour', weight: 1000, sources: { peer: 5000, self: 5000 }, optional: true },
  ],
};

const person: Participant = {
  goals: [
    { weight: 6000, agreed: true, keyResults: [{ kind: 'increase', baseline: 0, target: 100, actual: 88 }] },
    { weight: 3000, agreed: true, keyResults: [{ kind: 'milestone', done: true }] },
    { weight: 1000, agreed: true, keyResults: [{ kind: 'milestone', done: false, excluded: true }] },
  ],
  answers: {
    results: { manager: [4] },
    collaboration: { partner: [5], peer: [4, 4, 5], manager: [3] },
    behaviour: { peer: [1, 1] },
  },
};

const line = (name: string, s = scheme, p = person): DimensionLine =>
  score(s, p).dimensions.find((one) => one.name === name)!;

/** A line as somebody would copy it into a spreadsheet. */
const spell = (one: DimensionLine) =>
  one.sources.map((source) => {
    if (source.state !== 'present') return `${source.source}: ${source.why}`;
    const by = source.by ? ` by ${source.by}` : '';
    return `${source.source}${by}: ${exact(source.share)} × ${exact(source.value)}`;
  });

describe('the explanation', () => {
  test('names goals with what each came to', () => {
    const [attained] = line('results').sources;
    expect(attained).toMatchObject({
      state: 'present',
      waived: false,
      goals: [
        { goal: 0, weight: 6000, state: 'counted' },
        { goal: 1, weight: 3000, state: 'counted' },
        { goal: 2, weight: 1000, state: 'dropped' },
      ],
    });
    expect(spell(line('results'))).toEqual(['attainment: 0.7 × 41/15', 'manager: 0.3 × 4']);
  });

  test('says who stands in for whom, and gives a group’s size as a band only', () => {
    const found = line('collaboration');
    expect(spell(found)).toEqual(['partner by peer: 0.6 × 4.5', 'manager: 0.4 × 3']);
    expect(found.sources[0]).toMatchObject({ givers: '3-4' });
    expect(
      JSON.stringify(found, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain('"n":3');
  });

  test('says what was dropped and where its weight went', () => {
    const found = score(scheme, person);
    expect(found.dimensions.map(({ state }) => state)).toEqual(['scored', 'scored', 'dropped']);
    const shares = found.dimensions.map((one) => (one.state === 'scored' ? exact(one.share!) : null));
    expect(shares).toEqual(['0.8', '0.2', null]);
    expect(spell(line('behaviour'))).toEqual(['peer: tooFew', 'self: noAnswer']);
  });

  test('two answers and none look the same', () => {
    const none = { ...person, answers: { ...person.answers, behaviour: {} } };
    expect(score(scheme, none)).toEqual(score(scheme, person));
  });

  test('says why there is no score', () => {
    const unrated = { ...person, answers: { ...person.answers, results: {} } };
    expect(line('results', scheme, unrated)).toMatchObject({ state: 'notComputable', why: 'managerMissing' });
    const [first, ...rest] = person.goals;
    const unsettled = { ...person, goals: rest };
    expect(line('results', scheme, unsettled)).toMatchObject({ why: 'weightsUnsettled' });
    const keyResults = [{ kind: 'increase', baseline: 0, target: 9 } as const];
    const missing = { ...person, goals: [{ ...first!, keyResults }, ...rest] };
    expect(line('results', scheme, missing)).toMatchObject({ why: 'numberMissing' });
    expect(score(scheme, missing)).toMatchObject({ final: null, shown: null, grade: null });
    const [results] = scheme.dimensions;
    const alone = { ...scheme, dimensions: [{ ...results!, sources: { customer: 1 } }] };
    expect(line('results', alone)).toMatchObject({ why: 'noSource' });
  });
});

describe('rules between the lines', () => {
  test('agreed goals that all lost their key results leave the manager alone', () => {
    const goals = person.goals.map((goal) => ({ ...goal, keyResults: [] }));
    expect(spell(line('results', scheme, { ...person, goals }))).toEqual([
      'attainment: noGoalLeft',
      'manager: 1 × 4',
    ]);
  });

  test('team development is never optional, even where a scheme says so', () => {
    const team = { name: 'team', weight: 2000, sources: { report: 1, dotted: 1 }, optional: true };
    const other = { ...team, name: 'my people', sources: { improvement: 1 } };
    for (const dimension of [team, other]) {
      expect(line(dimension.name, { ...scheme, dimensions: [dimension] })).toMatchObject({
        state: 'notComputable',
      });
    }
  });

  test('unsettled goals are not skipped because the dimension is optional, in whatever order it is written', () => {
    const orders = [
      { attainment: 1, manager: 1 },
      { manager: 1, attainment: 1 },
    ];
    for (const sources of orders) {
      const dimensions = [{ name: 'x', weight: 1, sources, optional: true }];
      const found = line('x', { ...scheme, dimensions }, { goals: [], answers: {} });
      expect(found).toMatchObject({ state: 'notComputable', why: 'weightsUnsettled' });
    }
  });

  test('a scheme whose dimensions were all dropped gives no score', () => {
    const dimensions = [{ name: 'x', weight: 1, sources: { peer: 1 }, optional: true }];
    expect(score({ ...scheme, dimensions }, person)).toMatchObject({ final: null, grade: null });
  });

  test('a dimension may bear the name of a property of every object', () => {
    const dimensions = [{ name: 'constructor', weight: 1, sources: { peer: 1 } }];
    expect(line('constructor', { ...scheme, dimensions })).toMatchObject({ why: 'noSource' });
  });
});

test('the proposal to the manager is what the others say, as a whole level', () => {
  expect(proposal(line('results'))).toBe(3);
  expect(proposal(line('collaboration'))).toBe(5);
  expect(proposal(line('behaviour'))).toBeNull();
  expect(proposal(line('results', scheme, { ...person, goals: [] }))).toBeNull();
  const unrated = { ...person, answers: { collaboration: { partner: [3, 3, 3] } } };
  expect(proposal(line('collaboration', scheme, unrated))).toBe(3);
});

test.each([
  ['5.00', 'S'],
  ['4.50', 'S'],
  ['4.49', 'A'],
  ['3.75', 'A'],
  ['3.74', 'B'],
  ['2.75', 'B'],
  ['2.74', 'C'],
  ['2.00', 'C'],
  ['1.99', 'D'],
  ['1.00', 'D'],
])('%s is %s', (shown, grade) => {
  expect(gradeOf(shown)).toBe(grade);
});
