/** What stands in the calendars of both: one event, or a file for each in their own language. */
import type { Ctx } from '../core/context.ts';
import type { Person } from '../people/model.ts';
import { icsOf } from './ics.ts';
import { team } from './messages-team.ts';
import type { Interview, Time } from './model.ts';
import { endOf } from './times.ts';

/** One event for these two: with another manager it is another one, because an event keeps its organizer. */
const uidOf = (i: Interview, manager: Person): string => `${i._id}.${i.round}.${manager._id}@growloop`;

/** `i`: after the change, whose sequence counts it already. */
export function sendFiles(
  ctx: Ctx,
  i: Interview,
  { person, manager }: { person: Person; manager: Person | undefined },
  { at, place }: Time,
  cancelled = false,
): void {
  if (!manager) return;
  const uid = uidOf(i, manager);
  const titleFor = ({ locale }: Person) => team(locale).eventTitle(person.name, manager.name);
  const event = { uid, sequence: i.sequence - 1, start: at, end: endOf(at), cancelled };
  const fileFor = (to: Person) => {
    const ics = icsOf({
      ...event,
      stamp: ctx.now,
      title: titleFor(to),
      location: place,
      organizer: { name: manager.name, email: manager.email },
    });
    const type = `text/calendar; charset=utf-8; method=${cancelled ? 'CANCEL' : 'PUBLISH'}`;
    return { name: team(to.locale).fileName, type, bytes: Buffer.from(ics) };
  };
  ctx.book(`interviews.event:${uid}`, {
    appointment: { ...event, title: titleFor(person), ...(place && { place }) },
    seats: [person, manager].map((to) => ({ person: to._id, file: fileFor(to) })),
  });
}
