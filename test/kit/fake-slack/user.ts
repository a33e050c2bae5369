/** A person at Slack's window, for tests: types, clicks, fills in and looks; each waits until Slack had its answer. */

import { afterAction, afterCommand, afterSubmission, afterSuggestion } from './aftermath.ts';
import type { Core } from './core.ts';
import type { Came } from './deliver.ts';
import { blocksOf, filledIn } from './filling.ts';
import { type Found, finding, type Look } from './finding.ts';
import {
  actionsBody,
  closedBody,
  commandBody,
  type Doing,
  eventBody,
  shortcutBody,
  submissionBody,
  suggestionBody,
} from './payloads.ts';
import { messageText, viewText } from './seen.ts';
import { isObject } from './shape.ts';
import { directOf, type Json, type Message, personKey, type StoredFile, type ViewState } from './state.ts';

export interface Say {
  channel?: string;
  thread?: string;
  files?: { name: string; type: string; bytes: Buffer }[];
}

export interface User {
  readonly id: string;
  readonly team: string;
  types(text: string, channel?: string): Promise<Came>;
  says(text: string, how?: Say): Promise<string>;
  /** Changes what they said before. */
  edits(ts: string, text: string): Promise<void>;
  /** The newest thing with that label: in the open modal, on Home when asked, else in messages; `on` narrows by what is written there. */
  clicks(label: string, on?: string | { on?: string; where?: 'messages' | 'home' }): Promise<Came>;
  /** An option of a select, radio or overflow. */
  picks(label: string, option: string, on?: string): Promise<Came>;
  /** Something to press by its value, as tests know it. */
  presses(found: Found): Promise<Came>;
  /** Types into the open modal: fields by label. */
  fills(values: Record<string, string | string[]>): void;
  /** Types into a menu of the open modal that asks the app; what it offers can be filled in from then on. */
  searches(block: string, text: string): Promise<Json[]>;
  submits(values?: Record<string, string | string[]>): Promise<Came>;
  closes(): Promise<void>;
  opensHome(tab?: 'home' | 'messages'): Promise<Came>;
  shortcut(callbackId: string, on?: Message): Promise<Came>;
  modal(): ViewState | undefined;
  home(): ViewState | undefined;
  messages(channel?: string): Message[];
  /** Everything in sight, as text. */
  sees(): string;
  seesModal(): string;
  seesHome(): string;
  direct(): string;
  look: Look;
}

const kindOf = (core: Core, channel: string): string =>
  ({ im: 'im', private: 'group', public: 'channel' })[core.state.conversations.get(channel)?.kind ?? 'im'];

function visible(core: Core, { team, user }: Doing, channel?: string): Message[] {
  return core.state.messages.filter((m) => {
    const where = core.state.conversations.get(m.channel);
    const inside = where?.members.has(user) && !m.deleted && m.team === team;
    return (
      inside && (m.only === undefined || m.only === user) && (channel === undefined || m.channel === channel)
    );
  });
}

function sharedFiles(core: Core, of: Doing, channel: string, given: Say['files'] = []): StoredFile[] {
  return given.map(({ name, type, bytes }) => {
    const file: StoredFile = {
      id: core.state.id('F'),
      team: of.team,
      user: of.user,
      name,
      title: name,
      mimetype: type,
      alt: '',
      bytes,
      state: 'complete',
      channels: new Set([channel]),
    };
    core.state.files.set(file.id, file);
    return file;
  });
}

function said(core: Core, of: Doing, text: string, how: Say & { channel: string }): Message {
  const { channel, thread } = how;
  const message: Message = {
    text,
    blocks: [],
    ts: core.state.ts(),
    channel,
    team: of.team,
    user: of.user,
    byApp: false,
    files: sharedFiles(core, of, channel, how.files),
    before: [],
    deleted: false,
    ...(thread && { thread }),
  };
  core.state.messages.push(message);
  core.changed();
  return message;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Slack makes links of addresses, and of what looks like one. */
const linked = (text: string) =>
  escaped(text).replace(
    /(https?:\/\/[^\s|<>]+)|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|\b((?:[\w-]+\.)+(?:com|org|net|de|cn))\b/g,
    (said, url?: string, mail?: string) =>
      url ? `<${url}>` : mail ? `<mailto:${mail}|${mail}>` : `<http://${said}|${said}>`,
  );

export function userOf(core: Core, messageJson: (m: Message) => Json, of: Doing): User {
  const { team, user } = of;
  const direct = () => directOf(core.state, team, user, core.installFor(team).botUser).id;
  const modal = () => core.state.modals.get(personKey(team, user))?.at(-1);
  const home = () => core.state.homes.get(personKey(team, user));
  const find = finding(core, { messages: () => visible(core, of), modal, home });
  const send = (event: Json) => core.delivery.event(eventBody(core, of, event));
  const press = async (found: Found): Promise<Came> => {
    const came = await core.delivery.act('interactive', actionsBody(core, of, found));
    afterAction(core, of, came);
    return came;
  };
  return {
    id: user,
    team,
    direct,
    look: find.look,
    modal,
    home,
    messages: (channel) => visible(core, of, channel),
    async types(text, channel = direct()) {
      const [command = '/perf', ...rest] = text.split(' ');
      const came = await core.delivery.act(
        'command',
        commandBody(core, of, command, rest.join(' '), channel),
      );
      afterCommand(core, of, channel, came);
      return came;
    },
    async says(text, how = {}) {
      const channel = how.channel ?? direct();
      const message = said(core, of, linked(text), { ...how, channel });
      const shared = message.files.length > 0 ? { subtype: 'file_share' } : {};
      await send({ ...messageJson(message), ...shared, channel, channel_type: kindOf(core, channel) });
      return message.ts;
    },
    async edits(ts, text) {
      const message = visible(core, of).find((m) => m.ts === ts);
      if (!message) throw new Error(`${user} never said ${ts}`);
      const previous = messageJson(message);
      message.before.push({ text: message.text, blocks: [] });
      message.text = linked(text);
      await send({
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel: message.channel,
        channel_type: kindOf(core, message.channel),
        ts: core.state.ts(),
        message: { ...messageJson(message), edited: { user, ts: core.state.ts() } },
        previous_message: previous,
      });
    },
    clicks(label, on) {
      const how = typeof on === 'string' ? { on } : (on ?? {});
      return press(find.button(label, how));
    },
    picks: (label, option, on) => press(find.option(label, option, on)),
    presses: press,
    fills(values) {
      const open = modal();
      if (!open) throw new Error(`${user} has no form open`);
      filledIn(core, open, values, team);
    },
    async searches(block, text) {
      const open = modal();
      const element = open && blocksOf(open).find((b) => b.block_id === block)?.element;
      if (!open || !isObject(element)) throw new Error(`${user} has nowhere to type “${text}”`);
      const asked = { block_id: block, action_id: String(element.action_id), value: text };
      const came = await core.delivery.act('interactive', suggestionBody(core, of, open, asked));
      const options = afterSuggestion(core, of, came);
      open.offered[block] = [...(open.offered[block] ?? []), ...options];
      return options;
    },
    async submits(values = {}) {
      const open = modal();
      if (!open) throw new Error(`${user} has no form open`);
      filledIn(core, open, values, team);
      find.ready(open);
      const came = await core.delivery.act('interactive', submissionBody(core, of, open));
      afterSubmission(core, of, open, came);
      return came;
    },
    async closes() {
      const stack = core.state.modals.get(personKey(team, user)) ?? [];
      const open = stack.pop();
      if (open?.view.notify_on_close === true)
        await core.delivery.act('interactive', closedBody(core, of, open, false));
    },
    opensHome: (tab = 'home') =>
      send({
        type: 'app_home_opened',
        user,
        channel: direct(),
        tab,
        ...(tab === 'home' && home() && { view: { id: home()?.id, hash: home()?.hash } }),
      }),
    shortcut: (callbackId, on) => core.delivery.act('interactive', shortcutBody(core, of, callbackId, on)),
    sees: () =>
      visible(core, of)
        .map((m) => messageText(core, m))
        .join('\n\n'),
    seesModal: () => {
      const open = modal();
      return open ? viewText(core, open) : '';
    },
    seesHome: () => {
      const own = home();
      return own ? viewText(core, own) : '';
    },
  };
}
