/** The chart of views and the table against what is expected. Pure. */
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { readExact } from '../core/fraction.ts';
import { announce } from '../cycles/messages-announce.ts';
import { note, text } from '../goals/blocks.ts';
import { card } from './messages-card.ts';
import type { Result } from './model.ts';
import { belowTarget, expected, levelsOf, linesOf, showsNumbers, signed, type ViewOf } from './shape.ts';

const views: readonly ViewOf[] = ['self', 'manager', 'colleagues'];

/** With fewer than three dimensions a radar is a line: then it is bars. */
export function chartBlocks(result: Result, { locale }: View): Block[] {
  const words = card(locale);
  const names = linesOf(result).map((d) => d.name);
  const levels = names.map((name) => levelsOf(result, name));
  const shown = views.filter((of) => levels.some((l) => l[of] !== undefined));
  if (names.length === 0 || shown.length === 0) return [];
  const labels = names.map((name) => announce(locale).dimension(name));
  const inWords = shown.map((of) =>
    words.chartSeries(
      words[of],
      labels.map((label, i) => words.chartValue(label, levels[i]?.[of] ?? words.nothing)).join(words.comma),
    ),
  );
  const gaps = shown.some((of) => levels.some((l) => l[of] === undefined));
  return [
    {
      type: 'chart',
      kind: names.length > 2 ? 'radar' : 'bar',
      labels,
      series: shown.map((of) => ({ name: words[of], values: levels.map((l) => Number(l[of] ?? 0)) })),
      max: 5,
      alt: words.chartAlt(inWords.join(locale === 'zh' ? '' : ' ')),
    },
    ...(gaps && names.length > 2 ? [note(words.chartNote)] : []),
  ];
}

export function gapBlocks(result: Result, { locale }: View): Block[] {
  const words = card(locale);
  const dimensions = linesOf(result);
  if (dimensions.length === 0) return [];
  const below = belowTarget(dimensions);
  const told = result.narrative?.gaps.filter((g) => below.includes(g.dimension)) ?? [];
  return [
    text(words.gaps),
    {
      type: 'table',
      columns: [
        { label: words.colDimension },
        { label: words.colTarget, align: 'right' },
        { label: words.colActual, align: 'right' },
        ...(showsNumbers(result) ? [{ label: words.colGap, align: 'right' as const }] : []),
      ],
      rows: dimensions.map((d) => gapRow(d, showsNumbers(result), locale)),
    },
    ...told.map((g) => text(words.cause(announce(locale).dimension(g.dimension), g.cause, g.measure))),
  ];
}

function gapRow(d: ReturnType<typeof linesOf>[number], numbers: boolean, locale: View['locale']): string[] {
  const words = card(locale);
  const name = announce(locale).dimension(d.name);
  if (!numbers) return [name, words.met, d.state === 'scored' ? inWords(d.score, locale) : words.nothing];
  if (d.state !== 'scored') return [name, String(expected), words.nothing, words.nothing];
  return [name, String(expected), d.shown, signed(readExact(d.score))];
}

/** Without a number: below, met or above, to the nearest level. */
function inWords(score: string, locale: View['locale']): string {
  const { n, d } = readExact(score);
  const words = card(locale);
  if (2n * n < 5n * d) return words.below;
  return 2n * n >= 7n * d ? words.above : words.met;
}
