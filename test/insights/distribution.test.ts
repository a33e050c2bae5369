import fc from 'fast-check';
import type { Grade } from '../../src/cycles/model.ts';
import {
  allowed,
  type Cell,
  type Counts,
  grouped,
  isAbove,
  type Shown,
  shown,
  sizeOf,
} from '../../src/insights/distribution.ts';

const guideline = { s: 10, sa: 35, team: 10 };
const cell = (unit: string, rater: string, n: number, grade: Grade | null = 'B'): Cell => ({
  unit,
  rater,
  grade,
  n,
});
const keys = (of: Shown | undefined) => of?.inner.map((g) => g.key);

describe('which groups may be shown', () => {
  test('all that are large enough, each with its raters', () => {
    const all = shown(grouped([cell('A', 'x', 3), cell('A', 'y', 4, 'S'), cell('B', 'z', 5)]), 3);
    expect(keys(all)).toEqual(['A', 'B']);
    expect(keys(all?.inner[0])).toEqual(['x', 'y']);
    expect(all).toMatchObject({ counts: [4, 0, 8, 0, 0, 0] });
    expect(all).not.toHaveProperty('rest');
  });

  test('one small group takes the next-smallest with it', () => {
    const all = shown(grouped([cell('A', 'x', 2), cell('B', 'y', 9), cell('C', 'z', 5)]), 3);
    expect(keys(all)).toEqual(['B']);
    expect(all?.rest).toEqual([0, 0, 7, 0, 0, 0]);
  });

  test('small groups that are enough together take nobody', () => {
    const all = shown(grouped([cell('A', 'x', 2), cell('B', 'y', 9), cell('C', 'z', 1)]), 3);
    expect(keys(all)).toEqual(['B']);
    expect(sizeOf(all?.rest ?? [])).toBe(3);
  });

  test('a team of one inside a unit stands behind the whole unit', () => {
    const all = shown(grouped([cell('A', 'x', 1), cell('A', 'y', 5), cell('B', 'z', 4)]), 3);
    expect(keys(all)).toEqual(['A', 'B']);
    expect(all?.inner[0]).toMatchObject({ inner: [], counts: [0, 0, 6, 0, 0, 0] });
  });

  test('fewer than k in all: nothing; for HR, everybody who is there', () => {
    expect(shown(grouped([cell('A', 'x', 2)]), 3)).toBeUndefined();
    expect(keys(shown(grouped([cell('A', 'x', 1), cell('B', 'y', 1)]), 1))).toEqual(['A', 'B']);
    expect(shown(grouped([]), 1)).toBeUndefined();
  });
});

interface Org {
  cells: Cell[];
  k: number;
}

const grade = fc.constantFrom<Grade | null>('S', 'A', 'B', 'C', 'D', null);
const org: fc.Arbitrary<Org> = fc.record({
  cells: fc.array(
    fc.record({
      unit: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      rater: fc.constantFrom('p', 'q', 'r', 's'),
      grade,
      n: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 14 },
  ),
  k: fc.integer({ min: 3, max: 6 }),
});

/** The people of a company, one by one, and the sets of them whose numbers a card shows. */
function published({ cells, k }: Org): { people: string[]; sets: Set<number>[]; all: Shown | undefined } {
  const people = cells.flatMap((c) => Array.from({ length: c.n }, () => `${c.unit}/${c.rater}`));
  const all = shown(grouped(cells), k);
  const setOf = (prefix: string) => new Set(people.flatMap((p, i) => (p.startsWith(prefix) ? [i] : [])));
  const sets: Set<number>[] = [];
  if (all) sets.push(setOf(''));
  for (const unit of all?.inner ?? []) {
    sets.push(setOf(`${unit.key}/`));
    for (const rater of unit.inner) sets.push(setOf(`${unit.key}/${rater.key}`));
  }
  return { people, sets, all };
}

/**
 * Whatever comes out of adding and taking away shown sets gives two people who stand in the same sets the same weight:
 * so the smallest groups that can be worked out are those who stand in exactly the same sets.
 */
function smallest({ people, sets }: ReturnType<typeof published>): number {
  const seats = new Map<string, number>();
  people.forEach((_, i) => {
    const where = sets.map((s) => (s.has(i) ? '1' : '0')).join('');
    if (where.includes('1')) seats.set(where, (seats.get(where) ?? 0) + 1);
  });
  return Math.min(Number.POSITIVE_INFINITY, ...seats.values());
}

/** How many people are in one of the two only. */
const apart = (a: Set<number>, b: Set<number>): number =>
  [...a].filter((x) => !b.has(x)).length + [...b].filter((x) => !a.has(x)).length;

describe('in any company', () => {
  test('no adding and taking away of what is shown leads to fewer than k people', () => {
    fc.assert(
      fc.property(org, (o) => smallest(published(o)) >= o.k),
      { numRuns: 2000 },
    );
  });

  test('no two shown groups differ by fewer than k people, and none has fewer', () => {
    fc.assert(
      fc.property(org, (o) => {
        const sets = [...published(o).sets, new Set<number>()];
        const pairs = sets.flatMap((a, i) => sets.slice(i + 1).map((b) => apart(a, b)));
        return pairs.every((n) => n === 0 || n >= o.k);
      }),
      { numRuns: 2000 },
    );
  });

  test('the numbers are those of the people, and what is left adds up', () => {
    const whole = (of: Shown): boolean => {
      const parts: Counts[] = [...of.inner.map((g) => g.counts), ...(of.rest ? [of.rest] : [])];
      const sum = of.counts.map((_, i) => parts.reduce((all, p) => all + (p[i] ?? 0), 0));
      return (parts.length === 0 || sum.join() === of.counts.join()) && of.inner.every(whole);
    };
    fc.assert(
      fc.property(org, (o) => {
        const { all, people } = published(o);
        return all === undefined ? people.length < o.k : sizeOf(all.counts) === people.length && whole(all);
      }),
    );
  });

  test('who got what decides nothing: other grades, the same groups', () => {
    const frame = (of: Shown | undefined): unknown =>
      of && {
        key: of.key,
        n: sizeOf(of.counts),
        inner: of.inner.map(frame),
        rest: of.rest && sizeOf(of.rest),
      };
    fc.assert(
      fc.property(org, fc.array(grade, { minLength: 14, maxLength: 14 }), ({ cells, k }, others) => {
        const regraded = cells.map((c, i) => ({ ...c, grade: others[i] ?? null }));
        expect(frame(shown(grouped(regraded), k))).toEqual(frame(shown(grouped(cells), k)));
      }),
    );
  });
});

describe('the guideline', () => {
  test('rounds down, and holds from the size of a team on', () => {
    expect(allowed([0, 0, 9, 0, 0, 0], guideline)).toBeUndefined();
    expect(allowed([0, 0, 19, 0, 0, 0], guideline)).toEqual({ s: 1, sa: 6 });
  });

  test('above it: too many with an S, or with an S or an A', () => {
    expect(isAbove([1, 2, 7, 0, 0, 0], guideline)).toBe(false);
    expect(isAbove([2, 0, 8, 0, 0, 0], guideline)).toBe(true);
    expect(isAbove([1, 3, 6, 0, 0, 0], guideline)).toBe(true);
    expect(isAbove([5, 0, 0, 0, 0, 0], guideline)).toBe(false);
  });
});
