/**
 * Where the app is installed: the one workspace of SLACK_BOT_TOKEN, or all that came by OAuth. Tokens are sealed; one that
 * expires is renewed by one process at a time (a renewing token counts once), also when no event arrives.
 */
import type { Log } from '../../src/core/log.ts';
import type { PlatformPorts } from '../../src/core/platform.ts';
import { newClient } from './clients.ts';
import { codeOf } from './errors.ts';
import type { Collections, InstallRow } from './model.ts';

export interface Install {
  tenant: string;
  org: boolean;
  appId?: string;
  botUserId?: string;
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
  tenants(): Promise<string[]>;
  tokenOf(tenant: string, wornOut?: string): Promise<string | undefined>;
  keep(install: Install, granted: Granted): Promise<void>;
  remove(tenant: string): Promise<void>;
  start(): void;
  stop(): void;
}

export interface Renewal {
  clientId: string;
  clientSecret: string;
  apiUrl: string | undefined;
}

/** Renewed that long before the end, looked at that often. */
const aheadMs = 2 * 3_600_000;
const lookMs = 600_000;
const leaseMs = 30_000;
const waitMs = 250;

export function storedInstalls(
  { installs }: Pick<Collections, 'installs'>,
  { sealing, log }: Pick<PlatformPorts, 'sealing'> & { log: Log },
  renewal: Renewal,
): Installs {
  const known = new Map<string, InstallRow & { open: string }>();
  const underway = new Map<string, Promise<InstallRow | undefined>>();
  const client = newClient(undefined, renewal.apiUrl);
  let timer: NodeJS.Timeout | undefined;
  const about = (tenant: string, what: 'token' | 'refresh') => `slack_installs:${tenant}:${what}`;
  const sealed = (tenant: string, what: 'token' | 'refresh', text: string) =>
    sealing.seal(`slack:${tenant}`, about(tenant, what), text);

  async function fieldsOf(tenant: string, granted: Granted) {
    const { token, refresh, expiresIn, scopes } = granted;
    return {
      token: await sealed(tenant, 'token', token),
      scopes,
      ...(refresh && { refresh: await sealed(tenant, 'refresh', refresh) }),
      ...(expiresIn !== undefined && { expires: new Date(Date.now() + expiresIn * 1000) }),
    };
  }

  async function opened(row: InstallRow): Promise<string> {
    const before = known.get(row._id);
    if (before?.rev === row.rev && before.token === row.token) return before.open;
    const open = await sealing.open(`slack:${row._id}`, about(row._id, 'token'), row.token);
    known.set(row._id, { ...row, open });
    return open;
  }

  async function exchanged(row: InstallRow): Promise<Granted> {
    const refresh = await sealing.open(`slack:${row._id}`, about(row._id, 'refresh'), row.refresh ?? '');
    const given = await client.oauth.v2.access({
      client_id: renewal.clientId,
      client_secret: renewal.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refresh,
    });
    return {
      token: given.access_token ?? '',
      scopes: row.scopes,
      ...(given.refresh_token && { refresh: given.refresh_token }),
      ...(given.expires_in !== undefined && { expiresIn: given.expires_in }),
    };
  }

  /** Whoever gets the lease renews; the others wait for what comes of it. */
  async function renewed(tenant: string, rev: number): Promise<InstallRow | undefined> {
    const now = new Date();
    const free = { $or: [{ renewing: { $exists: false } }, { renewing: { $lt: now } }] };
    const row = await installs.findOneAndUpdate(
      { _id: tenant, rev, ...free },
      { $set: { renewing: new Date(now.getTime() + leaseMs) } },
    );
    if (!row) return awaited(tenant, rev);
    try {
      const fields = await fieldsOf(tenant, await exchanged(row));
      await installs.updateOne(
        { _id: tenant, rev },
        { $set: fields, $inc: { rev: 1 }, $unset: { renewing: '' } },
      );
    } catch (e) {
      await installs.updateOne({ _id: tenant, rev }, { $unset: { renewing: '' } });
      log.error({ tenant, code: codeOf(e) ?? 'no answer' }, 'a Slack token could not be renewed');
    }
    return (await installs.findOne({ _id: tenant })) ?? undefined;
  }

  async function awaited(tenant: string, rev: number): Promise<InstallRow | undefined> {
    for (let left = leaseMs; left > 0; left -= waitMs) {
      const row = await installs.findOne({ _id: tenant });
      if (!row || row.rev !== rev || !row.renewing) return row ?? undefined;
      await new Promise((done) => setTimeout(done, waitMs));
    }
    return (await installs.findOne({ _id: tenant })) ?? undefined;
  }

  function renew(row: InstallRow): Promise<InstallRow | undefined> {
    const running = underway.get(row._id);
    if (running) return running;
    const started = renewed(row._id, row.rev).finally(() => underway.delete(row._id));
    underway.set(row._id, started);
    return started;
  }

  const ends = (row: InstallRow) => row.expires !== undefined && row.refresh !== undefined;
  const endsSoon = (row: InstallRow, ms: number) =>
    ends(row) && (row.expires as Date).getTime() - Date.now() < ms;

  async function tokenOf(tenant: string, wornOut?: string): Promise<string | undefined> {
    const seen = known.get(tenant);
    if (seen && seen.open !== wornOut && !endsSoon(seen, 60_000)) return seen.open;
    const row = await installs.findOne({ _id: tenant });
    if (!row) return undefined;
    const open = await opened(row);
    if (open !== wornOut && !endsSoon(row, 60_000)) return open;
    const fresh = ends(row) ? await renew(row) : row;
    return fresh && opened(fresh);
  }

  async function look(): Promise<void> {
    for (const row of await installs.find({}).toArray()) if (endsSoon(row, aheadMs)) await renew(row);
  }

  return {
    async of(tenant) {
      const row = known.get(tenant) ?? (await installs.findOne({ _id: tenant }));
      return row
        ? {
            tenant,
            org: row.org,
            ...(row.appId && { appId: row.appId }),
            ...(row.botUserId && { botUserId: row.botUserId }),
          }
        : undefined;
    },
    tenants: async () => (await installs.find({}).sort({ _id: 1 }).toArray()).map((row) => row._id),
    tokenOf,
    async keep({ tenant, org, appId, botUserId }, granted) {
      known.delete(tenant);
      const who = { org, ...(appId && { appId }), ...(botUserId && { botUserId }) };
      await installs.updateOne(
        { _id: tenant },
        {
          $set: { ...who, ...(await fieldsOf(tenant, granted)), at: new Date() },
          $inc: { rev: 1 },
          // A token that never ends must not inherit the end of the one before.
          $unset: {
            renewing: '',
            ...(granted.refresh ? {} : { refresh: '' }),
            ...(granted.expiresIn === undefined ? { expires: '' } : {}),
          },
        },
        { upsert: true },
      );
    },
    async remove(tenant) {
      known.delete(tenant);
      await installs.deleteOne({ _id: tenant });
    },
    start() {
      const safely = () => look().catch((err) => log.error({ err }, 'Slack tokens could not be looked at'));
      timer = setInterval(safely, lookMs);
      timer.unref();
      void safely();
    },
    stop: () => clearInterval(timer),
  };
}
