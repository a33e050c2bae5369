/** What a person reads: the list of people, their feed, their home, their files, and the news. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Bot } from '../../src/core/platform.ts';
import type { Answers } from './answers.ts';
import { uploadOf } from './body.ts';
import type { Events } from './events.ts';
import { audiencesOf, dm, type Feed } from './feed.ts';
import type { Files } from './files.ts';
import { answered, type Call, type PersonCall, type Route, Trouble } from './http.ts';
import type { ConsolePerson } from './index.ts';
import type { Rooms } from './rooms.ts';
import { addressOf } from './send.ts';
import type { Unread } from './unread.ts';

export interface ReadingParts {
  bot(): Bot;
  people(): Promise<ConsolePerson[]>;
  personOf(id: string): Promise<ConsolePerson>;
  feed: Feed;
  rooms: Rooms;
  unread: Unread;
  files: Files;
  events: Events;
  once: Answers;
  now(): Date;
}

const AFTER = z.object({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0) });
const AS = z.object({ as: z.string().min(1).max(200) });
/** Files are held in memory while they arrive. */
const UPLOADS_AT_ONCE = 4;

const queryOf = ({ url }: Call): Record<string, string> => Object.fromEntries(url.searchParams);

async function people({ people, unread }: ReadingParts): Promise<Response> {
  const list: (ConsolePerson & { unread: number })[] = [];
  // One after another: this is asked often, and the counts are mostly in memory.
  for (const person of await people()) list.push({ ...person, unread: await unread.of(person.id) });
  return answered(200, list);
}

async function feed({ feed, rooms, unread }: ReadingParts, call: PersonCall): Promise<Response> {
  const { id } = call.person;
  const { seq, items } = await feed.since(id, AFTER.parse(queryOf(call)).after);
  await unread.read(id, seq);
  const mine = rooms.of(id).map((room) => ({
    id: room._id,
    name: room.name,
    members: room.members.map((member) => member.person),
  }));
  return answered(200, { seq, items, rooms: mine });
}

async function home(parts: ReadingParts, call: PersonCall): Promise<Response> {
  const { id: from } = call.person;
  const arrived = { id: `web:${from}:${randomUUID()}`, at: parts.now(), from, where: addressOf(dm(from)) };
  const e = { ...arrived, kind: 'home' } as const;
  const bot = parts.bot();
  const { card = null } = await bot.receive(e);
  call.afterwards.push(() => bot.acked(e));
  return answered(200, { card });
}

const attachment = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
};

async function download({ files, rooms, personOf }: ReadingParts, call: Call): Promise<Response> {
  const { id } = await personOf(AS.parse(queryOf(call)).as);
  const { name, type, bytes } = await files.visible(call.params.file ?? '', id, audiencesOf(rooms, id));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': attachment(name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    },
  });
}

function uploading({ files, once }: ReadingParts): (call: PersonCall) => Promise<Response> {
  let underWay = 0;
  return async (call) => {
    if (underWay >= UPLOADS_AT_ONCE) throw new Trouble('tooFast');
    underWay += 1;
    try {
      const file = await uploadOf(call);
      const run = async () => {
        const bytes = Buffer.from(await file.arrayBuffer());
        const { id } = await files.keep({ name: file.name, type: file.type, bytes }, call.person.id);
        return { file: id };
      };
      return await once(call, { who: call.person.id, again: 'runs once', run });
    } finally {
      underWay -= 1;
    }
  };
}

export const reading = (parts: ReadingParts): Route[] => [
  { method: 'GET', path: '/api/people', needs: 'nothing', run: () => people(parts) },
  { method: 'GET', path: '/api/people/:id/feed', needs: 'person', run: (call) => feed(parts, call) },
  { method: 'GET', path: '/api/people/:id/home', needs: 'person', run: (call) => home(parts, call) },
  { method: 'POST', path: '/api/people/:id/files', needs: 'person', run: uploading(parts) },
  { method: 'GET', path: '/api/files/:file', needs: 'nothing', run: (call) => download(parts, call) },
  {
    method: 'GET',
    path: '/api/events',
    needs: 'nothing',
    run: ({ request }) => parts.events.subscribe(request.signal),
  },
];
