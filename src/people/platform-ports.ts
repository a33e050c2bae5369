/** What platforms ask about people: who has which account, who has none, and in which language somebody reads. */
import { dayIn } from '../core/calendar.ts';
import type { Option } from '../core/card.ts';
import type { PlatformPorts, Tenant } from '../core/platform.ts';
import { accountKey } from './accounts.ts';
import { accountIn } from './directory.ts';
import { findPeople } from './find.ts';
import { isActive, type Person, people, peopleById, settings } from './model.ts';

type Asked = Pick<PlatformPorts, 'persons' | 'personIds' | 'elsewhere' | 'localeOf'>;

/** As many as a menu of any platform takes. */
const mostOffered = 100;

/** `within` runs a reading of the store. */
export function aboutPeople(within: <R>(run: () => Promise<R>) => Promise<R>, now: () => Date): Asked {
  return {
    persons: (of, ids) =>
      within(async () => {
        const found = await peopleById(ids);
        return new Map([...found].map(([id, p]) => [id, named(of, p)]));
      }),
    elsewhere: (of, typed) =>
      within(async () => {
        const found = typed.trim() ? await findPeople(typed, now()) : await reachedElsewhere(of, now());
        return found
          .filter((p) => accountIn(of, p) === undefined)
          .slice(0, mostOffered)
          .map(optionOf);
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

const optionOf = ({ _id, name, title, unit }: Person): Option => ({
  label: name,
  value: _id,
  hint: [title, unit].filter(Boolean).join(', '),
});

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where everybody is here, the index says so at once. */
async function reachedElsewhere(of: Tenant, now: Date): Promise<Person[]> {
  const prefix = accountKey(of, '');
  const found = await people.find(
    {
      'accounts.0': { $exists: true },
      $or: [{ accounts: { $lt: prefix } }, { accounts: { $gte: `${prefix}\uffff` } }],
      accounts: { $not: new RegExp(`^${literally(prefix)}`) },
    },
    { sort: { _id: 1 }, limit: mostOffered },
  );
  return found.filter((p) => isActive(p, dayIn(p.zone, now)));
}

function named(of: Tenant, p: Parameters<typeof accountIn>[1] & { name: string }) {
  const account = accountIn(of, p);
  return { name: p.name, ...(account && { account }) };
}
