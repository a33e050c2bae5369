/**
 * A card as Feishu takes it: 30 KB, 200 elements, 5 tables. What is longer is a book: its pages are turned by buttons,
 * answered by the adapter itself from the card that it kept (kept.ts), without a call and without asking the core.
 */
import type { Card } from '../../src/core/card.ts';
import { PlatformError } from '../../src/core/platform.ts';
import { bilingual } from './bilingual.ts';
import { page } from './can.ts';
import { button, cardOf, type Element, type Json, note, row, text, type Weight, weigh } from './elements.ts';
import { type Scene, templates, type Unit, units } from './render.ts';
import { bold, isLonger, neutral, pieces, shortened } from './text.ts';

const titleMost = 80;
const measures = ['bytes', 'elements', 'tables', 'charts'] as const;

const added = (a: Weight, b: Weight): Weight => ({
  bytes: a.bytes + b.bytes,
  elements: a.elements + b.elements,
  tables: a.tables + b.tables,
  charts: a.charts + b.charts,
});
const fits = (weight: Weight): boolean => measures.every((m) => weight[m] <= page[m]);
const nothing: Weight = { bytes: 0, elements: 0, tables: 0, charts: 0 };

/** Puts units on as few pages as hold them, in their order. */
export function paged(all: readonly Unit[]): Element[][] {
  const out: Element[][] = [];
  let now: Element[] = [];
  let weight = nothing;
  for (const unit of all) {
    const own = weigh(unit);
    if (!fits(own))
      throw new PlatformError(
        'broken',
        `a part of a card has ${own.bytes} bytes and ${own.elements} elements`,
      );
    if (now.length > 0 && !fits(added(weight, own))) {
      out.push(now);
      now = [];
      weight = nothing;
    }
    now.push(...unit);
    weight = added(weight, own);
  }
  return now.length > 0 || out.length === 0 ? [...out, now] : out;
}

const wholeTitle = (title: string): Unit[] =>
  isLonger(title, titleMost) ? pieces(title, 1500).map((part) => [text(bold(part))]) : [];

export interface Drawn {
  json: Json;
  pages: number;
  page: number;
}

/** One page of the card, the last one when there are fewer. */
export function drawn(card: Card, scene: Scene, wanted = 0): Drawn {
  const { words, also } = scene;
  if (!also) return drawnIn(card, scene, wanted);
  return bilingual(words, also, (own) => drawnIn(card, { ...scene, words: own }, wanted));
}

function drawnIn(card: Card, scene: Scene, wanted: number): Drawn {
  const all = paged([...wholeTitle(card.title), ...card.blocks.flatMap((block) => units(block, scene))]);
  const at = Math.max(0, Math.min(wanted, all.length - 1));
  const elements = [...(all[at] ?? []), ...turning(at, all.length, scene)];
  const json = cardOf(shortened(card.title, titleMost), templates[card.tone ?? 'plain'], elements);
  return { json, pages: all.length, page: at };
}

function turning(at: number, of: number, { words, stamp }: Scene): Element[] {
  if (of === 1) return [];
  const to = (label: string, page: number) => button({ label, value: { g: page, n: stamp } });
  const buttons = [
    ...(at > 0 ? [to(words.previous, at - 1)] : []),
    ...(at < of - 1 ? [to(words.next, at + 1)] : []),
  ];
  return [{ tag: 'hr' }, note(neutral(words.pageOf(at + 1, of))), row(buttons)];
}

/** Does anything on it answer? */
export const answers = (card: Card): boolean =>
  card.blocks.some((block) => block.type === 'actions' || block.type === 'choices');
