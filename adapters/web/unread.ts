/**
 * How many new items wait for each person. Counted in the store once, then kept in memory; where something happened
 * between asking and keeping, nothing is kept and the next question counts again.
 */
import { audiencesOf, type FeedParts } from './feed.ts';
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

export function unreadOf({
  collections,
  rooms,
  order,
}: Pick<FeedParts, 'collections' | 'rooms' | 'order'>): Unread {
  const { items, reads } = collections;
  const readTo = new Map<string, number>();
  const counted = new Map<string, number>();
  const inTurn = oneByOne();

  async function count(person: string): Promise<number> {
    const audience = { $in: audiencesOf(rooms, person) };
    return items.countDocuments({ audience, first: { $gt: readTo.get(person) ?? 0 }, from: { $ne: person } });
  }

  return {
    async open() {
      for (const { _id, seq } of await reads.find().lean<{ _id: string; seq: number }[]>())
        readTo.set(_id, seq);
    },
    async of(person) {
      const known = counted.get(person);
      if (known !== undefined) return known;
      const quiet = order.settled() === order.latest();
      const before = order.latest();
      const n = await count(person);
      if (quiet && order.latest() === before) counted.set(person, n);
      return n;
    },
    came(person) {
      const n = counted.get(person);
      if (n !== undefined) counted.set(person, n + 1);
    },
    forget(person) {
      counted.delete(person);
    },
    read: (person, seq) =>
      inTurn(async () => {
        counted.delete(person);
        if (seq <= (readTo.get(person) ?? 0)) return;
        readTo.set(person, seq);
        await reads.updateOne({ _id: person }, { $set: { seq } }, { upsert: true });
      }),
  };
}
