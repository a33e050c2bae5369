/** What Slack sends the app: events, commands, presses, forms. */
import type { Core } from './core.ts';
import { messageJson, viewJson, withIds } from './json.ts';
import { type Json, type Message, memberOf, type ViewState } from './state.ts';

export interface Doing {
  team: string;
  user: string;
}

const nameOf = (core: Core, { user }: Doing): string => memberOf(core.state, user)?.name ?? user;

function ids(core: Core, { team }: Doing): Json {
  const install = core.installFor(team);
  return {
    api_app_id: core.app.id,
    is_enterprise_install: install.org,
    ...(install.enterprise && { enterprise: { id: install.enterprise, name: 'Enterprise' } }),
  };
}

export function trigger(core: Core, of: Doing): string {
  const id = `${core.state.id('').toLowerCase()}.${of.team.toLowerCase()}.trigger`;
  core.triggers.set(id, { ...of, at: core.state.time.now(), used: false });
  return id;
}

export function eventBody(core: Core, of: Doing, event: Json): Json {
  const install = core.installFor(of.team);
  const now = core.state.time.now();
  return {
    token: 'verification-token-of-old',
    team_id: of.team,
    ...(install.enterprise && {
      enterprise_id: install.enterprise,
      context_enterprise_id: install.enterprise,
    }),
    context_team_id: of.team,
    api_app_id: core.app.id,
    event: { event_ts: core.state.ts(), ...event },
    type: 'event_callback',
    event_id: core.state.id('Ev'),
    event_time: Math.floor(now / 1000),
    authorizations: [
      {
        enterprise_id: install.enterprise ?? null,
        team_id: install.org ? null : of.team,
        user_id: install.botUser,
        is_bot: true,
        is_enterprise_install: install.org,
      },
    ],
    is_ext_shared_channel: false,
    event_context: core.state.id('4-ctx'),
  };
}

/** A form's fields, all of them text, as Slack posts them. */
export function commandBody(core: Core, of: Doing, command: string, text: string, channel: string): Json {
  const where = core.state.conversations.get(channel);
  const workspace = core.state.workspaces.get(of.team);
  const install = core.installFor(of.team);
  const names = { im: 'directmessage', private: 'privategroup', public: where?.name ?? '' };
  return {
    token: 'verification-token-of-old',
    team_id: of.team,
    team_domain: workspace?.domain ?? '',
    ...(install.enterprise && { enterprise_id: install.enterprise, enterprise_name: 'Enterprise' }),
    channel_id: channel,
    channel_name: names[where?.kind ?? 'im'],
    user_id: of.user,
    user_name: nameOf(core, of),
    command,
    text,
    api_app_id: core.app.id,
    is_enterprise_install: String(install.org),
    response_url: core.urls.make(core, { user: of.user, channel }),
    trigger_id: trigger(core, of),
  };
}

function common(core: Core, of: Doing): Json {
  const install = core.installFor(of.team);
  const workspace = core.state.workspaces.get(of.team);
  return {
    token: 'verification-token-of-old',
    ...ids(core, of),
    team: install.org ? null : { id: of.team, domain: workspace?.domain ?? '' },
    user: { id: of.user, username: nameOf(core, of), name: nameOf(core, of), team_id: of.team },
    trigger_id: trigger(core, of),
  };
}

export interface Asked {
  block_id: string;
  action_id: string;
  value: string;
}

export interface Pressed {
  /** The element's values, as they stand in `actions[0]`. */
  action: Json;
  message?: Message;
  view?: ViewState;
  /** What is chosen in the message's other elements. */
  state: Record<string, Record<string, Json>>;
}

export function actionsBody(core: Core, of: Doing, { action, message, view, state }: Pressed): Json {
  const actions = [{ ...action, action_ts: core.state.ts() }];
  if (view)
    return {
      type: 'block_actions',
      ...common(core, of),
      container: { type: 'view', view_id: view.id },
      view: viewJson(core, view),
      actions,
    };
  if (!message) throw new Error('pressed on nothing');
  const hidden = message.only !== undefined;
  const where = core.state.conversations.get(message.channel);
  const name = { im: 'directmessage', private: 'privategroup', public: where?.name ?? '' }[
    where?.kind ?? 'im'
  ];
  return {
    type: 'block_actions',
    ...common(core, of),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: hidden,
      ...(message.thread && { thread_ts: message.thread }),
    },
    channel: { id: message.channel, name },
    ...(!hidden && { message: messageJson(core, message) }),
    state: { values: state },
    response_url: core.urls.make(core, { user: of.user, channel: message.channel, on: message }),
    actions,
  };
}

export const submissionBody = (core: Core, of: Doing, view: ViewState): Json => ({
  type: 'view_submission',
  ...common(core, of),
  view: viewJson(core, view),
  response_urls: [],
});

/** Typed into a menu that asks the app. */
export const suggestionBody = (core: Core, of: Doing, view: ViewState, asked: Asked): Json => {
  const { trigger_id: _, ...rest } = common(core, of);
  return {
    type: 'block_suggestion',
    ...rest,
    container: { type: 'view', view_id: view.id },
    view: viewJson(core, view),
    ...asked,
  };
};

export const closedBody = (core: Core, of: Doing, view: ViewState, all: boolean): Json => ({
  type: 'view_closed',
  ...common(core, of),
  view: viewJson(core, view),
  is_cleared: all,
});

export function shortcutBody(core: Core, of: Doing, callbackId: string, message?: Message): Json {
  const base = { ...common(core, of), callback_id: callbackId, action_ts: core.state.ts() };
  if (!message) return { type: 'shortcut', ...base };
  return {
    type: 'message_action',
    ...base,
    message_ts: message.ts,
    channel: { id: message.channel, name: 'directmessage' },
    message: messageJson(core, message),
    response_url: core.urls.make(core, { user: of.user, channel: message.channel }),
  };
}

/** The blocks of a message as they are pressed on, with ids. */
export const pressable = (message: Message): Json[] => withIds(message.blocks);
