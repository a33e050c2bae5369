import fc from 'fast-check';
import { add, cmp, exact, fraction, mul, parse, sum } from '../../src/core/fraction.ts';
import { gradeOf, type Score, score } from '../../src/ratings/score.ts';
import type { Answerer, Answers, Dimension, Participant, Scheme } from '../../src/ratings/sources.ts';
import { published } from '../../src/reviews/aggregate.ts';
import { level, participants, schemes } from './cases.ts';
import { naive } from './naive.ts';

const runs = { numRuns: 200 };

function shown(found: Score) {
  const lines = found.dimensions.map((line) => [line.name, line.state === 'scored' ? line.shown : null]);
  return { dimensions: Object.fromEntries(lines), final: found.shown, grade: found.grade };
}

/** Every exact number of a score, by name: order does not matter. */
function numbers(found: Score) {
  const lines = found.dimensions.map((line) => [
    line.name,
    line.state === 'scored' ? exact(line.score) : line.state,
  ]);
  return { ...Object.fromEntries(lines), '=': found.final && exact(found.final) };
}

function mapAnswers(
  person: Participant,
  change: (given: readonly number[], of: Answerer) => number[],
): Participant {
  const answers = Object.entries(person.answers).map(([name, all]) => {
    const changed = Object.entries(all).map(([of, given]) => [of, change(given, of as Answerer)] as const);
    return [name, Object.fromEntries(changed) as Answers] as const;
  });
  return { ...person, answers: Object.fromEntries(answers) };
}

test('agrees with the naive sum', () => {
  let computed = 0;
  fc.assert(
    fc.property(schemes, participants, (scheme, person) => {
      const found = score(scheme, person);
      if (found.final) computed += 1;
      expect(shown(found)).toEqual(naive(scheme, person));
    }),
    { numRuns: 600 },
  );
  // Else the property would mostly compare null with null.
  expect(computed).toBeGreaterThan(60);
});

test('stays within 1 and 5', () => {
  fc.assert(
    fc.property(schemes, participants, (scheme, person) => {
      const { final, dimensions } = score(scheme, person);
      const all = dimensions.flatMap((line) => (line.state === 'scored' ? [line.score] : []));
      for (const value of final ? [final, ...all] : all) {
        expect(cmp(value, fraction(1)) >= 0 && cmp(value, fraction(5)) <= 0).toBe(true);
      }
    }),
    runs,
  );
});

test('a better answer never lowers anything', () => {
  fc.assert(
    fc.property(schemes, participants, fc.infiniteStream(fc.boolean()), (scheme, person, coin) => {
      const better = mapAnswers(person, (given) =>
        given.map((one) => (coin.next().value ? Math.min(one + 1, 5) : one)),
      );
      const [low, high] = [score(scheme, person), score(scheme, better)];
      expect(low.final === null).toBe(high.final === null);
      if (low.final && high.final) expect(cmp(low.final, high.final)).toBeLessThanOrEqual(0);
      low.dimensions.forEach((line, index) => {
        const other = high.dimensions[index]!;
        expect(other.state).toBe(line.state);
        if (line.state === 'scored' && other.state === 'scored')
          expect(cmp(line.score, other.score)).toBeLessThanOrEqual(0);
      });
    }),
    runs,
  );
});

test('no order matters: answers, goals, key results, sources, dimensions', () => {
  fc.assert(
    fc.property(schemes, participants, (scheme, person) => {
      const turned: Scheme = {
        ...scheme,
        dimensions: scheme.dimensions.toReversed().map((dimension) => ({
          ...dimension,
          sources: Object.fromEntries(Object.entries(dimension.sources).toReversed()),
        })),
      };
      const goals = person.goals.map((goal) => ({ ...goal, keyResults: goal.keyResults.toReversed() }));
      const other = { ...mapAnswers(person, (given) => given.toReversed()), goals: goals.toReversed() };
      expect(numbers(score(turned, other))).toEqual(numbers(score(scheme, person)));
    }),
    runs,
  );
});

test('weights count by their proportion only', () => {
  fc.assert(
    fc.property(schemes, participants, fc.integer({ min: 2, max: 999 }), (scheme, person, factor) => {
      const scaled = (weight: number | string) => exact(mul(parse(weight), fraction(factor, 1000)));
      const other: Scheme = {
        ...scheme,
        dimensions: scheme.dimensions.map((dimension) => ({
          ...dimension,
          weight: scaled(dimension.weight),
          sources: Object.fromEntries(
            Object.entries(dimension.sources).map(([source, weight]) => [source, scaled(weight)]),
          ),
        })),
      };
      expect(numbers(score(other, person))).toEqual(numbers(score(scheme, person)));
    }),
    runs,
  );
});

test('a source that says nothing is as if the scheme did not name it: never zero', () => {
  fc.assert(
    fc.property(schemes, participants, (scheme, person) => {
      const found = score(scheme, person);
      const dimensions = found.dimensions.map((line, index): Dimension => {
        const present = line.sources.filter(({ state }) => state !== 'absent').map(({ source }) => source);
        const all = Object.entries(scheme.dimensions[index]!.sources);
        const kept = all.filter(([source]) => present.some((one) => one === source));
        return { ...scheme.dimensions[index]!, optional: line.optional, sources: Object.fromEntries(kept) };
      });
      fc.pre(found.dimensions.every(({ state }) => state !== 'dropped'));
      expect(numbers(score({ ...scheme, dimensions }, person))).toEqual(numbers(found));
    }),
    runs,
  );
});

test('a dropped dimension is as if the scheme did not have it', () => {
  fc.assert(
    fc.property(schemes, participants, (scheme, person) => {
      const found = score(scheme, person);
      const dimensions = scheme.dimensions.filter((_, index) => found.dimensions[index]!.state !== 'dropped');
      expect(score({ ...scheme, dimensions }, person).final).toEqual(found.final);
    }),
    runs,
  );
});

test('the explanation is the sum: shares make one, shares times values make the score', () => {
  fc.assert(
    fc.property(schemes, participants, (scheme, person) => {
      const found = score(scheme, person);
      const scored = found.dimensions.flatMap((line) => (line.state === 'scored' ? [line] : []));
      for (const line of scored) {
        const present = line.sources.flatMap((one) => (one.state === 'present' ? [one] : []));
        expect(sum(present.map(({ share }) => share))).toEqual(fraction(1));
        expect(present.map(({ share, value }) => mul(share, value)).reduce(add)).toEqual(line.score);
      }
      if (!found.final) return;
      expect(sum(scored.map(({ share }) => share!))).toEqual(fraction(1));
      expect(scored.map((line) => mul(line.share!, line.score)).reduce(add)).toEqual(found.final);
      expect(found.grade).toBe(gradeOf(found.shown!));
    }),
    runs,
  );
});

test('groups with the same published mean cannot be told apart, not even by the explanation', () => {
  const many = fc.array(level, { minLength: 3, maxLength: 4 });
  fc.assert(
    fc.property(schemes, participants, many, many, (scheme, person, a, b) => {
      fc.pre(scheme.k === 3 && cmp(published(a), published(b)) === 0);
      const groups = ['peer', 'report', 'partner', 'customer'];
      const all = (given: number[]) =>
        mapAnswers(person, (old, of) => (groups.includes(of) ? given : [...old]));
      expect(score(scheme, all(a))).toEqual(score(scheme, all(b)));
    }),
    runs,
  );
});
