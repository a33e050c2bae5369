/** The audit file after the release is what was published: calibrated, changed by a panel, rated only by a re-rating. */
import { overrides } from '../../src/calibration/model.ts';
import { participants } from '../../src/cycles/model.ts';
import { type Basis, ratings } from '../../src/ratings/model.ts';
import { scored, withLevels } from '../../src/ratings/rescore.ts';
import { answer, readCase } from '../../src/ratings/score-file.ts';
import { revise } from '../../src/results/issue.ts';
import { resultOf } from '../../src/results/model.ts';
import { anOverride } from '../calibration/things.ts';
import type { World } from '../kit/world.ts';
import { does, releasedWorld } from './arrange.ts';

let w: World;
afterEach(() => w.end());

const levels = (level: number) => ({ results: level, competencies: level, collaboration: level });
const cases = async (): Promise<{ id: string; published: Record<string, unknown> }[]> => {
  await w.as('hanna').types('/perf export audit');
  const files = w
    .as('hanna')
    .messages()
    .flatMap((m) => m.file?.bytes.toString() ?? []);
  return JSON.parse(files.at(-1) ?? '[]');
};
const result = async (person: string) => {
  const found = await w.inside(() => resultOf('q1', person));
  if (!found) throw new Error(person);
  return found;
};

test('case by case, and each computes to the same again', async () => {
  let kept: Basis | undefined;
  w = await releasedWorld('audit', async () => {
    await overrides.insert(anOverride({ person: 'ann' }) as never);
    const { basis, computed, final, grade, approved, ...rating } = await ratings.must('q1:wang');
    kept = basis;
    const at = new Date('2027-04-09T00:00:00Z');
    await ratings.save({ ...rating, state: 'unrated', unrated: { reason: 'notRated', at } });
  });
  const decided = { reasons: 'Seen again.', by: ['lin'] };
  const [wang, dev] = [await result('wang'), await result('dev')];
  await does(w, 'lin', async (ctx) => {
    for (const [before, level] of [
      [wang, 4],
      [dev, 5],
    ] as const) {
      const again = scored(withLevels(before.basis ?? (kept as Basis), levels(level)));
      await revise(ctx, before, { ...decided, appeal: before.person, grade: again.grade, scored: again });
    }
  });
  const all = await cases();
  for (const person of ['ann', 'wang', 'dev']) {
    const { version, source, final, computedGrade, grade } = await result(person);
    expect(all.find((c) => c.id === `q1:${person}`)?.published).toMatchObject({
      ...{ version, source, final, computedGrade, grade },
    });
  }
  const of = (person: string) => all.find((c) => c.id === `q1:${person}`)?.published;
  expect(of('ann')).toMatchObject({ source: 'calibration', computedGrade: 'B', grade: 'A' });
  expect(of('wang')).toMatchObject({ source: 'appeal', version: 2 });
  expect(of('dev')?.final).not.toBe((await w.inside(() => ratings.must('q1:dev'))).final);
  for (const one of all) {
    const read = readCase(one, 1);
    if ('reason' in read) throw new Error(read.reason);
    const { dimensions, final, computedGrade: grade } = one.published;
    expect(answer(read)).toEqual({ id: one.id, dimensions, final, grade });
  }
  expect(new Set(all.map((c) => c.id)).size).toBe(all.length);
  const out = await w.inside(() => participants.count({ state: 'released' }));
  expect(all.filter((c) => c.published.source !== undefined)).toHaveLength(out - 1);
});
