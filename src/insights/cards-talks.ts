/** The page of check-ins and goals, and whose goals are at risk. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { md, person as mention } from '../core/md.ts';
import type { Cycle } from '../cycles/model.ts';
import { reviewGoals } from '../goals/actions.ts';
import { buttons, labelled, note, text } from '../goals/blocks.ts';
import { mostUnits, onPage, pager, unitName } from './blocks.ts';
import { type Names, pageToken, turns } from './cards-status.ts';
import { status, talk as words } from './messages-status.ts';
import { readsNames, type Scope } from './scope.ts';
import type { AtRisk, TalkRow } from './talks.ts';

export const talksCard =
  (cycle: Cycle, rows: readonly TalkRow[], scope: Scope, wanted: number): Draw =>
  (view) => {
    const { locale } = view;
    const said = words(locale);
    const sum = (of: Exclude<keyof TalkRow, 'unit'>) => rows.reduce((all, r) => all + r[of], 0);
    const [due, goals, risk, off] = [sum('due'), sum('goals'), sum('atRisk'), sum('offTrack')];
    const { page, pages, shown } = onPage(rows, wanted, mostUnits);
    const token = (to: number) => pageToken(cycle, scope, 'talks', to);
    const whose = risk + off > 0 && readsNames(scope);
    return {
      title: said.title(cycle.name),
      blocks: [
        ...(due > 0 ? [{ type: 'progress' as const, label: said.held, done: sum('held'), of: due }] : []),
        ...(goals > 0 ? health(shown, { goals, risk, off }, view) : []),
        rows.length > 0 ? table(shown, view) : text(status(locale).nothingYet),
        note(said.how),
        ...buttons([
          ...pager(locale, { page, pages }, token),
          whose && {
            label: said.whose,
            token: pageToken(cycle, scope, 'risk', 0),
          },
        ]),
        ...turns(cycle, scope, 'talks', view),
      ],
    };
  };

type Sums = Record<'goals' | 'risk' | 'off', number>;

function health(rows: readonly TalkRow[], sums: Sums, view: View): Block[] {
  const { goals, risk, off } = sums;
  const said = words(view.locale);
  if (risk + off === 0) return [text(said.allWell(goals))];
  return [text(said.summary(goals, risk, off)), chart(rows, sums, view)];
}

function chart(rows: readonly TalkRow[], { goals, risk, off }: Sums, { locale }: View): Block {
  const said = words(locale);
  return {
    type: 'chart',
    kind: 'stacked',
    labels: rows.map((r) => unitName(r.unit, locale)),
    series: [
      { name: said.onTrack, values: rows.map((r) => r.goals - r.atRisk - r.offTrack) },
      { name: said.atRisk, values: rows.map((r) => r.atRisk) },
      { name: said.offTrack, values: rows.map((r) => r.offTrack) },
    ],
    alt: said.alt(goals, risk, off),
  };
}

function table(rows: readonly TalkRow[], { locale }: View): Block {
  const said = words(locale);
  const right = (label: string) => ({ label, align: 'right' as const });
  return {
    type: 'table',
    columns: [
      { label: status(locale).unit },
      right(said.heldShort),
      right(said.goals),
      right(said.atRisk),
      right(said.offTrack),
    ],
    rows: rows.map((r) => [
      unitName(r.unit, locale),
      r.due > 0 ? status(locale).ofAll(r.held, r.due) : '–',
      ...[r.goals, r.atRisk, r.offTrack].map(String),
    ]),
  };
}

/** As many names stand on the card. */
export const mostAtRisk = 20;

export const riskCard =
  (cycle: Cycle, found: readonly AtRisk[], scope: Scope, names: Names): Draw =>
  (view) => {
    const said = words(view.locale);
    const shown = found.slice(0, mostAtRisk);
    const more = found.length - shown.length;
    const opens: Block = {
      type: 'choices',
      label: said.open,
      token: reviewGoals.token({ cycle: cycle._id }),
      options: shown.map((r) => ({ label: labelled(names(r.person)), value: r.person })),
    };
    const after = scope.kind === 'team' ? opens : note(said.readThem);
    return {
      title: said.riskTitle(cycle.name),
      blocks: [
        ...shown.map((r) => text(said.riskLine(md`${mention(r.person)}`, r.offTrack, r.atRisk))),
        ...(more > 0 ? [note(said.moreRisk(more))] : []),
        shown.length > 0 ? after : text(said.nobodyAtRisk),
        ...turns(cycle, scope, 'risk', view),
      ],
    };
  };
