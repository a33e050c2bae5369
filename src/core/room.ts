/** Rooms that the bot opened: who is in them and where they are. */
import type { Ctx } from './context.ts';
import { Any, type Doc, entity } from './entity.ts';
import type { Address, Tenant } from './platform.ts';

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

export const laneOf = ({ platform, tenant }: Tenant): string => `${platform}:${tenant}`;

/** A room for these people, where most of them are reached. */
export async function gather(ctx: Ctx, key: string, name: string, members: string[]): Promise<Room> {
  const lanes = [...(await ctx.reach(members)).values()].map(laneOf);
  const often = (lane: string) => lanes.filter((l) => l === lane).length;
  const [most] = [...new Set(lanes)].sort((a, b) => often(b) - often(a) || (a < b ? -1 : 1));
  return openRoom(key, name, members, most ?? laneOf(ctx.where ?? { platform: 'web', tenant: 'local' }));
}
