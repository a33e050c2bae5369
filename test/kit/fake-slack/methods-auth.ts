/** Tokens: who they are, how they are got, refreshed, and lost. */
import { type ApiCall, type Method, no, paged, textArg, tier } from './api.ts';
import type { Core } from './core.ts';
import type { Install, Json } from './state.ts';

export const tokenSeconds = 43_200;

export function newInstall(core: Core, team: string, org: boolean): Install {
  const { state, app } = core;
  const workspace = state.workspaces.get(team) ?? no('team_not_found');
  const botUser = [...workspace.members.values()].find((m) => m.bot)?.id ?? no('bot_not_found');
  const enterprise = workspace.enterprise;
  const made: Install = {
    team,
    org,
    ...(enterprise && { enterprise }),
    botUser,
    botId: `B${botUser.slice(1)}`,
    scopes: [...app.scopes],
    token: '',
    expiresAt: 0,
  };
  renew(core, made);
  const same = (i: Install) => (org ? i.org && i.enterprise === enterprise : !i.org && i.team === team);
  state.installs = [...state.installs.filter((i) => !same(i)), made];
  return made;
}

function renew(core: Core, install: Install): void {
  const { state, app } = core;
  install.token = `${app.rotation ? 'xoxe.xoxb' : 'xoxb'}-${install.team}-${state.id('').toLowerCase()}`;
  install.expiresAt = app.rotation ? state.time.now() + tokenSeconds * 1000 : Number.POSITIVE_INFINITY;
  if (app.rotation) install.refresh = `xoxe-${install.team}-${state.id('').toLowerCase()}`;
}

export function grantJson(core: Core, install: Install, user: string): Json {
  const { rotation, id } = core.app;
  const workspace = core.state.workspaces.get(install.team);
  return {
    app_id: id,
    token_type: 'bot',
    access_token: install.token,
    scope: install.scopes.join(','),
    bot_user_id: install.botUser,
    is_enterprise_install: install.org,
    team: install.org ? null : { id: install.team, name: workspace?.name },
    enterprise: install.enterprise ? { id: install.enterprise, name: 'Enterprise' } : null,
    authed_user: { id: user },
    ...(rotation && { refresh_token: install.refresh, expires_in: tokenSeconds }),
  };
}

function client(core: Core, args: Json): void {
  if (args.client_id !== core.app.clientId) no('invalid_client_id');
  if (args.client_secret !== core.app.clientSecret) no('bad_client_secret');
}

function refreshed(core: Core, token: string): Json {
  const install = core.state.installs.find((i) => i.refresh === token);
  if (!install) {
    core.ledger.oauth.spentTwice += 1;
    return no('invalid_refresh_token');
  }
  renew(core, install);
  core.ledger.oauth.refreshed += 1;
  return grantJson(core, install, 'U0');
}

const access: Method['run'] = ({ core, args }) => {
  client(core, args);
  if (args.grant_type === 'refresh_token') return refreshed(core, textArg(args, 'refresh_token'));
  const code = core.codes.get(textArg(args, 'code'));
  if (!code) return no('invalid_code');
  if (code.redirect !== undefined && args.redirect_uri !== undefined && args.redirect_uri !== code.redirect)
    return no('bad_redirect_uri');
  core.codes.delete(String(args.code));
  const install = newInstall(core, code.team, code.org);
  return grantJson(core, install, 'U0');
};

const test: Method['run'] = ({ core, install, team }) => {
  const workspace = core.state.workspaces.get(team);
  return {
    url: `https://${workspace?.domain}.slack.com/`,
    team: workspace?.name,
    user: 'growloop',
    team_id: install.org ? install.enterprise : team,
    user_id: install.botUser,
    bot_id: install.botId,
    is_enterprise_install: install.org,
    ...(install.enterprise && { enterprise_id: install.enterprise }),
    ...(core.app.rotation && { expires_in: Math.round((install.expiresAt - core.state.time.now()) / 1000) }),
  };
};

function forget({ core, install }: ApiCall): void {
  core.state.installs = core.state.installs.filter((i) => i !== install);
}

export const auth: Record<string, Method> = {
  'api.test': { perMinute: tier.auth, token: 'none', run: ({ args }) => ({ args }) },
  'auth.test': { perMinute: tier.auth, run: test },
  'auth.teams.list': {
    perMinute: tier.two,
    run: ({ core, install, args }) => {
      const within = (id: string, enterprise?: string) =>
        install.org ? enterprise === install.enterprise : id === install.team;
      const all = [...core.state.workspaces.values()].filter((w) => within(w.id, w.enterprise));
      const { items, next } = paged(all, args, 100, 1000);
      return {
        teams: items.map(({ id, name }) => ({ id, name })),
        response_metadata: { next_cursor: next },
      };
    },
  },
  'auth.revoke': {
    perMinute: tier.three,
    run: (call) => {
      forget(call);
      return { revoked: true };
    },
  },
  'apps.uninstall': {
    perMinute: tier.one,
    run: (call) => {
      client(call.core, call.args);
      forget(call);
      return {};
    },
  },
  'oauth.v2.access': { perMinute: tier.four, token: 'none', run: access },
  'apps.connections.open': {
    perMinute: 60,
    token: 'app',
    run: ({ core }) => ({ url: core.delivery.socketUrl() }),
  },
};
