/** A slow second opinion on wall clocks, that shares no code with the calendar. */
export const QUARTER = 15 * 60_000;

export const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** What a zone's wall clock shows at an instant, as if it were UTC. */
export function clockOf(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (instant) => Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
}

export interface Tick {
  instant: number;
  /** The latest time the wall clock has shown so far. */
  reached: number;
}

export function ticks(zone: string, from: number, to: number): Tick[] {
  const clock = clockOf(zone);
  const found: Tick[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (let instant = from; instant <= to; instant += QUARTER) {
    reached = Math.max(reached, clock(instant));
    found.push({ instant, reached });
  }
  return found;
}

/**
 * Both rules in one: the instant of a wall time is the first at which the clock has reached it. Where the clock shows it twice,
 * that is the first time; where it never shows it, the end of the gap.
 */
export function reaches(row: Tick[], shown: number): number | undefined {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row[middle]!.reached >= shown) high = middle;
    else low = middle + 1;
  }
  return row[low]?.instant;
}

/** Instants (to a day) between which a zone changes its offset. */
export function changes(zone: string, from: number, to: number): number[] {
  const clock = clockOf(zone);
  const step = 24 * 3_600_000;
  const found: number[] = [];
  let shown = clock(from);
  for (let instant = from; instant < to; instant += step) {
    const next = clock(instant + step);
    if (next - shown !== step) found.push(instant);
    shown = next;
  }
  return found;
}

export function spell(shown: number): { day: string; time: string } {
  const text = new Date(shown).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}
