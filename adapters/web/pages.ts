/** The page's files: an allow-list of places and endings, each path made of plain names only. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from './http.ts';

const NAME = '[a-z0-9][a-z0-9_-]*';
const PATH = `(?:${NAME}/)*${NAME}`;

/**
 * `/page/` stands for the root, so the page's own relative imports of the core lead to one address each. What the
 * compiler wrote lies under `dist`, what was written by hand lies where it was written.
 */
const PLACES: { address: RegExp; folder: string }[] = [
  { address: new RegExp(`^/page/(src/core/${NAME}\\.js(?:\\.map)?)$`, 'i'), folder: 'dist' },
  { address: new RegExp(`^/page/(adapters/web/page/${PATH}\\.js(?:\\.map)?)$`, 'i'), folder: 'dist' },
  { address: new RegExp(`^/page/(adapters/web/page/${PATH}\\.(?:css|svg|html))$`, 'i'), folder: '.' },
];

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  map: 'application/json',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
};

const CSP =
  "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

function fileOf(path: string): string | undefined {
  if (path === '/') return 'adapters/web/page/index.html';
  for (const { address, folder } of PLACES) {
    const name = address.exec(path)?.[1];
    if (name) return join(folder, name);
  }
  return undefined;
}

async function contentOf(root: string, file: string): Promise<Buffer> {
  try {
    return await readFile(join(root, file));
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)) throw new Trouble('noRoute');
    throw error;
  }
}

export async function pageOf(root: string, request: Request, path: string): Promise<Response> {
  const file = ['GET', 'HEAD'].includes(request.method) ? fileOf(path) : undefined;
  if (!file) throw new Trouble('noRoute');
  const bytes = await contentOf(root, file);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'content-type': TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    'content-security-policy': CSP,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
    etag,
  };
  const known = (request.headers.get('if-none-match') ?? '')
    .split(/\s*,\s*/)
    .some((tag) => tag.replace(/^W\//, '') === etag);
  if (known) return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers });
}
