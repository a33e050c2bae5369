/**
 * The console in the browser: a small chat of our own, on which the whole product can be tried without any account.
 * For the core it is a platform like the others; everything it shows is stored, so a reload shows the same.
 */
import type { Connection } from 'mongoose';
import { type Adapter, type Bot, type HttpRoute, PlatformError } from '../../src/core/platform.ts';
import { answersOf } from './answers.ts';
import { can } from './can.ts';
import { directory } from './directory.ts';
import { dispatcher } from './dispatch.ts';
import { eventsOf } from './events.ts';
import { feedOf } from './feed.ts';
import { filesOf } from './files.ts';
import { collectionsOf, createIndexes, type ItemRow } from './model.ts';
import { reading } from './reading.ts';
import { receiving } from './receive.ts';
import { roomsOf } from './rooms.ts';
import { sending } from './send.ts';
import { sequence } from './sequence.ts';
import { tryout } from './tryout.ts';
import { unreadOf } from './unread.ts';

/** A person as the console shows them. */
export interface ConsolePerson {
  id: string;
  name: string;
  unit: string;
  title: string;
  locale: 'en' | 'zh';
  timeZone: string;
  roles: string[];
  managerId?: string;
}

/** What the console needs from the rest of the product; the main program hands it over. */
export interface ConsolePorts {
  connection: Connection;
  people(): Promise<ConsolePerson[]>;
  /** The product's clock. */
  now(): Date;
  /** Texts and cards are stored sealed: for the person who sees them, or for the room. */
  sealing: {
    seal(subject: string, context: string, text: string): Promise<string>;
    open(subject: string, context: string, sealed: string): Promise<string>;
  };
  /** Only where the product is tried out. A RangeError says in one sentence why the clock does not go there. */
  clock?: {
    read(): Promise<{ now: Date; next?: Date }>;
    move(to: { to: string } | { by: string }): Promise<{ now: Date; ran: number }>;
  };
  /** Does what the others owe in this phase. */
  play?(people?: string[]): Promise<{ person: string; what: string }[]>;
  /** Resolves when no message waits to be sent. */
  settled(): Promise<void>;
  log: {
    info(o: object, msg: string): void;
    warn(o: object, msg: string): void;
    error(o: object, msg: string): void;
  };
}

export interface ConsoleOptions {
  /** Where the server listens: beyond this computer a token is needed. */
  host: string;
  token?: string;
  /** The directory that holds `dist` and `adapters/web/page`. */
  pageRoot: string;
}

function assembled(ports: ConsolePorts) {
  const collections = collectionsOf(ports.connection);
  const order = sequence();
  const events = eventsOf();
  const rooms = roomsOf(collections.rooms, order, (person, seq) => {
    unread.forget(person);
    events.tell(person, seq);
  });
  const readersOf = (audience: string) =>
    rooms.get(audience)?.members.map((member) => member.person) ?? [audience.slice('dm:'.length)];
  const unread = unreadOf({ collections, rooms, order, readersOf });
  const files = filesOf(collections.files);

  function changed(row: Pick<ItemRow, 'audience' | 'from'>, seq: number, isNew: boolean): void {
    for (const person of readersOf(row.audience)) {
      if (isNew && person !== row.from) unread.came(person);
      events.tell(person, seq);
    }
  }

  const feed = feedOf({ collections, files, rooms, order, sealing: ports.sealing, log: ports.log, changed });
  const once = answersOf({ model: collections.answers, sealing: ports.sealing });
  return { collections, order, events, rooms, unread, files, feed, once };
}

export function webAdapter(options: ConsoleOptions, ports: ConsolePorts): Adapter & { routes: HttpRoute[] } {
  let connected: Bot | undefined;
  const parts = assembled(ports);
  const who = directory(ports.people);
  const now = () => ports.now();
  const bot = () => {
    if (!connected) throw new PlatformError('retry', 'the console has not been started');
    return connected;
  };
  const handle = dispatcher(options, ports.log, () => connected !== undefined, who.personOf, [
    ...reading({ ...parts, ...who, bot, now }),
    ...receiving({ ...parts, bot, now }),
    ...tryout({ ports, once: parts.once, personOf: who.personOf }),
  ]);
  return {
    name: 'web',
    can,
    async start(to) {
      await createIndexes(parts.collections);
      await parts.feed.open();
      await parts.rooms.open();
      await parts.unread.open();
      parts.events.start();
      connected = to;
    },
    async stop() {
      connected = undefined;
      parts.events.stop();
    },
    ...sending({ ...parts, now }),
    routes: [
      { method: 'ALL', path: '/api/*', handle },
      { method: 'GET', path: '/', handle },
      { method: 'GET', path: '/page/*', handle },
    ],
  };
}
