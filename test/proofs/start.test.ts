import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, type Product, startProduct } from '../kit/product.ts';

const dir = mkdtempSync(join(tmpdir(), 'growloop-proof-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const refused = (env: Record<string, string>): Promise<Ended> =>
  startProduct(env).then(
    () => Promise.reject(new Error('it started')),
    (e: Ended) => e,
  );

/** fetch does not let anybody choose the Host header. */
function getAs(product: Product, host: string): Promise<number> {
  const { port } = new URL(product.url);
  return new Promise((done, broken) =>
    request({ port, host: '127.0.0.1', path: '/api/people', headers: { host } }, (r) => {
      r.resume();
      done(r.statusCode ?? 0);
    })
      .on('error', broken)
      .end(),
  );
}

describe('the product, started as a new user would', () => {
  test('starts with no environment, keeps its key to itself, stops cleanly, starts again with everything there', async () => {
    const first = await startProduct({ DATA_DIR: dir });
    expect((await first.call('/healthz')).status).toBe(200);
    expect((await first.call('/readyz')).body).toEqual({ ready: true, reasons: [] });
    expect(statSync(join(dir, 'key')).mode & 0o077).toBe(0);
    expect((await first.call('/api/people')).body).toHaveLength(14);
    await first.call('/api/people/ann/say', { text: 'kept over a restart' });
    expect(await first.stop()).toBe(0);
    const second = await startProduct({ DATA_DIR: dir });
    expect(JSON.stringify((await second.call('/api/people/ann/feed?after=0')).body)).toContain(
      'kept over a restart',
    );
    expect(await second.stop('SIGINT')).toBe(0);
  }, 30_000);

  test('a directory has one owner; after a kill the next one takes it over', async () => {
    const owner = await startProduct({ DATA_DIR: dir });
    const other = await refused({ DATA_DIR: dir });
    expect(other.code).toBe(2);
    expect(other.err).toContain(`process ${owner.process.pid}`);
    await owner.stop('SIGKILL');
    const next = await startProduct({ DATA_DIR: dir });
    expect(await next.stop()).toBe(0);
  }, 30_000);

  test.each([
    [{ PORT: '99999' }, 'PORT must be'],
    [{ HOST: '0.0.0.0' }, 'CONSOLE_TOKEN is missing'],
    [
      {
        MONGODB_URI: 'mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=500',
        SECRETS_KEY: Buffer.alloc(32).toString('base64'),
      },
      'MONGODB_URI',
    ],
  ])(
    '%j ends with 2 and one sentence',
    async (env, sentence) => {
      const { code, err } = await refused({ DATA_DIR: dir, ...env } as never);
      expect(code).toBe(2);
      expect(err).toContain(sentence);
      expect(err.trim().split('\n')).toHaveLength(1);
    },
    30_000,
  );
});

describe('what comes from outside is answered, not believed', () => {
  let bot: Product;
  beforeAll(async () => {
    bot = await startProduct({ DATA_DIR: dir });
  });
  afterAll(() => bot.stop());

  test('foreign Host and Origin get 403', async () => {
    expect(await getAs(bot, 'evil.example')).toBe(403);
    expect(await getAs(bot, '127.0.0.1')).toBe(200);
    const cross = { origin: 'https://evil.example' };
    expect((await bot.call('/api/people/ann/say', { text: 'x' }, cross)).status).toBe(403);
    expect((await bot.call('/api/people', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test.each([
    ['/api/people/ann/say', '{broken', 400],
    ['/api/people/ann/say', { text: 7 }, 400],
    ['/api/people/nobody/say', { text: 'x' }, 404],
    ['/api/people/ann/press', { token: 'x'.repeat(300_000) }, 413],
    ['/api/clock', { to: 'yesterday' }, 400],
    ['/api/clock', { by: 'PT0H' }, 400],
    ['/api/nowhere', {}, 404],
  ])('%s %j', async (path, body, status) => {
    const answer = await bot.call(path, body);
    expect(answer.status).toBe(status);
    expect((answer.body as { error: { message: string } }).error.message.length).toBeGreaterThan(5);
  });

  test('forged tokens, unknown commands and markup get a sentence in the person’s language', async () => {
    const toast = async (person: string, what: string, body: object) =>
      ((await bot.call(`/api/people/${person}/${what}`, body)).body as { toast?: string }).toast ?? '';
    expect(await toast('ann', 'press', { token: 'goals.agree {"goal":"__proto__","rev":1}' })).toMatch(
      /[a-z]/,
    );
    expect(await toast('wang', 'press', { token: 'forged' })).toMatch(/[\u4e00-\u9fff]/);
    expect(await toast('ann', 'say', { text: '/perf kikcoff' })).toContain('/perf');
    expect(await toast('wang', 'say', { text: '绩效 胡乱输入' })).toMatch(/[\u4e00-\u9fff]/);
  });

  test('what people write is sealed on disk', async () => {
    await bot.call('/api/people/ann/say', { text: 'a very private sentence' });
    expect(readFileSync(join(dir, 'data.mdb')).includes('a very private sentence')).toBe(false);
  });
});
