/** Parts that several cards of an appeal share. Pure. */
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords, listWords } from '../core/i18n.ts';
import { lines, type Md } from '../core/md.ts';
import { note, text } from '../goals/blocks.ts';
import { openNeed } from './clocks.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { type Appeal, type Clock, checks, type Decision, type Ruling } from './model.ts';
import type { Scene } from './scene.ts';

export type Named = Pick<Scene, 'names'>;

export const dayOf = (a: Appeal, clock: Clock, { locale, now }: View): string => {
  const day = a.days[clock];
  return day === undefined ? '' : dayWords(locale, day, now);
};

export const listed = (ids: readonly string[], { names }: Named, { locale }: View): string =>
  listWords(
    locale,
    ids.map((id) => names(id)),
  );

export function saidBlocks({ said }: Appeal, head: Md, { locale }: View): Block[] {
  const words = card(locale);
  return [
    text(
      lines(
        head,
        words.what(said.what),
        words.why(said.why),
        words.wanted(said.wanted),
        said.evidence !== undefined && words.evidence(said.evidence),
      ),
    ),
  ];
}

/** Where it stands, in one or two sentences that anybody of the case may read. */
export function statusLines(at: Pick<Scene, 'appeal' | 'names'>, view: View): Md[] {
  const { appeal: a } = at;
  const words = card(view.locale);
  const day = (which: Clock) => dayOf(a, which, view);
  switch (a.state) {
    case 'opened':
      return [words.isOpened(a.openedAt, day('assign'))];
    case 'assigned':
      return [words.isAssigned(a.owner ?? '', day('acknowledge')), ...panelLine(at, view)];
    case 'hearing':
      return [words.isHearing(day('decide')), ...panelLine(at, view)];
    case 'decided':
      return [];
    case 'escalated':
      return [words.isEscalated(day('conclude')), ...secondLine(at, view)];
    case 'final':
      return [words.wasFinal];
    case 'withdrawn':
      return [words.wasWithdrawn];
    case 'lapsed':
      return [words.wasLapsed];
  }
}

function panelLine(at: Pick<Scene, 'appeal' | 'names'>, view: View): Md[] {
  const { panel, outside } = at.appeal;
  const words = card(view.locale);
  if (panel.length > 0) return [words.panelOf(listed(panel, at, view))];
  return outside ? [words.outsideIs(outside)] : [];
}

function secondLine(at: Pick<Scene, 'appeal' | 'names'>, view: View): Md[] {
  const { escalated } = at.appeal;
  return escalated?.complete ? [card(view.locale).decidesFinally(listed(escalated.to, at, view))] : [];
}

/** Decision, reasons and checklist; first and final. */
export function decisionBlocks(at: Pick<Scene, 'appeal' | 'names'>, view: View): Block[] {
  const { decision, conclusion } = at.appeal;
  return [
    ...(decision ? oneDecision(at, decision, false, view) : []),
    ...(conclusion ? [{ type: 'divider' } as const, ...oneDecision(at, conclusion, true, view)] : []),
  ];
}

function oneDecision(
  at: Pick<Scene, 'appeal' | 'names'>,
  decision: Decision,
  last: boolean,
  view: View,
): Block[] {
  const words = card(view.locale);
  const outcome = say(view.locale).outcome(decision.outcome);
  return [
    text(
      lines(
        last ? words.conclusion(outcome) : words.decision(outcome),
        words.reasons(decision.reasons),
        ...(last ? [] : reratingLines(at, view)),
        decision.version !== undefined && words.newVersion(String(decision.version)),
      ),
    ),
    ...checklistBlocks(decision, view),
    note(words.decidedBy(deciderNames(at, decision, view), decision.at)),
  ];
}

function deciderNames(at: Pick<Scene, 'appeal' | 'names'>, decision: Decision, view: View): string {
  const { outside, panel } = at.appeal;
  return outside && panel.length === 0 && decision === at.appeal.decision
    ? outside
    : listed(decision.by, at, view);
}

function reratingLines({ appeal: a }: Pick<Scene, 'appeal'>, view: View): Md[] {
  const words = card(view.locale);
  const { decision } = a;
  if (decision?.outcome !== 're-rate' || !decision.rerater) return [];
  if (!a.rerated) return [words.ratesAnew(decision.rerater, dayOf(a, 'rerate', view))];
  return [words.ratedAnew(a.rerated.by), ...(decision.version === undefined ? [words.nothingBetter] : [])];
}

export function checklistBlocks({ checklist }: Pick<Ruling, 'checklist'>, { locale }: View): Block[] {
  const words = card(locale);
  const rows = checks.flatMap((name) => {
    const found = checklist.find((c) => c.name === name);
    return found ? [[words.check(name), found.ok ? words.yes : words.no, found.word]] : [];
  });
  return [
    {
      type: 'table',
      columns: [{ label: words.colQuestion }, { label: words.colAnswer }, { label: words.colWord }],
      rows,
    },
  ];
}

/** What is asked of the person, as others of the case read it. */
export function waitingBlocks({ appeal: a, person }: Pick<Scene, 'appeal' | 'person'>, view: View): Block[] {
  const open = a.state === 'hearing' ? openNeed(a) : undefined;
  if (!open) return [];
  const day = dayWords(view.locale, open.lapses ?? open.due, view.now);
  return [text(card(view.locale).waitsFor(person.name, open.text, day))];
}
