/**
 * Cards travel to the page as they are, so rendering is checking: what is beyond a limit is refused, never cut, and
 * every block type is looked at, so a new one does not compile before somebody has thought of it here.
 */
import type { Block, Card } from '../../src/core/card.ts';
import { type FileRef, PlatformError } from '../../src/core/platform.ts';
import { can } from './can.ts';
import type { ConsolePorts } from './index.ts';
import type { ItemRow } from './model.ts';

export interface NewItem {
  key: string;
  at: Date;
  from: string;
  audience: string;
  room?: string;
  text?: string;
  card?: Card;
  files?: FileRef[];
}

export interface Item {
  seq: number;
  at: Date;
  key: string;
  from: string;
  room?: string;
  text?: string;
  card?: Card;
  files?: { file: string; name: string; type: string; size: number }[];
  edited: boolean;
}

const { limits } = can;

const over = (what: string, is: number, may: number): string | undefined =>
  is > may ? `${what}: ${is}, the console takes ${may}` : undefined;

const longest = (tokens: string[]): number => Math.max(0, ...tokens.map((token) => token.length));

function beyond(block: Block): string | undefined {
  switch (block.type) {
    case 'text':
    case 'note':
      return over('characters of a text', block.text.length, limits.text);
    case 'actions':
      return (
        over('buttons of a block', block.items.length, limits.buttons) ??
        over('characters of a token', longest(block.items.map((b) => b.token)), limits.token)
      );
    case 'choices':
      return (
        over('options', block.options.length, limits.options) ??
        over('characters of a token', block.token.length, limits.token)
      );
    case 'facts':
    case 'table':
    case 'chart':
    case 'image':
    case 'progress':
    case 'people':
    case 'divider':
      return undefined;
  }
}

/** The card as it is stored and sent to the page. */
export function rendered(card: Card): string {
  const json = JSON.stringify(card);
  const trouble =
    over('blocks', card.blocks.length, limits.elements) ??
    over('bytes of a card', Buffer.byteLength(json), limits.cardBytes) ??
    card.blocks.map(beyond).find(Boolean);
  if (trouble) throw new PlatformError('broken', `“${card.title}” does not fit (${trouble})`);
  return json;
}

/** Whoever gets the card may open these. */
export const filesIn = (card: Card): string[] =>
  card.blocks.flatMap((block) => (block.type === 'image' ? [block.file] : []));

type Sealing = ConsolePorts['sealing'];

/** A room has a key of its own: what was said there does not go when one of its people is erased. */
const subjectOf = (audience: string): string => (audience.startsWith('dm:') ? audience.slice(3) : audience);
const place = (key: string, field: 'text' | 'card'): string => `web_items:${key}:${field}`;

export const sealedCard = (audience: string, key: string, card: Card, sealing: Sealing): Promise<string> =>
  sealing.seal(subjectOf(audience), place(key, 'card'), rendered(card));

export async function sealed(item: NewItem, sealing: Sealing): Promise<Pick<ItemRow, 'text' | 'card'>> {
  const { key, audience, text, card } = item;
  return {
    ...(text ? { text: await sealing.seal(subjectOf(audience), place(key, 'text'), text) } : {}),
    ...(card ? { card: await sealedCard(audience, key, card, sealing) } : {}),
  };
}

async function content(row: ItemRow, sealing: Sealing): Promise<Pick<Item, 'text' | 'card'>> {
  const { _id: key, text, card } = row;
  const subject = subjectOf(row.audience);
  return {
    ...(text ? { text: await sealing.open(subject, place(key, 'text'), text) } : {}),
    ...(card ? { card: JSON.parse(await sealing.open(subject, place(key, 'card'), card)) as Card } : {}),
  };
}

/** The stored row as the contract's Item. */
export async function opened(row: ItemRow, sealing: Sealing): Promise<Item> {
  const { _id: key, seq, at, from, room, files, edited } = row;
  const attached = files?.map(({ id, ...about }) => ({ file: id, ...about }));
  return {
    ...{ seq, at, key, from },
    ...(room ? { room } : {}),
    ...(await content(row, sealing)),
    ...(attached ? { files: attached } : {}),
    edited,
  };
}
