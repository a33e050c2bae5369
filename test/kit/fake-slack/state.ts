/** What the fake keeps: workspaces, people, conversations, messages, files, and the app's installations in them. */
import type { Time } from './time.ts';

export type Json = Record<string, unknown>;

export interface Member {
  /** Runs the workspace. */
  admin?: boolean;
  id: string;
  team: string;
  name: string;
  realName: string;
  email?: string;
  title?: string;
  tz: string;
  locale: string;
  deleted: boolean;
  /** When the profile changed last, in seconds. */
  updated?: number;
  bot: boolean;
  /** Guests of one or of several channels, and people of other companies. */
  guest?: 'restricted' | 'ultra' | 'stranger';
  fields: Record<string, { value: string; alt: string }>;
}

export type ConversationKind = 'im' | 'private' | 'public';

export interface Conversation {
  id: string;
  team: string;
  kind: ConversationKind;
  name: string;
  members: Set<string>;
  archived: boolean;
  created: number;
  creator: string;
}

export interface Version {
  text: string;
  blocks: Json[];
}

export interface Message extends Version {
  ts: string;
  channel: string;
  team: string;
  user: string;
  /** Made by an app. */
  byApp: boolean;
  metadata?: Json;
  thread?: string;
  files: StoredFile[];
  /** Seen by this person only, and gone after a reload. */
  only?: string;
  before: Version[];
  deleted: boolean;
}

export interface StoredFile {
  id: string;
  team: string;
  user: string;
  name: string;
  title: string;
  mimetype: string;
  alt: string;
  bytes: Buffer;
  state: 'asked' | 'uploaded' | 'complete';
  channels: Set<string>;
}

export interface ViewState {
  id: string;
  team: string;
  user: string;
  hash: string;
  type: 'modal' | 'home';
  root: string;
  previous: string | null;
  externalId: string;
  view: Json;
  /** What the person filled in: by block id, then action id. */
  values: Record<string, Record<string, Json>>;
  /** What the app offered in menus that ask it, by block id. */
  offered: Record<string, Json[]>;
  /** Field errors that stand beside the inputs. */
  errors: Record<string, string>;
  updates: number;
}

export interface Install {
  /** Workspace, or enterprise of an org install. */
  team: string;
  enterprise?: string;
  org: boolean;
  token: string;
  refresh?: string;
  expiresAt: number;
  botUser: string;
  botId: string;
  scopes: string[];
}

export interface Workspace {
  id: string;
  name: string;
  domain: string;
  enterprise?: string;
  members: Map<string, Member>;
  /** Of the profile, by id. */
  profileFields: { id: string; label: string; type: string }[];
}

export interface AppSettings {
  id: string;
  clientId: string;
  clientSecret: string;
  signingSecret: string;
  appToken: string;
  scopes: string[];
  /** Bot tokens end after 12 hours and are refreshed by tokens that count once. */
  rotation: boolean;
}

export interface State {
  time: Time;
  app: AppSettings;
  workspaces: Map<string, Workspace>;
  conversations: Map<string, Conversation>;
  messages: Message[];
  files: Map<string, StoredFile>;
  installs: Install[];
  modals: Map<string, ViewState[]>;
  homes: Map<string, ViewState>;
  /** Where a person reads: no state of another workspace leaks in. */
  id(prefix: string): string;
  ts(): string;
}

export const personKey = (team: string, user: string): string => `${team}:${user}`;

export function newState(time: Time, app: AppSettings): State {
  const ids = new Map<string, number>();
  let last = 0;
  return {
    time,
    app,
    workspaces: new Map(),
    conversations: new Map(),
    messages: [],
    files: new Map(),
    installs: [],
    modals: new Map(),
    homes: new Map(),
    id(prefix) {
      // Counted by kind: what happens on a socket leaves the ids of messages and windows as they are.
      const n = (ids.get(prefix) ?? 0) + 1;
      ids.set(prefix, n);
      return `${prefix}${n.toString(36).toUpperCase().padStart(8, '0')}`;
    },
    ts() {
      last = Math.max(last + 1, Math.floor(time.now() * 1000));
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
    },
  };
}

export function memberOf(state: State, user: string): Member | undefined {
  for (const workspace of state.workspaces.values()) {
    const found = workspace.members.get(user);
    if (found) return found;
  }
  return undefined;
}

/** The conversation between a person and the bot. */
export function directOf(state: State, team: string, user: string, botUser: string): Conversation {
  const id = `D${team.slice(1)}${user.slice(1)}`;
  const known = state.conversations.get(id);
  if (known) return known;
  const made: Conversation = {
    id,
    team,
    kind: 'im',
    name: '',
    members: new Set([user, botUser]),
    archived: false,
    created: state.time.now(),
    creator: botUser,
  };
  state.conversations.set(id, made);
  return made;
}

export const liveMessages = (state: State, channel: string): Message[] =>
  state.messages.filter((m) => m.channel === channel && !m.deleted && m.only === undefined);

export const findMessage = (state: State, channel: string, ts: string): Message | undefined =>
  state.messages.find((m) => m.channel === channel && m.ts === ts && !m.deleted && m.only === undefined);
