/** What is judged by levels: all five stand before anybody says yes. */
import { agreeGoal } from '../../src/goals/actions.ts';
import { type Goal, goals, goalsOf } from '../../src/goals/model.ts';
import { agree, proposal, propose } from '../../src/goals/rules.ts';
import { type World, world } from '../kit/world.ts';
import { arrangeCycle, backlog } from './arrange.ts';
import { act, aGoal, kr, said, start } from './things.ts';

const rated = kr({ kind: 'rated', title: 'quality of the handover', baseline: undefined, target: undefined });
const levels = { a1: 'chaos', a2: 'gaps', a3: 'complete', a4: 'early', a5: 'others copy it' };
const byLevels = { ...backlog, kind: 'rated', measure: 'quality of the handover', from: '', to: '' };

test('no yes to levels that are not written, but one to dropping the goal', () => {
  const sent = propose(aGoal({ keyResults: [rated] }), start);
  expect(said(() => agree(sent, proposal(sent), act('bo')))).toContain(
    'five levels of “quality of the handover”',
  );
  const four = propose(
    aGoal({ keyResults: [{ ...rated, anchors: ['1', '2', '3', '4', ' '] } as never] }),
    start,
  );
  expect(said(() => agree(four, proposal(four), act('bo')))).toContain('five levels');
  const whole = propose(
    aGoal({ keyResults: [{ ...rated, anchors: Object.values(levels) } as never] }),
    start,
  );
  expect(agree(whole, proposal(whole), act('bo')).state).toBe('agreed');
  const pending = { by: 'ann', at: start, proposed: true };
  const gone: Goal = aGoal({ keyResults: [rated], state: 'agreed', version: 1, pending });
  expect(agree(gone, proposal(gone), act('bo')).state).toBe('dropped');
});

let w: World;
beforeAll(async () => {
  w = await world({
    database: 'goals-levels',
    start: '2027-01-05T09:00:00Z',
    arrange: () => arrangeCycle(),
  });
});
afterAll(() => w.end());

const goalOf = async (person: string) => (await w.inside(() => goalsOf('q1', person)))[0] as Goal;

test('the owner is told what to write before the goal can be proposed', async () => {
  const ann = w.as('ann');
  await ann.types('/perf goals');
  await ann.presses('Write a goal');
  await ann.submits(byLevels);
  await ann.presses('Propose to my manager');
  expect(ann.reply().toast).toContain('“quality of the handover” is judged by five levels');
  expect((await goalOf('ann')).state).toBe('draft');
  await ann.presses('Write the five levels');
  await ann.submits(levels);
  await ann.presses('Propose to my manager');
  expect((await goalOf('ann')).state).toBe('proposed');
});

test('what the manager words by levels waits for them; then the owner can say yes', async () => {
  const [ann, bo] = [w.as('ann'), w.as('bo')];
  await bo.types('/perf goals Ann');
  await bo.presses('Propose a change', 'Goals of Ann');
  await bo.submits({ ...byLevels, measure: 'quality of the notes', kind: 'milestone' });
  await ann.presses('Keep as it is');
  await ann.submits({ comment: 'Levels say more' });
  await bo.presses('Propose a change', 'Goals of Ann');
  const goal = await goalOf('ann');
  const bare = { ...goal, keyResults: goal.keyResults.map(({ ...k }) => ({ ...k, anchors: undefined })) };
  await w.inside(async () => void (await goals.save(bare as Goal)));
  await bo.submits(byLevels);
  expect(bo.form().title).toBe('The five levels');
  expect(ann.sees()).not.toContain('[Agree]');
  const early = await goalOf('ann');
  const token = agreeGoal.token({ goal: early._id, seen: proposal(early) });
  expect((await ann.sends({ kind: 'press', token } as never)).toast).toContain('not all written yet');
  await bo.presses('Write the five levels', 'Goals of Ann');
  await bo.submits(levels);
  expect(bo.reply().toast).toBe('Sent.');
  await ann.presses('Agree');
  expect(await goalOf('ann')).toMatchObject({
    state: 'agreed',
    keyResults: [{ anchors: Object.values(levels) }],
  });
});

test('an offer by levels: asked of the manager, or written by the one who takes it on', async () => {
  const [carla, tom] = [w.as('carla'), w.as('tom')];
  await carla.types('/perf goals Tom');
  await carla.presses('Propose a goal', 'Goals of Tom');
  await carla.submits(byLevels);
  expect(carla.form().title).toBe('The five levels');
  await tom.presses('Take it on');
  await tom.presses('Propose to my manager');
  expect(tom.reply().toast).toContain('is judged by five levels');
  await tom.presses('Write the five levels');
  await tom.submits(levels);
  await tom.presses('Propose to my manager');
  expect((await goalOf('tom')).state).toBe('proposed');
});
