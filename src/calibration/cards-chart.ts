/** The distribution against the guideline, as a picture and as sentences. Pure. */
import type { Block, ChartBlock } from '../core/card.ts';
import { type Locale, listWords } from '../core/i18n.ts';
import { grades } from '../cycles/scheme.ts';
import { note, text } from '../goals/blocks.ts';
import { type Counts, isOver, type Measure } from './guideline.ts';
import { card } from './messages-cards.ts';

type Measures = readonly [Measure, Measure];

/** S and S + A carry their caps in the label; the grades in between are free. */
export function chartOf(counts: Counts, measures: Measures | undefined, locale: Locale): ChartBlock {
  const words = card(locale);
  const capped = measures?.map((m) => words.atMost(nameOf(m, locale), m.most)) ?? [];
  const labels = measures ? [...capped, ...grades.slice(1)] : [...grades];
  const values = measures
    ? [counts.S, counts.S + counts.A, ...grades.slice(1).map((g) => counts[g])]
    : grades.map((g) => counts[g]);
  return {
    type: 'chart',
    kind: 'bar',
    labels,
    series: [{ name: words.chartPeople, values }],
    alt: words.chartAlt(
      listWords(
        locale,
        labels.map((label, i) => `${label} ${values[i] ?? 0}`),
      ),
    ),
  };
}

const nameOf = ({ of }: Measure, locale: Locale): string => (of === 's' ? 'S' : card(locale).sa);

export function overBlocks(measures: Measures, locale: Locale): Block[] {
  const words = card(locale);
  const over = measures.filter(isOver);
  if (over.length === 0) return [note(words.within)];
  return over.map((m) => text(words.over(nameOf(m, locale), m.count, m.most, m.percent)));
}
