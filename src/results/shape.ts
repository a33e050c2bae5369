/** What a result says in short: title words, levels by view, goals with what was reached. Pure. */
import { type Fraction, mean, readExact, roundHalfUp } from '../core/fraction.ts';
import type { Locale } from '../core/i18n.ts';
import type { CountedGoal, Explanation } from '../ratings/index.ts';
import { card } from './messages-card.ts';
import { type Result, reviewsIn } from './model.ts';

/** "Met" is what is expected in every dimension. */
export const expected = 3;

export const showsNumbers = ({ scheme }: Pick<Result, 'scheme'>): boolean => !scheme.rewards.labelsOnly;

/** "B, 3.42", "B", "no rating". */
export function inShort(result: Pick<Result, 'grade' | 'final' | 'scheme' | 'unrated'>, l: Locale): string {
  const words = card(l);
  if (result.grade !== null) return words.graded(result.grade, showsNumbers(result) ? result.final : null);
  return result.unrated === undefined ? words.noGrade : words.noRating;
}

type Line = Explanation['dimensions'][number];
export const linesOf = (result: Pick<Result, 'computed'>): Line[] => result.computed?.dimensions ?? [];

export type ViewOf = 'self' | 'manager' | 'colleagues';

/** By dimension, as far as it may be shown: the level given by oneself and by the manager, the published mean of colleagues. */
export function levelsOf(result: Result, name: string): Partial<Record<ViewOf, string>> {
  const own = Object.hasOwn(result.self, name) ? result.self[name] : undefined;
  const answers = result.basis?.participant.answers ?? {};
  const given = Object.hasOwn(answers, name) ? answers[name]?.manager?.[0] : undefined;
  const groups = reviewsIn(result)?.dimensions.find((d) => d.name === name)?.groups ?? [];
  const group = groups.find((g) => g.of === 'together') ?? groups[0];
  return {
    ...(own !== undefined && /^[1-5]$/.test(own) && { self: own }),
    ...(given !== undefined && { manager: String(given) }),
    ...(group && { colleagues: group.value }),
  };
}

export interface Reached {
  goal: CountedGoal;
  state: 'counted' | 'dropped' | 'missing';
  attainment?: Fraction;
}

/** Mean of the key results that count, like the sum itself. */
export function reachedOf(goal: CountedGoal): Reached {
  const counting = goal.keyResults.filter((kr) => !kr.exclusion);
  if (counting.length === 0) return { goal, state: 'dropped' };
  const known = counting.flatMap((kr) => (kr.attainment === undefined ? [] : [readExact(kr.attainment)]));
  if (known.length < counting.length) return { goal, state: 'missing' };
  return { goal, state: 'counted', attainment: mean(known) };
}

/** Dimensions whose score lies below what is expected: a cause and a measure belong to each. */
export const belowTarget = (lines: readonly Line[]): string[] =>
  lines.flatMap((d) => (d.state === 'scored' && less(readExact(d.score)) ? [d.name] : []));

const less = (f: Fraction): boolean => f.n < BigInt(expected) * f.d;

export const signed = (score: Fraction): string => {
  const gap = roundHalfUp({ n: score.n - BigInt(expected) * score.d, d: score.d }, 2);
  if (gap.startsWith('-')) return `−${gap.slice(1)}`;
  return gap === '0.00' ? gap : `+${gap}`;
};
