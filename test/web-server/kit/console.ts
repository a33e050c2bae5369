/** A console on a store of its own, with a scripted bot, three people and a clock that stands still. */
import type { Connection } from 'mongoose';
import { type ConsolePerson, type ConsolePorts, webAdapter } from '../../../adapters/web/index.ts';
import type { Card } from '../../../src/core/card.ts';
import { md } from '../../../src/core/md.ts';
import { scriptedBot } from './bot.ts';
import { get, post, served } from './visit.ts';

const someone = (id: string, locale: 'en' | 'zh' = 'en'): ConsolePerson => ({
  id,
  name: id.toUpperCase(),
  unit: 'Support',
  title: 'Agent',
  locale,
  timeZone: 'Asia/Shanghai',
  roles: ['employee'],
});

export const PEOPLE = [someone('ann'), someone('bo'), someone('chen', 'zh')];
export const START = new Date('2027-01-04T01:00:00Z');

/** Seals so that a test can see whom for, and notices a wrong subject or place. */
export const sealing: ConsolePorts['sealing'] = {
  seal: async (subject, context, text) =>
    `sealed ${Buffer.from(JSON.stringify([subject, context, text])).toString('base64')}`,
  async open(subject, context, sealed) {
    const [s, c, text] = JSON.parse(Buffer.from(sealed.slice(7), 'base64').toString()) as string[];
    if (s !== subject || c !== context || text === undefined) throw new Error('cannot be opened');
    return text;
  },
};

export const cardOf = (title: string, token = 'goals.agree {}'): Card => ({
  title,
  blocks: [
    { type: 'text', text: md`${title}` },
    { type: 'actions', items: [{ label: 'Agree', token }] },
  ],
});

export interface Shown {
  seq: number;
  at: string;
  key: string;
  from: string;
  room?: string;
  text?: string;
  card?: Card;
  files?: { file: string; name: string; type: string; size: number }[];
  edited: boolean;
}

export interface FeedBody {
  seq: number;
  items: Shown[];
  rooms: { id: string; name: string; members: string[] }[];
}

export interface Got<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}

export async function openConsole(
  connection: Connection,
  changes: Partial<ConsolePorts> = {},
  host = '127.0.0.1',
) {
  const bot = scriptedBot();
  const clock = { now: START };
  const errors: string[] = [];
  const ports: ConsolePorts = {
    connection,
    people: async () => PEOPLE,
    now: () => clock.now,
    sealing,
    settled: async () => undefined,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (about, msg) => errors.push(`${msg}: ${(about as { err?: Error }).err?.stack}`),
    },
    ...changes,
  };
  const token = host === '127.0.0.1' ? {} : { token: 't'.repeat(32) };
  const web = webAdapter({ host, pageRoot: '.', ...token }, ports);
  await web.start(bot);
  const handle = served(web.routes);

  async function ask<T = Record<string, unknown>>(request: Request): Promise<Got<T>> {
    const response = await handle(request);
    return { status: response.status, body: (await response.json()) as T, headers: response.headers };
  }
  const of = (id: string, what: string) => `/api/people/${encodeURIComponent(id)}/${what}`;
  return {
    web,
    bot,
    clock,
    errors,
    handle,
    ask,
    of,
    feed: async (id: string, after = 0) => (await ask<FeedBody>(get(of(id, `feed?after=${after}`)))).body,
    say: (id: string, body: object, headers = {}) => ask(post(of(id, 'say'), body, headers)),
    press: (id: string, body: object, headers = {}) => ask(post(of(id, 'press'), body, headers)),
    submit: (id: string, body: object, headers = {}) => ask(post(of(id, 'submit'), body, headers)),
    async unread(id: string): Promise<number | undefined> {
      const { body } = await ask<{ id: string; unread: number }[]>(get('/api/people'));
      return body.find((person) => person.id === id)?.unread;
    },
    async dm(id: string, card: Card, key: string) {
      return web.send(await web.direct(id, 'local'), card, key);
    },
  };
}

export type Console = Awaited<ReturnType<typeof openConsole>>;

/** Lets what was put off to the next turns happen. */
export const turns = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
