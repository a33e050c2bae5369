import fc from 'fast-check';
import {
  nextDate,
  nextPrompt,
  type Series,
  sensible,
  snoozedTo,
  snoozes,
  worthMs,
} from '../../src/checkins/schedule.ts';
import { addDays, at, type Calendar, dayIn, isWorkday, wall, weekday } from '../../src/core/calendar.ts';
import { afterQuiet } from '../../src/core/outbox.ts';
import { publicHolidays } from '../../src/people/holidays.ts';

const none: Calendar = { off: {}, work: {} };
const weekly: Series = { every: 'week', from: '2027-01-18', until: '2027-03-19' };

/** Zones that change at midnight, by half an hour, in the far east and west, and over the date line. */
const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Asia/Kolkata',
  'UTC',
];
const zone = fc.constantFrom(...zones);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '59'))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
const day = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2027-01-01', n));
const every = fc.constantFrom('week' as const, 'fortnight' as const, 'month' as const, 'quarter' as const);
const calendar = fc.array(fc.tuple(day, fc.boolean()), { maxLength: 40 }).map((days): Calendar => {
  const off = days.filter(([, o]) => o).map(([d]) => [d, 'off'] as const);
  const work = days.filter(([, o]) => !o).map(([d]) => [d, 'make-up'] as const);
  return { off: Object.fromEntries(off), work: Object.fromEntries(work) };
});

function datesOf(series: Series, c: Calendar): string[] {
  const dates: string[] = [];
  for (let day = nextDate(series, c, '2026-01-01'); day; day = nextDate(series, c, day)) dates.push(day);
  return dates;
}

test('weekly, fortnightly, monthly, quarterly count from the opening of tracking', () => {
  expect(datesOf(weekly, none).slice(0, 3)).toEqual(['2027-01-25', '2027-02-01', '2027-02-08']);
  expect(datesOf({ ...weekly, every: 'fortnight' }, none)).toEqual([
    '2027-02-01',
    '2027-02-15',
    '2027-03-01',
    '2027-03-15',
  ]);
  expect(datesOf({ ...weekly, every: 'month' }, none)).toEqual(['2027-02-18', '2027-03-18']);
});

test('where no whole interval fits there is one in the middle, and only one', () => {
  expect(datesOf({ ...weekly, every: 'quarter' }, none)).toEqual(['2027-02-17']);
  expect(datesOf({ every: 'week', from: '2027-01-18', until: '2027-01-20' }, none)).toEqual(['2027-01-19']);
});

test('a date on a holiday moves to the next working day, and two that meet are one', () => {
  const week = ['2027-02-01', '2027-02-02', '2027-02-03', '2027-02-04', '2027-02-05'];
  const off = Object.fromEntries([...week, '2027-02-08'].map((d) => [d, 'Festival']));
  expect(datesOf(weekly, { off, work: {} }).slice(0, 4)).toEqual([
    '2027-01-25',
    '2027-02-09',
    '2027-02-15',
    '2027-02-22',
  ]);
  // A make-up Saturday is a working day.
  const off2 = Object.fromEntries(week.map((d) => [d, 'Festival']));
  expect(datesOf(weekly, { off: off2, work: { '2027-02-06': 'Make-up' } })[1]).toBe('2027-02-06');
});

test('every date of a year is a working day, once, inside the phase', () => {
  fc.assert(
    fc.property(every, calendar, (e, c) => {
      const dates = datesOf({ every: e, from: '2027-01-01', until: '2027-12-31' }, c);
      expect(new Set(dates).size).toBe(dates.length);
      for (const d of dates) expect(isWorkday(d, c) && d <= '2027-12-31').toBe(true);
      expect([...dates].sort()).toEqual(dates);
    }),
    { numRuns: 60 },
  );
});

test('one prompt per local date over a year in every zone, at the wall time or just after its gap', () => {
  for (const z of zones) {
    for (const t of ['00:00', '02:30', '10:00']) {
      const series: Series = { every: 'week', from: '2027-01-01', until: '2027-12-31' };
      const seen = new Set<string>();
      let now = at(z, '2027-01-01', '00:00');
      for (let after: string | undefined; ; ) {
        const next = nextPrompt(series, { zone: z, calendar: none }, t, now, after);
        if (!next) break;
        expect(dayIn(z, next.at)).toBe(next.day);
        expect(wall(z, next.at).time >= t).toBe(true);
        expect(seen.has(next.day)).toBe(false);
        seen.add(next.day);
        now = next.at;
        after = next.day;
      }
      expect(seen.size).toBe(52);
    }
  }
});

test('after an outage the next prompt is one that is still worth sending', () => {
  fc.assert(
    fc.property(zone, every, fc.integer({ min: 0, max: 400 * 24 * 60 }), (z, e, minutes) => {
      const series: Series = { every: e, from: '2027-01-01', until: '2027-12-31' };
      const now = new Date(Date.UTC(2027, 0, 1) + minutes * 60_000);
      const next = nextPrompt(series, { zone: z, calendar: none }, '10:00', now);
      if (!next) return;
      expect(next.at.getTime() + worthMs).toBeGreaterThan(now.getTime());
      expect(weekday(next.day)).toBeLessThanOrEqual(5);
    }),
    { numRuns: 200 },
  );
});

test('a snooze never ends in quiet hours, on a holiday, or in the past', () => {
  const quiet = fc.constantFrom(
    { from: '20:00', to: '08:00' },
    { from: '00:00', to: '11:00' },
    { from: '12:00', to: '14:00' },
    { from: '22:00', to: '06:30' },
    { from: '09:00', to: '17:00' },
  );
  fc.assert(
    fc.property(
      zone,
      calendar,
      quiet,
      time,
      fc.constantFrom(...snoozes),
      fc.integer({ min: 0, max: 365 * 1440 }),
      (z, c, q, t, s, minutes) => {
        const place = { zone: z, calendar: c, quiet: q };
        const now = new Date(Date.UTC(2027, 0, 1) + minutes * 60_000);
        const to = snoozedTo(s, place, t, now);
        expect(to.getTime()).toBeGreaterThanOrEqual(
          now.getTime() + 3_600_000 - (s === 'hour' ? 0 : 3_600_000),
        );
        expect(afterQuiet(place, to)).toEqual(to);
        expect(isWorkday(dayIn(z, to), c)).toBe(true);
        expect(sensible(to, place, t)).toEqual(to);
      },
    ),
    { numRuns: 500 },
  );
});

test('an hour later, tomorrow and next week, as people mean them', () => {
  const place = { zone: 'Europe/Berlin', calendar: none, quiet: { from: '20:00', to: '08:00' } };
  const friday = new Date('2027-02-05T09:00:00Z');
  expect(snoozedTo('hour', place, '10:00', friday)).toEqual(new Date('2027-02-05T10:00:00Z'));
  expect(snoozedTo('tomorrow', place, '10:00', friday)).toEqual(new Date('2027-02-08T09:00:00Z'));
  expect(snoozedTo('week', place, '10:00', friday)).toEqual(new Date('2027-02-12T09:00:00Z'));
  const late = new Date('2027-02-04T18:30:00Z');
  expect(snoozedTo('hour', place, '10:00', late)).toEqual(new Date('2027-02-05T09:00:00Z'));
});

test('the holidays that come with the sample are heeded', () => {
  for (const { off, work } of publicHolidays) {
    const c = {
      off: Object.fromEntries(off.map((d) => [d.day, d.name])),
      work: Object.fromEntries(work.map((d) => [d.day, d.name])),
    };
    for (const d of datesOf({ every: 'week', from: '2027-01-01', until: '2027-12-31' }, c))
      expect(isWorkday(d, c)).toBe(true);
  }
});
