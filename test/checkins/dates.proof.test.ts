/** Dates in the running product: snoozes, holidays that come late, leave, pauses, outages, moves. */

import { trackingExtended } from '../../src/checkins/jobs.ts';
import { checkIns, newestOf } from '../../src/checkins/model.ts';
import { facts } from '../../src/core/facts.ts';
import { jobRow, jobs } from '../../src/core/job.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { turn } from '../../src/cycles/turn.ts';
import { calendars, people } from '../../src/people/model.ts';
import { q1 } from '../goals/arrange.ts';
import { type Someone, type World, world } from '../kit/world.ts';
import { arrangeTracking } from './arrange.ts';

const prompt = '2027-02-01T09:00:00Z';
let w: World;
let ann: Someone;
beforeEach(async () => {
  w = await world({
    database: 'checkins-dates',
    start: '2027-01-18T08:00:00Z',
    arrange: () => arrangeTracking(),
  });
  ann = w.as('ann');
});
afterEach(() => w.end());

const promptsOf = (who: string) =>
  w.platform.seenBy(who).filter((m) => m.id.startsWith('checkins.mine:')).length;
const omitted = () =>
  w.inside(async () =>
    (await facts.find({ about: 'ann', kind: 'checkins.omitted' })).map(
      (f) => (f.data as { why: string }).why,
    ),
  );

test('a snooze brings it back as a new message; the old card says so', async () => {
  await w.until(prompt);
  await ann.presses('In an hour');
  expect(ann.sees()).toContain('I will ask you again 2027-02-01T10:00:00.000Z');
  await w.until('2027-02-01T09:59:00Z');
  expect(promptsOf('ann')).toBe(1);
  await w.until('2027-02-01T10:00:00Z');
  expect(promptsOf('ann')).toBe(2);
  expect(ann.sees()).toContain('I asked you again further down');
  await ann.presses('Tomorrow');
  await ann.presses('Next week');
  await w.until('2027-02-02T12:00:00Z');
  expect(promptsOf('ann')).toBe(2);
  await w.until('2027-02-08T09:00:00Z');
  expect(promptsOf('ann')).toBe(3);
  expect(await w.inside(() => checkIns.count({ person: 'ann' }))).toBe(1);
});

test('started meanwhile, a snooze does not come back', async () => {
  await w.until(prompt);
  await ann.presses('In an hour');
  await ann.presses('Start');
  await w.until('2027-02-01T12:00:00Z');
  expect(promptsOf('ann')).toBe(1);
});

test('a holiday that is inserted later moves the prompt', async () => {
  await w.inside(async () => {
    const de = (await calendars.get('de'))!;
    await calendars.save({ ...de, off: [...de.off, { day: '2027-02-01', name: 'Founders’ day' }] });
  });
  await w.until('2027-02-01T20:00:00Z');
  expect(promptsOf('ann')).toBe(0);
  expect(await omitted()).toEqual(['moved']);
  await w.until('2027-02-02T09:00:00Z');
  expect(promptsOf('ann')).toBe(1);
  await w.until('2027-02-15T09:00:00Z');
  expect((await w.inside(() => newestOf('q1', 'ann')))?.day).toBe('2027-02-15');
});

test('more than four hours late it is left to the next date, as a fact', async () => {
  w.clock.moveTo(new Date('2027-02-01T13:30:00Z'));
  await w.bot.settle();
  expect(promptsOf('ann')).toBe(0);
  expect(await omitted()).toEqual(['late']);
  await w.until('2027-02-15T09:00:00Z');
  expect(promptsOf('ann')).toBe(1);
});

test('after weeks of downtime there is one prompt, not one for each date missed', async () => {
  w.clock.moveTo(new Date('2027-03-01T10:00:00Z'));
  await w.bot.settle();
  expect(promptsOf('ann')).toBe(1);
  expect((await w.inside(() => newestOf('q1', 'ann')))?.day).toBe('2027-03-01');
});

test('paused, on leave, withdrawn: nothing is asked; afterwards it goes on', async () => {
  await w.inside(async () => {
    await cycles.change({ _id: 'q1' }, { $set: { state: 'paused' }, $inc: { rev: 1 } });
    await participants.change({ _id: 'q1:tom' }, { $set: { state: 'withdrawn' }, $inc: { rev: 1 } });
  });
  await w.until('2027-02-02T00:00:00Z');
  expect(promptsOf('ann')).toBe(0);
  expect((await ann.types('/perf checkin')).toast).toContain('paused');
  await w.inside(async () => {
    await cycles.change({ _id: 'q1' }, { $set: { state: 'running' }, $inc: { rev: 1 } });
    await people.change({ _id: 'ann' }, { $set: { leave: { from: '2027-02-10', to: '2027-02-20' } } });
  });
  await w.until('2027-02-16T00:00:00Z');
  expect(promptsOf('ann')).toBe(0);
  expect(promptsOf('bo')).toBe(1);
  expect(await omitted()).toEqual(['paused', 'leave']);
  await w.until('2027-03-01T09:00:00Z');
  expect(promptsOf('ann')).toBe(1);
  expect(promptsOf('tom')).toBe(0);
});

test('who moved to another zone is asked at ten there, once', async () => {
  await w.inside(() =>
    people.change({ _id: 'ann' }, { $set: { zone: 'America/New_York' }, $inc: { rev: 1 } }),
  );
  await w.until('2027-02-01T14:59:00Z');
  expect(promptsOf('ann')).toBe(0);
  await w.until('2027-02-01T15:00:00Z');
  expect(promptsOf('ann')).toBe(1);
  await w.until('2027-02-02T15:00:00Z');
  expect(promptsOf('ann')).toBe(1);
});

test('the series ends with the phase, and goes on when the phase is extended', async () => {
  await w.until('2027-03-20T00:00:00Z');
  expect(await w.inside(() => jobs.count({ state: 'ready', job: 'checkins.ask' }))).toBe(0);
  expect(promptsOf('ann')).toBe(4);
  const newest = await w.inside(() => newestOf('q1', 'ann'));
  expect(newest?.missed).toEqual(['2027-02-01', '2027-02-15', '2027-03-01']);
  await w.inside(async () => {
    const extensions = [{ phase: 'tracking', due: '2027-04-02' }];
    await cycles.change({ _id: 'q1' }, { $set: { extensions }, $inc: { rev: 1 } });
    const args = { about: 'q1', ref: 'q1', by: 'hanna', data: { phase: 'tracking' } };
    await jobs.insert(jobRow(trackingExtended, args, w.clock.now(), 'extended') as never);
  });
  await w.until('2027-03-30T08:00:00Z');
  expect(promptsOf('ann')).toBe(5);
});

test('the series begins when the cycle’s own turn opens tracking', async () => {
  await w.end();
  w = await world({
    database: 'checkins-turn',
    start: '2027-01-15T08:00:00Z',
    arrange: async () => {
      await arrangeTracking(q1);
      await jobs.remove({ _id: 'plan' });
      const now = new Date('2027-01-15T08:00:00Z');
      await jobs.insert(jobRow(turn, { cycle: 'q1' }, now, 'turn') as never);
    },
  });
  await w.until('2027-02-01T09:00:00Z');
  expect(promptsOf('ann')).toBe(1);
  expect(promptsOf('wang')).toBe(1);
});

test('DST: ten o’clock stays ten o’clock', async () => {
  await w.until('2027-03-15T14:00:00Z');
  // New York changed on 14 March, Berlin does on the 28th.
  expect(promptsOf('dev')).toBe(4);
  expect(promptsOf('ann')).toBe(4);
});
