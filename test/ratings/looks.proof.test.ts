/** What one sees without doing: tasks, Home, the team, the whole for HR; in both languages. */
import { checkIns } from '../../src/checkins/model.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { goals } from '../../src/goals/model.ts';
import { tasks } from '../../src/ratings/home.ts';
import { hintsOf } from '../../src/ratings/index.ts';
import { ratings } from '../../src/ratings/model.ts';
import { announce } from '../../src/ratings/opening.ts';
import { transcript } from '../kit/transcript.ts';
import type { World } from '../kit/world.ts';
import { ratingsWorld, runs, says, tickets } from './arrange.ts';

const group = [{ of: 'peer' as const, value: '3.5', givers: '5+' as const }];
let w: World;
beforeEach(async () => {
  w = await ratingsWorld('looks', async () => {
    await says('ann', { competencies: group, collaboration: group });
    const goal = await goals.must('goal_ann_1');
    await goals.save({ ...goal, keyResults: [tickets({ verifier: 'wang' } as never)] });
  });
});
afterEach(() => w.end());

const owes = async (person: string) =>
  (await w.inside(() => tasks(person, w.clock.now()))).map((t) => t.title('en'));

test('tasks are there as long as there is something to do', async () => {
  const bo = w.as('bo');
  expect(await owes('bo')).toEqual(['Rate 2 people · 2027 Q1']);
  expect(await owes('wang')).toEqual(['Confirm numbers · 2027 Q1']);
  expect(await owes('ann')).toEqual([]);
  await w.as('wang').presses('确认数字', '请核实');
  expect(await owes('wang')).toEqual([]);
  await bo.presses('Ann Miller', 'Ratings of your team');
  expect(bo.sees()).toContain('80 % · confirmed by 王磊');
  await bo.presses('Ask for more', 'Rating of Ann');
  await bo.submits({ whom: 'person', question: 'How?' });
  expect(await owes('ann')).toEqual(['Answer a question from Bo Larsen']);
  await bo.presses('Confirm the number', 'Rating of Ann');
  await bo.presses('Approve', 'Rating of Ann');
  expect(await owes('bo')).toEqual(['Rate one person · 2027 Q1']);
  expect(await owes('chen')).toEqual(['Rate 4 people · 2027 Q1', 'Decide one rating by Bo Larsen']);
  await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { state: 'paused' } }));
  expect(await owes('bo')).toEqual([]);
  await bo.presses('Undo', 'Rating of Ann');
  await bo.presses('Approve', 'Rating of Ann');
  expect(bo.reply().toast).toContain('not running');
});

test('who verifies a number is asked; nobody else may', async () => {
  const wang = w.as('wang');
  const { button } = w.platform.find('wang', '确认数字', '请核实');
  expect((await w.as('li').sends({ kind: 'press', token: button.token } as never)).toast).toContain('核实人');
  expect((await w.as('ann').sends({ kind: 'press', token: button.token } as never)).toast).toContain(
    'themselves',
  );
  await wang.presses('open tickets', '请核实');
  await wang.submits({ actual: '48' });
  expect((await w.inside(() => goals.must('goal_ann_1'))).keyResults[0]).toMatchObject({
    actual: 48,
    confirmed: { by: 'wang' },
  });
  expect(wang.sees()).toContain('都已处理');
});

test('numbers that changed since the card was drawn are looked at first', async () => {
  const bo = w.as('bo');
  await bo.presses('Ann Miller', 'Ratings of your team');
  const { button, message } = w.platform.find('bo', 'Confirm all 2', 'Rating of Ann');
  const wang = w.as('wang');
  await wang.presses('open tickets', '请核实');
  await wang.submits({ actual: '100' });
  const stale = await bo.sends({ kind: 'press', token: button.token, on: message.receipt } as never);
  expect(stale.toast).toContain('moved on');
  expect(transcript(stale.card ?? { title: '', blocks: [] })).toContain('100 tickets');
});

test('Home, /perf team, /perf rate', async () => {
  const bo = w.as('bo');
  await w.inside(() =>
    checkIns.insert({
      _id: 'c1',
      cycle: 'q1',
      person: 'ann',
      manager: 'bo',
      day: '2027-03-10',
      missed: [],
      why: 'scheduled',
      state: 'done',
      newest: true,
      round: 1,
      askedAt: new Date('2027-03-10T09:00:00Z'),
      goals: [],
      carried: [],
      copied: true,
      record: {
        want: 'w',
        numbers: [],
        happened: 'Closed twenty tickets <!channel>',
        confidence: 'onTrack',
        needsHelp: false,
        options: 'o',
        deeds: [],
        commitment: 8,
      },
      remarks: [],
      readers: [],
    }),
  );
  expect(transcript(await bo.home())).toContain('Ratings · 2027 Q1: 0 of 2 sent');
  const team = await bo.types('/perf team');
  expect(transcript(team.card ?? { title: '', blocks: [] })).toContain(
    '| Ann Miller | 2 | 88 % | Wed 10 Mar | to rate |',
  );
  expect((await w.as('ann').types('/perf team')).toast).toContain('Nobody reports to you');
  expect((await w.as('ann').types('/perf rate')).toast).toBe('No ratings wait for you.');
  await w.as('zhao').says('绩效 评分');
  expect(w.as('zhao').sees()).toContain('团队评分 · 2027 Q1');
  await bo.presses('Ann Miller', 'Ratings of your team');
  expect(bo.sees()).toContain('| Mar | 1 | – | – |');
  await bo.presses('Show evidence');
  expect(bo.sees()).toContain('check-in: Closed twenty tickets <!channel>');
  const hints = await w.inside(async () => hintsOf(await cycles.must('q1'), 'bo', 'Product'));
  expect(hints).toEqual([{ kind: 'motions', copied: 1, held: 1, silent: 0, interviews: 0 }]);
  const lin = w.as('lin');
  await lin.types('/perf rate');
  await lin.presses('Product', '评分总览');
  expect(lin.sees()).toContain('1 次沟通中有 1 次与上一次内容雷同');
  expect(lin.sees()).not.toContain('| Sales |');
});

test('bias hints with their numbers, before it is sent', async () => {
  await w.inside(async () => {
    await participants.change({ cycle: 'q1' }, { $set: { manager: 'bo' } });
    const given = [
      { name: 'results', level: 5 as const },
      { name: 'competencies', level: 5 as const },
    ];
    for (const person of ['tom', 'nina', 'wang', 'li'])
      await ratings.save({
        ...(await ratings.must(`q1:${person}`)),
        rater: 'bo',
        state: 'submitted',
        dimensions: given,
        own: '5',
      });
    for (const person of ['carla', 'zhao', 'bo', 'sun', 'lin', 'hanna'])
      await ratings.save({ ...(await ratings.must(`q1:${person}`)), state: 'approved', own: '5/2' });
  });
  const bo = w.as('bo');
  await bo.types('/perf rate');
  await bo.presses('Ann Miller', 'Ratings of your team');
  expect(bo.sees()).toContain('Your ratings average 4.73, the company’s 3.50 (n = 5).');
  expect(bo.sees()).toContain('4 of 5 people have the same level in every dimension');
});

test('at the opening of the assessment managers hear what comes', async () => {
  await runs(w, announce, { cycle: 'q1', after: '' });
  expect(w.as('bo').sees()).toContain('After Fri 2 Apr one card brings you the 2 people of your team');
  expect(w.as('zhao').sees()).toContain('包含团队 3 人的目标');
  await runs(w, announce, { cycle: 'q1', after: '' });
  expect(w.as('bo').sees().split('one card brings you').length).toBe(2);
});
