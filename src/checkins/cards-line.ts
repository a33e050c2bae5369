/** What managers see: an obstacle, the day's digest, the coaching card of one check-in. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { md } from '../core/md.ts';
import { openComment, openDecision, openRecord } from './actions.ts';
import { aftermath, recordBlocks, tickBlocks } from './cards-record.ts';
import { type Hint, hintsFor, needsAttention, worthAsking } from './coaching.ts';
import { say } from './messages.ts';
import { line } from './messages-line.ts';
import { ask } from './messages-talk.ts';
import { type CheckIn, decisions, type Obstacle } from './model.ts';
import { isEscalated } from './obstacles.ts';
import { excerpt } from './questions.ts';

type Names = (id: string) => string;

/** `canEscalate`: there is somebody above the one who reads. */
export interface ObstacleView {
  obstacle: Obstacle;
  reader: string;
  names: Names;
  canEscalate: boolean;
}

export const obstacleCard =
  (o: ObstacleView): Draw =>
  (view) => {
    const words = line(view.locale);
    const waits = o.obstacle.state === 'open' && o.obstacle.to === o.reader;
    return {
      title: words.obstacleTitle(o.names(o.obstacle.person)),
      tone: waits ? 'attention' : 'plain',
      blocks: [...obstacleWords(o.obstacle, view), ...stateOf(o, waits, view)],
    };
  };

function obstacleWords(o: Obstacle, { locale }: View): Block[] {
  const words = line(locale);
  return [
    { type: 'text', text: words.obstacleAbout(o.person, o.goalTitle) },
    { type: 'text', text: md`${o.text}` },
    ...(o.support ? [{ type: 'text' as const, text: words.obstacleSupport(o.support) }] : []),
    ...o.decided.map((d) => ({
      type: 'text' as const,
      text: words.decidedLine(d.by, words.how(d.how), d.at, d.text),
    })),
  ];
}

function stateOf(o: ObstacleView, waits: boolean, { locale }: View): Block[] {
  const words = line(locale);
  const { obstacle } = o;
  if (obstacle.state === 'withdrawn')
    return [{ type: 'note', text: obstacle.over ? words.obstacleOver : words.withdrawn(obstacle.person) }];
  if (obstacle.state === 'decided') return [];
  if (!waits) return [{ type: 'note', text: words.waitsWith(obstacle.to) }];
  return [{ type: 'note', text: words.obstacleAfter(obstacle.person) }, obstacleButtons(o, locale)];
}

function obstacleButtons({ obstacle, canEscalate }: ObstacleView, locale: View['locale']): Block {
  const open = decisions.filter((how) => how !== 'escalate' || (canEscalate && !isEscalated(obstacle)));
  const items = open.map((how, i) => ({
    label: line(locale)[how],
    token: openDecision.token({ obstacle: obstacle._id, how }),
    ...(i === 0 && { style: 'primary' as const }),
  }));
  return { type: 'actions', items };
}

/** All that wait, on one card. */
export const waitingCard =
  (all: readonly ObstacleView[]): Draw =>
  (view) => {
    const words = line(view.locale);
    if (all.length === 0)
      return { title: words.waitingTitle, blocks: [{ type: 'text', text: words.waitingNone }] };
    const blocks = all.flatMap((o, i): Block[] => [
      ...(i > 0 ? [{ type: 'divider' as const }] : []),
      ...obstacleWords(o.obstacle, view),
      obstacleButtons(o, view.locale),
    ]);
    return { title: words.waitingTitle, tone: 'attention', blocks };
  };

export interface Came {
  checkIn: CheckIn;
  before: CheckIn | undefined;
}

export const digestCard =
  (came: readonly Came[], names: Names): Draw =>
  (view) => {
    const words = line(view.locale);
    const needing = came.filter((c) => needsAttention(c.checkIn, c.before));
    const fine = came.filter((c) => !needing.includes(c));
    const questions = worthAsking(
      came.map((c) => ({ person: c.checkIn.person, hints: hintsFor(c.checkIn, c.before) })),
    );
    return {
      title: words.digestTitle(came.length),
      ...(needing.length > 0 && { tone: 'attention' as const }),
      blocks: [
        ...needingBlocks(needing, names, view),
        ...fineBlocks(fine, names, view),
        ...hintBlocks(questions, view),
      ],
    };
  };

function needingBlocks(needing: readonly Came[], names: Names, view: View): Block[] {
  if (needing.length === 0) return [];
  const words = line(view.locale);
  return [
    { type: 'text', text: words.needing },
    ...needing.flatMap(({ checkIn: c }): Block[] => [
      { type: 'text', text: words.digestLine(c.person, inALine(c, view)) },
      openButtons([{ id: c._id, label: words.open(names(c.person)) }]),
    ]),
  ];
}

function fineBlocks(fine: readonly Came[], names: Names, view: View): Block[] {
  if (fine.length === 0) return [];
  const words = line(view.locale);
  return [
    { type: 'text', text: words.fine },
    ...fine.map(
      ({ checkIn: c }): Block => ({
        type: 'text',
        text: words.digestLine(c.person, inALine(c, view)),
      }),
    ),
    openButtons(fine.map(({ checkIn: c }) => ({ id: c._id, label: words.open(names(c.person)) }))),
  ];
}

/** [Open] per record. */
export const openButtons = (records: readonly { id: string; label: string }[]): Block => ({
  type: 'actions',
  items: records.map(({ id, label }) => ({ label, token: openRecord.token({ checkIn: id }) })),
});

/** One check-in in a line: what the manager has to know before opening it. */
export function inALine(c: CheckIn, { locale }: View): string {
  const words = line(locale);
  if (c.state === 'skipped') return words.wordSkipped(excerpt(c.reason ?? ''));
  if (c.state === 'meeting') return words.wordMeeting;
  const r = c.record;
  if (!r) return words[`state_${c.state}`];
  const ticked = c.carried.filter((d) => d.tick);
  const done = ticked.filter((d) => d.tick === 'done').length;
  const parts = [
    words.wordConfidence(ask(locale)[r.confidence], r.goalTitle),
    r.needsHelp && words.wordHelp(excerpt(r.obstacles ?? '')),
    ticked.length > 0 && words.wordDeeds(done, ticked.length),
    r.commitment < 7 && words.wordCommitment(r.commitment),
  ].filter((p): p is string => typeof p === 'string');
  return parts.join(words.semicolon);
}

function hintBlocks(questions: readonly { person: string; hint: Hint }[], { locale }: View): Block[] {
  if (questions.length === 0) return [];
  const words = line(locale);
  return [
    { type: 'divider' },
    { type: 'text', text: words.asking },
    ...questions.map((q): Block => ({ type: 'text', text: words.hint(q.person, words[q.hint]) })),
  ];
}

export interface Coaching extends Came {
  name: string;
  obstacle: ObstacleView | undefined;
}

/** One check-in for the manager: the record, what is worth asking, what waits. */
export const coachCard =
  ({ checkIn: c, before, name, obstacle }: Coaching): Draw =>
  (view) => {
    const words = line(view.locale);
    const hints = hintsFor(c, before).slice(0, 3);
    const waits = obstacle?.obstacle.state === 'open' && obstacle.obstacle.to === obstacle.reader;
    const items: Button[] = [
      { label: say(view.locale).comment, token: openComment.token({ checkIn: c._id }) },
    ];
    return {
      title: words.coachTitle(name, dayWords(view.locale, c.day, view.now)),
      blocks: [
        ...tickBlocks(c, view),
        ...(c.record
          ? recordBlocks(c.record, view)
          : [{ type: 'text' as const, text: withoutRecord(c, view) }]),
        ...aftermath(c, obstacle?.obstacle, view),
        ...(waits && obstacle ? [obstacleButtons(obstacle, view.locale)] : []),
        ...hintBlocks(
          hints.map((hint) => ({ person: c.person, hint })),
          view,
        ),
        { type: 'note', text: words.coachNote(c.person) },
        { type: 'actions', items },
      ],
    };
  };

const withoutRecord = (c: CheckIn, view: View) =>
  c.state === 'open' ? line(view.locale).notHeld : md`${inALine(c, view)}`;
