/** Rooms are closed to others before anybody is in them, and until that is so it is tried again. */
import { connect } from '../kit/database.ts';
import type { Fault } from '../kit/fake-feishu/server.ts';
import { type Desk, desk } from './kit/desk.ts';

const connection = await connect('feishu-rooms');
let d: Desk;
beforeAll(async () => {
  d = await desk(connection, {
    people: ['ann', 'bo', 'cy'].map((name) => ({ name, openId: `ou_${name}` })),
  });
});
afterAll(() => d.end());

/** This happens to the next call that closes a room. */
function once(fault: Fault): void {
  let left = 1;
  d.feishu.faults(({ method }) => (method === 'PUT' && left-- > 0 ? fault : undefined));
}
const calls = (method: string, from: number) => d.feishu.log.slice(from).filter((c) => c.method === method);
const membersOf = (channel: string) => [...(d.feishu.state.chats.get(channel)?.members ?? [])];

test.each([
  ['too many calls', { kind: 'refuse', code: 'membersParallel' }, 'retry'],
  ['no answer', { kind: 'reset', accepted: false }, 'unknown'],
] as const)('%s: nobody is in it before it is closed', async (key, fault, kind) => {
  once(fault);
  await expect(d.adapter.room('tenant1', key, 'Appeal', ['ou_ann'])).rejects.toMatchObject({ kind });
  const from = d.feishu.log.length;
  const room = await d.adapter.room('tenant1', key, 'Appeal', ['ou_ann']);
  expect(calls('PUT', from)).toMatchObject([{ code: 0 }]);
  expect(membersOf(room.channel)).toEqual(['ou_ann']);
});

test('what was not allowed is tried again with each invitation, and once it is allowed no more', async () => {
  once({ kind: 'refuse', code: 'scopeMissing' });
  const room = await d.adapter.room('tenant1', 'later', 'Appeal', ['ou_ann']);
  expect(membersOf(room.channel)).toEqual(['ou_ann']);
  let from = d.feishu.log.length;
  await d.adapter.invite(room, ['ou_ann', 'ou_bo']);
  expect(calls('PUT', from)).toMatchObject([{ code: 0 }]);
  from = d.feishu.log.length;
  await d.adapter.invite(room, ['ou_cy']);
  expect(calls('PUT', from)).toEqual([]);
  expect(membersOf(room.channel)).toEqual(['ou_ann', 'ou_bo', 'ou_cy']);
});
