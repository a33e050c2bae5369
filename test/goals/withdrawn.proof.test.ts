/** Who leaves the cycle: nothing about their goals waits for anybody any more, and what was shown says so. */
import { type Job, jobRow, jobs } from '../../src/core/job.ts';
import { withdrawPerson } from '../../src/cycles/actions.ts';
import { agreeGoal, answerConcern, confirmContract, saveProgress } from '../../src/goals/actions.ts';
import { contractOf } from '../../src/goals/contract.ts';
import { listUnsettled } from '../../src/goals/jobs.ts';
import { type Goal, goals } from '../../src/goals/model.ts';
import { tasks } from '../../src/goals/tasks.ts';
import { transcript } from '../kit/transcript.ts';
import { type World, world } from '../kit/world.ts';
import { arrangeAgreed, arrangeCycle, q1 } from './arrange.ts';
import { content } from './things.ts';

const start = new Date('2027-01-05T09:00:00Z');
const seen = start.getTime();
const proposed: Omit<Goal, 'rev'> = {
  ...content({ title: 'Cut the ticket backlog', weight: 5000 }),
  _id: 'goal_new',
  cycle: 'q1',
  person: 'ann',
  state: 'proposed',
  by: 'ann',
  at: q1.at,
  version: 0,
  versions: [],
  proposedAt: start,
};

let w: World;
beforeAll(async () => {
  w = await world({
    database: 'goals-withdrawn',
    start: start.toISOString(),
    async arrange() {
      await arrangeCycle();
      await arrangeAgreed('ann', 'bo');
      const concern = { text: 'Two of us are on leave', at: start, due: '2027-01-12', open: true };
      await goals.save({ ...(await goals.must('goal_ann')), weight: 5000, concern });
      await goals.insert(proposed);
    },
  });
});
afterAll(() => w.end());

const keysOf = async (person: string) =>
  (await w.inside(() => tasks(person, w.clock.now()))).map((t) => t.key).sort();
const cardOf = (person: string, title: string) => {
  const found = w
    .as(person)
    .messages()
    .filter((m) => m.card.title.includes(title));
  return found.map((m) => transcript(m.card)).join('\n');
};

test('while ann takes part, four things wait for bo, and HR sees that her weights are open', async () => {
  expect(await keysOf('bo')).toEqual([
    'goals.concern:goal_ann',
    'goals.contract:q1:ann',
    'goals.team:q1',
    'goals:q1',
  ]);
  await w.as('bo').types('/perf goals team');
  await w.as('bo').presses('Ann Miller');
  await w.as('ann').types('/perf goals');
  await w.as('ann').types('/perf progress');
  const args = { cycle: 'q1', after: '' };
  const row = jobRow(listUnsettled as unknown as Job, args, start, 'look');
  await w.inside(async () => void (await jobs.insert(row)));
  await w.until('2027-01-05T09:05:00Z');
  expect(cardOf('hanna', 'weights not settled')).toContain('Ann Miller');
});

test('after she was withdrawn none of it does, and the cards have closed', async () => {
  const token = withdrawPerson.token({ cycle: 'q1' });
  await w.as('hanna').sends({ kind: 'submit', token, values: { person: 'ann', reason: 'leave' } } as never);
  expect(await keysOf('bo')).toEqual(['goals:q1']);
  expect(cardOf('bo', 'people have proposed')).not.toContain('Ann Miller');
  const out = 'Taking part in this cycle has ended';
  expect(cardOf('bo', 'Goals of Ann')).toContain(out);
  expect(cardOf('bo', 'Goals of Ann')).not.toContain('[');
  expect(cardOf('ann', 'Your goals')).toContain(out);
  expect(cardOf('ann', 'Your goals')).not.toContain('[');
  expect(cardOf('ann', 'Progress')).not.toContain('[');
  expect(cardOf('hanna', 'weights not settled')).not.toContain('Ann Miller');
  expect(await w.inside(() => contractOf('q1', 'ann'))).not.toHaveProperty('unsettled');
});

test.each([
  ['bo', agreeGoal.token({ goal: 'goal_new', seen }), undefined],
  ['bo', answerConcern.token({ goal: 'goal_ann' }), undefined],
  ['bo', confirmContract.token({ cycle: 'q1', person: 'ann', version: 1 }), undefined],
  [
    'ann',
    saveProgress.token({ goal: 'goal_ann', keyResult: 'kr_ann' }),
    { actual: '9', confidence: 'onTrack' },
  ],
])('%s presses an old button all the same', async (person, token, values) => {
  const before = await w.inside(() => goals.find({ person: 'ann' }, { sort: { _id: 1 } }));
  const reply = await w.as(person).sends({ kind: values ? 'submit' : 'press', token, values } as never);
  expect(reply).toMatchObject({ toast: expect.stringContaining('Taking part in this cycle has ended') });
  expect(await w.inside(() => goals.find({ person: 'ann' }, { sort: { _id: 1 } }))).toEqual(before);
});
