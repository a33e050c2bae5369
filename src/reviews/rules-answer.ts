/** Writing a review, of oneself or of somebody else: the same shape, the same rules. Pure. */
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { CANNOT_JUDGE, LEVELS } from './aggregate.ts';
import { dimensionName } from './messages-anchors.ts';
import { said } from './messages-answer.ts';
import type { Answers, Written } from './model.ts';

const isOffered = (level: string): boolean =>
  level === CANNOT_JUDGE || (LEVELS as readonly string[]).includes(level);

/** A level that nobody gives without an example. */
export const needsExample = (level: string | undefined): boolean => level === '1' || level === '5';

const has = (record: Readonly<Record<string, string>>, name: string): boolean =>
  Object.hasOwn(record, name) && record[name] !== '';

/** @throws Refusal for a dimension that is not asked, or a level that was not offered */
export function rated<W extends Written>(
  written: W,
  dimensions: readonly string[],
  name: string,
  level: string,
): W {
  if (!dimensions.includes(name) || !isOffered(level)) throw new Refusal((l) => said(l).notAsked);
  return { ...written, levels: { ...written.levels, [name]: level } };
}

/** Dimensions whose level wants an example, in the order of the card. */
export const extremes = (written: Answers, dimensions: readonly string[]): string[] =>
  dimensions.filter((name) => has(written.levels, name) && needsExample(written.levels[name]));

export interface Words {
  keep?: string | undefined;
  differ?: string | undefined;
  /** By dimension. */
  examples: Readonly<Record<string, string | undefined>>;
}

/** What the form held replaces what was there; an example of a dimension that was not in the form stays. */
export function worded<W extends Written>(written: W, words: Words): W {
  const { keep: _, differ: __, ...rest } = written;
  const examples = { ...written.examples, ...words.examples };
  const kept = Object.entries(examples).filter((e): e is [string, string] => Boolean(e[1]));
  return {
    ...rest,
    examples: Object.fromEntries(kept),
    ...(words.keep && { keep: words.keep }),
    ...(words.differ && { differ: words.differ }),
  } as W;
}

export const unrated = (written: Answers, dimensions: readonly string[]): string[] =>
  dimensions.filter((name) => !has(written.levels, name));

export const unexampled = (written: Answers, dimensions: readonly string[]): string[] =>
  extremes(written, dimensions).filter((name) => !has(written.examples, name));

/** What is sent: levels of what was asked, and the examples that belong to them. */
function whole(written: Answers, dimensions: readonly string[]): Answers {
  const levels = dimensions.map((name) => [name, written.levels[name] ?? CANNOT_JUDGE] as const);
  const examples = extremes(written, dimensions).map((name) => [name, written.examples[name] ?? ''] as const);
  return {
    levels: Object.fromEntries(levels),
    examples: Object.fromEntries(examples),
    ...(written.keep && { keep: written.keep }),
    ...(written.differ && { differ: written.differ }),
  };
}

const listed =
  (words: (l: 'en' | 'zh') => (names: readonly string[]) => string, names: readonly string[]): Sentence =>
  (l) =>
    words(l)(names.map((name) => dimensionName(l, name)));

/** @throws Refusal when a level or an example is missing, or when there is nothing in it */
export function sentNow<W extends Written>(written: W, dimensions: readonly string[]): W {
  const missing = unrated(written, dimensions);
  if (missing.length > 0) throw new Refusal(listed((l) => said(l).unrated, missing));
  const bare = unexampled(written, dimensions);
  if (bare.length > 0) throw new Refusal(listed((l) => said(l).unexampled, bare));
  const sent = whole(written, dimensions);
  const empty = Object.values(sent.levels).every((level) => level === CANNOT_JUDGE);
  if (empty && !sent.keep && !sent.differ) throw new Refusal((l) => said(l).nothingIn);
  return { ...written, sent };
}

export function takenBack<W extends Written>(written: W): W {
  const { sent: _, ...rest } = written;
  return rest as W;
}

/** Something was changed since it was sent; what was sent counts until it is sent again. */
export function changedSince(written: Written, dimensions: readonly string[]): boolean {
  if (!written.sent) return false;
  return JSON.stringify(whole(written, dimensions)) !== JSON.stringify(whole(written.sent, dimensions));
}

/** Minutes that a review takes, for "about 4 minutes left". */
export const minutesFor = (dimensions: number): number => 1 + Math.ceil(dimensions / 2);
