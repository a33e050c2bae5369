/**
 * "Why this score?": every weight, source and value, exact, so that a person with a pocket calculator comes to the same.
 * A number that does not end is written as a fraction, with what it is about behind it. Pure.
 */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { exact, type Fraction, fraction, mul, readExact, roundHalfUp, sum } from '../core/fraction.ts';
import { lines, type Md } from '../core/md.ts';
import { announce } from '../cycles/messages-announce.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { openWhy } from './actions.ts';
import { goalTables } from './cards-why-goals.ts';
import { card } from './messages-card.ts';
import { why } from './messages-why.ts';
import type { Result } from './model.ts';
import { pagesOf } from './paged.ts';
import { inShort, linesOf, showsNumbers } from './shape.ts';
import { share, sumOf, valued } from './sums.ts';

export const whyKey = (result: string): string => `results.why:${result}`;

type Line = ReturnType<typeof linesOf>[number];
type SourceLine = Line['sources'][number];

const hundred = fraction(100);
const totalOf = (weights: readonly string[]): Fraction => sum(weights.map(readExact));

export const whyCard =
  (result: Result, page = 0): Draw =>
  (view) => {
    const pages = pagesOf(whyBlocks(result, view));
    const at = Math.min(page, pages.length - 1);
    const next = (at + 1) % pages.length;
    const label = next === 0 ? card(view.locale).first : card(view.locale).more;
    return {
      title: why(view.locale).title(result.cycleName, inShort(result, view.locale)),
      blocks: [
        ...(pages[at] ?? []),
        ...buttons([pages.length > 1 && { label, token: openWhy.token({ result: result._id, page: next }) }]),
      ],
    };
  };

export function whyBlocks(result: Result, view: View): Block[] {
  const words = why(view.locale);
  const { scheme, ratingVersion, version } = result;
  const name = announce(view.locale).scheme(scheme.name);
  const used = words.used(name, String(scheme.version), String(ratingVersion), String(version));
  const all = linesOf(result);
  if (all.length === 0) return [text(words.nothing), ...held(result, view), note(used)];
  const total = totalOf(all.map((d) => d.weight));
  const groups = all.some((d) => d.sources.some((s) => s.state === 'present' && s.givers));
  return [
    text(words.how),
    ...all.flatMap((d) => dimensionBlocks(result, d, share(d.weight, total), view)),
    ...finalBlocks(result, total, view),
    note(lines(groups && words.groups, used)),
  ];
}

function dimensionBlocks(result: Result, d: Line, weight: string, view: View): Block[] {
  const words = why(view.locale);
  const name = announce(view.locale).dimension(d.name);
  if (d.state === 'dropped') return [text(words.dropped(name, weight))];
  const total = totalOf(d.sources.map((s) => s.weight));
  const missing = d.sources.filter((s) => s.state === 'absent');
  const present = d.sources.flatMap((s) =>
    s.state === 'present' ? [{ weight: share(s.weight, total), value: s.value }] : [],
  );
  const spread = missing.length > 0 && present.length > 0;
  const off = exact(sum(missing.map((s) => readExact(share(s.weight, total)))));
  return [
    text(words.dimension(name, weight)),
    table(d.sources, total, spread, view),
    ...goalTables(result, d, view),
    text(
      lines(
        spread && words.shared(off),
        d.state === 'notComputable' && words.notComputable(name, d.why),
        d.state === 'scored' && words.sum(name, withResult(sumOf(present), d.score, result, view)),
      ),
    ),
  ];
}

const withResult = (of: string, value: string, result: Result, view: View): string =>
  showsNumbers(result) ? why(view.locale).equals(of, valued(value, view.locale)) : of;

/** `spread`: what each source really counts for stands beside its weight. */
function table(sources: readonly SourceLine[], total: Fraction, spread: boolean, view: View): Block {
  const words = why(view.locale);
  return {
    type: 'table',
    columns: [
      { label: words.colSource },
      { label: words.colWeight, align: 'right' },
      ...(spread ? [{ label: words.colCounts, align: 'right' as const }] : []),
      { label: words.colFrom },
      { label: words.colValue, align: 'right' },
    ],
    rows: sources.map((s) => [
      announce(view.locale).source(s.source),
      words.percent(share(s.weight, total)),
      ...(spread ? [s.state === 'present' ? counts(s.share, view) : words.one] : []),
      fromOf(s, view),
      s.state === 'present' ? valued(s.value, view.locale) : words.notCounted,
    ]),
  };
}

const counts = (part: string, { locale }: View): string =>
  why(locale).percent(roundHalfUp(mul(readExact(part), hundred), 2));

/** Of groups only a band: three or four, or five and more. */
function fromOf(line: SourceLine, { locale }: View): string {
  const words = why(locale);
  if (line.state !== 'present') return words.absent(line.why);
  const band = line.givers?.replace('-', '–');
  if (band && line.by) return words.standIn(announce(locale).source(line.by), band);
  if (band) return words.people(band);
  if (line.n !== undefined)
    return line.source === 'cycles' ? words.cycles(String(line.n)) : words.reports(String(line.n));
  return line.source === 'attainment' ? words.goalsFrom : words.one;
}

function finalBlocks(result: Result, total: Fraction, view: View): Block[] {
  const words = why(view.locale);
  const { computed, final, computedGrade } = result;
  if (!computed?.final || final === null)
    return [text(words.finalHead), text(words.noFinal), ...held(result, view)];
  const parts = computed.dimensions.flatMap((d) =>
    d.state === 'scored' ? [{ weight: share(d.weight, total), value: d.score }] : [],
  );
  const numbers = showsNumbers(result);
  return [
    text(words.finalHead),
    ...(numbers
      ? [
          text(
            lines(
              words.sum(words.final, withResult(sumOf(parts), computed.final, result, view)),
              words.rounded(final),
              computedGrade !== null && words.bands(computedGrade),
            ),
          ),
        ]
      : [text(words.labels)]),
    ...held(result, view),
  ];
}

/** What came after the sum: calibration, an appeal. */
function held(result: Result, view: View): Block[] {
  const { grade, override, appeal } = result;
  const words = card(view.locale);
  const told: (Md | false | undefined)[] = [
    override && words.calibrated(override.from, override.to, override.reason),
    appeal && words.appealed(appeal.reasons),
    (override ?? appeal) !== undefined && grade !== null && why(view.locale).holds(grade),
  ];
  return told.some(Boolean) ? [text(lines(...told))] : [];
}
