/** Check-ins at the end of a cycle: numbers are locked, the cycle closes or is cancelled. */
import { newestOf } from '../../src/checkins/model.ts';
import { progressOf } from '../../src/goals/history.ts';
import { goals } from '../../src/goals/model.ts';
import { type Someone, type World, world } from '../kit/world.ts';
import { arrangeTracking, stuck } from './arrange.ts';

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
