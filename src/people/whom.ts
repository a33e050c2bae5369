/**
 * Whom a typed command means: `@id`, `@name`, `<@account>` or an e-mail address, at the beginning of the text. Nobody is
 * guessed: only an id, an address, or a name that is one person's is taken; everything else comes back as a choice.
 */
import { dayIn } from '../core/calendar.ts';
import { distance } from '../core/command.ts';
import type { Address } from '../core/platform.ts';
import { findPeople } from './find.ts';
import { isActive, type Person, people } from './model.ts';
import { folded } from './search.ts';

export type Whom =
  /** `rest`: what follows, without the spaces and punctuation between. */
  | { kind: 'found'; person: Person; rest: string }
  /** The one who types. */
  | { kind: 'self'; person: Person; rest: string }
  /** No longer with the organisation. */
  | { kind: 'left'; person: Person; rest: string }
  /** Several could be meant, or one almost. */
  | { kind: 'several'; typed: string; people: Person[]; rest: string }
  /** Nobody; `near` have names like it, the nearest first. */
  | { kind: 'unknown'; typed: string; near: Person[]; rest: string }
  /** The text names nobody. */
  | { kind: 'nobody'; rest: string };

interface Asking {
  actor: { id: string };
  now: Date;
  where: Pick<Address, 'platform' | 'tenant'> | undefined;
}

const mention = /^<@([^>|\s]+)(?:\|[^>]*)?>/;
const address = /^@?<?(?:mailto:)?([^\s@<>|,;]+@[^\s@<>|,;]+\.[^\s@<>|,;]*[\p{L}\p{N}])(?:\|[^>]*)?>?/iu;
const called = /^@\s*([^\s@,，、:：;；。]+)/u;
const between = /^[\s,，、:：;；]+/u;
/** Letters after the @ that can be part of a name. */
const longestName = 120;
const mostNear = 3;

/** Reads whom the text begins with. The text is taken as it came; full-width signs count like others. */
export async function whom(text: string, by: Asking): Promise<Whom> {
  const said = text.normalize('NFKC').trim();
  const exact = mention.exec(said) ?? address.exec(said);
  if (exact) {
    const key = exact[1] ?? '';
    const rest = after(said, exact[0].length);
    const person = key.includes('@') ? await byAddress(key) : await byAccount(key, by);
    return person ? standing(person, rest, by) : { kind: 'unknown', typed: key, near: [], rest };
  }
  const word = called.exec(said)?.[1];
  if (word === undefined) return { kind: 'nobody', rest: said };
  const name = said.replace(/^@\s*/, '');
  const met = await candidates(name, word, by.now);
  const whole = longest(met.map((p) => ({ p, n: lengthOf(p.name, name) })));
  // A whole name says more than an id that is its first word.
  const id = whole.some((m) => m.n > word.length) ? undefined : await people.get(word);
  if (id) return standing(id, after(name, word.length), by);
  return byName(met, whole.length > 0 ? whole : named(met, word), { name, word }, by);
}

const after = (text: string, n: number) => text.slice(n).replace(between, '').trim();
const isHere = (p: Person, now: Date) => isActive(p, dayIn(p.zone, now));

function standing(person: Person, rest: string, by: Asking): Whom {
  if (person._id === by.actor.id) return { kind: 'self', person, rest };
  return { kind: isHere(person, by.now) ? 'found' : 'left', person, rest };
}

const byAddress = (email: string) => people.one({ email: email.toLowerCase() });

async function byAccount(key: string, { where }: Asking): Promise<Person | undefined> {
  const account = where && (await people.one({ accounts: `${where.platform}:${where.tenant}:${key}` }));
  return account ?? people.get(key);
}

async function byName(
  met: readonly Person[],
  meant: readonly Meant[],
  { name, word }: { name: string; word: string },
  by: Asking,
): Promise<Whom> {
  const rest = after(name, meant[0]?.n ?? word.length);
  const [only] = meant;
  if (only && meant.length === 1) return standing(only.p, rest, by);
  if (only) return { kind: 'several', typed: word, people: meant.map((m) => m.p), rest };
  const begun = met.filter((p) => wordsOf(p).some((w) => w.startsWith(folded(word))));
  if (begun.length > 0) return { kind: 'several', typed: word, people: begun, rest };
  return { kind: 'unknown', typed: word, near: await nearest(word, by.now), rest };
}

const isHan = (text: string) => /^\p{Script=Han}/u.test(text);
const letters = (text: string, n: number) => [...folded(text)].slice(0, n).join('');
const wordsOf = (p: Pick<Person, 'name'>) =>
  folded(p.name)
    .split(/[\s·・]+/u)
    .filter(Boolean);

/**
 * Chinese is written on without a space: there the name's first two characters are what is looked for. The next word is
 * asked for as well: of a thousand people with that first name only some are read.
 */
async function candidates(name: string, word: string, now: Date): Promise<Person[]> {
  const two = name.split(/\s+/, 2).join(' ');
  const queries = isHan(word) ? [letters(word, 2)] : [word, ...(two === word ? [] : [two])];
  const read = await Promise.all(queries.map((query) => findPeople(letters(query, longestName), now)));
  return unique(read.flat());
}

const unique = (all: readonly Person[]) => [...new Map(all.map((p) => [p._id, p])).values()];

interface Meant {
  p: Person;
  /** Letters of the text that were the name. */
  n: number;
}

/** How many letters of the text are this name, from its beginning; 0 when it is not there. */
function lengthOf(name: string, text: string): number {
  const wanted = folded(name);
  const head = text.slice(0, longestName);
  if (!folded(head).startsWith(wanted)) return 0;
  const end = [...head].findIndex((_, i, all) => folded(all.slice(0, i + 1).join('')) === wanted);
  const taken = [...head].slice(0, end + 1).join('');
  const next = text.slice(taken.length);
  return end < 0 || (!isHan(next) && /^[\p{L}\p{N}]/u.test(next)) ? 0 : taken.length;
}

function longest(all: readonly Meant[]): Meant[] {
  const most = Math.max(1, ...all.map((m) => m.n));
  return all.filter((m) => m.n === most);
}

/** One word of the name is the word that was typed; of Chinese names also when the text goes on without a space. */
function named(met: readonly Person[], word: string): Meant[] {
  const text = folded(word);
  return longest(
    met.map((p) => {
      const hit = wordsOf(p).find((w) => w === text || (isHan(w) && [...w].length > 1 && text.startsWith(w)));
      return { p, n: hit?.length ?? 0 };
    }),
  );
}

/** Who has a name like it: read are people whose name shares a beginning. */
async function nearest(word: string, now: Date): Promise<Person[]> {
  const text = folded(word);
  const most = Math.max(2, Math.floor(text.length / 3));
  const read = await Promise.all([letters(text, 2), letters(text, 1)].map((begin) => findPeople(begin, now)));
  return unique(read.flat())
    .map((p) => ({ p, away: Math.min(...[folded(p.name), ...wordsOf(p)].map((w) => distance(w, text))) }))
    .filter(({ away }) => away <= most)
    .sort((a, b) => a.away - b.away || (a.p._id < b.p._id ? -1 : 1))
    .slice(0, mostNear)
    .map(({ p }) => p);
}
