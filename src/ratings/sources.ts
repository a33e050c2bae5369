/**
 * What a dimension's sources say about one person. A group speaks only as it is published (rounded to 0.5, and with fewer than five
 * givers kept off the ends), and its size appears only as a band: nothing here can tell what one giver said.
 */
import { add, clip, type Fraction, fraction, mean, mul, parse, weightedMean } from '../core/fraction.ts';
import {
  type Decimal,
  goalAttainment,
  type Measured,
  ratingOf,
  WHOLE,
  weightsSum,
} from '../goals/attainment.ts';
import { published } from '../reviews/aggregate.ts';

export const GROUPS = ['peer', 'report', 'partner', 'customer'] as const;
export const SINGLES = ['self', 'manager', 'dotted'] as const;
export const COMPUTED = ['attainment', 'improvement', 'cycles'] as const;

export type Group = (typeof GROUPS)[number];
export type Single = (typeof SINGLES)[number];
export type Answerer = Group | Single;
export type Source = Answerer | (typeof COMPUTED)[number];

export interface Dimension {
  name: string;
  weight: Decimal;
  sources: Readonly<Partial<Record<Source, Decimal>>>;
  optional?: boolean | undefined;
}

export interface Scheme {
  /** The least answers of a group. */
  k: number;
  /** Of attainment: 1.2 is 120 %. */
  cap: Decimal;
  dimensions: readonly Dimension[];
}

export interface WeighedGoal extends Measured {
  /** Basis points. */
  weight: number;
  agreed: boolean;
}

/** The levels 1 to 5 that were given; of a single source at most one. */
export type Answers = Readonly<Partial<Record<Answerer, readonly number[]>>>;

export interface Participant {
  goals: readonly WeighedGoal[];
  /** HR waived, for all to see, that agreed weights do not sum to 100 %. */
  goalsWaived?: boolean | undefined;
  /** By dimension. */
  answers: Readonly<Record<string, Answers>>;
  /** Change of each report's final score since their last closed cycle. */
  reportsChange?: readonly Decimal[] | undefined;
  /** Inner cycles: the final that was shown, and how many days each covered. */
  cycles?: readonly { score: Decimal; days: number }[] | undefined;
}

/** One agreed goal in the sum; `goal` is its index among the participant's goals. */
export interface GoalLine {
  goal: number;
  weight: number;
  state: 'counted' | 'dropped' | 'missing';
  attainment?: Fraction;
  rating?: Fraction;
}

export type Absence = 'tooFew' | 'noAnswer' | 'noGoals' | 'noGoalLeft' | 'tooFewReports' | 'noCycles';
export type Obstacle = 'managerMissing' | 'weightsUnsettled' | 'numberMissing';

export interface Present {
  state: 'present';
  value: Fraction;
  /** Of groups. */
  givers?: '3-4' | '5+';
  /** The group that stands in for this one. */
  by?: Group;
  /** Of improvement: reports; of cycles: cycles. */
  n?: number;
  goals?: GoalLine[];
  waived?: boolean;
}

/** `blocked` makes the dimension not computable; an absent source only leaves its weight to the present ones. */
export type Said =
  | Present
  | { state: 'absent'; why: Absence }
  | { state: 'blocked'; why: Obstacle; goals?: GoalLine[] };

const LEAST_REPORTS = 3;
const MANY = 5;

export function say(source: Source, dimension: Dimension, scheme: Scheme, participant: Participant): Said {
  const answers = answersOn(dimension.name, participant);
  switch (source) {
    case 'attainment':
      return ofGoals(participant, parse(scheme.cap));
    case 'improvement':
      return ofImprovement(participant.reportsChange ?? []);
    case 'cycles':
      return ofCycles(participant.cycles ?? []);
    case 'partner':
      return ofPartners(answers, scheme.k);
    case 'peer':
    case 'report':
    case 'customer':
      return ofGroup(answers[source] ?? [], scheme.k);
    case 'self':
    case 'dotted':
      return ofSingle(answers[source]) ?? { state: 'absent', why: 'noAnswer' };
    case 'manager':
      return ofSingle(answers.manager) ?? { state: 'blocked', why: 'managerMissing' };
  }
}

export function answersOn(dimension: string, participant: Participant): Answers {
  return Object.hasOwn(participant.answers, dimension) ? participant.answers[dimension]! : {};
}

function ofSingle(answers: readonly number[] = []): Present | null {
  const [level] = answers;
  return level === undefined ? null : { state: 'present', value: fraction(level) };
}

function ofGroup(answers: readonly number[], k: number): Said {
  if (answers.length < k) return { state: 'absent', why: 'tooFew' };
  const value = published(answers);
  return { state: 'present', value, givers: answers.length < MANY ? '3-4' : '5+' };
}

/** Peers who answered the same dimension stand in for missing partners. */
function ofPartners({ partner = [], peer = [] }: Answers, k: number): Said {
  const partners = ofGroup(partner, k);
  if (partners.state === 'present') return partners;
  const peers = ofGroup(peer, k);
  return peers.state === 'present' ? { ...peers, by: 'peer' } : partners;
}

/** −1 → 1, 0 → 3, +1 → 5. */
function ofImprovement(changes: readonly Decimal[]): Said {
  if (changes.length < LEAST_REPORTS) return { state: 'absent', why: 'tooFewReports' };
  const change = mean(changes.map(parse));
  const value = clip(add(fraction(3), mul(fraction(2), change)), fraction(1), fraction(5));
  return { state: 'present', value, n: changes.length };
}

function ofCycles(cycles: readonly { score: Decimal; days: number }[]): Said {
  if (cycles.length === 0) return { state: 'absent', why: 'noCycles' };
  const value = weightedMean(
    cycles.map(({ score, days }) => ({ weight: fraction(days), value: parse(score) })),
  );
  return { state: 'present', value, n: cycles.length };
}

function ofGoals({ goals, goalsWaived = false }: Participant, cap: Fraction): Said {
  const settled = weightsSum(goals.filter(({ agreed }) => agreed)) === WHOLE;
  if (!settled && !goalsWaived) return { state: 'blocked', why: 'weightsUnsettled' };
  const lines = goals.flatMap((goal, index) => (goal.agreed ? [lineOf(goal, index, cap)] : []));
  if (lines.length === 0) return { state: 'absent', why: 'noGoals' };
  if (lines.some(({ state }) => state === 'missing'))
    return { state: 'blocked', why: 'numberMissing', goals: lines };
  const counted = lines.filter(({ state }) => state === 'counted');
  if (counted.length === 0) return { state: 'absent', why: 'noGoalLeft' };
  const value = weightedMean(
    counted.map(({ weight, rating }) => ({ weight: fraction(weight), value: rating! })),
  );
  return { state: 'present', value, goals: lines, waived: !settled };
}

function lineOf(goal: WeighedGoal, index: number, cap: Fraction): GoalLine {
  const line = { goal: index, weight: goal.weight };
  const found = goalAttainment(goal, cap);
  if (found.state !== 'reached') return { ...line, state: found.state };
  return { ...line, state: 'counted', attainment: found.value, rating: ratingOf(found.value) };
}

/** Did anybody, in any role, say anything about this dimension? */
export function untouched(dimension: Dimension, said: readonly Said[], participant: Participant): boolean {
  const answers = Object.values(answersOn(dimension.name, participant));
  return answers.every((given) => given.length === 0) && said.every(({ state }) => state !== 'present');
}
