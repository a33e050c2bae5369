/** Versions of results: made at the release, made anew by an appeal, never changed. */
import { participants } from '../../src/cycles/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import { scored, withLevels } from '../../src/ratings/rescore.ts';
import { revise } from '../../src/results/issue.ts';
import { type Result, receiptOf, resultOf, versionsOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { does, releasedWorld } from './arrange.ts';

let w: World;
beforeAll(async () => {
  w = await releasedWorld('results-issue');
});
afterAll(() => w.end());

const current = (person: string): Promise<Result | undefined> => w.inside(() => resultOf('q1', person));

test('the release keeps the sum as it was rated, with what colleagues said', async () => {
  const result = await current('ann');
  const rating = await w.inside(() => ratings.must('q1:ann'));
  expect(result).toMatchObject({
    version: 1,
    source: 'rating',
    final: rating.final,
    grade: rating.grade,
    name: 'Ann Miller',
  });
  expect(result?.computed).toEqual(rating.computed);
  expect(JSON.parse(result?.reviews ?? '{}').lines).toHaveLength(2);
  expect((await w.inside(() => participants.must('q1:ann'))).state).toBe('released');
});

test('an appeal adds a version; the first stays to the letter, the receipt begins anew', async () => {
  const before = await current('dev');
  if (!before?.basis) throw new Error('dev has no result');
  const { basis } = before;
  await w.until('2027-04-28T09:00:00Z');
  await does(w, 'lin', (ctx) =>
    revise(ctx, before, {
      appeal: 'a1',
      reasons: 'The handbook was yours.',
      by: ['lin'],
      grade: 'B',
      scored: scored(withLevels(basis, { results: 4, competencies: 4, collaboration: 4 })),
    }),
  );
  const [first, second] = await w.inside(() => versionsOf('q1', 'dev'));
  expect(first).toEqual(before);
  expect(second).toMatchObject({ version: 2, source: 'appeal', grade: 'B', appeal: { id: 'a1' } });
  expect(Number(second?.final)).toBeGreaterThan(Number(first?.final));
  expect(second?.code).not.toBe(first?.code);
  expect(await w.inside(() => receiptOf('q1', 'dev'))).toMatchObject({
    version: 2,
    state: 'open',
    releasedAt: w.clock.now(),
  });
  expect((await w.inside(() => ratings.must('q1:dev'))).published).toBe(second?.final);
});
