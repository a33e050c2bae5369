/** People, their profiles and their workspace. */
import { type ApiCall, flag, type Method, no, paged, textArg, tier } from './api.ts';
import { memberJson } from './json.ts';
import { type Member, memberOf, type Workspace } from './state.ts';

const workspace = ({ core, team }: ApiCall): Workspace =>
  core.state.workspaces.get(team) ?? no('team_not_found');

function member(call: ApiCall, id: string): Member {
  const found = memberOf(call.core.state, id);
  return found?.team === call.team ? found : no('user_not_found');
}

/** Big workspaces insist on pages. */
const mustPage = 1000;

const list: Method['run'] = (call) => {
  const all = [...workspace(call).members.values()];
  if (call.args.limit === undefined && all.length > mustPage) no('limit_required');
  const { items, next } = paged(all, call.args, mustPage, 999);
  const locale = flag(call.args, 'include_locale');
  return {
    members: items.map((m) => memberJson(call.core, m, locale)),
    cache_ts: Math.floor(call.core.state.time.now() / 1000),
    response_metadata: { next_cursor: next },
  };
};

const info: Method['run'] = (call) => ({
  user: memberJson(call.core, member(call, textArg(call.args, 'user')), flag(call.args, 'include_locale')),
});

const byEmail: Method['run'] = (call) => {
  const email = textArg(call.args, 'email').toLowerCase();
  const found = [...workspace(call).members.values()].find((m) => m.email?.toLowerCase() === email);
  if (!found || found.deleted) return no('users_not_found');
  return { user: memberJson(call.core, found) };
};

const profile: Method['run'] = (call) => {
  const found = member(call, textArg(call.args, 'user'));
  const own = memberJson(call.core, found).profile as Record<string, unknown>;
  return { profile: { ...own, fields: found.fields } };
};

const profileFields: Method['run'] = (call) => ({
  profile: {
    fields: workspace(call).profileFields.map(({ id, label, type }, ordering) => ({
      id,
      ordering,
      label,
      hint: '',
      type,
      possible_values: null,
      options: null,
      is_hidden: false,
    })),
    sections: [],
  },
});

const team: Method['run'] = (call) => {
  const { id, name, domain, enterprise } = workspace(call);
  return {
    team: { id, name, domain, email_domain: '', icon: {}, ...(enterprise && { enterprise_id: enterprise }) },
  };
};

export const people: Record<string, Method> = {
  'users.list': { perMinute: tier.two, scopes: ['users:read'], run: list },
  'users.info': { perMinute: tier.four, scopes: ['users:read'], run: info },
  'users.lookupByEmail': { perMinute: tier.three, scopes: ['users:read.email'], run: byEmail },
  'users.profile.get': { perMinute: tier.four, scopes: ['users.profile:read'], run: profile },
  'team.profile.get': { perMinute: tier.three, scopes: ['users.profile:read'], run: profileFields },
  'team.info': { perMinute: tier.three, scopes: ['team:read'], run: team },
  'bots.info': {
    perMinute: tier.three,
    scopes: ['users:read'],
    run: ({ core, install }) => ({
      bot: {
        id: install.botId,
        app_id: core.app.id,
        user_id: install.botUser,
        name: 'growloop',
        deleted: false,
      },
    }),
  },
};
