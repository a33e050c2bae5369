/** `/perf status`: the overview, the units, one's own place. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { dueDay } from '../cycles/deadlines.ts';
import { say } from '../cycles/messages.ts';
import { type Cycle, isIn, type Participant, planOf, present } from '../cycles/model.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { chooseCycle, type StatusPage, showDistribution, showStatus } from './actions.ts';
import { bar, chartByUnit, mostUnits, onPage, pager, unitName } from './blocks.ts';
import type { Named, Status } from './completion.ts';
import { status as words } from './messages-status.ts';
import { type Counted, current, mostFirst, type Row, type Step, totalOf } from './rules-status.ts';
import { readsNames, type Scope } from './scope.ts';

export type Names = (id: string) => string;

export const titleOf = (cycle: Cycle, scope: Scope, { locale }: View): string =>
  scope.kind === 'team' ? words(locale).teamTitle(cycle.name) : words(locale).title(cycle.name);

/** A page of what somebody sees: of the team they lead, it stays the team. */
export const pageToken = (cycle: Cycle, scope: Scope, show: StatusPage, page: number): string =>
  showStatus.token({
    cycle: cycle._id,
    show,
    page,
    ...(scope.kind === 'team' && { mine: true as const }),
  });

/** The other pages, and the grades for those who read them. */
export function turns(cycle: Cycle, scope: Scope, here: StatusPage, { locale }: View): Block[] {
  const text = words(locale);
  const to = (show: 'overview' | 'units' | 'talks') => ({
    label: text[show],
    token: pageToken(cycle, scope, show, 0),
  });
  // A team is of one unit, as a rule.
  const all =
    scope.kind === 'team' ? (['overview', 'talks'] as const) : (['overview', 'units', 'talks'] as const);
  const pages = all.filter((p) => p !== here);
  const graded = scope.kind !== 'team' && cycle.opened.includes('assessment');
  return buttons([
    ...pages.map(to),
    graded && {
      label: text.spread,
      token: showDistribution.token({ cycle: cycle._id, by: 'unit', page: 0 }),
    },
  ]);
}

/** `team`: the reader sees more than the team they lead, too. */
export const overviewCard =
  (cycle: Cycle, found: Status, scope: Scope, names: Names, team = false): Draw =>
  (view) => {
    const { locale } = view;
    const title = titleOf(cycle, scope, view);
    if (found.people.size === 0 && found.out.length === 0 && scope.kind === 'units')
      return { title, blocks: [text(words(locale).noScope)] };
    const now = current(found.counted);
    return {
      title,
      blocks: [
        headline(cycle, found, view),
        ...found.counted.map((c) => bar(c, locale)),
        ...(now ? chart(now, view) : states(found, view)),
        ...figures(found, view),
        ...(readsNames(scope) ? people(found, names, view) : [note(words(locale).small)]),
        ...(hasOffice(found) ? [note(words(locale).notOwn)] : []),
        ...turns(cycle, scope, 'overview', view),
        ...(team ? toTeam(cycle, view) : []),
      ],
    };
  };

const toTeam = (cycle: Cycle, { locale }: View): Block[] =>
  buttons([
    {
      label: words(locale).team,
      token: showStatus.token({ cycle: cycle._id, show: 'overview', page: 0, mine: true }),
    },
  ]);

const office: readonly Step[] = ['rating', 'calibration', 'release', 'outcomes'];
const hasOffice = (found: Status): boolean => found.counted.some((c) => office.includes(c.step));

function headline(cycle: Cycle, found: Status, { locale, now }: View): Block {
  const text = words(locale);
  const day = (d: string) => dayWords(locale, d, now);
  const phase = present(cycle);
  const plan = phase && planOf(cycle, phase);
  const at = plan ? text.nowValue(say(locale).Phase(plan.phase), day(plan.due)) : text.notOpen;
  const value = cycle.state === 'running' ? at : say(locale).cycleState(cycle.state);
  const taking = [...found.people.values()].reduce((all, n) => all + n, 0);
  return {
    type: 'facts',
    items: [
      { label: text.period, value: text.periodValue(day(cycle.period.from), day(cycle.period.to)) },
      { label: text.now, value },
      { label: text.taking, value: say(locale).people(taking) },
    ],
  };
}

/** Of one unit alone the bar says the same. */
const chart = (now: Counted, { locale }: View): Block[] => {
  if (now.rows.length < 2) return [];
  const more = now.rows.length - mostUnits;
  return [
    text(words(locale).chartOf(words(locale).step(now.step))),
    chartByUnit(now, locale),
    ...(more > 0 ? [note(words(locale).moreUnits(more))] : []),
  ];
};

const states = (found: Status, { locale }: View): Block[] => [
  {
    type: 'table',
    columns: [{ label: words(locale).state }, { label: words(locale).people, align: 'right' }],
    rows: found.states.map((s) => [say(locale).state(s.state), String(s.n)]),
  },
];

function figures({ silent, returned, appeals }: Status, { locale }: View): Block[] {
  const said = words(locale);
  return [
    ...(returned > 0 ? [text(said.returned(returned))] : []),
    ...(silent > 0 ? [text(said.silent(silent))] : []),
    ...(appeals.open > 0 ? [text(said.appeals(appeals.open))] : []),
    ...(appeals.ended ? [text(said.ended(appeals.ended))] : []),
  ];
}

function people(found: Status, names: Names, { locale }: View): Block[] {
  const said = words(locale);
  const list = (of: Named) => say(locale).names(of.ids.map(names), of.n);
  const late = found.late.map((l) =>
    text(l.step === 'rating' ? said.ratersLate(l.n, list(l)) : said.whoLate(said.step(l.step), l.n, list(l))),
  );
  return [
    ...(late.length > 0 ? [...late, note(said.theyHear)] : [text(said.nobodyLate)]),
    ...found.out.map((o) =>
      text(said.outLine(say(locale).state(o.state), say(locale).reason(o.reason), o.n, list(o))),
    ),
  ];
}

/** What a phone shows beside the unit's name. */
const mostColumns = 3;

export const unitsCard =
  (cycle: Cycle, found: Status, scope: Scope, wanted: number): Draw =>
  (view) => {
    const { locale } = view;
    const said = words(locale);
    const going = found.counted.filter(({ rows }) => totalOf(rows).done < totalOf(rows).of);
    const columns = (going.length > 0 ? going : found.counted).slice(-mostColumns);
    const last = columns.at(-1);
    const order = last ? mostFirst(last.rows).map((r) => r.unit) : [];
    const missing = [...found.people.keys()].filter((u) => !order.includes(u)).sort();
    const { page, pages, shown } = onPage([...order, ...missing], wanted, mostUnits);
    const token = (to: number) => pageToken(cycle, scope, 'units', to);
    return {
      title: said.unitsTitle(cycle.name),
      blocks: [
        ...(last ? [note(said.unitsIntro)] : [text(said.nothingYet)]),
        {
          type: 'table',
          columns: [
            { label: said.unit },
            { label: said.people, align: 'right' },
            ...columns.map((c) => ({ label: said.step(c.step), align: 'right' as const })),
          ],
          rows: shown.map((unit) => [
            unitName(unit, locale),
            String(found.people.get(unit) ?? 0),
            ...columns.map((c) =>
              cell(
                c.rows.find((r) => r.unit === unit),
                view,
              ),
            ),
          ]),
        },
        ...buttons(pager(locale, { page, pages }, token)),
        ...turns(cycle, scope, 'units', view),
      ],
    };
  };

function cell(row: Row | undefined, { locale }: View): string {
  if (!row) return '–';
  const of = row.done + row.open + row.late;
  const said = words(locale);
  return row.late > 0 ? said.ofAllLate(row.done, of, row.late) : said.ofAll(row.done, of);
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

export const whichCard =
  (what: 'status' | 'distribution', list: readonly Cycle[]): Draw =>
  ({ locale }) => ({
    title: words(locale).which,
    blocks: [
      text(words(locale).several),
      {
        type: 'choices',
        label: words(locale).cycle,
        token: chooseCycle.token({ what }),
        options: list.map((c) => ({ label: c.name, value: c._id })),
      },
    ],
  });
