import { contractOf } from '../../src/goals/contract.ts';
import { agreedGoals, goalsOf } from '../../src/goals/model.ts';
import { type World, world } from '../kit/world.ts';
import { arrangeCycle, backlog } from './arrange.ts';

let w: World;
beforeAll(async () => {
  w = await world({
    database: 'goals-journey',
    start: '2027-01-05T09:00:00Z',
    arrange: () => arrangeCycle(),
  });
});
afterAll(() => w.end());

/** Writes a goal from the live card. */
async function writes(person: string, values: Record<string, unknown> = {}, label = 'Write a goal') {
  const p = w.as(person);
  await p.presses(label);
  return p.submits({ ...backlog, ...values });
}

async function proposes(person: string) {
  const p = w.as(person);
  await p.types('/perf goals');
  await writes(person);
  await p.presses('Propose to my manager');
}

test('from the first word to the contract', async () => {
  const [ann, bo] = [w.as('ann'), w.as('bo')];
  await ann.types('/perf goals');
  expect(ann.sees()).toContain('Your goals for 2027 Q1');
  await writes('ann');
  expect(ann.sees()).toContain(
    'Cut open tickets from 120 to 40 tickets by Wed 31 Mar – from ticket system, confirmed by your manager.',
  );
  await writes('ann', {
    title: 'First answer within four hours',
    kind: 'atMost',
    from: '',
    to: '4',
    unit: 'h',
  });
  expect(ann.sees()).toContain('50 %');
  await ann.presses('Propose to my manager');
  expect(ann.reply().toast).toBe('Your manager has them now.');
  expect(bo.sees()).toContain('1 of 2 people have proposed goals');
  await bo.presses('Ann Miller');
  expect(bo.sees()).toContain('Goals of Ann Miller · 2027 Q1');
  await bo.presses('Agree all 2');
  expect(ann.sees()).toContain('agreed');
  expect(ann.sees()).toContain('Performance contract · Ann Miller · 2027 Q1');
  await ann.presses('Confirm');
  expect(bo.sees()).toContain('Ann Miller confirmed');
  await bo.presses('Confirm');
  const contract = await w.inside(() => contractOf('q1', 'ann'));
  expect(contract).toMatchObject({ state: 'confirmed', version: 1 });
  expect(await w.inside(() => agreedGoals('q1', 'ann'))).toHaveLength(2);
});

test('a goal is returned with a comment, mended and proposed again', async () => {
  const [dev, bo] = [w.as('dev'), w.as('bo')];
  await proposes('dev');
  await bo.presses('Dev Patel');
  await bo.presses('Return with a comment', 'Goals of Dev');
  await bo.submits({ comment: 'Which queue? **All** of them is <!channel> too much' });
  expect(dev.sees()).toContain(
    'Bo Larsen sent it back: “Which queue? **All** of them is <!channel> too much”',
  );
  await dev.presses('Edit');
  await dev.submits({ ...backlog, title: 'Cut the backlog of the phone queue' });
  await dev.presses('Propose to my manager');
  await bo.presses('Agree', 'Goals of Dev');
  const [goal] = await w.inside(() => goalsOf('q1', 'dev'));
  expect(goal).toMatchObject({ state: 'agreed', version: 1, title: 'Cut the backlog of the phone queue' });
});

test('nobody agrees their own goals, nor those of strangers; the second decision is told who and when', async () => {
  const carla = w.as('carla');
  await proposes('tom');
  await carla.presses('Tom Becker');
  const { button, message } = w.platform.find('carla', 'Agree', 'Goals of Tom');
  const press = { kind: 'press', token: button.token } as never;
  expect((await w.as('tom').sends(press)).toast).toContain('two people');
  expect((await w.as('bo').sends(press)).toast).toContain('open to');
  expect((await w.as('hanna').sends(press)).toast).toContain('open to');
  await carla.presses('Agree', 'Goals of Tom');
  const again = await carla.sends({ kind: 'press', token: button.token, on: message.receipt } as never);
  expect(again.toast).toContain('Already agreed: Carla Gómez');
  expect(again.card?.title).toBe('Goals of Tom Becker · 2027 Q1');
});

test('five minutes to think better of it', async () => {
  const carla = w.as('carla');
  await proposes('nina');
  await carla.presses('Nina Rossi');
  await carla.presses('Agree', 'Goals of Nina');
  await carla.presses('Undo', 'Goals of Nina');
  expect((await w.inside(() => goalsOf('q1', 'nina')))[0]).toMatchObject({ state: 'proposed', version: 0 });
  await carla.presses('Agree', 'Goals of Nina');
  await w.until('2027-01-05T09:05:01Z');
  await carla.presses('Undo', 'Goals of Nina');
  expect(carla.reply().toast).toContain('five minutes');
  expect((await w.inside(() => goalsOf('q1', 'nina')))[0]?.state).toBe('agreed');
});

test('what is wrong is said beside its field; nothing is kept of it', async () => {
  const hanna = w.as('hanna');
  await hanna.types('/perf goals');
  await hanna.presses('Write a goal');
  const form = hanna.form();
  expect((await hanna.submits({ ...backlog, to: '120' }, form)).errors?.to).toContain('same as the start');
  expect((await hanna.submits({ ...backlog, from: '' }, form)).errors?.from).toBe(
    'Where does it stand today?',
  );
  const long = await hanna.submits({ ...backlog, title: 'x'.repeat(10_000) }, form);
  expect(long.errors?.title).toContain('200');
  const self = await hanna.submits({ ...backlog, verifier: 'hanna' }, form);
  expect(self.errors?.verifier).toContain('Somebody else');
  expect((await hanna.submits({ ...backlog, align: 'company:forged' }, form)).errors?.align).toBeDefined();
  expect(await w.inside(() => goalsOf('q1', 'hanna'))).toHaveLength(0);
  expect((await hanna.submits({ ...backlog, title: '__proto__' }, form)).errors).toBeUndefined();
  expect(await w.inside(() => goalsOf('q1', 'hanna'))).toHaveLength(1);
});

test('levels are asked in a second form; the goal is kept without them', async () => {
  const bo = w.as('bo');
  await bo.types('/perf goals');
  await bo.presses('Write a goal', 'Your goals');
  await bo.submits({ ...backlog, kind: 'rated', measure: 'quality of the handover', from: '', to: '' });
  expect(bo.form().title).toBe('The five levels');
  await bo.submits({ a1: 'chaos', a2: 'gaps', a3: 'complete', a4: 'early', a5: 'others copy it' });
  expect(bo.sees()).toContain('5: others copy it');
});

test('in Chinese', async () => {
  const [wang, zhao] = [w.as('wang'), w.as('zhao')];
  await wang.says('绩效 目标');
  await writes(
    'wang',
    { title: '减少未结工单', measure: '未结工单', source: '工单系统', unit: '单' },
    '写一个目标',
  );
  expect(wang.sees()).toContain(
    '3月31日周三前，把「未结工单」从 120 降到 40单。数据来自工单系统，由你的直线经理确认。',
  );
  await wang.presses('提交给直线经理');
  expect(zhao.sees()).toContain('3 人中已有 1 人提交目标');
});
