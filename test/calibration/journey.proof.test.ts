/** One session from the opening to the close, as its members see it. */

import { notesOn, overridesOf, sessions } from '../../src/calibration/model.ts';
import { calibratedOf } from '../../src/calibration/standing.ts';
import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { people } from '../../src/people/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import type { World } from '../kit/world.ts';
import { ratedWorld } from '../results/arrange.ts';
import { opensUnit, sees } from './arrange.ts';

let w: World;
beforeEach(async () => {
  w = await ratedWorld('calibration-journey');
});
afterEach(() => w.end());

const reason = 'She carried the release of two other teams in March.';
const place = async (person: string) => (await w.inside(() => participants.must(`q1:${person}`))).state;
const session = async () => (await w.inside(() => sessions.find({ cycle: 'q1' })))[0];

test('HR sees how far the units are and opens one; everybody gets their own list', async () => {
  const hanna = w.as('hanna');
  await hanna.types('/perf 校准');
  expect(hanna.sees()).toContain('| Product | 3 | 0 | 0 | 0 | 0 | – |');
  const reply = await opensUnit(w, 'hanna', 'Product');
  expect(reply.toast).toBe('The session is open. Everybody gets their list now.');
  expect(await session()).toMatchObject({
    units: ['Product'],
    state: 'open',
    members: ['bo', 'chen', 'hanna', 'lin'],
    heads: [{ person: 'bo', units: ['Product'] }],
  });
  await w.until('2027-04-12T09:00:00Z');
  expect(sees(w, 'bo', 'Your list')).toContain('| Ann Miller | Bo Larsen | 3.41 | B |');
  expect(sees(w, 'lin', '你的校准名单')).toContain('| Bo Larsen | 陈伟 Chen Wei | 3.51 | B |');
  expect(w.as('ann').sees()).toBe('');
});

test('nobody finds their own row or the one of their manager, in no figure either; the room lists nobody', async () => {
  await opensUnit(w, 'hanna', 'Product');
  await w.until('2027-04-12T09:00:00Z');
  const bo = sees(w, 'bo', 'Your list');
  expect(bo).not.toMatch(/^\| Bo Larsen/m);
  expect(bo).toContain('Please look at 2 people');
  expect(bo).toContain('S 0, A 0, B 1, C 1 and D 0');
  for (const member of ['bo', 'chen', 'hanna', 'lin']) {
    const room = sees(w, member, 'Calibration of Product');
    expect(room).not.toContain('Ann');
    expect(room).not.toContain('bar:');
  }
});

test('a chart in the room as soon as nobody in it is compared', async () => {
  // Its head is no longer here, so HR names somebody.
  await w.inside(() => people.change({ _id: 'bo' }, { $set: { left: '2027-04-01' } }));
  await opensUnit(w, 'hanna', 'Product', { members: ['lin'], heads: ['chen'] });
  await w.until('2027-04-12T09:00:00Z');
  expect(sees(w, 'lin', 'Calibration of Product')).toContain('[bar: Grades: S 0, A 0, B 2, C 1 and D 0.]');
});

test('HR changes a grade with a reason; the score stays, and the raters’ hands stay off', async () => {
  const hanna = w.as('hanna');
  await opensUnit(w, 'hanna', 'Product');
  await hanna.presses('Ann Miller', 'Your list');
  expect(sees(w, 'hanna', 'Calibration · Ann')).toContain('| results | 3 · met | 4 · exceeded | 3.02 |');
  expect(sees(w, 'hanna', 'Calibration · Ann')).toContain('open tickets: 80 % reached');
  await hanna.presses('Change grade', 'Calibration · Ann');
  const form = hanna.form();
  expect(form.fields[0]?.options?.map((o) => o.value)).toEqual(['S', 'A', 'C', 'D']);
  await hanna.submits({ grade: 'A', reason: 'too short' });
  expect(hanna.reply().errors).toEqual({
    reason: 'The person will read this. Please write at least 20 characters.',
  });
  await hanna.submits({ grade: 'A', reason, note: 'Bo agrees.' }, form);
  expect(hanna.reply().toast).toContain('Changed. The score stays as it was.');
  expect(sees(w, 'hanna', 'Your list')).toContain('| Ann Miller | Bo Larsen | 3.41 | B → A |');
  expect(sees(w, 'hanna', 'Your list')).toContain('S 0, A 1, B 1, C 1 and D 0');
  expect(sees(w, 'hanna', 'Calibration · Ann')).toContain(`B → A · @hanna`);
  expect(await w.inside(() => overridesOf('q1', 'ann'))).toMatchObject([
    { from: 'B', to: 'A', reason, by: 'hanna' },
  ]);
  expect((await w.inside(() => ratings.must('q1:ann'))).grade).toBe('B');
  expect((await w.inside(() => notesOn('q1', 'ann'))).map((n) => n.text)).toEqual(['Bo agrees.']);
  const kinds = await w.inside(() => facts.find({ kind: 'calibration.changed' }));
  expect(kinds.map((f) => [f.about, Object.keys(f.data as object)])).toEqual([['q1', ['override']]]);
  await w.until('2027-04-12T08:00:00Z');
  expect(sees(w, 'bo', 'Your list')).toContain('| Ann Miller | Bo Larsen | 3.41 | B → A |');
});

test('the one who rated proposes; whoever is above or HR decides', async () => {
  await opensUnit(w, 'hanna', 'Product');
  await w.until('2027-04-12T09:00:00Z');
  const bo = w.as('bo');
  await bo.presses('Ann Miller', 'Your list');
  expect(sees(w, 'bo', 'Calibration · Ann')).not.toContain('[Change grade]');
  await bo.presses('Propose another grade', 'Calibration · Ann');
  await bo.submits({ grade: 'A', why: 'The two releases came after I had sent it.' });
  expect(bo.reply().toast).toContain('Kept with the case');
  expect(await w.inside(() => overridesOf('q1', 'ann'))).toEqual([]);
  const chen = w.as('chen');
  await chen.presses('Ann Miller', '你的校准名单');
  expect(sees(w, 'chen', '校准 · Ann')).toContain('建议 A');
  await chen.presses('调整等级', '校准 · Ann');
  await chen.submits({ grade: 'A', reason: '三月的交付同时支撑了另外两个团队，明显超出约定。' });
  expect(await w.inside(() => overridesOf('q1', 'ann'))).toMatchObject([{ to: 'A', by: 'chen' }]);
});

test('undone within five minutes, not later; the second of two is told who was first', async () => {
  await opensUnit(w, 'hanna', 'Product');
  await w.until('2027-04-12T09:00:00Z');
  const [hanna, chen] = [w.as('hanna'), w.as('chen')];
  await hanna.presses('Ann Miller', 'Your list');
  await chen.presses('Ann Miller', '你的校准名单');
  await hanna.presses('Change grade', 'Calibration · Ann');
  const form = hanna.form();
  await chen.presses('调整等级', '校准 · Ann');
  const late = chen.form();
  await hanna.submits({ grade: 'A', reason }, form);
  await chen.submits({ grade: 'C', reason: '两次交接出现失误，客户感受到了明显的影响，需要说明。' }, late);
  expect(chen.reply().toast).toBe('Hanna Berg 刚刚调整了这个等级，请先查看最新内容。');
  await hanna.presses('Undo', 'Calibration · Ann');
  expect(hanna.reply().toast).toBe('Taken back.');
  expect(await w.inside(() => overridesOf('q1', 'ann'))).toEqual([]);
  expect(sees(w, 'hanna', 'Calibration · Ann')).toContain('taken back');
  await hanna.presses('Change grade', 'Calibration · Ann');
  await hanna.submits({ grade: 'A', reason });
  const { button } = w.platform.find('hanna', 'Undo', 'Calibration · Ann');
  await w.until('2027-04-12T09:06:00Z');
  await hanna.sends({ kind: 'press', token: button.token });
  expect(hanna.reply().toast).toContain('Too late to undo');
  expect(await w.inside(() => overridesOf('q1', 'ann'))).toHaveLength(1);
});

test('two people close: HR and the head; a change in between asks both again', async () => {
  await opensUnit(w, 'hanna', 'Product');
  await w.until('2027-04-12T09:00:00Z');
  const [hanna, bo] = [w.as('hanna'), w.as('bo')];
  await hanna.presses('Close', 'Your list');
  expect(hanna.reply().toast).toContain('The session closes when the other one agrees');
  expect(sees(w, 'bo', 'Calibration of Product')).toContain('Agreed to close: Hanna Berg');
  await hanna.presses('Take my agreement back', 'Your list');
  expect((await session())?.signs).toEqual([]);
  await hanna.presses('Close', 'Your list');
  const chen = w.as('chen');
  await chen.presses('Ann Miller', '你的校准名单');
  await chen.presses('调整等级', '校准 · Ann');
  await chen.submits({ grade: 'A', reason: '三月的交付同时支撑了另外两个团队，明显超出约定。' });
  expect((await session())?.signs).toEqual([]);
  await w.until('2027-04-12T09:05:00Z');
  await hanna.presses('Close', 'Your list');
  await w.until('2027-04-12T09:10:00Z');
  await bo.presses('Confirm close', 'Your list');
  expect(bo.reply().toast).toContain('Both agreed');
  await w.until('2027-04-12T09:11:00Z');
  expect(await session()).toMatchObject({ state: 'closed', live: false, moved: 3 });
  expect([await place('ann'), await place('bo'), await place('tom')]).toEqual([
    'calibrated',
    'calibrated',
    'rated',
  ]);
  expect(sees(w, 'bo', 'Calibration of Product')).toContain('by Hanna Berg and Bo Larsen');
  expect(sees(w, 'bo', 'Your list')).not.toContain('[Close]');
  await hanna.types('/perf calibrate');
  expect(sees(w, 'hanna', 'Calibration · 2027 Q1')).toContain('| Product | 0 | 0 | 0 | 0 | 3 | closed |');
});

test('opened again before the release, with a reason; not once somebody knows the result', async () => {
  await closesProduct();
  const hanna = w.as('hanna');
  await hanna.presses('Open again', 'Your list');
  await hanna.submits({ reason: 'Dev’s second quarter was left out.' });
  expect(await session()).toMatchObject({ state: 'open', live: true, signs: [] });
  expect(sees(w, 'bo', 'Calibration of Product')).toContain('Opened again by Hanna Berg');
  await hanna.presses('Dev Patel', 'Your list');
  await hanna.presses('Change grade', 'Calibration · Dev');
  await hanna.submits({ grade: 'B', reason: 'The second quarter counts as much as the first one.' });
  expect(await w.inside(() => overridesOf('q1', 'dev'))).toMatchObject([{ from: 'C', to: 'B' }]);
  await hanna.presses('Close', 'Your list');
  await w.as('bo').presses('Open my list');
  await w.as('bo').presses('Confirm close', 'Your list');
  await w.until('2027-04-12T10:00:00Z');
  expect((await session())?.state).toBe('closed');
  await w.inside(() => participants.change({ _id: 'q1:ann' }, { $set: { state: 'released' } }));
  await hanna.presses('Open again', 'Your list');
  expect(hanna.reply().toast).toContain('From here on an appeal is the way');
});

async function closesProduct() {
  await opensUnit(w, 'hanna', 'Product');
  await w.until('2027-04-12T09:00:00Z');
  await w.as('hanna').presses('Close', 'Your list');
  await w.until('2027-04-12T09:01:00Z');
  await w.as('bo').presses('Confirm close', 'Your list');
  await w.until('2027-04-12T09:02:00Z');
}

test('a rating that goes back leaves the list, returns when approved, and after the close waits to be calibrated again', async () => {
  await opensUnit(w, 'hanna', 'Product');
  await w.until('2027-04-12T09:00:00Z');
  const hanna = w.as('hanna');
  await changesAnn();
  await hanna.presses('Close', 'Your list');
  await returnsAnn();
  await w.until('2027-04-12T09:30:00Z');
  expect(sees(w, 'hanna', 'Your list')).not.toContain('Ann Miller');
  expect(sees(w, 'hanna', 'Your list')).toContain('Not here yet: one person');
  expect((await session())?.signs).toEqual([]);
  await ratesAnnAnew();
  await w.until('2027-04-12T10:00:00Z');
  expect(sees(w, 'hanna', 'Your list')).toMatch(/\| Ann Miller \| Bo Larsen \| [\d.]+ \| [SABCD] \|/);
  expect(await w.inside(() => overridesOf('q1', 'ann'))).toEqual([]);
  await hanna.presses('Close', 'Your list');
  await w.until('2027-04-12T10:01:00Z');
  await w.as('bo').presses('Confirm close', 'Your list');
  await w.until('2027-04-12T10:02:00Z');
  expect(await place('ann')).toBe('calibrated');
  await returnsAnn();
  await ratesAnnAnew();
  await w.until('2027-04-12T11:00:00Z');
  expect(await place('ann')).toBe('rated');
  await hanna.types('/perf');
  expect(JSON.stringify(hanna.reply().card)).toContain('Calibrate Product again: one person was rated anew');
  const [product] = (await w.inside(() => calibratedOf('q1'))).filter((u) => u.unit === 'Product');
  expect(product).toMatchObject({ ready: 1, calibrated: 2, before: true });
});

async function changesAnn() {
  const hanna = w.as('hanna');
  await hanna.presses('Ann Miller', 'Your list');
  await hanna.presses('Change grade', 'Calibration · Ann');
  await hanna.submits({ grade: 'A', reason });
}

async function returnsAnn() {
  const hanna = w.as('hanna');
  await hanna.presses('Ann Miller', 'Your list');
  await hanna.presses('Return for re-examination', 'Calibration · Ann');
  await hanna.submits({ reason: 'Please look at collaboration again.' });
}

async function ratesAnnAnew() {
  const { version } = await w.inside(() => ratings.must('q1:ann'));
  const press = (who: string, verb: string, seen: number) =>
    w.as(who).sends({
      kind: 'press',
      token: `ratings.${verb} ${JSON.stringify({ cycle: 'q1', person: 'ann', seen })}`,
    });
  const goals = { goal_ann_1: 1, goal_ann_2: 1 };
  await w.as('bo').sends({
    kind: 'press',
    token: `ratings.confirm ${JSON.stringify({ cycle: 'q1', person: 'ann', goals })}`,
  });
  await press('bo', 'submit', version);
  await press('chen', 'approve', version + 1);
}
