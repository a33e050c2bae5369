/** Rooms that the bot opened: who is in them and where they are. */
import { z } from 'zod';
import type { Ctx } from './context.ts';
import { Any, type Doc, entity } from './entity.ts';
import { job } from './job.ts';
import type { Address, Tenant } from './platform.ts';

export interface Room extends Doc {
  name: string;
  members: string[];
  /** Taken off, and perhaps still let in on the platform. */
  leaving?: string[];
  /** `platform:tenant` that carries it. */
  lane: string;
  address?: Address;
}

export const rooms = entity<Room>('rooms', {
  fields: { name: String, members: [String], leaving: [String], lane: String, address: Any },
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

/** A room for these people and nobody else, where most of them are reached. */
export async function gather(ctx: Ctx, key: string, name: string, members: string[]): Promise<Room> {
  const known = await rooms.get(key);
  if (known) return regathered(ctx, known, name, members);
  const lanes = [...(await ctx.reach(members)).values()].map(laneOf);
  const often = (lane: string) => lanes.filter((l) => l === lane).length;
  const [most] = [...new Set(lanes)].sort((a, b) => often(b) - often(a) || (a < b ? -1 : 1));
  return openRoom(key, name, members, most ?? laneOf(ctx.where ?? { platform: 'web', tenant: 'local' }));
}

async function regathered(ctx: Ctx, known: Room, name: string, members: string[]): Promise<Room> {
  const now = [...new Set(members)];
  const gone = known.members.filter((person) => !now.includes(person));
  const leaving = [...new Set([...(known.leaving ?? []), ...gone])].filter((person) => !now.includes(person));
  if (gone.length === 0 && now.length === known.members.length) return known;
  if (leaving.length > 0)
    ctx.later(leave, { room: known._id }, { key: `core.leave:${known._id}:${known.rev}` });
  return rooms.save({ ...known, name, members: now, leaving });
}

/** Who was taken off hears nothing more that is said there. */
export const leave = job(
  'core.leave',
  { room: z.string() },
  async (_, { room: id }, __, left) => {
    const room = await rooms.must(id);
    const leaving = (room.leaving ?? []).filter((person) => !(left as string[]).includes(person));
    await rooms.save({ ...room, leaving });
  },
  {
    async before({ adapters, directory, store }, { room: id }) {
      const { room, accounts } = await store.within(async () => {
        const found = await rooms.must(id);
        const [platform = '', tenant = ''] = found.lane.split(':');
        const leaving = await directory.accounts({ platform, tenant }, found.leaving ?? []);
        return { room: found, accounts: leaving };
      });
      const adapter = adapters.get(room.lane.split(':')[0] ?? '');
      if (room.address && accounts.length > 0) await adapter?.remove(room.address, accounts);
      return room.leaving ?? [];
    },
  },
);
