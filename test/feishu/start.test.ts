/** The product as a company starts it for Feishu: a process of its own, by webhook; and the doctor beside it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FakeFeishu, fakeFeishu } from '../kit/fake-feishu/index.ts';
import { startProduct } from '../kit/product.ts';

const dir = mkdtempSync(join(tmpdir(), 'growloop-feishu-'));
let feishu: FakeFeishu;
beforeAll(async () => {
  feishu = await fakeFeishu({ pace: 'none' });
  feishu.user({ name: 'Ann', openId: 'ou_ann', email: 'ann@example.com', language: 'en_us', admin: true });
});
afterAll(async () => {
  await feishu.close();
  rmSync(dir, { recursive: true, force: true });
});

const env = () => ({
  DATA_DIR: dir,
  FEISHU_APP_ID: feishu.app.id,
  FEISHU_APP_SECRET: feishu.app.secret,
  FEISHU_ENCRYPT_KEY: feishu.app.encryptKey,
  FEISHU_VERIFICATION_TOKEN: feishu.app.verificationToken,
  FEISHU_DOMAIN: feishu.url,
});

/** What `npm run doctor` prints. */
async function examined(): Promise<string> {
  const doctor = fileURLToPath(new URL('../../src/doctor.js', import.meta.url));
  const child = spawn(process.execPath, [doctor], { env: { ...process.env, ...env(), PORT: '0' } });
  let out = '';
  child.stdout.on('data', (d) => {
    out += d;
  });
  await new Promise((done) => child.on('exit', done));
  return out;
}

test('what somebody asks for is answered, and a signal ends it cleanly', async () => {
  const nothing = await examined();
  expect(nothing).toContain('no API calls of this month are written down');
  const product = await startProduct(env());
  feishu.push.to({ events: `${product.url}/feishu/events`, cards: `${product.url}/feishu/cards` });
  const ann = feishu.as('ou_ann');
  // Who there is is read in the background; until then she is a stranger.
  for (let i = 0; i < 200 && !ann.sees().includes('/perf goals'); i += 1) {
    if (i % 40 === 0) {
      const said = await ann.says('/perf help');
      expect(said?.delivered).toBe(true);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  expect(ann.sees()).toContain('/perf goals');
  const beside = await examined();
  expect(beside).toContain('growloop is running');
  expect(beside).not.toMatch(/\d+ API calls this month/);
  // What is counted is written down every few seconds, and at the end.
  expect(await product.stop()).toBe(0);
  expect(await examined()).toMatch(/[1-9]\d* API calls this month/);
}, 80_000);
