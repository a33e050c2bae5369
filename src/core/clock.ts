/** The product's time. Everything asks it; nobody reads the machine's clock. */
export interface Clock {
  now(): Date;
}

export interface MovableClock extends Clock {
  /** Forward only. */
  moveTo(at: Date): void;
}

export const systemClock: Clock = { now: () => new Date() };

/** Stands still until it is moved: for tests. */
export function frozenClock(start: Date): MovableClock {
  let at = start;
  return {
    now: () => at,
    moveTo(to) {
      if (to > at) at = to;
    },
  };
}

/** Runs like the machine's, some way ahead of it: for trying out. */
export function offsetClock(aheadMs: number): MovableClock & { aheadMs(): number } {
  let ahead = aheadMs;
  return {
    now: () => new Date(Date.now() + ahead),
    aheadMs: () => ahead,
    moveTo(to) {
      ahead = Math.max(ahead, to.getTime() - Date.now());
    },
  };
}
