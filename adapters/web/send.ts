/** What the bot sends. Every effect has the caller's key, so a second call with the same key finds the first. */
import { type Adapter, type Address, PlatformError, type Receipt } from '../../src/core/platform.ts';
import { dm, type Feed } from './feed.ts';
import type { Files } from './files.ts';
import type { ItemRow } from './model.ts';
import type { Rooms } from './rooms.ts';

export const addressOf = (channel: string): Address => ({ platform: 'web', tenant: 'local', channel });

export const receiptOf = (row: ItemRow): Receipt => ({
  at: addressOf(row.room ?? row.audience),
  messageId: row._id,
  sentAt: row.at,
});

type Sending = Omit<Adapter, 'name' | 'can' | 'start' | 'stop' | 'routes'>;

export function sending(parts: { feed: Feed; files: Files; rooms: Rooms; now(): Date }): Sending {
  const { feed, files, rooms, now } = parts;

  function placed({ channel }: Address): { from: 'bot'; at: Date; audience: string; room?: string } {
    if (channel.startsWith('dm:')) return { from: 'bot', at: now(), audience: channel };
    if (!rooms.get(channel)) throw new PlatformError('gone', 'there is no such room');
    return { from: 'bot', at: now(), audience: channel, room: channel };
  }

  return {
    async send(to, card, key) {
      const { row } = await feed.add({ key, ...placed(to), card });
      return receiptOf(row);
    },
    async edit(sent, card) {
      if (!(await feed.replace(sent.messageId, card)))
        throw new PlatformError('gone', 'there is no such message');
    },
    direct: async (account) => addressOf(dm(account)),
    async room(_, key, name, members) {
      const { _id } = await rooms.join(`room:${key}`, name, members);
      return addressOf(_id);
    },
    async invite(room, members) {
      const known = rooms.get(room.channel);
      if (!known) throw new PlatformError('gone', 'there is no such room');
      await rooms.join(known._id, known.name, members);
    },
    remove: (room, members) => rooms.leave(room.channel, members),
    async attach(to, file, key) {
      const before = await feed.find(`file:${key}`);
      if (before) return receiptOf(before);
      const where = placed(to);
      const ref = await files.keep(file, 'bot');
      const { row, made } = await feed.add({ key: `file:${key}`, ...where, files: [ref] });
      if (!made) await files.drop(ref.id);
      return receiptOf(row);
    },
    fetchFile: (ref) => files.bytes(ref.id),
    tenants: async () => ['local'],
    members: async () => [],
    examine: async () => [],
    callsLeft: async () => undefined,
  };
}
