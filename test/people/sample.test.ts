import { addDays, isDay, weekday } from '../../src/core/calendar.ts';
import { publicHolidays } from '../../src/people/holidays.ts';
import { calendarOf, isActive, onLeave, people, settings } from '../../src/people/model.ts';
import { createSample, samplePeople } from '../../src/people/sample.ts';
import { type World, world } from '../kit/world.ts';

const today = '2027-01-04';
const by = new Map(samplePeople(today).map((p) => [p._id, p]));

test('fourteen people, one without a manager, all managers among them', () => {
  expect(by.size).toBe(14);
  expect([...by.values()].filter((p) => !p.manager).map((p) => p._id)).toEqual(['chen']);
  for (const p of by.values()) expect(by.has(p.manager ?? 'chen')).toBe(true);
  expect(new Set([...by.values()].map((p) => p.unit)).size).toBe(4);
  expect(new Set([...by.values()].map((p) => p.email)).size).toBe(14);
});

test('the same day makes the same people; 孙丽 is new, 梅雪 is away', () => {
  expect(samplePeople(today)).toEqual(samplePeople(today));
  expect(by.get('sun')?.hired).toBe(addDays(today, -14));
  for (const p of by.values()) {
    expect(isActive(p, today)).toBe(true);
    expect(onLeave(p, today)).toBe(p._id === 'mei');
  }
});

test('holidays are days, each once; make-up workdays are weekends outside of them', () => {
  for (const { off, work } of publicHolidays) {
    const days = off.map((d) => d.day);
    expect(days.every(isDay)).toBe(true);
    expect(new Set(days).size).toBe(days.length);
    for (const { day } of work) {
      expect(weekday(day)).toBeGreaterThan(5);
      expect(days).not.toContain(day);
    }
  }
});

describe('in the store', () => {
  let w: World;
  beforeAll(async () => {
    w = await world({ database: 'people-sample' });
  });
  afterAll(() => w.end());

  test('made once, however often it is asked for', async () => {
    await w.store.transact(() => createSample(today));
    await w.inside(async () => {
      expect(await people.count({})).toBe(14);
      expect((await settings()).zone).toBe('Europe/Berlin');
      expect((await calendarOf({ calendar: 'cn' })).work['2026-02-14']).toBe('春节调休');
    });
  });
});
