import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { score } from '../../src/ratings/score.ts';
import { participants, schemes } from '../ratings/cases.ts';
import { naive } from '../ratings/naive.ts';

test('100 000 random scores agree with the naive sum', () => {
  let computed = 0;
  fc.assert(
    fc.property(schemes, participants, (scheme, person) => {
      const { dimensions, shown, grade } = score(scheme, person);
      const lines = dimensions.map((line) => [line.name, line.state === 'scored' ? line.shown : null]);
      if (shown) computed += 1;
      return isDeepStrictEqual(
        { dimensions: Object.fromEntries(lines), final: shown, grade },
        naive(scheme, person),
      );
    }),
    { numRuns: 100_000 },
  );
  expect(computed).toBeGreaterThan(10_000);
}, 600_000);
