/** A page on which a person tries the fake by hand: everybody's conversations, Home and windows, drawn as Block Kit looks. */
import type { Core } from './core.ts';
import { blocksOf, optionsOf } from './filling.ts';
import { pressable } from './payloads.ts';
import { read } from './seen.ts';
import { isObject } from './shape.ts';
import type { Json, Message, ViewState } from './state.ts';
import type { User } from './user.ts';

const safe = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Slack's own markup as HTML: what people wrote was escaped by the app, so only marks are left. */
function words(core: Core, object: unknown): string {
  if (!isObject(object)) return '';
  const text = String(object.text ?? '');
  if (object.type !== 'mrkdwn') return safe(text).replace(/\n/g, '<br>');
  return safe(read(core, text))
    .replace(/\*([^*\n]+)\*/g, '<b>$1</b>')
    .replace(/(^|[\s(])_([^_\n]+)_(?=[\s).,:!?]|$)/g, '$1<i>$2</i>')
    .replace(/\n/g, '<br>');
}

type Draw = (core: Core, part: Json, at: string) => string;

const choose: Draw = (core, e, at) => {
  const initial = isObject(e.initial_option) ? e.initial_option.value : undefined;
  const options = optionsOf(e).map(
    (o) =>
      `<option value="${safe(String(o.value))}"${o.value === initial ? ' selected' : ''}>${words(core, o.text)}</option>`,
  );
  const many = String(e.type).startsWith('multi') || e.type === 'checkboxes' ? ' multiple' : '';
  return `<select${many} data-pick="${at}"><option value="">${words(core, e.placeholder) || '…'}</option>${options.join('')}</select>`;
};

const entry =
  (type: string): Draw =>
  (_, e) =>
    `<input type="${type}" value="${safe(String(e.initial_value ?? e.initial_date ?? ''))}">`;

const people: Draw = (core, e, at) => {
  const all = [...core.state.workspaces.values()].flatMap((w) => [...w.members.values()]);
  const options = all
    .filter((m) => !m.bot && !m.deleted)
    .map((m) => ({ text: { type: 'plain_text', text: m.realName }, value: m.id }));
  return choose(core, { ...e, options }, at);
};

const elements: Record<string, Draw> = {
  button: (core, e, at) =>
    `<button class="${safe(String(e.style ?? ''))}" data-press="${at}">${words(core, e.text)}</button>`,
  static_select: choose,
  multi_static_select: choose,
  radio_buttons: choose,
  checkboxes: choose,
  overflow: choose,
  users_select: people,
  multi_users_select: people,
  plain_text_input: (_, e) =>
    e.multiline === true
      ? `<textarea rows="4">${safe(String(e.initial_value ?? ''))}</textarea>`
      : `<input value="${safe(String(e.initial_value ?? ''))}">`,
  number_input: entry('number'),
  datepicker: entry('date'),
  timepicker: entry('time'),
  image: (_, e) => picture(e),
  mrkdwn: (core, e) => words(core, e),
  plain_text: (core, e) => words(core, e),
};

const element = (core: Core, e: unknown, at: string): string =>
  isObject(e) ? (elements[String(e.type)]?.(core, e, at) ?? `<i>${safe(String(e.type))}</i>`) : '';

const all = (core: Core, parts: unknown, at: string): string =>
  (Array.isArray(parts) ? parts : []).map((e, i) => element(core, e, `${at}/elements/${i}`)).join(' ');

function picture(block: Json): string {
  const file = isObject(block.slack_file) ? `/picture/${safe(String(block.slack_file.id))}` : undefined;
  return `<img src="${file ?? safe(String(block.image_url ?? ''))}" alt="${safe(String(block.alt_text))}">`;
}

const cell = (c: unknown): string => (isObject(c) ? safe(String(c.text ?? c.value ?? '')) : '');
const table: Draw = (_, b) => {
  const rows = (Array.isArray(b.rows) ? b.rows : []) as unknown[][];
  const [head = [], ...rest] = rows;
  const line = (row: unknown[], tag: string) =>
    `<tr>${row.map((c) => `<${tag}>${cell(c)}</${tag}>`).join('')}</tr>`;
  return `<table>${line(head, 'th')}${rest.map((r) => line(r, 'td')).join('')}</table>`;
};

const blocks: Record<string, Draw> = {
  header: (core, b) => `<h3>${words(core, b.text)}</h3>`,
  section: (core, b, at) => {
    const fields = (Array.isArray(b.fields) ? b.fields : [])
      .map((f) => `<span>${words(core, f)}</span>`)
      .join('');
    const side = b.accessory ? `<aside>${element(core, b.accessory, `${at}/accessory`)}</aside>` : '';
    return `<section>${side}<div>${words(core, b.text)}</div>${fields ? `<div class="fields">${fields}</div>` : ''}</section>`;
  },
  divider: () => '<hr>',
  context: (core, b, at) => `<small>${all(core, b.elements, at)}</small>`,
  actions: (core, b, at) => `<div class="actions">${all(core, b.elements, at)}</div>`,
  input: (core, b, at) =>
    `<label data-field="${safe(String(b.block_id))}"><b>${words(core, b.label)}</b>${b.optional === true ? ' <i>(optional)</i>' : ''}${element(core, b.element, `${at}/element`)}<small>${words(core, b.hint)}</small></label>`,
  image: (core, b) => `<figure>${picture(b)}<figcaption>${words(core, b.title)}</figcaption></figure>`,
  markdown: (_, b) => `<pre>${safe(String(b.text))}</pre>`,
  alert: (core, b) => `<p class="alert">${words(core, b.text)}</p>`,
  table,
  data_table: table,
};

const drawn = (core: Core, list: readonly Json[]): string =>
  list.map((b, i) => blocks[String(b.type)]?.(core, b, `${i}`) ?? `<i>${safe(String(b.type))}</i>`).join('');

function message(core: Core, m: Message): string {
  const who = m.byApp
    ? 'growloop'
    : (core.state.workspaces.get(m.team)?.members.get(m.user)?.realName ?? m.user);
  const body =
    m.blocks.length > 0 ? drawn(core, pressable(m)) : words(core, { type: 'mrkdwn', text: m.text });
  const files = m.files.map((f) => `<p>📎 <a href="/picture/${f.id}">${safe(f.name)}</a></p>`).join('');
  const note = `${m.only ? ' · only visible to you' : ''}${m.before.length > 0 ? ' · edited' : ''}`;
  return `<article data-ts="${m.ts}"><b>${safe(who)}</b><i>${note}</i>${body}${files}</article>`;
}

function view(core: Core, v: ViewState): string {
  const errors = Object.entries(v.errors).map(
    ([block, error]) => `<p class="alert">${safe(block)}: ${safe(error)}</p>`,
  );
  const submit = v.view.submit
    ? `<button class="primary" data-submit="1">${words(core, v.view.submit)}</button>`
    : '';
  const head = v.type === 'modal' ? `<h2>${words(core, v.view.title)}</h2>` : '';
  const foot =
    v.type === 'modal'
      ? `<button data-close="1">${words(core, v.view.close) || 'Close'}</button> ${submit}`
      : '';
  return `${head}${drawn(core, blocksOf(v))}${errors.join('')}<div class="actions">${foot}</div>`;
}

/** What one person has before them, as the parts of the page. */
export function sight(core: Core, user: User): Json {
  const [modal, home] = [user.modal(), user.home()];
  return {
    messages: user
      .messages()
      .map((m) => message(core, m))
      .join(''),
    home: home ? view(core, home) : '<p>Home has not been opened yet.</p>',
    modal: modal ? view(core, modal) : '',
    troubles: core.ledger.troubles.filter((t) => t.user === user.id).map((t) => t.what),
  };
}
