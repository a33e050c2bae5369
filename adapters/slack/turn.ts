/** One delivery of Slack's on its way to the bot and back. */
import type { Log } from '../../src/core/log.ts';
import type { Bot, Inbound, PlatformPorts } from '../../src/core/platform.ts';
import type { Clients } from './clients.ts';
import type { Conversations } from './conversations.ts';
import type { Drawing } from './drawing.ts';
import type { Installs } from './installs.ts';
import type { Kept } from './kept.ts';

export interface Parts {
  ports: PlatformPorts;
  log: Log;
  apiUrl: string | undefined;
  bot(): Bot;
  clients: Clients;
  installs: Installs;
  kept: Kept;
  drawing: Drawing;
  conversations: Conversations;
  /** Events whose answers were brought to where they belong. */
  brought: Set<string>;
  /** Forms that were not accepted: by what was sent, the how-manieth try it was, and which delivery that was. */
  refusals: Map<string, { nth: number; trigger: string | undefined }>;
  /** Strangers who were told that they are not known. */
  greeted: Set<string>;
}

export interface Turn {
  /** Answers Slack; once, and the first answer counts. */
  ack(answer?: unknown): Promise<void>;
  /** What follows once Slack has been answered; nobody waits for it, its failure is logged. */
  after(what: () => Promise<void>): void;
  /** Milliseconds since it arrived. */
  spent(): number;
  /** Socket Mode has no answer but the ack, and no second delivery of what a person did: it is answered in time, come what may. */
  hurried: boolean;
}

/** Slack takes an ack for three seconds. */
export const ackWithinMs = 2500;

export const pause = (ms: number): Promise<undefined> =>
  new Promise((done) => {
    setTimeout(() => done(undefined), Math.max(0, ms)).unref();
  });

/** The bot's word for what broke, where it has one. */
export const sorryOf = (e: unknown): string | undefined =>
  (e as { reply?: { toast?: string } } | null)?.reply?.toast;

export const arrived = (
  id: string,
  at: Date,
  from: string,
  tenant: string,
  channel: string,
  thread?: string,
) => ({
  id: `slack:${id}`,
  at,
  from,
  where: { platform: 'slack', tenant, channel, ...(thread && { thread }) } satisfies Inbound['where'],
});
