/** Pieces that the cards of reviews share: the levels of a dimension, examples and comments, dates. */
import type { Block, Button, Option } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords, type Locale } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import { CANNOT_JUDGE, LEVELS } from './aggregate.ts';
import { onlyJudges } from './best.ts';
import { anchor, anchorOf, dimensionName, levelName } from './messages-anchors.ts';
import { said } from './messages-answer.ts';
import type { Answers, Written } from './model.ts';
import { unexampled } from './rules-answer.ts';

export const text = (md: Md): Block => ({ type: 'text', text: md });
export const note = (md: Md): Block => ({ type: 'note', text: md });
export const buttons = (...items: Button[]): Block[] =>
  items.length > 0 ? [{ type: 'actions', items }] : [];

export const dayOf = (day: string | undefined, { locale, now }: View): string =>
  day === undefined ? '–' : dayWords(locale, day, now);

type Level = (typeof LEVELS)[number];
const isLevel = (level: string): level is Level => (LEVELS as readonly string[]).includes(level);

export const levelWords = (l: Locale, level: string): string =>
  isLevel(level) ? said(l).option(level, levelName(l, level)) : anchor(l).none;

const options = (l: Locale, name: string): Option[] => [
  ...LEVELS.map((level) => ({
    label: levelWords(l, level),
    value: level,
    hint: anchorOf(l, name, level),
  })),
  { label: anchor(l).none, value: CANNOT_JUDGE, hint: anchor(l).noneHint },
];

/** One dimension: five levels and "can't judge", and what the chosen level means. */
export function levelBlocks(name: string, written: Answers, token: string, { locale }: View): Block[] {
  const value = Object.hasOwn(written.levels, name) ? written.levels[name] : undefined;
  const label = dimensionName(locale, name);
  const chosen: Block = { type: 'choices', label, token, options: options(locale, name) };
  if (value === undefined) return [chosen];
  const means = isLevel(value) ? [note(said(locale).means(label, anchorOf(locale, name, value)))] : [];
  return [{ ...chosen, value }, ...means];
}

type Words = 'keepLine' | 'differLine';
export type CommentWords = (l: Locale) => Record<Words, (text: string) => Md>;

/** Comments and examples as they were written. */
export function wordBlocks(
  answers: Answers,
  dimensions: readonly string[],
  words: CommentWords,
  { locale }: View,
): Block[] {
  const examples = dimensions.filter((name) => answers.examples[name]);
  return [
    ...examples.map((name) =>
      text(said(locale).example(dimensionName(locale, name), answers.examples[name] ?? '')),
    ),
    ...(answers.keep ? [text(words(locale).keepLine(answers.keep))] : []),
    ...(answers.differ ? [text(words(locale).differLine(answers.differ))] : []),
  ];
}

/** What would make it better: missing examples, comments in which nobody does anything. */
export function hintBlocks(written: Written, dimensions: readonly string[], best: Md, view: View): Block[] {
  const { locale } = view;
  const bare = unexampled(written, dimensions);
  const vague = [written.keep, written.differ].some((comment) => comment && onlyJudges(comment));
  return [
    ...bare.map((name) => note(said(locale).wantsExample(dimensionName(locale, name)))),
    ...(vague ? [note(best)] : []),
  ];
}
