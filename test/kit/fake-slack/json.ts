/** Slack's JSON of what the fake keeps. */
import type { Core } from './core.ts';
import type { Conversation, Json, Member, Message, StoredFile, ViewState } from './state.ts';

export function memberJson(_: Core, member: Member, withLocale = true): Json {
  const [first = '', ...rest] = member.realName.split(' ');
  const { restricted, ultra } = {
    restricted: member.guest === 'restricted' || member.guest === 'ultra',
    ultra: member.guest === 'ultra',
  };
  return {
    id: member.id,
    team_id: member.team,
    name: member.name,
    deleted: member.deleted,
    ...(member.deleted
      ? {}
      : { tz: member.tz, tz_label: member.tz, tz_offset: 0, is_restricted: restricted }),
    real_name: member.realName,
    is_bot: member.bot,
    is_admin: member.admin === true,
    is_app_user: false,
    is_ultra_restricted: ultra,
    is_stranger: member.guest === 'stranger',
    ...(withLocale && !member.deleted && { locale: member.locale }),
    updated: member.updated ?? 0,
    profile: {
      real_name: member.realName,
      display_name: first,
      first_name: first,
      last_name: rest.join(' '),
      ...(member.title && { title: member.title }),
      ...(member.email && { email: member.email }),
      team: member.team,
    },
  };
}

export const fileJson = (core: Core, file: StoredFile): Json => ({
  id: file.id,
  created: Math.floor(core.state.time.now() / 1000),
  name: file.name,
  title: file.title,
  mimetype: file.mimetype,
  filetype: file.name.split('.').pop() ?? '',
  size: file.bytes.length,
  user: file.user,
  mode: 'hosted',
  is_external: false,
  url_private: `${core.base()}/files/${file.id}/${encodeURIComponent(file.name)}`,
  url_private_download: `${core.base()}/files/${file.id}/download/${encodeURIComponent(file.name)}`,
  permalink: `https://${core.state.workspaces.get(file.team)?.domain}.slack.com/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
});

export function messageJson(core: Core, message: Message, withMetadata = false): Json {
  const install = message.byApp ? core.state.installs.find((i) => i.botUser === message.user) : undefined;
  const edited = message.before.length > 0;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: message.team,
    ...(message.byApp && { bot_id: install?.botId ?? 'B0', app_id: core.app.id }),
    ...(message.blocks.length > 0 && { blocks: withIds(message.blocks) }),
    ...(message.thread && { thread_ts: message.thread }),
    ...(message.files.length > 0 && { files: message.files.map((f) => fileJson(core, f)), upload: true }),
    ...(edited && { edited: { user: message.user, ts: message.ts } }),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  };
}

/** Blocks without an id get one. */
export const withIds = (blocks: Json[]): Json[] =>
  blocks.map((block, i) => ({ block_id: `auto${i}`, ...block }));

export const conversationJson = (c: Conversation, viewer: string): Json => ({
  id: c.id,
  name: c.name,
  is_channel: c.kind === 'public',
  is_group: c.kind === 'private',
  is_im: c.kind === 'im',
  is_mpim: false,
  is_private: c.kind !== 'public',
  is_archived: c.archived,
  is_member: c.members.has(viewer),
  created: Math.floor(c.created / 1000),
  creator: c.creator,
  context_team_id: c.team,
  ...(c.kind === 'im' && { user: [...c.members].find((m) => m !== viewer) }),
  num_members: c.members.size,
});

export function viewJson(core: Core, v: ViewState): Json {
  const { team } = v;
  const install = core.installFor(team);
  const blocks = Array.isArray(v.view.blocks) ? (v.view.blocks as Json[]) : [];
  return {
    id: v.id,
    team_id: team,
    type: v.type,
    blocks: withIds(blocks),
    private_metadata: String(v.view.private_metadata ?? ''),
    callback_id: String(v.view.callback_id ?? ''),
    external_id: v.externalId,
    state: { values: v.values },
    hash: v.hash,
    title: v.view.title ?? { type: 'plain_text', text: 'Home', emoji: true },
    close: v.view.close ?? null,
    submit: v.view.submit ?? null,
    clear_on_close: v.view.clear_on_close === true,
    notify_on_close: v.view.notify_on_close === true,
    root_view_id: v.root,
    previous_view_id: v.previous,
    app_id: core.app.id,
    app_installed_team_id: install.org ? (install.enterprise ?? team) : team,
    bot_id: install.botId,
  };
}
