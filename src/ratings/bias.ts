/**
 * What strikes about how a manager rates (domain.md §8), each with the numbers it rests on. A hint is a question, never a
 * correction. Exact: a mean of 3.5 against 3.0 is half a level, not nearly one. Pure.
 */
import { type Day, daysBetween } from '../core/calendar.ts';
import {
  cmp,
  div,
  type Fraction,
  fraction,
  max,
  mean,
  min,
  mul,
  roundHalfUp,
  sub,
  sum,
  ZERO,
} from '../core/fraction.ts';

export type BiasHint =
  | { kind: 'lenient' | 'severe'; mean: string; organisation: string; n: number }
  | { kind: 'central'; deviation: string; n: number }
  | { kind: 'halo'; alike: number; n: number }
  | { kind: 'recency'; recent: number; n: number }
  | { kind: 'mismatch'; percent: string; high: number; n: number }
  | { kind: 'motions'; copied: number; held: number; silent: number; interviews: number };

/** Levels 1 to 5 that one manager gave one person, a level a dimension. */
export type Levels = readonly number[];

const ENOUGH = 5;
const HALF = fraction(1, 2);
/** 0.35² */
const NARROW = fraction(49, 400);
const ALIKE = fraction(1, 4);

export const meanOf = (levels: Levels): Fraction => mean(levels.map((l) => fraction(l)));

const rated = (team: readonly Levels[]): readonly Levels[] => team.filter((levels) => levels.length > 0);

/** `organisation`: the mean of all managers' ratings. */
export function leniency(team: readonly Levels[], organisation: Fraction | undefined): BiasHint[] {
  const n = rated(team).length;
  if (n < ENOUGH || !organisation) return [];
  const own = mean(rated(team).map(meanOf));
  const beyond = sub(own, organisation);
  const figures = { mean: roundHalfUp(own, 2), organisation: roundHalfUp(organisation, 2), n };
  if (cmp(beyond, HALF) >= 0) return [{ kind: 'lenient', ...figures }];
  return cmp(sub(ZERO, beyond), HALF) >= 0 ? [{ kind: 'severe', ...figures }] : [];
}

/** Everybody in the middle: the standard deviation of the people's means is below 0.35. */
export function centralTendency(team: readonly Levels[]): BiasHint[] {
  const n = rated(team).length;
  if (n < ENOUGH) return [];
  const variance = varianceOf(rated(team).map(meanOf));
  return cmp(variance, NARROW) < 0 ? [{ kind: 'central', deviation: rootOf(variance), n }] : [];
}

function varianceOf(values: readonly Fraction[]): Fraction {
  const middle = mean(values);
  return mean(values.map((v) => mul(sub(v, middle), sub(v, middle))));
}

/** The square root, to two decimals. */
function rootOf(f: Fraction): string {
  const doubled = wholeRoot((f.n * 40_000n) / f.d);
  return roundHalfUp(fraction((doubled + 1n) / 2n, 100n), 2);
}

/** The greatest whole number whose square is not above n. */
function wholeRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let [guess, next] = [n, (n + 1n) / 2n];
  while (next < guess) [guess, next] = [next, (next + n / next) / 2n];
  return guess;
}

/** One impression for everything: hardly any range over the dimensions, for at least 80 % of the people. */
export function halo(team: readonly Levels[]): BiasHint[] {
  const several = team.filter((levels) => levels.length > 1);
  const n = several.length;
  const alike = several.filter((levels) => cmp(rangeOf(levels), ALIKE) <= 0).length;
  return n >= ENOUGH && alike * 10 >= n * 8 ? [{ kind: 'halo', alike, n }] : [];
}

function rangeOf(levels: Levels): Fraction {
  const all = levels.map((l) => fraction(l));
  const [first = ZERO] = all;
  return sub(all.reduce(max, first), all.reduce(min, first));
}

interface Period {
  from: Day;
  to: Day;
}

/** In the last quarter of the period. */
export const isRecent = (day: Day, { from, to }: Period): boolean =>
  daysBetween(from, day) * 4 >= (daysBetween(from, to) + 1) * 3;

/** More than 70 % of what was cited comes from the last quarter of the period. */
export function recency(cited: readonly Day[], period: Period): BiasHint[] {
  const n = cited.length;
  const recent = cited.filter((day) => isRecent(day, period)).length;
  return n > 0 && recent * 10 > n * 7 ? [{ kind: 'recency', recent, n }] : [];
}

/**
 * 老好人: the unit reached less than 80 % of its goals, and yet at least 70 % of its managers' ratings are 4 or more.
 * `attained`: mean attainment of each person, 1 is 100 %; `given`: every level that the unit's managers gave.
 */
export function mismatch(attained: readonly Fraction[], given: Levels): BiasHint[] {
  if (attained.length === 0 || given.length === 0) return [];
  const reached = mean(attained);
  const high = given.filter((l) => l >= 4).length;
  const low = cmp(reached, fraction(4, 5)) < 0;
  if (!low || high * 10 < given.length * 7) return [];
  return [{ kind: 'mismatch', percent: roundHalfUp(mul(reached, fraction(100)), 0), high, n: given.length }];
}

/** For HR, 流于形式: check-ins that say what the last one said, interviews about which nothing was noted. */
export function goingThroughTheMotions(counts: {
  held: number;
  copied: number;
  interviews: number;
  silent: number;
}): BiasHint[] {
  const { held, copied, interviews, silent } = counts;
  return copied + silent > 0 ? [{ kind: 'motions', copied, held, silent, interviews }] : [];
}

/** The mean of many means, from how often each occurs: `[{ value, n }]`. */
export function meanOfCounts(counts: readonly { value: Fraction; n: number }[]): Fraction | undefined {
  const n = counts.reduce((all, c) => all + c.n, 0);
  if (n === 0) return undefined;
  return div(sum(counts.map((c) => mul(c.value, fraction(c.n)))), fraction(n));
}

export interface Seen {
  team: readonly Levels[];
  organisation: Fraction | undefined;
  cited: readonly Day[];
  period: Period;
  unit: { attained: readonly Fraction[]; given: Levels };
}

/** To the manager before submitting, and to HR. */
export function biasHints({ team, organisation, cited, period, unit }: Seen): BiasHint[] {
  return [
    ...leniency(team, organisation),
    ...centralTendency(team),
    ...halo(team),
    ...recency(cited, period),
    ...mismatch(unit.attained, unit.given),
  ];
}
