/** `/perf status` and the schemes. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import type { Names } from './cards.ts';
import { phaseState } from './cards-live.ts';
import { datesTable, schemeTable, schemeTitle } from './cards-plan.ts';
import { dueDay } from './deadlines.ts';
import { say } from './messages.ts';
import { check } from './messages-check.ts';
import { live } from './messages-live.ts';
import { status as words } from './messages-status.ts';
import { type Cycle, isIn, type Participant, planOf, present, type Scheme } from './model.ts';
import type { Scope, Status, UnitRow } from './status.ts';

/** As many units stand in the chart and the table; the others are one line. */
const mostUnits = 12;

const text = (md: Md): Block => ({ type: 'text', text: md });
const sum = (rows: readonly UnitRow[], of: 'people' | 'done' | 'open' | 'late') =>
  rows.reduce((all, r) => all + r[of], 0);

export const statusCard =
  (cycle: Cycle, found: Status, scope: Scope, names: Names, today: string): Draw =>
  (view) => {
    const { locale } = view;
    const named = scope.kind === 'all' || scope.kind === 'units';
    const title =
      scope.kind === 'team' ? words(locale).teamTitle(cycle.name) : words(locale).title(cycle.name);
    if (found.rows.length === 0 && found.out.length === 0 && scope.kind === 'units')
      return { title, blocks: [text(words(locale).noScope)] };
    return {
      title,
      blocks: [
        headline(cycle, found, view),
        ...(scope.kind === 'all' ? [dates(cycle, view, today)] : []),
        ...(found.phase ? progress(found, found.phase, view) : states(found, view)),
        ...(named ? people(found, names, view) : [{ type: 'note' as const, text: words(locale).small }]),
      ],
    };
  };

const dates = (cycle: Cycle, view: View, today: string): Block =>
  datesTable(cycle, view, {
    label: check(view.locale).colState,
    of: (plan) => live(view.locale)[phaseState(cycle, plan, today)],
  });

function headline(cycle: Cycle, found: Status, { locale, now }: View): Block {
  const text = words(locale);
  const day = (d: string) => dayWords(locale, d, now);
  const phase = present(cycle);
  const plan = phase && planOf(cycle, phase);
  const at = plan ? text.nowValue(say(locale).Phase(plan.phase), day(plan.due)) : text.notOpen;
  const value = cycle.state === 'running' ? at : say(locale).cycleState(cycle.state);
  return {
    type: 'facts',
    items: [
      { label: text.period, value: text.periodValue(day(cycle.period.from), day(cycle.period.to)) },
      { label: text.now, value },
      { label: text.taking, value: say(locale).people(sum(found.rows, 'people')) },
    ],
  };
}

function progress(found: Status, phase: NonNullable<Status['phase']>, { locale }: View): Block[] {
  const text = words(locale);
  const shown = found.rows.slice(0, mostUnits);
  const others = found.rows.slice(mostUnits);
  const [done, open, late] = [sum(found.rows, 'done'), sum(found.rows, 'open'), sum(found.rows, 'late')];
  const name = say(locale).Phase(phase);
  const all = done + open + late;
  return [
    { type: 'progress', label: text.completion(name), done, of: all },
    {
      type: 'chart',
      kind: 'stacked',
      labels: shown.map((r) => r.unit),
      series: [
        { name: text.done, values: shown.map((r) => r.done) },
        { name: text.open, values: shown.map((r) => r.open) },
        { name: text.late, values: shown.map((r) => r.late) },
      ],
      alt: text.chartAlt(name, done, open, late),
    },
    {
      type: 'table',
      columns: [
        { label: text.unit },
        ...[text.people, text.done, text.open, text.late].map((label) => ({
          label,
          align: 'right' as const,
        })),
      ],
      rows: shown.map((r) => [r.unit, ...[r.people, r.done, r.open, r.late].map(String)]),
    },
    ...(others.length > 0
      ? [
          {
            type: 'text' as const,
            text: text.moreUnits(others.length, sum(others, 'done'), sum(others, 'people')),
          },
        ]
      : []),
  ];
}

const states = (found: Status, { locale }: View): Block[] => [
  {
    type: 'table',
    columns: [{ label: words(locale).state }, { label: words(locale).people, align: 'right' }],
    rows: found.states.map((s) => [say(locale).state(s.state), String(s.n)]),
  },
];

function people(found: Status, names: Names, { locale }: View): Block[] {
  const list = (of: { ids: string[]; n: number }) => say(locale).names(of.ids.map(names), of.n);
  const { late } = found;
  return [
    text(late.n > 0 ? words(locale).whoLate(late.n, list(late)) : words(locale).nobodyLate),
    ...found.out.map((o) =>
      text(words(locale).outLine(say(locale).state(o.state), say(locale).reason(o.reason), o.n, list(o))),
    ),
  ];
}

/** For somebody who neither leads nor looks after people here. */
export const ownCard =
  (cycle: Cycle, p: Participant | undefined): Draw =>
  ({ locale, now }) => {
    const title = words(locale).ownTitle(cycle.name);
    if (!p) return { title, blocks: [text(words(locale).stranger)] };
    if (!isIn(p))
      return { title, blocks: [text(words(locale).notIn(say(locale).reason(p.reason ?? 'other')))] };
    return {
      title,
      blocks: [
        text(words(locale).ownState(say(locale).state(p.state))),
        {
          type: 'facts',
          items: cycle.phases.map(({ phase, due }) => ({
            label: say(locale).Phase(phase),
            value: dayWords(locale, dueDay(cycle, p, phase) ?? due, now),
          })),
        },
      ],
    };
  };

export const schemeListCard =
  (pairs: Readonly<Record<string, { standard: Scheme }>>): Draw =>
  ({ locale }) => ({
    title: words(locale).schemes,
    blocks: Object.entries(pairs).map(([key, pair]) =>
      text(words(locale).schemeLine(key, schemeTitle(locale, pair.standard))),
    ),
  });

export const schemeCard =
  (pair: { standard: Scheme; manager: Scheme }): Draw =>
  (view) => {
    const { standard, manager } = pair;
    const text = words(view.locale);
    return {
      title: text.schemeTitle(schemeTitle(view.locale, standard)),
      blocks: [
        schemeTable([standard, manager], view),
        { type: 'note', text: text.schemeFor },
        {
          type: 'text',
          text: text.schemeFacts(
            standard.k,
            standard.cap,
            standard.eligibility.minActiveDays,
            standard.checkIns.every,
            standard.checkIns.time,
          ),
        },
      ],
    };
  };
