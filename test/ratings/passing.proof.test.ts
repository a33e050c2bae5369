import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { followManager, sweep } from '../../src/ratings/jobs.ts';
import { ratingOf, ratings } from '../../src/ratings/model.ts';
import type { World } from '../kit/world.ts';
import { ratingsWorld, runs, says } from './arrange.ts';

const group = (of: 'peer' | 'partner') => [{ of, value: '3.5', givers: '3-4' as const }];
const colleagues = { competencies: group('peer'), collaboration: group('peer') };

let w: World;
beforeEach(async () => {
  w = await ratingsWorld('passing', async () => {
    for (const person of ['ann', 'bo', 'hanna']) await says(person, colleagues);
  });
});
afterEach(() => w.end());

const rating = (person: string) => w.inside(() => ratingOf('q1', person));
const place = async (person: string) => (await w.inside(() => participants.get(`q1:${person}`)))?.state;
const sweeps = () => runs(w, sweep, { cycle: 'q1', after: '' });

interface Labels {
  team: string;
  confirm: string;
  approve: string;
}
const english: Labels = { team: 'Ratings of your team', confirm: 'Confirm all 2', approve: 'Approve' };
const chinese: Labels = { team: '团队评分', confirm: '全部确认（2）', approve: '同意建议' };

/** As proposed; what nobody could propose is met. */
async function sends(rater: string, name: string, { team, confirm, approve }: Labels = english) {
  const p = w.as(rater);
  await p.presses(name, team);
  await p.presses(confirm, name);
  const reply = await p.presses(approve, name);
  if (!reply.open) return;
  const levels = reply.open.fields.filter((f) => f.name.startsWith('level_'));
  await p.submits(Object.fromEntries(levels.map((f) => [f.name, f.value ?? '3'])));
  await p.presses(rater === 'chen' ? '提交' : 'Send', name);
}

/** Three working days of Berlin after Wednesday 7 April: the end of Monday the 12th. */
const late = '2027-04-13T06:00:00Z';

describe('not rated in time', () => {
  test('nothing moves before the third working day is over', async () => {
    await w.until('2027-04-12T21:30:00Z');
    await sweeps();
    expect(await rating('ann')).toMatchObject({ state: 'proposed', rater: 'bo' });
  });

  test('the manager’s manager rates, HR of the unit approves', async () => {
    const [bo, chen, lin] = [w.as('bo'), w.as('chen'), w.as('lin')];
    await w.until(late);
    await sweeps();
    expect(await rating('ann')).toMatchObject({ rater: 'chen', passedOn: { from: 'bo' } });
    expect(bo.sees()).toContain('The rating of Ann Miller has moved on');
    await chen.presses('Ann Miller', '团队评分');
    expect(chen.sees()).toContain('Bo Larsen 未按期完成，现由你评分');
    await sends('chen', 'Ann Miller', chinese);
    expect(await rating('ann')).toMatchObject({ state: 'submitted', decider: 'lin' });
    await lin.presses('批准', '陈伟');
    expect(await rating('ann')).toMatchObject({ state: 'approved', approved: { by: 'lin' } });
  });

  test('if nobody does: no rating, with its reason; HR can have it looked at again', async () => {
    const [hanna, chen] = [w.as('hanna'), w.as('chen')];
    await w.until(late);
    await sweeps();
    await w.until('2027-04-19T06:00:00Z');
    await sweeps();
    expect(await rating('ann')).toMatchObject({ state: 'unrated', unrated: { reason: 'notRated' } });
    expect(await rating('chen')).toMatchObject({ state: 'unrated', unrated: { reason: 'noEvaluator' } });
    expect(await place('ann')).toBe('rated');
    expect(hanna.sees()).toContain('Ann Miller: nobody rated in time.');
    await hanna.types('/perf rate');
    await hanna.presses('Product', 'Ratings · 2027 Q1');
    await hanna.presses('Ann Miller', 'Ratings of Product');
    await hanna.presses('Return for re-examination');
    await hanna.submits({ reason: 'The manager was in hospital' });
    expect(await rating('ann')).toMatchObject({ state: 'returned', rater: 'chen' });
    expect(await place('ann')).toBe('assessing');
    expect(chen.sees()).toContain('The manager was in hospital');
    await hanna.presses('Undo', 'The rating of Ann');
    expect([(await rating('ann'))?.state, await place('ann')]).toEqual(['unrated', 'rated']);
  });
});

describe('nobody above', () => {
  test('the HR head decides, or names an executive', async () => {
    await w.until('2027-04-07T06:20:00Z');
    await sends('chen', 'Bo Larsen', chinese);
    expect(await rating('bo')).toMatchObject({ state: 'submitted', decider: 'hanna' });
    const hanna = w.as('hanna');
    await hanna.presses('Name an executive instead');
    const form = hanna.form();
    for (const who of ['bo', 'chen', 'ann', 'nobody'])
      expect((await hanna.submits({ who }, form)).errors?.who).toContain('cannot decide');
    await hanna.submits({ who: 'carla' }, form);
    expect(await rating('bo')).toMatchObject({ decider: 'carla', named: { by: 'hanna' } });
    expect(hanna.sees()).toContain('Nothing waits for you here.');
    await w.until('2027-04-07T13:00:00Z');
    await w.as('carla').presses('Approve', '陈伟');
    expect(await place('bo')).toBe('rated');
  });

  test('of the HR head herself: who rated names somebody, since she cannot', async () => {
    await sends('chen', 'Hanna Berg', chinese);
    expect((await rating('hanna'))?.decider).toBeUndefined();
    const chen = w.as('chen');
    await chen.presses('指定审批人');
    await chen.submits({ who: 'zhao' });
    expect(await rating('hanna')).toMatchObject({ decider: 'zhao' });
    await w.as('zhao').presses('批准', '陈伟');
    expect(await place('hanna')).toBe('rated');
  });
});

describe('HR looks again', () => {
  test('and nobody rates anew: what was sent stands, and who decides has it before them again', async () => {
    const hanna = w.as('hanna');
    await sends('bo', 'Ann Miller');
    await w.as('chen').presses('批准', 'Bo Larsen');
    const before = await rating('ann');
    await hanna.types('/perf rate');
    await hanna.presses('Product', 'Ratings · 2027 Q1');
    await hanna.presses('Ann Miller', 'Ratings of Product');
    await hanna.presses('Return for re-examination');
    await hanna.submits({ reason: 'The numbers changed' });
    await w.until(late);
    await sweeps();
    expect(await rating('ann')).toMatchObject({ state: 'returned', rater: 'chen' });
    await w.until('2027-04-19T06:00:00Z');
    await sweeps();
    const { final, grade, dimensions } = before ?? {};
    expect(await rating('ann')).toMatchObject({
      ...{ state: 'submitted', rater: 'bo', decider: 'chen', version: 1, final, grade },
      dimensions: dimensions?.map(({ name, level }) => ({ name, level })),
    });
    expect((await rating('ann'))?.passedOn).toBeUndefined();
    expect(await place('ann')).toBe('assessing');
    await w.as('chen').presses('批准', 'Bo Larsen');
    expect(await rating('ann')).toMatchObject({ state: 'approved', approved: { by: 'chen' } });
    expect(await place('ann')).toBe('rated');
  });

  test('at any time before the release; with undo', async () => {
    const hanna = w.as('hanna');
    await sends('bo', 'Ann Miller');
    await w.as('chen').presses('批准', 'Bo Larsen');
    await hanna.types('/perf rate');
    await hanna.presses('Product', 'Ratings · 2027 Q1');
    await hanna.presses('Ann Miller', 'Ratings of Product');
    await hanna.presses('Return for re-examination');
    const form = hanna.form();
    await hanna.submits({ reason: 'The numbers changed' }, form);
    expect(await place('ann')).toBe('assessing');
    expect(w.as('bo').sees()).toContain('The numbers changed');
    await hanna.presses('Undo', 'The rating of Ann');
    expect(await rating('ann')).toMatchObject({ state: 'approved' });
    expect(await place('ann')).toBe('rated');
    await w.inside(() => participants.change({ _id: 'q1:ann' }, { $set: { state: 'released' } }));
    expect((await hanna.submits({ reason: 'Too late' }, form)).toast).toContain('has been released');
  });
});

describe('another manager', () => {
  const moves = () =>
    runs(w, followManager, { about: 'ann', ref: 'q1', by: 'system', data: { from: 'bo', to: 'carla' } });

  test('begins anew; the old one may leave one statement with its date', async () => {
    await sends('bo', 'Ann Miller');
    await w.until('2027-04-07T13:00:00Z');
    await moves();
    const fresh = await rating('ann');
    expect(fresh).toMatchObject({ state: 'proposed', rater: 'carla', dimensions: [], version: 1 });
    expect(fresh?.decider).toBeUndefined();
    const [bo, carla] = [w.as('bo'), w.as('carla')];
    expect(carla.sees()).toContain('| Ann Miller |');
    await bo.presses('Write a statement');
    const form = bo.form();
    await bo.submits({ statement: 'Solid until March' }, form);
    expect((await bo.submits({ statement: 'Changed my mind' }, form)).toast).toContain('written already');
    await carla.presses('Ann Miller', 'Ratings of your team');
    expect(carla.sees()).toContain('led before and wrote');
    expect(carla.sees()).toContain('Solid until March');
    expect((await w.inside(() => facts.find({ kind: 'ratings.statement' }))).length).toBe(1);
  });

  test('what was approved stays', async () => {
    await sends('bo', 'Ann Miller');
    await w.as('chen').presses('批准', 'Bo Larsen');
    await moves();
    expect(await rating('ann')).toMatchObject({ state: 'approved', rater: 'bo' });
    expect(await w.inside(() => ratings.count({ cycle: 'q1', rater: 'carla' }))).toBe(2);
  });
});
