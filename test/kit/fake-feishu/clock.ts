/** The server's time: the machine's (or a faster one), or one that tests move by hand, so that 6 hours take no time. */
export interface FakeClock {
  now(): number;
  /** Runs at that moment, or as soon as the clock gets there. */
  at(ms: number, run: () => void | Promise<void>): void;
  stop(): void;
}

export interface HandClock extends FakeClock {
  /** Forward, stopping at everything planned on the way and waiting for it. */
  moveTo(ms: number): Promise<void>;
  advance(ms: number): Promise<void>;
  /** When the next thing is planned. */
  next(): number | undefined;
}

/** `speed` 10: ten seconds of Feishu's pass in one of the machine's. `aheadMs`: another day than today. */
export function machineClock(speed = 1, aheadMs = 0): FakeClock {
  const from = Date.now() + aheadMs;
  const started = performance.now();
  const timers = new Set<NodeJS.Timeout>();
  const now = () => from + (performance.now() - started) * speed;
  return {
    now,
    at(ms, run) {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          void run();
        },
        Math.max(0, ms - now()) / speed,
      );
      timer.unref();
      timers.add(timer);
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

interface Planned {
  ms: number;
  run: () => void | Promise<void>;
}

/** Stands still until it is moved; `follow` lets it be no earlier than another clock, the product's. */
export function handClock(start: number, follow: () => number = () => start): HandClock {
  let at = start;
  let planned: Planned[] = [];
  const now = () => Math.max(at, follow());
  const moveTo = async (ms: number): Promise<void> => {
    for (;;) {
      planned.sort((a, b) => a.ms - b.ms);
      const [next] = planned;
      if (!next || next.ms > ms) break;
      planned.shift();
      at = Math.max(at, next.ms);
      await next.run();
    }
    at = Math.max(at, ms);
  };
  return {
    now,
    at: (ms, run) => void planned.push({ ms, run }),
    stop: () => {
      planned = [];
    },
    moveTo,
    next: () => planned.reduce<number | undefined>((least, { ms }) => Math.min(least ?? ms, ms), undefined),
    advance: (ms) => moveTo(now() + ms),
  };
}
