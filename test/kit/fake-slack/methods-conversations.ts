/** Conversations: direct ones, private rooms, who is in them and what was said. */
import { type ApiCall, flag, type Method, no, paged, textArg, tier } from './api.ts';
import { conversationJson, messageJson } from './json.ts';
import { type Conversation, directOf, liveMessages, type Member, memberOf } from './state.ts';

const mostInvited = 100;
const mostInDirect = 8;

function known({ core, args, team, install }: ApiCall): Conversation {
  const found = core.state.conversations.get(textArg(args, 'channel'));
  const hidden = found?.kind !== 'public' && !found?.members.has(install.botUser);
  if (!found || found.team !== team || hidden) return no('channel_not_found');
  return found;
}

function memberIn(call: ApiCall, id: string): Member {
  const member = memberOf(call.core.state, id);
  if (member?.team !== call.team) return no('user_not_found');
  return member;
}

const idsIn = (args: ApiCall['args'], name: string): string[] =>
  textArg(args, name)
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);

const open: Method['run'] = (call) => {
  const ids = idsIn(call.args, 'users');
  if (ids.length > mostInDirect) no('too_many_users');
  if (ids.length > 1) no('invalid_user_combination');
  const member = memberIn(call, ids[0] ?? '');
  if (member.deleted) no('user_disabled');
  if (member.bot) no('cannot_dm_bot');
  const direct = directOf(call.core.state, call.team, member.id, call.install.botUser);
  return {
    channel: flag(call.args, 'return_im')
      ? conversationJson(direct, call.install.botUser)
      : { id: direct.id },
  };
};

const create: Method['run'] = ({ core, args, install, team }) => {
  const name = textArg(args, 'name');
  if (name.length > 80) no('invalid_name_maxlength');
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) no('invalid_name_specials');
  const taken = [...core.state.conversations.values()].some((c) => c.team === team && c.name === name);
  if (taken) no('name_taken');
  const made: Conversation = {
    id: core.state.id('C'),
    team,
    kind: flag(args, 'is_private') ? 'private' : 'public',
    name,
    members: new Set([install.botUser]),
    archived: false,
    created: core.state.time.now(),
    creator: install.botUser,
  };
  core.state.conversations.set(made.id, made);
  return { channel: conversationJson(made, install.botUser) };
};

/** Why this one cannot be invited, if they cannot. */
function refusedInvite(call: ApiCall, where: Conversation, id: string): string | undefined {
  const member = memberOf(call.core.state, id);
  if (member?.team !== call.team) return 'user_not_found';
  if (member.deleted) return 'user_not_found';
  if (id === call.install.botUser) return 'cant_invite_self';
  if (where.members.has(id)) return 'already_in_channel';
  if (member.guest === 'ultra') return 'ura_max_channels';
  return undefined;
}

const invite: Method['run'] = (call) => {
  const where = known(call);
  const ids = idsIn(call.args, 'users');
  if (where.kind === 'im') no('method_not_supported_for_channel_type');
  if (where.archived) no('is_archived');
  if (!where.members.has(call.install.botUser)) no('not_in_channel');
  if (ids.length > mostInvited) no('invalid_users');
  const refused = ids.flatMap((user) => {
    const error = refusedInvite(call, where, user);
    return error ? [{ ok: false, error, user }] : [];
  });
  const first = refused[0];
  // Forced or not: where nobody is left to invite, it is refused.
  if (first && (!flag(call.args, 'force') || refused.length === ids.length))
    no(first.error, { errors: refused });
  for (const id of ids) if (!refused.some((r) => r.user === id)) where.members.add(id);
  return { channel: conversationJson(where, call.install.botUser), ...(first && { errors: refused }) };
};

const kick: Method['run'] = (call) => {
  const where = known(call);
  const id = textArg(call.args, 'user');
  if (!where.members.delete(id)) no('not_in_channel');
  return {};
};

const history: Method['run'] = (call) => {
  const where = known(call);
  if (!where.members.has(call.install.botUser)) no('not_in_channel');
  const { args, core } = call;
  const oldest = Number(args.oldest ?? 0);
  const latest = args.latest === undefined ? Number.POSITIVE_INFINITY : Number(args.latest);
  const inclusive = flag(args, 'inclusive');
  const within = (ts: number) => (inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest);
  const said = liveMessages(core.state, where.id)
    .filter((m) => !m.thread && within(Number(m.ts)))
    .reverse();
  const { items, next } = paged(said, args, 100, 999);
  const metadata = flag(args, 'include_all_metadata');
  return {
    messages: items.map((m) => messageJson(core, m, metadata)),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
};

const replies: Method['run'] = (call) => {
  const where = known(call);
  const { args, core } = call;
  const ts = textArg(args, 'ts');
  const thread = liveMessages(core.state, where.id).filter((m) => m.ts === ts || m.thread === ts);
  if (thread.length === 0) no('thread_not_found');
  // The first one is always told.
  const said = thread.filter((m) => m.ts === ts || Number(m.ts) > Number(args.oldest ?? 0));
  const { items, next } = paged(said, args, 100, 999);
  const metadata = flag(args, 'include_all_metadata');
  return {
    messages: items.map((m) => messageJson(core, m, metadata)),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
};

const members: Method['run'] = (call) => {
  const { items, next } = paged([...known(call).members], call.args, 100, 999);
  return { members: items, response_metadata: { next_cursor: next } };
};

const archive: Method['run'] = (call) => {
  const where = known(call);
  if (where.archived) no('already_archived');
  if (where.kind === 'im') no('method_not_supported_for_channel_type');
  where.archived = true;
  return {};
};

const named =
  (put: (c: Conversation, value: string) => void, arg: string): Method['run'] =>
  (call) => {
    const where = known(call);
    put(where, textArg(call.args, arg));
    return { channel: conversationJson(where, call.install.botUser) };
  };

const listAll: Method['run'] = (call) => {
  const { args, core, team, install } = call;
  const kinds = String(args.types ?? 'public_channel').split(',');
  const typeOf = { public: 'public_channel', private: 'private_channel', im: 'im' } as const;
  const all = [...core.state.conversations.values()].filter(
    (c) =>
      c.team === team &&
      kinds.includes(typeOf[c.kind]) &&
      (c.kind === 'public' || c.members.has(install.botUser)) &&
      !(flag(args, 'exclude_archived') && c.archived),
  );
  const { items, next } = paged(all, args, 100, 999);
  return {
    channels: items.map((c) => conversationJson(c, install.botUser)),
    response_metadata: { next_cursor: next },
  };
};

const write = ['groups:write', 'channels:manage', 'groups:write.invites', 'im:write'] as const;
const read = ['groups:read', 'channels:read', 'im:read', 'mpim:read'] as const;
const hear = ['im:history', 'groups:history', 'channels:history'] as const;

export const conversations: Record<string, Method> = {
  'conversations.open': { perMinute: tier.three, scopes: ['im:write'], run: open },
  'conversations.create': { perMinute: tier.two, scopes: ['groups:write', 'channels:manage'], run: create },
  'conversations.invite': { perMinute: tier.three, scopes: write, run: invite },
  'conversations.kick': { perMinute: tier.three, scopes: write, run: kick },
  'conversations.history': { perMinute: tier.three, scopes: hear, run: history },
  'conversations.replies': { perMinute: tier.three, scopes: hear, run: replies },
  'conversations.members': { perMinute: tier.four, scopes: read, run: members },
  'conversations.info': {
    perMinute: tier.three,
    scopes: read,
    run: (call) => ({ channel: conversationJson(known(call), call.install.botUser) }),
  },
  'conversations.archive': { perMinute: tier.two, scopes: write, run: archive },
  'conversations.rename': {
    perMinute: tier.two,
    scopes: write,
    run: named((c, name) => Object.assign(c, { name }), 'name'),
  },
  'conversations.setTopic': { perMinute: tier.two, scopes: write, run: named(() => {}, 'topic') },
  'conversations.setPurpose': { perMinute: tier.two, scopes: write, run: named(() => {}, 'purpose') },
  'conversations.list': { perMinute: tier.two, scopes: read, run: listAll },
  'users.conversations': { perMinute: tier.three, scopes: read, run: listAll },
};
