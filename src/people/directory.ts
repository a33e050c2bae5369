/** The core's port to people: accounts to persons and back. */
import type { Actor, Directory, Reach } from '../core/actor.ts';
import { dayIn } from '../core/calendar.ts';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/errors.ts';
import { dayWords } from '../core/i18n.ts';
import { say as core } from '../core/messages.ts';
import { scope } from '../core/store.ts';
import { accountKey, ownerOf } from './accounts.ts';
import { say } from './messages.ts';
import { isActive, type Person, people, settings } from './model.ts';

const web = { platform: 'web', tenant: 'local' };

/** `console`: everybody can also be reached on the web console, by their own id. */
export function directory(options: { console: boolean; clock: Clock }): Directory {
  const isWeb = (platform: string, tenant: string) =>
    options.console && platform === web.platform && tenant === web.tenant;
  return {
    async actor(platform, tenant, account) {
      const key = accountKey({ platform, tenant }, account);
      const found = isWeb(platform, tenant) ? await people.get(account) : await ownerOf(key);
      if (!found) throw new Refusal((l) => core(l).stranger);
      mustBeHere(found, options.clock.now());
      const accounts = await usedLast(found, key, isWeb(platform, tenant));
      return asActor(found, reachOf({ ...found, accounts }, options.console));
    },
    async reach(persons) {
      const found = await people.find({ _id: { $in: [...new Set(persons)] } });
      const reached = found.map((p) => [p._id, reachOf(p, options.console)] as const);
      return new Map(reached.filter((pair): pair is readonly [string, Reach] => pair[1] !== undefined));
    },
    async accounts({ platform, tenant }, persons) {
      if (isWeb(platform, tenant)) return [...new Set(persons)];
      const found = await people.find({ _id: { $in: [...new Set(persons)] } });
      return found.flatMap((p) => accountIn({ platform, tenant }, p) ?? []);
    },
    async zones() {
      const { zone } = await settings();
      const lived = (await scope().connection.collection('people').distinct('zone')) as string[];
      return [...new Set([zone, ...lived])];
    },
    organisation: settings,
  };
}

/** @throws Refusal for somebody who has left, or has not begun */
function mustBeHere(found: Person, now: Date): void {
  const today = dayIn(found.zone, now);
  if (isActive(found, today)) return;
  const { hired } = found;
  throw new Refusal((l) => (hired > today ? say(l).beginsOn(dayWords(l, hired, now)) : core(l).left));
}

/** The account of a person in one tenant. */
export function accountIn(
  { platform, tenant }: { platform: string; tenant: string },
  { accounts }: Pick<Person, 'accounts'>,
): string | undefined {
  const prefix = accountKey({ platform, tenant }, '');
  return accounts.find((a) => a.startsWith(prefix))?.slice(prefix.length);
}

const asActor = ({ _id, locale, zone, roles }: Person, reach: Reach | undefined): Actor => ({
  id: _id,
  locale,
  zone,
  roles,
  ...(reach && { reach }),
});

function reachOf(p: Person, withConsole: boolean): Reach | undefined {
  const [platform, tenant, ...account] = p.accounts[0]?.split(':') ?? [];
  const { locale, zone, quiet } = p;
  if (platform && tenant) return { platform, tenant, account: account.join(':'), locale, zone, quiet };
  return withConsole ? { ...web, account: p._id, locale, zone, quiet } : undefined;
}

/** With two accounts a person is reached on the one used last. */
async function usedLast(p: Person, key: string, onWeb: boolean): Promise<string[]> {
  if (p.accounts[0] === key || (onWeb && !p.accounts.includes(key))) return p.accounts;
  const accounts = [key, ...p.accounts.filter((a) => a !== key)];
  await people.change({ _id: p._id }, { $set: { accounts }, $inc: { rev: 1 } });
  return accounts;
}
