import { connect } from '../kit/database.ts';
import { type Console, cardOf, openConsole, START } from './kit/console.ts';
import { get } from './kit/visit.ts';

const connection = await connect('web-shown');
let c: Console;

beforeEach(async () => {
  await connection.dropDatabase();
  c = await openConsole(connection);
});
afterEach(async () => {
  await c.web.stop();
  expect(c.errors).toEqual([]);
});

const minutes = (n: number) => new Date(+START + n * 60_000);

describe('what the bot sends', () => {
  test('once per key, also at the same time', async () => {
    const receipts = await Promise.all([1, 2, 3].map(() => c.dm('ann', cardOf('Hello'), 'same')));
    receipts.push(await c.dm('ann', cardOf('Other'), 'same'));
    expect(new Set(receipts.map((r) => JSON.stringify(r))).size).toBe(1);
    expect(receipts[0]).toEqual({
      at: { platform: 'web', tenant: 'local', channel: 'dm:ann' },
      messageId: 'same',
      sentAt: START,
    });
    expect((await c.feed('ann')).items.map((i) => i.card?.title)).toEqual(['Hello']);
  });

  test('an edit keeps its place and shows as new', async () => {
    const first = await c.dm('ann', cardOf('One'), '1');
    c.clock.now = minutes(5);
    await c.dm('ann', cardOf('Two'), '2');
    const { seq } = await c.feed('ann');
    c.clock.now = minutes(9);
    await c.web.edit(first, cardOf('One, changed'));
    expect((await c.feed('ann')).items.map((i) => i.card?.title)).toEqual(['One, changed', 'Two']);
    const news = await c.feed('ann', seq);
    expect(news.items).toMatchObject([{ key: '1', seq: seq + 1, at: START.toISOString(), edited: true }]);
    expect((await c.feed('ann', news.seq)).items).toEqual([]);
  });

  test('of many edits at once the last one stays', async () => {
    const sent = await c.dm('ann', cardOf('0'), '1');
    await Promise.all([1, 2, 3, 4, 5].map((n) => c.web.edit(sent, cardOf(`${n}`))));
    const { items, seq } = await c.feed('ann');
    expect(items.map((i) => [i.card?.title, i.seq])).toEqual([['5', 6]]);
    expect(seq).toBe(6);
  });

  test('a clock that was moved back does not mix up what came when', async () => {
    await c.dm('ann', cardOf('A'), 'a');
    await c.dm('ann', cardOf('B'), 'b');
    c.clock.now = minutes(-5);
    await c.dm('ann', cardOf('Before'), 'c');
    expect((await c.feed('ann')).items.map((i) => i.card?.title)).toEqual(['Before', 'A', 'B']);
  });

  test('an edit of nothing says that it is gone; a card beyond all limits that it is broken', async () => {
    const nothing = { at: await c.web.direct('ann', 'local'), messageId: 'nothing', sentAt: START };
    await expect(c.web.edit(nothing, cardOf('x'))).rejects.toMatchObject({ kind: 'gone' });
    await expect(c.dm('ann', cardOf('x', 'y'.repeat(5000)), 'k')).rejects.toMatchObject({ kind: 'broken' });
    expect((await c.feed('ann')).items).toEqual([]);
  });

  test('texts and cards are stored sealed for the person', async () => {
    await c.dm('ann', cardOf('Secret result'), 'k');
    await c.say('ann', { text: 'secret words' });
    const rows = await connection.collection('web_items').find().toArray();
    expect(JSON.stringify(rows)).not.toMatch(/secret/i);
    expect(rows.map((row) => String(row.card ?? row.text).startsWith('sealed '))).toEqual([true, true]);
  });

  test('an item whose key was shredded hides no other', async () => {
    await c.dm('ann', cardOf('A'), 'a');
    await c.dm('ann', cardOf('B'), 'b');
    await connection
      .collection<{ _id: string }>('web_items')
      .updateOne({ _id: 'a' }, { $set: { card: 'sealed W10=' } });
    expect((await c.feed('ann')).items.map((i) => i.key)).toEqual(['b']);
  });
});

describe('reading', () => {
  test('home is asked for and answered', async () => {
    c.bot.answer = () => ({ card: cardOf('Home') });
    expect((await c.ask(get(c.of('ann', 'home')))).body).toEqual({ card: cardOf('Home') });
    await c.ask(get(c.of('ann', 'home')));
    expect(c.bot.heard.map((e) => e.kind)).toEqual(['home', 'home']);
  });

  test('unread: what came since the last look, from others', async () => {
    expect(await c.unread('ann')).toBe(0);
    await c.dm('ann', cardOf('A'), 'a');
    const b = await c.dm('ann', cardOf('B'), 'b');
    await c.say('ann', { text: 'mine' });
    expect([await c.unread('ann'), await c.unread('bo')]).toEqual([2, 0]);
    await c.feed('ann');
    expect(await c.unread('ann')).toBe(0);
    await c.web.edit(b, cardOf('B2'));
    expect(await c.unread('ann')).toBe(0);
    await c.dm('ann', cardOf('C'), 'c');
    expect(await c.unread('ann')).toBe(1);
  });

  test('after a restart everything is as it was', async () => {
    const a = await c.dm('ann', cardOf('A'), 'a');
    await c.feed('ann');
    await c.dm('ann', cardOf('B'), 'b');
    const room = await c.web.room('local', 'r', 'Room', ['ann', 'bo']);
    const before = await c.feed('bo');
    await c.web.stop();
    c = await openConsole(connection);
    expect(await c.unread('ann')).toBe(1);
    expect(await c.feed('bo')).toEqual(before);
    await c.web.send(room, cardOf('In the room'), 'r1');
    await c.web.edit(a, cardOf('A2'));
    const { items } = await c.feed('ann', before.seq);
    expect(items.map((i) => i.card?.title)).toEqual(['A2', 'In the room']);
  });

  test('a reader who knows the numbers of another store starts anew', async () => {
    await c.dm('ann', cardOf('A'), 'a');
    const feed = await c.feed('ann', 5000);
    expect([feed.seq, feed.items.length]).toEqual([1, 1]);
  });

  test('people as they are, with what waits', async () => {
    const { body } = await c.ask<unknown[]>(get('/api/people'));
    expect(body).toHaveLength(3);
    expect(body[2]).toEqual({
      id: 'chen',
      name: 'CHEN',
      unit: 'Support',
      title: 'Agent',
      locale: 'zh',
      timeZone: 'Asia/Shanghai',
      roles: ['employee'],
      unread: 0,
    });
  });

  test('whoever is not there', async () => {
    expect((await c.ask(get(c.of('nobody', 'feed')))).status).toBe(404);
    expect((await c.ask(get('/api/people/%ff/feed'))).status).toBe(404);
    expect((await c.ask(get('/api/nothing'))).body).toMatchObject({ error: { code: 'not-found' } });
    expect((await c.ask(get(c.of('chen', 'feed?after=x')))).body).toEqual({
      error: { code: 'bad-request', message: '「after」不符合要求。' },
    });
  });

  test('before it was started and after it was stopped it is not there', async () => {
    await c.web.stop();
    expect((await c.ask(get('/api/people'))).status).toBe(503);
  });
});
