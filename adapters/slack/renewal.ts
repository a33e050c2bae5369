/** A token that ends is renewed by one process at a time: the one that renews it counts once, and a second use loses both. */

import type { Log } from '../../src/core/log.ts';
import type { Client } from './clients.ts';
import { codeOf } from './errors.ts';
import type { Granted, Renewal } from './installs.ts';
import type { Collections, InstallRow } from './model.ts';

const leaseMs = 30_000;
const waitMs = 250;

interface Parts {
  installs: Collections['installs'];
  client: Client;
  renewal: Renewal;
  log: Log;
  opened(row: InstallRow, what: 'refresh'): Promise<string>;
  fieldsOf(tenant: string, granted: Granted): Promise<Partial<InstallRow>>;
}

async function exchanged({ client, renewal, opened }: Parts, row: InstallRow): Promise<Granted> {
  const given = await client.oauth.v2.access({
    client_id: renewal.clientId,
    client_secret: renewal.clientSecret,
    grant_type: 'refresh_token',
    refresh_token: await opened(row, 'refresh'),
  });
  if (!given.access_token) throw new Error('no token came back');
  return {
    token: given.access_token,
    scopes: row.scopes,
    ...(given.refresh_token && { refresh: given.refresh_token }),
    ...(given.expires_in !== undefined && { expiresIn: given.expires_in }),
  };
}

/** Whoever gets the lease renews; the others wait for what comes of it. */
async function renewed(parts: Parts, tenant: string, rev: number): Promise<InstallRow | undefined> {
  const { installs, log } = parts;
  const now = new Date();
  const free = { $or: [{ renewing: { $exists: false } }, { renewing: { $lt: now } }] };
  const row = await installs.findOneAndUpdate(
    { _id: tenant, rev, ...free },
    { $set: { renewing: new Date(now.getTime() + leaseMs) } },
  );
  if (!row) return awaited(parts, tenant, rev);
  try {
    const fields = await parts.fieldsOf(tenant, await exchanged(parts, row));
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

async function awaited({ installs }: Parts, tenant: string, rev: number): Promise<InstallRow | undefined> {
  for (let left = leaseMs; left > 0; left -= waitMs) {
    const row = await installs.findOne({ _id: tenant });
    if (row?.rev !== rev || !row.renewing) return row ?? undefined;
    await new Promise((done) => setTimeout(done, waitMs));
  }
  return (await installs.findOne({ _id: tenant })) ?? undefined;
}

export function renewing(parts: Parts): (row: InstallRow) => Promise<InstallRow | undefined> {
  const underway = new Map<string, Promise<InstallRow | undefined>>();
  return (row) => {
    const running = underway.get(row._id);
    if (running !== undefined) return running;
    const started = renewed(parts, row._id, row.rev).finally(() => underway.delete(row._id));
    underway.set(row._id, started);
    return started;
  };
}
