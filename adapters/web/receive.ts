/** What people do on the page becomes an `Inbound`; what the bot answers at once becomes the response. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Reply } from '../../src/core/card.ts';
import { md } from '../../src/core/md.ts';
import type { Bot, FileRef, Inbound } from '../../src/core/platform.ts';
import type { Answers } from './answers.ts';
import { jsonOf } from './body.ts';
import { can } from './can.ts';
import { commandIn } from './command.ts';
import { dm, type Feed } from './feed.ts';
import { type Files, isFileId } from './files.ts';
import { type PersonCall, type Route, Trouble } from './http.ts';
import type { ItemRow } from './model.ts';
import { has, type Rooms } from './rooms.ts';
import { addressOf, receiptOf } from './send.ts';
import type { Sequence } from './sequence.ts';

const { limits } = can;
const itemKey = z.string().min(1).max(500);
const fieldText = z.string().max(limits.text);

const SAY = z.object({
  text: fieldText.default(''),
  room: itemKey.optional(),
  replyTo: itemKey.optional(),
  files: z.array(z.string().max(100)).max(10).default([]),
});
const PRESS = z.object({
  token: z.string().min(1).max(limits.token),
  value: fieldText.optional(),
  on: itemKey.optional(),
});
const SUBMIT = z.object({
  token: z.string().min(1).max(limits.token),
  values: z.record(
    z.string().max(200),
    z.union([fieldText, z.array(fieldText).max(limits.options), z.number()]),
  ),
  on: itemKey.optional(),
});

export interface ReceiveParts {
  bot(): Bot;
  feed: Feed;
  files: Files;
  rooms: Rooms;
  order: Sequence;
  once: Answers;
  now(): Date;
}

type Said = z.infer<typeof SAY>;
type Pressed = z.infer<typeof PRESS>;
type Sent = z.infer<typeof SUBMIT>;
type Where = { audience: string; room?: string };

/** One deed of one person, with the id that is the same when it is sent again. */
interface Deed {
  call: PersonCall;
  id: string;
}

async function tell(parts: ReceiveParts, { call }: Deed, e: Inbound): Promise<Reply> {
  const bot = parts.bot();
  const reply = await bot.receive(e);
  call.afterwards.push(() => bot.acked(e));
  return reply;
}

const arrived = ({ call, id }: Deed, at: Date, channel: string) => ({
  id,
  at,
  from: call.person.id,
  where: addressOf(channel),
});

/** What answers no card of the feed stays as an item of its own, for this person's eyes: a sentence, too, is not lost. */
async function keepAnswer(parts: ReceiveParts, e: Inbound, reply: Reply, room?: string): Promise<void> {
  const spoken = reply.toast && e.kind !== 'submit' ? { text: md`${reply.toast}` } : undefined;
  const said = reply.card ? { card: reply.card } : spoken;
  if (!said) return;
  const where = { audience: dm(e.from), ...(room ? { room } : {}) };
  await parts.feed.add({ key: `answer:${e.id}`, at: parts.now(), from: 'bot', ...where, ...said });
}

async function placeOf({ feed, rooms }: ReceiveParts, { person }: PersonCall, said: Said): Promise<Where> {
  if (said.replyTo && !(await feed.visible(said.replyTo, person.id))) throw new Trouble('noItem');
  if (!said.room) return { audience: dm(person.id) };
  const room = rooms.get(said.room);
  if (!room || !has(room, person.id)) throw new Trouble('noRoom');
  return { audience: room._id, room: room._id };
}

function heard(deed: Deed, at: Date, where: Where, { text, replyTo }: Said, refs: FileRef[]): Inbound {
  const common = { ...arrived(deed, at, where.audience), ...(refs.length > 0 ? { files: refs } : {}) };
  const command = commandIn(text);
  if (command !== undefined) return { ...common, kind: 'command', name: 'perf', text: command };
  const reply = replyTo ? { replyTo } : {};
  const message = { text, messageId: deed.id, direct: where.room === undefined, edited: false };
  return { ...common, kind: 'message', ...message, ...reply };
}

async function say(parts: ReceiveParts, deed: Deed, said: Said): Promise<Reply> {
  const { feed, order } = parts;
  if (!said.text.trim() && said.files.length === 0) throw new Trouble('emptyMessage');
  const where = await placeOf(parts, deed.call, said);
  const files = await parts.files.own(said.files, deed.call.person.id);
  const e = heard(deed, parts.now(), where, said, files);
  // What is typed to the bot alone stays between the two, in a room too.
  const seen = e.kind === 'command' ? { ...where, audience: dm(e.from) } : where;
  // Its place is taken now, so that the bot's answer comes after it; it is written once the bot has it.
  const place = order.take();
  try {
    const reply = await tell(parts, deed, e);
    await feed.add({ key: e.id, at: e.at, from: e.from, ...seen, text: said.text, files }, place);
    await keepAnswer(parts, e, reply, where.room);
    return reply;
  } finally {
    order.done(place);
  }
}

/** The card under the finger: of the bot, and in this person's sight. */
async function cardUnder(
  { feed }: ReceiveParts,
  person: string,
  key: string | undefined,
): Promise<ItemRow | undefined> {
  if (key === undefined) return undefined;
  const row = await feed.visible(key, person);
  if (row?.from !== 'bot') throw new Trouble('noItem');
  return row;
}

const onOf = (row: ItemRow | undefined) => (row ? { on: receiptOf(row) } : {});
const channelOf = (row: ItemRow | undefined, person: string) => row?.room ?? row?.audience ?? dm(person);

async function press(parts: ReceiveParts, deed: Deed, { token, value, on }: Pressed): Promise<Reply> {
  const person = deed.call.person.id;
  const row = await cardUnder(parts, person, on);
  const common = { ...arrived(deed, parts.now(), channelOf(row, person)), ...onOf(row) };
  const reply = await tell(parts, deed, {
    ...common,
    kind: 'press',
    token,
    ...(value === undefined ? {} : { value }),
  });
  // Without a card in the feed it is the home card, which the page draws from the answer.
  if (reply.card && row) await parts.feed.replace(row._id, reply.card);
  return reply;
}

async function submit(parts: ReceiveParts, deed: Deed, { token, values, on }: Sent): Promise<Reply> {
  const person = deed.call.person.id;
  const row = await cardUnder(parts, person, on);
  await parts.files.own(Object.values(values).flat().filter(isFileId), person);
  const common = { ...arrived(deed, parts.now(), channelOf(row, person)), ...onOf(row) };
  const e: Inbound = { ...common, kind: 'submit', token, values };
  const reply = await tell(parts, deed, e);
  if (reply.card && row) await parts.feed.replace(row._id, reply.card);
  else await keepAnswer(parts, e, reply);
  return reply;
}

function posted<S extends z.ZodType>(
  parts: ReceiveParts,
  name: string,
  shape: S,
  run: (parts: ReceiveParts, deed: Deed, body: z.infer<S>) => Promise<Reply>,
): Route {
  return {
    method: 'POST',
    path: `/api/people/:id/${name}`,
    needs: 'person',
    async run(call) {
      const body = await jsonOf(call, shape);
      const deed = (key = randomUUID() as string) => ({ call, id: `web:${call.person.id}:${key}` });
      // The bot knows the event by its id, so a deed that was cut off is simply told again.
      return parts.once(call, {
        who: call.person.id,
        again: 'may run again',
        run: (key) => run(parts, deed(key), body),
      });
    },
  };
}

export const receiving = (parts: ReceiveParts): Route[] => [
  posted(parts, 'say', SAY, say),
  posted(parts, 'press', PRESS, press),
  posted(parts, 'submit', SUBMIT, submit),
];
