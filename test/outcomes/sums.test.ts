/** What was paid before and what is paid now always come to what holds, and nobody else's row moves. Pure. */
import fc from 'fast-check';
import { exact, fraction } from '../../src/core/fraction.ts';
import type { Grade } from '../../src/cycles/model.ts';
import { grades } from '../../src/cycles/scheme.ts';
import { rewards } from '../../src/cycles/schemes.ts';
import type { Batch, Entry } from '../../src/outcomes/model.ts';
import { holds, outcomeBy, pointsOf, summed, sumOf } from '../../src/outcomes/reward.ts';
import { except } from '../../src/outcomes/rules.ts';

const now = new Date('2027-06-07T09:00:00Z');
const act = (by: string, at = now) => ({
  by,
  now: at,
  voice: { name: (id: string) => id, moment: () => 'then' },
});
const batch = (over: Partial<Batch> = {}): Batch => ({
  _id: 'q1:1',
  rev: 1,
  cycle: 'q1',
  number: 1,
  kind: 'base',
  state: 'draft',
  by: 'hanna',
  at: now,
  version: 3,
  ...over,
});
const months = { eligible: '3', of: '3' };
const entryOf = (grade: Grade | null, over: Partial<Entry> = {}): Entry =>
  summed({
    _id: 'q1:1:ann',
    rev: 1,
    batch: 'q1:1',
    cycle: 'q1',
    person: 'ann',
    unit: 'Product',
    state: 'draft',
    version: 1,
    grade,
    months,
    rule: outcomeBy(rewards, { grade, months }),
    ...over,
  });

describe('sums', () => {
  const change = fc.record({
    person: fc.constantFrom('ann', 'bo', 'carla', 'dev'),
    grade: fc.constantFrom(...grades, null),
    eligible: fc.integer({ min: 0, max: 90 }),
    coefficient: fc.option(fc.integer({ min: 0, max: 300 })),
  });

  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

  /** The first row of somebody, or the one that takes the last one's place. */
  function following(
    last: Entry | undefined,
    n: number,
    { person, grade, eligible, coefficient }: Change,
  ): Entry {
    const part = { eligible: exact(fraction(eligible, 30)), of: '3' };
    const row = entryOf(grade, {
      _id: `q1:${n}:${person}`,
      person,
      version: n,
      months: part,
      rule: outcomeBy(rewards, { grade, months: part }),
      ...(last && { before: { entry: last._id, outcome: holds(last) } }),
    });
    if (coefficient === null) return row;
    const set = {
      raise: undefined,
      promotion: undefined,
      reason: 'x',
      coefficient: (coefficient / 100).toFixed(2),
    };
    return except(batch(), row, set, act('hanna'));
  }

  const others = (rows: ReadonlyMap<string, Entry[]>, person: string): string[] =>
    [...rows].filter(([id]) => id !== person).map(([, list]) => JSON.stringify(list));

  test('rows of a person add up to what holds now; base and differences to all of it; nobody else’s row changes', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
        const rows = new Map<string, Entry[]>();
        for (const [n, one] of changes.entries()) {
          const before = others(rows, one.person);
          rows.set(one.person, [
            ...(rows.get(one.person) ?? []),
            following(rows.get(one.person)?.at(-1), n, one),
          ]);
          expect(others(rows, one.person)).toEqual(before);
        }
        const lists = [...rows.values()];
        const now = lists.map((list) => pointsOf(holds(list.at(-1)!)));
        expect(lists.map((list) => exact(sumOf(list)))).toEqual(
          now.map((points) => exact(fraction(points, 100))),
        );
        const total = now.reduce((sum, points) => sum + points, 0);
        expect(lists.flat().reduce((sum, row) => sum + row.change, 0)).toBe(total);
      }),
    );
  });
});
