/** What platforms ask about people: who has which account, and in which language somebody reads. */
import type { PlatformPorts, Tenant } from '../core/platform.ts';
import { accountKey } from './accounts.ts';
import { accountIn } from './directory.ts';
import { people, peopleById, settings } from './model.ts';

type Asked = Pick<PlatformPorts, 'persons' | 'personIds' | 'localeOf'>;

/** `within` runs a reading of the store. */
export function aboutPeople(within: <R>(run: () => Promise<R>) => Promise<R>): Asked {
  return {
    persons: (of, ids) =>
      within(async () => {
        const found = await peopleById(ids);
        return new Map([...found].map(([id, p]) => [id, named(of, p)]));
      }),
    personIds: (of, accounts) =>
      within(async () => {
        const keys = new Map(accounts.map((a) => [accountKey(of, a), a]));
        const found = await people.find({ accounts: { $in: [...keys.keys()] } });
        const pairs = found.flatMap((p) =>
          p.accounts.flatMap((key) => (keys.has(key) ? [[keys.get(key) as string, p._id] as const] : [])),
        );
        return new Map(pairs);
      }),
    localeOf: (of, account) =>
      within(async () => {
        const person = account && (await people.one({ accounts: accountKey(of, account) }));
        return person ? person.locale : (await settings()).locale;
      }),
  };
}

function named(of: Tenant, p: Parameters<typeof accountIn>[1] & { name: string }) {
  const account = accountIn(of, p);
  return { name: p.name, ...(account && { account }) };
}
