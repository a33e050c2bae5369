import fc from 'fast-check';
import { overviewCard, unitsCard } from '../../src/insights/cards-status.ts';
import { riskCard, talksCard } from '../../src/insights/cards-talks.ts';
import { lateFilter, type Status } from '../../src/insights/completion.ts';
import { board } from '../../src/insights/messages-distribution.ts';
import { needLines } from '../../src/insights/needs.ts';
import { current, pooling, rowsOf, together, totalOf } from '../../src/insights/rules-status.ts';
import type { Scope } from '../../src/insights/scope.ts';
import { aCycle } from '../cycles/sample-cycle.ts';
import { transcript } from '../kit/transcript.ts';

const en = { locale: 'en', zone: 'Europe/Berlin', now: new Date('2027-01-18T08:00:00Z') } as const;
const zh = { ...en, locale: 'zh' } as const;
const names = (id: string) => id.toUpperCase();
const all: Scope = { kind: 'all' };

describe('rows', () => {
  test('who is late is not open, too; a unit with nothing to count has no row', () => {
    const rows = rowsOf({
      done: new Map([['A', 2]]),
      open: new Map([
        ['A', 3],
        ['B', 1],
        ['C', 0],
      ]),
      late: new Map([['A', 1]]),
    });
    expect(rows).toEqual([
      { unit: 'A', done: 2, open: 2, late: 1 },
      { unit: 'B', done: 0, open: 1, late: 0 },
    ]);
    expect(totalOf(rows)).toEqual({ done: 2, open: 3, late: 1, of: 6 });
  });

  test('the present step is the last that somebody has yet to do, else the last', () => {
    const step = (name: 'planning' | 'rating' | 'release', open: number) => ({
      step: name,
      rows: [{ unit: 'A', done: 1, open, late: 0 }],
    });
    expect(current([step('planning', 1), step('rating', 2), step('release', 0)])?.step).toBe('rating');
    expect(current([step('planning', 0), step('release', 0)])?.step).toBe('release');
    expect(current([])).toBeUndefined();
  });

  test('for readers of numbers, small units are one that is not small, and nobody gets lost', () => {
    const sizes = fc.dictionary(
      fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(sizes, fc.integer({ min: 3, max: 5 }), (of, k) => {
        const people = new Map(Object.entries(of));
        const pooled = together(people, pooling(people, k));
        const sum = (m: ReadonlyMap<string, number>) => [...m.values()].reduce((a, n) => a + n, 0);
        expect(sum(pooled)).toBe(sum(people));
        if (sum(people) >= k) for (const n of pooled.values()) expect(n).toBeGreaterThanOrEqual(k);
      }),
    );
  });

  test('a unit that nobody takes part in any more stands among the small ones', () => {
    expect(pooling(new Map([['A', 5]]), 3)('Gone')).toBe('');
    expect(pooling(new Map([['A', 5]]), 3)('A')).toBe('A');
  });
});

test('late: not before the day is over, not with more time of one’s own', () => {
  const [plan] = aCycle().phases;
  const due = plan?.due ?? '';
  expect(lateFilter(aCycle(), 'planning', due)).toBeUndefined();
  const extensions = [
    { phase: 'planning' as const, person: 'dev', due: '2027-03-01' },
    { phase: 'planning' as const, unit: 'Sales', due: '2027-03-01' },
    { phase: 'planning' as const, person: 'tom', due: '2027-01-16' },
  ];
  expect(lateFilter(aCycle({ extensions }), 'planning', '2027-02-01')).toEqual({
    person: { $nin: ['dev'] },
    $and: [{ unit: { $nin: ['Sales'] } }],
  });
});

const rows = Array.from({ length: 14 }, (_, i) => ({ unit: `U${i}`, done: 6, open: 3, late: 1 }));
const found: Status = {
  people: new Map(rows.map((r) => [r.unit, 10])),
  counted: [
    { step: 'planning', rows: rows.map((r) => ({ ...r, done: 10, open: 0, late: 0 })) },
    { step: 'assessment', rows },
    { step: 'rating', rows },
  ],
  states: [],
  late: [
    { step: 'assessment', n: 14, ids: ['ann', 'bo'] },
    { step: 'rating', n: 1, ids: ['carla'] },
  ],
  out: [{ state: 'withdrawn', reason: 'left', n: 1, ids: ['tom'] }],
  silent: 2,
  returned: 1,
  appeals: { open: 3 },
};
const cycle = aCycle({ opened: ['planning', 'assessment'] });

describe('cards', () => {
  const overview = (scope: Scope, view: typeof en | typeof zh = en) =>
    transcript(overviewCard(cycle, found, scope, names)(view));

  test('HR reads names, others numbers; many units are a number', () => {
    expect(overview(all)).toContain('Self reviews and reviewers 84/140');
    expect(overview(all)).toContain('Late (Self reviews and reviewers, 14): ANN, BO and 12 more.');
    expect(overview(all)).toContain('Ratings overdue, with 1: CARLA.');
    expect(overview(all)).toContain('withdrawn (1): left the company – TOM.');
    expect(overview(all)).toContain('And 2 more units.');
    expect(overview(all)).toContain('[stacked: Ratings settled, by unit: 84 done, 42 open, 14 late.]');
    expect(overview({ kind: 'shape' })).not.toMatch(/ANN|TOM|CARLA/);
    expect(overview({ kind: 'shape' })).toContain('Numbers only.');
  });

  test('what else stands, in both languages', () => {
    expect(overview(all)).toContain('Of those acknowledged, 2 by five working days of silence.');
    expect(overview(all)).toContain('One rating is back with the one who rates.');
    expect(overview(all, zh)).toContain('有 3 件申诉正在处理。');
    expect(overview(all, zh)).toContain('逾期（自评与提名，14 人）：ANN、BO等 14 人。');
  });

  test('the team’s manager gets no grades, the others do', () => {
    expect(overview(all)).toContain('[By unit] [Check-ins and goals] [Grades]');
    expect(overview({ kind: 'team', manager: 'bo' })).toMatch(/\[Check-ins and goals\]$/);
  });

  test('by unit: what goes on, page by page; a page that is no more shows the last', () => {
    const first = transcript(unitsCard(cycle, found, all, 0)(en));
    expect(first).toContain('| Unit | People | Self reviews and reviewers | Ratings settled |');
    expect(first).toContain('| U0 | 10 | 6/10, 1 late | 6/10, 1 late |');
    expect(first).toContain('[Next]');
    const last = transcript(unitsCard(cycle, found, all, 99)(en));
    expect(last).toContain('| U9 |');
    expect(last).not.toContain('[Next]');
  });

  test('goals at risk: the names only behind a button, and only for those who read names', () => {
    const talks = [{ unit: 'A', due: 4, held: 3, goals: 9, atRisk: 2, offTrack: 1 }];
    const card = (scope: Scope) => transcript(talksCard(cycle, talks, scope, 0)(en));
    expect(card(all)).toContain('Check-ins held 3/4');
    expect(card(all)).toContain('| A | 3/4 | 9 | 2 | 1 |');
    expect(card(all)).toContain('[Whose goals]');
    expect(card({ kind: 'shape' })).not.toContain('Whose goals');
    const risks = Array.from({ length: 22 }, (_, i) => ({
      person: `p${i}`,
      atRisk: i === 0 ? 0 : 1,
      offTrack: 2,
    }));
    const whose = (scope: Scope) => transcript(riskCard(cycle, risks, scope, names)(en));
    expect(whose(all)).toContain('@p0: 2 off track\n@p1: 2 off track, 1 at risk');
    expect(whose(all)).toContain('And 2 more people.');
    expect(whose(all)).toContain('/perf goals and the name');
    expect(whose({ kind: 'team', manager: 'bo' })).toContain('Open the goals of: P0 / P1');
  });
});

describe('what waits for HR', () => {
  const needs = { unrated: 2, returned: 1, unreleased: 12, appeals: 0, comments: 1 };
  const lines = (commands: string[]) => {
    const registry = { commands: new Map(commands.map((c) => [c, {} as never])) };
    return needLines(needs, board('en'), { cycle: 'q1', registry });
  };

  test('each count has its button; nothing is said of what is nothing', () => {
    const { lines: said, items } = lines(['rate', 'release', 'appeal']);
    expect(said).toHaveLength(4);
    expect(said.join()).not.toContain('appeal');
    expect(items.map((i) => i.label)).toEqual(['Ratings', 'Look through', 'Release']);
  });

  test('no button for what the product does not have', () => {
    expect(lines(['rate']).items.map((i) => i.label)).toEqual(['Ratings', 'Look through']);
  });
});
