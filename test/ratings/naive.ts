/**
 * The rules of a score once more, written from the domain page alone: plain pairs of BigInts that are never reduced, one long
 * straight road, no code shared with the product.
 */
import type { KeyResult } from '../../src/goals/attainment.ts';
import type { Answers, Dimension, Participant, Scheme, WeighedGoal } from '../../src/ratings/sources.ts';

type Q = [bigint, bigint];

const q = (text: string | number): Q => {
  const [whole, decimals = ''] = String(text).split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
};
const plus = (a: Q, b: Q): Q => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const minus = (a: Q, b: Q): Q => plus(a, [-b[0], b[1]]);
const times = (a: Q, b: Q): Q => [a[0] * b[0], a[1] * b[1]];
const over = (a: Q, b: Q): Q => (b[0] < 0n ? [-a[0] * b[1], a[1] * -b[0]] : [a[0] * b[1], a[1] * b[0]]);
const less = (a: Q, b: Q) => a[0] * b[1] < b[0] * a[1];
const between = (low: Q, x: Q, high: Q): Q => (less(x, low) ? low : less(high, x) ? high : x);
const ratio = (pairs: [Q, Q][]): Q => {
  let [above, below]: [Q, Q] = [q(0), q(0)];
  for (const [weight, value] of pairs) {
    above = plus(above, times(weight, value));
    below = plus(below, weight);
  }
  return over(above, below);
};
const plain = (values: Q[]) => ratio(values.map((value) => [q(1), value]));

/** Of numbers ≥ 0. */
export const twoDecimals = ([n, d]: Q): string => {
  const cents = String((200n * n + d) / (2n * d)).padStart(3, '0');
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`;
};

const percent: Record<string, (kr: never) => Q | null> = {
  increase: (kr: { actual?: string; baseline: string; target: string }) =>
    kr.actual === undefined
      ? null
      : over(minus(q(kr.actual), q(kr.baseline)), minus(q(kr.target), q(kr.baseline))),
  decrease: (kr: { actual?: string; baseline: string; target: string }) =>
    kr.actual === undefined
      ? null
      : over(minus(q(kr.baseline), q(kr.actual)), minus(q(kr.baseline), q(kr.target))),
  atLeast: (kr: { actual?: string; target: string; stretch?: string }) => {
    if (kr.actual === undefined) return null;
    const [actual, target] = [q(kr.actual), q(kr.target)];
    if (less(actual, target)) return over(actual, target);
    if (kr.stretch === undefined) return q(1);
    return plus(q(1), times(q('0.2'), over(minus(actual, target), minus(q(kr.stretch), target))));
  },
  atMost: (kr: { actual?: string; target: string; stretch?: string }) => {
    if (kr.actual === undefined) return null;
    const [actual, target] = [q(kr.actual), q(kr.target)];
    if (less(target, actual)) return over(target, actual);
    if (kr.stretch === undefined) return q(1);
    return plus(q(1), times(q('0.2'), over(minus(target, actual), minus(target, q(kr.stretch)))));
  },
  milestone: (kr: { done?: boolean; stretched?: boolean }) =>
    kr.done === undefined ? null : q(kr.done ? (kr.stretched ? '1.2' : 1) : 0),
  rated: (kr: { level?: number }) => (kr.level ? q(['0', '0.7', '1', '1.1', '1.2'][kr.level - 1]!) : null),
};

function ratingOfGoal(goal: WeighedGoal, cap: Q): Q | 'dropped' | 'missing' {
  const left = goal.keyResults.filter((kr: KeyResult) => kr.excluded !== true);
  if (left.length === 0) return 'dropped';
  const reached = left.map((kr) => percent[kr.kind]!(kr as never));
  if (reached.includes(null)) return 'missing';
  const a = plain(reached.map((value) => between(q(0), value!, cap)));
  if (less(a, q('0.7'))) return plus(q(1), over(a, q('0.7')));
  if (less(a, q(1))) return plus(q(2), over(minus(a, q('0.7')), q('0.3')));
  return between(q(3), plus(q(3), times(q(10), minus(a, q(1)))), q(5));
}

function groupMean(given: readonly number[]): Q {
  const total = BigInt(given.reduce((a, b) => a + b, 0));
  const n = BigInt(given.length);
  const halves: Q = [(4n * total + n) / (2n * n), 2n];
  return given.length < 5 ? between(q('1.5'), halves, q('4.5')) : halves;
}

function ofGoals(person: Participant, cap: Q): Q | 'no' | 'stop' {
  const agreed = person.goals.filter((goal) => goal.agreed);
  const total = agreed.reduce((all, goal) => all + goal.weight, 0);
  if (total !== 10_000 && !person.goalsWaived) return 'stop';
  const rated = agreed.map((goal) => [goal.weight, ratingOfGoal(goal, cap)] as const);
  if (rated.some(([, value]) => value === 'missing')) return 'stop';
  const kept = rated
    .filter(([, value]) => value !== 'dropped')
    .map(([w, value]): [Q, Q] => [q(w), value as Q]);
  return kept.length > 0 ? ratio(kept) : 'no';
}

function ofReports(changes: readonly (string | number)[] = []): Q | 'no' {
  if (changes.length < 3) return 'no';
  return between(q(1), plus(q(3), times(q(2), plain(changes.map(q)))), q(5));
}

function ofCycles(cycles: Participant['cycles'] = []): Q | 'no' {
  return cycles.length > 0 ? ratio(cycles.map(({ score, days }) => [q(days), q(score)])) : 'no';
}

function ofOne(given: readonly number[] = []): Q | 'no' {
  return given.length > 0 ? q(given[0]!) : 'no';
}

function ofMany(given: readonly number[] = [], k: number): Q | 'no' {
  return given.length >= k ? groupMean(given) : 'no';
}

function answersTo({ name }: Dimension, person: Participant): Answers {
  return Object.hasOwn(person.answers, name) ? person.answers[name]! : {};
}

function sourceValue(source: string, on: Answers, scheme: Scheme, person: Participant): Q | 'no' | 'stop' {
  if (source === 'attainment') return ofGoals(person, q(scheme.cap));
  if (source === 'improvement') return ofReports(person.reportsChange);
  if (source === 'cycles') return ofCycles(person.cycles);
  if (source === 'self' || source === 'dotted') return ofOne(on[source]);
  const own = source === 'manager' ? ofOne(on.manager) : ofMany(on[source as 'peer'], scheme.k);
  if (own !== 'no') return own;
  if (source === 'manager') return 'stop';
  return source === 'partner' ? ofMany(on.peer, scheme.k) : 'no';
}

function dimensionScore(dimension: Dimension, scheme: Scheme, person: Participant): Q | 'dropped' | 'stop' {
  const optional = dimension.optional && dimension.name !== 'team' && !('improvement' in dimension.sources);
  const on = answersTo(dimension, person);
  const nobody = Object.values(on).flat().length === 0;
  const all = Object.entries(dimension.sources).map(
    ([source, weight]) =>
      ({ source, weight: q(weight), value: sourceValue(source, on, scheme, person) }) as const,
  );
  const stopped = all.filter(({ value }) => value === 'stop').map(({ source }) => source);
  const present = all.filter(({ value }) => typeof value !== 'string');
  if (stopped.includes('attainment')) return 'stop';
  if (present.length === 0 && optional && (nobody || stopped.length === 0)) return 'dropped';
  if (stopped.length > 0 || present.length === 0) return 'stop';
  return ratio(present.map(({ weight, value }) => [weight, value as Q]));
}

export interface Naive {
  dimensions: Record<string, string | null>;
  final: string | null;
  grade: string | null;
}

export function naive(scheme: Scheme, person: Participant): Naive {
  const scores = scheme.dimensions.map((dimension) => dimensionScore(dimension, scheme, person));
  const shown = scores.map((score) => (typeof score === 'string' ? null : twoDecimals(score)));
  const dimensions = Object.fromEntries(scheme.dimensions.map(({ name }, index) => [name, shown[index]!]));
  const kept = scheme.dimensions.flatMap(({ weight }, index): [Q, Q][] => {
    const score = scores[index]!;
    return typeof score === 'string' ? [] : [[q(weight), score]];
  });
  if (scores.includes('stop') || kept.length === 0) return { dimensions, final: null, grade: null };
  const final = twoDecimals(ratio(kept));
  const cents = Number(final.replace('.', ''));
  const grade = cents >= 450 ? 'S' : cents >= 375 ? 'A' : cents >= 275 ? 'B' : cents >= 200 ? 'C' : 'D';
  return { dimensions, final, grade };
}
