/** Cards that several see: what belongs to one person is never shown on them. */
import type { Reply } from '../../src/core/card.ts';
import { connect } from '../kit/database.ts';
import { type FormDesk, form, formDesk, goalCard } from './kit/form-desk.ts';

const connection = await connect('feishu-groups');
let desk: FormDesk;
beforeAll(async () => {
  desk = await formDesk(connection, [{ name: '陈晨', openId: 'ou_chen', language: 'zh_cn' }]);
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

describe('a form in a message of its own', () => {
  let submits: unknown[] = [];
  async function opened(title: string, judge: () => Reply): Promise<void> {
    const room = await desk.d.adapter.room('tenant1', title, 'Room', ['ou_ann', 'ou_bo']);
    await desk.d.adapter.send(room, { ...goalCard, title }, title);
    submits = [];
    desk.d.bot.answer = (e) => {
      if (e.kind !== 'submit') return { open: asked };
      submits.push(e.values);
      return judge();
    };
    const before = desk.ann().messages().length;
    await desk.ann().clicks('Write', title);
    for (let i = 0; i < 200 && desk.ann().messages().length === before; i += 1)
      await new Promise((done) => setTimeout(done, 20));
    // It is kept a moment after it is there.
    await new Promise((done) => setTimeout(done, 100));
  }
  const send = () => {
    const button = desk.ann().find((e) => e.name === 'send');
    if (!button) throw new Error('no button');
    return { ...button, element: structuredClone(button.element), form: structuredClone(button.form ?? {}) };
  };

  test('is closed when it was sent; a second press of it is none', async () => {
    await opened('Own', () => ({ toast: 'Saved.' }));
    const button = send();
    await desk.ann().presses(button, { v0_what: 'mine' });
    expect(desk.seen()).toMatch(/Sent[\s\S]*Saved\./);
    expect(desk.seen()).not.toContain('[Send]');
    await desk.ann().presses(button, { v0_what: 'mine' });
    expect(submits).toEqual([{ what: 'mine' }]);
    expect(desk.seen()).toMatch(/Sent[\s\S]*Saved\./);
  });

  test('stays open with what was written when it is refused, and can be sent again as it is', async () => {
    let open = false;
    await opened('Refused', () => (open ? {} : { toast: 'Not yet.', refused: true }));
    await desk.ann().submits({ v0_what: 'mine' });
    expect(desk.seen()).toContain('Not yet.');
    expect(desk.ann().find((e) => e.name === 'v0_what')?.element.default_value).toBe('mine');
    open = true;
    await desk.ann().submits();
    expect(submits).toEqual([{ what: 'mine' }, { what: 'mine' }]);
    expect(desk.seen()).toContain('It has arrived.');
  });
});

test('several read it: what the adapter itself says is in the language of each client', async () => {
  const room = await desk.d.adapter.room('tenant1', 'both', 'Room', ['ou_ann', 'ou_chen']);
  const rows = Array.from({ length: 400 }, (_, i) => [`Person ${i}`, '很长的内容'.repeat(10)]);
  await desk.d.adapter.send(
    room,
    { title: 'Many', blocks: [{ type: 'table', columns: [{ label: 'Who' }, { label: 'What' }], rows }] },
    'both-card',
  );
  const chen = desk.d.feishu.as('ou_chen');
  expect(desk.ann().sees()).toContain('Page 1 of');
  expect(chen.sees()).toContain('第 1 页');
  await chen.clicks('下一页', 'Many');
  expect(desk.ann().sees()).toContain('Page 2 of');
  expect(chen.errors).toEqual([]);
});

test('of a stranger nobody knows the language: the toast has both', async () => {
  const { personIds } = desk.d.ports;
  const room = await desk.d.adapter.room('tenant1', 'strange', 'Room', ['ou_ann', 'ou_chen']);
  await desk.d.adapter.send(room, { ...goalCard, title: 'Strange' }, 'strange-card');
  desk.d.ports.personIds = async () => new Map();
  desk.d.bot.answer = () => {
    throw new Error('no store');
  };
  const said = [
    (await desk.d.feishu.as('ou_chen').clicks('Write', 'Strange')).toast,
    (await desk.ann().clicks('Write', 'Strange')).toast,
  ];
  desk.d.ports.personIds = personIds;
  expect(said).toEqual(['出了点问题，请再试一次。', 'Something went wrong here. Please try again.']);
});
