/** When nothing about goals can change: paused, over, or after the lock. What is pressed all the same is told why. */
import { type CycleState, cycles, type Participant, type Phase } from '../../src/cycles/model.ts';
import {
  agreeClean,
  agreeGoal,
  agreeLateChange,
  agreePerson,
  declineOffer,
  editKeyResult,
  forgetChange,
  openGoals,
  openTeam,
  returnGoal,
  sendBackGoal,
  sharePartners,
  takeOnGoal,
  undoDecision,
} from '../../src/goals/actions.ts';
import { lateCard } from '../../src/goals/hr-cards.ts';
import { type Goal, goals } from '../../src/goals/model.ts';
import { sheetOf, shutBy } from '../../src/goals/sheet.ts';
import { tasks } from '../../src/goals/tasks.ts';
import { transcript } from '../kit/transcript.ts';
import { type World, world } from '../kit/world.ts';
import { arrangeAgreed, arrangeCycle, q1 } from './arrange.ts';
import { content, kr } from './things.ts';

const start = new Date('2027-01-05T09:00:00Z');
const wanted = content({ title: 'Halve the open tickets', due: '2027-03-31' });

const fresh = (person: string, over: Partial<Goal>): Omit<Goal, 'rev'> => ({
  ...content({ title: 'Cut the ticket backlog', parent: { kind: 'company', id: 'c1' }, due: '2027-03-31' }),
  keyResults: [kr({ due: '2027-03-31' })],
  _id: `goal_${person}`,
  cycle: 'q1',
  person,
  state: 'proposed',
  by: person,
  at: q1.at,
  version: 0,
  versions: [],
  proposedAt: start,
  ...over,
});

const change = async (person: string, over: Partial<Goal>) =>
  goals.save({ ...(await goals.must(`goal_${person}`)), ...over });
const undone = { what: 'agreed' as const, by: 'bo', at: start, until: new Date('2028-01-01T00:00:00Z') };

let w: World;
beforeAll(async () => {
  w = await world({
    database: 'goals-gate',
    start: start.toISOString(),
    async arrange() {
      await arrangeCycle();
      await goals.insert(fresh('ann', {}));
      await arrangeAgreed('dev', 'bo');
      await change('dev', { decision: undone });
      await goals.insert(fresh('tom', { state: 'offered', by: 'carla' }));
      await arrangeAgreed('nina', 'carla');
      await change('nina', { pending: { content: wanted, by: 'nina', at: start, proposed: false } });
      const agreed = { by: 'zhao', at: start };
      await arrangeAgreed('wang', 'zhao');
      await change('wang', { pending: { content: wanted, by: 'wang', at: start, proposed: true, agreed } });
    },
  });
});
afterAll(() => w.end());

const seen = start.getTime();
const ann = { goal: 'goal_ann', seen };
/** Who presses what, and what is written into the form. */
const presses: Readonly<Record<string, [string, string, object?]>> = {
  'agree one': ['bo', agreeGoal.token(ann)],
  'agree all of a person': [
    'bo',
    agreePerson.token({ cycle: 'q1', person: 'ann', seen: { goal_ann: seen } }),
  ],
  'agree all without hints': ['bo', agreeClean.token({ cycle: 'q1', until: seen })],
  'return, the form': ['bo', returnGoal.token(ann)],
  return: ['bo', sendBackGoal.token(ann), { comment: 'Which queue?' }],
  undo: ['bo', undoDecision.token({ cycle: 'q1', person: 'dev', made: { goal_dev: seen } })],
  'a late change': ['hanna', agreeLateChange.token({ goal: 'goal_wang', seen })],
  'take on': ['tom', takeOnGoal.token({ goal: 'goal_tom' })],
  decline: ['tom', declineOffer.token({ goal: 'goal_tom' })],
  'forget a change': ['nina', forgetChange.token({ goal: 'goal_nina' })],
  'share, the form': ['nina', sharePartners.token({ goal: 'goal_nina' })],
};

async function everything(): Promise<Goal[]> {
  return w.inside(() => goals.find({}, { sort: { _id: 1 } }));
}

async function refused(why: string): Promise<void> {
  const before = await everything();
  for (const [name, [person, token, values]] of Object.entries(presses)) {
    const reply = await w.as(person).sends({ kind: values ? 'submit' : 'press', token, values } as never);
    expect([name, reply.toast, reply.open]).toEqual([name, expect.stringContaining(why), undefined]);
  }
  const value = 'k1';
  const edit = { kind: 'press', token: editKeyResult.token({ goal: 'goal_nina' }), value } as never;
  expect((await w.as('nina').sends(edit)).toast).toContain(why);
  expect(await everything()).toEqual(before);
}

/** The cards as they are drawn now: the reason, and nothing to press that would be refused. */
async function drawn(why: string): Promise<void> {
  const sees = async (person: string, token: string) => {
    await w.as(person).sends({ kind: 'press', token } as never);
    const last = w.as(person).messages().at(-1);
    return last ? transcript(last.card) : '';
  };
  const team = await sees('bo', openTeam.token({ cycle: 'q1' }));
  expect(team).toContain(why);
  expect(team).not.toContain('Agree all');
  const own = await sees('tom', openGoals.token({ cycle: 'q1' }));
  expect(own).toContain(why);
  expect(own).not.toContain('[');
  const late = await w.inside(async () => {
    const sheet = await sheetOf('q1', 'wang');
    const view = { locale: 'en' as const, zone: 'UTC', now: w.clock.now() };
    return transcript(lateCard(sheet, sheet.goals[0] as Goal)(view));
  });
  expect(late).toContain(why);
  expect(late).not.toContain('[');
}

/** What is asked about goals; contracts go on beyond the lock. */
const keysOf = async (person: string) =>
  (await w.inside(() => tasks(person, w.clock.now())))
    .map((t) => t.key)
    .filter((key) => !key.startsWith('goals.contract'))
    .sort();

const becomes = (state: CycleState) =>
  w.inside(async () => void (await cycles.change({ _id: 'q1' }, { $set: { state } })));

test('while it can, the team card offers what is clean', async () => {
  const bo = w.as('bo');
  await bo.types('/perf goals team');
  expect(bo.sees()).toContain('[Agree all without hints]');
  expect(await keysOf('bo')).toEqual(['goals.team:q1', 'goals:q1']);
  expect(await keysOf('tom')).toEqual(['goals:q1']);
});

test.each([
  ['paused', 'This cycle is paused'],
  ['cancelled', 'cannot be changed any more'],
] as const)('%s: nothing is decided', async (state, why) => {
  await becomes(state);
  await refused(why);
  await drawn(why);
  await becomes('running');
});

/** China has a day off between the due day and the lock. */
test('after the lock: not even what was decided a moment ago is taken back', async () => {
  await w.until('2027-04-08T09:00:00Z');
  await becomes('running');
  await refused('The time for goals in this cycle is over');
  expect(await keysOf('bo')).toEqual([]);
  expect(await keysOf('tom')).toEqual([]);
  await drawn('The time for goals in this cycle is over');
  expect(w.as('bo').sees()).toContain('not agreed in time');
});

test.each([
  ['draft', 'notYet'],
  ['scheduled', 'notYet'],
  ['running', undefined],
  ['paused', 'paused'],
  ['closing', 'closed'],
  ['closed', 'closed'],
  ['cancelled', 'closed'],
] as const)('a cycle that is %s: %s', (state, why) => {
  const participant = { person: 'ann', unit: 'Product', state: 'planning' } as Participant;
  const place = { zone: 'UTC', calendar: { off: {}, work: {} } };
  const at = (opened: Phase[]) => ({ cycle: { ...q1, rev: 1, state, opened }, participant, place });
  expect(shutBy(at(['planning']), start)).toBe(why);
  expect(shutBy(at([]), start)).toBe(why ?? 'notYet');
});
