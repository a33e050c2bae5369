/** Concerns that no manager answers: nobody is named, or the day passed while the product slept. */
import { queueDaily } from '../../src/core/daily.ts';
import { type Job, jobRow, jobs } from '../../src/core/job.ts';
import { outbox } from '../../src/core/outbox.ts';
import { participants } from '../../src/cycles/model.ts';
import { saveConcern } from '../../src/goals/actions.ts';
import { managerMoved } from '../../src/goals/jobs.ts';
import { goals } from '../../src/goals/model.ts';
import { type World, world } from '../kit/world.ts';
import { arrangeAgreed, arrangeCycle } from './arrange.ts';

let w: World;
beforeAll(async () => {
  w = await world({
    database: 'goals-concern',
    start: '2027-01-05T09:00:00Z',
    async arrange() {
      await arrangeCycle();
      await arrangeAgreed('ann', 'bo');
      await arrangeAgreed('chen', 'hanna');
    },
  });
});
afterAll(() => w.end());

const raises = (person: string, concern: string) =>
  w.as(person).sends({
    kind: 'submit',
    token: saveConcern.token({ goal: `goal_${person}` }),
    values: { concern },
  } as never);

test('without a manager HR hears at once, and whoever is named then has it', async () => {
  const { toast } = await raises('chen', 'Too much');
  expect(toast).toBe('已发给 HR：目前还没有指定由谁来确认你的目标。');
  expect(w.as('hanna').sees()).toContain('陈伟 Chen Wei raises a concern');
  expect(w.as('hanna').sees()).toContain('has no manager in this cycle');
  const news = { about: 'chen', ref: 'q1', by: 'hanna', data: { to: 'bo' } };
  await w.inside(async () => {
    await participants.save({ ...(await participants.must('q1:chen')), manager: 'bo' });
    await jobs.insert(jobRow(managerMoved as unknown as Job, news, w.clock.now(), 'moved'));
  });
  await w.until('2027-01-05T09:05:00Z');
  const bo = w.as('bo');
  await bo.presses('Answer', 'raises a concern');
  await bo.submits({ how: 'adjust', answer: 'Half of it is enough' });
  expect((await w.inside(() => goals.must('goal_chen'))).concern).toMatchObject({ open: false });
});

test('a day that was slept through is made up for, once', async () => {
  await raises('ann', 'Two of us are on leave');
  const told = () => w.inside(() => outbox.count({ key: 'goals.concern:goal_ann', subject: 'hanna' }));
  w.clock.moveTo(new Date('2027-01-15T06:00:00Z'));
  await queueDaily(w.parts);
  await w.until('2027-01-15T09:00:00Z');
  expect(w.as('hanna').sees()).toContain('Ann Miller raises a concern');
  const once = await told();
  await w.until('2027-01-16T09:00:00Z');
  expect(await told()).toBe(once);
});
