/** Where there are two executives, the row of the one who approved is approved by the other, not by whoever submitted it. */

import { cycles } from '../../src/cycles/model.ts';
import { approveOwn, makeBatch } from '../../src/outcomes/actions.ts';
import { people } from '../../src/people/model.ts';
import { seats } from '../feedback/seats.ts';
import type { World } from '../kit/world.ts';
import { looking, outcomesWorld, pressed } from './arrange.ts';

let w: World;
const as = seats(() => w);
const { owes, batch, row, revised } = looking(() => w);

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

test('a difference after an appeal is approved once the cycle is closed; a batch for everybody is not made', async () => {
  await w.inside(() =>
    cycles.change({ _id: 'q1' }, { $set: { state: 'closed', closedAt: w.clock.now() }, $inc: { rev: 1 } }),
  );
  await revised('dev', 'B');
  await w.until('2027-06-08T08:00:00Z');
  expect(await owes('hanna')).toContain('Differences after appeals · 2027 Q1');
  const made = await as('hanna').sends(pressed(makeBatch.token({ cycle: 'q1' })));
  expect(made.toast).toContain('not under way');
  await as('hanna').types('/perf outcomes');
  await as('hanna').presses('Open', 'Outcomes');
  await as('hanna').presses('Submit for approval', 'differences');
  await as('chen').types('/perf outcomes');
  await as('chen').presses('批准', '差额');
  await w.until('2027-06-08T08:30:00Z');
  expect(await batch(2)).toMatchObject({ kind: 'delta', state: 'approved' });
  expect(await row('dev', 2)).toMatchObject({ state: 'approved', approved: { by: 'chen' } });
});
