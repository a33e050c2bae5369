/** Where there are two executives, the row of the one who approved is approved by the other, not by whoever submitted it. */

import { approveOwn } from '../../src/outcomes/actions.ts';
import { people } from '../../src/people/model.ts';
import { seats } from '../feedback/seats.ts';
import type { World } from '../kit/world.ts';
import { looking, outcomesWorld, pressed } from './arrange.ts';

let w: World;
const as = seats(() => w);
const { owes, batch, row } = looking(() => w);

beforeAll(async () => {
  w = await outcomesWorld('second', async () => {
    await people.change({ _id: 'carla' }, { $set: { roles: ['executive'] } });
  });
});
afterAll(() => w.end());

test('the other executive is asked and decides; HR, who submitted it, is refused', async () => {
  await as('hanna').types('/perf outcomes');
  await as('hanna').presses('Make the batch');
  await as('hanna').presses('Submit for approval');
  await as('chen').presses('批准');
  await w.until('2027-06-07T08:30:00Z');
  expect(await owes('hanna')).not.toContain('Approve the approver’s own row · 2027 Q1');
  expect(as('hanna').sees()).not.toContain('Approve that row');
  const refused = await as('hanna').sends(pressed(approveOwn.token({ batch: 'q1:1' })));
  expect(refused.toast).toContain('You submitted this batch yourself');
  expect(await owes('carla')).toEqual(['Approve the approver’s own row · 2027 Q1']);
  await as('carla').types('/perf outcomes');
  await as('carla').presses('Approve that row');
  expect((await batch(1)).own?.by).toBe('carla');
  await w.until('2027-06-07T08:50:00Z');
  expect(await row('chen')).toMatchObject({ state: 'approved', approved: { by: 'carla' } });
});
