/** The organisation: departments, people, who leads whom. Fields without their scope are missing, not refused. */
import { z } from 'zod';
import { Refused } from './codes.ts';
import { page, parsed, type Route } from './route.ts';
import type { Department, State, User } from './state.ts';

const base = ['contact:contact.base:readonly', 'contact:contact:readonly_as_app', 'contact:contact:readonly'];
const all = ['contact:contact:readonly_as_app', 'contact:contact:readonly'];

const fields: [scopes: string[], of: (user: User) => Record<string, unknown>][] = [
  [['contact:user.base:readonly', ...all], ({ name }) => ({ name, en_name: '', avatar: {}, gender: 0 })],
  [['contact:user.email:readonly'], ({ email }) => ({ email: email ?? '', enterprise_email: '' })],
  [['contact:user.employee_id:readonly'], ({ userId }) => ({ user_id: userId })],
  [
    ['contact:user.department:readonly', ...all],
    ({ departments, leader }) => ({ department_ids: departments, leader_user_id: leader ?? '', orders: [] }),
  ],
  [
    ['contact:user.employee:readonly', ...all],
    ({ title, city, country, resigned, frozen, admin }) => ({
      is_tenant_manager: admin === true,
      job_title: title ?? '',
      city: city ?? '',
      country: country ?? '',
      status: {
        is_frozen: frozen,
        is_resigned: resigned,
        is_activated: true,
        is_exited: false,
        is_unjoin: false,
      },
      join_time: 1_600_000_000,
      employee_type: 1,
    }),
  ],
];

export const granted = ({ scopes }: State, any: readonly string[]): boolean =>
  scopes.has('*') || any.some((s) => scopes.has(s));

export const userData = (state: State, user: User) =>
  Object.assign(
    { open_id: user.openId, union_id: user.unionId },
    ...fields.filter(([scopes]) => granted(state, scopes)).map(([, of]) => of(user)),
  );

const departmentData = ({ users }: State, d: Department) => ({
  name: d.name,
  department_id: d.id,
  open_department_id: d.id,
  parent_department_id: d.parent || '0',
  member_count: [...users.values()].filter((u) => u.departments.includes(d.id)).length,
  status: { is_deleted: false },
});

function departmentOf(state: State, id: string | undefined): string {
  if (!state.departments.has(id ?? '')) throw new Refused('departmentUnknown');
  return id as string;
}

const belongs = (state: State, d: Department, to: string): boolean =>
  d.parent === to || (d.parent !== '' && belongs(state, state.departments.get(d.parent) as Department, to));

const openIdsOnly = (query: Record<string, string>): void => {
  if ((query.user_id_type ?? 'open_id') !== 'open_id')
    throw new Refused('fieldInvalid', ': this server speaks open_id only');
};

export const contactRoutes: Route[] = [
  {
    method: 'GET',
    path: '/open-apis/contact/v3/users/find_by_department',
    scopes: base,
    free: true,
    run(state, { query }) {
      openIdsOnly(query);
      const department = departmentOf(state, query.department_id);
      const there = [...state.users.values()].filter(
        (u) => !u.resigned && u.departments.includes(department),
      );
      const cut = page(there, query);
      return { ...cut, items: cut.items.map((u) => userData(state, u)) };
    },
  },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/users/batch',
    scopes: base,
    free: true,
    run(state, { query }) {
      openIdsOnly(query);
      const ids = parsed(z.array(z.string()).min(1).max(50), query.user_ids?.split(',') ?? []);
      return { items: ids.flatMap((id) => state.users.get(id) ?? []).map((u) => userData(state, u)) };
    },
  },
  {
    method: 'POST',
    path: '/open-apis/contact/v3/users/batch_get_id',
    scopes: ['contact:user.id:readonly'],
    free: true,
    run(state, { body }) {
      const { emails } = parsed(z.object({ emails: z.array(z.string()).max(50).default([]) }), body);
      const found = (email: string) => [...state.users.values()].find((u) => u.email === email);
      return {
        user_list: emails.map((email) => ({ email, ...(found(email) && { user_id: found(email)?.openId }) })),
      };
    },
  },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/users/:user_id',
    scopes: base,
    free: true,
    run(state, { params, query }) {
      openIdsOnly(query);
      const user = state.users.get(params.user_id ?? '');
      if (!user) throw new Refused('idUnknown', `[${params.user_id}]`);
      return { user: userData(state, user) };
    },
  },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/departments/:department_id/children',
    scopes: base,
    free: true,
    run(state, { params, query }) {
      const of = departmentOf(state, params.department_id);
      const deep = query.fetch_child === 'true';
      const below = [...state.departments.values()].filter((d) =>
        deep ? d.id !== of && belongs(state, d, of) : d.parent === of,
      );
      const cut = page(below, query);
      return { ...cut, items: cut.items.map((d) => departmentData(state, d)) };
    },
  },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/departments/:department_id',
    scopes: base,
    free: true,
    run: (state, { params }) => ({
      department: departmentData(
        state,
        state.departments.get(departmentOf(state, params.department_id)) as Department,
      ),
    }),
  },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/scopes',
    scopes: base,
    free: true,
    run: () => ({ department_ids: ['0'], user_ids: [], group_ids: [], has_more: false }),
  },
];
