import { queueDaily } from '../../src/core/daily.ts';
import { cycles } from '../../src/cycles/model.ts';
import { goals } from '../../src/goals/model.ts';
import { arrangeAgreed, arrangeCycle, q1 } from '../goals/arrange.ts';
import { type World, world } from '../kit/world.ts';

let w: World;
beforeAll(async () => {
  w = await world({
    database: 'cycles-retention',
    start: '2027-01-05T09:00:00Z',
    async arrange() {
      await arrangeCycle();
      await arrangeAgreed('ann', 'bo');
      const cancelled = { by: 'hanna', at: new Date('2027-02-01T00:00:00Z'), reason: 'A merger' };
      await cycles.save({ ...(await cycles.must(q1._id)), state: 'cancelled', cancelled });
    },
  });
});
afterAll(() => w.end());

test('three years after a cycle was cancelled what belonged to it is gone as well', async () => {
  const left = () => w.inside(() => goals.count({ cycle: 'q1' }));
  w.clock.moveTo(new Date('2030-01-31T20:00:00Z'));
  await queueDaily(w.parts);
  await w.until('2030-02-01T04:00:00Z');
  expect(await left()).toBe(1);
  await w.until('2030-02-02T04:00:00Z');
  expect(await left()).toBe(0);
  expect(await w.inside(() => cycles.must('q1'))).toMatchObject({ erasedAt: expect.any(Date) });
});
