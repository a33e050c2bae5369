/** What a person reads: messages, modals and Home as text, mentions as names. */
import type { Core } from './core.ts';
import { isObject } from './shape.ts';
import { type Json, type Message, memberOf, type ViewState } from './state.ts';

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const bare = (text: string) => text.replace(/&(amp|lt|gt);/g, (e) => entities[e] ?? e);

/** As Slack draws it. `<!channel>` and its like ring everywhere: they come out in capitals. */
export function read(core: Core, mrkdwn: string): string {
  return bare(
    mrkdwn.replace(/<([^<>]*)>/g, (_, inside: string) => {
      const [what = '', label] = inside.split('|');
      if (/^@[UW]/.test(what)) return `@${memberOf(core.state, what.slice(1))?.realName ?? 'UNKNOWN'}`;
      if (what.startsWith('#')) return `#${core.state.conversations.get(what.slice(1))?.name ?? 'UNKNOWN'}`;
      if (what.startsWith('!date')) return label ?? what;
      if (what.startsWith('!')) return `!!${what.slice(1).toUpperCase()}!!`;
      return label ?? what;
    }),
  );
}

const textOf = (core: Core, object: unknown): string => {
  if (!isObject(object)) return '';
  const text = String(object.text ?? '');
  return object.type === 'mrkdwn' ? read(core, text) : text;
};

const labelsOf = (core: Core, options: unknown): string =>
  (Array.isArray(options) ? options : []).map((o) => (isObject(o) ? textOf(core, o.text) : '')).join(' | ');

type Draw = (core: Core, part: Json) => string;

const chosen = (core: Core, e: Json): string =>
  isObject(e.initial_option) ? `: ${textOf(core, e.initial_option.text)}` : '';

const elements: Record<string, Draw> = {
  button: (core, e) => `[${textOf(core, e.text)}]`,
  static_select: (core, e) =>
    `(${textOf(core, e.placeholder)}${chosen(core, e)}) {${labelsOf(core, e.options)}}`,
  multi_static_select: (core, e) => `(${textOf(core, e.placeholder)}) {${labelsOf(core, e.options)}}`,
  radio_buttons: (core, e) => `(${chosen(core, e)}) {${labelsOf(core, e.options)}}`,
  checkboxes: (core, e) => `{${labelsOf(core, e.options)}}`,
  overflow: (core, e) => `… {${labelsOf(core, e.options)}}`,
  image: (_, e) => `(picture: ${String(e.alt_text)})`,
  mrkdwn: textOf,
  plain_text: textOf,
};

const element = (core: Core, e: unknown): string => {
  if (!isObject(e)) return '';
  return elements[String(e.type)]?.(core, e) ?? `(${String(e.type)} ${textOf(core, e.placeholder)})`;
};

const all = (core: Core, parts: unknown, between: string): string =>
  (Array.isArray(parts) ? parts : []).map((e) => element(core, e)).join(between);

function richText(core: Core, part: unknown): string {
  if (!isObject(part)) return '';
  const own = part.type === 'user' ? `@${memberOf(core.state, String(part.user_id))?.realName}` : '';
  const inner = Array.isArray(part.elements) ? part.elements.map((e) => richText(core, e)).join('') : '';
  return own || `${String(part.text ?? '')}${inner}`;
}

const cells = (core: Core, row: unknown): string =>
  (Array.isArray(row) ? row : [])
    .map((c) =>
      isObject(c) && c.type === 'rich_text'
        ? richText(core, c)
        : String(isObject(c) ? (c.text ?? c.value ?? '') : ''),
    )
    .join(' | ');

const rows: Draw = (core, b) => (Array.isArray(b.rows) ? b.rows : []).map((r) => cells(core, r)).join('\n');

const blocks: Record<string, Draw> = {
  header: (core, b) => `# ${textOf(core, b.text)}`,
  section: (core, b) =>
    [
      textOf(core, b.text),
      ...(Array.isArray(b.fields) ? b.fields : []).map((f) => textOf(core, f)),
      b.accessory ? element(core, b.accessory) : '',
    ]
      .filter(Boolean)
      .join('\n'),
  divider: () => '---',
  context: (core, b) => all(core, b.elements, ' · '),
  actions: (core, b) => all(core, b.elements, ' '),
  context_actions: (core, b) => all(core, b.elements, ' '),
  input: (core, b) =>
    `${textOf(core, b.label)}: ${element(core, b.element)}${b.hint ? ` (${textOf(core, b.hint)})` : ''}`,
  image: (core, b) => `(picture: ${String(b.alt_text)})${b.title ? ` ${textOf(core, b.title)}` : ''}`,
  markdown: (_, b) => String(b.text),
  alert: (core, b) => `! ${textOf(core, b.text)}`,
  rich_text: richText,
  table: rows,
  data_table: (core, b) => `${String(b.caption)}\n${rows(core, b)}`,
};

export const drawn = (core: Core, list: readonly Json[]): string =>
  list.map((b) => blocks[String(b.type)]?.(core, b) ?? `(${String(b.type)})`).join('\n');

export function messageText(core: Core, message: Message): string {
  const body = message.blocks.length > 0 ? drawn(core, message.blocks) : read(core, message.text);
  const files = message.files.map((f) => `(file: ${f.name})`);
  return [body, ...files].filter(Boolean).join('\n');
}

export const viewText = (core: Core, v: ViewState): string =>
  [
    v.type === 'modal' ? `«${textOf(core, v.view.title)}»` : '',
    drawn(core, (v.view.blocks ?? []) as Json[]),
    ...Object.entries(v.errors).map(([block, error]) => `✗ ${block}: ${error}`),
    v.view.submit ? `<${textOf(core, v.view.submit)}>` : '',
  ]
    .filter(Boolean)
    .join('\n');
