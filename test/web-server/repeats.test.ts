import type { ConsolePorts } from '../../adapters/web/index.ts';
import { connect } from '../kit/database.ts';
import { type Console, cardOf, openConsole, START } from './kit/console.ts';
import { post, upload } from './kit/visit.ts';

const connection = await connect('web-repeats');
let c: Console;
let moves: object[];
let plays: (string[] | undefined)[];
let move: NonNullable<ConsolePorts['clock']>['move'];

const key = (value: string) => ({ 'idempotency-key': value });

beforeEach(async () => {
  await connection.dropDatabase();
  moves = [];
  plays = [];
  move = async (to) => {
    moves.push(to);
    await new Promise((done) => setTimeout(done, 10));
    return { now: START, ran: moves.length };
  };
  c = await openConsole(connection, {
    clock: { read: async () => ({ now: START }), move: (to) => move(to) },
    play: async (people) => {
      plays.push(people);
      return [{ person: 'bo', what: 'proposed a goal' }];
    },
  });
});
afterEach(async () => {
  await c.web.stop();
  expect(c.errors).toEqual([]);
});

test('a repeated message is said once and answered the same', async () => {
  c.bot.answer = () => ({ toast: `answer ${c.bot.heard.length}`, card: cardOf('Card') });
  const all = await Promise.all([1, 2, 3].map(() => c.say('ann', { text: 'hello' }, key('k'))));
  all.push(await c.say('ann', { text: 'hello' }, key('k')));
  expect(all.map((got) => [got.status, got.body])).toEqual(
    Array(4).fill([200, { toast: 'answer 1', card: cardOf('Card') }]),
  );
  expect(c.bot.heard.map((e) => e.id)).toEqual(['web:ann:k']);
  expect((await c.feed('ann')).items).toHaveLength(2);
});

test('a repeated press does not bring an old card back', async () => {
  const sent = await c.dm('ann', cardOf('Open'), 'k');
  c.bot.answer = () => ({ card: cardOf('Agreed') });
  const press = () => c.press('ann', { token: 't', on: sent.messageId }, key('p'));
  await press();
  await c.web.edit(sent, cardOf('Withdrawn'));
  expect((await press()).body).toEqual({ card: cardOf('Agreed') });
  expect((await c.feed('ann')).items[0]?.card?.title).toBe('Withdrawn');
});

test('after a restart a repeated press is still answered, not done', async () => {
  await c.press('ann', { token: 't' }, key('p'));
  await c.web.stop();
  c = await openConsole(connection);
  expect((await c.press('ann', { token: 't' }, key('p'))).status).toBe(200);
  expect(c.bot.heard).toEqual([]);
});

test('a message that was cut off before it was answered is told again under the same id', async () => {
  c.bot.answer = () => Promise.reject(new Error('cut off'));
  expect((await c.say('ann', { text: 'hello' }, key('k'))).status).toBe(500);
  c.errors.length = 0;
  await c.web.stop();
  c = await openConsole(connection);
  expect((await c.say('ann', { text: 'hello' }, key('k'))).status).toBe(200);
  expect(c.bot.heard.map((e) => e.id)).toEqual(['web:ann:k']);
  expect((await c.feed('ann')).items).toHaveLength(1);
});

test('two people may use the same key; one person not for two things', async () => {
  await c.say('ann', { text: 'a' }, key('k'));
  await c.say('bo', { text: 'b' }, key('k'));
  expect(c.bot.heard.map((e) => e.id)).toEqual(['web:ann:k', 'web:bo:k']);
  const other = await c.press('ann', { token: 't' }, key('k'));
  expect([other.status, other.body]).toMatchObject([409, { error: { code: 'conflict' } }]);
});

test('a refused request does not use its key up', async () => {
  expect((await c.say('ann', { text: 'hi', room: 'room:none' }, key('k'))).status).toBe(404);
  expect((await c.say('ann', { text: 'hi' }, key('k'))).status).toBe(200);
  move = () => Promise.reject(new RangeError('The clock only goes forward.'));
  const bad = await c.ask(post('/api/clock', { to: '2020-01-01' }, key('c')));
  expect([bad.status, bad.body]).toEqual([
    400,
    { error: { code: 'bad-request', message: 'The clock only goes forward.' } },
  ]);
  move = async () => ({ now: START, ran: 0 });
  expect((await c.ask(post('/api/clock', { by: 'PT1H' }, key('c')))).status).toBe(200);
});

test('the clock moves once, also when two ask at the same time', async () => {
  const ask = () => c.ask(post('/api/clock', { by: 'PT1H' }, key('k')));
  const all = [...(await Promise.all([ask(), ask()])), await ask()];
  expect(all.map((got) => got.body)).toEqual(Array(3).fill({ now: START.toISOString(), ran: 1 }));
  expect(moves).toEqual([{ by: 'PT1H' }]);
  await c.ask(post('/api/clock', { to: 'end-of-phase' }));
  expect(moves).toHaveLength(2);
});

test('where nobody knows how far it came, it is not done again', async () => {
  move = (to) => {
    moves.push(to);
    return Promise.reject(new Error('store away'));
  };
  const ask = () => c.ask(post('/api/clock', { by: 'PT1H' }, key('k')));
  expect((await ask()).status).toBe(500);
  expect((await ask()).status).toBe(409);
  expect(moves).toHaveLength(1);
  c.errors.length = 0;
});

test('play and files likewise', async () => {
  const play = () => c.ask(post('/api/play', { people: ['bo'] }, key('k')));
  expect((await play()).body).toEqual({ did: [{ person: 'bo', what: 'proposed a goal' }] });
  await Promise.all([play(), play()]);
  expect(plays).toEqual([['bo']]);
  const send = () => c.ask(upload(c.of('ann', 'files'), new File(['x'], 'x.txt'), 'file', key('f')));
  const files = await Promise.all([send(), send()]);
  expect(new Set(files.map((got) => JSON.stringify(got.body))).size).toBe(1);
  expect(await connection.collection('web_files').countDocuments({})).toBe(1);
});

test.each(['', 'x'.repeat(201), 'ü'])('%j is no key', async (value) => {
  expect((await c.press('ann', { token: 't' }, key(value))).status).toBe(400);
});

test('the longest key fits into every index', async () => {
  expect((await c.say('ann', { text: 'hi' }, key('~'.repeat(200)))).status).toBe(200);
});

test('answers are kept sealed, for three days', async () => {
  c.bot.answer = () => ({ toast: 'secret' });
  await c.press('ann', { token: 't' }, key('k'));
  const rows = await connection.collection('web_answers').find().toArray();
  expect(JSON.stringify(rows)).not.toContain('secret');
  const indexes = await connection.collection('web_answers').indexes();
  expect(indexes).toContainEqual(expect.objectContaining({ key: { at: 1 }, expireAfterSeconds: 259_200 }));
});
