/** Rooms that the bot opened: who is in them and where they are. */
import { Any, type Doc, entity } from './entity.ts';
import type { Address } from './platform.ts';

export interface Room extends Doc {
  name: string;
  members: string[];
  /** `platform:tenant` that carries it. */
  lane: string;
  address?: Address;
}

export const rooms = entity<Room>('rooms', {
  fields: { name: String, members: [String], lane: String, address: Any },
  indexes: [{ keys: { 'address.channel': 1 } }],
});

/** Opens a room, or adds members to it. It exists on the platform when the first message goes there. */
export async function openRoom(key: string, name: string, members: string[], lane: string): Promise<Room> {
  const known = await rooms.get(key);
  if (!known) return rooms.insert({ _id: key, name, members, lane });
  const all = [...new Set([...known.members, ...members])];
  return all.length === known.members.length ? known : rooms.save({ ...known, name, members: all });
}

export async function laneOfRoom(key: string): Promise<string> {
  return (await rooms.must(key)).lane;
}
