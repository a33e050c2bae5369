/** A person at the client: says, clicks, picks, fills in, and sees what Feishu shows for it. */

import { replaceCard } from './api-messages.ts';
import { checkCard } from './card.ts';
import { isObject, type Json } from './checks.ts';
import { elementsOf, everything, type Language, titleOf, words } from './draw.ts';
import type { Outcome, Push } from './push.ts';
import type { Message, State, User } from './state.ts';

/** What the person sees after a click: the client's error code, a toast, the card that stands there now. */
export interface Clicked {
  error?: number;
  toast?: string;
  card?: Json;
  /** An address was opened instead. */
  opened?: string;
  /** Why the card was not taken. */
  fault?: string;
  /** The client held it back: required and empty. */
  missing?: string[];
}

const dayMs = 86_400_000;
const tokenMs = 1_800_000;

export interface Press {
  state: State;
  push: Push;
  user: User;
  /** `host` and `context` beside the event, as half of the documentation's samples have them. */
  beside: boolean;
}

/** Sends the callback of one interaction and shows its answer. */
export async function interact(
  { state, push, user, beside }: Press,
  message: Message,
  action: Json,
): Promise<Clicked> {
  // After 14 days the client says that the card has expired; nothing is sent.
  if (state.clock.now() - message.createdAt > 14 * dayMs) return { error: 200340 };
  const token = state.id('c-');
  state.cardTokens.set(token, {
    message: message.id,
    until: state.clock.now() + tokenMs,
    uses: 0,
    answered: false,
  });
  message.pending += 1;
  const outcome = await push.callback({
    operator: { tenant_key: state.app.tenantKey, open_id: user.openId, union_id: user.unionId },
    token,
    action: { timezone: user.zone, ...action },
    host: 'im_message',
    context: { open_message_id: message.id, open_chat_id: message.chat },
    ...(beside && { beside }),
  });
  message.pending -= 1;
  const known = state.cardTokens.get(token);
  if (known) known.answered = true;
  const shown = shownOf(outcome, user.language);
  if (shown.card) replaceCard(state, message, shown.card);
  return shown;
}

const badBody: Clicked = { error: 200672 };
const badCard: Clicked = { error: 200673 };

/** What the client makes of the bot's answer. */
export function shownOf({ status, body }: Outcome, language: Language): Clicked {
  if (status === 0) return { error: 200341 };
  if (status !== 200) return { error: 200671 };
  if (body === '') return {};
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return badBody;
  }
  if (!isObject(answer) || Object.keys(answer).some((k) => k !== 'toast' && k !== 'card')) return badBody;
  const toast = toastOf(answer.toast, language);
  if (toast === false) return badBody;
  if (answer.card === undefined) return toast === undefined ? {} : { toast };
  return { ...cardShown(answer.card, body), ...(toast !== undefined && { toast }) };
}

function toastOf(toast: unknown, language: Language): string | undefined | false {
  if (toast === undefined) return undefined;
  if (!isObject(toast)) return false;
  const { type, content, i18n, ...more } = toast;
  const kinds = ['info', 'success', 'error', 'warning'];
  if (Object.keys(more).length > 0 || (type !== undefined && !kinds.includes(String(type)))) return false;
  const own = isObject(i18n) ? i18n[language] : undefined;
  const said = own ?? content;
  return typeof said === 'string' && said !== '' ? said : false;
}

function cardShown(card: unknown, body: string): Clicked {
  if (!isObject(card) || !isObject(card.data)) return badBody;
  if (card.type === 'template') return typeof card.data.template_id === 'string' ? {} : badCard;
  if (card.type !== 'raw') return badBody;
  try {
    checkCard(card.data, Buffer.byteLength(body));
    return { card: card.data };
  } catch (e) {
    return { ...badCard, fault: String(e) };
  }
}

export interface Control {
  message: Message;
  element: Json;
  form?: Json;
}

/** The newest control that `fits`, on a card whose title holds `on`. */
export function findControl(
  messages: readonly Message[],
  language: Language,
  on: string | undefined,
  fits: (element: Json) => boolean,
): Control | undefined {
  for (const message of [...messages].reverse()) {
    if (!message.card || (on && !titleOf(message.card, language).includes(on))) continue;
    for (const { element, form } of everything(elementsOf(message.card)))
      if (fits(element) && element.disabled !== true) return { message, element, ...(form && { form }) };
  }
  return undefined;
}

const callbackOf = (element: Json): Json | undefined =>
  (Array.isArray(element.behaviors) ? (element.behaviors as Json[]) : []).find((b) => b.type === 'callback');
const urlOf = (element: Json): string | undefined =>
  (Array.isArray(element.behaviors) ? (element.behaviors as Json[]) : []).find((b) => b.type === 'open_url')
    ?.default_url as string | undefined;

const named = (element: Json): Json => (typeof element.name === 'string' ? { name: element.name } : {});

/** Presses a control; in a form a submit button takes the form's values along. */
export async function press(
  by: Press,
  { message, element, form }: Control,
  values: Json,
  more: Json = {},
): Promise<Clicked> {
  const callback = callbackOf(element);
  const opened = urlOf(element);
  const value = callback && isObject(callback.value) ? { value: callback.value } : {};
  const action: Json = { ...value, tag: element.tag, ...named(element), ...more };
  if (element.form_action_type === 'submit' && form) {
    const missing = emptyOnes(form, values);
    if (missing.length > 0) return { missing };
    return interact(by, message, { ...action, form_value: formValue(form, values, by.user) });
  }
  if (callback) return interact(by, message, action);
  if (opened !== undefined) return { opened };
  throw new Error(
    `“${words(element.text, by.user.language)}” does nothing: it has no callback and no address`,
  );
}

const fieldsOf = (form: Json): Json[] =>
  [...everything((form.elements as Json[]) ?? [])]
    .map(({ element }) => element)
    .filter((e) => e.tag !== 'button' && e.name);

const filledIn = (field: Json, values: Json): unknown => {
  const given = values[String(field.name)];
  if (given !== undefined) return given;
  if (field.tag === 'checker') return field.checked === true;
  return (
    field.default_value ??
    field.initial_option ??
    field.selected_values ??
    field.initial_date ??
    field.initial_datetime ??
    field.initial_time
  );
};

const isEmpty = (v: unknown) => v === undefined || v === '' || (Array.isArray(v) && v.length === 0);
/** `required` of a multi_select_static is true where it is not said. */
const isRequired = (field: Json) =>
  field.required === true || (field.tag === 'multi_select_static' && field.required === undefined);

const emptyOnes = (form: Json, values: Json): string[] =>
  fieldsOf(form)
    .filter((f) => isRequired(f) && isEmpty(filledIn(f, values)))
    .map((f) => String(f.name));

/** As Feishu writes it: '' for an empty input, a zone behind a date, and no key for a select that was left alone. */
export function formValue(form: Json, values: Json, { zone }: User): Json {
  const result: Json = {};
  for (const field of fieldsOf(form)) {
    const value = filledIn(field, values);
    if (field.tag === 'input')
      result[String(field.name)] = String(value ?? '').slice(0, Number(field.max_length ?? 1000));
    else if (!isEmpty(value))
      result[String(field.name)] = /^(date_)?picker/.test(String(field.tag))
        ? withZone(String(value), zone)
        : value;
  }
  return result;
}

export function withZone(value: string, zone: string): string {
  const day = /^\d{4}/.test(value) ? new Date(`${value.slice(0, 10)}T12:00:00Z`) : new Date();
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(day);
  const offset =
    parts
      .find((p) => p.type === 'timeZoneName')
      ?.value.replace('GMT', '')
      .replace(':', '') || '+0000';
  return `${value} ${offset}`;
}
