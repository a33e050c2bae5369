import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { goals } from '../../src/goals/model.ts';
import { ratingOf } from '../../src/ratings/model.ts';
import type { World } from '../kit/world.ts';
import { handbook, ratingsWorld, says } from './arrange.ts';

const group = (of: 'peer' | 'partner') => [{ of, value: '3.5', givers: '3-4' as const }];
const colleagues = { competencies: group('peer'), collaboration: group('peer') };

let w: World;
beforeEach(async () => {
  w = await ratingsWorld('journey', () => says('ann', colleagues));
});
afterEach(() => w.end());

const rating = (person: string) => w.inside(() => ratingOf('q1', person));
const place = async (person: string) => (await w.inside(() => participants.get(`q1:${person}`)))?.state;
const opens = (rater: string, name: string, open = 'Ratings of your team') => w.as(rater).presses(name, open);

/** Ann as proposed: 3, 4, 4. */
async function boSendsAnn() {
  await opens('bo', 'Ann Miller');
  await w.as('bo').presses('Confirm all 2', 'Rating of Ann');
  return w.as('bo').presses('Approve', 'Rating of Ann');
}

/** Dev has no colleagues who say something: two dimensions have to be rated. */
async function boSendsDev(values: Record<string, string> = {}) {
  const bo = w.as('bo');
  await opens('bo', 'Dev Patel');
  await bo.presses('Confirm all 2', 'Rating of Dev');
  await bo.presses('Adjust', 'Rating of Dev');
  await bo.submits({ level_0: '3', level_1: '3', level_2: '3', ...values });
  return bo.presses('Send', 'Rating of Dev');
}

describe('the rater', () => {
  test('one card for the team when the assessment has locked', () => {
    expect(w.as('bo').sees()).toContain('Ratings of your team · 2027 Q1');
    expect(w.as('bo').sees()).toContain('0 of 2 sent. Please send the rest by Mon 12 Apr');
    expect(w.as('bo').sees()).toContain('| Ann Miller | 88 % | 2 to confirm | to rate |');
    expect(w.as('zhao').sees()).toContain('团队评分 · 2027 Q1');
    expect(w.as('ann').sees()).not.toContain('Rating');
  });

  test('the pack: goals, what colleagues say, a proposal; sent with two taps', async () => {
    const bo = w.as('bo');
    await opens('bo', 'Ann Miller');
    expect(bo.sees()).toContain('Cut the backlog · weight 60 % · 80 % reached');
    expect(bo.sees()).toContain('| competencies | 3.5 (3–4) |');
    expect(bo.sees()).toContain('| results | 2.60 | 3 · met | as proposed | – |');
    await bo.presses('Approve', 'Rating of Ann');
    expect(bo.reply().toast).toContain('2 numbers are not confirmed');
    await bo.presses('Confirm all 2', 'Rating of Ann');
    expect(bo.reply().toast).toBe('2 numbers confirmed.');
    await bo.presses('Approve', 'Rating of Ann');
    expect(bo.reply().toast).toBe('Sent.');
    // results (2.6·70 + 3·30)/100, competencies (4·50 + 3.5·40)/90, collaboration (3.5·60 + 4·40)/100
    expect(await rating('ann')).toMatchObject({
      state: 'submitted',
      version: 1,
      decider: 'chen',
      final: '3.13',
      grade: 'B',
      own: '11/3',
      attainment: '0.88',
      dimensions: [{ level: 3 }, { level: 4 }, { level: 4 }],
    });
    expect(bo.sees()).toContain('| Ann Miller | 88 % | confirmed | sent |');
  });

  test('a dimension without a proposal must be rated; a reason where it is needed', async () => {
    const bo = w.as('bo');
    await opens('bo', 'Dev Patel');
    await bo.presses('Confirm all 2', 'Rating of Dev');
    await bo.presses('Approve', 'Rating of Dev');
    expect(bo.reply().toast).toBe(
      'Nothing could be proposed for competencies and collaboration: please rate it.',
    );
    expect(bo.form().fields.find((f) => f.name === 'level_0')).toMatchObject({
      value: '3',
      hint: 'Proposed: 3 · met',
    });
    const form = bo.form();
    expect((await bo.submits({ level_0: '5', level_1: '', level_2: '9' }, form)).errors).toMatchObject({
      level_1: expect.stringContaining('1 to 5'),
      level_2: expect.stringContaining('1 to 5'),
    });
    expect((await bo.submits({ level_0: '5', level_1: '3', level_2: '1' }, form)).errors).toMatchObject({
      reason_0: expect.stringContaining('why'),
      reason_2: expect.stringContaining('why'),
    });
    const reason = `<!channel> __proto__ ${'x'.repeat(10_000)}`;
    const wide = await bo.submits({ level_0: '5', level_1: '3', level_2: '3', reason_0: reason }, form);
    expect(wide.errors?.reason_0).toContain('2,000');
    await bo.submits({ level_0: '5', level_1: '3', level_2: '3', reason_0: reason.slice(0, 100) }, form);
    expect(bo.sees()).toContain('results: <!channel> __proto__ xxx');
    await bo.presses('Send', 'Rating of Dev');
    expect(await rating('dev')).toMatchObject({ state: 'submitted', decider: 'chen' });
  });

  test('a key result without a number: entered, or left out with a reason that the card shows', async () => {
    const bo = w.as('bo');
    await w.inside(async () => {
      const goal = await goals.must('goal_ann_2');
      const { done, ...kr } = handbook() as { done?: boolean } & ReturnType<typeof handbook>;
      await goals.save({ ...goal, keyResults: [kr as never] });
    });
    await opens('bo', 'Ann Miller');
    expect(bo.sees()).toContain('No number yet: handbook.');
    await bo.presses('Confirm the number', 'Rating of Ann');
    await bo.presses('Approve', 'Rating of Ann');
    expect(bo.reply().toast).toContain('One key result has no number');
    await bo.presses('handbook', 'Rating of Ann');
    const form = bo.form();
    expect((await bo.submits({}, form)).errors?.reason).toContain('Either');
    expect((await bo.submits({ state: 'done', reason: 'wiki was down' }, form)).errors?.reason).toContain(
      'Either',
    );
    await bo.submits({ reason: 'The wiki was down for two months' }, form);
    expect(bo.sees()).toContain('left out: The wiki was down for two months');
    await bo.presses('Approve', 'Rating of Ann');
    const sent = await rating('ann');
    expect(sent?.goals[1]?.keyResults[0]?.exclusion).toMatchObject({ by: 'bo' });
    expect(sent?.basis?.participant.goals[1]?.keyResults[0]).toEqual({ kind: 'milestone', excluded: true });
    expect(w.as('chen').sees()).not.toContain('The wiki');
    await w.as('chen').presses('查看详情', 'Bo Larsen');
    expect(w.as('chen').sees()).toContain('The wiki was down');
  });

  test('asked for more: the answer comes back into the pack', async () => {
    const [bo, ann, lin] = [w.as('bo'), w.as('ann'), w.as('lin')];
    await opens('bo', 'Ann Miller');
    await bo.presses('Ask for more', 'Rating of Ann');
    await bo.submits({ whom: 'person', question: 'What about the **migration**?' });
    expect(ann.sees()).toContain('A question from Bo Larsen');
    expect(ann.sees()).toContain('“What about the **migration**?”');
    await ann.presses('Answer');
    const form = ann.form();
    await ann.submits({ answer: 'Two weekends' }, form);
    expect(bo.sees()).toContain('Two weekends');
    expect((await ann.submits({ answer: 'Three' }, form)).toast ?? '').toContain(
      'Already answered: Ann Miller',
    );
    await bo.presses('Ask for more', 'Rating of Ann');
    await bo.submits({ whom: 'hr', question: 'Was she on leave?' });
    await lin.presses('回答');
    await lin.submits({ answer: '没有' });
    expect(bo.sees()).toContain('没有');
    expect((await rating('ann'))?.waiting).toEqual([]);
  });
});

describe('who decides', () => {
  test('one card, a decision a row; the participant moves on', async () => {
    const chen = w.as('chen');
    await boSendsAnn();
    await boSendsDev();
    expect(chen.sees()).toContain('Bo Larsen 提交的评分 · 2027 Q1');
    expect(chen.sees()).toContain('有 2 份待你逐一审批');
    expect(chen.sees()).toContain('Ann Miller · 工作结果 3 · 能力 4 · 协作 4 → 3.13，B');
    await chen.presses('批准', 'Bo Larsen');
    expect(await rating('ann')).toMatchObject({ state: 'approved', approved: { by: 'chen' } });
    expect(await place('ann')).toBe('rated');
    expect(await place('dev')).toBe('assessing');
    expect(w.as('bo').sees()).toContain('| Ann Miller | 88 % | confirmed | approved |');
  });

  test('all at once', async () => {
    const chen = w.as('chen');
    await boSendsAnn();
    await boSendsDev();
    await chen.presses('全部批准（2）');
    expect([await place('ann'), await place('dev')]).toEqual(['rated', 'rated']);
    expect(
      (await w.inside(() => facts.find({ kind: 'ratings.approved' }))).map((f) => f.about).sort(),
    ).toEqual(['ann', 'dev']);
  });

  test('returned with a reason, mended, sent again', async () => {
    const [bo, chen] = [w.as('bo'), w.as('chen')];
    await boSendsAnn();
    await chen.presses('退回', 'Bo Larsen');
    await chen.submits({ reason: '协作再看一下' });
    expect(await rating('ann')).toMatchObject({ state: 'returned', version: 1 });
    expect(bo.sees()).toContain('returned it, ');
    expect(bo.sees()).toContain('协作再看一下');
    await bo.presses('Adjust', 'Rating of Ann');
    await bo.submits({ level_0: '3', level_1: '4', level_2: '3' });
    await bo.presses('Send', 'Rating of Ann');
    expect(await rating('ann')).toMatchObject({ state: 'submitted', version: 2 });
    expect(chen.sees()).toContain('协作 3（建议 4）');
    await chen.presses('批准', 'Bo Larsen');
    expect(await place('ann')).toBe('rated');
  });

  test('the second of two decisions is told who and when; an old button redraws', async () => {
    const chen = w.as('chen');
    await boSendsAnn();
    const { button, message } = w.platform.find('chen', '批准', 'Bo Larsen');
    await chen.presses('批准', 'Bo Larsen');
    const again = await chen.sends({ kind: 'press', token: button.token, on: message.receipt } as never);
    expect(again.toast).toContain('已经批准：陈伟 Chen Wei');
    expect(again.card?.title).toContain('Bo Larsen');
    expect((await rating('ann'))?.version).toBe(1);
  });

  test('five minutes to think better of it', async () => {
    const [bo, chen] = [w.as('bo'), w.as('chen')];
    await boSendsAnn();
    await bo.presses('Undo', 'Rating of Ann');
    expect(await rating('ann')).toMatchObject({ state: 'proposed' });
    await bo.presses('Approve', 'Rating of Ann');
    await chen.presses('批准', 'Bo Larsen');
    const undo = w.platform.find('chen', '撤回：Ann Miller');
    await chen.presses('撤回：Ann Miller');
    expect(await rating('ann')).toMatchObject({ state: 'submitted' });
    expect(await place('ann')).toBe('assessing');
    await w.until('2027-04-07T06:12:00Z');
    await chen.presses('批准', 'Bo Larsen');
    expect((await chen.sends({ kind: 'press', token: undo.button.token } as never)).toast).toContain(
      '五分钟',
    );
    await w.until('2027-04-07T06:40:00Z');
    await chen.sends({ kind: 'press', token: undo.button.token } as never);
    expect(await rating('ann')).toMatchObject({ state: 'approved' });
  });

  test('what was approved is no longer the rater’s to take back', async () => {
    const [bo, chen] = [w.as('bo'), w.as('chen')];
    await boSendsAnn();
    const { button } = w.platform.find('bo', 'Undo', 'Rating of Ann');
    await chen.presses('批准', 'Bo Larsen');
    await bo.sends({ kind: 'press', token: button.token } as never);
    expect(bo.reply().toast).toContain('five minutes');
    expect(await place('ann')).toBe('rated');
  });
});
