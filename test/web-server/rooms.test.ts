import { connect } from '../kit/database.ts';
import { type Console, cardOf, openConsole } from './kit/console.ts';

const connection = await connect('web-rooms');
let c: Console;

beforeEach(async () => {
  await connection.dropDatabase();
  c = await openConsole(connection);
});
afterEach(async () => {
  await c.web.stop();
  expect(c.errors).toEqual([]);
});

const titles = async (id: string, after = 0) =>
  (await c.feed(id, after)).items.map((i) => i.text ?? i.card?.title ?? i.files?.[0]?.name);

test('a room is made once, and its members see what is said in it', async () => {
  const [room, same] = await Promise.all([
    c.web.room('local', 'case-1', 'Appeal', ['ann', 'bo']),
    c.web.room('local', 'case-1', 'x', ['bo']),
  ]);
  expect(room).toEqual({ platform: 'web', tenant: 'local', channel: 'room:case-1' });
  expect(same).toEqual(room);
  const sent = await c.web.send(room, cardOf('Opened'), 'k');
  expect(sent.at).toEqual(room);
  await c.say('ann', { text: 'hello all', room: 'room:case-1' });
  expect(c.bot.heard[0]).toMatchObject({ kind: 'message', where: room, from: 'ann' });
  for (const id of ['ann', 'bo']) {
    const { rooms, items } = await c.feed(id);
    expect(rooms).toEqual([{ id: 'room:case-1', name: 'Appeal', members: ['ann', 'bo'] }]);
    expect(items.map((i) => [i.room, i.from])).toEqual([
      ['room:case-1', 'bot'],
      ['room:case-1', 'ann'],
    ]);
  }
  expect((await c.feed('chen')).rooms).toEqual([]);
  expect(await titles('chen')).toEqual([]);
});

test('whoever is not in it neither speaks nor presses there', async () => {
  const room = await c.web.room('local', 'r', 'Room', ['ann']);
  const { messageId } = await c.web.send(room, cardOf('Card'), 'k');
  for (const id of ['room:r', 'room:none', 'dm:ann']) {
    expect((await c.say('bo', { text: 'hi', room: id })).status).toBe(404);
  }
  expect((await c.press('bo', { token: 't', on: messageId })).status).toBe(404);
  expect(c.bot.heard).toEqual([]);
});

test('who joins later gets the whole room, whatever they read before', async () => {
  const room = await c.web.room('local', 'r', 'Room', ['ann']);
  await c.web.send(room, cardOf('First'), '1');
  await c.dm('bo', cardOf('For Bo'), 'b');
  const { seq } = await c.feed('bo');
  await c.web.invite(room, ['bo', 'ann']);
  expect(await c.unread('bo')).toBe(0);
  const news = await c.feed('bo', seq);
  expect(news.items.map((i) => i.card?.title)).toEqual(['First']);
  expect(news.rooms[0]?.members).toEqual(['ann', 'bo']);
  expect(await titles('bo', news.seq)).toEqual([]);
  await c.web.send(room, cardOf('Second'), '2');
  expect(await titles('bo', news.seq)).toEqual(['Second']);
});

test('a press in a room redraws the card for all', async () => {
  const room = await c.web.room('local', 'r', 'Room', ['ann', 'bo']);
  const sent = await c.web.send(room, cardOf('Open'), 'k');
  c.bot.answer = () => ({ card: cardOf('Closed') });
  await c.press('ann', { token: 't', on: sent.messageId });
  expect(c.bot.heard[0]).toMatchObject({ where: room, on: sent });
  expect(await titles('bo')).toEqual(['Closed']);
});

test('a command in a room is between that person and the bot', async () => {
  await c.web.room('local', 'r', 'Room', ['ann', 'bo']);
  c.bot.answer = () => ({ card: cardOf('Only for Ann') });
  await c.say('ann', { text: '/perf goals', room: 'room:r' });
  expect(c.bot.heard[0]).toMatchObject({ kind: 'command', where: { channel: 'room:r' } });
  const { items } = await c.feed('ann');
  expect(items.map((i) => [i.room, i.text ?? i.card?.title])).toEqual([
    ['room:r', '/perf goals'],
    ['room:r', 'Only for Ann'],
  ]);
  expect(await titles('bo')).toEqual([]);
});

test('unread counts each member, not who spoke', async () => {
  const room = await c.web.room('local', 'r', 'Room', ['ann', 'bo']);
  expect([await c.unread('ann'), await c.unread('bo')]).toEqual([0, 0]);
  await c.web.send(room, cardOf('Card'), 'k');
  await c.say('ann', { text: 'hello', room: 'room:r' });
  expect([await c.unread('ann'), await c.unread('bo')]).toEqual([1, 2]);
});

test('a room that is not there', async () => {
  const nowhere = { platform: 'web', tenant: 'local', channel: 'room:none' };
  await expect(c.web.invite(nowhere, ['ann'])).rejects.toMatchObject({ kind: 'gone' });
  await expect(c.web.send(nowhere, cardOf('x'), 'k')).rejects.toMatchObject({ kind: 'gone' });
});

test('what was said in a room is sealed for the room', async () => {
  await c.web.room('local', 'r', 'Room', ['ann', 'bo']);
  await c.say('ann', { text: 'words', room: 'room:r' });
  const [row] = await connection.collection('web_items').find().toArray();
  const [subject] = JSON.parse(Buffer.from(String(row?.text).slice(7), 'base64').toString());
  expect(subject).toBe('room:r');
});
