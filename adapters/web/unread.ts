/**
 * How many new items wait for each person: counted once at start in one pass, then kept in memory. Whoever read or joined
 * something is counted anew when asked for; where something happened meanwhile, that count is not kept.
 */
import { audiencesOf, type FeedParts } from './feed.ts';
import type { ItemRow, ReadRow } from './model.ts';
import { oneByOne } from './sequence.ts';

export interface Unread {
  open(): Promise<void>;
  of(person: string): Promise<number>;
  came(person: string): void;
  /** Something else changed what the person sees: count again. */
  forget(person: string): void;
  /** The person has seen everything up to here. */
  read(person: string, seq: number): Promise<void>;
}

export interface UnreadParts extends Pick<FeedParts, 'collections' | 'rooms' | 'order'> {
  readersOf(audience: string): string[];
}

export function unreadOf({ collections, rooms, order, readersOf }: UnreadParts): Unread {
  const { items, reads } = collections;
  const readTo = new Map<string, number>();
  const waiting = new Map<string, number>();
  const stale = new Set<string>();
  const inTurn = oneByOne();

  const came = (person: string) => waiting.set(person, (waiting.get(person) ?? 0) + 1);

  const waitingFor = ({ audience, first, from }: ItemRow) =>
    readersOf(audience).filter((person) => person !== from && first > (readTo.get(person) ?? 0));

  async function count(person: string): Promise<number> {
    const audience = { $in: audiencesOf(rooms, person) };
    return items.countDocuments({ audience, first: { $gt: readTo.get(person) ?? 0 }, from: { $ne: person } });
  }

  return {
    async open() {
      waiting.clear();
      stale.clear();
      for (const { _id, seq } of await reads.find().lean<ReadRow[]>()) readTo.set(_id, seq);
      const rows = items.find({}, { audience: 1, first: 1, from: 1 }).lean<ItemRow[]>().cursor();
      for await (const row of rows) for (const person of waitingFor(row)) came(person);
    },
    async of(person) {
      if (!stale.has(person)) return waiting.get(person) ?? 0;
      const before = order.latest();
      const quiet = order.settled() === before;
      const n = await count(person);
      if (quiet && order.latest() === before && stale.delete(person)) waiting.set(person, n);
      return n;
    },
    came,
    forget(person) {
      stale.add(person);
    },
    read: (person, seq) =>
      inTurn(async () => {
        if (seq <= (readTo.get(person) ?? 0)) return;
        readTo.set(person, seq);
        stale.add(person);
        await reads.updateOne({ _id: person }, { $set: { seq } }, { upsert: true });
      }),
  };
}
