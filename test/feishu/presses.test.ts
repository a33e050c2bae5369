/** Presses on cards: answered in the response, once each; pages are turned, and what was kept survives a restart. */
import type { Card } from '../../src/core/card.ts';
import { md } from '../../src/core/md.ts';
import { connect } from '../kit/database.ts';
import { drawCard } from '../kit/fake-feishu/draw.ts';
import { type Desk, desk, personOf } from './kit/desk.ts';

const connection = await connect('feishu-presses');
let d: Desk;
beforeAll(async () => {
  d = await desk(connection, {
    people: [
      { name: 'Ann', openId: 'ou_ann' },
      { name: 'Bo', openId: 'ou_bo' },
    ],
  });
});
afterAll(() => d.end());
beforeEach(() => {
  d.bot.answer = () => ({});
  d.bot.heard.length = 0;
});

const tenant = 'tenant1';
let n = 0;
async function shows(account: string, card: Card): Promise<string> {
  n += 1;
  return (await d.adapter.send(await d.adapter.direct(account, tenant), card, `card${n}`)).messageId;
}
const goal = (title: string): Card => ({
  title,
  blocks: [
    { type: 'text', text: md`Do it` },
    { type: 'actions', items: [{ label: 'Agree', token: 'goals.agree {"goal":"g1"}', style: 'primary' }] },
    {
      type: 'choices',
      label: 'Rating',
      token: 'reviews.rate {"r":1}',
      options: [
        { label: 'Three', value: '3' },
        { label: 'Four', value: '4', hint: 'more than agreed' },
      ],
      value: '3',
    },
  ],
});
const seen = (account: string) => {
  const message = d.feishu.as(account).messages().at(-1);
  return drawCard(message?.card ?? {}, 'en_us');
};

test('a press is answered in the response: toast and the new card', async () => {
  const message = await shows('ou_ann', goal('Goal A'));
  d.bot.answer = () => ({ toast: 'Agreed.', card: { title: 'Goal A, agreed', blocks: [] } });
  const clicked = await d.feishu.as('ou_ann').clicks('Agree');
  expect(clicked).toMatchObject({ toast: 'Agreed.' });
  expect(seen('ou_ann')).toContain('Goal A, agreed');
  const [press] = d.bot.heard;
  expect(press).toMatchObject({
    kind: 'press',
    token: 'goals.agree {"goal":"g1"}',
    from: 'ou_ann',
    where: { platform: 'feishu', tenant },
    on: { messageId: message },
  });
  expect(press?.where.channel).toMatch(/^oc_/);
  for (let i = 0; i < 200 && d.bot.ackedIds.length === 0; i += 1)
    await new Promise((done) => setTimeout(done, 20));
  expect(d.bot.ackedIds).toEqual([press?.id]);
});

test('a choice brings its value', async () => {
  await shows('ou_ann', goal('Goal B'));
  await d.feishu.as('ou_ann').picks('Four');
  expect(d.bot.heard).toMatchObject([{ kind: 'press', token: 'reviews.rate {"r":1}', value: '4' }]);
});

test('the same drawing pressed twice is one press; drawn anew it is another', async () => {
  await shows('ou_ann', goal('Goal C'));
  const ann = d.feishu.as('ou_ann');
  const button = ann.find((e) => e.tag === 'button');
  if (!button) throw new Error('no button');
  const old = { ...button, element: structuredClone(button.element) };
  await Promise.all([ann.presses(old), ann.presses(old)]);
  await ann.presses(old);
  expect(d.bot.heard).toHaveLength(1);
  // A toast alone draws the card anew, so the next press of the same button counts.
  await ann.clicks('Agree');
  expect(d.bot.heard).toHaveLength(2);
});

test('two people pressing the same are two', async () => {
  const room = await d.adapter.room(tenant, 'r1', 'Room', ['ou_ann', 'ou_bo']);
  await d.adapter.send(room, goal('In the room'), 'room1');
  await d.feishu.as('ou_ann').clicks('Agree');
  await d.feishu.as('ou_bo').clicks('Agree');
  expect(d.bot.heard.map((e) => personOf(e.from))).toEqual(['ann', 'bo']);
  expect(new Set(d.bot.heard.map((e) => e.id)).size).toBe(2);
});

test('a long card is turned page by page, also after a restart, and a press keeps the page', async () => {
  const rows = Array.from({ length: 400 }, (_, i) => [`Person ${i}`, '很长的内容'.repeat(10)]);
  const card: Card = {
    title: 'Many',
    blocks: [
      { type: 'table', columns: [{ label: 'Who' }, { label: 'What' }], rows },
      { type: 'actions', items: [{ label: 'Done', token: 't.done {}' }] },
    ],
  };
  await shows('ou_bo', card);
  const bo = d.feishu.as('ou_bo');
  expect(seen('ou_bo')).toContain('Page 1 of');
  expect(seen('ou_bo')).toContain('Person 0');
  await bo.clicks('Next');
  expect(seen('ou_bo')).toContain('Page 2 of');
  expect(seen('ou_bo')).not.toContain('Person 0 ');
  await d.restarted();
  const told = new Set<string>();
  for (
    let i = 0;
    i < 10 && bo.find((e) => e.tag === 'button' && JSON.stringify(e).includes('Next'));
    i += 1
  ) {
    for (const [who] of seen('ou_bo').matchAll(/Person \d+/g)) told.add(who);
    await bo.clicks('Next');
  }
  for (const [who] of seen('ou_bo').matchAll(/Person \d+/g)) told.add(who);
  expect(told.size).toBeGreaterThan(250);
  expect(bo.errors).toEqual([]);
  const last = /Page \d+ of \d+/.exec(seen('ou_bo'))?.[0] ?? '';
  await bo.clicks('Done');
  expect(d.bot.heard).toMatchObject([{ token: 't.done {}' }]);
  expect(seen('ou_bo')).toContain(last);
});

test('an edit replaces the card, and a card that nobody keeps any more says so', async () => {
  const to = await d.adapter.direct('ou_ann', tenant);
  const sent = await d.adapter.send(to, goal('Before'), 'edit1');
  await d.adapter.edit(sent, goal('After'));
  expect(seen('ou_ann')).toContain('After');
  await connection.collection('feishu_cards').deleteMany({});
  const clicked = await d.feishu.as('ou_ann').clicks('Agree');
  expect(clicked.error).toBeUndefined();
  expect(d.bot.heard).toHaveLength(1);
});

test('the time zone that a press tells is known of the member', async () => {
  const carl = d.feishu.user({ name: 'Carl', openId: 'ou_carl', zone: 'Europe/Berlin', language: 'en_us' });
  await shows('ou_carl', goal('Goal Z'));
  await carl.clicks('Agree');
  const members = await d.adapter.members(tenant);
  expect(members.find((m) => m.account === 'ou_carl')?.zone).toBe('Europe/Berlin');
});

test('what is broken is said in words, not by an error code', async () => {
  await shows('ou_ann', goal('Goal X'));
  d.bot.answer = () => {
    throw Object.assign(new Error('no store'), { reply: { toast: 'Please try again.' } });
  };
  const clicked = await d.feishu.as('ou_ann').clicks('Agree');
  expect(clicked).toMatchObject({ toast: 'Please try again.' });
});

test('what is kept is sealed for the person; once their key is gone the press still counts', async () => {
  await shows('ou_ann', goal('A very private goal'));
  const rows = connection.collection('feishu_cards');
  const all = await rows.find({}).toArray();
  expect(JSON.stringify(all)).not.toContain('private');
  expect(all.at(-1)?.subject).toBe('ann');
  await rows.updateMany({}, { $set: { subject: 'somebody else' } });
  const clicked = await d.feishu.as('ou_ann').clicks('Agree');
  expect(clicked.error).toBeUndefined();
  expect(d.bot.heard).toHaveLength(1);
});

test('nothing of a card stays readable in what goes over the wire as an error', async () => {
  const to = await d.adapter.direct('ou_nobody', tenant);
  await expect(d.adapter.send(to, goal('A very private goal'), 'nobody')).rejects.toThrow(
    /^Feishu \d+: [^“]*$/,
  );
});
