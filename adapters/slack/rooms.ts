/** Rooms as private channels: made once for each key, under a name that nobody else has. */
import { createHash } from 'node:crypto';
import { type Address, PlatformError } from '../../src/core/platform.ts';
import type { Clients } from './clients.ts';
import { codeOf } from './errors.ts';
import { limits } from './limits.ts';
import type { Collections } from './model.ts';

/** Lower case, no spaces, and the end of the key's digest, by which it is found again. */
export function channelName(key: string, name: string): string {
  const tail = createHash('sha256').update(key).digest('hex').slice(0, 10);
  const slug = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${[...slug].slice(0, limits.roomName - tail.length - 6).join('')}-${tail}`.replace(/^-/, '');
}

/** Nobody is missing in the end: they are there already, or it is the bot itself. */
const fine = new Set(['already_in_channel', 'cant_invite_self']);

interface Refused {
  data?: { errors?: { error?: string; user?: string }[] };
}

export function roomsOf({ rooms }: Collections, clients: Clients) {
  async function made(tenant: string, name: string): Promise<string> {
    try {
      const { channel } = await clients
        .of(tenant)
        .then((client) => client.conversations.create({ name, is_private: true }));
      if (channel?.id) return channel.id;
    } catch (e) {
      // Made before, but the answer or the note of it was lost.
      if (codeOf(e) === 'name_taken') return found(tenant, name);
      return clients.call(tenant, 'conversations.create', () => Promise.reject(e));
    }
    throw new PlatformError('unknown', 'conversations.create: no channel');
  }

  async function found(tenant: string, name: string): Promise<string> {
    let cursor = '';
    do {
      const page = await clients.call(tenant, 'users.conversations', (client) =>
        client.users.conversations({
          types: 'private_channel',
          limit: 200,
          exclude_archived: true,
          ...(cursor && { cursor }),
        }),
      );
      const channel = page.channels?.find((c) => c.name === name);
      if (channel?.id) return channel.id;
      cursor = page.response_metadata?.next_cursor ?? '';
    } while (cursor);
    throw new PlatformError('broken', 'conversations.create: name_taken');
  }

  async function invited(tenant: string, channel: string, users: readonly string[]): Promise<void> {
    try {
      const client = await clients.of(tenant);
      await client.conversations.invite({ channel, users: users.join(','), force: true });
    } catch (e) {
      const errors = (e as Refused).data?.errors ?? [];
      const code = codeOf(e);
      const harmless =
        (code && fine.has(code)) || (errors.length > 0 && errors.every(({ error }) => fine.has(error ?? '')));
      if (harmless) return;
      if (users.length > 1 && code && !['ratelimited', 'channel_not_found', 'is_archived'].includes(code)) {
        for (const user of users) await invited(tenant, channel, [user]);
        return;
      }
      await clients.call(tenant, 'conversations.invite', () => Promise.reject(e));
    }
  }

  /** Who was invited once is not invited again: whoever left the room did so. */
  async function invite(room: Address, members: readonly string[]): Promise<void> {
    const { tenant, channel } = room;
    const row = await rooms.findOne({ channel, _id: { $gte: `${tenant}:`, $lt: `${tenant};` } });
    const missing = [...new Set(members)].filter((member) => !row?.members.includes(member));
    for (let i = 0; i < missing.length; i += limits.invites) {
      const some = missing.slice(i, i + limits.invites);
      await invited(tenant, channel, some);
      if (row) await rooms.updateOne({ _id: row._id }, { $addToSet: { members: { $each: some } } });
    }
  }

  return {
    async room(tenant: string, key: string, name: string, members: string[]): Promise<Address> {
      const id = `${tenant}:${key}`;
      const known = await rooms.findOne({ _id: id });
      const channel = known?.channel ?? (await made(tenant, channelName(key, name)));
      if (!known)
        await rooms.updateOne(
          { _id: id },
          { $set: { channel }, $setOnInsert: { members: [] } },
          { upsert: true },
        );
      const address = { platform: 'slack', tenant, channel };
      await invite(address, members);
      return address;
    },
    invite,
  };
}
