import { play } from '../../src/core/play.ts';
import { feedbacks, requests } from '../../src/feedback/model.ts';
import { notes } from '../../src/feedback/notes.ts';
import { people } from '../../src/people/model.ts';
import { arrangeCycle } from '../goals/arrange.ts';
import { type World, world } from '../kit/world.ts';

let w: World;
beforeAll(async () => {
  w = await world({
    database: 'feedback-play',
    start: '2027-01-06T13:00:00Z',
    arrange: () => arrangeCycle(),
  });
});
afterAll(() => w.end());

const wrote = () =>
  w.inside(async () => {
    const all = [
      ...(await feedbacks.find({})).map((f) => f.from),
      ...(await notes.find({})).map((n) => n.by),
    ];
    return all.sort();
  });

test('played people praise now and then, at most once a phase; what they were asked they answer', async () => {
  const bo = w.as('bo');
  await bo.types('/perf feedback');
  await bo.submits({ whom: ['ann', 'tom'], about: 'My reviews' });
  const everybody = (await w.inside(() => people.find({}, { sort: { _id: 1 } }))).map((p) => p._id);
  const deeds = await play(w.parts, w.bot, everybody, 'seed');
  await w.bot.settle();
  const first = await wrote();
  expect(new Set(first).size).toBe(first.length);
  expect(first.length).toBeGreaterThan(3);
  expect(first.length).toBeLessThan(everybody.length);
  expect(await w.inside(() => requests.count({ from: 'bo', state: 'open' }))).toBe(0);
  expect(bo.sees()).toContain('# Feedback from Ann Miller');
  expect(await w.inside(() => notes.count({ 'unseen.0': { $exists: true } }))).toBe(0);
  expect(deeds.map((d) => d.what)).toContain('praises a colleague');
  await play(w.parts, w.bot, everybody, 'another');
  expect(await wrote()).toEqual(first);
});
