import { contractOf } from '../../src/goals/contract.ts';
import { agreedGoals, goalsOf } from '../../src/goals/model.ts';
import { type World, world } from '../kit/world.ts';
import { arrangeCycle, backlog } from './arrange.ts';

let w: World;
beforeEach(async () => {
  w = await world({
    database: 'goals-journey',
    start: '2027-01-05T09:00:00Z',
    arrange: () => arrangeCycle(),
  });
});
afterEach(() => w.end());

/** Writes a goal from the live card. */
async function writes(person: string, values: Record<string, unknown> = {}, labels = ['Write a goal']) {
  const p = w.as(person);
  for (const label of labels) await p.presses(label);
  return p.submits({ ...backlog, ...values });
}

async function annProposes(n = 1) {
  const ann = w.as('ann');
  await ann.types('/perf goals');
  for (let i = 0; i < n; i += 1) await writes('ann', { title: `Cut the ticket backlog, part ${i + 1}` });
  await ann.presses('Propose to my manager');
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
  const [ann, bo] = [w.as('ann'), w.as('bo')];
  await annProposes();
  await bo.presses('Ann Miller');
  await bo.presses('Return with a comment');
  await bo.submits({ comment: 'Which queue? **All** of them is <!channel> too much' });
  expect(ann.sees()).toContain(
    'Bo Larsen sent it back: “Which queue? **All** of them is <!channel> too much”',
  );
  await ann.presses('Edit');
  await ann.submits({ ...backlog, title: 'Cut the backlog of the phone queue' });
  await ann.presses('Propose to my manager');
  await bo.presses('Agree', 'Goals of Ann');
  const [goal] = await w.inside(() => goalsOf('q1', 'ann'));
  expect(goal).toMatchObject({ state: 'agreed', version: 1, title: 'Cut the backlog of the phone queue' });
});

test('the second of two decisions is told who and when', async () => {
  const bo = w.as('bo');
  await annProposes();
  await bo.presses('Ann Miller');
  const { button, message } = w.platform.find('bo', 'Agree', 'Goals of Ann');
  await bo.presses('Agree', 'Goals of Ann');
  const again = await bo.sends({ kind: 'press', token: button.token, on: message.receipt } as never);
  expect(again.toast).toContain('Already agreed: Bo Larsen');
  expect(again.card?.title).toBe('Goals of Ann Miller · 2027 Q1');
});

test('five minutes to think better of it', async () => {
  const bo = w.as('bo');
  await annProposes();
  await bo.presses('Ann Miller');
  await bo.presses('Agree', 'Goals of Ann');
  await bo.presses('Undo');
  expect((await w.inside(() => goalsOf('q1', 'ann')))[0]).toMatchObject({ state: 'proposed', version: 0 });
  await bo.presses('Agree', 'Goals of Ann');
  await w.until('2027-01-05T09:05:01Z');
  await bo.presses('Undo');
  expect(bo.reply().toast).toContain('five minutes');
  expect((await w.inside(() => goalsOf('q1', 'ann')))[0]?.state).toBe('agreed');
});

test('nobody agrees their own goals, nor those of strangers', async () => {
  await annProposes();
  const bo = w.as('bo');
  await bo.presses('Ann Miller');
  const { button } = w.platform.find('bo', 'Agree', 'Goals of Ann');
  expect((await w.as('ann').sends({ kind: 'press', token: button.token } as never)).toast).toContain(
    'two people',
  );
  expect((await w.as('carla').sends({ kind: 'press', token: button.token } as never)).toast).toContain(
    'open to',
  );
  expect((await w.as('hanna').sends({ kind: 'press', token: button.token } as never)).toast).toContain(
    'open to',
  );
});

test('what is wrong is said beside its field; nothing is kept of it', async () => {
  const ann = w.as('ann');
  await ann.types('/perf goals');
  await ann.presses('Write a goal');
  const form = ann.form();
  expect((await ann.submits({ ...backlog, to: '120' }, form)).errors?.to).toContain('same as the start');
  expect((await ann.submits({ ...backlog, from: '' }, form)).errors?.from).toBe('Where does it stand today?');
  expect((await ann.submits({ ...backlog, kind: 'atLeast', to: '0' }, form)).errors?.to).toContain('above 0');
  expect((await ann.submits({ ...backlog, kind: 'atMost', to: '-1' }, form)).errors?.to).toContain('below 0');
  expect((await ann.submits({ ...backlog, title: 'x'.repeat(10_000) }, form)).errors?.title).toContain('200');
  expect((await ann.submits({ ...backlog, verifier: 'ann' }, form)).errors?.verifier).toContain(
    'Somebody else',
  );
  expect((await ann.submits({ ...backlog, align: 'company:forged' }, form)).errors?.align).toBeDefined();
  expect(await w.inside(() => goalsOf('q1', 'ann'))).toHaveLength(0);
  expect((await ann.submits({ ...backlog, title: '__proto__' }, form)).errors).toBeUndefined();
  expect(await w.inside(() => goalsOf('q1', 'ann'))).toHaveLength(1);
});

test('levels are asked in a second form; the goal is kept without them', async () => {
  const ann = w.as('ann');
  await ann.types('/perf goals');
  await ann.presses('Write a goal');
  await ann.submits({ ...backlog, kind: 'rated', measure: 'quality of the handover', from: '', to: '' });
  expect(ann.form().title).toBe('The five levels');
  await ann.submits({ a1: 'chaos', a2: 'gaps', a3: 'complete', a4: 'early', a5: 'others copy it' });
  expect(ann.sees()).toContain('5: others copy it');
});

test('in Chinese', async () => {
  const [wang, zhao] = [w.as('wang'), w.as('zhao')];
  await wang.types('绩效 目标');
  await wang.types('目标');
  await writes('wang', { title: '减少未结工单', measure: '未结工单', source: '工单系统', unit: '单' }, [
    '写一个目标',
  ]);
  expect(wang.sees()).toContain(
    '3月31日周三前，把「未结工单」从 120 降到 40单。数据来自工单系统，由你的直线经理确认。',
  );
  await wang.presses('提交给直线经理');
  expect(zhao.sees()).toContain('3 人中已有 1 人提交目标');
});
