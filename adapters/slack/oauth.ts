/** Installing by OAuth: `/slack/install` leads to Slack, `/slack/oauth_redirect` comes back. The state is bound to the browser. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Locale } from '../../src/core/i18n.ts';
import type { Log } from '../../src/core/log.ts';
import type { HttpRoute } from '../../src/core/platform.ts';
import { newClient } from './clients.ts';
import { codeOf } from './errors.ts';
import type { Granted, Installing, Installs, Stored } from './installs.ts';
import { say } from './messages.ts';
import { scopes } from './scopes.ts';

export interface OAuthOptions {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
  apiUrl: string | undefined;
  baseUrl: string | undefined;
}

const cookie = 'growloop_slack_state';
const liveSeconds = 600;

const granted = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().optional(),
  expires_in: z.number().optional(),
  scope: z.string().default(''),
  app_id: z.string().optional(),
  bot_user_id: z.string().optional(),
  is_enterprise_install: z.boolean().default(false),
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
});

const signed = (secret: string, text: string) =>
  createHmac('sha256', secret).update(text).digest('base64url');
const same = (a: string, b: string) => {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length === two.length && timingSafeEqual(one, two);
};

export function newState(secret: string, now: number): string {
  const body = `${randomBytes(24).toString('base64url')}.${Math.floor(now / 1000)}`;
  return `${body}.${signed(secret, body)}`;
}

export function isFresh(secret: string, state: string, now: number): boolean {
  const [nonce, at, mac] = state.split('.');
  if (!nonce || !at || !mac || !same(mac, signed(secret, `${nonce}.${at}`))) return false;
  const age = now / 1000 - Number(at);
  return age >= -60 && age <= liveSeconds;
}

const localeOf = (request: Request): Locale =>
  /^zh\b/i.test(request.headers.get('accept-language') ?? '') ? 'zh' : 'en';

const cookieIn = (request: Request): string | undefined =>
  request.headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((part) => part.startsWith(`${cookie}=`))
    ?.slice(cookie.length + 1);

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
};

/** Every sentence is our own: nothing of the request comes back in the page. */
function page(status: number, locale: Locale, title: string, text: string, again = true): Response {
  const link = again ? `<p><a href="/slack/install">${say(locale).again}</a></p>` : '';
  const body = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>growloop</title><body style="font:16px/1.6 system-ui;max-width:34em;margin:15vh auto;padding:0 1em"><h1 style="font-size:1.4em">${title}</h1><p>${text}</p>${link}</body></html>`;
  return new Response(body, { status, headers });
}

const noMatter = () => {};

/** What came back for the code, as it is kept. */
function keptOf(answer: unknown): { install: Installing; grant: Granted } {
  const given = granted.parse(answer);
  const org = given.is_enterprise_install;
  const tenant = org ? given.enterprise?.id : given.team?.id;
  if (!tenant) throw new Error('an installation without a workspace');
  return {
    install: {
      tenant,
      org,
      ...(given.enterprise && { enterprise: given.enterprise.id }),
      ...(given.app_id && { appId: given.app_id }),
      ...(given.bot_user_id && { botUserId: given.bot_user_id }),
    },
    grant: {
      token: given.access_token,
      scopes: given.scope.split(',').filter(Boolean),
      ...(given.refresh_token && { refresh: given.refresh_token }),
      ...(given.expires_in !== undefined && { expiresIn: given.expires_in }),
    },
  };
}

export interface Installer {
  installs: Installs;
  log: Log;
  /** Its people are to be looked at now. */
  served(install: Stored): Promise<void>;
}

export function oauthRoutes(options: OAuthOptions, installer: Installer): HttpRoute[] {
  const { begin, end } = oauthPages(options, installer);
  return [
    { method: 'GET', path: '/slack/install', handle: begin },
    { method: 'GET', path: '/slack/oauth_redirect', handle: end },
  ];
}

function addressesOf({ apiUrl, baseUrl, clientId }: OAuthOptions) {
  const origin = (request: Request) => baseUrl?.replace(/\/$/, '') ?? new URL(request.url).origin;
  const back = (request: Request) => `${origin(request)}/slack/oauth_redirect`;
  return {
    back,
    bound: (value: string, request: Request, seconds: number) =>
      `${cookie}=${value}; Path=/slack; Max-Age=${seconds}; HttpOnly; SameSite=Lax${origin(request).startsWith('https:') ? '; Secure' : ''}`,
    asking(request: Request, state: string): string {
      const to = new URL('/oauth/v2/authorize', apiUrl ?? 'https://slack.com');
      const asked = { client_id: clientId, scope: scopes.join(','), redirect_uri: back(request), state };
      to.search = new URLSearchParams(asked).toString();
      return to.href;
    },
  };
}

function oauthPages(options: OAuthOptions, { installs, log, served }: Installer) {
  const { clientId, clientSecret, stateSecret, apiUrl } = options;
  const client = newClient(undefined, apiUrl);
  const { back, bound, asking } = addressesOf(options);

  function begin(request: Request): Response {
    const state = newState(stateSecret, Date.now());
    const headers = { location: asking(request, state), 'set-cookie': bound(state, request, liveSeconds) };
    return new Response(null, { status: 302, headers: { ...headers, 'cache-control': 'no-store' } });
  }

  async function stored(code: string, request: Request): Promise<Stored | undefined> {
    const asked = { client_id: clientId, client_secret: clientSecret, code, redirect_uri: back(request) };
    const { install, grant } = keptOf(await client.oauth.v2.access(asked));
    const kept = await installs.keep(install, grant);
    const { tenant, org } = install;
    if (kept) log.info({ tenant, org, letIn: kept.letIn }, 'installed in a Slack workspace');
    // What is not kept must not stay valid.
    else await newClient(grant.token, apiUrl).auth.revoke().catch(noMatter);
    if (kept?.letIn) await served(kept);
    return kept;
  }

  /** What the browser reads once Slack gave its permission. */
  async function told(code: string, request: Request, locale: Locale): Promise<Response> {
    const words = say(locale);
    const come = await stored(code, request);
    if (!come) return page(403, locale, 'growloop', words.installElsewhere);
    const next = come.letIn ? words.welcomeNext : words.installWaits(come.tenant);
    const done = page(200, locale, words.welcome, next, false);
    done.headers.set('set-cookie', bound('', request, 0));
    return done;
  }

  async function end(request: Request): Promise<Response> {
    const locale = localeOf(request);
    const words = say(locale);
    const query = new URL(request.url).searchParams;
    const [state, code, kept] = [query.get('state') ?? '', query.get('code'), cookieIn(request) ?? ''];
    if (!kept || !same(state, kept) || !isFresh(stateSecret, state, Date.now()))
      return page(400, locale, 'growloop', words.installExpired);
    if (query.get('error') || !code) return page(400, locale, 'growloop', words.installRefused);
    try {
      return await told(code, request, locale);
    } catch (e) {
      log.error({ code: codeOf(e) ?? 'no answer' }, 'a Slack installation was not accepted');
      return page(502, locale, 'growloop', words.installFailed);
    }
  }

  return { begin, end };
}
