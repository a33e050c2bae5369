/** From a request to `/api/<method>` to its answer: token, scope, pace, then the method itself. */
import { type ApiCall, ApiError, type Method, no } from './api.ts';
import type { CallRecord, Core } from './core.ts';
import { auth } from './methods-auth.ts';
import { chat } from './methods-chat.ts';
import { conversations } from './methods-conversations.ts';
import { files } from './methods-files.ts';
import { people } from './methods-people.ts';
import { views } from './methods-views.ts';
import { type Install, type Json, memberOf } from './state.ts';

export const methods: Record<string, Method> = {
  ...auth,
  ...chat,
  ...conversations,
  ...files,
  ...people,
  ...views,
};

export interface Answered {
  status: number;
  body: Json;
  headers: Record<string, string>;
}

const nobody: Install = {
  team: '',
  org: false,
  token: '',
  expiresAt: Number.POSITIVE_INFINITY,
  botUser: '',
  botId: '',
  scopes: [],
};

function caller(core: Core, method: Method, token: string | undefined): Install {
  if (method.token === 'none') return nobody;
  if (!token) return no('not_authed');
  if (method.token === 'app') {
    if (token !== core.app.appToken)
      return no(token.startsWith('xapp-') ? 'invalid_auth' : 'not_allowed_token_type');
    return nobody;
  }
  if (token.startsWith('xapp-')) return no('not_allowed_token_type');
  const install = core.state.installs.find((i) => i.token === token);
  if (!install) return no('invalid_auth');
  if (install.expiresAt <= core.state.time.now()) return no('token_expired');
  return install;
}

/** An org's token serves all its workspaces: which one is meant shows from what is named. */
function teamOf(core: Core, install: Install, args: Json): string {
  if (!install.org) return install.team;
  const named = [
    args.channel,
    args.user_id,
    args.user,
    args.users,
    args.channel_id,
    args.trigger_id,
    args.view_id,
  ];
  const found = named
    .map(String)
    .map(
      (id) =>
        core.state.conversations.get(id)?.team ??
        memberOf(core.state, id.split(',')[0] ?? '')?.team ??
        core.triggers.get(id)?.team ??
        [...core.state.modals.values()].flat().find((v) => v.id === id)?.team,
    )
    .find((team) => team !== undefined);
  return args.team_id === undefined ? (found ?? install.team) : String(args.team_id);
}

const perWorkspace = new Set([
  'users.list',
  'conversations.create',
  'conversations.list',
  'users.conversations',
  'team.profile.get',
]);

function permitted(core: Core, name: string, method: Method, install: Install, args: Json): string {
  if (method.scopes && !method.scopes.some((s) => install.scopes.includes(s)))
    no('missing_scope', { needed: method.scopes[0], provided: install.scopes.join(',') });
  if (install.org && perWorkspace.has(name) && args.team_id === undefined)
    no('missing_argument', { response_metadata: { messages: ['[ERROR] missing required field: team_id'] } });
  const team = teamOf(core, install, args);
  const covered = !install.org || core.state.workspaces.get(team)?.enterprise === install.enterprise;
  if (method.token === undefined && !covered) no('team_access_not_granted');
  return team;
}

const headersOf = (install: Install, method: Method): Record<string, string> => ({
  'content-type': 'application/json; charset=utf-8',
  'x-oauth-scopes': install.scopes.join(','),
  ...(method.scopes && { 'x-accepted-oauth-scopes': method.scopes.join(',') }),
});

/** Answers the call, and tells what it was. */
export async function answered(
  core: Core,
  name: string,
  token: string | undefined,
  args: Json,
): Promise<Answered> {
  const record: CallRecord = {
    at: core.state.time.now(),
    method: name,
    team: '',
    args,
    ok: false,
    status: 200,
  };
  core.ledger.calls.push(record);
  const method = methods[name];
  const warnings: string[] = [];
  let install = nobody;
  try {
    if (!method) return refusal(record, 'unknown_method');
    install = caller(core, method, token);
    const team = permitted(core, name, method, install, args);
    record.team = team;
    const channel = args.channel === undefined ? undefined : String(args.channel);
    const seconds = core.limiter.refusal({
      team,
      method: name,
      perMinute: method.perMinute,
      ...(channel && { channel }),
    });
    if (seconds !== undefined) return limited(record, seconds);
    const call: ApiCall = { core, args, install, team, warnings };
    const body = await method.run(call);
    record.ok = true;
    core.changed();
    core.ledger.warnings.push(...warnings);
    const warned = warnings.length > 0 && { warning: warnings.join(','), response_metadata: { warnings } };
    return { status: 200, body: { ok: true, ...body, ...warned }, headers: headersOf(install, method) };
  } catch (e) {
    if (!(e instanceof ApiError)) throw e;
    return { ...refusal(record, e.message, e.extra), ...(method && { headers: headersOf(install, method) }) };
  }
}

function refusal(record: CallRecord, error: string, extra: Json = {}): Answered {
  record.error = error;
  if (Array.isArray(extra.errors)) record.messages = extra.errors.map(String);
  return {
    status: 200,
    body: { ok: false, error, ...extra },
    headers: { 'content-type': 'application/json; charset=utf-8' },
  };
}

export function limited(record: CallRecord, seconds: number): Answered {
  record.error = 'ratelimited';
  record.status = 429;
  return {
    status: 429,
    body: { ok: false, error: 'ratelimited' },
    headers: { 'content-type': 'application/json; charset=utf-8', 'retry-after': String(seconds) },
  };
}
