/** More people than fit one step: everybody once, nobody twice, in pages of two hundred; whoever had a C before is due a plan. */
import { type Cycle, cycles, participantId, participants } from '../../src/cycles/model.ts';
import { standard } from '../../src/cycles/schemes.ts';
import { entries } from '../../src/outcomes/model.ts';
import { people } from '../../src/people/model.ts';
import { type Receipt, type Result, receipts, resultId, results } from '../../src/results/model.ts';
import { sheetOf } from '../kit/sheet.ts';
import { aPerson } from '../kit/someone.ts';
import { looking, outcomesWorld } from './arrange.ts';

const n = 450;
const idOf = (i: number) => `p${String(i).padStart(4, '0')}`;
const ids = Array.from({ length: n }, (_, i) => idOf(i));
const at = new Date('2027-04-26T07:00:00Z');

const receipt = (cycle: string, person: string, grade: 'B' | 'C'): Omit<Receipt, 'rev'> => ({
  _id: participantId(cycle, person),
  cycle,
  person,
  unit: 'Field',
  version: 1,
  grade,
  releasedAt: at,
  state: 'open',
});

const result = (person: string, grade: 'B' | 'C'): Omit<Result, 'rev'> => ({
  _id: resultId('q1', person, 1),
  cycle: 'q1',
  person,
  version: 1,
  source: 'rating',
  at,
  by: 'hanna',
  unit: 'Field',
  name: person,
  cycleName: 'q1',
  title: 'x',
  scheme: standard,
  ratingVersion: 1,
  goals: [],
  final: '3.00',
  computedGrade: grade,
  grade,
  self: {},
  reasons: {},
  code: `code-${person}`,
});

test('450 people more', async () => {
  const w = await outcomesWorld('many');
  const gradeOf = (i: number) => (i % 10 === 0 ? 'C' : 'B');
  await w.inside(async () => {
    await people.insertAll(ids.map((_id) => aPerson({ _id, unit: 'Field', manager: 'carla' })));
    await participants.insertAll(
      ids.map((person) => ({
        _id: participantId('q1', person),
        cycle: 'q1',
        person,
        state: 'released' as const,
        unit: 'Field',
        manager: 'carla',
        leads: false,
      })),
    );
    await receipts.insertAll(ids.map((p, i) => receipt('q1', p, gradeOf(i))));
    await results.insertAll(ids.map((p, i) => result(p, gradeOf(i))));
    const { rev: _, ...q1 } = (await cycles.must('q1')) as Cycle;
    const period = { from: '2026-10-01', to: '2026-12-31' };
    await cycles.insert({ ...q1, _id: 'q4', name: 'Q4', state: 'closed', period, closedAt: at });
    await receipts.insertAll(ids.slice(0, 100).map((p, i) => receipt('q4', p, i < 50 ? 'C' : 'B')));
  });
  const hanna = w.as('hanna');
  await hanna.types('/perf outcomes');
  await hanna.presses('Make the batch');
  const rows = await w.inside(() => entries.find({ batch: 'q1:1' }));
  expect(rows.length).toBe(n + 13);
  const plans = rows.filter((r) => r.rule.plan === 'twice').map((r) => r.person);
  expect(plans.sort()).toEqual([0, 10, 20, 30, 40].map(idOf));
  await hanna.presses('See the rows');
  await hanna.presses('Next', 'Rows');
  expect(hanna.sees()).toContain('[Back] [Next]');
  await hanna.presses('Submit for approval');
  await w.as('chen').presses('批准');
  await w.until('2027-06-07T08:30:00Z');
  expect(await w.inside(() => entries.count({ state: 'approved' }))).toBe(n + 12);
  expect(await w.inside(() => participants.count({ cycle: 'q1', state: 'final' }))).toBe(n + 12);
  await hanna.presses('Export (.xlsx)');
  expect(sheetOf(looking(() => w).fileOf('hanna', 'xlsx')).length).toBe(n + 13);
  await w.end();
}, 400_000);
