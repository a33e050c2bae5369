/** What one person sees, merged from answers that may overlap: an edited item keeps its place. */
import type { Card } from '../../../src/core/card.ts';
import type { Feed, Item } from './wire.ts';

export const emptyFeed: Feed = { seq: 0, items: [], rooms: [] };

export function merge(known: Feed, fresh: Feed): Feed {
  if (fresh.items.length === 0)
    return { seq: Math.max(known.seq, fresh.seq), items: known.items, rooms: fresh.rooms };
  const byKey = new Map(known.items.map((item) => [item.key, item]));
  for (const item of fresh.items) {
    const old = byKey.get(item.key);
    if (old && old.seq > item.seq) continue;
    byKey.set(item.key, old ? { ...item, at: old.at } : item);
  }
  // The map keeps first-seen order and the sort is stable, so equal moments stay as they came.
  const items = [...byKey.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const seq = Math.max(known.seq, fresh.seq, ...fresh.items.map((item) => item.seq));
  return { seq, items, rooms: fresh.rooms };
}

/** The answer to a press redraws its card before the feed does. */
export function withCard(feed: Feed, key: string, card: Card): Feed {
  return { ...feed, items: feed.items.map((item) => (item.key === key ? { ...item, card } : item)) };
}

export const inPlace = (feed: Feed, room: string): Item[] =>
  feed.items.filter((item) => (item.room ?? '') === room);

export interface Entry {
  item: Item;
  /** First of a run by the same sender: shows who and when. */
  leads: boolean;
  /** The first of its day carries the separator. */
  newDay: boolean;
}

const RUN = 5 * 60_000;

export function entries(items: Item[], dayOf: (at: Date) => string): Entry[] {
  let before: Item | undefined;
  let lastDay = '';
  return items.map((item) => {
    const today = dayOf(new Date(item.at));
    const newDay = today !== lastDay;
    const gap = before ? Date.parse(item.at) - Date.parse(before.at) : RUN;
    const leads = newDay || before?.from !== item.from || gap >= RUN;
    before = item;
    lastDay = today;
    return { item, leads, newDay };
  });
}

/** Conversations have no counts of their own: what is newer than the last look, by somebody else. */
export const unreadIn = (feed: Feed, room: string, me: string, readSeq: number): number =>
  inPlace(feed, room).filter((item) => item.from !== me && item.seq > readSeq).length;
