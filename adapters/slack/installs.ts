/**
 * Where the app is installed: the one workspace of SLACK_BOT_TOKEN, or all that came by OAuth. Tokens are sealed; one that
 * expires is renewed by one process at a time (a renewing token counts once), also when no event arrives.
 */
import type { Log } from '../../src/core/log.ts';
import type { PlatformPorts } from '../../src/core/platform.ts';
import { newClient } from './clients.ts';
import { gateOf } from './gate.ts';
import type { Collections, InstallRow } from './model.ts';
import { renewing } from './renewal.ts';

export interface Installing {
  tenant: string;
  org: boolean;
  enterprise?: string;
  appId?: string;
  botUserId?: string;
}

export interface Install extends Installing {
  /** Its people are served; nobody else's are known here. */
  letIn: boolean;
}

/** As it was stored; `rev` grows with every installation and renewal. */
export interface Stored extends Install {
  rev: number;
}

export interface Granted {
  token: string;
  refresh?: string;
  /** Seconds. */
  expiresIn?: number;
  scopes: string[];
}

export interface Installs {
  /** What is known of it without asking Slack; nothing where the app is not installed. */
  of(tenant: string): Promise<Install | undefined>;
  /** Those that are served. */
  tenants(): Promise<string[]>;
  /** Those that have the app, but nobody let them in. */
  waiting(): Promise<string[]>;
  tokenOf(tenant: string, wornOut?: string): Promise<string | undefined>;
  /** Nothing where it is not on the list: then nothing of it is stored. */
  keep(install: Installing, granted: Granted): Promise<Stored | undefined>;
  /** Not what was installed after Slack told of it; says whether it is gone. */
  remove(tenant: string, toldAt?: Date): Promise<boolean>;
  start(): void;
  stop(): void;
}

export interface Renewal {
  clientId: string;
  clientSecret: string;
  apiUrl: string | undefined;
  /** Workspaces and organisations that may install; without any only the first. */
  teams?: readonly string[] | undefined;
}

/** Renewed that long before the end, looked at that often; at the last minute by whoever needs it. */
const aheadMs = 2 * 3_600_000;
const lookMs = 600_000;
const lastMs = 60_000;

type Secret = 'token' | 'refresh';
const subjectOf = (tenant: string) => `slack:${tenant}`;
const aboutOf = (tenant: string, what: Secret) => `slack_installs:${tenant}:${what}`;

function sealedBy({ sealing }: Pick<PlatformPorts, 'sealing'>) {
  const sealed = (tenant: string, what: Secret, text: string) =>
    sealing.seal(subjectOf(tenant), aboutOf(tenant, what), text);
  return {
    opened: (row: InstallRow, what: Secret) =>
      sealing.open(subjectOf(row._id), aboutOf(row._id, what), row[what] ?? ''),
    async fieldsOf(tenant: string, { token, refresh, expiresIn, scopes }: Granted) {
      return {
        token: await sealed(tenant, 'token', token),
        scopes,
        ...(refresh && { refresh: await sealed(tenant, 'refresh', refresh) }),
        ...(expiresIn !== undefined && { expires: new Date(Date.now() + expiresIn * 1000) }),
      };
    },
  };
}

const renewable = ({ refresh }: InstallRow) => refresh !== undefined;
const endsWithin = ({ expires }: InstallRow, ms: number) =>
  expires !== undefined && expires.getTime() - Date.now() < ms;

const installingOf = ({ _id, org, enterprise, appId, botUserId }: InstallRow): Installing => ({
  tenant: _id,
  org,
  ...(enterprise && { enterprise }),
  ...(appId && { appId }),
  ...(botUserId && { botUserId }),
});

type Ports = Pick<PlatformPorts, 'sealing'> & { log: Log };

/** Tokens at hand, and how they come there. */
function tokensOf({ installs }: Pick<Collections, 'installs'>, ports: Ports, renewal: Renewal) {
  const known = new Map<string, InstallRow & { open: string }>();
  const { opened, fieldsOf } = sealedBy(ports);
  const client = newClient(undefined, renewal.apiUrl);
  const renew = renewing({ installs, client, renewal, log: ports.log, opened, fieldsOf });

  async function read(row: InstallRow): Promise<string> {
    const before = known.get(row._id);
    if (before?.rev === row.rev && before.token === row.token) return before.open;
    const open = await opened(row, 'token');
    known.set(row._id, { ...row, open });
    return open;
  }

  return {
    known,
    fieldsOf,
    async tokenOf(tenant: string, wornOut?: string): Promise<string | undefined> {
      const good = (row: InstallRow, open: string) =>
        open !== wornOut && !(renewable(row) && endsWithin(row, lastMs));
      const seen = known.get(tenant);
      if (seen && good(seen, seen.open)) return seen.open;
      const row = await installs.findOne({ _id: tenant });
      if (!row) return undefined;
      const open = await read(row);
      if (good(row, open) || !renewable(row)) return open;
      const fresh = await renew(row);
      return fresh && read(fresh);
    },
    async look(): Promise<void> {
      for (const row of await installs.find({}).toArray())
        if (renewable(row) && endsWithin(row, aheadMs)) await renew(row);
    },
  };
}

/** A token that never ends must not inherit the end of the one before. */
function outlived({ refresh, expiresIn }: Granted): Record<string, ''> {
  const gone = ['renewing', ...(refresh ? [] : ['refresh']), ...(expiresIn === undefined ? ['expires'] : [])];
  return Object.fromEntries(gone.map((field) => [field, '' as const]));
}

export function storedInstalls(
  collections: Pick<Collections, 'installs' | 'gate'>,
  ports: Ports,
  renewal: Renewal,
): Installs {
  const { installs } = collections;
  const { known, fieldsOf, tokenOf, look } = tokensOf(collections, ports, renewal);
  let timer: NodeJS.Timeout | undefined;
  const gate = gateOf(collections, renewal.teams ?? []);
  const withGate = async (of: Installing): Promise<Install> => ({ ...of, letIn: await gate.letsIn(of) });
  const all = async () =>
    Promise.all(
      (await installs.find({}).sort({ _id: 1 }).toArray()).map((row) => withGate(installingOf(row))),
    );
  const safely = () => look().catch((err) => ports.log.error({ err }, 'Slack tokens could not be looked at'));
  return {
    async of(tenant) {
      const row = known.get(tenant) ?? (await installs.findOne({ _id: tenant }));
      if (row && !known.has(tenant)) await tokenOf(tenant);
      return row ? withGate(installingOf(row)) : undefined;
    },
    tenants: async () => (await all()).filter((i) => i.letIn).map((i) => i.tenant),
    waiting: async () => (await all()).filter((i) => !i.letIn).map((i) => i.tenant),
    tokenOf,
    async keep(install, granted) {
      const { tenant, ...who } = install;
      if (gate.listed && !(await gate.letsIn(install))) return undefined;
      known.delete(tenant);
      const $unset = outlived(granted);
      const $set = { ...who, ...(await fieldsOf(tenant, granted)), at: new Date() };
      const change = { $set, $inc: { rev: 1 }, $unset };
      const row = await installs.findOneAndUpdate({ _id: tenant }, change, {
        upsert: true,
        returnDocument: 'after',
      });
      return { ...(await withGate(install)), rev: row?.rev ?? 1 };
    },
    async remove(tenant, toldAt) {
      known.delete(tenant);
      const older = toldAt && { at: { $lt: toldAt } };
      return (await installs.deleteOne({ _id: tenant, ...older })).deletedCount > 0;
    },
    start() {
      timer = setInterval(safely, lookMs);
      timer.unref();
      void safely();
    },
    stop: () => clearInterval(timer),
  };
}
