/** Values of a form as Feishu delivers them, back as the core asks for them. Pure. */
import { inputMost } from './can.ts';
import { type Kind, readName, withoutNth } from './names.ts';

/** Pieces of at most `most` characters, broken where no space is lost if the client trims them. */
export function inParts(value: string, most: number): string[] {
  const letters = [...value];
  const out: string[] = [];
  let from = 0;
  while (letters.length - from > most) {
    let end = from + most;
    const earliest = end - joinSlack;
    while (end > earliest && (isSpace(letters[end - 1]) || isSpace(letters[end]))) end -= 1;
    if (end === earliest) end = from + most;
    out.push(letters.slice(from, end).join(''));
    from = end;
  }
  return [...out, letters.slice(from).join('')];
}

const isSpace = (letter: string | undefined) => letter !== undefined && /\s/.test(letter);
/** A part at least this full goes on in the next; a shorter one ended there. */
const joinSlack = 20;
const lengthOf = (text: string) => [...text].length;
const isFull = (part: string): boolean => lengthOf(part) >= inputMost;

export const joined = (parts: string[]): string =>
  parts.reduce((all, part, i) => {
    const before = parts[i - 1];
    if (before === undefined || part === '') return all + part;
    if (all === '') return part;
    return lengthOf(before) >= inputMost - joinSlack ? all + part : `${all}\n${part}`;
  }, '');

export interface Read {
  /** By field: texts, days, options. */
  values: Record<string, string | string[]>;
  /** By field: the inputs of a text that came, by their numbers. */
  texts: Record<string, Record<number, string>>;
  /** By field: accounts that were picked. */
  accounts: Record<string, string[]>;
  /** By field: a piece of a name to search. */
  searches: Record<string, string>;
  /** Fields whose last part that came is full, and which part that is, counted from one. */
  full: Record<string, number>;
}

const listed = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((v) => v !== undefined && v !== null)
    .map((v) => withoutNth(String(v)));

/** "2024-04-01 +0800" is a day; so is one without a zone. */
const day = (value: string): string => /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? value.trim();

/** How each kind of input is read. */
const readers: Record<Kind, (read: Read, field: string, raw: unknown) => void> = {
  v(read, field, raw) {
    read.values[field] = listed(raw);
  },
  d(read, field, raw) {
    read.values[field] = day(listed(raw)[0] ?? '');
  },
  a(read, field, raw) {
    read.accounts[field] = listed(raw).filter(Boolean);
  },
  q(read, field, raw) {
    read.searches[field] = (listed(raw)[0] ?? '').trim();
  },
};

/** The inputs of one text, in their order; one that did not come is empty. */
function textsIn(named: { field: string; part: number; text: string }[]): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const { field, part, text } of named) {
    const parts = texts.get(field) ?? [];
    while (parts.length <= part) parts.push('');
    parts[part] = text;
    texts.set(field, parts);
  }
  return texts;
}

export function readValues(formValue: Record<string, unknown>): Read {
  const read: Read = { values: {}, texts: {}, accounts: {}, searches: {}, full: {} };
  const named = Object.entries(formValue).flatMap(([name, raw]) => {
    const known = readName(name);
    return known ? [{ ...known, raw }] : [];
  });
  const isText = (one: (typeof named)[number]) => one.kind === 'v' && !Array.isArray(one.raw);
  for (const one of named.filter((n) => !isText(n))) readers[one.kind](read, one.field, one.raw);
  const texts = named.filter(isText).map((n) => ({ ...n, text: listed(n.raw)[0] ?? '' }));
  for (const { field, part, text } of texts) read.texts[field] = { ...read.texts[field], [part]: text };
  for (const [field, parts] of textsIn(texts)) {
    read.values[field] = joined(parts);
    if (isFull(parts.at(-1) ?? '')) read.full[field] = parts.length;
  }
  return read;
}
