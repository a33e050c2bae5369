/** Every field of a form as input blocks. A field's name stands in the block's id; several blocks of one name are one answer. */
import type { Field } from '../../src/core/card.ts';
import { type Draw, grouped, type Json, keeper, section } from './blocks.ts';
import { limits, shortened } from './limits.ts';
import { say } from './messages.ts';
import { inFull, menuOf, type OptionObject, optionsOf, plain } from './options.ts';
import { type Joint, type Part, partIn, partMark, partsOf } from './parts.ts';

export const valueId = 'v';
/**
 * What was typed stays in a view that is drawn anew wherever the ids stay, so another form, or the same one with other
 * answers in it, has another mark.
 */
export const blockOf = (at: number, mark: string, name: string, part = ''): string =>
  `f${at}${part}.${mark}.${name}`;
const blockId = /^f\d+(p\w+)?\.[\w-]*\.(.+)$/s;
export const fieldIn = (id: string): string | undefined => blockId.exec(id)?.[2];
/** Which part of a long text it is, and how it goes on from the one before. */
export const partOf = (id: string): { nth: number; joint?: Joint } => partIn(blockId.exec(id)?.[1] ?? '');

const listOf = (value: Field['value']): string[] =>
  (Array.isArray(value) ? value : [value ?? '']).filter((v) => v !== '');

export function inputsOf(field: Field, at: number, draw: Draw): Json[] {
  switch (field.type) {
    case 'text':
      return texts(field, at, draw);
    case 'choice':
      return choice(field, at, draw);
    case 'rating':
      return choice({ ...field, options: field.options ?? scale(field) }, at, draw);
    case 'number':
      return number(field, at, draw);
    case 'date':
      return [input(field, at, draw, date(field))];
    case 'person':
      return field.options ? choice(field, at, draw) : person(field, at, draw);
    case 'file':
      return [input(field, at, draw, { type: 'file_input', max_files: field.many ? limits.files : 1 })];
  }
}

function input(field: Field, at: number, draw: Draw, element: Json, part = ''): Json {
  const hint = [field.hint, bounds(field, draw)].filter(Boolean).join(' ');
  return {
    type: 'input',
    block_id: blockOf(at, draw.mark ?? '', field.name, part),
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

/** A text that one input does not hold has as many as it needs: what would be cut off here would be gone once it is sent. */
function texts(field: Field, at: number, draw: Draw): Json[] {
  const parts = partsOf(listOf(field.value).join('\n'), limits.input);
  const [first = { text: '' }, ...more] = parts;
  if (more.length === 0) return [input(field, at, draw, text(field, first))];
  const { hint: _, ...rest } = field;
  const label = (n: number) => say(draw.locale).part(field.label, n, parts.length);
  return [
    input({ ...field, label: label(1) }, at, draw, text(field, first, true)),
    ...more.map((part, i) => {
      const named = { ...rest, label: label(i + 2), required: false };
      return input(named, at, draw, text(field, part, true), partMark(i + 1, part.joint ?? 'x'));
    }),
  ];
}

function text({ min, max, lines }: Field, { text: initial }: Part, isPart = false): Json {
  const most = typeof max === 'number' && !isPart ? Math.min(max, limits.input) : limits.input;
  return {
    type: 'plain_text_input',
    multiline: isPart || (lines ?? 1) > 1,
    max_length: Math.max(most, initial.length, 1),
    ...(typeof min === 'number' && min > 0 && min <= most && !isPart && { min_length: min }),
    ...(initial && { initial_value: initial }),
  };
}

const isNumber = (value: string) => /^-?\d+(\.\d+)?$/.test(value);

/** What was written as “1,200” stays as it is in a line of text; the core reads both. */
function number(field: Field, at: number, draw: Draw): Json[] {
  const [initial] = listOf(field.value);
  if (initial !== undefined && !isNumber(initial)) {
    const { min: _, max: __, ...bare } = field;
    return texts({ ...bare, value: initial }, at, draw);
  }
  const { min, max } = field;
  const element = {
    type: 'number_input',
    is_decimal_allowed: true,
    ...(min !== undefined && { min_value: String(min) }),
    ...(max !== undefined && { max_value: String(max) }),
    ...(initial !== undefined && { initial_value: initial }),
  };
  return [input(field, at, draw, element)];
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
  if (options.length === 0) return texts(field, at, draw);
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
