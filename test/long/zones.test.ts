import { at, dayIn } from '../../src/core/calendar.ts';
import { reaches, spell, ticks, zones } from '../core/zones.ts';

const HALF_HOUR = 1_800_000;
const DAY = 24 * 3_600_000;
const start = Date.UTC(2026, 0, 1);
const end = Date.UTC(2029, 0, 1);

/** Every zone, three years, every half hour of the wall clock. */
test.each(zones)(
  '%s agrees with brute force',
  (zone) => {
    const row = ticks(zone, start - DAY, end + DAY);
    const seen = new Set<string>();
    for (let shown = start; shown < end; shown += HALF_HOUR) {
      const { day, time } = spell(shown);
      const found = at(zone, day, time);
      if (found.getTime() !== reaches(row, shown)) throw new Error(`${day} ${time}: ${found.toISOString()}`);
      if (time === '10:00') seen.add(dayIn(zone, found));
    }
    expect(seen.size).toBe((end - start) / DAY);
  },
  60_000,
);
