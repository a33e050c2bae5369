import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkdays,
  type Calendar,
  daysBetween,
  isDay,
  isWorkday,
  monthEnd,
  nextWorkday,
  weekday,
  workdaysBetween,
} from '../../src/core/calendar.ts';

/** National Day 2026 in China: seven days off, a Sunday before and a Saturday after worked. */
const china: Calendar = {
  off: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`2026-10-0${n}`, 'National Day'])),
  work: { '2026-09-20': 'make-up', '2026-10-10': 'make-up' },
};

const first = '2024-01-01';
const day = fc.integer({ min: 0, max: 3 * 365 }).map((n) => addDays(first, n));
const names = (days: string[]) => Object.fromEntries(days.map((d) => [d, 'x']));
const calendar = fc.record({
  off: fc.array(day, { maxLength: 60 }).map(names),
  work: fc.array(day, { maxLength: 60 }).map(names),
});

describe('days', () => {
  test.each(['2024-02-29', '2000-02-29', '1999-12-31', '0001-01-01'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '2024-02-30',
    '',
    'constructor',
    '2024-01-01T00:00:00Z',
    '+002024-01-01',
    '２０２４-01-01',
    '2024-01-01\n',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
  });

  test('weekday, monthEnd and addMonths by example', () => {
    expect([weekday('2026-11-16'), weekday('2026-11-21'), weekday('2026-11-22')]).toEqual([1, 6, 7]);
    expect([monthEnd('2024-02-10'), monthEnd('2026-12-31')]).toEqual(['2024-02-29', '2026-12-31']);
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
    expect(addMonths('2026-10-15', 3)).toBe('2027-01-15');
  });

  test('a day beyond the year 9999 is refused, not cut', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  test('adding and counting are inverse; the week goes round', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (d, n) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n);
        expect(addDays(addDays(d, n), -n)).toBe(d);
        expect(weekday(addDays(d, 1))).toBe((weekday(d) % 7) + 1);
        expect(addDays(d, n) < d).toBe(n < 0);
      }),
    );
  });
});

describe('workdays', () => {
  test('without a calendar Monday to Friday', () => {
    expect(nextWorkday('2026-11-20')).toBe('2026-11-20');
    expect(nextWorkday('2026-11-21')).toBe('2026-11-23');
    expect(addWorkdays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addWorkdays('2026-11-23', -1)).toBe('2026-11-20');
    expect(addWorkdays('2026-11-21', 0)).toBe('2026-11-21');
  });

  test('holidays are off, make-up days are on', () => {
    expect(nextWorkday('2026-10-01', china)).toBe('2026-10-08');
    expect(addWorkdays('2026-09-30', 3, china)).toBe('2026-10-10');
    expect(addWorkdays('2026-10-12', -4, china)).toBe('2026-09-30');
    expect(isWorkday('2026-09-20', china)).toBe(true);
    expect(workdaysBetween('2026-09-30', '2026-10-12', china)).toBe(4);
  });

  test('a day that is both off and make-up is off; only own properties count', () => {
    expect(isWorkday('2026-11-18', { off: { '2026-11-18': 'a' }, work: { '2026-11-18': 'b' } })).toBe(false);
    const inherited: Calendar = { off: Object.create({ '2026-11-18': 'a' }), work: {} };
    expect(isWorkday('2026-11-18', inherited)).toBe(true);
  });

  test('n workdays there and n back', () => {
    fc.assert(
      fc.property(day, calendar, fc.integer({ min: -80, max: 80 }), (start, c, n) => {
        const from = nextWorkday(start, c);
        const to = addWorkdays(from, n, c);
        expect(isWorkday(to, c)).toBe(true);
        expect(addWorkdays(to, -n, c)).toBe(from);
        expect(workdaysBetween(from, to, c)).toBe(n);
        expect(workdaysBetween(to, from, c)).toBe(n === 0 ? 0 : -n);
      }),
    );
  });

  test('steps of one direction add up', () => {
    const steps = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(day, calendar, steps, steps, fc.boolean(), (start, c, a, b, back) => {
        const sign = back ? -1 : 1;
        const twice = addWorkdays(addWorkdays(start, sign * a, c), sign * b, c);
        expect(twice).toBe(addWorkdays(start, sign * (a + b), c));
      }),
    );
  });

  test('the next workday skips only days off', () => {
    fc.assert(
      fc.property(day, calendar, (start, c) => {
        const next = nextWorkday(start, c);
        expect(isWorkday(next, c)).toBe(true);
        for (let d = start; d < next; d = addDays(d, 1)) expect(isWorkday(d, c)).toBe(false);
      }),
    );
  });
});
