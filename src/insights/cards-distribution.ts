/** `/perf distribution`: grades by unit or by rater, the guideline beside them. Pure. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { listWords } from '../core/i18n.ts';
import type { Cycle, Rewards } from '../cycles/model.ts';
import { grades } from '../cycles/scheme.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { type SpreadBy, showDistribution, showStatus } from './actions.ts';
import { mostUnits, onPage, pager } from './blocks.ts';
import type { Names } from './cards-status.ts';
import { allowed, type Counts, isAbove, leastOf, type Shown, sizeOf } from './distribution.ts';
import { spread as words } from './messages-distribution.ts';

export interface Distribution {
  cycle: Cycle;
  /** `undefined`: nobody, or too few. */
  all: Shown | undefined;
  /** There are grades, of however few. */
  any: boolean;
  /** Ratings that are not settled. */
  open: number;
  /** Every group is shown, however small: HR reads the single ratings, too. */
  full: boolean;
}

interface Line {
  names: string[];
  counts: Counts;
}

export const distributionCard =
  (d: Distribution, by: SpreadBy, wanted: number, names: Names): Draw =>
  (view) => ({
    title: words(view.locale).title(d.cycle.name),
    blocks:
      d.all && (d.full || d.open === 0)
        ? spreadBlocks(d, d.all, { by, wanted, names }, view)
        : nothing(d, view),
  });

const toStatus = ({ cycle }: Distribution, { locale }: View): Button => ({
  label: words(locale).status,
  token: showStatus.token({ cycle: cycle._id, show: 'overview', page: 0 }),
});

/** Why there is nothing to see. */
function nothing(d: Distribution, view: View): Block[] {
  const said = words(view.locale);
  const few = d.any ? said.few(leastOf(d.cycle)) : said.none;
  return [text(d.open > 0 ? said.stillOpen(d.open) : few), ...buttons([toStatus(d, view)])];
}

interface How {
  by: SpreadBy;
  wanted: number;
  names: Names;
}

function spreadBlocks(d: Distribution, all: Shown, { by, wanted, names }: How, view: View): Block[] {
  const said = words(view.locale);
  const other = by === 'unit' ? 'rater' : 'unit';
  const lines = by === 'unit' ? unitLines(all, view) : raterLines(all, names, view);
  const { page, pages, shown } = onPage(lines, wanted, mostUnits);
  const { guideline } = d.cycle.schemes.standard.rewards;
  const token = (of: SpreadBy, to: number) =>
    showDistribution.token({ cycle: d.cycle._id, by: of, page: to });
  return [
    chart(shown, all, view),
    table(shown, all, { by, guideline }, view),
    ...(d.open > 0 ? [text(said.someOpen(d.open))] : []),
    note(said.guideline(guideline.s, guideline.sa, guideline.team)),
    note(d.full ? said.full : said.hidden(leastOf(d.cycle))),
    ...buttons([
      ...pager(view.locale, { page, pages }, (to) => token(by, to)),
      { label: other === 'unit' ? said.byUnit : said.byRater, token: token(other, 0) },
      toStatus(d, view),
    ]),
  ];
}

function unitLines(all: Shown, { locale }: View): Line[] {
  const rest = all.rest ? [{ names: [words(locale).others], counts: all.rest }] : [];
  return [...all.inner.map((g) => ({ names: [g.key], counts: g.counts })), ...rest];
}

function raterLines(all: Shown, names: Names, { locale }: View): Line[] {
  const said = words(locale);
  const ofUnit = (unit: Shown): Line[] => {
    const raters = unit.inner.map((g) => ({
      names: [unit.key, g.key === '' ? said.nobody : names(g.key)],
      counts: g.counts,
    }));
    if (raters.length === 0) return [{ names: [unit.key, said.all], counts: unit.counts }];
    return unit.rest ? [...raters, { names: [unit.key, said.others], counts: unit.rest }] : raters;
  };
  const rest = all.rest ? [{ names: [said.others, ''], counts: all.rest }] : [];
  return [...all.inner.flatMap(ofUnit), ...rest];
}

function chart(lines: readonly Line[], all: Shown, { locale }: View): Block {
  const kinds = [...grades, words(locale).noGrade];
  const some = kinds.map((name, i) => ({ name, i })).filter(({ i }) => (all.counts[i] ?? 0) > 0);
  const together = some.map(({ name, i }) => `${name} ${all.counts[i]}`);
  return {
    type: 'chart',
    kind: 'stacked',
    labels: lines.map((l) => l.names.filter(Boolean).join(' · ')),
    series: kinds
      .slice(0, grades.length)
      .map((name, i) => ({ name, values: lines.map((l) => l.counts[i] ?? 0) })),
    alt: words(locale).alt(listWords(locale, together)),
  };
}

function table(
  lines: readonly Line[],
  all: Shown,
  { by, guideline }: { by: SpreadBy; guideline: Rewards['guideline'] },
  { locale }: View,
): Block {
  const said = words(locale);
  const without = (all.counts[grades.length] ?? 0) > 0;
  const right = (label: string) => ({ label, align: 'right' as const });
  const most = (counts: Counts) => {
    const found = allowed(counts, guideline);
    if (!found) return '–';
    const value = said.mostValue(found.s, found.sa);
    return isAbove(counts, guideline) ? said.above(value) : value;
  };
  const row = ({ names, counts }: Line) => [
    ...names,
    String(sizeOf(counts)),
    ...counts.slice(0, without ? undefined : grades.length).map(String),
    most(counts),
  ];
  const whole: Line = { names: by === 'unit' ? [said.all] : [said.all, ''], counts: all.counts };
  return {
    type: 'table',
    columns: [
      { label: said.unit },
      ...(by === 'rater' ? [{ label: said.rater }] : []),
      right(said.people),
      ...grades.map(right),
      ...(without ? [right(said.noGrade)] : []),
      { label: said.most },
    ],
    rows: [row(whole), ...lines.map(row)],
  };
}
