/** The verbs of a person: `await ann.clicks('Agree')`, `expect(ann.sees()).toContain('agreed')`. */
import type { Json } from './checks.ts';
import { drawMessage, elementsOf, everything, titleOf, words } from './draw.ts';
import { type Clicked, type Control, findControl, type Press, press } from './hands.ts';
import type { Pushed } from './push.ts';
import { addMessage, type Chat, type Message, p2pOf, seenBy } from './state.ts';

export interface SayOptions {
  /** A group; else the conversation with the bot. */
  chat?: Chat;
  /** The bot is mentioned, so that it hears it in a group. */
  mention?: boolean;
  replyTo?: Message;
}

export interface FeishuUser {
  openId: string;
  says(text: string, options?: SayOptions): Promise<Pushed | undefined>;
  sendsFile(name: string, bytes: Buffer, type?: string): Promise<Pushed | undefined>;
  menu(key: string): Promise<Pushed>;
  enters(): Promise<Pushed>;
  /** The newest button, or entry of an overflow, with that label; `on` narrows by the card's title. */
  clicks(label: string, on?: string): Promise<Clicked>;
  /** An option of a select outside a form, by what it says. */
  picks(option: string, on?: string): Promise<Clicked>;
  /** Keeps values for the newest form by the names of its fields. */
  fills(values: Json): void;
  /** Presses the submit button of the newest form with what was filled in. */
  submits(values?: Json, label?: string): Promise<Clicked>;
  /** Any control that is found otherwise, with these values and these properties of the action. */
  presses(control: Control, values?: Json, more?: Json): Promise<Clicked>;
  find(fits: (element: Json) => boolean, on?: string): Control | undefined;
  /** The newest card that has a form. */
  form(): Control | undefined;
  messages(): Message[];
  sees(): string;
  toasts: string[];
  errors: number[];
}

const isChoice = (e: Json) => e.tag === 'select_static' || e.tag === 'overflow';
const optionsOf = (e: Json): Json[] => (Array.isArray(e.options) ? (e.options as Json[]) : []);

export function someone(by: Press): FeishuUser {
  const { state, push, user } = by;
  const toasts: string[] = [];
  const errors: number[] = [];
  let kept: Json = {};
  const ids = { union_id: user.unionId, user_id: user.userId, open_id: user.openId };
  const mine = () => seenBy(state, user.openId);
  const find = (fits: (element: Json) => boolean, on?: string) =>
    findControl(mine(), user.language, on, fits);
  const noted = (clicked: Clicked): Clicked => {
    if (clicked.toast !== undefined) toasts.push(clicked.toast);
    if (clicked.error !== undefined) errors.push(clicked.error);
    return clicked;
  };
  const must = (control: Control | undefined, what: string, on?: string): Control => {
    if (control) return control;
    const there = mine()
      .map((m) => `${titleOf(m.card, user.language)}: ${labels(m)}`)
      .slice(-3)
      .join('\n');
    throw new Error(`${user.name} sees no “${what}”${on ? ` on “${on}”` : ''}; the last cards:\n${there}`);
  };
  const labels = (m: Message) =>
    [...everything(elementsOf(m.card))]
      .filter(({ element }) => element.tag === 'button')
      .map(({ element }) => words(element.text, user.language))
      .join(' | ');
  const presses = async (control: Control, values: Json = {}, more: Json = {}) =>
    noted(await press(by, control, values, more));
  const optionNamed = (e: Json, label: string) =>
    optionsOf(e).find((o) => words(o.text, user.language) === label);

  const hear = (message: Message, chat: Chat, options: SayOptions): Promise<Pushed> =>
    push.event('im.message.receive_v1', {
      sender: { sender_id: ids, sender_type: 'user', tenant_key: state.app.tenantKey },
      message: {
        message_id: message.id,
        ...(message.parent && { root_id: message.parent, parent_id: message.parent }),
        ...(message.thread && { thread_id: message.thread }),
        create_time: String(Math.floor(message.createdAt)),
        update_time: String(Math.floor(message.updatedAt)),
        chat_id: chat.id,
        chat_type: chat.type,
        message_type: message.type,
        content: message.content,
        ...(options.mention && {
          mentions: [
            {
              key: '@_user_1',
              id: { open_id: state.app.botOpenId, union_id: '', user_id: '' },
              name: state.app.name,
              tenant_key: state.app.tenantKey,
            },
          ],
        }),
      },
    });
  const say = (type: string, content: Json, options: SayOptions): Promise<Pushed | undefined> => {
    const chat = options.chat ?? p2pOf(state, user.openId);
    const { replyTo } = options;
    const message = addMessage(state, {
      chat: chat.id,
      from: user.openId,
      type,
      content: JSON.stringify(content),
      ...(replyTo && { parent: replyTo.id, ...(replyTo.thread && { thread: replyTo.thread }) }),
    });
    // In a group the bot hears only where it is mentioned, unless it may hear everything.
    const heard = chat.type === 'p2p' || options.mention || state.scopes.has('im:message.group_msg');
    return heard && chat.withBot ? hear(message, chat, options) : Promise.resolve(undefined);
  };

  return {
    openId: user.openId,
    toasts,
    errors,
    find,
    presses,
    messages: mine,
    sees: () =>
      mine()
        .map((m) => drawMessage(m, user.language))
        .join('\n\n'),
    says: (text, options = {}) => say('text', { text: options.mention ? `@_user_1 ${text}` : text }, options),
    sendsFile(name, bytes, type = 'application/octet-stream') {
      const key = state.id('file_v3_');
      state.stored.set(key, { key, name, type, bytes });
      return say('file', { file_key: key, file_name: name }, {});
    },
    menu: (event_key) =>
      push.event('application.bot.menu_v6', {
        operator: { operator_name: user.name, operator_id: ids },
        event_key,
        timestamp: Math.floor(state.clock.now() / 1000),
      }),
    enters() {
      const chat = p2pOf(state, user.openId);
      const last = mine()
        .filter((m) => m.chat === chat.id)
        .at(-1);
      return push.event('im.chat.access_event.bot_p2p_chat_entered_v1', {
        chat_id: chat.id,
        operator_id: ids,
        last_message_id: last?.id ?? '',
        last_message_create_time: String(Math.floor(last?.createdAt ?? 0)),
      });
    },
    async clicks(label, on) {
      const button = find((e) => e.tag === 'button' && words(e.text, user.language) === label, on);
      if (button) return presses(button, kept);
      const menu = must(
        find((e) => e.tag === 'overflow' && optionNamed(e, label) !== undefined, on),
        label,
        on,
      );
      return presses(menu, {}, { option: optionNamed(menu.element, label)?.value });
    },
    async picks(option, on) {
      const control = must(
        find((e) => isChoice(e) && optionNamed(e, option) !== undefined, on),
        option,
        on,
      );
      if (control.form) throw new Error(`“${option}” stands in a form: fill it in`);
      return presses(control, {}, { option: optionNamed(control.element, option)?.value });
    },
    fills(values) {
      kept = { ...kept, ...values };
    },
    form: () => find((e) => e.form_action_type === 'submit'),
    async submits(values = {}, label) {
      const fits = (e: Json) =>
        e.form_action_type === 'submit' && (!label || words(e.text, user.language) === label);
      const clicked = await presses(must(find(fits), label ?? 'a form'), { ...kept, ...values });
      if (!clicked.missing) kept = {};
      return clicked;
    },
  };
}
