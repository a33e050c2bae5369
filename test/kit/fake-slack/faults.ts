/** What can go wrong on the way: refused, taken but not answered, answered late, or said to be broken. */

export type Fault =
  | { kind: 'status'; status: number; accepted: boolean }
  | { kind: 'reset'; accepted: boolean }
  /** No answer at all; the connection stays open. */
  | { kind: 'hang'; accepted: boolean }
  | { kind: 'late'; ms: number }
  | { kind: 'limited'; seconds: number }
  | { kind: 'error'; error: string };

export interface Asked {
  method: string;
  args: Record<string, unknown>;
  team: string;
  /** The how-manieth call of this method. */
  nth: number;
}

export type FaultPlan = (asked: Asked) => Fault | undefined;

/** Each fault once, at the next calls of that method. */
export function nextFaults(method: string, ...faults: (Fault | undefined)[]): FaultPlan {
  const left = [...faults];
  return (asked) => (asked.method === method && left.length > 0 ? left.shift() : undefined);
}

/** Numbers from 0 to 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
