/**
 * The address book in memory, for finding whom a form asks for: Feishu's cards have no search, its API none for bots.
 * Read once in the background, again after an hour or when members changed; names never go into our store.
 */
import type { Log } from '../../src/core/log.ts';
import type { PlatformPorts } from '../../src/core/platform.ts';
import type { Entry } from './members.ts';

const freshMs = 3_600_000;
const mostFound = 200;

export interface Directory {
  /** Ids of persons whose name or address has all that was typed, the likeliest first. */
  search(tenant: string, typed: string): Promise<string[]>;
  ready(tenant: string): boolean;
  /** Reads it anew when it is next asked for. */
  stale(): void;
  read(): Promise<void>;
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC').trim();

/** Whole names before beginnings before pieces. */
function rank(entry: Entry, typed: string): number {
  const names = entry.names.map(folded);
  if (names.includes(typed) || folded(entry.member.email ?? '') === typed) return 0;
  if (names.some((n) => n.startsWith(typed) || n.split(/\s+/).some((word) => word.startsWith(typed))))
    return 1;
  const pieces = typed.split(/\s+/);
  if (names.some((n) => pieces.every((piece) => n.includes(piece)))) return 2;
  return folded(entry.member.email?.split('@')[0] ?? '').startsWith(typed) ? 3 : Number.POSITIVE_INFINITY;
}

export function directoryOf(
  entries: () => Promise<Entry[]>,
  ports: Pick<PlatformPorts, 'personIds' | 'elsewhere'>,
  log: Log,
): Directory {
  let known: Entry[] | undefined;
  let since = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = (): Promise<void> => {
    reading ??= entries()
      .then((all) => {
        known = all.filter((e) => !e.member.gone);
        since = performance.now();
      })
      .catch((err) => log.warn({ err }, 'Feishu’s address book could not be read'))
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };

  return {
    read,
    ready() {
      if (performance.now() - since > freshMs) void read();
      return known !== undefined;
    },
    stale() {
      since = Number.NEGATIVE_INFINITY;
    },
    async search(tenant, text) {
      const typed = folded(text);
      const ranked = (known ?? [])
        .map((entry) => ({ entry, at: rank(entry, typed) }))
        .filter(({ at }) => Number.isFinite(at))
        .sort((a, b) => a.at - b.at || a.entry.member.name.localeCompare(b.entry.member.name))
        .slice(0, mostFound);
      const accounts = ranked.map(({ entry }) => entry.member.account);
      const of = { platform: 'feishu', tenant };
      const ids = await ports.personIds(of, accounts);
      const here = accounts.flatMap((account) => ids.get(account) ?? []);
      // Colleagues who are not in Feishu are not in its address book.
      const others = typed === '' ? [] : await ports.elsewhere(of, text);
      return [...new Set([...here, ...others.map((o) => o.value)])].slice(0, mostFound);
    },
  };
}
