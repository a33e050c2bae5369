/**
 * A strict Slack of our own: `const slack = await fakeSlack()`, then `slack.user('ann')` at its window and the app at
 * `slack.apiUrl`. It takes nothing that Slack would not take, and keeps what everybody sees.
 */
import { scopes } from '../../../adapters/slack/scopes.ts';
import type { CallRecord, Core, Ledger } from './core.ts';
import { type Delivery, deliveries } from './deliver.ts';
import type { FaultPlan } from './faults.ts';
import { type Extra, serve } from './http.ts';
import { memberJson, messageJson } from './json.ts';
import { envOf, ledgerText, postsOf } from './ledger.ts';
import { type Limiter, type LimitSettings, limiter, noLimits } from './limits.ts';
import { newInstall } from './methods-auth.ts';
import { eventBody } from './payloads.ts';
import { socketsOf } from './sockets.ts';
import {
  type AppSettings,
  type Install,
  type Json,
  type Member,
  memberOf,
  newState,
  type State,
} from './state.ts';
import { realTime, type Time } from './time.ts';
import { responseUrls } from './urls.ts';
import { type User, userOf } from './user.ts';

export interface NewMember extends Partial<Omit<Member, 'id' | 'team'>> {
  id: string;
}

export interface FakeOptions {
  time?: Time;
  limits?: Partial<LimitSettings>;
  app?: Partial<AppSettings>;
  port?: number;
  /** Answers paths that are not Slack's: the page for trying by hand. */
  extra?: Extra;
}

export interface FakeSlack {
  /** Called whenever something that people see changed. */
  onChange: Set<() => void>;
  core: Core;
  state: State;
  app: AppSettings;
  ledger: Ledger;
  limiter: Limiter;
  delivery: Delivery;
  apiUrl: string;
  url: string;
  workspace(id: string, name: string, enterprise?: string): void;
  member(team: string, member: NewMember): Member;
  /** Installed without OAuth, as from the app's settings page. */
  install(team: string, org?: boolean): Install;
  /** What somebody gets who clicks “Allow” on Slack's page: the address to go back to. */
  approve(authorizeUrl: string, team: string, org?: boolean): string;
  uninstall(team: string): Promise<void>;
  user(id: string): User;
  /** Tells the app that a person changed; joined it is when they are new. */
  changes(id: string, change: Partial<Member>): Promise<void>;
  joins(team: string, member: NewMember): Promise<void>;
  sends(team: string, event: Json): Promise<void>;
  faults(plan: FaultPlan | undefined): void;
  /** The variables with which the product finds this Slack. */
  env(mode: 'http' | 'socket' | 'oauth'): Record<string, string>;
  calls(method?: string): CallRecord[];
  /** Calls that Slack refused, but for pace. */
  refused(): CallRecord[];
  /** Accepted messages of the app by what their metadata says, with how often. */
  posts(): Map<string, number>;
  /** What everybody sees in the end, person by person. */
  ledgerText(): string;
  /** Resolves when no call is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const usualApp: AppSettings = {
  id: 'A0FAKE',
  clientId: '111.222',
  clientSecret: 'client-secret-of-the-fake',
  signingSecret: 'signing-secret-of-the-fake-0123456789',
  appToken: 'xapp-1-A0FAKE-1-fake',
  scopes: [...scopes],
  rotation: false,
};

function newCore(options: FakeOptions): { core: Core; open: () => number; onChange: Set<() => void> } {
  const time = options.time ?? realTime;
  const app = { ...usualApp, ...options.app };
  const state = newState(time, app);
  const onChange = new Set<() => void>();
  let underWay = 0;
  const sockets = socketsOf(time, state.id, () => app.id);
  const core: Core = {
    state,
    app,
    limiter: limiter(time, { ...noLimits, ...options.limits }),
    faults: { plan: undefined, counts: new Map() },
    ledger: {
      calls: [],
      warnings: [],
      troubles: [],
      events: [],
      deliveries: [],
      oauth: { refreshed: 0, spentTwice: 0 },
    },
    triggers: new Map(),
    urls: responseUrls(),
    codes: new Map(),
    delivery: undefined as unknown as Delivery,
    changed: () => {
      for (const tell of onChange) tell();
    },
    base: () => '',
    busy() {
      underWay += 1;
      let over = false;
      return () => {
        if (!over) underWay -= 1;
        over = true;
      };
    },
    installFor(team) {
      const enterprise = state.workspaces.get(team)?.enterprise;
      const found = state.installs.find((i) => (i.org ? i.enterprise === enterprise : i.team === team));
      if (!found) throw new Error(`the app is not installed in ${team}`);
      return found;
    },
  };
  core.delivery = deliveries(() => core, sockets);
  return { core, open: () => underWay, onChange };
}

export async function fakeSlack(options: FakeOptions = {}): Promise<FakeSlack> {
  const { core, open, onChange } = newCore(options);
  const { state, app } = core;
  const { server, port } = await serve(core, options.port ?? 0, options.extra);
  core.base = () => `http://127.0.0.1:${port}`;
  const url = core.base();
  const of = (id: string) => ({ user: id, team: memberOf(state, id)?.team ?? 'nowhere' });
  const event = async (team: string, json: Json): Promise<void> => {
    await core.delivery.event(eventBody(core, { team, user: '' }, json));
  };
  const member = (team: string, given: NewMember): Member => {
    const base = {
      name: given.id.toLowerCase(),
      realName: given.id,
      tz: 'Europe/Berlin',
      locale: 'en-US',
      deleted: false,
    };
    const made: Member = { ...base, bot: false, fields: {}, ...given, team };
    state.workspaces.get(team)?.members.set(made.id, made);
    return made;
  };
  return {
    core,
    state,
    app,
    onChange,
    ledger: core.ledger,
    limiter: core.limiter,
    delivery: core.delivery,
    url,
    apiUrl: `${url}/api/`,
    workspace(id, name, enterprise) {
      const domain = name.toLowerCase().replace(/\W+/g, '-');
      state.workspaces.set(id, {
        id,
        name,
        domain,
        members: new Map(),
        profileFields: [],
        ...(enterprise && { enterprise }),
      });
      member(id, { id: `U${id}BOT`, realName: 'growloop', bot: true });
    },
    member,
    install: (team, org = false) => newInstall(core, team, org),
    approve(authorizeUrl, team, org = false) {
      const asked = new URL(authorizeUrl);
      const redirect = asked.searchParams.get('redirect_uri') ?? '';
      const code = state.id('code').toLowerCase();
      core.codes.set(code, { team, org, redirect });
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.searchParams.get('state') ?? '');
      return back.toString();
    },
    async uninstall(team) {
      const install = core.installFor(team);
      const body = (type: string, more: Json) => eventBody(core, { team, user: '' }, { type, ...more });
      const [gone, revoked] = [
        body('app_uninstalled', {}),
        body('tokens_revoked', { tokens: { oauth: [], bot: [install.botUser] } }),
      ];
      state.installs = state.installs.filter((i) => i !== install);
      await core.delivery.event(revoked);
      await core.delivery.event(gone);
    },
    user: (id) => userOf(core, (m) => messageJson(core, m), of(id)),
    async changes(id, change) {
      const found = memberOf(state, id);
      if (!found) throw new Error(`there is no ${id}`);
      Object.assign(found, { updated: Math.floor(state.time.now() / 1000) }, change);
      await event(found.team, { type: 'user_change', user: memberJson(core, found), cache_ts: 1 });
    },
    async joins(team, given) {
      await event(team, { type: 'team_join', user: memberJson(core, member(team, given)) });
    },
    sends: event,
    faults(plan) {
      core.faults.plan = plan;
      core.faults.counts.clear();
    },
    env: (mode) => envOf(core, mode),
    calls: (method) => core.ledger.calls.filter((c) => !method || c.method === method),
    refused: () => core.ledger.calls.filter((c) => c.error && c.error !== 'ratelimited' && !c.fault),
    posts: () => postsOf(core),
    ledgerText: () => ledgerText(core),
    async idle() {
      for (let still = 0; still < 3; still = open() === 0 ? still + 1 : 0)
        await new Promise((resolve) => setTimeout(resolve, 1));
    },
    stop: () =>
      new Promise((resolve) => {
        core.delivery.sockets.cut();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
