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

const root = '0';

export async function entriesOf(
  client: Client,
  zones: () => Promise<ReadonlyMap<string, string>>,
): Promise<Entry[]> {
  const path = `/contact/v3/departments/${root}/children`;
  const params = { ...ids, fetch_child: true, page_size: pageSize };
  const departments = await client.pages({ method: 'GET', path, params }, department);
  const units = new Map(departments.map((d) => [d.open_department_id, d.name ?? '']));
  const zoned = await zones();
  const out = new Map<string, Entry>();
  for (const id of [root, ...units.keys()]) {
    const where = { ...ids, department_id: id, page_size: pageSize };
    const call = { method: 'GET' as const, path: '/contact/v3/users/find_by_department', params: where };
    for (const u of await client.pages(call, user))
      out.set(u.open_id, entryOf(u, units, zoned.get(u.open_id)));
  }
  return [...out.values()];
}
