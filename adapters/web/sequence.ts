/**
 * One growing number for everything a reader may have to hear about. Numbers are taken before the write they belong to,
 * so a write may finish after a later one; a reader is told to go on only from below all that are still under way.
 */
export interface Sequence {
  startAfter(seq: number): void;
  take(): number;
  done(seq: number): void;
  latest(): number;
  /** Up to here nothing can appear any more. */
  settled(): number;
}

export function sequence(): Sequence {
  let last = 0;
  const underWay = new Set<number>();
  return {
    startAfter(seq) {
      last = Math.max(last, seq);
    },
    take() {
      last += 1;
      underWay.add(last);
      return last;
    },
    done(seq) {
      underWay.delete(seq);
    },
    latest: () => last,
    settled: () => (underWay.size > 0 ? Math.min(...underWay) - 1 : last),
  };
}

/** Runs what it is given one after another. */
export function oneByOne(): <T>(run: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (run) => {
    const result = tail.then(run);
    // The next in line starts whether this one failed or not; the failure belongs to whoever waits for `result`.
    tail = result.catch(() => undefined);
    return result;
  };
}
