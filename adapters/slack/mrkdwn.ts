/**
 * The cards' markup into Slack's. People's texts come out as text: `& < >` are escaped, so no name calls a channel, and
 * what has no markup of ours but stars or backticks of theirs is sent as plain text.
 */
import { type Locale, momentWords } from '../../src/core/i18n.ts';
import { type Span, spans } from '../../src/core/md.ts';
import { limits } from './limits.ts';
import { say } from './messages.ts';

export interface Reader {
  locale: Locale;
  people: ReadonlyMap<string, { name: string; account?: string }>;
}

export interface TextObject {
  type: 'mrkdwn' | 'plain_text';
  text: string;
  verbatim?: boolean;
  emoji?: boolean;
}

export const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/`{3,}/g, (ticks) => [...ticks].join(blank));

/** Seen by nobody; beside a star it makes Slack see the end of a word, which between Chinese characters it does not. */
const blank = '\u200b';

/** Slack makes a link of a host's name alone. */
const bare = (url: string) => url.replace(/^https?:\/\//, '');

/** What Slack escaped, and its links, as the person typed them. Mentions stay: the core reads them. */
export const typed = (text: string): string =>
  text
    .replace(/<(?:mailto|tel):([^|>]+)(?:\|([^>]*))?>/g, (_, to: string, said?: string) => said || to)
    .replace(/<(https?:[^|>]+)(?:\|([^>]*))?>/g, (_, to: string, said = '') =>
      bare(to) === said ? said : to,
    )
    .replace(/<#[^|>]+\|([^>]*)>/g, '#$1')
    .replace(/<!(?:subteam\^[^|>]+\|)?@?([^|>]+)>/g, '@$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

export function mention(id: string, { people, locale }: Reader): string {
  const found = people.get(id);
  return found?.account ? `<@${found.account}>` : escaped(found?.name ?? say(locale).someone);
}

/** In each reader's own zone; the fallback is for clients that do not know dates. */
function moment(at: Date, locale: Locale): string {
  const fallback = `${momentWords(locale, 'UTC', at)} UTC`;
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${escaped(fallback)}>`;
}

/** What is not broken any further. */
interface Atom {
  out: string;
  bold?: boolean;
}

/** A label that holds a bar or an angle bracket would end the link. */
const labelled = (text: string) => escaped(text.replace(/[|\n]/g, ' '));

function atomsOf(span: Span, reader: Reader): Atom[] {
  if ('person' in span) return [{ out: mention(span.person, reader) }];
  if ('time' in span) return [{ out: moment(span.time, reader.locale) }];
  if ('link' in span) return [{ out: `<${address(span.link)}|${labelled(span.text)}>` }];
  const words = span.text.match(/\n|[^\S\n]{1,100}|\S{1,100}/gu) ?? [];
  return words.map((word) => ({ out: escaped(word), ...(span.bold && word !== '\n' && { bold: true }) }));
}

const address = (url: string) => url.replace(/[|<>\s]/g, encodeURIComponent).replace(/&/g, '&amp;');

/** Greedy, at spaces; marks cost a little more than their letters. */
function packed(atoms: readonly Atom[], most: number): Atom[][] {
  const packs: Atom[][] = [];
  let room = 0;
  for (const atom of atoms) {
    const cost = atom.out.length + (atom.bold ? 6 : 0);
    if (cost > room || packs.length === 0) {
      packs.push([]);
      room = most;
    }
    packs.at(-1)?.push(atom);
    room -= cost;
  }
  return packs;
}

/** Runs of bold between stars: not over a line's end, and not around spaces. */
function joined(atoms: readonly Atom[]): string {
  let text = '';
  for (let i = 0; i < atoms.length; ) {
    let end = i;
    while (end < atoms.length && atoms[end]?.bold === atoms[i]?.bold) end += 1;
    const run = atoms
      .slice(i, end)
      .map((a) => a.out)
      .join('');
    const next = atoms[end]?.out;
    text += atoms[i]?.bold ? starred(run, text, next) : run;
    i = end;
  }
  return text;
}

function starred(run: string, before: string, after: string | undefined): string {
  const inner = run.trim().replace(/\*/g, '∗');
  if (!inner) return run;
  const [lead, tail] = [/^\s*/.exec(run)?.[0] ?? '', /\s*$/.exec(run)?.[0] ?? ''];
  const open = lead || before === '' || /\s$/.test(before) ? '' : blank;
  const close = tail || after === undefined || /^\s/.test(after) ? '' : blank;
  return `${lead}${open}*${inner}*${close}${tail}`;
}

/** One or more text objects that say this, each within the limit. */
export function textObjects(md: string, reader: Reader, most: number = limits.text): TextObject[] {
  const parts = spans(md);
  const plain = parts.every((s): s is { text: string } => 'text' in s && !('link' in s) && !('bold' in s));
  if (plain && parts.some((s) => /[*_~`]/.test(s.text)))
    return chunks(parts.map((s) => s.text).join(''), most).map((text) => ({
      type: 'plain_text',
      text,
      emoji: false,
    }));
  const atoms = parts.flatMap((span) => atomsOf(span, reader));
  return packed(atoms, most - 100)
    .map(joined)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'mrkdwn', text, verbatim: true }));
}

const chunks = (text: string, most: number): string[] =>
  packed(
    (text.match(/\n|[^\S\n]{1,100}|\S{1,100}/gu) ?? []).map((out) => ({ out })),
    most,
  )
    .map((pack) => pack.map((a) => a.out).join(''))
    .filter((t) => t.trim() !== '');

/** The same without any markup, for notifications. */
export function plainly(md: string, reader: Reader): string {
  return spans(md)
    .map((span) => {
      if ('person' in span) return reader.people.get(span.person)?.name ?? say(reader.locale).someone;
      if ('time' in span) return momentWords(reader.locale, 'UTC', span.time);
      return span.text;
    })
    .join('');
}

export const personsIn = (md: string): string[] =>
  spans(md).flatMap((span) => ('person' in span ? [span.person] : []));
