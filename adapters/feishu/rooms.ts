/** Rooms are private groups: made once per key (Feishu remembers the key for ten hours, we for ever), members one after another. */
import { z } from 'zod';
import { type Address, PlatformError } from '../../src/core/platform.ts';
import type { Client } from './client.ts';
import type { Recording } from './records.ts';
import { uuidOf } from './send.ts';
import { shortened } from './text.ts';

const [nameMost, membersAtOnce] = [60, 50];
const made = z.object({ chat_id: z.string().min(1) });

const groups = (members: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(members.length / membersAtOnce) }, (_, i) =>
    members.slice(i * membersAtOnce, (i + 1) * membersAtOnce),
  );

export function roomsOf(client: Client, records: Recording) {
  /** Feishu refuses two changes of a group at once. */
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = tail.then(run);
    tail = result.catch(() => undefined);
    return result;
  };

  async function add(key: string, chat: string, before: string[], members: readonly string[]): Promise<void> {
    let there = before;
    const missing = [...new Set(members)].filter((m) => !before.includes(m));
    for (const id_list of groups(missing)) {
      await client.call(
        {
          method: 'POST',
          path: `/im/v1/chats/${chat}/members`,
          params: { member_id_type: 'open_id' },
          data: { id_list },
        },
        z.unknown(),
      );
      there = [...there, ...id_list];
      await records.keepRoom(key, chat, there);
    }
  }

  async function open(key: string, name: string, members: readonly string[]): Promise<string> {
    const known = await records.room(key);
    if (known) {
      await add(key, known.chat, known.members, members);
      return known.chat;
    }
    const [first = [], ...more] = groups([...new Set(members)]);
    const { chat_id } = await client.call(
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
    await records.keepRoom(key, chat_id, first);
    await add(key, chat_id, first, more.flat());
    return chat_id;
  }

  return {
    room: (tenant: string, key: string, name: string, members: string[]): Promise<Address> =>
      inTurn(async () => ({ platform: 'feishu', tenant, channel: await open(key, name, members) })),
    invite: (room: Address, members: string[]): Promise<void> =>
      inTurn(async () => {
        const known = await records.roomOf(room.channel);
        if (!known) throw new PlatformError('gone', 'there is no such room');
        await add(known._id, known.chat, known.members, members);
      }),
  };
}
