/** What happens after goals are agreed, in one quarter: numbers, and changes. */
import { contractOf } from '../../src/goals/contract.ts';
import { progressOf } from '../../src/goals/history.ts';
import { goals, goalsOf } from '../../src/goals/model.ts';
import { type World, world } from '../kit/world.ts';
import { arrangeAgreed, arrangeCycle, backlog } from './arrange.ts';

let w: World;
beforeAll(async () => {
  w = await world({
    database: 'goals-later',
    start: '2027-01-05T09:00:00Z',
    async arrange() {
      await arrangeCycle();
      await arrangeAgreed('ann', 'bo');
      await arrangeAgreed('nina', 'carla', { kind: 'milestone', title: 'handbook out', beyond: 'in use' });
    },
  });
});
afterAll(() => w.end());

const goalOf = async (person: string) => {
  const [goal] = await w.inside(() => goalsOf('q1', person));
  if (!goal) throw new Error(`${person} has no goal`);
  return goal;
};

test('a number with its confidence, and what it means', async () => {
  const ann = w.as('ann');
  await ann.types('/perf progress');
  expect(ann.sees()).toContain('• open tickets: no number yet (120 → 40)');
  await ann.presses('open tickets', 'Progress');
  await ann.submits({ actual: '80', confidence: 'onTrack', note: 'New template helps <!channel>' });
  expect(ann.sees()).toContain('• open tickets: 80 tickets (120 → 40) · 50 % · on track');
});

test('a milestone by its button, its stretch by the next', async () => {
  const nina = w.as('nina');
  await nina.says('绩效 进度');
  await nina.presses('Done: handbook out');
  expect(nina.sees()).toContain('handbook out: done · 100 %');
  await nina.presses('Stretch too: handbook out');
  expect(nina.sees()).toContain('done, stretch reached · 120 %');
});

test('the manager words it differently, the owner says yes or no', async () => {
  const [dev, bo] = [w.as('dev'), w.as('bo')];
  await dev.types('/perf goals');
  await dev.presses('Write a goal');
  await dev.submits(backlog);
  await dev.presses('Propose to my manager');
  await bo.presses('Dev Patel');
  await bo.presses('Propose a change', 'Goals of Dev');
  await bo.submits({ ...backlog, to: '50' });
  expect(dev.sees()).toContain('Your manager proposes:');
  await dev.presses('Agree');
  expect(await goalOf('dev')).toMatchObject({ state: 'agreed', keyResults: [{ target: 50 }] });
});

test('a goal offered by the manager is taken on', async () => {
  const [carla, tom] = [w.as('carla'), w.as('tom')];
  await carla.types('/perf goals team');
  await carla.presses('Tom Becker');
  await carla.presses('Propose a goal', 'Goals of Tom');
  await carla.submits({ ...backlog, title: 'Own the release train' });
  expect(tom.sees()).toContain('Own the release train');
  await tom.presses('Take it on');
  expect(await goalOf('tom')).toMatchObject({ state: 'draft', weight: 10_000 });
});

test('a shared goal goes off track: its partners hear it the same day', async () => {
  const goal = await goalOf('nina');
  await w.inside(async () => void (await goals.save({ ...goal, partners: ['hanna'] })));
  const nina = w.as('nina');
  await nina.presses('handbook out', 'Progress');
  await nina.submits({ state: 'open', confidence: 'offTrack' });
  expect(w.as('hanna').sees()).toContain('A goal you share is off track');
});

test('two weeks on: history, and a line over time', async () => {
  const ann = w.as('ann');
  await w.until('2027-01-20T09:00:00Z');
  await ann.presses('open tickets', 'Progress');
  await ann.submits({ actual: '60', confidence: 'atRisk' });
  expect(ann.sees()).toContain('[line: Cut the ticket backlog: from 50 % to 75 %]');
  expect(ann.sees()).toContain('All goals together, by weight: 75 %');
  expect(await w.inside(() => progressOf('goal_ann'))).toHaveLength(2);
});

test('a change waits beside what was agreed; both versions stay visible', async () => {
  const [ann, bo] = [w.as('ann'), w.as('bo')];
  await ann.types('/perf goals');
  await ann.presses('Edit');
  await ann.submits({ ...backlog, to: '30' });
  expect(ann.sees()).toContain('Change you want:');
  await ann.presses('Propose to my manager');
  await bo.presses('Ann Miller', 'people have proposed');
  expect(bo.sees()).toContain('before: Cut open tickets from 120 to 40 tickets');
  expect(bo.sees()).toContain('after: Cut open tickets from 120 to 30 tickets');
  await bo.presses('Agree', 'Goals of Ann');
  expect(ann.sees()).toContain('Version 1, agreed by Bo Larsen');
  expect(await goalOf('ann')).toMatchObject({ version: 2, keyResults: [{ target: 30, actual: 60 }] });
  expect(await w.inside(() => contractOf('q1', 'ann'))).toMatchObject({ state: 'open', version: 2 });
});

test('late in the period HR agrees too, and a lowered target is marked', async () => {
  const [ann, bo, hanna] = [w.as('ann'), w.as('bo'), w.as('hanna')];
  await w.until('2027-03-24T09:00:00Z');
  await ann.presses('Edit');
  await ann.submits({ ...backlog, to: '60' });
  await ann.presses('Propose to my manager');
  await bo.presses('Agree', 'Goals of Ann');
  expect(bo.reply().toast).toContain('HR agrees too');
  expect((await goalOf('ann')).version).toBe(2);
  expect(hanna.sees()).toContain('A late change to a goal of Ann Miller');
  await hanna.presses('Agree');
  const [, , last] = (await goalOf('ann')).versions;
  expect(last).toMatchObject({ hr: 'hanna', lowered: ['kr_ann'] });
  expect(ann.sees()).toContain('A target was lowered after the middle of the period');
});

test('after the lock nothing of it is taken', async () => {
  const ann = w.as('ann');
  await ann.presses('open tickets', 'Progress');
  const form = ann.form();
  await w.until('2027-04-06T09:00:00Z');
  expect((await ann.submits({ actual: '40', confidence: 'onTrack' }, form)).toast).toContain('locked');
  expect((await goalOf('ann')).keyResults[0]).toMatchObject({ actual: 60 });
});
