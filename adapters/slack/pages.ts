/**
 * A card in what a message or a view holds: most fit whole; a longer one is turned over page by page. The card is kept,
 * sealed, and every page is drawn from it, so nothing is ever cut.
 */
import type { Card } from '../../src/core/card.ts';
import { md } from '../../src/core/md.ts';
import { type Draw, type Json, keeper, type Piece, piece, piecesOf, section, weight } from './blocks.ts';
import { bytes, limits, shortened } from './limits.ts';
import { say } from './messages.ts';
import { escaped, plainly, textObjects } from './mrkdwn.ts';
import { plain } from './options.ts';
import { turnTo } from './tokens.ts';

export interface Page {
  /** For notifications and readers without blocks. */
  text: string;
  blocks: Json[];
  pages: number;
}

const marks = { plain: '', good: '🌱 ', attention: '🔔 ', serious: '📌 ' } as const;

function heading({ title, tone }: Card, draw: Draw): Json[] {
  const text = `${marks[tone ?? 'plain']}${title.replace(/\s+/g, ' ').trim() || '–'}`;
  if (text.length <= limits.header)
    return [{ type: 'header', text: { type: 'plain_text', text, emoji: true } }];
  return textObjects(md`${text}`, draw).map(section);
}

/** Room for the pager and for a long title. */
const spare = 3;

function paged(pieces: readonly Piece[], surface: Draw['surface'], head: readonly Json[]): Json[][] {
  const message = surface === 'message';
  const most = (message ? limits.messageBlocks : limits.viewBlocks) - spare - head.length;
  const budget = message ? limits.messageBytes - weight(head) - 200 : limits.viewBytes / 2;
  const size = message ? weight : (blocks: unknown) => bytes(JSON.stringify(blocks));
  const pages: { blocks: Json[]; size: number; table: boolean }[] = [{ blocks: [], size: 0, table: false }];
  for (const { blocks, table } of pieces) {
    const cost = size(blocks);
    let last = pages.at(-1) as (typeof pages)[number];
    const full =
      last.blocks.length + blocks.length > most || last.size + cost > budget || (table && last.table);
    if (full && last.blocks.length > 0) {
      last = { blocks: [], size: 0, table: false };
      pages.push(last);
    }
    last.blocks.push(...blocks);
    last.size += cost;
    last.table ||= table;
  }
  return pages.map((page) => page.blocks);
}

/** A title of thousands of characters is no heading: it goes on as text on the first page. */
const longestHead = 2;

export function pageOf(card: Card, draw: Draw, wanted = 0): Page {
  const titles = heading(card, draw);
  const head = titles.slice(0, titles.length > longestHead ? 1 : longestHead);
  const rest = titles.slice(head.length).map((block) => piece(block));
  const pieces = [...rest, ...card.blocks.flatMap((block, i) => piecesOf(block, i, draw))];
  const pages = paged(pieces, draw.surface, head);
  const page = Math.min(Math.max(0, wanted), pages.length - 1);
  const blocks = [...head, ...(pages[page] ?? []).map((block) => onPage(block, page))];
  if (pages.length > 1) blocks.push(pager(card, page, pages.length, draw));
  return { text: fallback(card, draw), blocks, pages: pages.length };
}

/** What is pressed on a further page says so, and its answer stays on that page. */
function onPage(block: Json, page: number): Json {
  if (page === 0) return block;
  const marked = (element: unknown) => {
    const { action_id: id, ...rest } = element as Json;
    return id === undefined ? element : { ...rest, action_id: `${id}@${page}` };
  };
  if (block.accessory) return { ...block, accessory: marked(block.accessory) };
  return block.type === 'actions' ? { ...block, elements: (block.elements as unknown[]).map(marked) } : block;
}

export const pageIn = (actionId: string): number => Number(/@(\d{1,4})$/.exec(actionId)?.[1] ?? 0);

/** A card that nobody turned over for so long is asked for anew. */
const pageDays = 100;

function pager(card: Card, page: number, of: number, draw: Draw): Json {
  const words = say(draw.locale);
  const id = keeper(draw, pageDays)(JSON.stringify(card));
  const turn = (label: string, to: number, name: string) => ({
    type: 'button',
    action_id: `turn.${name}`,
    text: plain(label, limits.buttonText),
    value: turnTo(id, to),
  });
  const elements = [
    ...(page > 0 ? [turn(`← ${words.previous}`, page - 1, 'back')] : []),
    ...(page < of - 1 ? [turn(`${words.next} → (${words.page(page + 1, of)})`, page + 1, 'on')] : []),
  ];
  return { type: 'actions', block_id: `p${page}`, elements };
}

/** Title and first sentences; figures stand in tables and facts, so none lights up on a locked screen. */
function fallback(card: Card, draw: Draw): string {
  const texts = card.blocks.flatMap((b) => (b.type === 'text' ? [plainly(b.text, draw)] : []));
  const title = shortened(card.title, limits.fallback / 2);
  return shortened(escaped([title, ...texts].join('\n')), limits.fallback).replace(/&[a-z]{0,3}…$/, '…');
}
