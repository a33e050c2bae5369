import fc from 'fast-check';
import { addDays, at, dayIn, endOfDay, isZone, wall } from '../../src/core/calendar.ts';
import { changes, clockOf, QUARTER, reaches, spell, ticks, zones } from './zones.ts';

const start = Date.UTC(2026, 0, 1);
const end = Date.UTC(2029, 0, 1);
const HOUR = 3_600_000;

const iso = (zone: string, day: string, time: string) => at(zone, day, time).toISOString();

/** Each quarter of an hour of the wall clock, some hours before and after a change. */
function compareAround(zone: string, change: number): void {
  const row = ticks(zone, change - 30 * HOUR, change + 54 * HOUR);
  const local = clockOf(zone)(change);
  const base = local - (local % QUARTER);
  for (let shown = base - 6 * HOUR; shown < base + 30 * HOUR; shown += QUARTER) {
    const { day, time } = spell(shown);
    const expected = reaches(row, shown);
    if (at(zone, day, time).getTime() === expected) continue;
    throw new Error(`${zone} ${day} ${time}: ${iso(zone, day, time)}, brute force ${expected}`);
  }
}

describe('wall time to instant', () => {
  test.each([
    ['plain', 'Asia/Shanghai', '2026-03-14', '09:30', '2026-03-14T01:30:00.000Z'],
    ['half-hour zone', 'Asia/Kolkata', '2026-03-14', '10:00', '2026-03-14T04:30:00.000Z'],
    ['quarter-hour zone', 'Asia/Kathmandu', '2026-03-14', '10:00', '2026-03-14T04:15:00.000Z'],
    ['gap: 02:30 does not exist', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T07:00:00.000Z'],
    ['gap: its first minute', 'America/New_York', '2026-03-08', '02:00', '2026-03-08T07:00:00.000Z'],
    ['gap: just before', 'America/New_York', '2026-03-08', '01:59', '2026-03-08T06:59:00.000Z'],
    ['fold: the first 01:30', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['midnight in a gap', 'America/Havana', '2026-03-08', '00:00', '2026-03-08T05:00:00.000Z'],
    ['midnight in a gap', 'Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00.000Z'],
    ['midnight in a gap', 'America/Santiago', '2026-09-06', '00:30', '2026-09-06T04:00:00.000Z'],
    ['the day ends in a gap', 'America/Nuuk', '2026-03-28', '23:30', '2026-03-29T01:00:00.000Z'],
    ['half-hour gap', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z'],
    ['a day left out', 'Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00.000Z'],
    ['seconds in the offset', 'Africa/Monrovia', '1971-06-01', '12:00', '1971-06-01T12:44:30.000Z'],
  ])('%s: %s %s %s', (_, zone, day, time, expected) => {
    expect(iso(zone, day, time)).toBe(expected);
  });

  test('every change of every zone in three years agrees with brute force', () => {
    const moments = zones.flatMap((zone) => changes(zone, start, end).map((change) => ({ zone, change })));
    const compared = moments.map(({ zone, change }) => compareAround(zone, change));
    expect(compared.length).toBeGreaterThan(700);
  }, 30_000);

  const zone = fc.constantFrom(...zones);
  const day = fc.integer({ min: 0, max: 3 * 365 }).map((n) => addDays('2026-01-01', n));
  const quarter = fc.integer({ min: 0, max: 95 }).map((n) => spell(n * QUARTER).time);

  test('any zone, day and time: brute force says the same', () => {
    fc.assert(
      fc.property(zone, day, quarter, (z, d, t) => {
        const shown = Date.parse(`${d}T${t}:00Z`);
        const row = ticks(z, shown - 20 * HOUR, shown + 20 * HOUR);
        expect(at(z, d, t).getTime()).toBe(reaches(row, shown));
      }),
      { numRuns: 300 },
    );
  });

  test('there and back, unless in a gap; later wall times never come earlier', () => {
    fc.assert(
      fc.property(zone, day, quarter, quarter, (z, d, t, u) => {
        const shown = wall(z, at(z, d, t));
        expect(`${shown.day} ${shown.time}` >= `${d} ${t}`).toBe(true);
        const [early, late] = t <= u ? [t, u] : [u, t];
        expect(at(z, d, early) <= at(z, d, late)).toBe(true);
      }),
    );
  });

  test('one start and one end for each local date, without holes between', () => {
    fc.assert(
      fc.property(zone, day, (z, d) => {
        const begins = at(z, d, '00:00');
        const ends = endOfDay(z, d);
        const next = addDays(d, 1);
        expect(ends.getTime() + 1).toBe(at(z, next, '00:00').getTime());
        expect([dayIn(z, begins), dayIn(z, ends)]).toEqual([d, d]);
        expect(dayIn(z, new Date(begins.getTime() - 1))).toBe(addDays(d, -1));
        expect(dayIn(z, new Date(ends.getTime() + 1))).toBe(next);
      }),
    );
  });
});

describe('the end of a day', () => {
  test.each([
    ['25 hours', 'America/New_York', '2026-11-01', '2026-11-02T04:59:59.999Z'],
    ['23 hours', 'America/New_York', '2026-03-08', '2026-03-09T03:59:59.999Z'],
    ['its last hour left out', 'America/Nuuk', '2026-03-28', '2026-03-29T00:59:59.999Z'],
    ['its last hour twice', 'America/Nuuk', '2026-10-24', '2026-10-25T01:59:59.999Z'],
    ['the day before one left out', 'Pacific/Apia', '2011-12-29', '2011-12-30T09:59:59.999Z'],
  ])('%s: %s %s', (_, zone, day, expected) => {
    expect(endOfDay(zone, day).toISOString()).toBe(expected);
  });
});

describe('what is refused', () => {
  test('zones', () => {
    expect(['Asia/Shanghai', 'UTC', 'Asia/Calcutta'].map(isZone)).toEqual([true, true, true]);
    expect(['', '+08:00', 'Mars/Base', 'Asia/Shanghai\n', 'CST8'].map(isZone)).toEqual(Array(5).fill(false));
    expect(() => at('Mars/Base', '2026-01-01', '10:00')).toThrow(RangeError);
  });

  test.each(['24:00', '9:30', '10:60', '10:00:00', '', '10:00\n'])('time %j', (time) => {
    expect(() => at('UTC', '2026-01-01', time)).toThrow(RangeError);
  });

  test('an instant that is none', () => {
    expect(() => dayIn('UTC', new Date(Number.NaN))).toThrow(RangeError);
  });
});
