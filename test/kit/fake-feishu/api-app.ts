/** Tokens, the bot itself, the tenant. */
import { z } from 'zod';
import { Refused } from './codes.ts';
import { parsed, type Route } from './route.ts';
import type { State } from './state.ts';

const lifeMs = 7_200_000;
const halfHourMs = 1_800_000;

/** With half an hour left the same one again, else a new one beside it. */
function token(state: State): { tenant_access_token: string; expire: number } {
  const now = state.clock.now();
  for (const [known, { until }] of state.tokens)
    if (until - now >= halfHourMs)
      return { tenant_access_token: known, expire: Math.floor((until - now) / 1000) };
  const made = state.id('t-');
  state.tokens.set(made, { until: now + lifeMs });
  return { tenant_access_token: made, expire: lifeMs / 1000 };
}

export const appRoutes: Route[] = [
  {
    method: 'POST',
    path: '/open-apis/auth/v3/tenant_access_token/internal',
    open: true,
    free: true,
    root: true,
    run(state, { body }) {
      const { app_id, app_secret } = parsed(z.object({ app_id: z.string(), app_secret: z.string() }), body);
      if (app_id !== state.app.id) throw new Refused('appUnknown');
      if (app_secret !== state.app.secret) throw new Refused('secretWrong');
      return { code: 0, msg: 'ok', ...token(state) };
    },
  },
  {
    method: 'GET',
    path: '/open-apis/bot/v3/info',
    free: true,
    root: true,
    run(state) {
      if (!state.botOn) throw new Refused('botOff');
      const { name, botOpenId } = state.app;
      const bot = {
        activate_status: 2,
        app_name: name,
        avatar_url: '',
        ip_white_list: [],
        open_id: botOpenId,
      };
      return { code: 0, msg: 'ok', bot };
    },
  },
  {
    method: 'GET',
    path: '/open-apis/tenant/v2/tenant/query',
    scopes: ['tenant:tenant:readonly'],
    run: ({ app }) => ({
      tenant: { name: 'Company', display_id: 'F123', tenant_tag: 0, tenant_key: app.tenantKey, avatar: {} },
    }),
  },
  {
    method: 'GET',
    path: '/open-apis/application/v6/scopes',
    run: ({ scopes }) => ({
      scopes: [...scopes].map((scope_name) => ({ scope_name, grant_status: 1, scope_type: 'tenant' })),
    }),
  },
];
