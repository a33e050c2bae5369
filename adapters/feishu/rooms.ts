/** Rooms are private groups: made once per key (Feishu remembers the key for ten hours, we for ever), members one after another. */
import { z } from 'zod';
import type { Log } from '../../src/core/log.ts';
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
  log: Log;
}

const groups = (members: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(members.length / membersAtOnce) }, (_, i) =>
    members.slice(i * membersAtOnce, (i + 1) * membersAtOnce),
  );

const added = z.object({
  invalid_id_list: z.array(z.string()).nullish(),
  not_existed_id_list: z.array(z.string()).nullish(),
});

/**
 * Whoever was added once is not added again: who left of their own will stays away. Who cannot be added (outside the app's
 * availability range, say) keeps nobody else out, and is tried again with the next message.
 */
async function add(
  { client, records, log }: RoomParts,
  room: Room,
  members: readonly string[],
): Promise<void> {
  let there = room.members;
  const missing = [...new Set(members)].filter((m) => !there.includes(m));
  for (const id_list of groups(missing)) {
    const path = `/im/v1/chats/${room.chat}/members`;
    const params = { member_id_type: 'open_id', succeed_type: 1 };
    const said = await client.call({ method: 'POST', path, params, data: { id_list } }, added);
    const not = new Set([...(said.invalid_id_list ?? []), ...(said.not_existed_id_list ?? [])]);
    if (not.size > 0) log.warn({ room: room._id, n: not.size }, 'not everybody could be added to a room');
    there = [...there, ...id_list.filter((id) => !not.has(id))];
    await records.keepRoom(room._id, room.chat, there);
  }
}

/**
 * What is said in a room is for its members: nobody but the bot adds others, and nobody passes the room on. Where that is
 * refused the room is of use all the same, and closed as soon as it may be; where nobody knows, it waits.
 * @throws PlatformError
 */
async function close({ client, records, log }: RoomParts, room: Room): Promise<void> {
  if (room.closed) return;
  const data = { add_member_permission: 'only_owner', share_card_permission: 'not_allowed' };
  try {
    await client.call({ method: 'PUT', path: `/im/v1/chats/${room.chat}`, data }, z.unknown());
    await records.closedRoom(room._id);
  } catch (err) {
    if (!(err instanceof PlatformError) || !['denied', 'broken'].includes(err.kind)) throw err;
    log.warn(
      { err, room: room._id },
      'members of a room may add others: npm run doctor says what is missing',
    );
  }
}

async function make({ client, records }: RoomParts, key: string, name: string): Promise<Room> {
  const { chat_id: chat } = await client.call(
    {
      method: 'POST',
      path: '/im/v1/chats',
      params: { user_id_type: 'open_id', uuid: uuidOf(`room:${key}`) },
      data: { name: shortened(name, nameMost), chat_mode: 'group', chat_type: 'private' },
    },
    made,
  );
  await records.keepRoom(key, chat, []);
  return { _id: key, chat, members: [] };
}

async function open(parts: RoomParts, key: string, name: string, members: string[]): Promise<string> {
  const room = (await parts.records.room(key)) ?? (await make(parts, key, name));
  // Before anybody is in it.
  await close(parts, room);
  await add(parts, room, members);
  return room.chat;
}

async function invite(parts: RoomParts, room: Address, members: string[]): Promise<void> {
  const known = await parts.records.roomOf(room.channel);
  if (!known) throw new PlatformError('gone', 'there is no such room');
  await close(parts, known);
  await add(parts, known, members);
}

async function remove({ client, records }: RoomParts, room: Address, members: string[]): Promise<void> {
  const path = `/im/v1/chats/${room.channel}/members`;
  for (const id_list of groups(members))
    await client.call(
      { method: 'DELETE', path, params: { member_id_type: 'open_id' }, data: { id_list } },
      added,
    );
  const known = await records.roomOf(room.channel);
  const there = known?.members.filter((m) => !members.includes(m)) ?? [];
  if (known) await records.keepRoom(known._id, known.chat, there);
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
    remove: (room: Address, members: string[]): Promise<void> => inTurn(() => remove(parts, room, members)),
  };
}
