import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { contracts, newContract } from '../../src/goals/contract.ts';
import { goals } from '../../src/goals/model.ts';
import type { ExportedCase } from '../../src/ratings/export.ts';
import { ratings } from '../../src/ratings/model.ts';
import type { World } from '../kit/world.ts';
import { aGoal, ratingsWorld, says, tickets } from './arrange.ts';
import { playAll } from './played.ts';

const program = fileURLToPath(new URL('../../src/ratings/score-main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'growloop-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function rescored(bytes: Buffer): unknown {
  const file = join(folder, 'audit.json');
  writeFileSync(file, bytes);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, file], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

let w: World;
afterEach(() => w.end());

test('the exported file yields exactly what is stored, case by case', async () => {
  w = await ratingsWorld('export', async () => {
    const few = (value: string) => ({ value, givers: '3-4' as const });
    const many = (value: string) => ({ value, givers: '5+' as const, distribution: [0, 20, 40, 40, 0] });
    await says('ann', {
      competencies: [
        { of: 'peer', ...few('4.5') },
        { of: 'together', ...many('4') },
      ],
      collaboration: [{ of: 'peer', ...few('1.5') }],
    });
    await says('dev', {
      competencies: [{ of: 'peer', ...many('2.5') }],
      collaboration: [{ of: 'partner', ...many('3') }],
    });
    await says('bo', { teamDevelopment: [{ of: 'report', ...few('3.5') }] });
    // 60 % agreed: computable with HR's waiver for 王磊, not for 李娜.
    await goals.remove({ _id: { $in: ['goal_wang_2', 'goal_li_2'] } });
    const waiver = { reason: 'Joined another project', by: 'hanna', at: new Date('2027-02-01'), sum: 6000 };
    await contracts.insert({ ...newContract('q1', 'wang'), waiver });
    const third = await goals.must('goal_tom_1');
    await goals.save({ ...third, keyResults: [tickets({ actual: 93.3 } as never)] });
    await goals.insert(aGoal('tom', 3, 0, tickets()));
  });
  const did = (await playAll(w)).join('\n');
  const open = await w.inside(() => ratings.find({ state: { $ne: 'approved' } }));
  expect(open.map((r) => r.person)).toEqual(['chen']);
  expect(await w.inside(() => participants.count({ state: 'rated' }))).toBe(12);
  for (const what of ['confirmed the numbers', 'adjusted', 'sent', 'approved', 'named', 'returned'])
    expect(did).toContain(what);
  const hanna = w.as('hanna');
  await hanna.types('/perf export audit 2027 Q1');
  const file = hanna.messages().find((m) => m.file)?.file;
  if (!file) throw new Error('no file came');
  expect(file.name).toBe('ratings-2027-Q1.json');
  const cases = JSON.parse(file.bytes.toString()) as ExportedCase[];
  const stored = await w.inside(() =>
    ratings.find({ state: { $in: ['approved', 'submitted'] } }, { sort: { _id: 1 } }),
  );
  expect(cases.map((c) => c.id)).toEqual(stored.map((r) => r._id).filter((id) => id !== 'q1:hanna'));
  expect(cases.length).toBeGreaterThan(8);
  expect(rescored(file.bytes)).toEqual(
    cases.map(({ id, published: { dimensions, final, grade } }) => ({ id, dimensions, final, grade })),
  );
  for (const { id, published } of cases) {
    const rating = stored.find((r) => r._id === id);
    expect({ final: published.final, grade: published.grade }).toEqual({
      final: rating?.final,
      grade: rating?.grade,
    });
  }
  expect(cases.find((c) => c.id === 'q1:li')?.published).toMatchObject({ final: null, grade: null });
  expect(cases.find((c) => c.id === 'q1:wang')?.published).toMatchObject({
    waived: true,
    final: expect.stringMatching(/^\d\.\d\d$/),
  });
  expect(file.bytes.toString()).not.toMatch(/Miller|Cut the backlog|another project/);
  expect(await w.inside(() => facts.count({ about: 'q1', kind: 'ratings.exported' }))).toBe(1);
}, 400_000);

test('only HR, and a cycle that is there', async () => {
  w = await ratingsWorld('export-no');
  expect((await w.as('bo').types('/perf export audit')).toast).toContain('HR');
  expect((await w.as('hanna').types('/perf export audit 1999')).toast).toContain('no cycle named “1999”');
  await w.as('hanna').says('绩效 导出 审计');
  expect(w.as('hanna').sees()).toContain('Audit file · 2027 Q1');
});
