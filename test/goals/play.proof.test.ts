/** Two small teams that play themselves through planning and tracking; every tenth run is aborted. */
import { facts } from '../../src/core/facts.ts';
import { play } from '../../src/core/play.ts';
import { cycles } from '../../src/cycles/model.ts';
import { contracts } from '../../src/goals/contract.ts';
import { progress } from '../../src/goals/history.ts';
import { goals } from '../../src/goals/model.ts';
import { type World, world } from '../kit/world.ts';
import { arrangeCycle } from './arrange.ts';

let w: World;
afterEach(() => w.end());

test('everybody writes, proposes, agrees and confirms; numbers follow', async () => {
  const start = '2027-01-05T09:00:00Z';
  w = await world({ database: 'goals-play', start, abortEvery: 10, arrange: () => arrangeCycle() });
  const who = ['ann', 'bo', 'dev', 'wang', 'zhao'];
  const led = ['ann', 'dev', 'wang'];
  await play(w.parts, w.bot, who, 'seed');
  const signed = await w.inside(() => contracts.find({ state: 'confirmed' }));
  expect(signed.map((c) => c.person).sort()).toEqual(led);
  for (const person of led) {
    const theirs = await w.inside(() => goals.find({ person, state: 'agreed' }));
    expect(theirs.reduce((sum, g) => sum + g.weight, 0)).toBe(10_000);
    expect(new Set(theirs.map((g) => g.title)).size).toBe(3);
  }
  expect(await w.inside(() => facts.count({ kind: 'goals.returned' }))).toBeGreaterThan(0);
  await w.inside(
    async () => void (await cycles.change({ _id: 'q1' }, { $addToSet: { opened: 'tracking' } })),
  );
  await play(w.parts, w.bot, ['ann', 'wang'], 'later');
  expect(await w.inside(() => progress.count({ cycle: 'q1', person: 'wang' }))).toBeGreaterThanOrEqual(3);
}, 400_000);

test('a real kick-off brings everybody their goals card', async () => {
  w = await world({ database: 'goals-kickoff', start: '2027-01-04T08:00:00Z' });
  const hanna = w.as('hanna');
  await hanna.types('/perf kickoff');
  await hanna.submits(Object.fromEntries(hanna.form().fields.map((f) => [f.name, f.value])));
  await hanna.presses('Start');
  await w.until('2027-01-04T10:00:00Z');
  expect(w.as('ann').sees()).toContain('Your goals for 2027 Q1');
  expect(w.as('wang').sees()).toContain('2027 Q1：我的目标');
}, 400_000);
