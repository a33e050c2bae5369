/**
 * Conversations as events of the app's own calendar, with both people invited. Of one event its id and how far it has
 * come are kept; Feishu makes at most one event of a key, so an unknown outcome is asked again under the same.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Appointment, PlatformError } from '../../src/core/platform.ts';
import type { Client } from './client.ts';
import type { Booked, Recording } from './records.ts';

interface CalendarParts {
  client: Client;
  records: Recording;
}

const primaryShape = z.object({
  calendars: z.array(z.object({ calendar: z.object({ calendar_id: z.string().min(1) }) })).min(1),
});
const eventShape = z.object({ event: z.object({ event_id: z.string().min(1) }) });
const params = { user_id_type: 'open_id' };

/** 43 characters: Feishu takes 32 to 128. What was taken back and is agreed again is another event. */
const keyOf = (uid: string, before: number): string =>
  createHash('sha256').update(`event:${uid}:${before}`).digest('base64url');

const moment = (at: Date) => ({ timestamp: String(Math.floor(at.getTime() / 1000)) });

const bodyOf = ({ title, start, end, place }: Appointment) => ({
  summary: title,
  start_time: moment(start),
  end_time: moment(end),
  // An empty name is refused.
  ...(place && { location: { name: place } }),
  visibility: 'private',
  attendee_ability: 'none',
  need_notification: true,
});

/** An event that is no more is taken back already. */
async function unlessGone(run: Promise<unknown>): Promise<void> {
  await run.catch((e: unknown) => {
    if (!(e instanceof PlatformError && e.kind === 'gone')) throw e;
  });
}

export function calendarOf({ client, records }: CalendarParts) {
  let own: string | undefined;

  async function events(): Promise<string> {
    own ??= (
      await client.call({ method: 'POST', path: '/calendar/v4/calendars/primary', params }, primaryShape)
    ).calendars[0]?.calendar.calendar_id;
    return `/calendar/v4/calendars/${own}/events`;
  }

  /** The same one, however often it is asked for. */
  async function made(appointment: Appointment, key: string): Promise<string> {
    const path = await events();
    await records.tried(key);
    const query = { ...params, idempotency_key: key };
    const call = { method: 'POST', path, params: query, data: bodyOf(appointment) } as const;
    return (await client.call(call, eventShape)).event.event_id;
  }

  async function takenBack(appointment: Appointment, known: Booked | undefined, key: string): Promise<void> {
    // Perhaps it was made and nobody heard of it.
    const maybe = known?.event === undefined && (await records.firstTry(key)) !== undefined;
    const event = maybe ? await made(appointment, key) : known?.event;
    if (event === undefined) return;
    const path = `${await events()}/${event}`;
    await unlessGone(
      client.call({ method: 'DELETE', path, params: { need_notification: true } }, z.unknown()),
    );
  }

  async function put(appointment: Appointment, accounts: string[], known: Booked | undefined, key: string) {
    const event = known?.event ?? (await made(appointment, key));
    const path = `${await events()}/${event}`;
    if (known?.event) {
      await client.call({ method: 'PATCH', path, params, data: bodyOf(appointment) }, z.unknown());
    } else await records.keepBooked({ _id: appointment.uid, event, sequence: known?.sequence ?? -1 });
    const data = {
      attendees: accounts.map((user_id) => ({ type: 'user', user_id })),
      need_notification: true,
    };
    await client.call({ method: 'POST', path: `${path}/attendees`, params, data }, z.unknown());
    return event;
  }

  return async (_: string, appointment: Appointment, accounts: string[]): Promise<void> => {
    const { uid, sequence, cancelled } = appointment;
    const known = await records.booked(uid);
    if (known && known.sequence >= sequence) return;
    const key = keyOf(uid, known?.sequence ?? -1);
    if (cancelled) {
      await takenBack(appointment, known, key);
      await records.keepBooked({ _id: uid, sequence });
    } else {
      const event = await put(appointment, accounts, known, key);
      await records.keepBooked({ _id: uid, event, sequence });
    }
  };
}
