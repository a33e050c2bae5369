import fc from 'fast-check';
import { addDays, at, type Calendar, type Day, isWorkday, wall } from '../../src/core/calendar.ts';
import type { Task } from '../../src/core/module.ts';
import {
  awake,
  besides,
  daysLeft,
  dueTasks,
  hrMark,
  lateBy,
  lateSince,
  managerMark,
  marks,
  momentOn,
  newsFrom,
  nextMoment,
  rested,
  restUntil,
  tellable,
} from '../../src/reminders/rules.ts';

const none: Calendar = { off: {}, work: {} };
/** China's National Day 2026: off from Thursday 1 to Wednesday 7 October, made up for on Saturday 10. */
const china: Calendar = {
  off: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [`2026-10-0${d}`, 'National Day'])),
  work: { '2026-10-10': 'make-up workday' },
};
const task = (key: string, due?: Day, more: Partial<Task> = {}): Task => ({
  key,
  title: () => key,
  button: { label: () => 'Open', token: 'x {}' },
  ...(due && { due }),
  ...more,
});
const someone = { hired: '2020-01-01', zone: 'Europe/Berlin', quiet: { from: '20:00', to: '08:00' } };

describe('working days left', () => {
  test.each([
    ['2027-01-15', '2027-01-12', 3],
    ['2027-01-15', '2027-01-14', 1],
    ['2027-01-15', '2027-01-15', 0],
    ['2027-01-15', '2027-01-18', -1],
    ['2027-01-15', '2027-01-20', -3],
    ['2027-01-15', '2027-01-22', -5],
  ])('due %s, on %s: %i', (due, today, left) => expect(daysLeft(due, today, none)).toBe(left));

  test('what is due on a Sunday is due on the Friday before, and late on the Monday after', () => {
    expect(daysLeft('2027-01-17', '2027-01-15', none)).toBe(0);
    expect(daysLeft('2027-01-17', '2027-01-18', none)).toBe(-1);
  });

  test('holidays do not count, a make-up workday does', () => {
    expect(daysLeft('2026-10-08', '2026-09-30', china)).toBe(1);
    expect(daysLeft('2026-10-10', '2026-10-09', china)).toBe(1);
    expect(daysLeft('2026-10-10', '2026-10-12', china)).toBe(-1);
  });
});

const someDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n));
const someCalendar = fc
  .record({
    off: fc.uniqueArray(someDay, { maxLength: 40 }),
    work: fc.uniqueArray(someDay, { maxLength: 20 }),
  })
  .map(
    ({ off, work }): Calendar => ({
      off: Object.fromEntries(off.map((d) => [d, 'off'])),
      work: Object.fromEntries(work.map((d) => [d, 'work'])),
    }),
  );
const workdaysFrom = (day: Day, n: number, calendar: Calendar): Day[] =>
  Array.from({ length: n }, (_, i) => addDays(day, i)).filter((d) => isWorkday(d, calendar));

test('each mark is met on exactly one working day, whatever the holidays', () => {
  fc.assert(
    fc.property(someDay, someCalendar, (due, calendar) => {
      const left = workdaysFrom(addDays(due, -25), 50, calendar).map((d) => daysLeft(due, d, calendar));
      const outer = left[0] ?? 0;
      for (const mark of [...marks, managerMark, hrMark])
        if (mark <= outer && mark >= (left.at(-1) ?? 0))
          expect(left.filter((n) => n === mark)).toHaveLength(1);
    }),
  );
});

test('from one working day to the next one day less is left', () => {
  fc.assert(
    fc.property(someDay, someCalendar, (due, calendar) => {
      const left = workdaysFrom(addDays(due, -20), 40, calendar).map((d) => daysLeft(due, d, calendar));
      for (const [i, n] of left.entries()) if (i > 0) expect(n).toBe((left[i - 1] ?? 0) - 1);
    }),
  );
});

describe('what a digest is about', () => {
  const today = '2027-01-12';
  test('tasks at a mark and nothing else', () => {
    const open = [
      task('soon', '2027-01-15'),
      task('tomorrow', '2027-01-13'),
      task('today', '2027-01-12'),
      task('late', '2027-01-11'),
      task('in two', '2027-01-14'),
      task('long late', '2027-01-04'),
      task('whenever'),
    ];
    expect(dueTasks(open, today, none, []).map((t) => t.key)).toEqual(['soon', 'tomorrow', 'today', 'late']);
  });

  test('what rests is silent until its day, and then it is there whatever the mark', () => {
    const open = [task('a', '2027-01-13'), task('b', '2027-01-14')];
    const rest = rested([], ['a', 'b'], '2027-01-13');
    expect(dueTasks(open, '2027-01-12', none, rest)).toEqual([]);
    expect(awake(open, '2027-01-12', rest)).toEqual([]);
    expect(dueTasks(open, '2027-01-13', none, rest)).toHaveLength(2);
    expect(awake(open, '2027-01-13', rest)).toHaveLength(2);
  });

  test('to rest again replaces the first rest', () => {
    expect(rested([{ task: 'a', until: '2027-01-13' }], ['a'], '2027-01-14')).toEqual([
      { task: 'a', until: '2027-01-14' },
    ]);
    expect(restUntil('2027-01-15', none)).toBe('2027-01-18');
    expect(restUntil('2026-09-30', china)).toBe('2026-10-08');
  });

  test('done stops: what is not among the open tasks is never spoken of', () => {
    const any = fc.array(fc.tuple(fc.uuid(), someDay), { maxLength: 12 });
    fc.assert(
      fc.property(any, someDay, someCalendar, (made, day, calendar) => {
        const open = made.map(([key, due]) => task(key, due));
        const still = open.filter((_, i) => i % 2 === 0);
        const told = dueTasks(still, day, calendar, []);
        expect(told.every((t) => still.includes(t))).toBe(true);
      }),
    );
  });

  test('others hear of what is late by three or five days, and never of what is confidential', () => {
    const open = [task('goals', '2027-01-15'), task('review', '2027-01-15', { confidential: true })];
    expect(lateBy(tellable(open), managerMark, '2027-01-20', none).map((t) => t.key)).toEqual(['goals']);
    expect(lateBy(open, hrMark, '2027-01-22', none)).toHaveLength(2);
    expect(lateBy(open, managerMark, '2027-01-21', none)).toEqual([]);
  });

  test('who was away on that day hears of it afterwards, once, and anew when its day was moved', () => {
    const open = [task('goals', '2027-01-15')];
    const on = (day: Day, from: Day) => lateSince(open, managerMark, day, none, from);
    expect(on('2027-01-19', '2027-01-01')).toEqual([]);
    for (const day of ['2027-01-20', '2027-01-21', '2027-02-15']) {
      expect(on(day, '2027-01-20')).toHaveLength(1);
      expect(on(day, '2027-01-21')).toEqual([]);
    }
    expect(newsFrom('2027-01-04', undefined, '2027-01-25')).toBe('2027-01-04');
    expect(newsFrom(undefined, undefined, '2027-01-25')).toBe('2027-01-21');
    const leave = { from: '2027-01-04', to: '2027-01-22' };
    expect(newsFrom(undefined, leave, '2027-01-25')).toBe('2027-01-04');
    expect(newsFrom(undefined, leave, '2027-03-25')).toBe('2027-03-21');
    const late = { person: 'ann', task: 'goals', due: '2027-01-15' };
    expect(besides([late], [])).toEqual([late]);
    expect(besides([late], [{ ...late }])).toEqual([]);
    expect(
      besides(
        [late],
        [
          { ...late, person: 'tom' },
          { ...late, due: '2027-01-08' },
        ],
      ),
    ).toEqual([late]);
  });
});

describe('the moment', () => {
  const on = (day: Day, time: string) => at('Europe/Berlin', day, time);

  test('is now, in working hours', () => {
    expect(momentOn(someone, '2027-01-12', none, on('2027-01-12', '09:30'))).toEqual(
      on('2027-01-12', '09:30'),
    );
  });
  test('waits for the end of quiet hours', () => {
    const late = { ...someone, quiet: { from: '18:00', to: '10:15' } };
    expect(momentOn(late, '2027-01-12', none, on('2027-01-12', '09:30'))).toEqual(on('2027-01-12', '10:15'));
  });
  test('is never in the evening: then the next morning', () => {
    expect(momentOn(someone, '2027-01-12', none, on('2027-01-12', '18:00'))).toBeUndefined();
    expect(nextMoment(someone, none, on('2027-01-15', '18:00'))).toEqual(on('2027-01-18', '09:00'));
  });
  test('does not come for somebody on leave, nor for one who left or has not begun', () => {
    const now = on('2027-01-12', '09:30');
    for (const away of [
      { leave: { from: '2027-01-01' } },
      { left: '2027-01-11' },
      { hired: '2027-01-13', left: '2027-01-14' },
    ])
      expect(momentOn({ ...someone, ...away }, '2027-01-12', none, now)).toBeUndefined();
  });
  test('whoever rests all day long is not written to', () => {
    const hushed = { ...someone, quiet: { from: '07:00', to: '19:00' } };
    expect(nextMoment(hushed, none, on('2027-01-12', '10:00'))).toBeUndefined();
  });

  test('lies on a working day, in working hours, outside quiet hours, and not before now', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, '0')}:30`);
    const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Africa/Cairo', 'Pacific/Apia');
    const moments = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-06-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zones, hour, hour, someCalendar, moments, (zone, from, to, calendar, now) => {
        const moment = nextMoment({ ...someone, zone, quiet: { from, to } }, calendar, now);
        if (!moment) return;
        expect(moment >= now).toBe(true);
        const { day, time } = wall(zone, moment);
        expect(isWorkday(day, calendar)).toBe(true);
        expect(time >= '09:00' && time < '18:00').toBe(true);
        const hushed = from > to ? time >= from || time < to : time >= from && time < to;
        expect(hushed).toBe(false);
      }),
    );
  });
});
