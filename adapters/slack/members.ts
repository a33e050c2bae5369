/** Who belongs to a workspace. Bots, guests and strangers are none; who left comes too, marked as gone. */
import type { Log } from '../../src/core/log.ts';
import { type Member, PlatformError } from '../../src/core/platform.ts';
import { type Client, type Clients, timeoutMs } from './clients.ts';
import { waitOf } from './errors.ts';
import type { Installs } from './installs.ts';
import type { Collections } from './model.ts';
import { teamsOf } from './teams.ts';
import { pause } from './turn.ts';

type User = NonNullable<Awaited<ReturnType<Client['users']['list']>>['members']>[number];

const perPage = 200;
const mostWaits = 20;
/** A field of the profile that says who leads whom; workspaces name it as they like. */
const leads = /\b(manager|supervisor|reports to|line manager|boss)\b|上级|主管|经理|汇报/i;

const isOurs = (user: User): boolean =>
  !user.is_bot &&
  user.id !== 'USLACKBOT' &&
  !user.is_restricted &&
  !user.is_ultra_restricted &&
  !(user as { is_stranger?: boolean }).is_stranger &&
  !(user as { is_workflow_bot?: boolean }).is_workflow_bot;

function memberOf(user: User): Member | undefined {
  const { id, profile = {}, locale, tz } = user;
  if (!id || !isOurs(user)) return undefined;
  const name = [profile.real_name, user.real_name, profile.display_name, user.name].find((n) => n?.trim());
  const words = locale?.slice(0, 2).toLowerCase();
  return {
    account: id,
    name: name?.trim() ?? id,
    gone: user.deleted === true,
    ...((user.is_admin || user.is_owner || user.is_primary_owner) && { admin: true }),
    ...(profile.email && { email: profile.email.toLowerCase() }),
    ...(profile.title && { title: profile.title }),
    ...(locale && { locale: words === 'zh' ? 'zh' : 'en' }),
    ...(tz && { zone: tz }),
  };
}

interface Parts {
  managers: Collections['managers'];
  clients: Clients;
  log: Log;
}

/** A list is read to its end: where Slack asks us to wait, we wait. */
async function patiently<T>(
  { clients }: Parts,
  tenant: string,
  method: string,
  run: (client: Client) => Promise<T>,
): Promise<T> {
  for (let n = 0; ; n += 1) {
    const client = await clients.of(tenant);
    try {
      return await run(client);
    } catch (e) {
      const seconds = waitOf(e);
      if (seconds === undefined || n >= mostWaits)
        return clients.call(tenant, method, () => Promise.reject(e));
      await pause(Math.min(seconds * 1000, timeoutMs * 6));
    }
  }
}

async function usersOf(parts: Parts, tenant: string, team: string | undefined): Promise<User[]> {
  const users: User[] = [];
  let cursor = '';
  do {
    const page = await patiently(parts, tenant, 'users.list', (client) =>
      client.users.list({
        limit: perPage,
        include_locale: true,
        ...(cursor && { cursor }),
        ...(team && { team_id: team }),
      }),
    );
    users.push(...(page.members ?? []));
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor);
  return users;
}

/** The custom field of type “user” that names the manager, if the workspace has one. */
async function managerField(
  parts: Parts,
  tenant: string,
  team: string | undefined,
): Promise<string | undefined> {
  try {
    const { profile } = await patiently(parts, tenant, 'team.profile.get', (client) =>
      client.team.profile.get({ ...(team && { team_id: team }) } as object),
    );
    return profile?.fields?.find(({ type, label }) => type === 'user' && leads.test(label ?? ''))?.id;
  } catch (e) {
    parts.log.warn({ tenant, err: (e as Error).message }, 'the profile’s fields cannot be read');
    return undefined;
  }
}

/** One call for each person, so what was read is kept until the profile changes. */
async function managerOf(
  parts: Parts,
  tenant: string,
  user: User,
  field: string,
): Promise<string | undefined> {
  const { id = '', updated = 0 } = user;
  const _id = `${tenant}:${id}:${field}`;
  const known = await parts.managers.findOne({ _id });
  if (known?.updated === updated) return known.manager;
  const { profile } = await patiently(parts, tenant, 'users.profile.get', (client) =>
    client.users.profile.get({ user: id }),
  );
  const fields = profile?.fields as Record<string, { value?: string }> | undefined;
  const manager = fields?.[field]?.value?.split(',')[0] || undefined;
  const change = manager
    ? { $set: { updated, manager } }
    : { $set: { updated }, $unset: { manager: '' } as const };
  await parts.managers.updateOne({ _id }, change, { upsert: true });
  return manager;
}

export function membersOf({ managers }: Collections, clients: Clients, installs: Installs, log: Log) {
  const parts: Parts = { managers, clients, log };

  async function everybody(tenant: string, teams: readonly (string | undefined)[]): Promise<User[]> {
    const users = new Map<string, User>();
    for (const team of teams)
      for (const user of await usersOf(parts, tenant, team)) users.set(user.id ?? '', user);
    return [...users.values()];
  }

  async function withManager(tenant: string, user: User, field: string | undefined): Promise<Member[]> {
    const member = memberOf(user);
    if (!member) return [];
    const manager = field && !member.gone ? await managerOf(parts, tenant, user, field) : undefined;
    return [manager ? { ...member, manager } : member];
  }

  return async (tenant: string): Promise<Member[]> => {
    const install = await installs.of(tenant);
    // Not installed, or not let in: nobody of it is known here.
    if (!install?.letIn) throw new PlatformError('gone', 'users.list: not served');
    // In an organisation's installation each workspace has its own list; people stand in several.
    const teams = await teamsOf(install, (method, run) => patiently(parts, tenant, method, run));
    const users = await everybody(tenant, teams);
    const field = await managerField(parts, tenant, teams[0]);
    const members: Member[] = [];
    for (const user of users) members.push(...(await withManager(tenant, user, field)));
    return members;
  };
}
