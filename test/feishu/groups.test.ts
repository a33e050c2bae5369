/** Cards that several see: what belongs to one person is never shown on them. */
import { connect } from '../kit/database.ts';
import { type FormDesk, form, formDesk, goalCard } from './kit/form-desk.ts';

const connection = await connect('feishu-groups');
let desk: FormDesk;
beforeAll(async () => {
  desk = await formDesk(connection);
});
afterAll(() => desk.d.end());

const asked = form([{ name: 'what', label: 'What', type: 'text', max: 300 }]);

test('a group’s card that nobody knows any more shows nobody a form of somebody else', async () => {
  await desk.opens(asked);
  await desk.ann().clicks('Back');
  const room = await desk.d.adapter.room('tenant1', 'forgotten', 'Room', ['ou_ann', 'ou_bo']);
  await desk.d.adapter.send(room, { ...goalCard, title: 'Forgotten' }, 'forgotten-card');
  const rows = connection.collection('feishu_cards');
  const mine = () =>
    desk
      .ann()
      .messages()
      .filter((m) => JSON.stringify(m.card ?? {}).includes('"Write it"')).length;
  for (const rooms of [1, 0]) {
    const before = mine();
    await rows.deleteMany({ channel: room.channel });
    // Not even the room need be known: who cannot be told to be alone is not.
    if (rooms === 0) await connection.collection('feishu_rooms').deleteMany({});
    const clicked = await desk.ann().clicks('Write', 'Forgotten');
    expect(clicked.toast).toContain('your own conversation');
    for (let i = 0; i < 200 && mine() === before; i += 1) await new Promise((done) => setTimeout(done, 20));
    expect(mine()).toBe(before + 1);
    expect(desk.d.feishu.as('ou_bo').sees()).not.toContain('Write it');
  }
});
