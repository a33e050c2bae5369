import { silent } from '../src/core/log.ts';
import { application } from '../src/server.ts';

const health = (reasons: string[]) => ({
  ready: async () => reasons,
  metrics: async () => 'growloop_rows 0\n',
});
const app = (reasons: string[] = []) =>
  application(
    [{ method: 'GET', path: '/broken', handle: () => Promise.reject(new Error('inside')) }],
    health(reasons),
    silent,
  );
const get = async (path: string, reasons: string[] = []) => app(reasons).request(path);

test('alive, ready and figures', async () => {
  expect((await get('/healthz')).status).toBe(200);
  expect(await (await get('/readyz')).json()).toEqual({ ready: true, reasons: [] });
  const not = await get('/readyz', ['the store does not answer']);
  expect([not.status, await not.json()]).toEqual([
    503,
    { ready: false, reasons: ['the store does not answer'] },
  ]);
  expect(await (await get('/metrics')).text()).toContain('growloop_rows');
});

test('unknown addresses are 404; what breaks inside says nothing of the inside', async () => {
  expect((await get('/nowhere')).status).toBe(404);
  const broken = await get('/broken');
  expect(broken.status).toBe(500);
  expect(await broken.text()).not.toContain('inside');
});
