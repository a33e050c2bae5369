/** What each person sees: items in the order they came, each with its newest state. */
import type { Card } from '../../src/core/card.ts';
import type { Files } from './files.ts';
import type { ConsolePorts } from './index.ts';
import { type Collections, type ItemRow, isDuplicate } from './model.ts';
import { filesIn, type Item, type NewItem, opened, sealed, sealedCard } from './render.ts';
import { joinedAt, type Rooms } from './rooms.ts';
import type { Sequence } from './sequence.ts';

/** The item that holds a key, and whether this call made it. */
export interface Added {
  row: ItemRow;
  made: boolean;
}

export interface Feed {
  open(): Promise<void>;
  /** Once per key. `place` is a number taken earlier, when the item belongs before what came meanwhile. */
  add(item: NewItem, place?: number): Promise<Added>;
  find(key: string): Promise<ItemRow | undefined>;
  /** False when there is no such item any more. */
  replace(key: string, card: Card): Promise<boolean>;
  visible(key: string, person: string): Promise<ItemRow | undefined>;
  since(person: string, after: number): Promise<{ seq: number; items: Item[] }>;
}

export interface FeedParts {
  collections: Collections;
  files: Files;
  rooms: Rooms;
  order: Sequence;
  sealing: ConsolePorts['sealing'];
  log: ConsolePorts['log'];
  changed(row: Pick<ItemRow, 'audience' | 'from'>, seq: number, isNew: boolean): void;
}

export const dm = (person: string): string => `dm:${person}`;
export const audiencesOf = (rooms: Rooms, person: string): string[] => [
  dm(person),
  ...rooms.of(person).map((room) => room._id),
];

async function found({ collections }: FeedParts, key: string): Promise<ItemRow | undefined> {
  return (await collections.items.findById(key).lean<ItemRow | null>()) ?? undefined;
}

async function insert(parts: FeedParts, item: NewItem, seq: number): Promise<Added> {
  const { key, at, from, audience, room, files: refs = [], card } = item;
  const where = { audience, ...(room ? { room } : {}), ...(refs.length > 0 ? { files: refs } : {}) };
  const content = await sealed(item, parts.sealing);
  const row: ItemRow = { _id: key, seq, first: seq, at, from, ...where, ...content, edited: false };
  await parts.files.share([...refs.map((ref) => ref.id), ...(card ? filesIn(card) : [])], audience);
  try {
    await parts.collections.items.create(row);
  } catch (error) {
    const other = isDuplicate(error) ? await found(parts, key) : undefined;
    if (!other) throw error;
    return { row: other, made: false };
  }
  return { row, made: true };
}

/** The number is taken at once, so what was asked for first comes first, however long the store takes. */
async function add(parts: FeedParts, item: NewItem, place: number = parts.order.take()): Promise<Added> {
  let added: Added;
  try {
    const before = await found(parts, item.key);
    added = before ? { row: before, made: false } : await insert(parts, item, place);
  } finally {
    parts.order.done(place);
  }
  if (added.made) parts.changed(added.row, place, true);
  return added;
}

async function rewrite(parts: FeedParts, key: string, card: Card, seq: number): Promise<ItemRow | undefined> {
  const row = await found(parts, key);
  if (!row) return undefined;
  const json = await sealedCard(row.audience, key, card, parts.sealing);
  await parts.files.share(filesIn(card), row.audience);
  // Of two edits at once the later number stays, whichever write comes last.
  const change = { $set: { card: json, seq, edited: true } };
  await parts.collections.items.updateOne({ _id: key, seq: { $lt: seq } }, change);
  return row;
}

async function replace(parts: FeedParts, key: string, card: Card): Promise<boolean> {
  const seq = parts.order.take();
  let row: ItemRow | undefined;
  try {
    row = await rewrite(parts, key, card, seq);
  } finally {
    parts.order.done(seq);
  }
  if (row) parts.changed(row, seq, false);
  return row !== undefined;
}

async function shown({ sealing, log }: FeedParts, row: ItemRow): Promise<Item | undefined> {
  try {
    return await opened(row, sealing);
  } catch (error) {
    // Whoever was erased has no key any more, and one such item must not hide all the others.
    log.warn({ err: error, item: row._id }, 'an item of the console could not be opened');
    return undefined;
  }
}

async function since(
  parts: FeedParts,
  person: string,
  after: number,
): Promise<{ seq: number; items: Item[] }> {
  const { order, rooms } = parts;
  // A number that was never given out comes from another store: that reader starts anew.
  const from = after > order.latest() ? 0 : after;
  const settled = order.settled();
  const mine = rooms.of(person);
  const joined = mine.filter((room) => joinedAt(room, person) > from).map((room) => room._id);
  const newer = { audience: { $in: audiencesOf(rooms, person) }, seq: { $gt: from } };
  const rows = await parts.collections.items
    .find({ $or: [newer, { audience: { $in: joined } }] })
    .lean<ItemRow[]>();
  rows.sort((a, b) => +a.at - +b.at || a.first - b.first);
  const items = await Promise.all(rows.map((row) => shown(parts, row)));
  const newest = Math.max(from, ...rows.map((row) => row.seq), ...mine.map((room) => joinedAt(room, person)));
  return { seq: Math.min(settled, newest), items: items.filter((item) => item !== undefined) };
}

export const feedOf = (parts: FeedParts): Feed => ({
  async open() {
    const [last] = await parts.collections.items.find().sort({ seq: -1 }).limit(1).lean<ItemRow[]>();
    parts.order.startAfter(last?.seq ?? 0);
  },
  add: (item, place) => add(parts, item, place),
  find: (key) => found(parts, key),
  replace: (key, card) => replace(parts, key, card),
  async visible(key, person) {
    const row = await found(parts, key);
    return row && audiencesOf(parts.rooms, person).includes(row.audience) ? row : undefined;
  },
  since: (person, after) => since(parts, person, after),
});
