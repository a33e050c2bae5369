/** Once they talked or one of them wrote: the notes, who confirmed them, and what was prepared. Pure. */
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { lines } from '../core/md.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import {
  askToTalk,
  confirmNotes,
  notTaken,
  openDiffer,
  openNotes,
  openPrepare,
  openWritten,
  sharePrepared,
} from './actions.ts';
import { saidBlocks } from './cards-notes.ts';
import { agendaButton, timeButton } from './cards-time.ts';
import { card } from './messages-card.ts';
import { tap } from './messages-tap.ts';
import { other, seenOf, type Talk, theirs } from './talk.ts';

export function heldBlocks(t: Talk, view: View): Block[] {
  const { interview: i, side } = t;
  const words = card(view.locale);
  if (!i.notes)
    return [
      text(words.talked(dayWords(view.locale, i.heldOn ?? t.due, view.now))),
      ...buttons([
        { label: tap(view.locale).note, token: openNotes.token(theirs(i)), style: 'primary' },
        agendaButton(t, view),
        { label: tap(view.locale).notTaken, token: notTaken.token(theirs(i)) },
      ]),
    ];
  const mine = i.confirmed.includes(side);
  return [
    ...saidBlocks(i, view),
    ...whoConfirmed(t, view),
    ...(mine ? [] : [note(words.confirmNote)]),
    ...buttons([
      !mine && { label: tap(view.locale).confirm, token: confirmNotes.token(seenOf(i)), style: 'primary' },
      { label: tap(view.locale).change, token: openNotes.token(theirs(i)) },
      !mine && { label: tap(view.locale).differ, token: openDiffer.token(seenOf(i)) },
    ]),
  ];
}

/** The manager before has confirmed, and somebody else leads the person now. */
const before = ({ interview: i, manager }: Talk): string | undefined =>
  i.confirmed.includes('manager') && i.confirmedBy !== manager.id ? i.confirmedBy : undefined;

function whoConfirmed(t: Talk, { locale }: View): Block[] {
  const { interview: i, side, person } = t;
  const words = card(locale);
  const old = before(t);
  if (i.confirmed.length === 0) return [];
  if (old !== undefined)
    return [note(side === 'person' ? words.otherConfirmed(old) : words.beforeConfirmed(old, person.id))];
  return [note((i.confirmed.includes(side) ? words.youConfirmed : words.otherConfirmed)(other(t).id))];
}

export function writtenBlocks(t: Talk, view: View): Block[] {
  const { interview: i, side } = t;
  const words = card(view.locale);
  const own = side === 'person';
  return [
    ...saidBlocks(i, view),
    note(own ? words.readNote : words.waitsRead(t.person.id)),
    ...buttons([
      own && { label: tap(view.locale).haveRead, token: confirmNotes.token(seenOf(i)), style: 'primary' },
      own && { label: tap(view.locale).differ, token: openDiffer.token(seenOf(i)) },
      own && { label: tap(view.locale).ask, token: askToTalk.token(theirs(i)) },
      !own && { label: tap(view.locale).change, token: openWritten.token(theirs(i)) },
      !own && timeButton(i, tap(view.locale).nameTime),
    ]),
  ];
}

export function doneBlocks(t: Talk, view: View): Block[] {
  const { interview: i } = t;
  return [...saidBlocks(i, view), ...(i.doneAt ? [note(card(view.locale).done(i.doneAt))] : [])];
}

/** The person's own words; the manager sees them once they are shared. */
export function preparedBlocks(t: Talk, view: View): Block[] {
  const { prepared, state } = t.interview;
  const words = card(view.locale);
  if (!prepared || (t.side === 'manager' && !prepared.shared)) return [];
  const head = prepared.shared ? words.preparedShared(t.manager.id) : words.preparedOwn;
  const open = ['due', 'offered', 'proposed', 'scheduled'].includes(state) && t.side === 'person';
  return [
    { type: 'divider' },
    text(
      lines(
        t.side === 'manager' ? words.preparedTheirs(t.person.id) : head,
        prepared.ask !== undefined && words.toAsk(prepared.ask),
        prepared.talk !== undefined && words.toTalk(prepared.talk),
      ),
    ),
    ...buttons([
      open && { label: tap(view.locale).change, token: openPrepare.token(theirs(t.interview)) },
      open &&
        !prepared.shared && {
          label: tap(view.locale).share,
          token: sharePrepared.token(theirs(t.interview)),
          confirm: tap(view.locale).shareSure,
        },
    ]),
  ];
}
