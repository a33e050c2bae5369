/** The person's own card of a check-in: one that lives, from the prompt to the closed record. */
import type { Block, Button, Card } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { openForm } from '../core/talk-actions.ts';
import { openComment, openMeet, openSkip, openTalkForm, snooze, start, tick } from './actions.ts';
import { aftermath, deedText, recordBlocks, tickBlocks } from './cards-record.ts';
import { say } from './messages.ts';
import { type CheckIn, type Obstacle, ticks } from './model.ts';
import { talkOf } from './scene.ts';
import { snoozes } from './schedule.ts';

export interface Mine {
  checkIn: CheckIn;
  manager: string | undefined;
  begun: boolean;
  obstacle?: Obstacle | undefined;
}

const buttons = (...items: Button[]): Block => ({ type: 'actions', items });

export const titleOf = (c: CheckIn, { locale, now }: View): string =>
  say(locale).title(dayWords(locale, c.day, now));

export const mineCard =
  (mine: Mine): Draw =>
  (view) => {
    const title = titleOf(mine.checkIn, view);
    switch (mine.checkIn.state) {
      case 'open':
        return { title, blocks: promptBlocks(mine, view) };
      case 'done':
        return { title, tone: 'good', blocks: sentBlocks(mine, view) };
      default:
        return { title, blocks: restingBlocks(mine, view) };
    }
  };

function promptBlocks({ checkIn: c, manager, begun }: Mine, view: View): Block[] {
  const words = say(view.locale);
  const titles = c.goals.map((g) => g.title);
  const missed = c.missed.length;
  return [
    { type: 'text', text: titles.length > 0 ? words.about(titles) : words.aboutWork },
    ...(missed > 0 ? [{ type: 'note' as const, text: words.waited(missed) }] : []),
    ...(c.snoozedTo ? [{ type: 'text' as const, text: words.snoozed(c.snoozedTo) }] : []),
    ...carriedBlocks(c, !begun, view),
    { type: 'note', text: manager ? words.whoSees(manager) : words.onlyYou },
    ...promptButtons(c, begun, manager, view),
  ];
}

/** Last time's actions; once the talk is under way they are asked for there. */
function carriedBlocks(c: CheckIn, choose: boolean, view: View): Block[] {
  if (c.carried.length === 0) return [];
  const words = say(view.locale);
  const options = ticks.map((t) => ({ label: words[`tick_${t}`], value: t }));
  const rows = c.carried.flatMap((d, n): Block[] => [
    { type: 'text', text: deedText(d, view) },
    ...(choose
      ? [
          {
            type: 'choices' as const,
            label: words.deedLabel(n + 1),
            token: tick.token({ checkIn: c._id, n }),
            options,
            ...(d.tick && { value: d.tick }),
          },
        ]
      : []),
  ]);
  return [{ type: 'text', text: words.lastTime }, ...rows];
}

function promptButtons(c: CheckIn, begun: boolean, manager: string | undefined, { locale }: View): Block[] {
  const words = say(locale);
  const checkIn = c._id;
  const meet = manager ? [{ label: words.rather, token: openMeet.token({ checkIn }) }] : [];
  return [
    buttons(
      { label: begun ? words.goOn : words.start, token: start.token({ checkIn }), style: 'primary' },
      { label: words.asForm, token: openTalkForm.token({ checkIn }) },
    ),
    buttons(...snoozes.map((to) => ({ label: words[to], token: snooze.token({ checkIn, to }) }))),
    buttons({ label: words.skip, token: openSkip.token({ checkIn }) }, ...meet),
  ];
}

function restingBlocks({ checkIn: c }: Mine, { locale }: View): Block[] {
  const words = say(locale);
  const again = c.newest
    ? [buttons({ label: words.startAnyway, token: start.token({ checkIn: c._id }) })]
    : [];
  if (c.state === 'skipped') return [{ type: 'text', text: words.skippedCard(c.reason ?? '') }, ...again];
  if (c.state === 'meeting' && c.meeting) {
    const other = c.meeting.from === c.person ? c.meeting.to : c.meeting.from;
    return [{ type: 'text', text: words.meetingCard(other, c.meeting.at) }, ...again];
  }
  if (c.state === 'meeting') return [{ type: 'text', text: words.meetingOff }, ...again];
  return [{ type: 'text', text: c.over ? words.overCard : words.droppedCard }];
}

function sentBlocks({ checkIn: c, manager, obstacle }: Mine, view: View): Block[] {
  const words = say(view.locale);
  const at = c.doneAt ?? c.askedAt;
  const change = c.newest ? [{ label: words.change, token: openForm.token({ talk: talkOf(c) }) }] : [];
  return [
    { type: 'note', text: c.newest ? words.sentCard(at, manager) : words.closedCard(at) },
    ...(c.changedAt ? [{ type: 'note' as const, text: words.changed(c.changedAt) }] : []),
    ...tickBlocks(c, view),
    ...(c.record ? recordBlocks(c.record, view) : []),
    ...aftermath(c, obstacle, view),
    buttons(...change, { label: words.comment, token: openComment.token({ checkIn: c._id }) }),
  ];
}

/** What becomes of a prompt that was asked again further down. */
export const belowCard =
  (c: CheckIn): Draw =>
  (view): Card => ({ title: titleOf(c, view), blocks: [{ type: 'text', text: say(view.locale).below }] });
