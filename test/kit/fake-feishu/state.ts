/** What this Feishu knows: one tenant, one self-built app, its people, chats, messages and files. */
import { createHash } from 'node:crypto';
import type { Json } from './checks.ts';
import type { FakeClock } from './clock.ts';

export interface App {
  id: string;
  secret: string;
  encryptKey: string;
  verificationToken: string;
  botOpenId: string;
  tenantKey: string;
  name: string;
}

export interface User {
  openId: string;
  unionId: string;
  userId: string;
  name: string;
  email?: string;
  title?: string;
  departments: string[];
  /** Runs the tenant. */
  admin?: boolean;
  leader?: string;
  city?: string;
  country?: string;
  /** IANA, as callbacks carry it. */
  zone: string;
  language: 'zh_cn' | 'en_us';
  resigned: boolean;
  frozen: boolean;
  /** In the app's availability range. */
  available: boolean;
  /** Has stopped the bot. */
  blocked: boolean;
}

export interface Department {
  id: string;
  parent: string;
  name: string;
}

export interface Chat {
  id: string;
  type: 'p2p' | 'group';
  name: string;
  members: Set<string>;
  withBot: boolean;
  dissolved: boolean;
  /** A call that changes the members is under way. */
  changing: boolean;
}

export interface Message {
  id: string;
  chat: string;
  /** `bot`, or who said it. */
  from: string;
  type: string;
  content: string;
  card?: Json;
  createdAt: number;
  updatedAt: number;
  uuid?: string;
  parent?: string;
  thread?: string;
  recalled: boolean;
  /** Cards that stood here, the newest last. */
  versions: Json[];
  /** Clicks whose callbacks are not answered yet: they lock the card. */
  pending: number;
}

export interface Stored {
  key: string;
  name: string;
  type: string;
  bytes: Buffer;
}

export interface CalendarEvent {
  id: string;
  calendar: string;
  body: Json;
  attendees: string[];
  cancelled: boolean;
}

export interface CardToken {
  message: string;
  until: number;
  uses: number;
  answered: boolean;
}

export interface State {
  app: App;
  clock: FakeClock;
  /** Scopes the app was granted; `*` for all. */
  scopes: Set<string>;
  botOn: boolean;
  users: Map<string, User>;
  departments: Map<string, Department>;
  chats: Map<string, Chat>;
  messages: Map<string, Message>;
  stored: Map<string, Stored>;
  events: Map<string, CalendarEvent>;
  tokens: Map<string, { until: number }>;
  /** uuid of a message or chat → what it made, for an hour (chats: ten). */
  uuids: Map<string, { until: number; made: string }>;
  cardTokens: Map<string, CardToken>;
  /** API calls that count toward the month's quota of a free tenant. */
  counted: number;
  /** The same ones in the same order, so that two runs can be compared. */
  id(prefix: string): string;
}

export function newState(app: App, clock: FakeClock): State {
  const counters = new Map<string, number>();
  return {
    app,
    clock,
    scopes: new Set(['*']),
    botOn: true,
    users: new Map(),
    departments: new Map([['0', { id: '0', parent: '', name: 'Company' }]]),
    chats: new Map(),
    messages: new Map(),
    stored: new Map(),
    events: new Map(),
    tokens: new Map(),
    uuids: new Map(),
    cardTokens: new Map(),
    counted: 0,
    id(prefix) {
      const n = (counters.get(prefix) ?? 0) + 1;
      counters.set(prefix, n);
      return prefix + createHash('sha256').update(`${app.id}${prefix}${n}`).digest('hex').slice(0, 32);
    },
  };
}

export type NewUser = Partial<User> & { name: string };

export function addUser(state: State, given: NewUser): User {
  const user: User = {
    openId: state.id('ou_'),
    unionId: state.id('on_'),
    userId: state.id('').slice(0, 8),
    departments: ['0'],
    zone: 'Asia/Shanghai',
    language: 'zh_cn',
    resigned: false,
    frozen: false,
    available: true,
    blocked: false,
    ...given,
  };
  state.users.set(user.openId, user);
  return user;
}

/** The conversation between a person and the bot; there is exactly one. */
export function p2pOf(state: State, openId: string): Chat {
  for (const chat of state.chats.values()) if (chat.type === 'p2p' && chat.members.has(openId)) return chat;
  return addChat(state, { type: 'p2p', members: new Set([openId]) });
}

export function addChat(state: State, given: Partial<Chat>): Chat {
  const chat: Chat = {
    id: state.id('oc_'),
    type: 'group',
    name: '',
    members: new Set(),
    withBot: true,
    dissolved: false,
    changing: false,
    ...given,
  };
  state.chats.set(chat.id, chat);
  return chat;
}

export function addMessage(
  state: State,
  given: Pick<Message, 'chat' | 'from' | 'type' | 'content'> & Partial<Message>,
): Message {
  const now = state.clock.now();
  const message: Message = {
    id: state.id('om_'),
    createdAt: now,
    updatedAt: now,
    recalled: false,
    versions: [],
    pending: 0,
    ...given,
  };
  state.messages.set(message.id, message);
  return message;
}

/** Every message that this person can see, in order. */
export const seenBy = (state: State, openId: string): Message[] =>
  [...state.messages.values()].filter(
    (m) => !m.recalled && (state.chats.get(m.chat)?.members.has(openId) ?? false),
  );
