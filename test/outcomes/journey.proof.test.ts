/** From released results to a file for payroll, with two people's approval; and what an appeal changes in it. */
import { facts } from '../../src/core/facts.ts';
import { exact } from '../../src/core/fraction.ts';
import { cycles } from '../../src/cycles/model.ts';
import { standard } from '../../src/cycles/schemes.ts';
import {
  approveBatch,
  exportBatch,
  makeBatch,
  openOutcome,
  openRow,
  openRows,
  saveException,
  submitBatch,
} from '../../src/outcomes/actions.ts';
import { entries } from '../../src/outcomes/model.ts';
import { sumOf } from '../../src/outcomes/reward.ts';
import { people } from '../../src/people/model.ts';
import { receipts } from '../../src/results/model.ts';
import { seats } from '../feedback/seats.ts';
import { sheetOf } from '../kit/sheet.ts';
import type { World } from '../kit/world.ts';
import { looking, outcomesWorld, pressed } from './arrange.ts';

const outcome = openOutcome.token({ cycle: 'q1' });
const everyRow = openRows.token({ batch: 'q1:1', only: 'all', page: 0 });

describe.each([{ twice: false }, { twice: true, abortEvery: 5 }])('outcomes %j', (how) => {
  let w: World;
  const as = seats(() => w);
  const { owes, batch, row, stateOf, fileOf, appeals, revised } = looking(() => w);

  beforeAll(async () => {
    w = await outcomesWorld(
      `journey-${how.twice}`,
      async () => {
        await people.change({ _id: 'nina' }, { $set: { hired: '2027-02-15', name: '=Nina' } });
        const rewards = { ...standard.rewards, pool: 1000 };
        await cycles.change({ _id: 'q1' }, { $set: { 'schemes.standard.rewards': rewards } });
      },
      how,
    );
    await appeals('li', 'appealing');
    // Two of them got theirs late: they may still appeal.
    const releasedAt = new Date('2027-06-03T09:00:00Z');
    await w.inside(() => receipts.change({ person: { $in: ['dev', 'tom'] } }, { $set: { releasedAt } }));
  });
  afterAll(() => w.end());

  test('HR makes the batch: counts, the total against the pool, who waits; never their own row', async () => {
    expect(await owes('hanna')).toEqual(['Make the outcome batch · 2027 Q1']);
    expect(await owes('ann')).toEqual([]);
    await as('hanna').types('/perf outcomes');
    expect(as('hanna').sees()).toContain('Not in it: waits: appeal open: 1.');
    await as('hanna').presses('Make the batch');
    const seen = as('hanna').sees();
    expect(seen).toContain('| A | 1 |\n| B | 8 |\n| C | 1 |\n| D | 1 |');
    // Without 李娜 (appeal) and Hanna; Nina counts half.
    expect(seen).toContain('Total of coefficients: 9.30 · Pool: 10.00 · 93.0 % used · Exceptions: 0');
    expect(await row('nina')).toMatchObject({
      months: { eligible: '1.5', of: '3' },
      points: 50,
      state: 'draft',
    });
    expect(await w.inside(() => entries.get('q1:1:li'))).toBeUndefined();
    await as('hanna').presses('See the rows');
    const rows = as('hanna').sees().split('# Rows')[1] ?? '';
    expect(rows).toContain('| =Nina | B | 1.5 | 0.50 | 2–5 % | – | – |');
    expect(rows).not.toContain('Hanna Berg');
    await as('hanna').presses('Who is not in it');
    expect(as('hanna').sees()).toContain('| 李娜 | waits: appeal open |');
    expect(await owes('hanna')).toEqual(['Check and submit outcomes · 2027 Q1']);
  });

  test('an exception needs a reason; one’s own row is somebody else’s; outside of the band is said', async () => {
    const hanna = as('hanna');
    await hanna.presses('Ann Miller', 'Rows');
    await hanna.presses('Set an exception', 'Outcome of Ann');
    const form = hanna.form();
    const missing = await hanna.submits({ coefficient: '1.1' }, form);
    expect(Object.keys(missing.errors ?? {})).toEqual(['reason']);
    expect((await hanna.submits({ coefficient: '1.123', reason: 'x' }, form)).errors).toEqual({
      coefficient: 'Two decimals at most, please.',
    });
    await hanna.submits(
      { coefficient: '1.1', raise: '6', promotion: 'yes', reason: 'Led the launch.' },
      form,
    );
    expect(hanna.sees()).toContain('Holds: coefficient 1.10, raise 6 % and promotion candidate');
    expect(hanna.sees()).toContain('(The raise lies outside of the grade’s band.)');
    expect(hanna.sees()).toContain('| Ann Miller | B | 3 | 1.10 * | 6 % * | candidate * | – |');
    const own = saveException.token({ batch: 'q1:1', person: 'hanna' });
    const refused = await hanna.submits({ coefficient: 2, reason: 'x' }, { ...form, token: own });
    expect(refused.toast ?? '').toContain('your own row');
    expect((await hanna.sends(pressed(openRow.token({ batch: 'q1:1' }), 'hanna'))).toast).toContain(
      'your own row',
    );
  });

  test('the draft file: typed, safe, without the reader', async () => {
    await as('hanna').presses('Draft file (.xlsx)');
    const [head, ...rows] = sheetOf(fileOf('hanna', 'xlsx'));
    const at = (name: string) => head?.indexOf(name) ?? -1;
    const nina = rows.find((r) => r[at('E-mail')] === 'nina@example.com');
    expect(nina?.[at('Name')]).toBe("'=Nina");
    expect([nina?.[at('Eligible months')], nina?.[at('Coefficient')]]).toEqual([1.5, 0.5]);
    expect(rows.find((r) => r[at('Name')] === 'Ann Miller')?.[at('Reason')]).toBe('Led the launch.');
    expect(rows.some((r) => r[at('E-mail')] === 'hanna@example.com')).toBe(false);
  });

  test('nobody else makes, reads or decides; nobody sees anything before the approval', async () => {
    for (const person of ['ann', 'bo', 'lin'])
      for (const token of [
        makeBatch.token({ cycle: 'q1' }),
        submitBatch.token({ batch: 'q1:1', seen: 1 }),
        approveBatch.token({ batch: 'q1:1', seen: 1 }),
        everyRow,
        exportBatch.token({ batch: 'q1:1', as: 'csv' }),
      ])
        expect((await as(person).sends(pressed(token))).toast).toMatch(/HR|人力资源/);
    expect((await as('chen').sends(pressed(everyRow))).toast).toContain('HR');
    expect((await as('bo').sends(pressed(outcome, 'ann'))).toast).toContain('Nothing is approved');
    expect((await as('ann').types('/perf outcomes')).toast).toContain('Nothing is approved yet');
  });

  test('returned with a reason, submitted again, approved by a second person', async () => {
    await as('hanna').presses('Submit for approval');
    expect(await owes('chen')).toEqual(['Approve outcomes · 2027 Q1']);
    expect(
      (await as('hanna').sends(pressed(approveBatch.token({ batch: 'q1:1', seen: 1 })))).toast,
    ).toContain('somebody else decides');
    await as('chen').presses('查看例外');
    expect(as('chen').sees()).toContain('Led the launch.');
    await as('chen').presses('退回');
    await as('chen').submits({ reason: '请再核对奖金池' });
    expect(as('hanna').sees()).toContain('Returned by @chen: 请再核对奖金池');
    const old = submitBatch.token({ batch: 'q1:1', seen: (await batch(1)).version - 1 });
    expect((await as('hanna').sends(pressed(old))).toast).toContain('Something changed');
    await as('hanna').presses('Submit for approval');
    await as('chen').presses('批准');
    await as('chen').presses('撤回');
    expect((await batch(1)).state).toBe('submitted');
    await as('chen').presses('批准');
    const again = await as('chen').sends(
      pressed(approveBatch.token({ batch: 'q1:1', seen: (await batch(1)).version })),
    );
    expect(again.toast).toContain('已于');
    expect(as('ann').sees()).not.toContain('What your result leads to');
    expect(
      (await as('hanna').sends(pressed(exportBatch.token({ batch: 'q1:1', as: 'csv' })))).toast,
    ).toContain('can still be taken back');
  });

  test('five minutes later it holds: everybody reads their own, managers their team, the approver waits', async () => {
    await w.until('2027-06-07T08:30:00Z');
    expect(as('ann').sees()).toContain('Bonus coefficient: 1.10 · Months that count: 3 of 3 · Raise: 6 %');
    expect(as('nina').sees()).not.toContain('What your result');
    await w.until('2027-06-07T13:00:00Z');
    expect(as('nina').sees()).toContain('You were not there for the whole period');
    expect(as('chen').sees()).not.toContain('你的结果应用');
    expect((await row('chen')).state).toBe('waiting');
    expect(await owes('hanna')).toEqual(['Approve the approver’s own row · 2027 Q1']);
    await as('bo').presses('Open', 'Outcomes of your team');
    expect(as('bo').sees()).toContain('| Dev Patel | C | 0.60 | 0 % | – | – |');
    expect(as('bo').sees()).not.toContain('| Tom Becker');
    await as('bo').presses('Dev Patel', 'Outcomes you may read');
    const tom = await as('bo').sends(pressed(outcome, 'tom'));
    expect(tom.toast).toContain('Open to the person, their managers');
    const read = await w.inside(() => facts.find({ kind: 'outcomes.read', by: 'bo', about: 'dev' }));
    expect(read.length).toBe(2);
  });

  test('skip-level and HR partner read theirs, and nobody else', async () => {
    const reads = async (who: string, whom: string) =>
      (await as(who).sends(pressed(outcome, whom))).toast === undefined;
    expect(await reads('chen', 'dev')).toBe(true);
    expect(await reads('lin', 'dev')).toBe(true);
    expect(await reads('lin', 'tom')).toBe(false);
    expect(await reads('carla', 'dev')).toBe(false);
    expect(await reads('dev', 'ann')).toBe(false);
    expect(await reads('dev', 'dev')).toBe(true);
  });

  test('the approver’s row is approved by the other; exports say what is new', async () => {
    await as('hanna').presses('Export (.csv)');
    expect(fileOf('hanna', 'csv').toString()).not.toContain('chen@example.com');
    await as('hanna').presses('Approve that row');
    await w.until('2027-06-08T08:00:00Z');
    expect(as('chen').sees()).toContain('你的结果应用');
    await as('hanna').presses('Export (.csv)');
    const text = fileOf('hanna', 'csv').toString();
    const line = (who: string) => text.split('\r\n').find((l) => l.includes(`${who}@example.com`)) ?? '';
    expect(line('chen')).toMatch(/"approved",$/);
    expect(line('ann')).toMatch(/"2027-06-07T13:00:00.000Z"$/);
    expect(line('nina')).toContain('"\'=Nina"');
    expect((await batch(1)).state).toBe('exported');
  });

  test('after an appeal: a difference of one row, with the same two approvals; nobody else’s row changes', async () => {
    const before = await w.inside(() => entries.find({ batch: 'q1:1' }, { sort: { _id: 1 } }));
    await revised('dev', 'B');
    expect(as('hanna').sees()).toContain('Outcomes · 2027 Q1, batch 2, differences');
    expect(await row('dev', 2)).toMatchObject({ points: 100, change: 40, before: { entry: 'q1:1:dev' } });
    expect(await owes('hanna')).toContain('Differences after appeals · 2027 Q1');
    await as('hanna').presses('Submit for approval', 'differences');
    // A second appeal of somebody else does not join what lies with the approver.
    await revised('tom', 'B');
    expect(await row('tom', 3)).toMatchObject({ points: 100, change: 100 });
    await as('chen').presses('批准', '差额');
    await w.until('2027-06-08T08:30:00Z');
    await as('hanna').presses('Export (.xlsx)', 'batch 2');
    const [head, ...rows] = sheetOf(fileOf('hanna', 'differences.xlsx'));
    const at = (name: string) => head?.indexOf(name) ?? -1;
    expect(rows.length).toBe(1);
    expect(
      ['Coefficient before', 'Coefficient', 'Difference', 'Grade before', 'Grade'].map(
        (n) => rows[0]?.[at(n)],
      ),
    ).toEqual([0.6, 1, 0.4, 'C', 'B']);
    expect(await w.inside(() => entries.find({ batch: 'q1:1' }, { sort: { _id: 1 } }))).toEqual(before);
    const all = await w.inside(() => entries.find({ person: 'dev', state: 'approved' }));
    expect(exact(sumOf(all))).toBe('1');
  });

  test('before the approval the draft is worked out again, and HR is told', async () => {
    const hanna = as('hanna');
    await hanna.presses('See the rows', 'batch 3');
    await hanna.presses('Tom Becker', 'batch 3');
    await hanna.presses('Set an exception', 'Outcome of Tom');
    await hanna.submits({ coefficient: '0.8', reason: 'x' });
    await hanna.presses('Submit for approval', 'batch 3');
    await revised('tom', 'A');
    expect(await batch(3)).toMatchObject({ state: 'draft' });
    expect(await row('tom', 3)).toMatchObject({ points: 120, change: 120, version: 3 });
    await w.until('2027-06-09T08:05:00Z'); // she had her three messages of the day
    for (const said of ['# A result changed: Tom', 'old result and is gone', 'batch is a draft again'])
      expect(hanna.sees()).toContain(said);
  });
  test('frozen while an appeal is open: held back at the approval, and found by the next batch', async () => {
    await appeals('li', 'released');
    await as('hanna').types('/perf outcomes');
    await as('hanna').presses('Make the batch');
    expect(await w.inside(() => entries.find({ batch: 'q1:4' }))).toHaveLength(1);
    await as('hanna').presses('Submit for approval', 'batch 4');
    await appeals('li', 'appealing');
    await as('chen').types('/perf outcomes');
    await as('chen').presses('批准', '第 4 批');
    await w.until('2027-06-09T08:50:00Z');
    expect(await batch(4)).toMatchObject({ held: 1, state: 'approved' });
    expect(as('li').sees()).not.toContain('你的结果应用');
    expect(await w.inside(() => entries.count({ person: 'li' }))).toBe(0);
    await appeals('li', 'released');
    await as('hanna').types('/perf outcomes');
    await as('hanna').presses('Make the batch');
    expect((await row('li', 5)).state).toBe('draft');
  });

  test('final when it holds and the time for an appeal is over; a new version opens it again', async () => {
    await w.until('2027-06-09T08:00:00Z');
    expect(await stateOf('ann')).toBe('final');
    expect(await stateOf('chen')).toBe('final');
    // A new version of yesterday: ten working days to appeal.
    expect(await stateOf('dev')).toBe('released');
    expect(as('dev').sees()).toContain('coefficient 0.60, now 1.00');
    // Rows that nobody approved yet.
    expect(await stateOf('tom')).toBe('released');
    expect(await stateOf('li')).toBe('released');
  });
});
