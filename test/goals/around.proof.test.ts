/** Around a goal: weights, concerns, company goals, and what people outside the two may see. */
import { facts } from '../../src/core/facts.ts';
import { jobRow, jobs } from '../../src/core/job.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { openContract, reviewOne } from '../../src/goals/actions.ts';
import { companyGoals } from '../../src/goals/company.ts';
import { overdueConcerns, planningLocked } from '../../src/goals/jobs.ts';
import { goals, goalsOf } from '../../src/goals/model.ts';
import { type World, world } from '../kit/world.ts';
import { arrangeAgreed, arrangeCycle, backlog, q1 } from './arrange.ts';

let w: World;
beforeAll(async () => {
  w = await world({
    database: 'goals-around',
    start: '2027-01-05T09:00:00Z',
    async arrange() {
      await arrangeCycle();
      await arrangeAgreed('ann', 'bo');
      await arrangeAgreed('tom', 'carla');
    },
  });
});
afterAll(() => w.end());

test('tasks and Home say what is next', async () => {
  const [dev, bo] = [w.as('dev'), w.as('bo')];
  await dev.types('/perf');
  expect(dev.sees()).toContain('Write your goals for 2027 Q1, due Fri 15 Jan');
  await dev.presses('Open', 'Open for you');
  await dev.presses('Write a goal');
  await dev.submits(backlog);
  await dev.types('/perf');
  expect(dev.sees()).toContain('Propose your goals for 2027 Q1');
  await dev.presses('Propose to my manager');
  await bo.types('/perf');
  expect(bo.sees()).toContain('Agree the goals of one person');
  expect(JSON.stringify((await dev.home()).blocks)).toContain('with your manager');
});

const ninas = async () => (await w.inside(() => goalsOf('q1', 'nina'))).map((g) => g.weight);

test('weights by hand: together 100, to the hundredth', async () => {
  const nina = w.as('nina');
  await nina.types('/perf goals');
  for (const title of ['The first of three', 'The second of three', 'The third of three']) {
    await nina.presses('Write a goal');
    await nina.submits({ ...backlog, title });
  }
  expect((await ninas()).sort()).toEqual([3333, 3333, 3334]);
  await nina.presses('Set weights');
  const form = nina.form();
  const [a = '', b = '', c = ''] = form.fields.map((f) => f.name);
  expect((await nina.submits({ [a]: '50', [b]: '30', [c]: '10' }, form)).toast).toContain(
    'Together this is 90 %',
  );
  await nina.submits({ [a]: '50', [b]: '33.25', [c]: '16,75' }, form);
  expect((await ninas()).sort()).toEqual([1675, 3325, 5000]);
});

test('company goals: published by those who may, aligned to by everybody', async () => {
  const [chen, hanna] = [w.as('chen'), w.as('hanna')];
  const forged = { kind: 'press', token: 'goals.publish {}' } as never;
  expect((await w.as('ann').sends(forged)).toast).toContain('Executives and HR');
  await chen.types('/perf goals company');
  await chen.presses('发布目标');
  const form = chen.form();
  const year = { title: '赢回流失客户', from: '2027-01-01', to: '2027-12-31' };
  expect((await chen.submits({ ...year, to: '2026-01-01' }, form)).errors?.to).toBeDefined();
  expect((await chen.submits({ ...year, unit: 'Nowhere' }, form)).errors?.unit).toContain('Product');
  await chen.submits(year, form);
  const [published] = await w.inside(() => companyGoals.find({}));
  await hanna.types('/perf goals');
  expect(hanna.sees()).toContain('Company goals to align with: “赢回流失客户”');
  await hanna.presses('Write a goal');
  await hanna.submits({ ...backlog, align: `company:${published?._id}` });
  expect(hanna.sees()).toContain('Serves: 赢回流失客户');
});

test('who may read: the line, HR and whoever shares the goal; reading is noted', async () => {
  for (const who of ['chen', 'hanna', 'lin']) {
    await w.as(who).types('/perf goals Ann');
    expect(w.as(who).sees()).toContain('Ann Miller');
  }
  expect((await w.as('carla').types('/perf goals Ann')).toast).toContain('open to the person');
  await w.inside(
    async () => void (await goals.save({ ...(await goals.must('goal_ann')), partners: ['carla'] })),
  );
  await w.as('carla').types('/perf goals Ann');
  expect(w.as('carla').sees()).toContain('Cut the ticket backlog');
  const read = await w.inside(() => facts.find({ about: 'ann', kind: 'goals.read' }));
  expect(read.map((f) => f.by).sort()).toEqual(['carla', 'chen', 'hanna', 'lin']);
});

test('a name is read like everywhere: alone, after an @, as a mention or an address', async () => {
  const hanna = w.as('hanna');
  for (const name of ['Ann', 'ann miller', '@Ann', '@Ann Miller', '<@ann>', 'ann@example.com']) {
    const n = hanna.messages().length;
    expect([name, (await hanna.types(`/perf goals ${name}`)).toast]).toEqual([name, undefined]);
    expect(
      hanna
        .messages()
        .slice(n - 1)
        .at(-1)?.card.title,
    ).toContain('Ann Miller');
  }
  expect((await hanna.types('/perf goals @Anm')).toast).toContain('Whom do you mean: Ann Miller');
  expect((await hanna.types('/perf goals @Zebulon')).toast).toBe('I don’t know this person.');
});

test('a goal or a contract opened by its button is read as well; the two whose it is read their own', async () => {
  const readers = async () => {
    const read = await w.inside(() => facts.find({ about: 'ann', kind: 'goals.read' }, { sort: { seq: 1 } }));
    return read.map((f) => f.by);
  };
  const before = await readers();
  const contract = openContract.token({ cycle: 'q1', person: 'ann' });
  const one = reviewOne.token({ cycle: 'q1', person: 'ann' });
  for (const who of ['ann', 'bo', 'lin', 'chen']) {
    await w.as(who).sends({ kind: 'press', token: contract } as never);
    await w.as(who).sends({ kind: 'press', token: one, value: 'goal_ann' } as never);
  }
  expect((await readers()).sort()).toEqual([...before, 'lin', 'lin', 'chen', 'chen'].sort());
});

test('a concern reaches the manager, the answer comes back; without one HR hears of it', async () => {
  const [ann, bo, tom] = [w.as('ann'), w.as('bo'), w.as('tom')];
  await tom.types('/perf goals');
  await tom.presses('Raise concern');
  await tom.submits({ concern: 'Too much at once' });
  await ann.types('/perf goals');
  await ann.presses('Raise concern');
  await ann.submits({ concern: 'Two of us are on leave' });
  expect(bo.sees()).toContain('Ann Miller raises a concern');
  await bo.presses('Answer', 'raises a concern');
  await bo.submits({ how: 'help', answer: 'Dev joins you on Mondays' });
  expect(ann.sees()).toContain('Bo Larsen: Get help. “Dev joins you on Mondays”');
  const on = { zone: 'Europe/Berlin', day: '2027-01-13' };
  const due = new Date('2027-01-13T08:30:00Z');
  await w.inside(
    async () => void (await jobs.insert(jobRow(overdueConcerns as never, on as never, due, 'look'))),
  );
  await w.until('2027-01-13T12:00:00Z');
  expect(w.as('hanna').sees()).toContain('Tom Becker raises a concern');
  expect(w.as('hanna').sees()).not.toContain('Ann Miller raises a concern');
});

test('planning locks: who is not settled is listed until they are, or HR accepts it with a reason', async () => {
  const kept = ['ann', 'dev', 'bo', 'hanna'];
  await w.inside(async () => {
    const all = (await participants.find({})).map((p) => p.person);
    await participants.remove({ person: { $in: all.filter((p) => !kept.includes(p)) } });
    const news = { about: 'q1', ref: 'q1', by: 'system', data: { phase: 'planning' } };
    await jobs.insert(jobRow(planningLocked as never, news as never, w.clock.now(), 'lock'));
  });
  await w.until('2027-01-19T12:00:00Z');
  const [hanna, bo, dev] = [w.as('hanna'), w.as('bo'), w.as('dev')];
  expect(hanna.sees()).toContain('2027 Q1: weights not settled');
  expect(bo.sees()).toContain('| Dev Patel | Bo Larsen | 0 % |');
  expect(hanna.sees()).not.toContain('| Hanna Berg');
  await hanna.presses('Dev Patel');
  await hanna.submits({ reason: 'Started a new role last week' });
  expect(dev.sees()).toContain('“Started a new role last week”');
  expect(hanna.sees()).not.toContain('| Dev Patel');
  const self = { kind: 'press', token: 'goals.waive {"cycle":"q1"}', value: 'hanna' } as never;
  expect((await hanna.sends(self)).toast).toContain('not for themselves');
});

test('what was not reached is carried over', async () => {
  const ann = w.as('ann');
  await w.inside(async () => {
    await cycles.change({ _id: 'q1' }, { $set: { state: 'closed' } });
    const period = { from: '2027-04-01', to: '2027-06-30' };
    await cycles.insert({ ...q1, _id: 'q2', name: '2027 Q2', at: new Date('2027-04-01T00:00:00Z'), period });
    const before = await participants.find({ cycle: 'q1' });
    await participants.insertAll(
      before.map(({ rev, ...p }) => ({ ...p, cycle: 'q2', _id: `q2:${p.person}` })),
    );
  });
  await ann.types('/perf goals');
  await ann.presses('Cut the ticket backlog', '2027 Q2');
  const [goal] = await w.inside(() => goalsOf('q2', 'ann'));
  expect(goal).toMatchObject({ state: 'draft', due: '2027-06-30', weight: 10_000, carriedFrom: 'goal_ann' });
});
