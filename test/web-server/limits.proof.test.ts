import fc from 'fast-check';
import { connect } from '../kit/database.ts';
import { type Console, openConsole, PEOPLE, START } from './kit/console.ts';
import { type Body, get, HERE, post } from './kit/visit.ts';

const connection = await connect('web-limits');
let c: Console;

beforeEach(async () => {
  await connection.dropDatabase();
  c = await openConsole(connection, {
    clock: { read: async () => ({ now: START }), move: async () => ({ now: START, ran: 0 }) },
    play: async () => [],
  });
});
afterEach(async () => {
  await c.web.stop();
  expect(c.errors).toEqual([]);
});

const raw = (body: Body, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  c.ask(new Request(HERE + c.of('ann', 'say'), { method: 'POST', body, headers }));

test.each<[string, Body, Record<string, string> | undefined]>([
  ['no JSON type', '{"text":"x"}', { 'content-type': 'text/plain' }],
  ['a form', new URLSearchParams({ text: 'x' }), {}],
  ['a type that only begins like it', '{"text":"x"}', { 'content-type': 'application/jsonp' }],
  ['not JSON', '{"text":', undefined],
  ['nothing', '', undefined],
  ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), undefined],
  ['very deep', '['.repeat(100_000), undefined],
  ['another shape', '[]', undefined],
  ['a number for a text', '{"text":1}', undefined],
])('%s is a 400', async (_, body, headers) => {
  const { status, body: answer } = await raw(body, headers);
  expect([status, answer]).toMatchObject([
    400,
    { error: { code: 'bad-request', message: expect.any(String) } },
  ]);
});

test('a body is at most 256 kB, whatever its length header says', async () => {
  const large = JSON.stringify({ text: 'x'.repeat(256 * 1024) });
  expect((await raw(large)).status).toBe(413);
  const json = { 'content-type': 'application/json' };
  expect((await raw(large, { ...json, 'content-length': '2' })).status).toBe(413);
  expect((await raw('{"text":"x"}', { ...json, 'content-length': '999999' })).body).toMatchObject({
    error: { code: 'too-large' },
  });
  expect((await raw(JSON.stringify({ text: 'x'.repeat(12_001) }))).status).toBe(400);
  expect((await raw(JSON.stringify({ text: '長'.repeat(12_000) }))).status).toBe(200);
});

test('one person asking too fast waits, the others do not', async () => {
  const path = c.of('chen', 'feed');
  const answers = await Promise.all(Array.from({ length: 75 }, () => c.ask(get(path))));
  const refused = answers.filter((got) => got.status === 429);
  expect(refused.length).toBeGreaterThan(5);
  expect(refused.length).toBeLessThan(16);
  expect(refused[0]?.body).toEqual({ error: { code: 'too-many', message: '请稍慢一点。' } });
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
  expect((await c.ask(get(c.of('bo', 'feed')))).status).toBe(200);
});

test('every answer says that it is to be neither kept nor guessed', async () => {
  for (const request of [get('/api/people'), get('/api/none'), post(c.of('ann', 'say'), {})]) {
    const { headers } = await c.ask(request);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  }
});

test('on another host nothing is told without the token', async () => {
  const other = await openConsole(connection, {}, '0.0.0.0');
  const paths = ['/api/people', '/api/events', '/api/files/x?as=ann', '/api/none', c.of('ann', 'feed')];
  for (const path of paths) expect((await other.handle(get(path))).status).toBe(401);
  const { status } = await other.ask(get('/api/people', { authorization: `Bearer ${'t'.repeat(32)}` }));
  expect(status).toBe(200);
  await other.web.stop();
});

describe('whatever comes, it is answered and nothing breaks', () => {
  // Many people, so that the pace is not what answers.
  const someone = fc.constantFrom('ann', 'bo', 'chen', 'nobody', '__proto__', '%ff', '..', '');
  const verb = fc.constantFrom('say', 'press', 'submit', 'files', 'feed', 'home', 'constructor', '');
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.constantFrom('/perf', '绩效', '$where', '__proto__', 'room:x', '\u0000', '\ud800', 'a.b', '$set'),
  );
  const field = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.jsonValue({ maxDepth: 3 }), fc.double());
  const name = fc.constantFrom(
    'text',
    'room',
    'replyTo',
    'files',
    'token',
    'value',
    'values',
    'on',
    'to',
    'by',
    'people',
  );
  const body = fc.oneof(
    fc.dictionary(name, field).map((it) => JSON.stringify(it)),
    fc.record({ token: text, values: fc.dictionary(text, field), on: text }).map((it) => JSON.stringify(it)),
    fc
      .record({ text, files: fc.array(text), room: field }, { requiredKeys: ['text'] })
      .map((it) => JSON.stringify(it)),
    fc.json(),
    fc.string(),
    fc.uint8Array({ maxLength: 60 }),
  );
  const path = fc.oneof(
    fc.tuple(someone, verb).map(([who, what]) => `/api/people/${who}/${what}`),
    fc.constantFrom('/api/clock', '/api/play', '/api/people', '/api/files/x', '/api/', '/page/x.js', '/'),
    fc.webPath().map((it) => `/api${it}`),
  );
  const query = fc.oneof(
    fc.constant(''),
    fc.webQueryParameters().map((it) => `?${it}&after=${it}&as=ann`),
  );
  const value = fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((it) => it.trim());
  const headers = fc.record(
    {
      'content-type': fc.oneof(fc.constantFrom('application/json', 'multipart/form-data; boundary=x'), value),
      'idempotency-key': value,
      'content-length': value,
      authorization: value,
      'accept-language': value,
      'if-none-match': value,
    },
    { requiredKeys: [] },
  );

  test('no request makes an error of ours', async () => {
    const bodies = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD'),
      path,
      query,
      headers,
      body,
    });
    await fc.assert(
      fc.asyncProperty(bodies, async (it) => {
        const withBody = !['GET', 'HEAD'].includes(it.method);
        const init = { method: it.method, headers: it.headers, ...(withBody ? { body: it.body } : {}) };
        const response = await c.handle(new Request(HERE + it.path + it.query, init));
        await response.body?.cancel();
        expect([200, 304, 400, 404, 409, 413, 429]).toContain(response.status);
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(PEOPLE).toHaveLength(3);
  });

  test('every well-formed message is kept as it was said', async () => {
    const said = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .filter((it) => it.trim() !== '');
    await fc.assert(
      fc.asyncProperty(said, async (words) => {
        await connection.collection('web_items').deleteMany({});
        expect((await c.say('bo', { text: words })).status).toBe(200);
        expect((await c.feed('bo')).items.at(-1)?.text).toBe(words);
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});
