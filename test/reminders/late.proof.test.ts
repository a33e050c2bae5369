/** A manager hears of what is three working days late, whatever became of the day on which it was. */
import { outbox } from '../../src/core/outbox.ts';
import { people } from '../../src/people/model.ts';
import type { World } from '../kit/world.ts';
import { chore, chores, company, titles } from './chores.ts';

/** Monday 11 January is one, Wednesday 13 three working days after Friday 8. */
const late = () => chore('ann', 'goals', '2027-01-08', { phase: 'planning' });
const named = '| Ann Miller | Planning |';
let w: World;
afterEach(() => w.end());

test('off on that day: on the next, and once', async () => {
  w = await company('late-off', async () => {
    await late();
    await people.change({ _id: 'bo' }, { $set: { leave: { from: '2027-01-13', to: '2027-01-13' } } });
  });
  await w.until('2027-01-13T20:00:00Z');
  expect(titles(w, 'bo')).toEqual([]);
  await w.until('2027-01-14T09:00:00Z');
  expect(titles(w, 'bo')).toEqual(['Late in your team']);
  expect(w.as('bo').sees()).toContain(named);
  await w.until('2027-01-18T12:00:00Z');
  expect(w.as('bo').messages()).toHaveLength(1);
});

test('a day of downtime costs nobody the news', async () => {
  w = await company('late-down', late);
  await w.until('2027-01-12T20:00:00Z');
  w.clock.moveTo(new Date('2027-01-14T06:00:00Z'));
  await w.bot.settle();
  await w.until('2027-01-14T09:00:00Z');
  expect(w.as('bo').sees()).toContain(named);
});

test('what the daily cap kept from arriving is told the next day', async () => {
  w = await company('late-cap', late);
  await w.until('2027-01-13T08:00:00Z');
  await w.inside(async () => {
    for (const n of [1, 2, 3])
      await outbox.insert({ ...sentBefore, _id: `sent${n}`, proactive: { person: 'bo', day: '2027-01-13' } });
  });
  await w.until('2027-01-13T20:00:00Z');
  expect(w.as('bo').messages()).toEqual([]);
  await w.until('2027-01-14T09:00:00Z');
  expect(w.as('bo').sees()).toContain(named);
});

test('done in time before the manager is back: nothing to hear', async () => {
  w = await company('late-done', async () => {
    await late();
    await people.change({ _id: 'bo' }, { $set: { leave: { from: '2027-01-13', to: '2027-01-13' } } });
  });
  await w.until('2027-01-13T20:00:00Z');
  await w.inside(() => chores.change({ _id: 'ann:goals' }, { $set: { done: true }, $inc: { rev: 1 } }));
  await w.until('2027-01-15T09:30:00Z');
  expect(w.as('bo').messages()).toEqual([]);
});

const sentBefore = {
  lane: 'web:local',
  kind: 'tell' as const,
  key: 'before',
  to: { person: 'bo' },
  subject: 'bo',
  priority: 3,
  order: 1,
  state: 'done' as const,
  runAt: new Date('2027-01-13T08:00:00Z'),
  tries: 1,
};
