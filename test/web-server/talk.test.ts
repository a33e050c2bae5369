import { connect } from '../kit/database.ts';
import { type Console, cardOf, openConsole, START, turns } from './kit/console.ts';

const connection = await connect('web-talk');
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

describe('say', () => {
  test('a message reaches the bot and stays in the feed', async () => {
    c.bot.answer = () => ({ toast: 'noted' });
    const { status, body } = await c.say('ann', { text: 'hello' });
    expect([status, body]).toEqual([200, { toast: 'noted' }]);
    const [e] = c.bot.heard;
    expect(e).toMatchObject({ kind: 'message', from: 'ann', text: 'hello', edited: false, at: START });
    expect(e).toMatchObject({ where: { platform: 'web', tenant: 'local', channel: 'dm:ann' } });
    const { items } = await c.feed('ann');
    expect(items).toMatchObject([
      { seq: 1, at: START.toISOString(), key: e?.id, from: 'ann', text: 'hello', edited: false },
      { seq: 2, from: 'bot', text: 'noted' },
    ]);
    expect(e).toMatchObject({ messageId: items[0]?.key });
    expect((await c.feed('bo')).items).toEqual([]);
    await turns();
    expect(c.bot.ackedIds).toEqual([e?.id]);
  });

  test('a command is told as one, its card stays as an answer', async () => {
    c.bot.answer = () => ({ card: cardOf('Goals') });
    const { body } = await c.say('ann', { text: '／PERF　goals' });
    expect(body).toEqual({ card: cardOf('Goals') });
    expect(c.bot.heard[0]).toMatchObject({ kind: 'command', name: 'perf', text: 'goals' });
    const { items } = await c.feed('ann');
    expect(items.map((i) => [i.from, i.text ?? i.card?.title])).toEqual([
      ['ann', '／PERF　goals'],
      ['bot', 'Goals'],
    ]);
  });

  test('the answer that the bot sends meanwhile comes after what was said', async () => {
    c.bot.answer = async () => {
      await c.dm('ann', cardOf('Next question'), 'q2');
      return {};
    };
    await c.say('ann', { text: '85 → 72' });
    const { items, seq } = await c.feed('ann');
    expect(items.map((i) => i.text ?? i.card?.title)).toEqual(['85 → 72', 'Next question']);
    expect(seq).toBe(2);
  });

  test('a reader is not led past what is still being said', async () => {
    let seqMeanwhile = -1;
    c.bot.answer = async () => {
      await c.dm('ann', cardOf('Meanwhile'), 'm');
      seqMeanwhile = (await c.feed('ann')).seq;
      return {};
    };
    await c.say('ann', { text: 'hello' });
    expect((await c.feed('ann', seqMeanwhile)).items.map((i) => i.text)).toContain('hello');
  });

  test('a reply names what it answers', async () => {
    const { messageId } = await c.dm('ann', cardOf('Question'), 'q');
    await c.say('ann', { text: 'yes', replyTo: messageId });
    expect(c.bot.heard[0]).toMatchObject({ kind: 'message', replyTo: messageId });
    expect((await c.say('bo', { text: 'yes', replyTo: messageId })).status).toBe(404);
    expect(c.bot.heard).toHaveLength(1);
  });

  test('what the bot could not take is not shown as said', async () => {
    c.bot.answer = () => Promise.reject(new Error('store away'));
    const { status, body } = await c.say('chen', { text: 'hello' });
    expect([status, body]).toEqual([500, { error: { code: 'failed', message: '这边出错了，已记录。' } }]);
    expect((await c.feed('chen')).items).toEqual([]);
    expect(c.errors.splice(0)).toHaveLength(1);
    await turns();
    expect(c.bot.ackedIds).toEqual([]);
  });

  test('nothing is not a message', async () => {
    expect((await c.say('ann', { text: ' ' })).status).toBe(400);
    expect((await c.say('ann', {})).status).toBe(400);
    expect(c.bot.heard).toEqual([]);
  });
});

describe('press and submit', () => {
  test('a press carries the card, and the answer replaces it before the edit may follow', async () => {
    const sent = await c.dm('ann', cardOf('Agree?'), 'k1');
    c.bot.answer = () => ({ toast: 'done', card: cardOf('Agreed') });
    c.clock.now = minutes(1);
    expect((await c.press('ann', { token: 'goals.agree {}', value: 'x', on: sent.messageId })).body).toEqual({
      toast: 'done',
      card: cardOf('Agreed'),
    });
    expect(c.bot.heard[0]).toMatchObject({
      kind: 'press',
      token: 'goals.agree {}',
      value: 'x',
      on: sent,
      from: 'ann',
    });
    expect((await c.feed('ann')).items).toMatchObject([
      { seq: 2, key: sent.messageId, at: START.toISOString(), card: cardOf('Agreed'), edited: true },
    ]);
    await turns();
    expect(c.bot.ackedIds).toHaveLength(1);
  });

  test('a press on the home card has no card in the feed', async () => {
    c.bot.answer = () => ({ card: cardOf('Home') });
    expect((await c.press('ann', { token: 't' })).body).toEqual({ card: cardOf('Home') });
    expect(c.bot.heard[0]).not.toHaveProperty('on');
    expect((await c.feed('ann')).items).toEqual([]);
  });

  test("somebody else's card, one's own words and nothing cannot be pressed", async () => {
    const sent = await c.dm('ann', cardOf('Agree?'), 'k1');
    await c.say('bo', { text: 'mine' });
    const own = (await c.feed('bo')).items[0]?.key;
    for (const on of [sent.messageId, own, 'nothing']) {
      expect((await c.press('bo', { token: 't', on })).status).toBe(404);
      expect((await c.submit('bo', { token: 't', values: {}, on })).status).toBe(404);
    }
    expect(c.bot.heard).toHaveLength(1);
  });

  test('a form: values as they are, errors come back', async () => {
    const values = { title: 'Backlog', weights: ['a', 'b'], to: 72.5, '': '' };
    c.bot.answer = () => ({ errors: { title: 'too short' } });
    const sent = await c.dm('ann', cardOf('Goals'), 'k');
    const { body } = await c.submit('ann', { token: 't', values, on: sent.messageId });
    expect(body).toEqual({ errors: { title: 'too short' } });
    expect(c.bot.heard[0]).toMatchObject({ kind: 'submit', token: 't', values, on: sent });
  });

  test('a form that was opened by a word leaves its card in the feed', async () => {
    c.bot.answer = () => ({ card: cardOf('Written') });
    await c.submit('ann', { token: 't', values: {} });
    expect((await c.feed('ann')).items).toMatchObject([
      { from: 'bot', card: cardOf('Written'), edited: false },
    ]);
  });

  test.each([{ a: null }, { a: true }, { a: [1] }, { a: {} }, [], 'x'])(
    '%j are no values',
    async (values) => {
      expect((await c.submit('ann', { token: 't', values })).status).toBe(400);
    },
  );

  test('a name like __proto__ changes nothing', async () => {
    const body = '{"token":"t","values":{"__proto__":"x","constructor":"y"}}';
    const request = new Request(`http://localhost${c.of('ann', 'submit')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect((await c.handle(request)).status).toBe(200);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    const [e] = c.bot.heard;
    expect(Object.getPrototypeOf(e?.kind === 'submit' ? e.values : undefined)).toBe(Object.prototype);
  });
});
