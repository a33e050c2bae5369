/** What people around an appeal read: who routes it, who rated, who rates anew. How far, never what was written. Pure. */

import { dayIn } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { lines } from '../core/md.ts';
import { buttons, labelled, note, text } from '../goals/blocks.ts';
import type { Result } from '../results/model.ts';
import { assignPanel, nameRerater, nameSecond, openRoute, rateAnew, writeStatement } from './actions.ts';
import { clockLines, factBlocks } from './cards-case.ts';
import { dayOf, listed } from './cards-parts.ts';
import { isOver, running } from './clocks.ts';
import { say } from './messages.ts';
import { office } from './messages-office.ts';
import type { Appeal, Clock } from './model.ts';
import { deciders } from './rules.ts';
import type { Scene } from './scene.ts';

export const routeKey = (appeal: string): string => `appeals.route:${appeal}`;
export const statementKey = (appeal: string): string => `appeals.statement:${appeal}`;
export const rateKey = (appeal: string): string => `appeals.rate:${appeal}`;
export const officeKey = 'appeals.office';

/** To whoever names owner and panel. */
export const routeCard =
  (at: Scene): Draw =>
  (view) => {
    const words = office(view.locale);
    const { appeal: a } = at;
    return {
      title: words.routeTitle(at.person.name, at.cycle.name),
      blocks: [
        text(lines(words.routeAbout(at.person.name, a.openedAt), ...routeLines(at, view))),
        ...routeButtons(a, view),
        ...(a.state === 'opened' ? [note(words.routeAfter)] : []),
        ...(a.takenOff ? [note(words.takenOff(listed(a.takenOff, at, view)))] : []),
      ],
    };
  };

function routeLines(at: Scene, view: View) {
  const words = office(view.locale);
  const { appeal: a } = at;
  if (a.state === 'opened') return [words.routeAsk(dayOf(a, 'assign', view))];
  return [
    words.stateIs(say(view.locale).state(a.state)),
    ...(a.owner ? [words.routeNow(a.owner, a.outside ?? listed(a.panel, at, view))] : []),
    ...(needsSecond(a) ? [words.secondAsk(dayOf(a, 'conclude', view))] : clockLines(at, view)),
  ];
}

export const needsSecond = (a: Appeal): boolean => a.state === 'escalated' && !a.escalated?.complete;
export const awaitsRating = (a: Appeal): boolean =>
  a.state === 'decided' && a.decision?.outcome === 're-rate' && !a.rerated;

function routeButtons(a: Appeal, { locale }: View): Block[] {
  const words = office(locale);
  const token = { appeal: a._id };
  return buttons([
    a.state === 'opened' && {
      label: words.assign,
      token: assignPanel.token(token),
      style: 'primary' as const,
    },
    (a.state === 'assigned' || a.state === 'hearing') && {
      label: words.reassign,
      token: assignPanel.token(token),
    },
    a.state === 'escalated' && {
      label: words.second,
      token: nameSecond.token(token),
      ...(needsSecond(a) && { style: 'primary' as const }),
    },
    awaitsRating(a) && { label: words.rerater, token: nameRerater.token({ ...token, seen: 0 }) },
  ]);
}

/** Once for each clock that ran out. */
export const overdueCard =
  (at: Scene, clock: Clock): Draw =>
  (view) => {
    const words = office(view.locale);
    const { appeal: a } = at;
    const day = dayOf(a, clock, view);
    const what = say(view.locale).clock(clock);
    return {
      title: words.overdueTitle(at.person.name, at.cycle.name),
      blocks: [
        text(
          clock === 'assign'
            ? words.overdueAssign(day)
            : words.overdue(what, a.outside ?? listed(owing(a, clock), at, view), day),
        ),
        ...routeButtons(a, view),
      ],
    };
  };

/** Those who owe what a clock is about. */
export function owing(a: Appeal, clock: Clock): string[] {
  if (clock === 'acknowledge') return a.owner ? [a.owner] : [];
  if (clock === 'rerate') return a.decision?.rerater ? [a.decision.rerater] : [];
  return deciders(a);
}

export interface Row {
  appeal: Appeal;
  name: string;
  cycle: string;
  zone: string;
  /** The reader routes it, or reads it as the unit's HR partner. */
  opens: boolean;
}

const mostRows = 60;

export const officeCard =
  (rows: readonly Row[]): Draw =>
  (view) => {
    const { locale } = view;
    const words = office(locale);
    if (rows.length === 0) return { title: words.title, blocks: [text(words.none)] };
    return {
      title: words.title,
      blocks: [
        text(words.about),
        {
          type: 'table',
          columns: [words.colWho, words.colCycle, words.colSince, words.colState, words.colNext].map(
            (label) => ({
              label,
            }),
          ),
          rows: rows
            .slice(0, mostRows)
            .map((row) => [
              row.name,
              row.cycle,
              dayWords(locale, dayIn(row.zone, row.appeal.openedAt), view.now),
              say(locale).state(row.appeal.state),
              nextCell(row, view),
            ]),
        },
        ...openChoice(rows, view),
      ],
    };
  };

function openChoice(rows: readonly Row[], { locale }: View): Block[] {
  const options = rows
    .filter((row) => row.opens)
    .slice(0, mostRows)
    .map((row) => ({ label: labelled(row.name), value: row.appeal._id }));
  if (options.length === 0) return [];
  return [{ type: 'choices', label: office(locale).open, token: openRoute.token({}), options }];
}

function nextCell({ appeal, zone }: Row, { locale, now }: View): string {
  const [next] = running(appeal);
  if (!next) return '–';
  const late = isOver(next.day, zone, now) && next.clock !== 'escalate';
  const words = office(locale);
  return (late ? words.lateCell : words.nextCell)(
    say(locale).clock(next.clock),
    dayWords(locale, next.day, now),
  );
}

/** The rater sees that there is an appeal, how far it is, and their own statement. */
export const statementCard =
  (at: Scene): Draw =>
  (view) => {
    const words = office(view.locale);
    const { appeal: a, person } = at;
    const open = !a.statement && (a.state === 'assigned' || a.state === 'hearing');
    return {
      title: words.statementTitle(person.name, at.cycle.name),
      blocks: [
        text(words.statementAbout(person.name)),
        ...(a.statement ? [text(words.statementYours(a.statement.at, a.statement.text))] : []),
        ...(open ? [text(words.statementAsk(dayOf(a, 'statement', view)))] : []),
        ...buttons([
          open && {
            label: words.statementWrite,
            token: writeStatement.token({ appeal: a._id }),
            style: 'primary' as const,
          },
        ]),
        note(words.statementEnd(say(view.locale).state(a.state))),
      ],
    };
  };

export interface ToRate extends Scene {
  result: Result;
  /** Was this reader taken off it, or did they rate? */
  reader: string;
}

export const rateCard =
  (at: ToRate): Draw =>
  (view) => {
    const words = office(view.locale);
    const { appeal: a, person } = at;
    const mine = awaitsRating(a) && a.decision?.rerater === at.reader;
    const title = words.rateTitle(person.name, at.cycle.name);
    if (!mine)
      return { title, blocks: [text(a.rerated?.by === at.reader ? words.rateDone : words.rateOver)] };
    return {
      title,
      blocks: [
        text(words.rateAsk(person.name, dayOf(a, 'rerate', view))),
        ...buttons([
          { label: words.rate, token: rateAnew.token({ appeal: a._id }), style: 'primary' as const },
        ]),
        { type: 'divider' },
        // Without the rating that is contested: whoever rates anew forms their own judgement.
        ...factBlocks(at.result, view),
      ],
    };
  };
