/** What those who hear an appeal read: the case with the result it is about, and the draft of the decision. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { bold, lines, type Md, md } from '../core/md.ts';
import { announce } from '../cycles/messages-announce.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { percentWords } from '../goals/sentence.ts';
import { type Result, reviewsIn } from '../results/model.ts';
import { releaseBlocks } from '../reviews/index.ts';
import { askPerson, confirmReceipt, draftDecision, inviteRater, takeRecord } from './actions.ts';
import { decisionBlocks, saidBlocks, statusLines, waitingBlocks } from './cards-parts.ts';
import { isOver, openNeed, running } from './clocks.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { hearing } from './messages-case.ts';
import type { Appeal } from './model.ts';
import { isCase } from './policy.ts';
import { deciders } from './rules.ts';
import type { Scene } from './scene.ts';

export const caseKey = (appeal: string): string => `appeals.case:${appeal}`;

export interface Case extends Scene {
  result: Result;
  reader: string;
}

export const caseCard =
  (at: Case): Draw =>
  (view) => {
    const words = hearing(view.locale);
    const { appeal: a, person } = at;
    const status = statusLines(at, view);
    return {
      title: words.caseTitle(person.name, at.cycle.name),
      blocks: [
        text(lines(role(at, view), ...status, ...clockLines(at, view))),
        ...waitingBlocks(at, view),
        ...decisionBlocks(at, view),
        ...caseButtons(at, view),
        ...saidBlocks(a, md`${bold(card(view.locale).theySaid(person.name))}`, view),
        ...(a.escalated ? [text(card(view.locale).why(a.escalated.why))] : []),
        ...statementBlocks(a, view),
        ...needLines(a, view),
        { type: 'divider' },
        ...resultBlocks(at.result, view),
      ],
    };
  };

/** In the place of the case, for whoever has no part in it any more. */
export const goneCard =
  (at: Pick<Scene, 'person' | 'cycle'>): Draw =>
  ({ locale }) => ({
    title: hearing(locale).caseTitle(at.person.name, at.cycle.name),
    blocks: [text(hearing(locale).noLonger)],
  });

function role({ appeal: a, reader }: Case, { locale }: View): Md {
  const words = hearing(locale);
  if (a.escalated?.to.includes(reader)) return words.asSecond;
  if (a.panel.includes(reader)) return words.asPanel;
  return reader === a.owner ? words.asOwner : words.asReader;
}

/** "Next: the decision, by Fri 14 May", or that it is late. */
export function clockLines({ appeal, place }: Pick<Scene, 'appeal' | 'place'>, view: View): Md[] {
  const { locale, now } = view;
  const words = hearing(locale);
  return running(appeal).map(({ clock, day }) =>
    (isOver(day, place.zone, now) && clock !== 'escalate' ? words.late : words.next)(
      say(locale).clock(clock),
      dayWords(locale, day, now),
    ),
  );
}

function caseButtons({ appeal: a, reader, partner }: Case, { locale }: View): Block[] {
  const words = hearing(locale);
  const token = { appeal: a._id };
  const inCase = reader === a.owner || a.panel.includes(reader) || partner;
  const decides = deciders(a).includes(reader);
  const draftable = decides && (a.state === 'hearing' || a.state === 'escalated');
  return buttons([
    a.state === 'assigned' &&
      reader === a.owner && {
        label: card(locale).receipt,
        token: confirmReceipt.token(token),
        style: 'primary' as const,
      },
    draftable && {
      label: a.draft ? words.redraft : words.draft,
      token: draftDecision.token(token),
      style: 'primary' as const,
    },
    inCase && a.state === 'hearing' && !openNeed(a) && { label: words.need, token: askPerson.token(token) },
    inCase &&
      a.rater !== undefined &&
      !a.invited &&
      (a.state === 'assigned' || a.state === 'hearing') && {
        label: words.invite,
        token: inviteRater.token(token),
        confirm: words.inviteSure,
      },
    (isCase(reader, a) || decides) && { label: card(locale).record, token: takeRecord.token(token) },
  ]);
}

function statementBlocks(a: Appeal, { locale }: View): Block[] {
  const words = hearing(locale);
  const { statement: s } = a;
  if (s) return [text(words.statementOf(s.by, s.at, s.text))];
  return a.rater && a.assigned ? [note(words.statementOpen(a.rater))] : [];
}

function needLines(a: Appeal, { locale }: View): Block[] {
  const words = hearing(locale);
  if (a.needs.length === 0) return [];
  const said = ({ answer }: Appeal['needs'][number]): string => {
    if (!answer) return words.notAnswered;
    return answer.text === undefined ? words.answeredInRoom : words.answeredWith(answer.text);
  };
  return [text(lines(...a.needs.map((n) => words.asked(n.by, n.text, said(n)))))];
}

export const gradeWords = (grade: string | null, { locale }: View): string =>
  grade ?? hearing(locale).noGrade;
export const finalWords = (final: string | null, { locale }: View): string =>
  final ?? hearing(locale).noScore;

/** The result as it was given out: levels with reasons, goals with attainment, what colleagues say pooled. */
export function resultBlocks(result: Result, view: View): Block[] {
  const words = hearing(view.locale);
  const { override } = result;
  const reasons = Object.entries(result.reasons).map(([name, reason]) =>
    words.managerWhy(announce(view.locale).dimension(name), reason),
  );
  return [
    text(words.result(gradeWords(result.grade, view), finalWords(result.final, view))),
    ...(override ? [text(words.calibrated(override.from, override.to, override.reason))] : []),
    ...dimensionTable(result, view),
    ...(reasons.length > 0 ? [note(lines(...reasons))] : []),
    ...factBlocks(result, view),
  ];
}

/** Goals with what was reached, and what colleagues say pooled: without the rating itself. */
export function factBlocks(result: Result, view: View): Block[] {
  const reviews = reviewsIn(result);
  return [
    ...(result.goals.length > 0 ? [text(lines(...result.goals.map((g) => goalLine(g, view))))] : []),
    ...(reviews ? releaseBlocks(reviews, 0, view) : []),
  ];
}

function dimensionTable(result: Result, { locale }: View): Block[] {
  const words = hearing(locale);
  const { basis, computed } = result;
  if (!basis || !computed) return [];
  return [
    {
      type: 'table',
      columns: [
        { label: words.colDimension },
        { label: words.colScore, align: 'right' },
        { label: words.colManager, align: 'right' },
        { label: words.colSelf, align: 'right' },
      ],
      rows: computed.dimensions.map((d) => [
        announce(locale).dimension(d.name),
        d.state === 'scored' ? d.shown : '–',
        String(basis.participant.answers[d.name]?.manager?.[0] ?? '–'),
        result.self[d.name] ?? '–',
      ]),
    },
  ];
}

function goalLine(goal: Result['goals'][number], { locale }: View): Md {
  const reached = goal.keyResults
    .map((kr) => `${kr.title} ${kr.attainment === undefined ? '–' : attained(kr.attainment, locale)}`)
    .join(' · ');
  return hearing(locale).goal(goal.title, percentWords(locale, goal.weight), reached);
}

/** An exact text of a share: '220/300' is 73 %. */
export function attained(exactShare: string, locale: View['locale']): string {
  const [n = '0', d = '1'] = exactShare.split('/');
  return percentWords(locale, Math.round((Number(n) / Number(d)) * 10_000));
}
