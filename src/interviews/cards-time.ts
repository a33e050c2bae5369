/** While a time is being found, or a few lines are still to be written. Pure. */
import { wall } from '../core/calendar.ts';
import type { Block, Button } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords, momentWords } from '../core/i18n.ts';
import { buttons, labelled, note, text } from '../goals/blocks.ts';
import {
  acceptTime,
  askToTalk,
  callOff,
  chooseTime,
  keepTime,
  openAgenda,
  openNotes,
  openPlace,
  openPrepare,
  openTime,
  openWritten,
  tookPlace,
} from './actions.ts';
import { card } from './messages-card.ts';
import { tap } from './messages-tap.ts';
import type { Interview } from './model.ts';
import { other, type Talk, theirs } from './talk.ts';
import { endOf, type Slot } from './times.ts';

const prepareButton = ({ interview: i, side }: Talk, { locale }: View): Button | false =>
  side === 'person' && !i.prepared && { label: tap(locale).prepare, token: openPrepare.token(theirs(i)) };
export const agendaButton = (
  { interview: i, side }: Talk,
  { locale }: View,
  style?: 'primary',
): Button | false =>
  side === 'manager' && {
    label: tap(locale).agenda,
    token: openAgenda.token({ ...theirs(i), page: 0 }),
    ...(style && { style }),
  };
export const timeButton = (i: Interview, label: string): Button => ({
  label,
  token: openTime.token(theirs(i)),
});
const tookButton = (i: Interview, { locale }: View): Button => ({
  label: tap(locale).took,
  token: tookPlace.token(theirs(i)),
});

export function dueBlocks(t: Talk, view: View): Block[] {
  const { interview: i, side } = t;
  const words = card(view.locale);
  const day = dayWords(view.locale, t.due, view.now);
  const lead = side === 'manager';
  return [
    text(lead ? words.dueLead(t.person.id, day) : words.dueOwn(t.manager.id, day)),
    ...(lead ? slotBlocks(t, view) : []),
    ...buttons([
      timeButton(i, lead ? tap(view.locale).otherTime : tap(view.locale).nameTime),
      prepareButton(t, view),
      agendaButton(t, view),
      tookButton(i, view),
    ]),
  ];
}

/** The moment for the reader, and for the other one where their clock shows another. */
function slotLabel({ at }: Slot, t: Talk, { locale, zone }: View): string {
  const { name, zone: there } = other(t);
  const mine = momentWords(locale, zone, at);
  const [here, away] = [wall(zone, at), wall(there, at)];
  if (here.day === away.day && here.time === away.time) return mine;
  const theirs = here.day === away.day ? away.time : momentWords(locale, there, at);
  return labelled(card(locale).slot(mine, name, theirs));
}

function slotBlocks(t: Talk, view: View): Block[] {
  const words = card(view.locale);
  const { slots, interview } = t;
  if (slots.length === 0) return [note(words.slotsNone)];
  const inside = slots.every(({ outside: [a, b] }) => a + b === 0);
  const options = slots.map((slot) => ({ label: slotLabel(slot, t, view), value: slot.at.toISOString() }));
  return [
    { type: 'choices', label: words.choose, token: chooseTime.token(theirs(interview)), options },
    note(inside ? words.slotsInside : words.slotsOutside),
  ];
}

export function offeredBlocks(t: Talk, view: View): Block[] {
  const { interview: i, side } = t;
  const words = card(view.locale);
  const day = dayWords(view.locale, t.due, view.now);
  if (side === 'person')
    return [
      text(words.offeredOwn(t.manager.id, day)),
      ...buttons([
        { label: tap(view.locale).ask, token: askToTalk.token(theirs(i)) },
        prepareButton(t, view),
      ]),
    ];
  return [
    text(words.offeredLead(t.person.id, day)),
    ...buttons([
      { label: tap(view.locale).write, token: openWritten.token(theirs(i)), style: 'primary' },
      agendaButton(t, view),
      timeButton(i, tap(view.locale).nameTime),
      tookButton(i, view),
    ]),
  ];
}

const placeBlocks = (place: string | undefined, { locale }: View): Block[] =>
  place === undefined ? [] : [text(card(locale).place(place))];

export function proposedBlocks(t: Talk, view: View): Block[] {
  const { interview: i, side } = t;
  const { proposal, agreed } = i;
  if (!proposal) return [];
  const words = card(view.locale);
  const mine = proposal.by === side;
  return [
    text((mine ? words.proposedMine : words.proposedTheirs)(other(t).id, proposal.at)),
    ...placeBlocks(proposal.place, view),
    ...t.odd.map(({ who, off }) =>
      note(off ? words.off(who.id) : words.outside(who.id, wall(who.zone, proposal.at).time)),
    ),
    ...(agreed ? [note(words.standsUntil(agreed.at))] : []),
    ...buttons([
      !mine && {
        label: tap(view.locale).works,
        token: acceptTime.token({ ...theirs(i), at: proposal.at.toISOString() }),
        style: 'primary',
      },
      timeButton(i, tap(view.locale).otherTime),
      agreed && { label: tap(view.locale).keep, token: keepTime.token(theirs(i)) },
      prepareButton(t, view),
      agendaButton(t, view),
      tookButton(i, view),
    ]),
  ];
}

export function scheduledBlocks(t: Talk, view: View): Block[] {
  const { interview: i } = t;
  const { agreed } = i;
  if (!agreed) return [];
  const words = card(view.locale);
  if (endOf(agreed.at) <= view.now)
    return [
      text(words.wasPlanned(other(t).id, agreed.at)),
      ...buttons([
        { label: tap(view.locale).note, token: openNotes.token(theirs(i)), style: 'primary' },
        tookButton(i, view),
        timeButton(i, tap(view.locale).otherTime),
        agendaButton(t, view),
      ]),
    ];
  return [
    text(words.scheduled(other(t).id, agreed.at)),
    ...placeBlocks(agreed.place, view),
    note(words.fileNote),
    ...buttons([
      agendaButton(t, view, 'primary'),
      prepareButton(t, view),
      { label: tap(view.locale).addPlace, token: openPlace.token(theirs(i)) },
      timeButton(i, tap(view.locale).otherTime),
      tookButton(i, view),
      {
        label: tap(view.locale).callOff,
        token: callOff.token({ ...theirs(i), at: agreed.at.toISOString() }),
        confirm: tap(view.locale).callOffSure,
      },
    ]),
  ];
}
