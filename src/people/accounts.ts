/** Accounts of people on their platforms, as the platforms tell; one of a known e-mail address belongs to its person. */
import { type Doc, entity } from '../core/entity.ts';
import type { Member, Tenant } from '../core/platform.ts';
import { type Person, people } from './model.ts';
import { unwritable } from './sync-rules.ts';

interface Account extends Doc {
  /** `platform:tenant:account`. */
  _id: string;
  tenant: string;
  email: string;
  gone: boolean;
}

export const accounts = entity<Account>('accounts', {
  fields: { tenant: String, email: String, gone: Boolean },
  indexes: [{ keys: { tenant: 1 } }, { keys: { email: 1 } }],
});

export const tenantKey = ({ platform, tenant }: Tenant): string => `${platform}:${tenant}`;
export const accountKey = (of: Tenant, account: string): string => `${tenantKey(of)}:${account}`;

/** Notes what changed among a tenant's members since it was asked last. */
export async function noteAccounts(of: Tenant, members: readonly Member[]): Promise<void> {
  const before = new Map((await accounts.find({ tenant: tenantKey(of) })).map((a) => [a._id, a]));
  const now = members.map((m) => ({
    _id: accountKey(of, m.account),
    tenant: tenantKey(of),
    email: m.email ?? unwritable(accountKey(of, m.account)),
    gone: m.gone,
  }));
  await accounts.insertAll(now.filter((a) => !before.has(a._id)));
  for (const a of now) {
    const was = before.get(a._id);
    if (was && (was.email !== a.email || was.gone !== a.gone)) await accounts.save({ ...a, rev: was.rev });
  }
}

/** Gives people the accounts that have their address; an account stays with whom it belongs to. */
export async function linkAccounts(persons: readonly Pick<Person, '_id' | 'email'>[]): Promise<void> {
  const byEmail = new Map(persons.map((p) => [p.email, p._id]));
  const found = await accounts.find({ email: { $in: [...byEmail.keys()] }, gone: false });
  const ids = found.map((a) => a._id);
  const taken = new Set((await people.find({ accounts: { $in: ids } })).flatMap((p) => p.accounts));
  for (const { _id, email } of found) {
    const person = taken.has(_id) ? undefined : await people.get(byEmail.get(email) ?? '');
    if (person) await people.save({ ...person, accounts: [...person.accounts, _id] });
  }
}

/** Whose account this is, found by its address when nobody linked it yet. */
export async function ownerOf(key: string): Promise<Person | undefined> {
  const linked = await people.one({ accounts: key });
  if (linked) return linked;
  const account = await accounts.get(key);
  if (!account || account.gone) return undefined;
  const person = await people.one({ email: account.email });
  return person && people.save({ ...person, accounts: [...person.accounts, key] });
}

/** Who can no longer be reached there. */
export async function unlinkGone(of: Tenant, members: readonly Member[]): Promise<void> {
  const gone = members.filter((m) => m.gone).map((m) => accountKey(of, m.account));
  if (gone.length === 0) return;
  for (const person of await people.find({ accounts: { $in: gone } }))
    await people.save({ ...person, accounts: person.accounts.filter((a) => !gone.includes(a)) });
}

/** The platform serves this tenant no more: nobody is reached there, and what it told of its members is forgotten. */
export async function unlinkAll(of: Tenant): Promise<void> {
  const prefix = accountKey(of, '');
  for (const person of await people.find({})) {
    const kept = person.accounts.filter((a) => !a.startsWith(prefix));
    if (kept.length < person.accounts.length) await people.save({ ...person, accounts: kept });
  }
  await accounts.remove({ tenant: tenantKey(of) });
}

/** Some platforms no longer list who left. That is for HR to say, so nothing is unlinked for it. */
export async function missingAmong(of: Tenant, members: readonly Member[]): Promise<Member[]> {
  const listed = new Set(members.map((m) => accountKey(of, m.account)));
  const known = listed.size > 0 ? await accounts.find({ tenant: tenantKey(of), gone: false }) : [];
  const prefix = accountKey(of, '').length;
  return known
    .filter((a) => !listed.has(a._id))
    .map((a) => ({ account: a._id.slice(prefix), name: '', gone: true }));
}
