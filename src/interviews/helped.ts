/**
 * Whether it helped is each one's own answer. It is counted in batches only, each of three people and more, so that no two
 * looks at the numbers tell what fewer than three said. Pure.
 */
import { type Answer, answers, type Helped } from './model.ts';

const least = 3;

export const nobodyYet = (): Record<Answer, number> => ({ yes: 0, partly: 0, no: 0 });

/** Three people: a manager who answers about three conversations is one. */
export const isCountable = (batch: readonly Pick<Helped, 'by'>[]): boolean =>
  new Set(batch.map((h) => h.by)).size >= least;

export const added = (
  before: Readonly<Record<Answer, number>>,
  batch: readonly Pick<Helped, 'answer'>[],
): Record<Answer, number> =>
  Object.fromEntries(
    answers.map((a) => [a, before[a] + batch.filter((h) => h.answer === a).length]),
  ) as Record<Answer, number>;
