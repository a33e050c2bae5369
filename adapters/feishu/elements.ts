/** Elements of card JSON 2.0, and what they weigh: the size on the wire, and everything with a tag. */
import { PlatformError } from '../../src/core/platform.ts';
import { labelMost, whole } from './can.ts';
import { readable, shortened } from './text.ts';

export type Json = { [key: string]: unknown };
export type Element = Json & { tag: string };

export const plain = (content: string): Element => ({ tag: 'plain_text', content: readable(content) });
export const label = (content: string): Element => plain(shortened(content, labelMost));
export const text = (content: string): Element => ({ tag: 'markdown', content: readable(content) });
export const note = (content: string): Element => ({
  tag: 'markdown',
  content: readable(content),
  text_size: 'notation',
});

export const panel = (title: string, elements: Element[], expanded = false): Element => ({
  tag: 'collapsible_panel',
  expanded,
  header: { title: plain(title) },
  border: { color: 'grey', corner_radius: '5px' },
  padding: '8px 8px 8px 8px',
  elements,
});

export const row = (elements: Element[]): Element => ({
  tag: 'column_set',
  flex_mode: 'flow',
  horizontal_spacing: '8px',
  columns: elements.map((element) => ({ tag: 'column', width: 'auto', elements: [element] })),
});

export interface ButtonLook {
  label: string;
  value: Json;
  type?: 'default' | 'primary' | 'danger';
  confirm?: { title: string; text: string };
}

export const button = (look: ButtonLook): Element => ({
  tag: 'button',
  text: label(look.label),
  type: look.type ?? 'default',
  behaviors: [{ type: 'callback', value: look.value }],
  // Without a title old clients do nothing at all.
  ...(look.confirm && { confirm: { title: plain(look.confirm.title), text: plain(look.confirm.text) } }),
});

/** A button of a form: everything typed in the form comes along. */
export const submit = (name: string, look: ButtonLook): Element => ({
  ...button(look),
  name,
  form_action_type: 'submit',
});

export interface Weight {
  bytes: number;
  elements: number;
  tables: number;
  charts: number;
}

function count(value: unknown, weight: Weight): void {
  if (typeof value !== 'object' || value === null) return;
  const { tag } = value as Json;
  if (typeof tag === 'string') weight.elements += 1;
  if (tag === 'table') weight.tables += 1;
  if (tag === 'chart') weight.charts += 1;
  for (const [key, inner] of Object.entries(value)) if (key !== 'chart_spec') count(inner, weight);
}

/** `content` is JSON within JSON, so every quotation mark travels as two bytes. */
const wireBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(JSON.stringify(value)));

export function weigh(elements: unknown): Weight {
  const weight = { bytes: wireBytes(elements), elements: 0, tables: 0, charts: 0 };
  count(elements, weight);
  return weight;
}

export type Template = 'blue' | 'green' | 'orange' | 'red';

/** Shared cards are the only ones of 2.0; nothing of ours is to be forwarded. */
export function cardOf(title: string, template: Template, elements: Element[]): Json {
  const card = {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: false,
      width_mode: 'fill',
      summary: { content: readable(title) },
    },
    header: { title: plain(title), template },
    body: { elements },
  };
  const { bytes, elements: n } = weigh(card);
  // What it says must not get into the error: that ends in lists and logs.
  if (bytes > whole.bytes || n > whole.elements)
    throw new PlatformError('broken', `a card of ${bytes} bytes and ${n} elements does not fit Feishu`);
  return card;
}
