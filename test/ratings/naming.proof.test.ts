/** Where nobody is found to decide, somebody is named: not by the one who rated from among their own people. */
import { participants } from '../../src/cycles/model.ts';
import { people } from '../../src/people/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import type { World } from '../kit/world.ts';
import { ratedWorld } from '../results/arrange.ts';

let w: World;
beforeEach(async () => {
  w = await ratedWorld('ratings-naming', async () => {
    await ratings.change(
      { person: 'hanna' },
      { $set: { state: 'submitted', rater: 'chen' }, $unset: { decider: 1 } },
    );
    await participants.change({ person: 'hanna' }, { $set: { state: 'assessing' } });
  });
});
afterEach(() => w.end());

const names = async (by: string, who: string) => {
  const token = 'ratings.saveDecider {"cycle":"q1","person":"hanna"}';
  await w.as(by).sends({ kind: 'submit', token, values: { who } });
  return (await w.inside(() => ratings.must('q1:hanna'))).decider;
};

test('the rater names nobody of their own people while somebody else is there', async () => {
  // A second company under the same roof.
  await w.inside(() => people.change({ _id: 'zhao' }, { $unset: { manager: 1 } }));
  for (const own of ['bo', 'ann', 'hanna', 'chen']) expect(await names('chen', own)).toBeUndefined();
  expect(await names('chen', 'zhao')).toBe('zhao');
});

test('with nobody beside the own people one of them decides, or nobody could', async () => {
  expect(await names('chen', 'lin')).toBeUndefined();
  expect(await names('chen', 'bo')).toBe('bo');
});
