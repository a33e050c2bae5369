/** The two addresses: right statuses, no effect of what is wrong, and the process lives on. */

import { feishuAdapter } from '../../adapters/feishu/index.ts';
import { connect } from '../kit/database.ts';
import { encrypted, signed } from '../kit/fake-feishu/seal.ts';
import { type Desk, desk } from './kit/desk.ts';

const connection = await connect('feishu-webhook');
let d: Desk;
beforeAll(async () => {
  d = await desk(connection, { people: [{ name: 'Ann', openId: 'ou_ann' }] });
});
afterAll(() => d.end());
beforeEach(() => {
  d.bot.heard.length = 0;
});

const key = 'fake-encrypt-key';
const token = 'fake-verification-token';
const now = () => Date.now() / 1000;
const event = (over: Record<string, unknown> = {}, header: Record<string, unknown> = {}) => ({
  schema: '2.0',
  header: {
    event_id: `e${Math.random()}`,
    event_type: 'im.message.receive_v1',
    create_time: String(Date.now()),
    token,
    tenant_key: 'tenant1',
    ...header,
  },
  event: {
    sender: { sender_id: { open_id: 'ou_ann' }, sender_type: 'user' },
    message: {
      message_id: 'om_1',
      chat_id: 'oc_1',
      chat_type: 'p2p',
      message_type: 'text',
      content: JSON.stringify({ text: '/perf 目标 😀' }),
    },
    ...over,
  },
});
async function post(body: string | Buffer, headers: Record<string, string>, path = '/feishu/events') {
  const sent = typeof body === 'string' ? body : new Uint8Array(body);
  const answer = await fetch(d.url + path, { method: 'POST', body: sent, headers });
  return { status: answer.status, body: await answer.text() };
}
const sealed = (payload: unknown) => JSON.stringify({ encrypt: encrypted(key, JSON.stringify(payload)) });
const push = (payload: unknown, seconds = now(), path?: string) => {
  const body = sealed(payload);
  return post(body, signed(key, body, seconds), path);
};

test('a signed and encrypted event is received, once per message however often it comes', async () => {
  expect(await push(event())).toEqual({ status: 200, body: '{}' });
  expect(await push(event())).toEqual({ status: 200, body: '{}' });
  expect(d.bot.heard).toMatchObject([
    {
      kind: 'message',
      id: 'feishu:om_1',
      text: '/perf 目标 😀',
      direct: true,
      edited: false,
      from: 'ou_ann',
    },
  ]);
});

test('what is not JSON, has no text inside or cannot be decrypted is 400', async () => {
  const unreadable = ['', '{', '{"encrypt":1}', '{"encrypt":"x"}', '{"encrypt":""}', '{"encrypt":null}'];
  for (const body of unreadable) {
    expect([body, (await post(body, {})).status]).toEqual([body, 400]);
    expect([body, (await post(body, signed(key, body, now()))).status]).toEqual([body, 400]);
  }
  // Signed, but without the token that every event carries.
  for (const body of ['[]', '"x"', 'null', '7', '{}'])
    expect([body, (await post(body, signed(key, body, now()))).status]).toEqual([body, 401]);
  const other = JSON.stringify({ encrypt: encrypted('another key', JSON.stringify(event())) });
  expect((await post(other, signed(key, other, now()))).status).toBe(400);
  const noText = JSON.stringify({ encrypt: encrypted(key, 'hello') });
  expect((await post(noText, signed(key, noText, now()))).status).toBe(400);
  expect((await post(Buffer.from([0xff, 0xfe, 0x00]), {})).status).toBe(400);
  expect(d.bot.heard).toEqual([]);
});

test('a signature that is missing, another’s or over other bytes is 401', async () => {
  const body = sealed(event());
  expect((await post(body, {})).status).toBe(401);
  expect((await post(body, signed('another key', body, now()))).status).toBe(401);
  expect((await post(`${body} `, signed(key, body, now()))).status).toBe(401);
  const plain = JSON.stringify(event());
  expect((await post(plain, {})).status).toBe(401);
  expect(d.bot.heard).toEqual([]);
});

test('too old, from the future, and another verification token are 401; 7 hours are not too old', async () => {
  expect((await push(event(), now() - 8 * 3600 - 60)).status).toBe(401);
  expect((await push(event(), now() + 400)).status).toBe(401);
  expect((await push(event(), Number.NaN)).status).toBe(401);
  expect((await push(event({}, { token: 'another' }))).status).toBe(401);
  expect((await push({ ...event(), header: { ...event().header, token: undefined } })).status).toBe(401);
  expect(d.bot.heard).toEqual([]);
  expect((await push(event({}, { event_id: 'late' }), now() - 7 * 3600)).status).toBe(200);
});

test('raw bytes are signed: spaces, escapes and characters split between chunks do no harm', async () => {
  const payload = event();
  (payload.event.message as { message_id: string }).message_id = 'om_spaces';
  const body = JSON.stringify({ encrypt: encrypted(key, JSON.stringify(payload, null, 2)) }, null, 2);
  expect((await post(body, signed(key, body, now()))).status).toBe(200);
  const plain = Buffer.from(
    JSON.stringify(event({ message: { ...payload.event.message, message_id: 'om_split' } })),
  );
  const stream = new ReadableStream({
    start(controller) {
      for (const byte of plain) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  const answer = await fetch(`${d.url}/feishu/events`, {
    method: 'POST',
    body: stream,
    headers: signed(key, plain, now()),
    duplex: 'half',
  } as RequestInit);
  expect(answer.status).toBe(200);
  expect(d.bot.heard.map((e) => (e.kind === 'message' ? e.text : ''))).toEqual([
    '/perf 目标 😀',
    '/perf 目标 😀',
  ]);
});

test('the address is verified, encrypted and plain; only with the right token', async () => {
  const challenge = { type: 'url_verification', challenge: 'abc', token };
  const body = sealed(challenge);
  expect(await post(body, {})).toEqual({ status: 200, body: '{"challenge":"abc"}' });
  expect(await post(body, signed(key, body, now()), '/feishu/cards')).toEqual({
    status: 200,
    body: '{"challenge":"abc"}',
  });
  expect((await post(JSON.stringify(challenge), {})).body).toBe('{"challenge":"abc"}');
  expect((await post(sealed({ ...challenge, token: 'another' }), {})).status).toBe(401);
});

test('too large is 413, an event that nobody asked for 200, an unknown address 404', async () => {
  const large = JSON.stringify({ encrypt: 'x'.repeat(1_000_000) });
  expect((await post(large, signed(key, large, now()))).status).toBe(413);
  expect(
    (await push({ ...event(), header: { ...event().header, event_type: 'meeting.ended_v9' } })).status,
  ).toBe(200);
  expect((await post('{}', {}, '/feishu/other')).status).toBe(404);
  expect(d.bot.heard).toEqual([]);
});

test('what is well signed and misshapen is 400; what was not kept is 503 and comes again', async () => {
  expect((await push({ ...event(), event: { message: 7 } })).status).toBe(400);
  expect((await push({ schema: '2.0', header: { event_id: 5, token } })).status).toBe(400);
  expect(
    (
      await push(
        { ...event(), header: { ...event().header, event_type: 'card.action.trigger' } },
        now(),
        '/feishu/cards',
      )
    ).status,
  ).toBe(400);
  const again = event({ message: { ...event().event.message, message_id: 'om_again' } });
  d.bot.answer = () => {
    throw new Error('the store is away');
  };
  expect((await push(again)).status).toBe(503);
});

test('without an Encrypt Key the webhook is not opened', () => {
  const { id: appId, secret: appSecret } = d.feishu.app;
  const open = () => feishuAdapter({ appId, appSecret, domain: d.feishu.url, mode: 'webhook' }, d.ports);
  expect(open).toThrow('FEISHU_ENCRYPT_KEY');
});
