/** Random schemes and participants, within the rules of the file format. */
import fc from 'fast-check';
import { equalWeights, type KeyResult } from '../../src/goals/attainment.ts';
import { problems } from '../../src/goals/validity.ts';
import {
  type Answers,
  COMPUTED,
  type Dimension,
  GROUPS,
  type Participant,
  type Scheme,
  SINGLES,
  type Source,
} from '../../src/ratings/sources.ts';

export const hundredths = (min: number, max: number) =>
  fc
    .integer({ min, max })
    .map((n) => `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 100)}.${pad(Math.abs(n) % 100)}`);
const pad = (n: number) => String(n).padStart(2, '0');

const weight = fc.integer({ min: 1, max: 10_000 });
const source = fc.constantFrom<Source>(...GROUPS, ...SINGLES, ...COMPUTED, 'manager', 'manager', 'peer');
const sources = fc
  .uniqueArray(fc.tuple(source, weight), { selector: ([name]) => name, minLength: 1, maxLength: 5 })
  .map((pairs) => Object.fromEntries(pairs) as Dimension['sources']);
const dimension: fc.Arbitrary<Dimension> = fc.record({
  name: fc.constantFrom('results', 'competencies', 'collaboration', 'team', 'behaviour', 'constructor'),
  weight,
  sources,
  optional: fc.boolean(),
});

export const schemes: fc.Arbitrary<Scheme> = fc.record({
  k: fc.constantFrom(3, 3, 4, 5),
  cap: fc.constantFrom('1.2', '1.00', '1.5'),
  dimensions: fc.uniqueArray(dimension, { selector: ({ name }) => name, minLength: 1, maxLength: 4 }),
});

export const level = fc.integer({ min: 1, max: 5 });
const group = fc.array(level, { maxLength: 7 });
const single = fc.oneof({ weight: 5, arbitrary: fc.tuple(level) }, { weight: 1, arbitrary: fc.constant([]) });
const answers: fc.Arbitrary<Answers> = fc.record({
  peer: group,
  report: group,
  partner: group,
  customer: group,
  self: single,
  manager: single,
  dotted: single,
});

const decimal = hundredths(-5000, 5000);
const positive = hundredths(1, 5000);
const known = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 30 });
const excluded = fc.constantFrom(true, false, false, false, undefined);

export const keyResults: fc.Arbitrary<KeyResult> = fc
  .oneof(
    fc.record({
      kind: fc.constantFrom('increase', 'decrease'),
      baseline: decimal,
      target: decimal,
      actual: known(decimal),
      excluded,
    }),
    fc.record({
      kind: fc.constantFrom('atLeast', 'atMost'),
      target: positive,
      stretch: fc.option(positive, { nil: undefined }),
      actual: known(positive),
      excluded,
    }),
    fc.record({
      kind: fc.constant('milestone'),
      done: known(fc.boolean()),
      stretched: fc.boolean(),
      excluded,
    }),
    fc.record({ kind: fc.constant('rated'), level: known(level), excluded }),
  )
  .filter((kr) => problems(kr).length === 0);

const goals = fc
  .tuple(fc.array(fc.array(keyResults, { maxLength: 4 }), { maxLength: 4 }), fc.constantFrom(0, 0, 0, 0, 1))
  .map(([all, unagreed]) => {
    const weights = equalWeights(all.length);
    return all.map((krs, index) => ({ weight: weights[index]!, agreed: index >= unagreed, keyResults: krs }));
  });

export const participants: fc.Arbitrary<Participant> = fc.record({
  goals,
  goalsWaived: fc.boolean(),
  answers: fc.dictionary(
    fc.constantFrom('results', 'competencies', 'collaboration', 'team', 'behaviour', 'constructor'),
    answers,
    { minKeys: 3 },
  ),
  reportsChange: fc.option(fc.array(hundredths(-400, 400), { maxLength: 6 }), { nil: undefined }),
  cycles: fc.option(
    fc.array(fc.record({ score: hundredths(100, 500), days: fc.integer({ min: 1, max: 366 }) }), {
      maxLength: 4,
    }),
    { nil: undefined },
  ),
});
