/** How far goals are, in words and as a line over time. Exact until it is shown. Pure. */
import { dayIn } from '../core/calendar.ts';
import type { ChartBlock } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { type Fraction, fraction, mean, mul, roundHalfUp, weightedMean } from '../core/fraction.ts';
import { dayWords, type Locale, listWords } from '../core/i18n.ts';
import { inside, lines, type Md, md } from '../core/md.ts';
import { schemeOf } from '../cycles/model.ts';
import { attainment, goalAttainment } from './attainment.ts';
import type { ProgressRow, Reading } from './history.ts';
import { going } from './messages-progress.ts';
import { amount, tell } from './messages-sentence.ts';
import type { Goal, GoalKeyResult } from './model.ts';
import { numeral, percentWords } from './sentence.ts';
import type { Sheet } from './sheet.ts';

/** 120 → 6/5. */
export const capOf = ({ cycle, participant }: Pick<Sheet, 'cycle' | 'participant'>): Fraction =>
  fraction(schemeOf(cycle, participant).cap, 100);

const percent = (f: Fraction): string => roundHalfUp(mul(f, fraction(100)), 0);
export const percentReached = (l: Locale, f: Fraction): string => tell(l).percent(percent(f));

/** "61 % reached", or that something has no number yet. */
export function reachedWords(goal: Goal, cap: Fraction, l: Locale): string {
  const words = going(l);
  const found = goalAttainment(goal, cap);
  if (found.state === 'reached') return words.reached(percentReached(l, found.value));
  return found.state === 'dropped' ? words.dropped : words.notYet;
}

/** By weight, over the goals that have all their numbers; nothing when none has. */
export function totalReached(goals: readonly Goal[], cap: Fraction): Fraction | undefined {
  const all = goals.flatMap((g) => {
    const found = goalAttainment(g, cap);
    return found.state === 'reached' && g.weight > 0
      ? [{ weight: fraction(g.weight), value: found.value }]
      : [];
  });
  return all.length > 0 ? weightedMean(all) : undefined;
}

export const hasReading = (kr: GoalKeyResult): boolean => readingOf(kr) !== undefined;

function readingOf(kr: GoalKeyResult): unknown {
  if (kr.kind === 'milestone') return kr.done;
  return kr.kind === 'rated' ? kr.level : kr.actual;
}

/** Where it stands: "85 tickets", "done", "level 4". */
export function nowWords(kr: GoalKeyResult, l: Locale): string {
  const words = going(l);
  if (!hasReading(kr)) return words.noNumber;
  if (kr.kind === 'milestone') {
    if (!kr.done) return words.open;
    return kr.stretched ? words.stretched : words.done;
  }
  if (kr.kind === 'rated') return words.level(String(kr.level));
  return amount(numeral(l, kr.actual ?? 0), kr.unit, l);
}

export function keyResultLine(kr: GoalKeyResult, cap: Fraction, names: Sheet['names'], l: Locale): Md {
  const words = going(l);
  const share = attainment(kr, cap);
  const rest = [
    wayOf(kr, l),
    share ? words.share(percentReached(l, share)) : md``,
    kr.confidence ? words.sure(words[kr.confidence]) : md``,
    kr.confirmed ? words.confirmedBy(names(kr.confirmed.by)) : md``,
    kr.exclusion ? words.left(kr.exclusion.reason) : md``,
  ];
  return words.line(kr.title, nowWords(kr, l), rest.join('') as Md);
}

function wayOf(kr: GoalKeyResult, l: Locale): Md {
  const words = going(l);
  if (kr.kind === 'increase' || kr.kind === 'decrease')
    return words.way(numeral(l, kr.baseline), numeral(l, kr.target));
  if (kr.kind === 'atLeast' || kr.kind === 'atMost') return words.aim(numeral(l, kr.target));
  return md``;
}

export function goalReached(goal: Goal, sheet: Sheet, { locale }: Pick<View, 'locale'>): Md {
  const cap = capOf(sheet);
  const head = going(locale).goal(
    goal.title,
    percentWords(locale, goal.weight),
    reachedWords(goal, cap, locale),
  );
  return lines(head, ...goal.keyResults.map((kr) => keyResultLine(kr, cap, sheet.names, locale)));
}

/** One point a day on which something was noted; of a goal, the mean of what has a number by then. */
export function trend(
  goals: readonly Goal[],
  rows: readonly ProgressRow[],
  sheet: Sheet,
  view: View,
): ChartBlock | undefined {
  const zone = sheet.place.zone;
  const days = [...new Set(rows.map((r) => dayIn(zone, r.at)))].sort();
  const followed = goals.filter((g) => rows.some((r) => r.goal === g._id));
  if (days.length < 2 || followed.length === 0) return undefined;
  const cap = capOf(sheet);
  const series = followed.map((goal) => ({
    name: goal.title,
    values: days.map((day) => {
      const until = rows.filter((r) => r.goal === goal._id && dayIn(zone, r.at) <= day);
      return Number(percent(meanThen(goal, until, cap)));
    }),
  }));
  const words = going(view.locale);
  const told = series.map(({ name, values }) =>
    words.chartLine(
      name,
      tell(view.locale).percent(String(values[0] ?? 0)),
      tell(view.locale).percent(String(values.at(-1) ?? 0)),
    ),
  );
  return {
    type: 'chart',
    kind: 'line',
    labels: days.map((d) => dayWords(view.locale, d, view.now)),
    series,
    max: Math.max(100, ...series.flatMap((s) => s.values)),
    alt: listWords(view.locale, told),
  };
}

/** What was known of a goal after these rows; a key result without any counts as not begun. */
function meanThen(goal: Goal, rows: readonly ProgressRow[], cap: Fraction): Fraction {
  const shares = goal.keyResults
    .filter((kr) => !kr.excluded)
    .map((kr) => {
      const known = rows.filter((r) => r.keyResult === kr.id).reduce<Reading>(laid, {});
      const then = {
        ...kr,
        actual: undefined,
        done: undefined,
        level: undefined,
        stretched: undefined,
        ...known,
      };
      return attainment(then as GoalKeyResult, cap) ?? fraction(0);
    });
  return shares.length > 0 ? mean(shares) : fraction(0);
}

const laid = (before: Reading, row: ProgressRow): Reading => ({
  ...before,
  ...(row.actual !== undefined && { actual: row.actual }),
  ...(row.done !== undefined && { done: row.done }),
  ...(row.stretched !== undefined && { stretched: row.stretched }),
  ...(row.level !== undefined && { level: row.level }),
});

export const noteLine = (row: ProgressRow, title: string, text: string, l: Locale): Md =>
  md`${inside(going(l).note(row.at, title, text))}`;
