/** Where things arrived in a company of two platforms: by what the bot kept, and by who could see it there. */
import { rooms } from '../../src/core/room.ts';
import { accountOf } from '../kit/fake-slack/company.ts';
import type { HalfWorld } from './half-world.ts';

interface Arrived {
  key: string;
  /** A person or a room. */
  subject: string;
  platform: string;
}

/** Every card that stands somewhere. */
export async function arrivals({ store }: HalfWorld): Promise<Arrived[]> {
  const rows = await store.connection.collection('shown').find({}).toArray();
  return rows.map(({ _id, key, receipt }) => ({
    key,
    subject: String(_id).slice(String(key).length + 1),
    platform: receipt.at.platform,
  }));
}

const sideOf = ({ sides }: HalfWorld, person: string): string | undefined =>
  sides.slack.includes(person) ? 'slack' : sides.feishu.includes(person) ? 'feishu' : undefined;

/** Messages and files for a person that went, or were to go, where this person is not. */
export async function misplaced(w: HalfWorld): Promise<string[]> {
  const rows = await w.store.connection.collection('outbox').find({}).toArray();
  const sent = rows.map(({ key, subject, lane }) => ({ key, subject, platform: String(lane).split(':')[0] }));
  return [...(await arrivals(w)), ...sent].flatMap(({ key, subject, platform }) => {
    const side = sideOf(w, subject);
    return side && side !== platform ? [`${key} for ${subject} on ${platform}`] : [];
  });
}

/** Who can read a message of the bot on one platform, and does not work there. */
export function strangers({ onSlack, onFeishu, sides }: HalfWorld): string[] {
  const { slack } = onSlack;
  const { feishu } = onFeishu;
  const here = new Set(sides.slack.map(accountOf));
  const there = new Set(sides.feishu.map(onFeishu.account));
  const readers = slack.state.messages
    .filter((m) => m.byApp)
    .flatMap((m) => [...(slack.state.conversations.get(m.channel)?.members ?? [])]);
  const bots = new Set(slack.state.installs.map((i) => i.botUser));
  const others = feishu.sent().flatMap((m) => [...(feishu.state.chats.get(m.chat)?.members ?? [])]);
  return [
    ...readers.filter((id) => !here.has(id) && !bots.has(id)),
    ...others.filter((id) => !there.has(id)),
  ];
}

export interface Beside {
  /** Of the rooms in which something was said. */
  lanes: string;
  /** Cards of rooms that somebody who cannot be there has, too. */
  heard: number;
  /** Those that such a member never got. */
  missed: string[];
}

/** Whether whoever cannot be in a room heard what the bot said there. */
export async function besideRooms(w: HalfWorld): Promise<Beside> {
  const all = await arrivals(w);
  const known = new Set(all.map(({ key, subject }) => `${key}>${subject}`));
  const open = await w.inside(() => rooms.find({}));
  const due = open.flatMap((room) =>
    all
      .filter(({ subject }) => subject === room._id)
      .flatMap(({ key }) =>
        room.members.filter((id) => sideOf(w, id) !== room.lane.split(':')[0]).map((id) => `${key}>${id}`),
      ),
  );
  return {
    lanes: open
      .filter((room) => all.some(({ subject }) => subject === room._id))
      .map((room) => `${room._id} on ${room.lane}`)
      .join(', '),
    heard: due.filter((one) => known.has(one)).length,
    missed: due.filter((one) => !known.has(one)),
  };
}
