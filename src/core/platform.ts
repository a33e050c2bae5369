/**
 * What the core asks of a platform, and what a platform tells the core. Every member is required: a missing capability
 * must not surface in front of a person, so differences are data (`can`).
 */
import type { Connection } from 'mongoose';
import type { Card, Option, Reply } from './card.ts';
import type { Locale } from './i18n.ts';
import type { Log } from './log.ts';

export interface Address {
  platform: string;
  /** Slack workspace, Feishu tenant, `local` on the web. */
  tenant: string;
  channel: string;
  thread?: string;
}

export interface Receipt {
  at: Address;
  messageId: string;
  sentAt: Date;
}

export interface FileRef {
  id: string;
  name: string;
  type: string;
  size: number;
}

export interface NamedFile {
  name: string;
  type: string;
  bytes: Buffer;
}

interface Arrived {
  /** The same on every redelivery of the same event. */
  id: string;
  at: Date;
  /** The platform's account of who did it. */
  from: string;
  where: Address;
}

export type Inbound = Arrived &
  (
    | {
        kind: 'message';
        text: string;
        messageId: string;
        /** Between this person and the bot alone; what is said elsewhere is heard in the bot's own rooms only. */
        direct: boolean;
        /** It names the bot. */
        addressed?: boolean;
        replyTo?: string;
        edited: boolean;
        files?: FileRef[];
      }
    | { kind: 'command'; name: string; text: string; files?: FileRef[] }
    | { kind: 'home' }
    | { kind: 'press'; token: string; value?: string; on?: Receipt }
    | { kind: 'submit'; token: string; values: Record<string, unknown>; on?: Receipt }
  );

export interface Capabilities {
  forms: 'modal' | 'card' | 'page';
  /** A message older than this is sent anew instead of edited. */
  editableDays: number;
  hearsEdits: boolean;
  /** What answers a message at once is shown at once; elsewhere it goes through the outbox. */
  answersMessages: boolean;
  /** Messages a minute that one lane may send; `Infinity` where nobody counts. */
  perMinute: number;
  /** The limit is not known: begin with `perMinute`, learn from being refused. */
  learnsPace: boolean;
  /** Between two messages to one person or room, in milliseconds. */
  gapMs: number;
  /** Sends of one lane that may be under way at once. */
  atOnce: number;
  limits: Limits;
}

export interface Limits {
  cardBytes: number;
  elements: number;
  /** Characters of one text block. */
  text: number;
  buttons: number;
  options: number;
  token: number;
}

export interface Bot {
  receive(e: Inbound): Promise<Reply>;
  /** Does this button, or this typed command, answer with a form? Known without the store, so its window may open first. */
  opens(what: { token: string } | { command: string }): boolean;
  /** Members of the tenant came, went or changed; `id` is the same on every redelivery of that news. */
  changed(of: Tenant, id: string): Promise<void>;
  /** The answer reached the platform; only now may edits follow. */
  acked(e: Inbound): void;
}

export interface HttpRoute {
  method: 'GET' | 'POST' | 'ALL';
  path: string;
  handle(request: Request): Promise<Response> | Response;
}

export interface Tenant {
  platform: string;
  /** Slack workspace, Feishu tenant, `local` on the web. */
  tenant: string;
}

/** A member of a tenant as the platform knows them; bots, guests and strangers are none. */
export interface Member {
  account: string;
  name: string;
  /** In lower case; what links the accounts of one person. */
  email?: string;
  title?: string;
  unit?: string;
  locale?: 'en' | 'zh';
  /** IANA name. */
  zone?: string;
  /** Account of the manager, where the platform keeps one. */
  manager?: string;
  /** Runs the workspace: HR until there is somebody else. */
  admin?: boolean;
  /** May no longer use the platform. */
  gone: boolean;
}

/** A conversation in the calendars of those who take part. */
export interface Appointment {
  /** The same for every change of one conversation. */
  uid: string;
  /** Grows with every change. */
  sequence: number;
  /** Calendars are read by many: nothing in it says what the conversation is about. */
  title: string;
  start: Date;
  end: Date;
  place?: string;
  cancelled: boolean;
}

/** One line of `npm run doctor`. */
export interface Finding {
  well: boolean;
  /** What was looked at, and when it is not well, what to do about it and where to click. */
  text: string;
}

/** What a platform's adapter is given by the product. */
export interface PlatformPorts {
  connection: Connection;
  log: Log;
  /** The product's clock; a platform's own deadlines are measured by the machine's. */
  now(): Date;
  /** Tokens and texts are stored sealed: for a person, a room or a tenant (`subject`), bound to a place (`about`). */
  sealing: {
    seal(subject: string, about: string, text: string): Promise<string>;
    open(subject: string, about: string, sealed: string): Promise<string>;
  };
  /** Persons by id, with their account in this tenant if they have one there. */
  persons(
    of: Tenant,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { name: string; account?: string }>>;
  /**
   * Persons without an account in this tenant, whom its own pickers cannot offer: by a piece of their name or address, or
   * with nothing typed some who are reached elsewhere.
   */
  elsewhere(of: Tenant, typed: string): Promise<Option[]>;
  /** Ids of persons by their accounts in this tenant; unknown ones are missing. */
  personIds(of: Tenant, accounts: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The language of whoever reads there: a member's own, else the organisation's. */
  localeOf(of: Tenant, account: string | undefined): Promise<Locale>;
}

export interface Adapter {
  readonly name: string;
  readonly can: Capabilities;
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
  /**
   * The same key is the same message. `again`: it may be there already (an unknown outcome, or the process died in
   * between), so look for it or reuse the platform's idempotency key.
   */
  send(to: Address, card: Card, key: string, again?: boolean): Promise<Receipt>;
  edit(sent: Receipt, card: Card): Promise<void>;
  direct(account: string, tenant: string): Promise<Address>;
  /** Finds or makes the private room of this key. */
  room(tenant: string, key: string, name: string, members: string[]): Promise<Address>;
  invite(room: Address, members: string[]): Promise<void>;
  /** Whoever is not in it any more is none the worse. */
  remove(room: Address, members: string[]): Promise<void>;
  attach(to: Address, file: NamedFile, key: string, again?: boolean): Promise<Receipt>;
  /**
   * Makes, moves or takes back one event in the calendars of these accounts; an older sequence than the one that stands
   * there changes nothing. A platform without calendars has none of it: its people get a file.
   */
  book?(tenant: string, appointment: Appointment, accounts: string[]): Promise<void>;
  fetchFile(ref: FileRef): Promise<Buffer>;
  /** Tenants that the bot serves now. */
  tenants(): Promise<string[]>;
  /** Everybody of a tenant, those who are gone too; none where people are not kept by the platform. */
  members(tenant: string): Promise<Member[]>;
  /** What is left of a plan that counts calls by the month; `undefined` where nobody counts. */
  callsLeft(): Promise<number | undefined>;
  /** Looks at tokens, permissions and settings by using them. */
  examine(): Promise<Finding[]>;
  readonly routes?: HttpRoute[];
}

export type PlatformTrouble = 'retry' | 'unknown' | 'unsure' | 'gone' | 'denied' | 'broken';

/**
 * What went wrong on the way to a platform. `retry`: not accepted, try again (at `retryAt`); `unknown`: perhaps
 * accepted, ask again; `unsure`: perhaps accepted, and nobody can find out; `gone`: the message or person is no more; `denied`: not allowed; `broken`: the platform refuses this content.
 */
export class PlatformError extends Error {
  readonly kind: PlatformTrouble;
  readonly retryAt: Date | undefined;
  constructor(kind: PlatformTrouble, message: string, retryAt?: Date) {
    super(message);
    this.kind = kind;
    this.retryAt = retryAt;
  }
}
