/** The goals inside the sum: what was reached, the level it gives, the weighted mean of the levels. Pure. */
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { exact, fraction, mul, readExact } from '../core/fraction.ts';
import { lines, type Md } from '../core/md.ts';
import { announce } from '../cycles/messages-announce.ts';
import { note, text } from '../goals/blocks.ts';
import { why } from './messages-why.ts';
import type { Result } from './model.ts';
import { type linesOf, showsNumbers } from './shape.ts';
import { sumOf, valued } from './sums.ts';

type Line = ReturnType<typeof linesOf>[number];
type Source = Line['sources'][number];
type GoalLine = NonNullable<Extract<Source, { state: 'present' }>['goals']>[number];

const hundred = fraction(100);
/** Basis points to percent, a fraction to percent. */
const percent = (value: string, by: number): string => exact(mul(readExact(value), fraction(100, by)));

export function goalTables(result: Result, d: Line, view: View): Block[] {
  const source = d.sources.find((s) => s.source === 'attainment');
  const goals = source && source.state !== 'absent' ? source.goals : undefined;
  if (!source || !goals) return [];
  const words = why(view.locale);
  const counted = goals.flatMap((g) =>
    g.state === 'counted' && g.rating !== undefined
      ? [{ weight: percent(String(g.weight), 10_000), value: g.rating }]
      : [],
  );
  const value = source.state === 'present' ? source.value : undefined;
  return [
    text(words.goalsHead),
    {
      type: 'table',
      columns: [
        { label: words.colGoal },
        { label: words.colWeight, align: 'right' },
        { label: words.colReached, align: 'right' },
        { label: words.colValue, align: 'right' },
      ],
      rows: goals.map((g) => row(g, result, view)),
    },
    ...(value === undefined ? [] : [text(valueLine(counted, value, result, view))]),
    note(
      lines(
        words.goalsScale,
        words.capped(percent(String(result.scheme.cap), 100)),
        ...details(goals, result, view),
      ),
    ),
  ];
}

function valueLine(
  counted: readonly { weight: string; value: string }[],
  value: string,
  result: Result,
  view: View,
): Md {
  const words = why(view.locale);
  const of = sumOf(counted);
  const name = announce(view.locale).source('attainment');
  return words.sum(name, showsNumbers(result) ? words.equals(of, valued(value, view.locale)) : of);
}

const titleOf = (g: GoalLine, result: Result, { locale }: View): string =>
  result.goals[g.goal]?.title ?? why(locale).goal(String(g.goal + 1));

function row(g: GoalLine, result: Result, view: View): string[] {
  const words = why(view.locale);
  const head = [titleOf(g, result, view), words.percent(percent(String(g.weight), 10_000))];
  if (g.state === 'dropped') return [...head, words.one, words.notCounted];
  if (g.attainment === undefined || g.rating === undefined)
    return [...head, words.absent('numberMissing'), words.notCounted];
  return [
    ...head,
    words.percent(valued(exact(mul(readExact(g.attainment), hundred)), view.locale)),
    valued(g.rating, view.locale),
  ];
}

/** Key results of goals with several, what was left out and why, and weights that HR let pass. */
function details(goals: readonly GoalLine[], result: Result, view: View): Md[] {
  const words = why(view.locale);
  const told = goals.flatMap((g): Md[] => {
    const goal = result.goals[g.goal];
    if (!goal) return [];
    const counting = goal.keyResults.flatMap((kr) =>
      kr.exclusion || kr.attainment === undefined ? [] : [words.percent(percent(kr.attainment, 1))],
    );
    const out = goal.keyResults.flatMap((kr) =>
      kr.exclusion ? [words.left(kr.title, kr.exclusion.by, kr.exclusion.reason)] : [],
    );
    return [...(counting.length > 1 ? [words.meanOf(goal.title, counting.join(' + '))] : []), ...out];
  });
  const { waiver } = result;
  return [
    ...told,
    ...(waiver ? [words.waived(waiver.by, percent(String(waiver.sum), 10_000), waiver.reason)] : []),
  ];
}
