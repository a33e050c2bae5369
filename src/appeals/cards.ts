/** The person's own card, and the one on top of the room. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { bold, lines, md } from '../core/md.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import {
  answerNeed,
  confirmReceipt,
  escalateAppeal,
  openCase,
  takeRecord,
  withdrawAppeal,
} from './actions.ts';
import { dayOf, decisionBlocks, saidBlocks, statusLines, waitingBlocks } from './cards-parts.ts';
import { isOver, openNeed } from './clocks.ts';
import { card } from './messages-card.ts';
import type { Appeal } from './model.ts';
import type { Scene } from './scene.ts';

export const ownKey = (appeal: string): string => `appeals.own:${appeal}`;
export const liveKey = (appeal: string): string => `appeals.live:${appeal}`;
export const roomKey = (appeal: string): string => `appeals:${appeal}`;

const hasRoom = (a: Appeal): boolean => a.assigned !== undefined;
const before = ['opened', 'assigned', 'hearing'];

/** Until when the person can escalate; nothing when they cannot. */
export function escalation(a: Appeal, zone: string, now: Date): string | undefined {
  const day = a.days.escalate;
  const can = a.state === 'decided' && day !== undefined && !a.escalated && !isOver(day, zone, now);
  return can ? day : undefined;
}

export const ownCard =
  (at: Scene): Draw =>
  (view) => {
    const { appeal: a } = at;
    const words = card(view.locale);
    const status = statusLines(at, view);
    return {
      title: words.ownTitle(at.cycle.name),
      blocks: [
        ...(status.length > 0 ? [text(lines(...status))] : []),
        ...decisionBlocks(at, view),
        ...escalateBlocks(at, view),
        ...needBlocks(a, view),
        ...(hasRoom(a) && a.open ? [text(words.roomForPerson)] : []),
        ...saidBlocks(a, md`${bold(words.youSaid)}`, view),
        ...ownButtons(a, view),
        note(at.lowers ? words.whoSeesLower : words.whoSees),
      ],
    };
  };

function ownButtons(a: Appeal, { locale }: View): Block[] {
  const words = card(locale);
  const token = { appeal: a._id };
  return buttons([
    hasRoom(a) && { label: words.record, token: takeRecord.token(token) },
    before.includes(a.state) && {
      label: words.withdraw,
      token: withdrawAppeal.token(token),
      confirm: words.withdrawSure,
    },
  ]);
}

function escalateBlocks({ appeal: a, place }: Scene, view: View): Block[] {
  const words = card(view.locale);
  if (escalation(a, place.zone, view.now) === undefined) return [];
  const token = escalateAppeal.token({ appeal: a._id });
  return [
    text(words.canEscalate(dayOf(a, 'escalate', view))),
    ...buttons([{ label: words.escalate, token }]),
  ];
}

function needBlocks(a: Appeal, { locale, now }: View): Block[] {
  const words = card(locale);
  const open = a.state === 'hearing' ? openNeed(a) : undefined;
  if (!open) return [];
  return [
    text(
      open.lapses
        ? words.neededAgain(open.text, dayWords(locale, open.lapses, now))
        : words.needed(open.text, open.by, dayWords(locale, open.due, now)),
    ),
    note(words.neededRule),
    ...buttons([{ label: words.answer, token: answerNeed.token({ appeal: a._id }), style: 'primary' }]),
  ];
}

/** On top of the room: everybody in it reads this one, so it holds only what all of them know. */
export const liveCard =
  (at: Scene): Draw =>
  (view) => {
    const { appeal: a } = at;
    const words = card(view.locale);
    const token = { appeal: a._id };
    const status = statusLines(at, view);
    return {
      title: words.roomTitle(at.person.name, at.cycle.name),
      blocks: [
        ...(status.length > 0 ? [text(lines(...status))] : []),
        ...waitingBlocks(at, view),
        ...(a.invited && a.rater ? [text(words.raterIn(a.rater))] : []),
        // The rater in the room reads what the person says there, not the decision about the result.
        ...(a.invited ? [] : decisionBlocks(at, view)),
        note(a.open ? words.roomAbout : words.roomClosed),
        ...buttons([
          a.state === 'assigned' && {
            label: words.receipt,
            token: confirmReceipt.token(token),
            style: 'primary' as const,
          },
          { label: words.openCase, token: openCase.token(token) },
          { label: words.record, token: takeRecord.token(token) },
        ]),
      ],
    };
  };
