/** Every field of a form as input blocks. A field's name stands in the block's id; several blocks of one name are one answer. */
import type { Field } from '../../src/core/card.ts';
import { type Draw, grouped, type Json, keeper, section } from './blocks.ts';
import { limits, shortened } from './limits.ts';
import { say } from './messages.ts';
import { inFull, menuOf, type OptionObject, optionsOf, plain } from './options.ts';

export const valueId = 'v';
/**
 * What was typed stays in a view that is drawn anew wherever the ids stay, so another form, or the same one with other
 * answers in it, has another mark.
 */
export const blockOf = (at: number, mark: string, name: string): string => `f${at}.${mark}.${name}`;
export const fieldIn = (blockId: string): string | undefined => /^f\d+\.[\w-]*\.(.+)$/s.exec(blockId)?.[1];

const listOf = (value: Field['value']): string[] =>
  (Array.isArray(value) ? value : [value ?? '']).filter((v) => v !== '');

export function inputsOf(field: Field, at: number, draw: Draw): Json[] {
  switch (field.type) {
    case 'text':
      return [input(field, at, draw, text(field))];
    case 'choice':
      return choice(field, at, draw);
    case 'rating':
      return choice({ ...field, options: field.options ?? scale(field) }, at, draw);
    case 'number':
      return [input(field, at, draw, number(field))];
    case 'date':
      return [input(field, at, draw, date(field))];
    case 'person':
      return field.options ? choice(field, at, draw) : person(field, at, draw);
    case 'file':
      return [input(field, at, draw, { type: 'file_input', max_files: field.many ? limits.files : 1 })];
  }
}

function input(field: Field, at: number, draw: Draw, element: Json): Json {
  const hint = [field.hint, bounds(field, draw)].filter(Boolean).join(' ');
  return {
    type: 'input',
    block_id: blockOf(at, draw.mark ?? '', field.name),
    label: plain(field.label, limits.label),
    element: { ...element, action_id: valueId },
    optional: field.required !== true,
    ...(hint && { hint: plain(hint, limits.hint) }),
  };
}

/** A calendar or a number has no bounds to show. */
function bounds({ type, min, max }: Field, { locale }: Draw): string | undefined {
  const words = say(locale);
  if (type !== 'date') return undefined;
  if (min !== undefined && max !== undefined) return words.within(String(min), String(max));
  if (min !== undefined) return words.from(String(min));
  return max === undefined ? undefined : words.until(String(max));
}

function text({ value, min, max, lines }: Field): Json {
  const most = typeof max === 'number' ? Math.min(max, limits.input) : limits.input;
  const initial = listOf(value).join('\n');
  return {
    type: 'plain_text_input',
    multiline: (lines ?? 1) > 1,
    max_length: Math.max(most, Math.min(initial.length, limits.input), 1),
    ...(typeof min === 'number' && min > 0 && min <= most && { min_length: min }),
    ...(initial && { initial_value: shortened(initial, limits.input) }),
  };
}

const isNumber = (value: string) => /^-?\d+(\.\d+)?$/.test(value);

/** What was written as “1,200” stays as it is in a line of text; the core reads both. */
function number({ value, min, max }: Field): Json {
  const [initial] = listOf(value);
  if (initial !== undefined && !isNumber(initial))
    return { type: 'plain_text_input', initial_value: shortened(initial, limits.input) };
  return {
    type: 'number_input',
    is_decimal_allowed: true,
    ...(min !== undefined && { min_value: String(min) }),
    ...(max !== undefined && { max_value: String(max) }),
    ...(initial !== undefined && { initial_value: initial }),
  };
}

function date({ value }: Field): Json {
  const [day] = listOf(value);
  return { type: 'datepicker', ...(day && /^\d{4}-\d\d-\d\d$/.test(day) && { initial_date: day }) };
}

/** A rating without words: its numbers. */
function scale({ min, max }: Field) {
  const [from, to] = [Number(min ?? 1), Number(max ?? 5)];
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    label: String(from + i),
    value: String(from + i),
  }));
}

function choice(field: Field, at: number, draw: Draw): Json[] {
  const options = field.options ?? [];
  // Slack draws no menu without an option.
  if (options.length === 0) return [input(field, at, draw, text({ ...field, type: 'text' }))];
  const all = optionsOf(options, keeper(draw));
  const values = listOf(field.value);
  const chosen = all.filter((_, i) => values.includes(options[i]?.value ?? ''));
  const lines = inFull(options);
  return [
    ...lines.map((line) => section(shortened(line, limits.text))),
    input(field, at, draw, field.many ? several(all, chosen, draw) : one(field, all, chosen[0], draw)),
  ];
}

/** A radio button cannot be taken back, so what may stay empty hangs in a menu. */
function one(field: Field, all: OptionObject[], chosen: OptionObject | undefined, draw: Draw): Json {
  const initial = chosen && { initial_option: chosen };
  return field.required && all.length <= limits.radios
    ? { type: 'radio_buttons', options: all, ...initial }
    : { type: 'static_select', ...menuOf(all, draw), ...initial };
}

function several(all: OptionObject[], chosen: OptionObject[], draw: Draw): Json {
  const initial = chosen.length > 0 && { initial_options: chosen };
  return all.length <= limits.radios
    ? { type: 'checkboxes', options: all, ...initial }
    : { type: 'multi_static_select', ...menuOf(all, draw), ...initial };
}

export const elsewhereId = 'elsewhere';

/** Whoever was named before but has no account here stands below as a box to keep or to clear; or where others are looked for. */
function person(field: Field, at: number, draw: Draw): Json[] {
  const named = listOf(field.value).map((id) => ({ id, ...draw.people.get(id) }));
  const accounts = named.flatMap(({ account }) => account ?? []);
  const placeholder = plain(say(draw.locale).choose, limits.placeholder);
  const picker = field.many
    ? { type: 'multi_users_select', placeholder, ...(accounts.length > 0 && { initial_users: accounts }) }
    : { type: 'users_select', placeholder, ...(accounts[0] && { initial_user: accounts[0] }) };
  const strangers = named.filter(({ account }) => !account);
  const boxed = strangers.map(({ id, name }) => ({ label: name ?? say(draw.locale).someone, value: id }));
  if (draw.elsewhere) {
    const chosen = grouped(optionsOf(boxed, keeper(draw)), limits.options);
    return [
      input({ ...field, required: false }, at, draw, picker),
      ...(chosen.length > 0 ? chosen : [[]]).map((some, i) => others(field, at + 1000 * (i + 1), draw, some)),
    ];
  }
  const options = optionsOf(boxed.slice(0, limits.radios), keeper(draw));
  if (options.length === 0) return [input(field, at, draw, picker)];
  const boxes = { type: 'checkboxes', options, initial_options: options };
  return [
    input({ ...field, required: false }, at, draw, picker),
    input({ ...field, required: false, hint: '' }, at + 1000, draw, boxes),
  ];
}

/** Slack offers its own members only; others are looked for as their name is typed. */
function others(field: Field, at: number, draw: Draw, chosen: OptionObject[]): Json {
  const words = say(draw.locale);
  const own = { placeholder: plain(words.search, limits.placeholder), min_query_length: 0 };
  const element = field.many
    ? { type: 'multi_external_select', ...own, ...(chosen.length > 0 && { initial_options: chosen }) }
    : { type: 'external_select', ...own, ...(chosen[0] && { initial_option: chosen[0] }) };
  const drawn = input(
    { ...field, label: words.elsewhereToo(field.label), required: false, hint: '' },
    at,
    draw,
    element,
  );
  return { ...drawn, element: { ...(drawn.element as Json), action_id: elsewhereId } };
}
