/** What drawing needs beside the card: names and accounts of those it names, the reader's language, a stamp. */
import type { Card } from '../../src/core/card.ts';
import type { Locale } from '../../src/core/i18n.ts';
import type { PlatformPorts } from '../../src/core/platform.ts';
import { say } from './messages.ts';
import { personsOf, type Scene } from './render.ts';
import type { People } from './text.ts';

let last = 0;
/** Never the same twice: a button that is drawn anew is another press, the same button pressed twice is one. */
export const stamp = (): string => {
  last = Math.max(last + 1, Date.now());
  return last.toString(36);
};

export function drawingFor(ports: Pick<PlatformPorts, 'persons' | 'personIds' | 'localeOf'>) {
  const people = async (tenant: string, ids: readonly string[]): Promise<People> =>
    ids.length === 0 ? new Map() : ports.persons({ platform: 'feishu', tenant }, ids);
  const locale = (tenant: string, account: string | undefined): Promise<Locale> =>
    ports.localeOf({ platform: 'feishu', tenant }, account);
  /** The language of the one who reads there. Several have several, and of a stranger nobody knows it. */
  const reader = async (tenant: string, account: string | undefined): Promise<Locale | undefined> => {
    if (!account) return undefined;
    const ids = await ports.personIds({ platform: 'feishu', tenant }, [account]);
    return ids.has(account) ? locale(tenant, account) : undefined;
  };
  return {
    people,
    locale,
    reader,
    async scene(card: Card, tenant: string, account: string | undefined): Promise<Scene> {
      const first = await locale(tenant, account);
      return {
        people: await people(tenant, personsOf(card)),
        words: say(first),
        ...(!account && { also: say(first === 'en' ? 'zh' : 'en') }),
        stamp: stamp(),
      };
    },
  };
}

export type Drawing = ReturnType<typeof drawingFor>;
