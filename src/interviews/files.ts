/** The calendar files of a conversation, for both, each in their own language. */
import type { Ctx } from '../core/context.ts';
import type { Person } from '../people/model.ts';
import { icsOf } from './ics.ts';
import { team } from './messages-team.ts';
import type { Interview, Time } from './model.ts';
import { endOf } from './times.ts';

/** One event for these two: with another manager it is another one, because an event keeps its organizer. */
const uidOf = (i: Interview, manager: Person): string => `${i._id}.${i.round}.${manager._id}@growloop`;

/** `i`: after the change, whose sequence counts this file already. */
export function sendFiles(
  ctx: Ctx,
  i: Interview,
  { person, manager }: { person: Person; manager: Person | undefined },
  { at, place }: Time,
  cancelled = false,
): void {
  if (!manager) return;
  const sequence = i.sequence - 1;
  for (const to of [person, manager]) {
    const words = team(to.locale);
    const file = icsOf({
      uid: uidOf(i, manager),
      sequence,
      stamp: ctx.now,
      start: at,
      end: endOf(at),
      title: words.eventTitle(person.name, manager.name),
      location: place,
      organizer: { name: manager.name, email: manager.email },
      cancelled,
    });
    const type = `text/calendar; charset=utf-8; method=${cancelled ? 'CANCEL' : 'PUBLISH'}`;
    ctx.attach(
      `interviews.file:${i._id}:${i.round}:${sequence}`,
      { person: to._id },
      {
        name: words.fileName,
        type,
        bytes: Buffer.from(file),
      },
    );
  }
}
