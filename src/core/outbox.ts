/** Messages that wait to be sent: written with what caused them, sent by the lane (dispatch.ts). */
import { createHash } from 'node:crypto';
import type { Reach } from './actor.ts';
import { addDays, at, wall } from './calendar.ts';
import type { Card } from './card.ts';
import type { Cause } from './context.ts';
import { Any, entity } from './entity.ts';
import type { NamedFile } from './platform.ts';
import type { Row } from './queue.ts';

export const priorities = ['reply', 'approval', 'deadline', 'reminder', 'broadcast'] as const;
export type Priority = (typeof priorities)[number];

export type To = { person: string } | { room: string };

export const subjectOf = (to: To): string => ('person' in to ? to.person : to.room);

export interface SendOptions {
  /** Default: `reply` for the person who acts, `approval` for others; `reminder` in jobs. */
  priority?: Priority;
  /** Held back in quiet hours and counted among the three a day. */
  proactive?: boolean;
  /** A live card that was asked for comes to the bottom of the conversation, instead of changing far up in it. */
  anew?: boolean;
  /** Not sent any more from then on: what waited too long is worth nothing. */
  until?: Date;
}

export interface OutboxRow extends Row {
  /** `platform:tenant`; one dispatcher at a time sends for it. */
  lane: string;
  kind: 'show' | 'tell' | 'attach' | 'book';
  key: string;
  to: To;
  subject: string;
  /** The card as JSON, sealed; gone once sent. */
  card?: string;
  file?: { name: string; type: string; base64: string };
  /** The `Booking` as JSON, sealed. */
  booking?: string;
  priority: number;
  /** Of two rows of one key the higher is newer. */
  order: number;
  /** Counted among the three a day that nobody asked for. */
  proactive?: { person: string; day: string };
  /** Sent as a new message although an older one shows it. */
  anew?: boolean;
  until?: Date;
  /** Instead of the account used last. */
  account?: string;
  /** The card went back in the answer to this event; sent only if the answer did not arrive. */
  answers?: string;
}

export const outbox = entity<OutboxRow>('outbox', {
  fields: {
    lane: String,
    kind: String,
    key: String,
    to: Any,
    subject: String,
    card: String,
    file: Any,
    booking: String,
    priority: Number,
    order: Number,
    proactive: Any,
    anew: Boolean,
    until: Date,
    account: String,
    answers: String,
    state: String,
    runAt: Date,
    tries: Number,
    maybe: Boolean,
    lease: Any,
    error: String,
    doneAt: Date,
  },
  sealed: { paths: ['card', 'file.base64', 'booking'], subject: (row) => row.subject },
  indexes: [
    { keys: { lane: 1, state: 1, priority: 1, runAt: 1, order: 1 } },
    { keys: { state: 1, runAt: 1 } },
    { keys: { key: 1, subject: 1, order: 1 } },
    { keys: { answers: 1 }, where: { answers: { $exists: true } } },
    { keys: { 'proactive.person': 1, 'proactive.day': 1 }, where: { proactive: { $exists: true } } },
  ],
});

/** Held back in quiet hours, say: what is refreshed meanwhile has to be said anew, or it arrives as it was. */
export const isWaiting = async (key: string, subject: string): Promise<boolean> =>
  (await outbox.count({ key, subject, kind: 'show', state: 'ready' })) > 0;

/** An answer that was not flushed by then is sent as an edit. */
const answerGraceMs = 3500;

/** Of these the newest counts: an older one that still waits is dropped. */
export const replaces = (kind: OutboxRow['kind']): boolean => kind === 'show' || kind === 'book';

let lastOrder = 0;
/** Grows with every row of this process and, by the machine's clock, over restarts. */
function nextOrder(): number {
  lastOrder = Math.max(lastOrder + 1, Math.floor((performance.timeOrigin + performance.now()) * 1000));
  return lastOrder;
}

interface Wanted {
  cause: Cause;
  message: { kind: OutboxRow['kind']; key: string; to: To; file?: NamedFile | undefined; booking?: string };
  lane: string;
  card: Card | undefined;
  options: SendOptions;
  reach: Reach | undefined;
  answered: string | undefined;
}

export function outboxRow({
  cause,
  message,
  lane,
  card,
  options,
  reach,
  answered,
}: Wanted): Omit<OutboxRow, 'rev'> {
  const { kind, key, to, file, booking } = message;
  const subject = subjectOf(to);
  const runAt = sendAt(cause.now, options, reach, answered);
  return {
    _id: replaces(kind) ? `${key}>${subject}@${cause.id}` : `${key}>${subject}`,
    lane,
    kind,
    key,
    to,
    subject,
    ...(card && { card: JSON.stringify(card) }),
    ...(file && { file: { name: file.name, type: file.type, base64: file.bytes.toString('base64') } }),
    ...(booking && { booking }),
    priority: priorities.indexOf(options.priority ?? usual(cause, subject)),
    order: nextOrder(),
    ...(options.proactive && reach && { proactive: { person: subject, day: wall(reach.zone, runAt).day } }),
    ...(options.anew && { anew: true }),
    ...(options.until && { until: options.until }),
    ...(answered && { answers: answered }),
    state: 'ready',
    runAt,
    tries: 0,
  };
}

const usual = (cause: Cause, subject: string): Priority => {
  if (!cause.event) return 'reminder';
  return cause.actor.id === subject ? 'reply' : 'approval';
};

function sendAt(
  now: Date,
  options: SendOptions,
  reach: Reach | undefined,
  answered: string | undefined,
): Date {
  if (answered) return new Date(now.getTime() + answerGraceMs);
  return options.proactive && reach ? afterQuiet(reach, now) : now;
}

/** The first moment from `now` on that lies outside the person's quiet hours. */
export function afterQuiet({ zone, quiet }: Pick<Reach, 'zone' | 'quiet'>, now: Date): Date {
  const { day, time } = wall(zone, now);
  const overnight = quiet.from > quiet.to;
  const hushed = overnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to;
  if (!hushed) return now;
  return at(zone, overnight && time >= quiet.from ? addDays(day, 1) : day, quiet.to);
}

export const digest = (card: string): string => createHash('sha256').update(card).digest('base64url');
