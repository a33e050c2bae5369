/**
 * What a handler or job works with. The five verbs (`show`, `tell`, `later`, `record`, and `begin` of dialog.ts) only
 * note down what is wanted; `flush` writes it as rows of the same transaction. Nothing here calls a platform.
 */
import type { Actor, Directory, Reach } from './actor.ts';
import { type Booking, booked } from './booking.ts';
import type { Card, Reply } from './card.ts';
import type { Clock } from './clock.ts';
import type { Entropy, EntropyOf } from './entropy.ts';
import { type Fact, facts } from './facts.ts';
import { fitted } from './fit.ts';
import type { Locale } from './i18n.ts';
import { type Job, jobRow, jobs } from './job.ts';
import type { Log } from './log.ts';
import type { Registry } from './module.ts';
import { type OutboxRow, outbox, outboxRow, type SendOptions, subjectOf, type To } from './outbox.ts';
import type { Adapter, Address, FileRef, Inbound, NamedFile } from './platform.ts';
import { laneOf, rooms } from './room.ts';
import type { Store } from './store.ts';

/** For whom a card is drawn. */
export interface View {
  locale: Locale;
  zone: string;
  now: Date;
}

export type Draw = (view: View) => Card;

export interface Ctx {
  readonly actor: Actor;
  readonly now: Date;
  readonly log: Log;
  readonly where: Address | undefined;
  readonly registry: Registry;
  /** A new id with a readable prefix. */
  id(prefix: string): string;
  view(person?: string): Promise<View>;
  /** One live card per key and recipient: sent once, edited afterwards. */
  show(key: string, to: To, draw: Draw, options?: SendOptions): void;
  /** A new message; the key makes it happen once. */
  tell(key: string, to: To, draw: Draw, options?: SendOptions): void;
  attach(key: string, to: To, file: NamedFile): void;
  /** Into the calendars of all seats. The key is the appointment's: of its changes the newest counts. */
  book(key: string, booking: Booking): void;
  later<A>(job: Job<A>, args: A, when?: { at?: Date; key?: string }): void;
  record<A>(fact: Fact<A>, about: { about: string; ref?: string; data: A }): void;
  /** The bytes of a file that came with this event. */
  bytes(ref: FileRef): Promise<Buffer>;
  /** Where people are reached now; who has no account is missing from the answer. */
  reach(persons: readonly string[]): Promise<ReadonlyMap<string, Reach>>;
  /** Messages a minute that a platform takes, for estimates; `undefined` when it is not connected. */
  paceOf(platform: string): number | undefined;
  /** Calls that a platform's plan leaves this month, where it counts them. */
  callsLeft(platform: string): Promise<number | undefined>;
}

/** Everything that runs the product, handed in from `main`. */
export interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly entropy: EntropyOf;
  readonly registry: Registry;
  readonly directory: Directory;
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly log: Log;
}

export interface Cause {
  /** Of the inbound event or of the job. */
  id: string;
  actor: Actor;
  now: Date;
  event?: Inbound;
  /** The live card that was pressed: `<key>><person or room>`. */
  pressed?: string | undefined;
}

interface Message {
  kind: OutboxRow['kind'];
  key: string;
  to: To;
  draw?: Draw;
  file?: NamedFile;
  booking?: string;
  options: SendOptions;
}

/** What a handler asked for, until it is written. */
interface Wishes {
  messages: Map<string, Message>;
  bookings: Map<string, Booking>;
  jobs: ReturnType<typeof jobRow>[];
  /** Keys that name an intention: it may be queued already. */
  keys: Set<string>;
  facts: Parameters<typeof facts.insertAll>[0];
  /** Where people are reached, as far as it was read. */
  reached: Map<string, Reach>;
  /** Reads anew, whatever was read before. */
  reach: Ctx['reach'];
}

/** A context and what ends it: `flush` writes the rows and puts the redrawn pressed card into the reply. */
export function newContext(parts: Parts, cause: Cause): { ctx: Ctx; flush(reply: Reply): Promise<Reply> } {
  const { id, reach } = cause.actor;
  const reached = new Map(reach ? [[id, reach]] : []);
  const wishes: Wishes = {
    messages: new Map(),
    bookings: new Map(),
    jobs: [],
    keys: new Set(),
    facts: [],
    reached,
    async reach(persons) {
      const found = await parts.directory.reach(persons);
      for (const [person, at] of found) reached.set(person, at);
      return found;
    },
  };
  return { ctx: contextOf(parts, cause, wishes), flush: (reply) => flush(parts, cause, wishes, reply) };
}

function contextOf(parts: Parts, cause: Cause, wishes: Wishes): Ctx {
  const { registry } = parts;
  const entropy: Entropy = parts.entropy(cause.id);
  const note = (message: Message) => wishes.messages.set(`${message.key}>${subjectOf(message.to)}`, message);
  return {
    actor: cause.actor,
    now: cause.now,
    log: parts.log.child({ cause: cause.id }),
    where: cause.event?.where,
    registry,
    id: entropy.id,
    view: (person) => viewOf(parts, wishes, person ?? cause.actor.id, cause.now),
    show: (key, to, draw, options = {}) => note({ kind: 'show', key, to, draw, options }),
    tell: (key, to, draw, options = {}) => note({ kind: 'tell', key, to, draw, options }),
    attach: (key, to, file) => note({ kind: 'attach', key, to, file, options: {} }),
    book: (key, booking) => void wishes.bookings.set(key, booking),
    later(job, args, when = {}) {
      if (when.key) wishes.keys.add(when.key);
      wishes.jobs.push(jobRow(job, args, when.at ?? cause.now, when.key ?? entropy.id('job')));
    },
    record(fact, { about, ref, data }) {
      const row = fact.row(entropy.id('fact'), cause, about, ref, data);
      wishes.facts.push(row);
      for (const job of registry.after(fact.name)) {
        const news = { about, ref: ref ?? about, data, by: row.by };
        wishes.jobs.push(jobRow(job, news, cause.now, `${row._id}>${job.name}`));
      }
    },
    bytes: (ref) => adapterOf(parts, cause.event).fetchFile(ref),
    reach: wishes.reach,
    paceOf: (platform) => parts.adapters.get(platform)?.can.perMinute,
    callsLeft: async (platform) => parts.adapters.get(platform)?.callsLeft(),
  };
}

async function flush(parts: Parts, cause: Cause, wishes: Wishes, reply: Reply): Promise<Reply> {
  await facts.insertAll(wishes.facts);
  await insertNew(wishes.jobs, wishes.keys);
  const answered = { ...reply };
  const said = [...wishes.messages.values()];
  const messages = [...said, ...(await besideRooms(said, wishes)), ...(await bookings(parts, wishes))];
  const reach = await readReach(
    wishes,
    messages.flatMap(({ to }) => ('person' in to ? [to.person] : [])),
  );
  const rows = [];
  for (const message of messages) {
    const row = await toRow(parts, cause, message, answered, reach);
    if (row) rows.push(row);
  }
  await outbox.insertAll(rows);
  return answered;
}

async function bookings({ adapters }: Parts, wishes: Wishes): Promise<Message[]> {
  const all: Message[] = [];
  for (const [key, booking] of wishes.bookings) {
    const reached = await readReach(
      wishes,
      booking.seats.map((s) => s.person),
    );
    all.push(...booked(adapters, key, booking, reached).map((one) => ({ options: {}, ...one })));
  }
  return all;
}

/** Who is on another platform cannot be in the room: what the bot says there reaches them in their own conversation. */
async function besideRooms(messages: readonly Message[], wishes: Wishes): Promise<Message[]> {
  const beside: Message[] = [];
  for (const message of messages) {
    if (!('room' in message.to)) continue;
    const room = await rooms.must(message.to.room);
    const reached = await readReach(wishes, room.members);
    for (const person of room.members) {
      const reach = reached.get(person);
      if (reach && laneOf(reach) !== room.lane) beside.push({ ...message, to: { person } });
    }
  }
  return beside;
}

function adapterOf(parts: Parts, event: Inbound | undefined): Adapter {
  const adapter = event && parts.adapters.get(event.where.platform);
  if (!adapter) throw new Error('No platform at hand to fetch a file from.');
  return adapter;
}

/** A job's key names an intention: one that is queued already stays as it is. */
async function insertNew(rows: ReturnType<typeof jobRow>[], named: ReadonlySet<string>): Promise<void> {
  const unique = [...new Map(rows.map((row) => [row._id, row])).values()];
  const known = named.size > 0 ? await jobs.find({ _id: { $in: [...named] } }) : [];
  const there = new Set(known.map((row) => row._id));
  await jobs.insertAll(unique.filter((row) => !there.has(row._id)));
}

/** Where these people are reached; reads only who was not read before. */
async function readReach({ reached, reach }: Wishes, persons: readonly string[]): Promise<Wishes['reached']> {
  const unknown = persons.filter((person) => !reached.has(person));
  if (unknown.length > 0) await reach(unknown);
  return reached;
}

async function viewOf({ directory }: Parts, wishes: Wishes, person: string, now: Date): Promise<View> {
  const found = (await readReach(wishes, [person])).get(person) ?? (await directory.organisation());
  return { locale: found.locale, zone: found.zone, now };
}

async function toRow(
  parts: Parts,
  cause: Cause,
  message: Message,
  reply: Reply,
  reached: ReadonlyMap<string, Reach>,
) {
  const { to } = message;
  const reach = 'person' in to ? reached.get(to.person) : undefined;
  if ('person' in to && !reach) return undefined;
  const lane = reach ? laneOf(reach) : (await rooms.must(subjectOf(to))).lane;
  const { locale, zone } = reach ?? (await parts.directory.organisation());
  const drawn = message.draw?.({ locale, zone, now: cause.now });
  const platform = parts.adapters.get(lane.split(':')[0] ?? '');
  const card = drawn && platform ? fitted(drawn, platform.can.limits) : drawn;
  const pressed = message.kind === 'show' && isPressed(message, cause);
  if (pressed && card) reply.card = card;
  return outboxRow({
    cause,
    message,
    lane,
    card,
    options: message.options,
    reach,
    answered: pressed ? cause.id : undefined,
  });
}

/** Is this the card that was just pressed? Then it goes back in the answer itself. */
const isPressed = ({ key, to }: Message, { pressed }: Cause): boolean =>
  pressed === `${key}>${subjectOf(to)}`;
