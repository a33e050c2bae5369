/**
 * Appointments: one event for those whose platform keeps calendars, a file for everybody else, and for all when the
 * calendar cannot be written.
 */
import { z } from 'zod';
import { type Reach, system } from './actor.ts';
import type { Parts } from './context.ts';
import { type OutboxRow, outbox, outboxRow, type To } from './outbox.ts';
import { type Adapter, type Appointment, type NamedFile, PlatformError } from './platform.ts';
import { laneOf } from './room.ts';

interface Seat {
  person: string;
  /** The same as a calendar file, in their language. */
  file: NamedFile;
}

export interface Booking {
  appointment: Appointment;
  seats: Seat[];
}

interface Booked {
  kind: 'attach' | 'book';
  key: string;
  to: To;
  file?: NamedFile;
  booking?: string;
}

/** One message for each platform's calendar, and one for each person without. */
export function booked(
  adapters: Parts['adapters'],
  key: string,
  { appointment, seats }: Booking,
  reached: ReadonlyMap<string, Reach>,
): Booked[] {
  const lanes = new Map<string, Seat[]>();
  const files: Booked[] = [];
  // Every change is a file of its own.
  const fileKey = `${key}:${appointment.sequence}`;
  for (const seat of seats) {
    const reach = reached.get(seat.person);
    if (!reach) continue;
    if (adapters.get(reach.platform)?.book)
      lanes.set(laneOf(reach), [...(lanes.get(laneOf(reach)) ?? []), seat]);
    else files.push({ kind: 'attach', key: fileKey, to: { person: seat.person }, file: seat.file });
  }
  const events = [...lanes.values()].flatMap((together): Booked[] => {
    const [first] = together;
    if (!first) return [];
    const booking = JSON.stringify({ appointment, seats: together.map(packed) });
    return [{ kind: 'book', key, to: { person: first.person }, booking }];
  });
  return [...events, ...files];
}

const packed = ({ person, file: { name, type, bytes } }: Seat) => ({
  person,
  file: { name, type, base64: bytes.toString('base64') },
});

const kept = z.object({
  appointment: z.object({
    uid: z.string(),
    sequence: z.number(),
    title: z.string(),
    start: z.coerce.date(),
    end: z.coerce.date(),
    place: z.string().optional(),
    cancelled: z.boolean(),
  }),
  seats: z.array(
    z.object({
      person: z.string(),
      file: z.object({ name: z.string(), type: z.string(), base64: z.string() }),
    }),
  ),
});
type Kept = z.infer<typeof kept>;

const isFinal = (e: unknown): boolean =>
  e instanceof PlatformError && (e.kind === 'denied' || e.kind === 'broken' || e.kind === 'gone');

export async function book(parts: Parts, adapter: Adapter, row: OutboxRow): Promise<void> {
  const { appointment, seats } = kept.parse(JSON.parse(row.booking ?? '{}'));
  const tenant = row.lane.slice(adapter.name.length + 1);
  const persons = seats.map((s) => s.person);
  const accounts = await parts.directory.accounts({ platform: adapter.name, tenant }, persons);
  try {
    await adapter.book?.(tenant, appointment as Appointment, accounts);
  } catch (e) {
    if (!isFinal(e)) throw e;
    parts.log.warn({ row: row._id, err: String(e) }, 'a calendar cannot be written; files go out instead');
    await sendFiles(parts, row, seats);
  }
}

/** A second time, after the process died in between, they are there already. */
async function sendFiles({ clock }: Parts, { _id, lane }: OutboxRow, seats: Kept['seats']): Promise<void> {
  const cause = { id: _id, actor: system, now: clock.now() };
  const rows = seats.map(({ person, file: { name, type, base64 } }) =>
    outboxRow({
      cause,
      message: {
        kind: 'attach',
        key: `file:${_id}`,
        to: { person },
        file: { name, type, bytes: Buffer.from(base64, 'base64') },
      },
      lane,
      card: undefined,
      options: { priority: 'approval' },
      reach: undefined,
      answered: undefined,
    }),
  );
  const there = await outbox.find({ _id: { $in: rows.map((r) => r._id) } });
  const known = new Set(there.map((r) => r._id));
  await outbox.insertAll(rows.filter((r) => !known.has(r._id)));
}
