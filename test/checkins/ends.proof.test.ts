/** Check-ins at the end of a cycle: numbers are locked, the cycle closes or is cancelled. */
import { cycleOver } from '../../src/checkins/jobs-end.ts';
import { checkIns, newestOf, obstacles } from '../../src/checkins/model.ts';
import { openOf } from '../../src/checkins/scene.ts';
import { talks } from '../../src/core/dialog.ts';
import { jobRow, jobs } from '../../src/core/job.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { progressOf } from '../../src/goals/history.ts';
import { goals } from '../../src/goals/model.ts';
import { type Someone, type World, world } from '../kit/world.ts';
import { anObstacle, arrangeTracking, stuck, tracked } from './arrange.ts';

/** After the lock of the assessment: Monday 5 April in Berlin. */
const locked = new Date('2027-04-07T09:00:00Z');
let w: World;
let ann: Someone;
beforeEach(async () => {
  w = await world({
    database: 'checkins-ends',
    start: '2027-02-01T08:30:00Z',
    arrange: () => arrangeTracking(),
  });
  ann = w.as('ann');
  await w.until('2027-02-01T09:00:00Z');
});
afterEach(() => w.end());

const annsNewest = () => w.inside(async () => (await newestOf('q1', 'ann'))!);

describe('numbers are locked', () => {
  test('a talk that was begun before is sent all the same; the goal keeps its numbers, and that is said', async () => {
    await ann.presses('Start');
    await ann.presses('Cut the ticket backlog');
    await ann.says('A second opinion');
    await ann.says('85');
    w.clock.moveTo(locked);
    await w.bot.settle();
    await ann.presses('All at once, as a form', 'Check-in');
    const plain = { ...stuck, obstacles: '', commitment: '9' };
    await ann.submits({ ...plain, goal: 'goal_backlog', kr_goal_backlog_kr1: '85' });
    expect(ann.reply().toast).toContain('Numbers are closed');
    const c = await annsNewest();
    expect(c.state).toBe('done');
    expect(c.record).toMatchObject({ goal: 'goal_backlog', numbers: [{ actual: 85 }] });
    const [history, goal] = await w.inside(() =>
      Promise.all([progressOf('goal_backlog'), goals.must('goal_backlog')]),
    );
    expect(history).toEqual([]);
    expect(goal.keyResults[0]).not.toHaveProperty('actual');
  });

  test('nobody is asked for what would not be taken', async () => {
    w.clock.moveTo(locked);
    await w.bot.settle();
    await ann.presses('Start');
    await ann.presses('Cut the ticket backlog');
    await ann.says('A second opinion');
    expect(ann.sees()).toContain('What has happened since last time?');
    expect(ann.sees()).not.toContain('where does it stand now');
  });
});

describe('the cycle ends', () => {
  const ends = (state: 'closed' | 'cancelled') =>
    w.inside(async () => {
      await cycles.change({ _id: 'q1' }, { $set: { state }, $inc: { rev: 1 } });
      const args = { about: 'q1', ref: 'q1', by: 'hanna', data: {} };
      await jobs.insert(jobRow(cycleOver, args, w.clock.now(), state) as never);
    });

  test('what is open is closed, and says why; the next cycle is not blocked by it', async () => {
    await ann.presses('Start');
    await ann.presses('Cut the ticket backlog');
    await w.inside(() => obstacles.insert({ ...anObstacle, _id: 'obstacle:x', to: 'bo', shownTo: ['bo'] }));
    await ends('cancelled');
    // Before anybody was told: it is no task any more.
    expect(JSON.stringify((await w.as('tom').types('/perf')).card)).not.toContain('Check-in about');
    expect(ann.sees()).toContain('The cycle has ended, so this check-in is closed');
    expect(w.as('bo').sees()).toContain('nothing needs to be done here any more');
    expect(await w.inside(() => checkIns.count({ open: true }))).toBe(0);
    expect(await w.inside(() => talks.count({ person: 'ann', state: 'asking' }))).toBe(0);
    await w.inside(() => inNextQuarter());
    await ann.types('/perf checkin');
    expect(ann.sees()).toContain('What do you want from this check-in?');
    expect((await w.inside(() => newestOf('q2', 'ann')))?.state).toBe('open');
  });

  test('one that was left open in a cycle that is over is passed over', async () => {
    await w.inside(async () => {
      await cycles.change({ _id: 'q1' }, { $set: { state: 'closed' }, $inc: { rev: 1 } });
      expect(await openOf('ann')).toBeUndefined();
      await inNextQuarter();
    });
    await ann.types('/perf checkin');
    expect((await w.inside(() => openOf('ann')))?.cycle).toBe('q2');
  });

  test('both ends of a cycle are followed', () => {
    for (const fact of ['cycles.closed', 'cycles.cancelled'])
      expect(w.parts.registry.after(fact).map((j) => j.name)).toContain('checkins.over');
  });
});

async function inNextQuarter() {
  await cycles.insert({ ...tracked, _id: 'q2', name: '2027 Q2', at: new Date('2027-02-01T00:00:00Z') });
  const seat = await participants.must('q1:ann');
  await participants.insert({ ...seat, _id: 'q2:ann', cycle: 'q2' });
}
