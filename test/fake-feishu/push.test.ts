/** What the fake pushes: signed, encrypted, tried again; callbacks once, with three seconds. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as lark from '@larksuiteoapi/node-sdk';
import { handClock } from '../kit/fake-feishu/clock.ts';
import { type FakeFeishu, fakeFeishu } from '../kit/fake-feishu/index.ts';
import { decrypted, signature } from '../kit/fake-feishu/seal.ts';
import { bodyOf } from '../kit/fake-feishu/server.ts';
import { addMessage, p2pOf } from '../kit/fake-feishu/state.ts';

type Json = Record<string, unknown>;
interface Heard {
  at: number;
  signed: boolean;
  payload: { header: Json; event: Json; host?: string };
}

let feishu: FakeFeishu;
let clock: ReturnType<typeof handClock>;
let bot: Server;
let heard: Heard[];
let answers: () => { status: number; body: string; ms?: number };

beforeEach(async () => {
  clock = handClock(Date.parse('2027-01-04T01:00:00Z'));
  feishu = await fakeFeishu({ clock });
  heard = [];
  answers = () => ({ status: 200, body: '{}' });
  bot = createServer(async (req, res) => {
    const body = await bodyOf(req);
    const head = (name: string) => String(req.headers[`x-lark-${name}`]);
    const { encryptKey } = feishu.app;
    const good =
      signature(head('request-timestamp'), head('request-nonce'), encryptKey, body) === head('signature');
    const payload = JSON.parse(decrypted(encryptKey, JSON.parse(String(body)).encrypt));
    heard.push({ at: clock.now(), signed: good, payload });
    const { status, body: text, ms = 0 } = answers();
    setTimeout(() => res.writeHead(status).end(text), ms);
  });
  await new Promise<void>((done) => bot.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;
  feishu.push.to({ events: `${url}/events`, cards: `${url}/cards` });
});
afterEach(async () => {
  await feishu.close();
  bot.closeAllConnections();
  bot.close();
});

const button = (label: string, t: string) => ({
  tag: 'button',
  text: { tag: 'plain_text', content: label },
  behaviors: [{ type: 'callback', value: { t } }],
});
const shown = (openId: string, ...elements: Json[]) =>
  addMessage(feishu.state, {
    chat: p2pOf(feishu.state, openId).id,
    from: 'bot',
    type: 'interactive',
    content: '',
    card: {
      schema: '2.0',
      config: { update_multi: true },
      header: { title: { tag: 'plain_text', content: 'Goal' } },
      body: { elements },
    },
  });

test('an event is signed and encrypted; refused, it comes after 15 s, 5 min, 1 h and 6 h, then no more', async () => {
  const ann = feishu.user({ name: 'Ann' });
  answers = () => ({ status: 503, body: '' });
  const pushed = await ann.says('绩效 目标');
  await clock.advance(86_400_000);
  const from = heard[0]?.at ?? 0;
  expect(heard.map((h) => (h.at - from) / 1000)).toEqual([0, 15, 315, 3915, 25_515]);
  expect(heard.every((h) => h.signed)).toBe(true);
  expect(new Set(heard.map((h) => h.payload.header.event_id)).size).toBe(1);
  expect(pushed).toMatchObject({ delivered: false });
  expect(heard[0]?.payload).toMatchObject({
    header: { event_type: 'im.message.receive_v1', token: feishu.app.verificationToken },
    event: { message: { chat_type: 'p2p', content: '{"text":"绩效 目标"}' } },
  });
});

test('a delivered one comes once', async () => {
  const ann = feishu.user({ name: 'Ann' });
  await ann.enters();
  await ann.menu('goals');
  await clock.advance(86_400_000);
  expect(heard.map((h) => h.payload.header.event_type)).toEqual([
    'im.chat.access_event.bot_p2p_chat_entered_v1',
    'application.bot.menu_v6',
  ]);
});

test('in a group the bot hears what mentions it', async () => {
  const ann = feishu.user({ name: 'Ann' });
  const { id } = p2pOf(feishu.state, ann.openId);
  const chat = {
    ...feishu.state.chats.get(id),
    id: 'oc_group',
    type: 'group' as const,
    members: new Set([ann.openId]),
  };
  feishu.state.chats.set('oc_group', chat as never);
  feishu.state.scopes.delete('*');
  expect(await ann.says('hello', { chat: chat as never })).toBeUndefined();
  await ann.says('hello', { chat: chat as never, mention: true });
  expect(heard[0]?.payload.event).toMatchObject({
    message: {
      content: '{"text":"@_user_1 hello"}',
      mentions: [{ key: '@_user_1', id: { open_id: feishu.app.botOpenId } }],
    },
  });
});

describe('a click', () => {
  test('is answered by a toast and a card', async () => {
    const ann = feishu.user({ name: 'Ann' });
    const message = shown(ann.openId, button('Agree', 'goals.agree'));
    const card = {
      schema: '2.0',
      config: { update_multi: true },
      body: { elements: [{ tag: 'markdown', content: 'agreed' }] },
    };
    answers = () => ({
      status: 200,
      body: JSON.stringify({
        toast: { type: 'success', content: 'Done' },
        card: { type: 'raw', data: card },
      }),
    });
    expect(await ann.clicks('Agree', 'Goal')).toMatchObject({ toast: 'Done' });
    expect(ann.sees()).toContain('agreed');
    expect(heard[0]?.payload).toMatchObject({
      header: { event_type: 'card.action.trigger' },
      event: {
        action: { tag: 'button', value: { t: 'goals.agree' }, timezone: 'Asia/Shanghai' },
        context: { open_message_id: message.id },
      },
    });
    await clock.advance(86_400_000);
    expect(heard).toHaveLength(1);
  });

  test('carries host and context beside the event where Feishu does', async () => {
    const ann = feishu.user({ name: 'Ann' });
    shown(ann.openId, button('Agree', 'a'));
    feishu.contextBeside(true);
    await ann.clicks('Agree');
    expect(heard[0]?.payload.host).toBe('im_message');
    expect(heard[0]?.payload.event).not.toHaveProperty('context');
  });

  test.each<[number, string, { status: number; body: string; ms?: number }]>([
    [200671, 'another status', { status: 500, body: '' }],
    [200671, 'a redirect', { status: 302, body: '' }],
    [200672, 'no JSON', { status: 200, body: 'ok' }],
    [200672, 'a card as text', { status: 200, body: JSON.stringify({ card: { type: 'raw', data: '{}' } }) }],
    [200672, 'a property that is not known', { status: 200, body: '{"message":"x"}' }],
    [
      200673,
      'a card that is not valid',
      {
        status: 200,
        body: JSON.stringify({
          card: { type: 'raw', data: { schema: '2.0', body: { elements: [{ tag: 'note' }] } } },
        }),
      },
    ],
    [200341, 'nothing for three seconds', { status: 200, body: '{}', ms: 3300 }],
  ])('shows %i for %s', async (code, _, answer) => {
    const ann = feishu.user({ name: 'Ann' });
    shown(ann.openId, button('Agree', 'a'));
    answers = () => answer;
    expect((await ann.clicks('Agree')).error).toBe(code);
    expect(heard).toHaveLength(1);
  });

  test('of 14 days later reaches nobody', async () => {
    const ann = feishu.user({ name: 'Ann' });
    shown(ann.openId, button('Agree', 'a'));
    await clock.advance(14 * 86_400_000 + 1);
    expect(await ann.clicks('Agree')).toEqual({ error: 200340 });
    expect(heard).toEqual([]);
  });
});

test('a form carries its values as Feishu writes them; what is required and empty stays with the client', async () => {
  const ann = feishu.user({ name: 'Ann' });
  const name = (n: string) => ({ name: n });
  shown(ann.openId, {
    tag: 'form',
    name: 'f',
    elements: [
      { tag: 'input', ...name('why'), required: true },
      { tag: 'input', ...name('more') },
      {
        tag: 'select_static',
        ...name('grade'),
        options: [{ text: { tag: 'plain_text', content: 'A' }, value: 'a' }],
      },
      {
        tag: 'multi_select_static',
        ...name('many'),
        required: false,
        options: [{ text: { tag: 'plain_text', content: 'A' }, value: 'a' }],
      },
      { tag: 'date_picker', ...name('due') },
      { ...button('Send', 'x'), name: 'send', form_action_type: 'submit' },
    ],
  });
  expect(await ann.submits({})).toEqual({ missing: ['why'] });
  await ann.submits({ why: 'because', many: ['a'], due: '2027-02-01' });
  expect(heard[0]?.payload.event.action).toEqual({
    value: { t: 'x' },
    tag: 'button',
    name: 'send',
    timezone: 'Asia/Shanghai',
    form_value: { why: 'because', more: '', many: ['a'], due: '2027-02-01 +0800' },
  });
});

test('the SDK’s long connection gets events and callbacks, and comes back after a cut', async () => {
  feishu.push.to(undefined);
  const got: string[] = [];
  const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
  const ours = { appId: feishu.app.id, appSecret: feishu.app.secret };
  let client: lark.WSClient | undefined;
  const dispatcher = new lark.EventDispatcher({
    logger: console,
    loggerLevel: lark.LoggerLevel.error,
  }).register({
    'im.message.receive_v1': async (d: { message: { content: string } }) => void got.push(d.message.content),
    'card.action.trigger': async () => ({ toast: { type: 'info', content: 'heard' } }),
  } as never);
  await new Promise<void>((onReady) => {
    client = new lark.WSClient({ ...ours, domain: feishu.url, logger: quiet, onReady });
    void client.start({ eventDispatcher: dispatcher });
  });
  const ann = feishu.user({ name: 'Ann' });
  expect(await ann.says('one')).toMatchObject({ delivered: true });
  shown(ann.openId, button('Agree', 'a'));
  expect(await ann.clicks('Agree')).toEqual({ toast: 'heard' });
  feishu.sockets.drop();
  // The SDK may be back before anybody saw that it was gone.
  await new Promise((done) => setTimeout(done, 1000));
  while (feishu.sockets.connected() === 0) await new Promise((done) => setTimeout(done, 20));
  expect(await ann.says('two')).toMatchObject({ delivered: true });
  expect(got).toEqual(['{"text":"one"}', '{"text":"two"}']);
  client?.close({ force: true });
});
