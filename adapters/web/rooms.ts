/** Rooms are few and asked for at every request, so they are kept in memory and written through. */
import type { Model } from 'mongoose';
import type { RoomRow } from './model.ts';
import { oneByOne, type Sequence } from './sequence.ts';

export interface Rooms {
  open(): Promise<void>;
  /** Finds or makes the room; whoever is missing joins. */
  join(id: string, name: string, people: string[]): Promise<RoomRow>;
  leave(id: string, people: string[]): Promise<void>;
  get(id: string): RoomRow | undefined;
  of(person: string): RoomRow[];
}

export const has = (room: RoomRow, person: string): boolean => room.members.some((m) => m.person === person);
export const joinedAt = (room: RoomRow, person: string): number =>
  room.members.find((m) => m.person === person)?.since ?? 0;

export function roomsOf(
  model: Model<RoomRow>,
  order: Sequence,
  tell: (person: string, seq: number) => void,
): Rooms {
  const rooms = new Map<string, RoomRow>();
  const inTurn = oneByOne();

  async function add(id: string, name: string, people: string[]): Promise<RoomRow> {
    const room = rooms.get(id) ?? { _id: id, name, members: [] };
    const missing = [...new Set(people)].filter((person) => !has(room, person));
    if (rooms.has(id) && missing.length === 0) return room;
    const since = order.take();
    try {
      const members = [...room.members, ...missing.map((person) => ({ person, since }))];
      await model.updateOne({ _id: id }, { $set: { name: room.name, members } }, { upsert: true });
      const changed = { ...room, members };
      rooms.set(id, changed);
      for (const { person } of members) tell(person, since);
      return changed;
    } finally {
      order.done(since);
    }
  }

  async function drop(id: string, people: string[]): Promise<void> {
    const room = rooms.get(id);
    if (!room?.members.some((m) => people.includes(m.person))) return;
    const seq = order.take();
    try {
      const members = room.members.filter((m) => !people.includes(m.person));
      await model.updateOne({ _id: id }, { $set: { members } });
      rooms.set(id, { ...room, members });
      for (const { person } of room.members) tell(person, seq);
    } finally {
      order.done(seq);
    }
  }

  return {
    async open() {
      for (const row of await model.find().lean<RoomRow[]>()) {
        rooms.set(row._id, row);
        for (const { since } of row.members) order.startAfter(since);
      }
    },
    join: (id, name, people) => inTurn(() => add(id, name, people)),
    leave: (id, people) => inTurn(() => drop(id, people)),
    get: (id) => rooms.get(id),
    of: (person) => [...rooms.values()].filter((room) => has(room, person)),
  };
}
