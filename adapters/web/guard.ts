/**
 * Who may talk to the console at all. While it listens on this computer only, Host and Origin must name this computer:
 * a web page elsewhere that points its own name at 127.0.0.1 gets nothing. Anywhere else a token is asked for.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Trouble } from './http.ts';
import type { ConsoleOptions } from './index.ts';

const HERE = String.raw`(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])`;
const HOST = new RegExp(`^${HERE}(?::\\d{1,5})?$`, 'i');
const ORIGIN = new RegExp(`^https?://${HERE}(?::\\d{1,5})?$`, 'i');

export const isLoopback = (host: string): boolean => host === '::1' || HOST.test(host);

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function fromHere(request: Request): boolean {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  const origin = request.headers.get('origin');
  return HOST.test(host) && (origin === null || ORIGIN.test(origin));
}

function hasToken(request: Request, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return given !== undefined && sameText(given, token);
}

/** Throws a 401 or 403 for whoever may not. The page itself tells nothing, so it asks for the token, not we for it. */
export function guardOf({ host, token }: ConsoleOptions): (request: Request, path: string) => void {
  const here = isLoopback(host);
  if (!here && !token) throw new Error(`the console on ${host} needs a token`);
  return (request, path) => {
    if (request.headers.get('sec-fetch-site') === 'cross-site') throw new Trouble('notFromHere');
    if (here && !fromHere(request)) throw new Trouble('notFromHere');
    if (token && /^\/api(\/|$)/.test(path) && !hasToken(request, token)) throw new Trouble('noToken');
  };
}
