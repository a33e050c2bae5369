/**
 * Forms as modals. A long one is several views, one after the other; the answers of the earlier ones are kept, sealed,
 * in a draft, and private_metadata carries only the token, the card it was opened from and the draft's id.
 */
import { z } from 'zod';
import type { Field, Form } from '../../src/core/card.ts';
import type { Locale } from '../../src/core/i18n.ts';
import { md } from '../../src/core/md.ts';
import { type Draw, type Json, keeper, section } from './blocks.ts';
import { inputsOf } from './fields.ts';
import { held, keyOf } from './kept.ts';
import { bytes, limits, shortened } from './limits.ts';
import { say } from './messages.ts';
import { textObjects } from './mrkdwn.ts';
import { plain } from './options.ts';
import type { Values } from './values.ts';

export const formCallback = 'form';
export const shownCallback = 'shown';

/** Channel and message of the card that a form was opened from. */
const on = z.tuple([z.string().max(64), z.string().max(64)]);
const metadata = z.object({
  token: z.string().max(limits.value),
  on: on.optional(),
  draft: z.string().max(100).optional(),
  page: z.number().int().min(0).max(1000),
  /** Opened from Home, which is drawn anew afterwards. */
  home: z.boolean().optional(),
});
export type Metadata = z.infer<typeof metadata>;

export interface Draft {
  form: Form;
  values: Values;
}

export function readMetadata(text: string): Metadata | undefined {
  try {
    return metadata.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

interface Entry {
  field: Field;
  at: number;
  blocks: Json[];
}

const mostBlocks = limits.viewBlocks - 20;

/** Fields by page; each keeps the number it has in the whole form. */
export function formPages(form: Form, draw: Draw): Entry[][] {
  const pages: { entries: Entry[]; blocks: number; size: number }[] = [{ entries: [], blocks: 0, size: 0 }];
  for (const [at, field] of form.fields.entries()) {
    const blocks = inputsOf(field, at, draw);
    const size = bytes(JSON.stringify(blocks));
    let last = pages.at(-1) as (typeof pages)[number];
    if (
      last.entries.length > 0 &&
      (last.blocks + blocks.length > mostBlocks || last.size + size > limits.viewBytes * 0.8)
    ) {
      last = { entries: [], blocks: 0, size: 0 };
      pages.push(last);
    }
    last.entries.push({ field, at, blocks });
    last.blocks += blocks.length;
    last.size += size;
  }
  return pages.map((page) => page.entries);
}

/** With what was said so far. */
export const filled = (form: Form, values: Values): Form => ({
  ...form,
  fields: form.fields.map((field) => {
    const value = values[field.name];
    return value === undefined ? field : { ...field, value };
  }),
});

interface Wanted extends Omit<Metadata, 'token'> {
  /** Sentences above the fields, when one of them was not accepted on an earlier page. */
  troubles?: string[];
}

export function formView({ form, values }: Draft, wanted: Wanted, drawn: Draw): Json {
  const draw = { ...drawn, mark: keyOf(form.token, JSON.stringify(values)).slice(0, 6) };
  const { troubles = [], ...place } = wanted;
  const whole = filled(form, values);
  const pages = formPages(whole, draw);
  const page = Math.min(place.page, pages.length - 1);
  const words = say(draw.locale);
  const intro = page === 0 && form.intro ? textObjects(form.intro, draw).map(section) : [];
  const where = pages.length > 1 ? [context(words.page(page + 1, pages.length))] : [];
  const long = form.title.length > limits.viewTitle ? textObjects(md`${form.title}`, draw).map(section) : [];
  return {
    type: 'modal',
    callback_id: formCallback,
    title: plain(form.title, limits.viewTitle),
    submit: plain(page < pages.length - 1 ? words.onward : form.submit, limits.viewTitle),
    close: plain(words.cancel, limits.viewTitle),
    private_metadata: JSON.stringify({
      token: held(form.token, limits.value, keeper(draw)),
      ...place,
      page,
    } satisfies Metadata),
    blocks: [
      ...long,
      ...troubles.flatMap((text) => textObjects(md`${text}`, draw).map(section)),
      ...intro.slice(0, 15),
      ...where,
      ...(pages[page] ?? []).flatMap((entry) => entry.blocks),
    ],
  };
}

const context = (text: string): Json => ({
  type: 'context',
  elements: [{ type: 'plain_text', text, emoji: false }],
});

export const isLast = (form: Form, page: number, draw: Draw): boolean =>
  page >= formPages(form, draw).length - 1;

/** The page that a field stands on. */
export function pageWith(form: Form, name: string, draw: Draw): number {
  return Math.max(
    0,
    formPages(form, draw).findIndex((page) => page.some(({ field }) => field.name === name)),
  );
}

/** Words or a card in a modal, with nothing to send. */
export function shownView(title: string, blocks: Json[], draw: Draw, more: Json = {}): Json {
  return {
    type: 'modal',
    callback_id: shownCallback,
    title: plain(title, limits.viewTitle),
    close: plain(say(draw.locale).close, limits.viewTitle),
    blocks,
    ...more,
  };
}

/** Drawn without asking anybody; in both languages for somebody who was never drawn for. */
export function loadingView(title: string, known: Locale | undefined): Json {
  const words = known ? say(known).loading : `${say('en').loading}\n${say('zh').loading}`;
  const draw: Draw = {
    locale: known ?? 'en',
    people: new Map(),
    pictures: new Map(),
    subject: '',
    surface: 'view',
    keeps: [],
  };
  return sentenceView(title, words, draw);
}

export const sentenceView = (title: string, text: string, draw: Draw): Json =>
  shownView(title, textObjects(md`${shortened(text, limits.text * 5)}`, draw).map(section), draw);
