/** Slack's clock: real, faster than real by a factor, or moved by hand, so that an hour of retries takes no time. */

export interface Time {
  now(): number;
  /** Runs once, `ms` from now on; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
}

export interface ManualTime extends Time {
  /** Moves on, stopping at every timer on the way; what a timer starts gets a moment to begin. */
  advance(ms: number): Promise<void>;
  moveTo(ms: number): Promise<void>;
  /** When the next timer is due. */
  next(): number | undefined;
}

export const realTime: Time = { now: () => Date.now(), after: (ms, run) => later(ms, run) };

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}

/** Every second of ours is `factor` seconds there. */
export function fastTime(factor: number): Time {
  const from = Date.now();
  return {
    now: () => from + (Date.now() - from) * factor,
    after: (ms, run) => later(ms / factor, run),
  };
}

const aMoment = (): Promise<void> => new Promise((done) => setImmediate(done));

export function manualTime(start: number = Date.parse('2027-01-04T08:00:00Z')): ManualTime {
  let now = start;
  const timers = new Set<{ at: number; run: () => void }>();
  const due = (until: number) => [...timers].filter((t) => t.at <= until).sort((a, b) => a.at - b.at)[0];
  const moveTo = async (until: number): Promise<void> => {
    for (let next = due(until); next; next = due(until)) {
      timers.delete(next);
      now = Math.max(now, next.at);
      next.run();
      await aMoment();
    }
    now = Math.max(now, until);
  };
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    next: () => due(Number.POSITIVE_INFINITY)?.at,
    advance: (ms) => moveTo(now + ms),
    moveTo,
  };
}
