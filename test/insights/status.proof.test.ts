/** How far a rated cycle is, and how its grades are spread: read by everybody who may, and by those who may not. */
import { overrides } from '../../src/calibration/model.ts';
import { checkIns } from '../../src/checkins/model.ts';
import { facts } from '../../src/core/facts.ts';
import { cycles, type Grade, participants } from '../../src/cycles/model.ts';
import { goals } from '../../src/goals/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import { release } from '../../src/results/issue.ts';
import { receipts } from '../../src/results/model.ts';
import { releases } from '../../src/reviews/model-answers.ts';
import { anOverride } from '../calibration/things.ts';
import { transcript } from '../kit/transcript.ts';
import type { World } from '../kit/world.ts';
import { does, ratedWorld } from '../results/arrange.ts';

let w: World;
const patience = 400_000;

const at = new Date('2027-03-01T09:00:00Z');
async function talk(person: string, n: number, state: 'done' | 'skipped' | 'dropped'): Promise<void> {
  await checkIns.insert({
    _id: `checkin_${person}_${n}`,
    cycle: 'q1',
    person,
    day: '2027-03-01',
    missed: [],
    why: 'scheduled',
    state,
    newest: false,
    round: 1,
    askedAt: new Date(at.getTime() + n),
    goals: [],
    carried: [],
    remarks: [],
    readers: [],
  });
}

const confidence = (goal: string, said: string) =>
  goals.change({ _id: goal }, { $set: { 'keyResults.0.confidence': said } });

/** Tom waits for his rating, Dev was calibrated twice, two goals are in danger. */
async function more(): Promise<void> {
  await ratings.change({ _id: 'q1:tom' }, { $set: { state: 'proposed' } });
  await participants.change({ _id: 'q1:tom' }, { $set: { state: 'assessing' } });
  const change = { cycle: 'q1', person: 'dev', session: 's', reason: 'Seen with the others.', by: 'hanna' };
  await overrides.insert({ ...change, _id: 'o2', from: 'B', to: 'A', at: new Date('2027-04-12T06:00:00Z') });
  await overrides.insert({ ...change, _id: 'o1', from: 'C', to: 'B', at: new Date('2027-04-12T05:00:00Z') });
  await confidence('goal_ann_1', 'offTrack');
  await confidence('goal_wang_1', 'atRisk');
  await confidence('goal_hanna_1', 'atRisk');
  for (const [person, n, state] of [
    ['ann', 1, 'done'],
    ['ann', 2, 'skipped'],
    ['ann', 3, 'dropped'],
    ['wang', 1, 'done'],
  ] as const)
    await talk(person, n, state);
}

beforeAll(async () => {
  w = await ratedWorld('insights-status', more);
}, patience);
afterAll(() => w.end());

async function reads(who: string, command: string): Promise<string> {
  const reply = await w.as(who).types(`/perf ${command}`);
  return reply.card ? transcript(reply.card) : (reply.toast ?? '');
}

async function opens(who: string, action: string, args: object): Promise<string> {
  const token = `insights.${action} ${JSON.stringify({ cycle: 'q1', page: 0, ...args })}`;
  const reply = await w.as(who).sends({ kind: 'press', token });
  return reply.card ? transcript(reply.card) : (reply.toast ?? '');
}

const regraded = (person: string, grade: Grade) =>
  w.inside(() => ratings.change({ _id: `q1:${person}` }, { $set: { grade } }));

describe('how far the cycle is', () => {
  test('HR sees who is late with rating, and never counts what is their own', async () => {
    const card = await reads('hanna', 'status');
    expect(card).toContain('Ratings settled 11/12');
    expect(card).toContain('Ratings overdue, with 1: Carla Gómez.');
    expect(card).toContain('Grades calibrated 0/11');
    expect(card).toContain('Take part: 13 people');
  });

  test('executives see numbers, the manager the own team, the others themselves', async () => {
    const executive = await reads('chen', '周期进度');
    expect(executive).toContain('评分已完成 11/12');
    expect(executive).not.toContain('Carla');
    const manager = await reads('bo', 'status');
    expect(manager).toContain('Take part: 2 people');
    expect(manager).not.toMatch(/calibrated|Grades/);
    expect(await reads('ann', 'status')).toContain('You are at: rated.');
  });

  test('an executive who leads people looks at them apart, by name', async () => {
    await reads('chen', 'status');
    const { card } = await w.as('chen').presses('你的团队');
    expect(card?.title).toBe('2027 Q1：你的团队');
    expect(JSON.stringify(card)).toContain('4 人');
    const talks = await opens('chen', 'status', { show: 'risk', mine: true });
    expect(talks).toContain('@hanna');
    expect(talks).not.toContain('@ann');
    expect(await opens('ann', 'status', { show: 'overview', mine: true })).toContain('You are at: rated.');
  });

  test('an HR partner sees the own units', async () => {
    const card = await opens('lin', 'status', { show: 'units' });
    expect(card).toContain('| Product | 3 |');
    expect(card).not.toContain('Sales');
  });

  test('check-ins held of those due, and goals at risk, by unit', async () => {
    const card = await opens('hanna', 'status', { show: 'talks' });
    expect(card).toContain('Check-ins held 2/3');
    expect(card).toContain('| Product | 1/2 | 6 | 0 | 1 |');
    expect(card).toContain('| Support | 1/1 | 8 | 1 | 0 |');
    expect(card).not.toContain('Ann');
  });

  test('whose goals: each is told in the audit that HR looked; HR’s own are not there', async () => {
    const card = await opens('hanna', 'status', { show: 'risk' });
    expect(card).toContain('@ann: 1 off track\n@wang: 1 at risk');
    expect(card).not.toContain('@hanna');
    const kept = await w.inside(() => facts.find({ kind: 'insights.riskRead' }, { sort: { about: 1 } }));
    expect(kept.map((f) => [f.by, f.about])).toEqual([
      ['hanna', 'ann'],
      ['hanna', 'wang'],
    ]);
    await reads('ann', 'audit');
    expect(w.as('ann').sees()).toContain('Hanna Berg saw that goals of Ann Miller are at risk.');
  });

  test('the manager opens the goals from there; nobody else is told a name', async () => {
    const card = await opens('bo', 'status', { show: 'risk' });
    expect(card).toContain('Open the goals of: Ann Miller');
    expect(card).not.toContain('@wang');
    await w.as('bo').presses('Ann Miller');
    expect(w.as('bo').sees()).toContain('Cut the backlog');
    expect(await w.inside(() => facts.count({ kind: 'insights.riskRead', by: 'bo' }))).toBe(0);
    for (const who of ['chen', 'ann'])
      expect(await opens(who, 'status', { show: 'risk' })).not.toContain('@');
  });
});

describe('grades', () => {
  test('are nothing for managers and employees', async () => {
    for (const who of ['bo', 'ann', 'tom']) {
      expect(await reads(who, 'distribution')).toContain('HR, HR partners and executives');
      expect(await opens(who, 'distribution', { by: 'rater' })).toContain('HR, HR partners and executives');
    }
    expect(await w.inside(() => facts.count({ kind: 'insights.distributionRead' }))).toBe(0);
  });

  test('HR reads them as they are after the last calibration, and that HR read them is kept', async () => {
    const card = await reads('hanna', 'distribution');
    expect(card).toContain('| Product | 3 | 0 | 1 | 2 | 0 | 0 | – |');
    expect(card).toContain('| Sales | 2 |');
    expect(card).toContain('One rating is still open and not counted.');
    expect(await w.inside(() => facts.count({ kind: 'insights.distributionRead', by: 'hanna' }))).toBe(1);
  });

  test('what calibration took back, or said about an earlier rating, is no grade', async () => {
    const before = await reads('hanna', '分布');
    const made = { person: 'dev', from: 'C', to: 'S' } as const;
    await w.inside(() =>
      overrides.insertAll([
        anOverride({ ...made, _id: 'back', undone: new Date() }),
        anOverride({ ...made, _id: 'earlier', rating: 7 }),
      ]),
    );
    expect(await reads('hanna', '分布')).toBe(before);
    await w.inside(() => overrides.remove({ _id: { $in: ['back', 'earlier'] } }));
  });

  test('one’s own and one’s manager’s grade change nothing that HR reads', async () => {
    const before = [await reads('hanna', '分布'), await opens('hanna', 'distribution', { by: 'rater' })];
    await regraded('hanna', 'S');
    await regraded('chen', 'D');
    const after = [await reads('hanna', '分布'), await opens('hanna', 'distribution', { by: 'rater' })];
    expect(after).toEqual(before);
    await regraded('wang', 'D');
    expect(await reads('hanna', '分布')).not.toBe(before[0]);
    for (const person of ['hanna', 'chen']) await regraded(person, 'B');
    await regraded('wang', 'A');
  });

  test('executives wait until all are settled: each new one would show by itself', async () => {
    expect(await reads('chen', 'distribution')).toContain('还有 1 份评分没有完成。');
    expect(await opens('chen', 'distribution', { by: 'rater' })).not.toContain('| Sales');
    await w.inside(() => ratings.change({ _id: 'q1:tom' }, { $set: { state: 'approved' } }));
    const card = await reads('chen', 'distribution');
    expect(card).toContain('| 合计 | 12 |');
    expect(card).toContain('| 其余合计 | 5 |');
    expect(card).not.toContain('| People |');
  });

  test('a team of two stands behind its unit', async () => {
    const card = await opens('chen', 'distribution', { by: 'rater' });
    expect(card).toContain('| Sales | 合计 | 3 |');
    expect(card).not.toContain('Carla');
  });

  test('an HR partner reads the own units, and Bo’s two people are no row either', async () => {
    const card = await opens('lin', 'distribution', { by: 'rater' });
    expect(card).toContain('| 合计 |  | 7 |');
    expect(card).not.toMatch(/Sales|People|Bo Larsen/);
  });

  test('are the same when some are released and others are not, and when all are', async () => {
    const before = await reads('hanna', 'distribution');
    const give = async (unit: object) => {
      await does(w, 'hanna', async (ctx) => {
        const cycle = await cycles.must('q1');
        for (const p of await participants.find({ cycle: 'q1', ...unit }, { sort: { _id: 1 } }))
          await release(ctx, cycle, p, await ratings.must(p._id));
      });
    };
    await give({ unit: 'Product' });
    expect(await reads('hanna', 'distribution')).toBe(before);
    w.clock.moveTo(new Date('2027-04-12T07:05:00Z'));
    await give({ unit: { $ne: 'Product' } });
    expect(await reads('hanna', 'distribution')).toBe(before);
    await w.inside(() => receipts.change({ _id: 'q1:dev' }, { $set: { grade: 'C' } }));
    expect(await reads('hanna', 'distribution')).toContain('| Product | 3 | 0 | 0 | 2 | 1 | 0 | – |');
  });
});

describe('after the release', () => {
  beforeAll(async () => {
    await w.inside(async () => {
      await cycles.change({ _id: 'q1' }, { $addToSet: { opened: 'feedback' } });
      await receipts.change({ _id: 'q1:ann' }, { $set: { state: 'acknowledged' } });
      await receipts.change({ _id: 'q1:li' }, { $set: { state: 'silent' } });
      await participants.change({ _id: 'q1:sun' }, { $set: { state: 'appealing' } });
      await releases.change({}, { $set: { unchecked: true } });
    });
  });

  test('released, acknowledged, silent, appealed', async () => {
    const card = await reads('hanna', 'status');
    expect(card).toContain('Results released 12/12');
    expect(card).toContain('Results acknowledged 2/13');
    expect(card).toContain('Of those acknowledged, 1 by five working days of silence.');
    expect(card).toContain('One appeal is open.');
  });

  test('HR’s board: the phase and its last day, the bars, what waits, the ways on', async () => {
    const board = transcript(await w.as('hanna').home());
    expect(board).toContain('2027 Q1: feedback, due Fri 14 May, closes for good on Tue 18 May');
    expect(board).toContain('Results acknowledged 2/13');
    expect(board).toContain('• One appeal open');
    expect(board).toContain('• One person’s comments to look through');
    expect(board).toMatch(/\[Look through\].* \[Status\] \[Distribution\]/);
    expect(board.indexOf('Running cycles')).toBeLessThan(board.indexOf('My goals'));
  });

  test('an HR partner’s board is of the own units; nobody else has one', async () => {
    const board = transcript(await w.as('lin').home());
    expect(board).toContain('结果已签收 2/7');
    expect(board).not.toContain('评语待检查');
    for (const who of ['chen', 'bo', 'ann'])
      expect(transcript(await w.as(who).home())).not.toMatch(/Running cycles|进行中的周期/);
  });

  test('a button of the board does what its command does, for those who may', async () => {
    const token = 'insights.run {"command":"rate"}';
    await w.as('hanna').sends({ kind: 'press', token });
    expect(w.as('hanna').sees()).toContain('Sales');
    const reply = await w.as('tom').sends({ kind: 'press', token });
    expect(reply.toast).toBeDefined();
  });
});
