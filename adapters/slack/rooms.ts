/** Rooms as private channels: made once for each key, under a name that nobody else has. */
import { createHash } from 'node:crypto';
import type { Log } from '../../src/core/log.ts';
import { type Address, PlatformError } from '../../src/core/platform.ts';
import type { Clients } from './clients.ts';
import { codeOf, platformError } from './errors.ts';
import type { Installs } from './installs.ts';
import { limits } from './limits.ts';
import type { Collections } from './model.ts';
import { callsIn, teamOfMost } from './teams.ts';

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

/** Nobody can be invited there, whoever it is. */
const ofTheRoom = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'method_not_supported_for_channel_type',
]);

const concernsAll = (e: unknown): boolean => {
  const code = codeOf(e);
  const { kind } = platformError(e, 'conversations.invite', () => new Date());
  return !code || ofTheRoom.has(code) || ['retry', 'unknown', 'denied'].includes(kind);
};

/** Whether what was refused is no trouble at all, or concerns only some of those who were invited. */
function verdictOn(e: unknown, users: readonly string[]): 'fine' | 'one by one' | 'refused' | 'not this one' {
  const code = codeOf(e);
  const errors = ((e as Refused).data?.errors ?? []).map(({ error = '' }) => error);
  if ((code && fine.has(code)) || (errors.length > 0 && errors.every((error) => fine.has(error))))
    return 'fine';
  if (concernsAll(e)) return 'refused';
  return users.length > 1 ? 'one by one' : 'not this one';
}

/** Somebody who cannot come keeps nobody else out, and what is said in the room goes on. */
async function invited(parts: Parts, { tenant, channel }: Address, users: readonly string[]): Promise<void> {
  const { clients, log } = parts;
  try {
    const client = await clients.of(tenant);
    await client.conversations.invite({ channel, users: users.join(','), force: true });
  } catch (e) {
    const verdict = verdictOn(e, users);
    if (verdict === 'refused') await clients.call(tenant, 'conversations.invite', () => Promise.reject(e));
    if (verdict === 'not this one')
      log.warn({ tenant, channel, user: users[0], code: codeOf(e) }, 'somebody cannot be invited to a room');
    if (verdict === 'one by one')
      for (const user of users) await invited(parts, { platform: 'slack', tenant, channel }, [user]);
  }
}

interface Parts {
  clients: Clients;
  installs: Pick<Installs, 'of'>;
  log: Log;
}

async function found(clients: Clients, tenant: string, name: string, team?: string): Promise<string> {
  let cursor = '';
  do {
    const page = await clients.call(tenant, 'users.conversations', (client) =>
      client.users.conversations({
        types: 'private_channel',
        limit: 200,
        exclude_archived: true,
        ...(team && { team_id: team }),
        ...(cursor && { cursor }),
      }),
    );
    const channel = page.channels?.find((c) => c.name === name);
    if (channel?.id) return channel.id;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor);
  throw new PlatformError('broken', 'conversations.create: name_taken');
}

async function made(clients: Clients, tenant: string, name: string, team?: string): Promise<string> {
  try {
    const client = await clients.of(tenant);
    const { channel } = await client.conversations.create({
      name,
      is_private: true,
      ...(team && { team_id: team }),
    });
    if (channel?.id) return channel.id;
  } catch (e) {
    // Made before, but the answer or the note of it was lost.
    if (codeOf(e) === 'name_taken') return found(clients, tenant, name, team);
    return clients.call(tenant, 'conversations.create', () => Promise.reject(e));
  }
  throw new PlatformError('unknown', 'conversations.create: no channel');
}

export function roomsOf({ rooms }: Collections, parts: Parts) {
  const { clients, installs } = parts;

  async function begun(tenant: string, name: string, members: readonly string[]): Promise<string> {
    const install = await installs.of(tenant);
    const team = install && (await teamOfMost(install, callsIn(clients, tenant), members));
    return made(clients, tenant, name, team);
  }

  /** Who was invited once is not invited again: whoever left the room did so. */
  async function invite(room: Address, members: readonly string[]): Promise<void> {
    const { tenant, channel } = room;
    const row = await rooms.findOne({ channel, _id: { $gte: `${tenant}:`, $lt: `${tenant};` } });
    const missing = [...new Set(members)].filter((member) => !row?.members.includes(member));
    for (let i = 0; i < missing.length; i += limits.invites) {
      const some = missing.slice(i, i + limits.invites);
      await invited(parts, room, some);
      if (row) await rooms.updateOne({ _id: row._id }, { $addToSet: { members: { $each: some } } });
    }
  }

  return {
    async room(tenant: string, key: string, name: string, members: string[]): Promise<Address> {
      const _id = `${tenant}:${key}`;
      const known = await rooms.findOne({ _id });
      const channel = known?.channel ?? (await begun(tenant, channelName(key, name), members));
      if (!known)
        await rooms.updateOne(
          { _id },
          { $set: { channel }, $setOnInsert: { members: [] } },
          { upsert: true },
        );
      const address = { platform: 'slack', tenant, channel };
      await invite(address, members);
      return address;
    },
    invite,
    async remove(room: Address, members: readonly string[]): Promise<void> {
      const row = await rooms.findOne({ channel: room.channel });
      const there = row?.members ?? [];
      for (const user of members.filter((m) => there.includes(m))) await removed(clients, room, user);
      const left = there.filter((member) => !members.includes(member));
      if (row) await rooms.updateOne({ _id: row._id }, { $set: { members: left } });
    },
  };
}

/** Nobody has to be taken out. */
const out = new Set([
  'not_in_channel',
  'user_not_found',
  'cant_kick_self',
  'channel_not_found',
  'is_archived',
]);

async function removed(clients: Clients, { tenant, channel }: Address, user: string): Promise<void> {
  try {
    const client = await clients.of(tenant);
    await client.conversations.kick({ channel, user });
  } catch (e) {
    if (!out.has(codeOf(e) ?? '')) await clients.call(tenant, 'conversations.kick', () => Promise.reject(e));
  }
}
