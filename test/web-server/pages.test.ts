import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Trouble } from '../../adapters/web/http.ts';
import { pageOf } from '../../adapters/web/pages.ts';
import { get, HERE } from './kit/visit.ts';

let root = '';
const files: Record<string, string> = {
  'adapters/web/page/index.html': '<!doctype html><title>growloop</title>',
  'adapters/web/page/style.css': 'body{}',
  'adapters/web/page/img/logo.svg': '<svg/>',
  'adapters/web/page/page.ts': 'secret source',
  'dist/adapters/web/page/page.js': 'import "../../../src/core/md.js"',
  'dist/adapters/web/page/page.js.map': '{}',
  'dist/adapters/web/index.js': 'server',
  'dist/src/core/md.js': 'export {}',
  'dist/src/main.js': 'server',
  'src/core/md.ts': 'source',
  'dist/src/core/.env.js': 'secret',
  'package.json': '{}',
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pages-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
});
afterAll(() => rm(root, { recursive: true }));

const page = (path: string, headers: Record<string, string> = {}) => pageOf(root, get('/', headers), path);

const P = '/page/adapters/web/page';

test.each([
  ['/', 'adapters/web/page/index.html', 'text/html; charset=utf-8'],
  [`${P}/index.html`, 'adapters/web/page/index.html', 'text/html; charset=utf-8'],
  [`${P}/style.css`, 'adapters/web/page/style.css', 'text/css; charset=utf-8'],
  [`${P}/img/logo.svg`, 'adapters/web/page/img/logo.svg', 'image/svg+xml'],
  [`${P}/page.js`, 'dist/adapters/web/page/page.js', 'text/javascript; charset=utf-8'],
  [`${P}/page.js.map`, 'dist/adapters/web/page/page.js.map', 'application/json'],
  ['/page/src/core/md.js', 'dist/src/core/md.js', 'text/javascript; charset=utf-8'],
])('%s is %s', async (path, file, type) => {
  const response = await page(path);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(files[file]);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cache-control')).toBe('no-cache');
});

test.each([
  '/page/',
  '/page/page.js',
  P,
  `${P}/img`,
  `${P}/page.ts`,
  `${P}/tsconfig.json`,
  `${P}/nothing.js`,
  `${P}/../index.js`,
  `${P}/..%2findex.js`,
  `${P}/%2e%2e/index.js`,
  `${P}/..\\index.js`,
  `${P}//page.js`,
  `${P}/.env.js`,
  `${P}/page.js\u0000.css`,
  `${P}/page.js/x.js`,
  '/page/adapters/web/index.js',
  '/page/src/core/.env.js',
  '/page/src/core/md.ts',
  '/page/src/core/../main.js',
  '/page/src/main.js',
  '/src/core/md.js',
  '/page/package.json',
  '/package.json',
])('%j is not there', async (path) => {
  await expect(page(path)).rejects.toThrow(Trouble);
});

test('a page that is known is not sent again', async () => {
  const etag = (await page(`${P}/page.js`)).headers.get('etag') ?? '';
  const again = await page(`${P}/page.js`, { 'if-none-match': `"x", W/${etag}` });
  expect(again.status).toBe(304);
  expect(again.headers.get('content-security-policy')).toBeTruthy();
  expect((await page(`${P}/page.js`, { 'if-none-match': '"x"' })).status).toBe(200);
});

test('only to be read', async () => {
  await expect(pageOf(root, new Request(HERE, { method: 'POST' }), '/')).rejects.toThrow(Trouble);
  expect(await (await pageOf(root, new Request(HERE, { method: 'HEAD' }), '/')).text()).toBe('');
});
