/** Sentences in two languages, side by side: `catalogue({ key: { en, zh } })`, read as `say(locale).key(...)`. */
import type { Md } from './md.ts';

export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];

type Words = string | ((...args: never[]) => string);
type Widened<T> = T extends Md ? Md : T extends string ? string : T;
type Pairs = Record<string, { en: Words; zh: Words }>;
type Spoken<T extends Pairs> = { readonly [K in keyof T]: Widened<T[K]['en']> };

export interface Catalogue<T extends Pairs = Pairs> {
  (l: Locale): Spoken<T>;
  readonly pairs: T;
}

/** A sentence that waits for its reader's language. */
export type Sentence = (l: Locale) => string;

export function catalogue<const T extends Pairs>(
  pairs: T & { [K in keyof T]: { zh: Widened<T[K]['en']> } },
): Catalogue<T> {
  const spoken = (l: Locale) =>
    Object.fromEntries(Object.entries(pairs as Pairs).map(([key, pair]) => [key, pair[l]])) as Spoken<T>;
  const by = { en: spoken('en'), zh: spoken('zh') };
  return Object.assign((l: Locale) => by[l], { pairs: pairs as T });
}

const tags = { en: 'en-GB', zh: 'zh-CN' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(l: Locale, options: Intl.DateTimeFormatOptions) {
  const key = l + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tags[l], options);
  formats.set(key, known);
  return known;
}

/** Days that were put into words: a broadcast names the same few dates on every card. */
const worded = new Map<string, string>();
const mostWorded = 5000;

/** A calendar date in words: "Fri 15 Jan" or "1月15日周五"; the year when it is not `now`'s. */
export function dayWords(l: Locale, day: string, now?: Date): string {
  const thisYear = now !== undefined && day.slice(0, 4) === String(now.getUTCFullYear());
  const key = `${l}${thisYear ? '' : '+'}${day}`;
  const known = worded.get(key);
  if (known !== undefined) return known;
  const options = { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' } as const;
  const words = formatter(l, thisYear ? options : { ...options, year: 'numeric' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(',', '');
  if (worded.size >= mostWorded) worded.clear();
  worded.set(key, words);
  return words;
}

/** A moment in words, in a zone: "Wed 14 Jan, 10:00". */
export function momentWords(l: Locale, zone: string, at: Date): string {
  const options = {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  };
  return formatter(l, { ...options, hourCycle: 'h23' } as Intl.DateTimeFormatOptions).format(at);
}

export function numberWords(l: Locale, n: number): string {
  return n.toLocaleString(tags[l], { maximumFractionDigits: 6 });
}

/** "a, b and c" / "a、b和c". */
export function listWords(l: Locale, words: readonly string[]): string {
  return new Intl.ListFormat(tags[l], { type: 'conjunction' }).format(words);
}
