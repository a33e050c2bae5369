/** What the page has seen of the try-out, and whom the guide means by "HR", "an employee" and "the manager". */
import type { Trace } from './state.ts';
import { actionOf, type Card, type Feed, type Lang, type Person } from './wire.ts';

export interface Seen {
  people: readonly Person[];
  me: string;
  traces: readonly Trace[];
  /** Names of the actions on cards that were on screen, in any person's feed. */
  shown: ReadonlySet<string>;
}

export type Role = 'hr' | 'employee' | 'manager' | 'second';
export interface Names {
  count: number;
  hr: string;
  employee: string;
  manager: string;
  /** Who signs off and approves what HR prepares. */
  second: string;
}

const starts = (what: string, prefixes: readonly string[]) =>
  prefixes.some((prefix) => what.startsWith(prefix));
export const did = (seen: Seen, kinds: readonly Trace['did'][], ...prefixes: string[]) =>
  seen.traces.some((trace) => kinds.includes(trace.did) && starts(trace.what, prefixes));
/** How often. */
export const times = (seen: Seen, kind: Trace['did'], what: string): number =>
  seen.traces.filter((trace) => trace.did === kind && trace.what === what).length;
interface Before {
  did: Trace['did'];
  what: string;
  /** The first when not said. */
  nth?: number;
}

/** Something of this kind came after. Once it has, it stays so. */
export function followed(seen: Seen, { did, what, nth = 1 }: Before, then: Trace['did']): boolean {
  const before = seen.traces.flatMap((t, i) => (t.did === did && t.what.startsWith(what) ? [i] : []))[
    nth - 1
  ];
  return before !== undefined && seen.traces.slice(before).some((t) => t.did === then);
}
export const shows = (seen: Seen, ...prefixes: string[]) =>
  [...seen.shown].some((name) => starts(name, prefixes));

const leads = (people: readonly Person[], id: string) => people.some((person) => person.managerId === id);
const isPlain = (person: Person) => !person.roles.some((role) => ['hr', 'hrbp', 'executive'].includes(role));

/** Whom the guide means: HR, somebody in a team, and that person's manager. Who writes goals stays the employee. */
export function cast(seen: Seen): Partial<Record<Role, Person>> {
  const { people } = seen;
  const proposer = seen.traces.find((t) => t.what.startsWith('goals.') && isEmployee(people, t.by))?.by;
  const me = isEmployee(people, seen.me) ? seen.me : undefined;
  const employee =
    people.find((p) => p.id === (proposer ?? me)) ?? people.find((p) => isEmployee(people, p.id));
  const hr = people.find((p) => p.roles.includes('hr')) ?? people.find((p) => p.roles.includes('hrbp'));
  const manager = people.find((p) => p.id === employee?.managerId);
  const second = people.find((p) => p.roles.includes('executive') && p.id !== hr?.id);
  return {
    ...(hr ? { hr } : {}),
    ...(employee ? { employee } : {}),
    ...(manager ? { manager } : {}),
    ...(second ? { second } : {}),
  };
}

export function isEmployee(people: readonly Person[], id: string): boolean {
  const person = people.find((p) => p.id === id);
  return Boolean(person?.managerId && isPlain(person) && !leads(people, id));
}

const actionsOf = (card: Card): string[] =>
  card.blocks.flatMap((block) => {
    if (block.type === 'actions') return block.items.map((item) => actionOf(item.token));
    return block.type === 'choices' ? [actionOf(block.token)] : [];
  });

/** Cards never change in place, so each is read once. */
const read = new WeakMap<Card, string[]>();

function namesOn(card: Card): string[] {
  const names = read.get(card) ?? actionsOf(card);
  read.set(card, names);
  return names;
}

export function shownIn(feeds: Iterable<Feed>): Set<string> {
  const out = new Set<string>();
  for (const feed of feeds) {
    for (const { card } of feed.items) for (const name of card ? namesOn(card) : []) out.add(name);
  }
  return out;
}

/** Latin names stand a little apart in a Chinese sentence. */
const apart = (name: string, lang: Lang) => (lang === 'zh' && /[a-z]/i.test(name) ? ` ${name} ` : name);

export function namesOf(seen: Seen, lang: Lang): Names {
  const who = cast(seen);
  const name = (role: Role, otherwise: string) => apart(who[role]?.name ?? otherwise, lang);
  return {
    count: seen.people.length,
    hr: name('hr', 'HR'),
    employee: name('employee', '…'),
    manager: name('manager', '…'),
    second: name('second', '…'),
  };
}
