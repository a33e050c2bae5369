/** Somebody has to talk about a C and nobody leads them: HR hears of it, names somebody, and the conversation goes on. */
import { jobRow, jobs } from '../../src/core/job.ts';
import { managerChanged } from '../../src/cycles/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { watch } from '../../src/interviews/jobs-watch.ts';
import { interviewOf } from '../../src/interviews/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import type { World } from '../kit/world.ts';
import { does, ratingFor, releasedWorld } from '../results/arrange.ts';

let w: World;
beforeAll(async () => {
  w = await releasedWorld('interviews-alone', async () => {
    // Nobody leads the two executives; one of them got a C.
    await participants.change({ person: 'zhao' }, { $unset: { manager: 1 } });
    const chen = await participants.must('q1:chen');
    await ratings.remove({ _id: 'q1:chen' });
    await ratings.insert(ratingFor(chen, 2));
  });
  const args = { zone: 'Europe/Berlin', day: '2027-04-26' };
  await w.inside(() => jobs.insert(jobRow(watch, args, w.clock.now(), 'interviews.watch:first')));
});
afterAll(() => w.end());

test('HR’s board names them on the next morning; written feedback nobody waits for is not on it', async () => {
  await w.until('2027-04-27T09:00:00Z');
  expect(await w.inside(() => interviewOf('q1', 'chen'))).toMatchObject({ state: 'due', reasons: ['grade'] });
  expect(await w.inside(() => interviewOf('q1', 'zhao'))).toBeUndefined();
  expect(w.as('hanna').sees()).toContain('and nobody leads 陈伟 Chen Wei.');
  expect(w.as('hanna').sees()).not.toContain('nobody leads 赵敏');
  await w.as('chen').types('/perf interview');
  expect(w.as('chen').sees()).toContain('目前这个周期里你没有直线经理可以面谈');
});

test('whom HR names takes over, and the line is gone', async () => {
  await w.inside(() =>
    participants.change({ _id: 'q1:chen' }, { $set: { manager: 'carla' }, $inc: { rev: 1 } }),
  );
  await does(w, 'hanna', async (ctx) => {
    ctx.record(managerChanged, { about: 'chen', ref: 'q1', data: { to: 'carla' } });
  });
  expect(await w.inside(() => interviewOf('q1', 'chen'))).toMatchObject({ state: 'due', manager: 'carla' });
  await w.as('carla').types('/perf interview');
  expect(w.as('carla').sees()).toContain('陈伟 Chen Wei');
  await w.as('hanna').types('/perf interview');
  const board = w.as('hanna').sees().split('# Conversations in').at(-1);
  expect(board).not.toContain('Nobody to talk to');
});
