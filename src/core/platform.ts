/**
 * What the core asks of a platform, and what a platform tells the core. Every member is required: a missing capability
 * must not surface in front of a person, so differences are data (`can`).
 */
import type { Card, Reply } from './card.ts';

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
  /** Messages a minute that one lane may send; `Infinity` where nobody counts. */
  perMinute: number;
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
  /** The answer reached the platform; only now may edits follow. */
  acked(e: Inbound): void;
}

export interface HttpRoute {
  method: 'GET' | 'POST' | 'ALL';
  path: string;
  handle(request: Request): Promise<Response> | Response;
}

export interface Adapter {
  readonly name: string;
  readonly can: Capabilities;
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
  /** Called again with the same key after an unknown outcome: find the message or reuse the idempotency key. */
  send(to: Address, card: Card, key: string): Promise<Receipt>;
  edit(sent: Receipt, card: Card): Promise<void>;
  direct(account: string): Promise<Address>;
  room(key: string, name: string, members: string[]): Promise<Address>;
  invite(room: Address, members: string[]): Promise<void>;
  attach(to: Address, file: NamedFile, key: string): Promise<Receipt>;
  fetchFile(ref: FileRef): Promise<Buffer>;
  readonly routes?: HttpRoute[];
}

export type PlatformTrouble = 'retry' | 'unknown' | 'gone' | 'denied' | 'broken';

/**
 * What went wrong on the way to a platform. `retry`: not accepted, try again (at `retryAt`); `unknown`: perhaps
 * accepted; `gone`: the message or person is no more; `denied`: not allowed; `broken`: the platform refuses this content.
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
