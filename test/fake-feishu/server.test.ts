/** The fake against the SDK that the product uses, and against what Feishu's documentation says. */
import * as lark from '@larksuiteoapi/node-sdk';
import { handClock } from '../kit/fake-feishu/clock.ts';
import { type FakeFeishu, fakeFeishu } from '../kit/fake-feishu/index.ts';

const start = Date.parse('2027-01-04T01:00:00Z');
const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
let feishu: FakeFeishu;
let clock: ReturnType<typeof handClock>;
let pace = 0;

beforeEach(async () => {
  clock = handClock(start);
  pace = 0;
  feishu = await fakeFeishu({ clock, pace: () => pace });
});
afterEach(() => feishu.close());

const card = (text: string) => ({
  schema: '2.0',
  config: { update_multi: true },
  header: { title: { tag: 'plain_text', content: text } },
  body: { elements: [{ tag: 'markdown', content: text }] },
});

/** The code, whether it came with 200 or was thrown. */
async function codeOf(call: Promise<{ code?: number | undefined } | undefined>): Promise<number | undefined> {
  try {
    return (await call)?.code;
  } catch (e) {
    return (e as { response: { data: { code: number } } }).response.data.code;
  }
}

const client = () =>
  new lark.Client({
    appId: feishu.app.id,
    appSecret: feishu.app.secret,
    domain: feishu.url,
    cache: new lark.DefaultCache(),
    logger: quiet,
  });
const to = (openId: string, text: string, uuid?: string) => ({
  params: { receive_id_type: 'open_id' as const },
  data: {
    receive_id: openId,
    msg_type: 'interactive',
    content: JSON.stringify(card(text)),
    ...(uuid && { uuid }),
  },
});

describe('messages', () => {
  test('one is created, seen and patched; the same uuid is the same message for an hour', async () => {
    const ann = feishu.user({ name: 'Ann' });
    const api = client();
    const first = await api.im.v1.message.create(to(ann.openId, 'one', 'u1'));
    const again = await api.im.v1.message.create(to(ann.openId, 'one', 'u1'));
    expect(again.data?.message_id).toBe(first.data?.message_id);
    const id = String(first.data?.message_id);
    expect(
      await codeOf(
        api.im.v1.message.patch({ path: { message_id: id }, data: { content: JSON.stringify(card('two')) } }),
      ),
    ).toBe(0);
    expect(ann.sees()).toBe('# two\ntwo');
    pace += 2000;
    await clock.advance(3_600_001);
    await api.im.v1.message.create(to(ann.openId, 'three', 'u1'));
    expect(ann.sees()).toBe('# two\ntwo\n\n# three\nthree');
  });

  test('a message is not changed after 14 days, nor while a click on it waits', async () => {
    const ann = feishu.user({ name: 'Ann' });
    const api = client();
    const { data } = await api.im.v1.message.create(to(ann.openId, 'one'));
    const path = { message_id: String(data?.message_id) };
    const patch = () =>
      codeOf(api.im.v1.message.patch({ path, data: { content: JSON.stringify(card('two')) } }));
    const message = feishu.state.messages.get(path.message_id);
    if (message) message.pending = 1;
    expect(await patch()).toBe(230099);
    if (message) message.pending = 0;
    expect(await patch()).toBe(0);
    feishu.state.tokens.set('t-late', { until: Number.POSITIVE_INFINITY });
    await clock.advance(14 * 86_400_000 + 1);
    const res = await fetch(`${feishu.url}/open-apis/im/v1/messages/${path.message_id}`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer t-late', 'content-type': 'application/json' },
      body: JSON.stringify({ content: JSON.stringify(card('late')) }),
    });
    expect(await res.json()).toMatchObject({ code: 230031 });
    expect(ann.sees()).toBe('# two\ntwo');
  });

  test.each([
    ['stopped the bot', { blocked: true }, 230053],
    ['resigned', { resigned: true }, 230029],
    ['out of the app’s range', { available: false }, 230013],
  ])('nobody is written to who %s', async (_, change, code) => {
    const ann = feishu.user({ name: 'Ann', ...change });
    expect(await codeOf(client().im.v1.message.create(to(ann.openId, 'x')))).toBe(code);
    expect(ann.sees()).toBe('');
  });
});

describe('tokens', () => {
  test('a wrong secret, a wrong token, one that is over', async () => {
    const ann = feishu.user({ name: 'Ann' });
    const ask = (secret: string) =>
      fetch(`${feishu.url}/open-apis/auth/v3/tenant_access_token/internal`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ app_id: feishu.app.id, app_secret: secret }),
      }).then((r) => r.json() as Promise<{ code: number; tenant_access_token: string; expire: number }>);
    expect((await ask('wrong')).code).toBe(10014);
    const { tenant_access_token: token, expire } = await ask(feishu.app.secret);
    expect(expire).toBe(7200);
    const info = (t: string) =>
      fetch(`${feishu.url}/open-apis/bot/v3/info`, { headers: { authorization: `Bearer ${t}` } }).then((r) =>
        r.json(),
      );
    expect(await info(token)).toMatchObject({ code: 0, bot: { open_id: feishu.app.botOpenId } });
    expect(await info('t-other')).toMatchObject({ code: 99991663 });
    await clock.advance(5_400_000);
    expect((await ask(feishu.app.secret)).tenant_access_token).toBe(token);
    await clock.advance(1000);
    expect((await ask(feishu.app.secret)).tenant_access_token).not.toBe(token);
    await clock.advance(1_800_000);
    expect(await info(token)).toMatchObject({ code: 99991663 });
    expect(ann.sees()).toBe('');
  });

  test('without the scope: 99991672, which names them', async () => {
    const ann = feishu.user({ name: 'Ann' });
    feishu.state.scopes.clear();
    const api = client();
    await expect(api.im.v1.message.create(to(ann.openId, 'x'))).rejects.toMatchObject({
      response: { data: { code: 99991672, msg: expect.stringContaining('im:message') } },
    });
  });
});

describe('limits', () => {
  test('50 a second, then 429 with the seconds to wait; inside them nothing passes', async () => {
    const api = client();
    const users = Array.from({ length: 60 }, (_, n) => feishu.user({ name: `p${n}` }));
    const results: (number | undefined)[] = [];
    for (const { openId } of users.slice(0, 52))
      results.push(await codeOf(api.im.v1.message.create(to(openId, 'x'))));
    expect(results.filter((c) => c === 0)).toHaveLength(50);
    expect(results.slice(50)).toEqual([99991400, 99991400]);
    pace += 900;
    const refused = await api.im.v1.message
      .create(to(String(users[55]?.openId), 'x'))
      .catch((e) => e.response);
    expect(refused.status).toBe(429);
    expect(refused.headers['x-ogw-ratelimit-reset']).toBe('1');
    expect(feishu.limits.inside()).toBe(1);
    pace += 200;
    expect(await codeOf(api.im.v1.message.create(to(String(users[56]?.openId), 'x')))).toBe(0);
  });

  test('1000 a minute, whatever the second says', async () => {
    for (let n = 0; n < 1000; n += 1) {
      pace += 25;
      feishu.limits.call('x');
    }
    pace += 25;
    expect(() => feishu.limits.call('x')).toThrow('frequency limit');
    pace += 36_000;
    feishu.limits.call('x');
  });

  test('five a second to one person', async () => {
    const ann = feishu.user({ name: 'Ann' });
    const api = client();
    const codes = [];
    for (let n = 0; n < 6; n += 1) codes.push(await codeOf(api.im.v1.message.create(to(ann.openId, 'x'))));
    expect(codes).toEqual([0, 0, 0, 0, 0, 230020]);
  });
});
