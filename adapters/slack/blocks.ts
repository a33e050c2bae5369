/**
 * Every block of a card as Block Kit. A piece stays together on one page. What a field of Slack's cuts off (a long
 * label, a long question before a button counts) is said in full beside it, so nothing is lost.
 */
import { createHash } from 'node:crypto';
import type { Block, Button, ChartBlock, Choices } from '../../src/core/card.ts';
import { md } from '../../src/core/md.ts';
import { type Entry, entryOf, held, keyOf } from './kept.ts';
import { bytes, limits, shortened } from './limits.ts';
import { say } from './messages.ts';
import { escaped, mention, type Reader, type TextObject, textObjects } from './mrkdwn.ts';
import { inFull, menuOf, optionsOf, plain } from './options.ts';
import { gathered, tables } from './tables.ts';
import { pressOf } from './tokens.ts';

export type Json = Record<string, unknown>;

export interface Draw extends Reader {
  /** Whose key seals what has to be kept. */
  subject: string;
  /** Views (Home, modals) draw no tables. */
  surface: 'message' | 'view';
  /** Uploaded pictures by the digest of their chart. */
  pictures: ReadonlyMap<string, string>;
  /** What does not fit is noted here and kept before the card is sent. */
  keeps: Entry[];
  /** There are people whom Slack's own pickers do not know. */
  elsewhere?: boolean;
  /** Of the form that is drawn; of the press that a card is drawn anew for. */
  mark?: string;
}

export interface Piece {
  blocks: Json[];
  /** Slack draws one table a message. */
  table: boolean;
}

export const piece = (...blocks: Json[]): Piece => ({ blocks, table: false });
export const section = (text: TextObject | string): Json => ({
  type: 'section',
  text: typeof text === 'string' ? { type: 'mrkdwn', text, verbatim: true } : text,
});
const note = (text: TextObject): Json => ({ type: 'context', elements: [text] });

export const keeper =
  ({ subject, keeps }: Pick<Draw, 'subject' | 'keeps'>, days?: number) =>
  (text: string): string => {
    const entry = entryOf(subject, text);
    keeps.push(days === undefined ? entry : { ...entry, days });
    return entry.id;
  };

export const pictureKey = (chart: ChartBlock): string =>
  createHash('sha256').update(JSON.stringify(chart)).digest('base64url');

export function piecesOf(block: Block, at: number, draw: Draw): Piece[] {
  switch (block.type) {
    case 'text':
      return textObjects(block.text, draw).map((text) => piece(section(text)));
    case 'note':
      return textObjects(block.text, draw, limits.fieldText).map((text) => piece(note(text)));
    case 'facts':
      return facts(block.items, draw);
    case 'table':
      return tables(block, draw.surface === 'message').flatMap(({ block: drawn, texts }) =>
        drawn ? [{ blocks: [drawn], table: true }] : texts.map((text) => piece(section(text))),
      );
    case 'chart':
      return [chart(block, draw)];
    case 'image':
      return [image(block, draw)];
    case 'progress':
      return [piece(section(progress(block)))];
    case 'people':
      return people(block.ids, draw);
    case 'divider':
      return [piece({ type: 'divider' })];
    case 'actions':
      return actions(block.items, at, draw);
    case 'choices':
      return choices(block, at, draw);
  }
}

function facts(items: readonly { label: string; value: string }[], draw: Draw): Piece[] {
  const texts = items.map(
    ({ label, value }) => `*${escaped(label).replace(/[*\n]/g, ' ')}*\n${escaped(value) || '–'}`,
  );
  if (texts.some((text) => text.length > limits.fieldText / 4))
    return items.flatMap(({ label, value }) =>
      textObjects(md`${label}: ${value || '–'}`, draw).map((text) => piece(section(text))),
    );
  return grouped(texts, limits.fields).map((some) =>
    piece({ type: 'section', fields: some.map((text) => ({ type: 'mrkdwn', text, verbatim: true })) }),
  );
}

export const grouped = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

function chart(block: ChartBlock, draw: Draw): Piece {
  const file = draw.pictures.get(pictureKey(block));
  const words = textObjects(md`${block.alt}`, draw, limits.fieldText).map(note);
  if (!file) return piece(...words);
  const picture = { type: 'image', slack_file: { id: file }, alt_text: shortened(block.alt, limits.alt) };
  return block.alt.length > limits.alt ? piece(picture, ...words) : piece(picture);
}

const slackFile = /^(?:[A-Z0-9]+:)?(F[A-Z0-9]{5,})$/;

function image({ file, alt }: { file: string; alt: string }, draw: Draw): Piece {
  const id = slackFile.exec(file)?.[1];
  if (id) return piece({ type: 'image', slack_file: { id }, alt_text: shortened(alt, limits.alt) });
  return piece(...textObjects(md`${alt}`, draw, limits.fieldText).map(note));
}

const barLength = 10;

function progress({ label, done, of }: { label: string; done: number; of: number }): string {
  const full = of > 0 ? Math.round((Math.min(done, of) / of) * barLength) : 0;
  return `${escaped(label)}  ${'▰'.repeat(full)}${'▱'.repeat(barLength - full)}  ${done} / ${of}`;
}

function people(ids: readonly string[], draw: Draw): Piece[] {
  const names = ids.map((id) => mention(id, draw));
  return grouped(names, 40).flatMap((some) =>
    gathered(some, limits.text - some.length).flatMap((fit) =>
      textPieces(fit.join(', ')).map((text) => piece(section(text))),
    ),
  );
}

function actions(items: readonly Button[], at: number, draw: Draw): Piece[] {
  return grouped(items, limits.buttons).map((some, row) =>
    piece(
      ...some.filter((b) => b.label.length > limits.buttonText).flatMap((b) => long(`• ${b.label}`, draw)),
      {
        type: 'actions',
        block_id: `a${at}.${row}`,
        elements: some.map((b, i) => button(b, `press.${at}.${row}.${i}`, draw)),
      },
      ...some
        .filter((b) => (b.confirm?.length ?? 0) > limits.confirmText)
        .flatMap((b) => long(`${b.label}: ${b.confirm}`, draw)),
    ),
  );
}

const long = (text: string, draw: Draw): Json[] => textObjects(md`${text}`, draw).map(section);

function button({ label, token, style, confirm }: Button, id: string, draw: Draw): Json {
  const words = say(draw.locale);
  return {
    type: 'button',
    action_id: id,
    text: plain(label, limits.buttonText),
    value: held(pressOf(token), limits.value, keeper(draw)),
    ...(style && { style }),
    ...(confirm && {
      confirm: {
        title: plain(words.sure, limits.confirmTitle),
        text: plain(confirm, limits.confirmText),
        confirm: plain(words.yes, limits.confirmButton),
        deny: plain(words.no, limits.confirmButton),
        ...(style === 'danger' && { style }),
      },
    }),
  };
}

const mostButtons = 5;

/** Up to five stand side by side, one tap each; more of them, or long ones, hang in a menu. */
function choices(block: Choices, at: number, draw: Draw): Piece[] {
  const { label, options, value } = block;
  const now = options.find((o) => o.value === value);
  const heading = `*${escaped(label).replace(/[*\n]/g, ' ')}*${now ? `  ${escaped(say(draw.locale).chosen(now.label))}` : ''}`;
  const beside = options.length <= mostButtons && options.every((o) => o.label.length <= limits.buttonText);
  return [
    ...gathered(beside ? hints(block) : inFull(options), limits.text).flatMap((some) =>
      textPieces(some.join('\n')).map((text) => piece(section(text))),
    ),
    beside ? piece(section(heading), row(block, at, draw)) : piece(menu(block, heading, at, draw)),
  ];
}

const hints = ({ options }: Choices) =>
  options.flatMap((o) => (o.hint ? [`• ${escaped(o.label)}: ${escaped(o.hint)}`] : []));

/** Lines that are escaped already, broken where they are longer than a section; never inside an entity. */
function textPieces(text: string): string[] {
  if (text.length <= limits.text) return text ? [text] : [];
  const cut = text.slice(0, limits.text);
  const end = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('&'), limits.text / 2);
  return [text.slice(0, end), ...textPieces(text.slice(end))];
}

function row({ token, options, value }: Choices, at: number, draw: Draw): Json {
  return {
    type: 'actions',
    block_id: `o${at}`,
    elements: options.map((option, i) => ({
      type: 'button',
      action_id: `press.${at}.${i}`,
      text: plain(option.label, limits.buttonText),
      value: held(pressOf(token, option.value), limits.value, keeper(draw)),
      ...(option.value === value && { style: 'primary' }),
    })),
  };
}

/** Where a block keeps its id Slack goes on showing what was picked, also when it was refused. */
const markOf = (value: string | undefined, { mark = '' }: Draw): string =>
  keyOf(value ?? '', mark).slice(0, 6);

/** The menu's options carry only values, so the token stands in the block's id. */
function menu({ token, options, value }: Choices, heading: string, at: number, draw: Draw): Json {
  const keep = keeper(draw);
  const all = optionsOf(options, keep);
  const chosen = all[options.findIndex((o) => o.value === value)];
  return {
    ...section(heading),
    block_id: `c${at}-${markOf(value, draw)}.${held(token, limits.id - 20, keep)}`,
    accessory: {
      type: 'static_select',
      action_id: `choose.${at}`,
      ...menuOf(all, draw),
      ...(chosen && { initial_option: chosen }),
    },
  };
}

/** What counts against the limit of all texts of a message: what is read without opening anything. */
export function weight(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, v) => sum + weight(v), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, v]) => {
    if (key === 'options' || key === 'option_groups' || key === 'initial_option' || key === 'confirm')
      return sum;
    return sum + (typeof v === 'string' ? (key === 'text' || key === 'alt_text' ? bytes(v) : 0) : weight(v));
  }, 0);
}
