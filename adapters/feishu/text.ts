/**
 * The core's text as Feishu's markdown. What people wrote is neutralised sign by sign (Feishu reads HTML entities), so
 * no name becomes a mention, a tag, a link or an emphasis.
 */
import { type Span, spans } from '../../src/core/md.ts';

export interface Known {
  name: string;
  account?: string;
}
export type People = ReadonlyMap<string, Known>;

const signs = /[&<>*_~`[\]\\#|]/g;
const lineStart = /^(\s*)([-+=]|\d+(?=[.)]\s))/gm;
const entity = (sign: string) => `&#${sign.codePointAt(0)};`;

/** Without signs that nobody sees: Feishu takes none of them, and each would travel as seven bytes. */
export const readable = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '');

/** Text that stays text, whatever is in it. `:OK:` would become a picture. */
export const neutral = (text: string): string =>
  text
    .replace(signs, entity)
    .replace(/:(?=[A-Za-z_]+:)/g, '&#58;')
    .replace(lineStart, (_, space: string, sign: string) => space + [...sign].map(entity).join(''));

/** Emphasis does not hold over line ends, nor with a space inside its marks. */
export const bold = (text: string): string =>
  text.replace(/[^\n]+/g, (line) => {
    const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(line) ?? [];
    return inner ? `${before}**${neutral(inner)}**${after}` : line;
  });

/** A moment, in the reader's own zone and language. */
const moment = (at: Date): string => {
  const part = (format: string) =>
    `<local_datetime millisecond='${at.getTime()}' format_type='${format}'></local_datetime>`;
  return `${part('date_short')} ${part('time')}`;
};

const address = (url: string) =>
  url.replace(/[()<>\s"'\\[\]]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);

export const mention = (id: string, people: People): string => {
  const known = people.get(id);
  if (known?.account) return `<at id=${known.account.replace(/[^\w-]/g, '')}></at>`;
  return neutral(known?.name ?? id);
};

function marked(span: Span, people: People): string {
  if ('person' in span) return mention(span.person, people);
  if ('time' in span) return moment(span.time);
  if ('link' in span) return `[${neutral(span.text)}](${address(span.link)})`;
  return span.bold ? bold(span.text) : neutral(span.text);
}

export const markup = (text: string, people: People): string =>
  spans(text)
    .map((span) => marked(span, people))
    .join('');

/** The same without any markup: what is said in one line, a title say. */
export const plainly = (text: string, people: People): string =>
  spans(text)
    .map((span) => {
      if ('person' in span) return people.get(span.person)?.name ?? span.person;
      return 'time' in span ? span.time.toISOString() : span.text;
    })
    .join('');

export const personsIn = (text: string): string[] =>
  spans(text).flatMap((span) => ('person' in span ? [span.person] : []));

/** At most so many characters, whole ones; whoever shortens says the whole elsewhere. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

export const isLonger = (text: string, most: number): boolean =>
  text.length > most && [...text].length > most;

/** Pieces of at most so many characters. */
export function pieces(text: string, most: number): string[] {
  const letters = [...text];
  const out = [];
  for (let i = 0; i < letters.length; i += most) out.push(letters.slice(i, i + most).join(''));
  return out.length > 0 ? out : [''];
}
