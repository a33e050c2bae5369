/**
 * How far a key result, and a goal, was reached: exact, clipped to [0, cap]. Plain types without storage, so that the command
 * line that re-derives scores and the bot itself compute with the same lines.
 */
import {
  add,
  clip,
  cmp,
  div,
  type Fraction,
  fraction,
  max,
  mean,
  mul,
  ONE,
  parse,
  sub,
  ZERO,
} from '../core/fraction.ts';

/** A decimal, meant as it is written: 0.1 is one tenth. */
export type Decimal = number | string;

interface Common {
  /** Left out of the mean, with a reason that the card shows. */
  excluded?: boolean | undefined;
}

export interface Change extends Common {
  kind: 'increase' | 'decrease';
  baseline: Decimal;
  target: Decimal;
  actual?: Decimal | undefined;
}

export interface Hold extends Common {
  kind: 'atLeast' | 'atMost';
  target: Decimal;
  /** What 120 % is. */
  stretch?: Decimal | undefined;
  /** Where one stood before, if it is known; only the SMART check reads it. */
  baseline?: Decimal | undefined;
  actual?: Decimal | undefined;
}

export interface Milestone extends Common {
  kind: 'milestone';
  done?: boolean | undefined;
  /** Its stretch condition, the 120 %, was reached too. */
  stretched?: boolean | undefined;
}

export interface Rated extends Common {
  kind: 'rated';
  /** What each of the five levels means, written beforehand. */
  anchors?: readonly string[] | undefined;
  level?: number | undefined;
}

export type KeyResult = Change | Hold | Milestone | Rated;

const FIFTH = fraction(1, 5);
const BEYOND = fraction(6, 5);
/** Level 1 to 5 of a qualitative key result. */
const LEVELS = [ZERO, fraction(7, 10), ONE, fraction(11, 10), BEYOND] as const;
/** Attainment → rating, linear between the points. */
const POINTS = LEVELS.map((attained, index) => ({ attained, rating: fraction(index + 1) }));

/** Of a key result without problems; null while it has no number. The exclusion plays no part here. */
export function attainment(kr: KeyResult, cap: Fraction): Fraction | null {
  const raw = unclipped(kr);
  return raw && clip(raw, ZERO, cap);
}

function unclipped(kr: KeyResult): Fraction | null {
  switch (kr.kind) {
    case 'increase':
    case 'decrease':
      return kr.actual === undefined ? null : ofChange(kr, kr.actual);
    case 'atLeast':
    case 'atMost':
      return kr.actual === undefined ? null : ofHold(kr, kr.actual);
    case 'milestone':
      return kr.done === undefined ? null : ofMilestone(kr);
    case 'rated':
      return kr.level === undefined ? null : LEVELS[kr.level - 1]!;
  }
}

/** One formula for both directions: turning both signs of (baseline − actual) / (baseline − target) gives the other. */
function ofChange(kr: Change, actual: Decimal): Fraction {
  const baseline = parse(kr.baseline);
  return div(sub(parse(actual), baseline), sub(parse(kr.target), baseline));
}

function ofHold(kr: Hold, written: Decimal): Fraction {
  const [target, actual] = [parse(kr.target), parse(written)];
  if (kr.kind === 'atLeast' && cmp(actual, target) < 0) return div(actual, target);
  if (kr.kind === 'atMost' && cmp(actual, target) > 0) return div(target, actual);
  if (kr.stretch === undefined) return ONE;
  const way = div(sub(actual, target), sub(parse(kr.stretch), target));
  return add(ONE, mul(FIFTH, way));
}

function ofMilestone(kr: Milestone): Fraction {
  if (!kr.done) return ZERO;
  return kr.stretched ? BEYOND : ONE;
}

export interface Measured {
  keyResults: readonly KeyResult[];
}

/**
 * `dropped`: no key result is left, the goal's weight goes to the others. `missing`: these key results (by index) have no number
 * and are not excluded, which blocks the rating.
 */
export type GoalAttainment =
  | { state: 'reached'; value: Fraction }
  | { state: 'dropped' }
  | { state: 'missing'; keyResults: number[] };

/** The mean of the key results that are not excluded. */
export function goalAttainment(goal: Measured, cap: Fraction): GoalAttainment {
  const counted = goal.keyResults
    .map((kr, index) => ({ index, excluded: kr.excluded, value: attainment(kr, cap) }))
    .filter(({ excluded }) => !excluded);
  if (counted.length === 0) return { state: 'dropped' };
  const missing = counted.filter(({ value }) => value === null).map(({ index }) => index);
  if (missing.length > 0) return { state: 'missing', keyResults: missing };
  return { state: 'reached', value: mean(counted.map(({ value }) => value!)) };
}

/** Attainment → rating 1 to 5. */
export function ratingOf(attained: Fraction): Fraction {
  const above = POINTS.findIndex((point) => cmp(attained, point.attained) < 0);
  if (above === -1) return POINTS[POINTS.length - 1]!.rating;
  const [from, to] = [POINTS[Math.max(above - 1, 0)]!, POINTS[Math.max(above, 1)]!];
  const way = div(sub(max(attained, ZERO), from.attained), sub(to.attained, from.attained));
  return add(from.rating, mul(way, sub(to.rating, from.rating)));
}

/** Weights of goals are basis points: 10 000 is 100 %. */
export const WHOLE = 10_000;

/** n weights that differ by at most one and sum to the whole; the first ones get the remainder. */
export function equalWeights(n: number): number[] {
  const share = Math.floor(WHOLE / n);
  const rest = WHOLE - share * n;
  return Array.from({ length: n }, (_, index) => share + (index < rest ? 1 : 0));
}

export function weightsSum(goals: readonly { weight: number }[]): number {
  return goals.reduce((total, { weight }) => total + weight, 0);
}
