import { readFileSync } from 'node:fs';
import { readExactly } from '../../src/core/json.ts';
import { type Answer, answer, type Case, readCase } from '../../src/ratings/score-file.ts';
import { naive } from './naive.ts';

interface Worked extends Case {
  why: string;
  expect: Omit<Answer, 'id'>;
}

const file = new URL('../../../test/ratings/scores.json', import.meta.url);
const cases = readExactly(readFileSync(file, 'utf8')) as Worked[];

test.each(cases.map((one) => [one.id, one.why, one] as const))('%s: %s', (id, _, one) => {
  const read = readCase(one, 1);
  if ('reason' in read) throw new Error(read.reason);
  expect(answer(read)).toEqual({ id, ...one.expect });
  expect(naive(one.scheme, one.participant)).toEqual(one.expect);
});
