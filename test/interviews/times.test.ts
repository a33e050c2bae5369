/** The times that are offered: inside both people's hours where there are such, never on a day off, on three days. */
import fc from 'fast-check';
import { addDays, type Calendar, dayIn, isWorkday, wall } from '../../src/core/calendar.ts';
import { endOf, outsideOf, type Seat, timesFor } from '../../src/interviews/times.ts';

const none: Calendar = { off: {}, work: {} };
const seat = (zone: string, over: Partial<Seat> = {}): Seat => ({ zone, calendar: none, ...over });
const berlin = seat('Europe/Berlin');
const newYork = seat('America/New_York');
const shanghai = seat('Asia/Shanghai');
const told = (slots: { at: Date }[], zone: string) =>
  slots.map(({ at }) => `${wall(zone, at).day} ${wall(zone, at).time}`);

/** Monday. */
const now = new Date('2027-04-26T07:00:00Z');

test('colleagues of one place: three days, morning, afternoon, in between; time to prepare', () => {
  expect(told(timesFor(berlin, berlin, now), 'Europe/Berlin')).toEqual([
    '2027-04-28 11:00',
    '2027-04-30 14:30',
    '2027-05-04 13:30',
  ]);
});

test('Berlin and New York share the Berlin afternoon', () => {
  const slots = timesFor(berlin, newYork, now);
  expect(slots.every((s) => s.outside[0] === 0 && s.outside[1] === 0)).toBe(true);
  expect(told(slots, 'Europe/Berlin').map((t) => t.slice(11))).toEqual(['15:30', '16:30', '16:00']);
});

test('Shanghai and New York share no hour: the least bad, and by how much', () => {
  const slots = timesFor(newYork, shanghai, now);
  expect(slots).toHaveLength(3);
  for (const { outside } of slots) expect(Math.max(...outside)).toBeLessThanOrEqual(195);
  expect(slots.every((s) => Math.max(...s.outside) > 0)).toBe(true);
});

test('a holiday of either, and a leave of either, is passed over', () => {
  const off = { off: { '2027-04-28': 'Feast', '2027-04-30': 'Feast' }, work: {} };
  const away = { from: '2027-04-27', to: '2027-04-29' };
  const days = timesFor(
    seat('Europe/Berlin', { leave: away }),
    seat('Europe/Berlin', { calendar: off }),
    now,
  );
  expect(days.map((s) => dayIn('Europe/Berlin', s.at))).toEqual(['2027-05-04', '2027-05-06', '2027-05-10']);
});

test('who is away for long has no times; who comes back in a month has', () => {
  expect(timesFor(seat('UTC', { leave: { from: '2027-01-01' } }), berlin, now)).toEqual([]);
  const back = timesFor(seat('UTC', { leave: { from: '2027-01-01', to: '2027-05-30' } }), berlin, now);
  expect(back[0] && dayIn('UTC', back[0].at)).toBe('2027-06-01');
});

test('a make-up Saturday counts where both work on it', () => {
  const work = { off: {}, work: { '2027-05-01': '调休' } };
  const only = (day: string) => day === '2027-05-01';
  const busy: Calendar = {
    off: Object.fromEntries(
      Array.from({ length: 120 }, (_, i) => addDays('2027-04-20', i))
        .filter((d) => !only(d))
        .map((d) => [d, 'off']),
    ),
    work: work.work,
  };
  expect(
    timesFor(seat('Asia/Shanghai', { calendar: busy }), seat('Asia/Shanghai', { calendar: work }), now),
  ).toHaveLength(1);
  expect(timesFor(seat('Asia/Shanghai', { calendar: busy }), shanghai, now)).toEqual([]);
});

const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'America/Los_Angeles',
  'America/Santiago',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const days = Array.from({ length: 130 }, (_, i) => i);
const anySeat = fc.record({
  zone: fc.constantFrom(...zones),
  off: fc.uniqueArray(fc.constantFrom(...days), { maxLength: 30 }),
  work: fc.uniqueArray(fc.constantFrom(...days), { maxLength: 5 }),
  leave: fc.option(fc.tuple(fc.constantFrom(...days), fc.nat(40)), { nil: undefined }),
});

/** Around the changes of the clocks of both hemispheres. */
const anyNow = fc.constantFrom(
  '2027-03-05',
  '2027-03-22',
  '2027-04-01',
  '2027-09-20',
  '2027-10-25',
  '2027-12-20',
);

test('property: working days and hours of both, distinct days, in the future', () => {
  fc.assert(
    fc.property(anySeat, anySeat, anyNow, fc.nat(86_399), (a, b, day, second) => {
      const at = new Date(Date.parse(`${day}T00:00:00Z`) + second * 1000);
      const seatOf = ({ zone, off, work, leave }: typeof a): Seat => ({
        zone,
        calendar: {
          off: Object.fromEntries(off.map((n) => [addDays(day, n), 'off'])),
          work: Object.fromEntries(work.map((n) => [addDays(day, n), 'work'])),
        },
        ...(leave && { leave: { from: addDays(day, leave[0]), to: addDays(day, leave[0] + leave[1]) } }),
      });
      const two = [seatOf(a), seatOf(b)] as const;
      const slots = timesFor(two[0], two[1], at);
      expect(timesFor(two[0], two[1], at)).toEqual(slots);
      expect(slots.length).toBeLessThanOrEqual(3);
      for (const slot of slots) {
        expect(slot.at > at).toBe(true);
        two.forEach((s, i) => {
          const [from, to] = [wall(s.zone, slot.at), wall(s.zone, endOf(slot.at))];
          expect(from.day).toBe(to.day);
          expect(isWorkday(from.day, s.calendar)).toBe(true);
          expect(s.leave && from.day >= s.leave.from && from.day <= (s.leave.to ?? from.day)).toBeFalsy();
          expect(slot.outside[i] === 0).toBe(from.time >= '09:30' && to.time <= '17:30');
        });
      }
      for (const { zone } of two)
        expect(new Set(slots.map((s) => dayIn(zone, s.at))).size).toBe(slots.length);
      const isInside = (s: (typeof slots)[number]) => s.outside[0] + s.outside[1] === 0;
      expect(slots.every(isInside) || slots.every((s) => !isInside(s))).toBe(true);
      if (slots.some((s) => !isInside(s))) expect(commonHour(two, at)).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

/** By brute force: is there any quarter of an hour in the next days at which both work? */
function commonHour([a, b]: readonly [Seat, Seat], now: Date): Date | undefined {
  const start = Math.ceil(now.getTime() / 900_000) * 900_000;
  const tomorrow = addDays(dayIn(a.zone, now), 1);
  for (let n = 0; n < 4 * 96; n += 1) {
    const at = new Date(start + n * 900_000);
    if (dayIn(a.zone, at) >= tomorrow && outsideOf(a, at) === 0 && outsideOf(b, at) === 0) return at;
  }
  return undefined;
}
