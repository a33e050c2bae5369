/** Everything of one's own as a file, and what goes when a cycle has been kept long enough. */
import { queueDaily } from '../../src/core/daily.ts';
import { cycles } from '../../src/cycles/model.ts';
import { goals } from '../../src/goals/model.ts';
import { dataOf } from '../../src/insights/mydata.ts';
import { results } from '../../src/results/model.ts';
import { answers } from '../../src/reviews/model-answers.ts';
import type { World } from '../kit/world.ts';
import { releasedWorld } from '../results/arrange.ts';

let w: World;
beforeAll(async () => {
  w = await releasedWorld('mydata');
});
afterAll(() => w.end());

test('one’s own as a file, and only one’s own', async () => {
  const dev = w.as('dev');
  await dev.types('/perf mydata');
  expect(dev.reply().toast).toContain('direct chat');
  const file = dev.messages().find((m) => m.file?.name === 'growloop-mydata.json')?.file;
  const data = JSON.parse(file?.bytes.toString() ?? '{}');
  expect(data.profile).toMatchObject([{ name: 'Dev Patel', email: 'dev@example.com' }]);
  expect(data.goals.length).toBeGreaterThan(0);
  expect(data.results).toMatchObject([{ person: 'dev', version: 1 }]);
  expect(data.note).toContain('Confidential reviews');
  expect(
    w
      .as('bo')
      .messages()
      .some((m) => m.file?.name === 'growloop-mydata.json'),
  ).toBe(false);
});

test('nothing that others gave in confidence, nothing before its release', async () => {
  const raw = await w.inside(() => answers.find({ person: 'dev' }));
  const text = JSON.stringify(await w.inside(() => dataOf('dev')));
  for (const a of raw) expect(text).not.toContain(a._id);
  await w.inside(() =>
    results.insert({ ...someResult, _id: 'x', person: 'dev', cycle: 'later', version: 1 } as never),
  );
  expect(JSON.stringify(await w.inside(() => dataOf('dev')))).not.toContain('"later"');
  await w.inside(() => results.remove({ _id: 'x' }));
});
const someResult = { by: 'bo', unit: 'Support', goals: [], self: {}, reasons: {} };

test('of colleagues’ answers what the card shows: no second distribution, nothing of what the sum was made from', async () => {
  const groups = [
    { of: 'peer', value: '3.5', givers: '5+', distribution: [0, 20, 20, 40, 20] },
    { of: 'partner', value: '3', givers: '3-4' },
    { of: 'together', value: '3.5', givers: '5+', distribution: [13, 13, 25, 25, 25] },
  ];
  const lines = [
    { id: 'l1', kind: 'keep', text: 'Calm on call.' },
    { id: 'l2', kind: 'keep', text: '', redacted: true },
  ];
  const before = await w.inside(() => results.must('q1:dev:1'));
  const reviews = JSON.stringify({ k: 3, dimensions: [{ name: 'competencies', groups }], lines });
  await w.inside(() => results.save({ ...before, reviews }));
  const [result] = (await w.inside(() => dataOf('dev'))).results as Record<string, unknown>[];
  expect(result?.reviews).toEqual({
    dimensions: [{ name: 'competencies', groups: groups.map(({ distribution: _, ...g }) => g) }],
    comments: [{ kind: 'keep', text: 'Calm on call.' }],
  });
  expect(result).toMatchObject({ final: before.final, grade: before.grade });
  expect(JSON.stringify(result)).not.toContain('"participant"');
});

test('three years after its end what belonged to a cycle is gone, its name stays', async () => {
  const closedAt = new Date('2027-06-30T00:00:00Z');
  await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { state: 'closed', closedAt } }));
  const left = async () => [
    await w.inside(() => goals.count({ cycle: 'q1' })),
    await w.inside(() => results.count({})),
  ];
  const [had] = await left();
  expect(had).toBeGreaterThan(0);
  w.clock.moveTo(new Date('2030-06-29T20:00:00Z'));
  await queueDaily(w.parts);
  await w.until('2030-06-30T04:00:00Z');
  expect(await left()).not.toEqual([0, 0]);
  await w.until('2030-07-01T04:00:00Z');
  expect(await left()).toEqual([0, 0]);
  expect(await w.inside(() => cycles.must('q1'))).toMatchObject({ erasedAt: expect.any(Date) });
});
