/** A result without a rating is appealed, too: somebody rates for the first time, or the panel gives a grade. */
import { ratings } from '../../src/ratings/model.ts';
import { resultOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { appealsWorld, decided, find } from './arrange.ts';

let w: World;
beforeEach(async () => {
  const at = new Date('2027-04-09T08:00:00Z');
  const unrated = { state: 'unrated', unrated: { reason: 'notRated', at } };
  w = await appealsWorld('unrated', async () => {
    await ratings.change({ _id: 'q1:dev' }, { $set: unrated, $unset: { approved: '', basis: '' } });
  });
});
afterEach(() => w.end());

test('somebody rates for the first time: a score from all there is', async () => {
  expect(await w.inside(() => resultOf('q1', 'dev'))).toMatchObject({ final: null, unrated: 'notRated' });
  await decided(w, 're-rate', ['zhao']);
  const zhao = w.as('zhao');
  await zhao.presses('指定评分人', '决定草案');
  await zhao.submits({ other: ['tom'] });
  await zhao.presses('作出决定', '决定草案');
  const tom = w.as('tom');
  await tom.presses('Rate', 'Rate anew');
  const values = [0, 1, 2].flatMap((i) => [
    [`level_${i}`, '4'],
    [`reason_${i}`, 'Read the tickets.'],
  ]);
  await tom.submits(Object.fromEntries(values));
  const result = await w.inside(() => resultOf('q1', 'dev'));
  expect(result).toMatchObject({ version: 2, source: 'appeal', grade: 'B' });
  expect(result?.unrated).toBeUndefined();
  expect(result?.goals.map((g) => g.title)).toEqual(['Cut the backlog', 'Write the handbook']);
});

test('the panel gives a grade, and there is still no score', async () => {
  await decided(w, 'adjusted', ['zhao']);
  const zhao = w.as('zhao');
  await zhao.presses('级别和等级', '决定草案');
  expect(zhao.form().fields.map((f) => f.name)).toEqual(['grade']);
  await zhao.submits({ grade: 'B' });
  await zhao.presses('作出决定', '决定草案');
  expect(await w.inside(() => resultOf('q1', 'dev'))).toMatchObject({
    version: 2,
    grade: 'B',
    final: null,
    unrated: 'notRated',
  });
  expect(await find(w)).toMatchObject({ state: 'decided' });
});
