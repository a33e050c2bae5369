/** Messages: create, reply, patch, look, recall, and the delayed update of a card that was pressed. */
import { z } from 'zod';
import { checkCard, parseCard } from './card.ts';
import { isObject, type Json } from './checks.ts';
import { CardFault, Refused } from './codes.ts';
import { type Call, parsed, type Route } from './route.ts';
import { addMessage, type Chat, type Message, p2pOf, type State, type User } from './state.ts';

const hourMs = 3_600_000;
const editableMs = 14 * 24 * hourMs;
const sending = ['im:message', 'im:message:send_as_bot', 'im:message:send'];

const sent = z.object({
  msg_type: z.enum([
    'text',
    'post',
    'image',
    'file',
    'interactive',
    'audio',
    'media',
    'sticker',
    'share_chat',
    'share_user',
    'system',
  ]),
  content: z.string().min(1),
  uuid: z.string().max(50).optional(),
});
const create = sent.extend({ receive_id: z.string().min(1) });
const reply = sent.extend({ reply_in_thread: z.boolean().optional() });

/** @throws Refused when this app may not write there */
export function reachable(user: User | undefined, id: string): User {
  if (!user) throw new Refused(id.startsWith('ou_') ? 'idOfOtherApp' : 'idUnknown', `[${id}]`);
  if (user.resigned) throw new Refused('resigned');
  if (!user.available || user.frozen) throw new Refused('notAvailable');
  if (user.blocked) throw new Refused('blocked');
  return user;
}

const byId: Record<string, (state: State, id: string) => User | undefined> = {
  open_id: ({ users }, id) => users.get(id),
  union_id: ({ users }, id) => [...users.values()].find((u) => u.unionId === id),
  user_id: ({ users }, id) => [...users.values()].find((u) => u.userId === id),
  email: ({ users }, id) => [...users.values()].find((u) => u.email === id),
};

function chatFor(state: State, type: string | undefined, id: string): Chat {
  if (type !== 'chat_id') {
    const find = byId[type ?? ''];
    if (!find) throw new Refused('fieldInvalid', ': receive_id_type is required');
    return p2pOf(state, reachable(find(state, id), id).openId);
  }
  const chat = state.chats.get(id);
  if (!chat) throw new Refused('parameter', ` invalid receive_id [${id}]`);
  return openChat(state, chat);
}

function openChat(state: State, chat: Chat): Chat {
  if (chat.dissolved || !chat.withBot) throw new Refused('notInChat');
  const [member = ''] = chat.members;
  if (chat.type === 'p2p') reachable(state.users.get(member), member);
  return chat;
}

/** @throws Refused as Feishu says it: the inner code in `ext` */
function cardOf(content: string, size: number): Json {
  try {
    return parseCard(content, size);
  } catch (e) {
    if (!(e instanceof CardFault)) throw e;
    if (e.code === 230025) throw new Refused('tooLong', ` ${e.message}`);
    throw new Refused('card', e.ext);
  }
}

const textBytes = 150 * 1024;
function checkContent(state: State, type: string, content: string, size: number): Json | undefined {
  if (type === 'interactive') return cardOf(content, size);
  if (size > textBytes) throw new Refused('tooLong');
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new Refused('parameter', ' content is not a string in json format');
  }
  if (!isObject(value)) throw new Refused('parameter', ' content is no object');
  const key = type === 'file' ? value.file_key : type === 'image' ? value.image_key : undefined;
  if ((type === 'file' || type === 'image') && !state.stored.has(String(key)))
    throw new Refused('parameter', ` invalid ${type}_key`);
  if (type === 'text' && !value.text) throw new Refused('parameter', ' text is empty');
  return undefined;
}

/** One uuid makes one message an hour; the same answer again, and no second message. */
function once(state: State, uuid: string | undefined, make: () => Message): Message {
  const now = state.clock.now();
  const known = uuid && state.uuids.get(uuid);
  if (known && known.until > now) return state.messages.get(known.made) as Message;
  const message = make();
  if (uuid) state.uuids.set(uuid, { until: now + hourMs, made: message.id });
  return message;
}

type Sent = z.infer<typeof sent>;
function post(
  state: State,
  chat: Chat,
  { msg_type, content, uuid }: Sent,
  { limits, size }: Call,
  about: Partial<Message> = {},
) {
  limits.target(chat.id);
  const card = checkContent(state, msg_type, content, size);
  const message = once(state, uuid, () =>
    addMessage(state, {
      ...about,
      chat: chat.id,
      from: 'bot',
      type: msg_type,
      content,
      ...(card && { card, versions: [card] }),
      ...(uuid && { uuid }),
    }),
  );
  return answered(state, message);
}

export function answered(state: State, m: Message): Json {
  const bot = m.from === 'bot';
  return {
    message_id: m.id,
    ...(m.parent && { root_id: m.parent, parent_id: m.parent }),
    ...(m.thread && { thread_id: m.thread }),
    msg_type: m.type,
    create_time: String(Math.floor(m.createdAt)),
    update_time: String(Math.floor(m.updatedAt)),
    deleted: m.recalled,
    updated: m.versions.length > 1,
    chat_id: m.chat,
    sender: {
      id: bot ? state.app.id : m.from,
      id_type: bot ? 'app_id' : 'open_id',
      sender_type: bot ? 'app' : 'user',
      tenant_key: state.app.tenantKey,
    },
    body: { content: m.content },
  };
}

export function messageOf(state: State, id: string | undefined): Message {
  const message = state.messages.get(id ?? '');
  if (!message) throw new Refused('messageUnknown', `[${id}]`);
  if (message.recalled) throw new Refused('recalled');
  return message;
}

const isShared = (card: Json): boolean => isObject(card.config) && card.config.update_multi === true;

/** The card that stands there from now on. */
export function replaceCard(state: State, message: Message, card: Json): void {
  message.card = card;
  message.content = JSON.stringify(card);
  message.versions.push(card);
  message.updatedAt = state.clock.now();
}

function patch(state: State, { params, body, size, limits }: Call): Json {
  const message = messageOf(state, params.message_id);
  limits.target(message.id);
  if (message.type !== 'interactive') throw new Refused('wrongType');
  if (message.from !== 'bot') throw new Refused('muted');
  if (state.clock.now() - message.createdAt > editableMs) throw new Refused('tooOld');
  const card = cardOf(parsed(z.object({ content: z.string() }), body).content, size);
  if (!isShared(card) || !message.card || !isShared(message.card))
    throw new Refused('parameter', ' update_multi must be true before and after');
  if (message.pending > 0) throw new Refused('card', new CardFault(11310, 'card action is lock').ext);
  replaceCard(state, message, card);
  return {};
}

function delayed(state: State, { body, size }: Call): Json {
  const { token, card } = parsed(
    z.object({ token: z.string(), card: z.record(z.string(), z.unknown()) }),
    body,
  );
  const known = state.cardTokens.get(token);
  if (!known || known.uses >= 2 || known.until < state.clock.now()) throw new Refused('delayedToken');
  // Earlier than the callback's answer, or beside it, it fails or is reverted.
  if (!known.answered) throw new Refused('card', new CardFault(11310, 'card action is lock').ext);
  try {
    checkCard(card, size);
  } catch (e) {
    throw e instanceof CardFault ? new Refused('card', e.ext) : e;
  }
  known.uses += 1;
  replaceCard(state, messageOf(state, known.message), card);
  return { code: 0, msg: 'ok' };
}

export const messageRoutes: Route[] = [
  {
    method: 'POST',
    path: '/open-apis/im/v1/messages',
    scopes: sending,
    run(state, call) {
      if (!state.botOn) throw new Refused('botOff');
      const given = parsed(create, call.body);
      return post(state, chatFor(state, call.query.receive_id_type, given.receive_id), given, call);
    },
  },
  {
    method: 'POST',
    path: '/open-apis/im/v1/messages/:message_id/reply',
    scopes: sending,
    run(state, call) {
      const given = parsed(reply, call.body);
      const parent = messageOf(state, call.params.message_id);
      const chat = openChat(state, state.chats.get(parent.chat) as Chat);
      const thread = given.reply_in_thread ? (parent.thread ?? state.id('omt_')) : parent.thread;
      return post(state, chat, given, call, { parent: parent.id, ...(thread && { thread }) });
    },
  },
  {
    method: 'PATCH',
    path: '/open-apis/im/v1/messages/:message_id',
    scopes: [...sending.slice(0, 2), 'im:message:update'],
    run: patch,
  },
  {
    method: 'GET',
    path: '/open-apis/im/v1/messages/:message_id',
    scopes: ['im:message', 'im:message:readonly'],
    run: (state, { params }) => ({ items: [answered(state, messageOf(state, params.message_id))] }),
  },
  {
    method: 'DELETE',
    path: '/open-apis/im/v1/messages/:message_id',
    scopes: [...sending, 'im:message:recall'],
    run(state, { params }) {
      messageOf(state, params.message_id).recalled = true;
      return {};
    },
  },
  { method: 'POST', path: '/open-apis/interactive/v1/card/update', root: true, run: delayed },
];
