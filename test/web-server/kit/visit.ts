/** Requests as the page sends them. */
import type { HttpRoute } from '../../../src/core/platform.ts';

/** What a request may carry. */
export type Body = NonNullable<RequestInit['body']>;

export const HERE = 'http://127.0.0.1:3000';

/** What the main program does with the routes, small. */
export function served(routes: HttpRoute[]): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const fits = (path: string) =>
      path.endsWith('/*') ? pathname.startsWith(path.slice(0, -1)) : pathname === path;
    const route = routes.find((r) => (r.method === 'ALL' || r.method === request.method) && fits(r.path));
    return route ? route.handle(request) : new Response('not ours', { status: 404 });
  };
}

export const get = (path: string, headers: Record<string, string> = {}): Request =>
  new Request(HERE + path, { headers });

export const post = (path: string, body: unknown, headers: Record<string, string> = {}): Request =>
  new Request(HERE + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

export function upload(
  path: string,
  file: File | string,
  name = 'file',
  headers: Record<string, string> = {},
): Request {
  const body = new FormData();
  body.append(name, file);
  return new Request(HERE + path, { method: 'POST', body, headers });
}
