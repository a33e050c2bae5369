/** Rooms are private groups: made once per key (Feishu remembers the key for ten hours, we for ever), members one after another. */
import { z } from 'zod';
import { type Address, PlatformError } from '../../src/core/platform.ts';
import type { Client } from './client.ts';
import type { Recording, Room } from './records.ts';
import { uuidOf } from './send.ts';
import { shortened } from './text.ts';

const [nameMost, membersAtOnce] = [60, 50];
const made = z.object({ chat_id: z.string().min(1) });

interface RoomParts {
  client: Client;
  records: Recording;
}

const groups = (members: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(members.length / membersAtOnce) }, (_, i) =>
    members.slice(i * membersAtOnce, (i + 1) * membersAtOnce),
  );

/** Whoever was added once is not added again: who left of their own will stays away. */
async function add({ client, records }: RoomParts, room: Room, members: readonly string[]): Promise<void> {
  let there = room.members;
  const missing = [...new Set(members)].filter((m) => !there.includes(m));
  for (const id_list of groups(missing)) {
    const path = `/im/v1/chats/${room.chat}/members`;
    const params = { member_id_type: 'open_id' };
    await client.call({ method: 'POST', path, params, data: { id_list } }, z.unknown());
    there = [...there, ...id_list];
    await records.keepRoom(room._id, room.chat, there);
  }
}

async function open(parts: RoomParts, key: string, name: string, members: string[]): Promise<string> {
  const known = await parts.records.room(key);
  if (known) {
    await add(parts, known, members);
    return known.chat;
  }
  const [first = [], ...more] = groups([...new Set(members)]);
  const { chat_id } = await parts.client.call(
    {
      method: 'POST',
      path: '/im/v1/chats',
      params: { user_id_type: 'open_id', set_bot_manager: true, uuid: uuidOf(`room:${key}`) },
      data: {
        name: shortened(name, nameMost),
        user_id_list: first,
        chat_mode: 'group',
        chat_type: 'private',
      },
    },
    made,
  );
  await parts.records.keepRoom(key, chat_id, first);
  await add(parts, { _id: key, chat: chat_id, members: first }, more.flat());
  return chat_id;
}

async function invite(parts: RoomParts, room: Address, members: string[]): Promise<void> {
  const known = await parts.records.roomOf(room.channel);
  if (!known) throw new PlatformError('gone', 'there is no such room');
  await add(parts, known, members);
}

export function roomsOf(parts: RoomParts) {
  /** Feishu refuses two changes of a group at once. */
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = tail.then(run);
    tail = result.catch(() => undefined);
    return result;
  };
  return {
    room: (tenant: string, key: string, name: string, members: string[]): Promise<Address> =>
      inTurn(async () => ({ platform: 'feishu', tenant, channel: await open(parts, key, name, members) })),
    invite: (room: Address, members: string[]): Promise<void> => inTurn(() => invite(parts, room, members)),
  };
}
