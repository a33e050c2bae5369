/** Pieces that several cards share: the table of dates, and how schemes read. */
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords, type Locale, listWords, numberWords } from '../core/i18n.ts';
import { say } from './messages.ts';
import { announce } from './messages-announce.ts';
import { check } from './messages-check.ts';
import type { Cycle, PhasePlan, Scheme, Source } from './model.ts';

/** Phase, opening, due, and a column of the card's own. */
export function datesTable(
  cycle: Pick<Cycle, 'phases'>,
  { locale, now }: View,
  last?: { label: string; of: (plan: PhasePlan) => string },
): Block {
  const words = check(locale);
  return {
    type: 'table',
    columns: [
      { label: words.colPhase },
      { label: words.colOpens },
      { label: words.colDue },
      ...(last ? [{ label: last.label }] : []),
    ],
    rows: cycle.phases.map((p) => [
      say(locale).Phase(p.phase),
      dayWords(locale, p.opens, now),
      dayWords(locale, p.due, now),
      ...(last ? [last.of(p)] : []),
    ]),
  };
}

/** "60 %" / "60%". */
export const percent = (locale: Locale, n: number): string =>
  locale === 'zh' ? `${numberWords(locale, n)}%` : `${numberWords(locale, n)} %`;

export const schemeTitle = (locale: Locale, scheme: Pick<Scheme, 'name' | 'version'>): string =>
  check(locale).scheme(announce(locale).scheme(scheme.name), scheme.version);

/** A row a dimension: scheme, dimension, weight, sources with theirs. */
export function schemeTable(schemes: readonly Scheme[], { locale }: View): Block {
  const words = announce(locale);
  const sources = (from: Partial<Record<Source, number>>) =>
    listWords(
      locale,
      Object.entries(from).map(([s, w]) => words.part(words.source(s as Source), percent(locale, w))),
    );
  return {
    type: 'table',
    columns: [
      { label: words.colScheme },
      { label: words.colDimension },
      { label: words.colWeight, align: 'right' },
      { label: words.colSources },
    ],
    rows: schemes.flatMap((scheme) =>
      scheme.dimensions.map((d) => [
        words.scheme(scheme.name),
        words.dimension(d.name),
        percent(locale, d.weight / 100),
        sources(d.sources),
      ]),
    ),
  };
}

/** "S 1.5, A 1.2 …" */
export const bonusWords = (locale: Locale, { rewards }: Scheme): string =>
  Object.entries(rewards.bonus)
    .map(([grade, p]) => `${grade} ${numberWords(locale, p / 100)}`)
    .join(locale === 'zh' ? '、' : ', ');
