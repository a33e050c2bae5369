/**
 * The company's people: departments from the root down, their users page by page. Fields that the app may not see are
 * missing, not refused. Whoever resigned is no longer listed by Feishu: the core notices who is missing.
 */
import { z } from 'zod';
import type { Member } from '../../src/core/platform.ts';
import type { Client } from './client.ts';

/** A member with every name that they are searched by. */
export interface Entry {
  member: Member;
  names: string[];
}

const pageSize = 50;
const ids = { user_id_type: 'open_id', department_id_type: 'open_department_id' };

const department = z.object({
  open_department_id: z.string().min(1),
  name: z.string().nullish(),
});

const status = z.object({
  is_frozen: z.boolean().nullish(),
  is_resigned: z.boolean().nullish(),
  is_exited: z.boolean().nullish(),
});

const user = z.object({
  open_id: z.string().min(1),
  name: z.string().nullish(),
  en_name: z.string().nullish(),
  nickname: z.string().nullish(),
  email: z.string().nullish(),
  enterprise_email: z.string().nullish(),
  job_title: z.string().nullish(),
  leader_user_id: z.string().nullish(),
  department_ids: z.array(z.string()).nullish(),
  status: status.nullish(),
  is_tenant_manager: z.boolean().nullish(),
});
export type FeishuUser = z.infer<typeof user>;

const isMail = (text: string | null | undefined): text is string => /^[^\s@]+@[^\s@]+$/.test(text ?? '');

export function entryOf(u: FeishuUser, units: ReadonlyMap<string, string>, zone?: string): Entry {
  const email = [u.enterprise_email, u.email].find(isMail)?.toLowerCase();
  const unit = u.department_ids?.map((id) => units.get(id)).find(Boolean);
  const names = [u.name, u.en_name, u.nickname].filter((n): n is string => Boolean(n));
  const gone = [u.status?.is_resigned, u.status?.is_exited, u.status?.is_frozen].includes(true);
  return {
    names,
    member: {
      account: u.open_id,
      name: names[0] ?? u.open_id,
      ...(email && { email }),
      ...(u.job_title && { title: u.job_title }),
      ...(unit && { unit }),
      ...(u.leader_user_id && { manager: u.leader_user_id }),
      ...(zone && { zone }),
      ...(u.is_tenant_manager && { admin: true }),
      gone,
    },
  };
}

const scopeShape = z.object({
  department_ids: z.array(z.string()).nullish(),
  user_ids: z.array(z.string()).nullish(),
  has_more: z.boolean().nullish(),
  page_token: z.string().nullish(),
});

/** What the app may see: the whole company, or the departments and people that its contact range names. */
async function rangeOf(client: Client): Promise<{ departments: string[]; users: string[] }> {
  const [departments, users]: [string[], string[]] = [[], []];
  let page: string | undefined;
  do {
    const params = { ...ids, page_size: 100, ...(page && { page_token: page }) };
    const read = await client.call({ method: 'GET', path: '/contact/v3/scopes', params }, scopeShape);
    departments.push(...(read.department_ids ?? []));
    users.push(...(read.user_ids ?? []));
    page = read.has_more && read.page_token ? read.page_token : undefined;
  } while (page);
  return { departments, users };
}

const root = '0';

/** Names of departments, from those of the range down. */
async function unitsOf(client: Client, tops: readonly string[]): Promise<Map<string, string>> {
  const units = new Map<string, string>();
  for (const top of tops) {
    const path = `/contact/v3/departments/${top}`;
    const shape = z.object({ department });
    if (top === root) units.set(root, '');
    else
      units.set(top, (await client.call({ method: 'GET', path, params: ids }, shape)).department.name ?? '');
    const params = { ...ids, fetch_child: true, page_size: pageSize };
    const below = await client.pages({ method: 'GET', path: `${path}/children`, params }, department);
    for (const d of below) units.set(d.open_department_id, d.name ?? '');
  }
  return units;
}

export async function entriesOf(
  client: Client,
  zones: () => Promise<ReadonlyMap<string, string>>,
): Promise<Entry[]> {
  const range = await rangeOf(client);
  const units = await unitsOf(client, range.departments);
  const users = new Map<string, FeishuUser>();
  for (const id of units.keys()) {
    const params = { ...ids, department_id: id, page_size: pageSize };
    const path = '/contact/v3/users/find_by_department';
    for (const u of await client.pages({ method: 'GET', path, params }, user)) users.set(u.open_id, u);
  }
  for (const id of range.users.filter((known) => !users.has(known))) {
    const call = { method: 'GET' as const, path: `/contact/v3/users/${id}`, params: ids };
    users.set(id, (await client.call(call, z.object({ user }))).user);
  }
  const zoned = await zones();
  return [...users.values()].map((u) => entryOf(u, units, zoned.get(u.open_id)));
}

const [departmentsMost, peopleMost] = [10, 10];
const anybody = z.record(z.string(), z.unknown());
const some = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item).nullish() });

/** A few people as the app sees them, from wherever in its contact range there are some: what is missing counts. */
export async function aFew(client: Client): Promise<Record<string, unknown>[]> {
  const { departments, users } = await rangeOf(client);
  const tops = departments.slice(0, departmentsMost);
  const below = await Promise.all(
    tops.map((top) => {
      const params = { ...ids, fetch_child: true, page_size: departmentsMost };
      return client.call(
        { method: 'GET', path: `/contact/v3/departments/${top}/children`, params },
        some(department),
      );
    }),
  );
  const all = [...tops, ...below.flatMap((b) => b.items ?? []).map((d) => d.open_department_id)];
  for (const id of all) {
    const params = { ...ids, department_id: id, page_size: peopleMost };
    const path = '/contact/v3/users/find_by_department';
    const { items } = await client.call({ method: 'GET', path, params }, some(anybody));
    if (items && items.length > 0) return items;
  }
  const [one] = users;
  if (one === undefined) return [];
  const call = { method: 'GET' as const, path: `/contact/v3/users/${one}`, params: ids };
  return [(await client.call(call, z.object({ user: anybody }))).user];
}
