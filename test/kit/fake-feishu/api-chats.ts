/** Groups and who is in them. */
import { z } from 'zod';
import { Refused } from './codes.ts';
import { page, parsed, type Route } from './route.ts';
import { addChat, type Chat, type State } from './state.ts';

const tenHoursMs = 36_000_000;
const newChat = z.object({
  name: z.string().max(60).default(''),
  description: z.string().max(100).optional(),
  user_id_list: z.array(z.string()).max(50).default([]),
  bot_id_list: z.array(z.string()).max(5).optional(),
  owner_id: z.string().optional(),
  chat_mode: z.enum(['group']).optional(),
  chat_type: z.enum(['private', 'public']).optional(),
  group_message_type: z.enum(['chat', 'thread']).optional(),
  external: z.boolean().optional(),
  join_message_visibility: z.string().optional(),
  leave_message_visibility: z.string().optional(),
  membership_approval: z.string().optional(),
  add_member_permission: z.string().optional(),
  share_card_permission: z.string().optional(),
  edit_permission: z.string().optional(),
  at_all_permission: z.string().optional(),
  hide_member_count_setting: z.string().optional(),
  i18n_names: z.record(z.string(), z.string()).optional(),
  avatar: z.string().optional(),
});

const asData = (chat: Chat) => ({
  chat_id: chat.id,
  name: chat.name,
  chat_mode: chat.type,
  chat_type: 'private',
  user_count: String(chat.members.size),
});

function group(state: State, id: string | undefined): Chat {
  const chat = state.chats.get(id ?? '');
  if (!chat) throw new Refused('chatUnknown');
  if (!chat.withBot || chat.dissolved) throw new Refused('notInGroup');
  return chat;
}

const memberTime = 40;
/** Two at once on one group are refused, as Feishu does; those who cannot be added are named, not refused. */
async function addMembers(state: State, chat: Chat, ids: readonly string[]): Promise<string[]> {
  if (chat.changing) throw new Refused('membersParallel');
  chat.changing = true;
  await new Promise((done) => setTimeout(done, memberTime));
  chat.changing = false;
  const fit = (id: string) => {
    const user = state.users.get(id);
    return user && !user.resigned && user.available;
  };
  for (const id of ids.filter(fit)) chat.members.add(id);
  return ids.filter((id) => !fit(id));
}

export const chatRoutes: Route[] = [
  {
    method: 'POST',
    path: '/open-apis/im/v1/chats',
    scopes: ['im:chat', 'im:chat:create'],
    run(state, { body, query }) {
      const { name, user_id_list } = parsed(newChat, body);
      const uuid = query.uuid ? parsed(z.string().max(50), query.uuid) : undefined;
      const known = uuid && state.uuids.get(`chat:${uuid}`);
      if (known && known.until > state.clock.now()) return asData(group(state, known.made));
      for (const id of user_id_list)
        if (!state.users.get(id)?.available) throw new Refused('idUnknown', `[${id}]`);
      const chat = addChat(state, { name, members: new Set(user_id_list) });
      if (uuid) state.uuids.set(`chat:${uuid}`, { until: state.clock.now() + tenHoursMs, made: chat.id });
      return asData(chat);
    },
  },
  {
    method: 'GET',
    path: '/open-apis/im/v1/chats/:chat_id',
    scopes: ['im:chat', 'im:chat:readonly', 'im:chat:read'],
    run: (state, { params }) => asData(group(state, params.chat_id)),
  },
  {
    method: 'PUT',
    path: '/open-apis/im/v1/chats/:chat_id',
    scopes: ['im:chat', 'im:chat:update'],
    run(state, { params, body }) {
      const chat = group(state, params.chat_id);
      chat.name = parsed(z.object({ name: z.string().max(60).default(chat.name) }), body).name;
      return {};
    },
  },
  {
    method: 'POST',
    path: '/open-apis/im/v1/chats/:chat_id/members',
    scopes: ['im:chat', 'im:chat.members:write_only'],
    async run(state, { params, body }) {
      const { id_list } = parsed(z.object({ id_list: z.array(z.string()).min(1).max(50) }), body);
      const invalid = await addMembers(state, group(state, params.chat_id), id_list);
      return { invalid_id_list: invalid, not_existed_id_list: [], pending_approval_id_list: [] };
    },
  },
  {
    method: 'DELETE',
    path: '/open-apis/im/v1/chats/:chat_id/members',
    scopes: ['im:chat', 'im:chat.members:write_only'],
    run(state, { params, body }) {
      const { id_list } = parsed(z.object({ id_list: z.array(z.string()).min(1).max(50) }), body);
      const chat = group(state, params.chat_id);
      for (const id of id_list) chat.members.delete(id);
      return { invalid_id_list: [] };
    },
  },
  {
    method: 'GET',
    path: '/open-apis/im/v1/chats/:chat_id/members',
    scopes: ['im:chat', 'im:chat:readonly', 'im:chat.members:read', 'im:chat.group_info:readonly'],
    run(state, { params, query }) {
      const chat = group(state, params.chat_id);
      const all = [...chat.members].map((member_id) => ({
        member_id,
        member_id_type: 'open_id',
        name: state.users.get(member_id)?.name ?? '',
        tenant_key: state.app.tenantKey,
      }));
      return { ...page(all, query, 100), member_total: all.length };
    },
  },
];
