/**
 * Every block of the core as elements of card JSON 2.0. A block gives one or more units: what of it must stay together on
 * a page (pages.ts). What people wrote stands in plain text or is neutralised; nothing is cut without standing elsewhere.
 */
import type { Block, Button, Card, ChartBlock, Choices, Option } from '../../src/core/card.ts';
import { labelMost } from './can.ts';
import { chart, progressBar } from './charts.ts';
import {
  button,
  type Element,
  type Json,
  label,
  note,
  panel,
  row,
  type Template,
  text,
  weigh,
} from './elements.ts';
import type { Words } from './messages.ts';
import { nth } from './names.ts';
import { tableUnits } from './table.ts';
import {
  bold,
  isLonger,
  markup,
  neutral,
  type People,
  personsIn,
  pieces,
  plainly,
  shortened,
} from './text.ts';

export type Unit = Element[];

export interface Scene {
  people: People;
  words: Words;
  /** Beside `words`, where several read or nobody knows the reader: the client chooses. */
  also?: Words;
  /** Of this drawing: the same button drawn anew is another press. */
  stamp: string;
}

export const templates: Record<NonNullable<Card['tone']>, Template> = {
  plain: 'blue',
  good: 'green',
  attention: 'orange',
  serious: 'red',
};

/** Longer notes are folded, longer texts can be. */
const [longNote, longText] = [400, 1200];
const lineMost = 1500;

export function units(block: Block, scene: Scene): Unit[] {
  switch (block.type) {
    case 'text':
      return [[written(block.text, scene)]];
    case 'note':
      return [[noted(block.text, scene)]];
    case 'facts':
      return facts(block.items);
    case 'table':
      return tableUnits(block);
    case 'chart':
      return charted(block);
    case 'image':
      return [[picture(block.file, block.alt, scene)]];
    case 'progress':
      return [
        [
          note(`${neutral(block.label)} ${bold(`${block.done} / ${block.of}`)}`),
          progressBar(shortened(block.label, labelMost), block.done, block.of),
        ],
      ];
    case 'people':
      return people(block.ids, scene);
    case 'divider':
      return [[{ tag: 'hr' }]];
    case 'actions':
      return [actions(block.items, scene)];
    case 'choices':
      return choices(block, scene);
  }
}

function written(md: string, scene: Scene): Element {
  const whole = text(markup(md, scene.people));
  return isLonger(md, longText) ? panel(firstWords(md, scene), [whole], true) : whole;
}

function noted(md: string, scene: Scene): Element {
  const whole = note(markup(md, scene.people));
  return isLonger(md, longNote) ? panel(firstWords(md, scene), [whole]) : whole;
}

const firstWords = (md: string, { people }: Scene): string =>
  shortened(plainly(md, people).replace(/\s+/g, ' ').trim(), 60);

const facts = (items: { label: string; value: string }[]): Unit[] => {
  const lines = items.flatMap((item) => {
    const [first = '', ...more] = pieces(item.value, lineMost);
    const named = `${bold(shortened(item.label, lineMost))}  ${neutral(first)}`;
    return [named, ...more.map(neutral)];
  });
  const out: string[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (last !== undefined && last.length + line.length < 3 * lineMost)
      out[out.length - 1] = `${last}\n${line}`;
    else out.push(line);
  }
  return out.map((content) => [text(content)]);
};

function picture(file: string, alt: string, { words }: Scene): Element {
  if (!/^img_[\w-]+$/.test(file)) return note(neutral(words.noPicture(alt)));
  return { tag: 'img', img_key: file, alt: { tag: 'plain_text', content: alt }, preview: true };
}

const peopleAtOnce = 100;

/** By picture and name; those without an account here by name. */
function people(ids: string[], scene: Scene): Unit[] {
  const accounts = ids.flatMap((id) => scene.people.get(id)?.account ?? []);
  const others = ids.filter((id) => !scene.people.get(id)?.account);
  const lists = [];
  for (let i = 0; i < accounts.length; i += peopleAtOnce)
    lists.push([
      {
        tag: 'person_list',
        // One unknown id would make the whole card fail.
        drop_invalid_user_id: true,
        show_name: true,
        show_avatar: true,
        size: 'small',
        persons: accounts.slice(i, i + peopleAtOnce).map((id) => ({ id })),
      },
    ]);
  const names = others.map((id) => neutral(scene.people.get(id)?.name ?? id)).join('\u2003');
  return others.length > 0 ? [...lists, [text(names)]] : lists;
}

const [nameMost, chartBytes] = [24, 9000];

/** What a client could not draw, or nobody could read as a picture, is a table. */
function charted(block: ChartBlock): Unit[] {
  const words = pieces(block.alt, lineMost).map((part): Unit => [note(neutral(part))]);
  const drawing = chart({
    ...block,
    labels: distinct(block.labels),
    series: distinct(block.series.map((s) => s.name)).map((name, i) => ({
      name,
      values: block.series[i]?.values ?? [],
    })),
  });
  const [first = [], ...more] = words;
  if (weigh(drawing).bytes <= chartBytes) return [[drawing, ...first], ...more];
  const columns = [{ label: '' }, ...block.series.map((s) => ({ label: s.name }))];
  const rows = block.labels.map((l, i) => [l, ...block.series.map((s) => String(s.values[i] ?? ''))]);
  return tableUnits({ type: 'table', columns, rows });
}

/** Short, and still told apart; the sentence below a chart has them whole. */
const distinct = (names: readonly string[]): string[] => {
  const short = names.map((name) => shortened(name, nameMost));
  return short.map((name, i) => (short.indexOf(name) === i ? name : `${name} ${i + 1}`));
};

const buttonTypes = { primary: 'primary', danger: 'danger' } as const;
const confirmMost = 1000;

function actions(items: readonly Button[], scene: Scene): Unit {
  const long = items.filter((b) => isLonger(b.label, labelMost)).map((b) => text(bold(b.label)));
  return [...long, row(items.map((b) => pressed(b, scene)))];
}

const pressed = (b: Button, { words, stamp }: Scene): Element =>
  button({
    label: b.label,
    value: { t: b.token, n: stamp },
    ...(b.style && { type: buttonTypes[b.style] }),
    ...(b.confirm && { confirm: { title: words.confirmTitle, text: shortened(b.confirm, confirmMost) } }),
  });

/** More options than one picker holds are offered by several. */
function choices(block: Choices, scene: Scene): Unit[] {
  const out = chunks(block.options).map((options) => picker({ ...block, options }, scene));
  return out.map((unit, i) => (i === 0 ? [text(bold(block.label)), ...unit] : unit));
}

const [optionsMost, optionBytes] = [60, 9000];

function chunks(options: readonly Option[]): Option[][] {
  const out: Option[][] = [];
  let bytes = 0;
  for (const option of options) {
    const size = weigh(option).bytes * 2;
    const last = out.at(-1);
    if (last && last.length < optionsMost && bytes + size <= optionBytes) last.push(option);
    else out.push([option]);
    bytes = out.at(-1) === last ? bytes + size : size;
  }
  return out;
}

function picker(block: Choices, scene: Scene): Unit {
  const chosen = block.options.some((o) => o.value === block.value);
  const select: Element = {
    tag: 'select_static',
    placeholder: label(block.label),
    options: optionsOf(block.options),
    ...(chosen && { initial_option: block.value }),
    behaviors: [{ type: 'callback', value: { t: block.token, n: scene.stamp } satisfies Json }],
  };
  return [select, ...explained(block.options, scene)];
}

/** The same value twice breaks the client, so the second is told apart on the wire (names.ts takes that away again). */
export const optionsOf = (options: readonly Option[]): Json[] => {
  const times = new Map<string, number>();
  return options.map((o) => {
    const n = (times.get(o.value) ?? 0) + 1;
    times.set(o.value, n);
    return { text: label(o.label), value: n === 1 ? o.value : nth(o.value, n) };
  });
};

/** Options have no second line, so what they mean is folded below them; a label that is too long stands there whole. */
export function explained(options: readonly Option[], { words }: Pick<Scene, 'words'>): Element[] {
  const lines = options
    .filter((o) => o.hint || isLonger(o.label, labelMost))
    .map((o) => `${bold(o.label)}${o.hint ? `  ${neutral(o.hint)}` : ''}`);
  return lines.length > 0 ? [panel(words.levels, [note(lines.join('\n'))])] : [];
}

/** Whom a card names. */
export const personsOf = (card: Card): string[] => [
  ...new Set(
    card.blocks.flatMap((block) => {
      if (block.type === 'text' || block.type === 'note') return personsIn(block.text);
      return block.type === 'people' ? block.ids : [];
    }),
  ),
];
