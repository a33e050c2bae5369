/** MongoDB's regular expressions are PCRE; this reads what JavaScript spells differently. */
import { BSONRegExp } from 'bson';
import { Fault } from './fault.ts';

const anchors: Readonly<Record<string, string>> = {
  '\\A': '(?<![^])',
  '\\z': '(?![^])',
  '\\Z': '(?=\\n?(?![^]))',
  '\\h': '[ \\t]',
};

const posix: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
};

const own = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** With flag x, white space and comments outside character classes mean nothing. */
function withoutSpace(pattern: string): string {
  return pattern.replace(/\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|#.*|\s+/g, (token) =>
    token.startsWith('\\') || token.startsWith('[') ? token : '',
  );
}

export function compileRegex(pattern: string, options: string): RegExp {
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const flags = options + (inline?.[1] ?? '');
  const rest = inline ? pattern.slice(inline[0].length) : pattern;
  const source = (flags.includes('x') ? withoutSpace(rest) : rest)
    .replace(/\[:(\w+):\]/g, (token, name: string) => own(posix, name) ?? token)
    .replace(/\[(?:\\[\s\S]|[^\]\\])*\]|\\[\s\S]/g, (token) => own(anchors, token) ?? token);
  const known = [...'imsu'].filter((flag) => flags.includes(flag)).join('');
  const unicode = /\\p\{/i.test(source) && !known.includes('u') ? `${known}u` : known;
  try {
    return new RegExp(source, unicode);
  } catch (error) {
    throw new Fault(51091, 'Location51091', `Regular expression is invalid: ${(error as Error).message}`);
  }
}

/** The text that every string matched by the expression begins with, if an index can use it. */
export function literalPrefix(regex: BSONRegExp): string | undefined {
  if (regex.options !== '' || regex.pattern.includes('|')) return undefined;
  const found = /^\^([\w\-:@/ ]+)(.?)/.exec(regex.pattern);
  if (!found?.[1]) return undefined;
  const prefix = /[*?{]/.test(found[2] ?? '') ? found[1].slice(0, -1) : found[1];
  return prefix || undefined;
}

export function asRegex(value: unknown, options = ''): BSONRegExp | undefined {
  if (typeof value === 'string') return new BSONRegExp(value, options);
  if (!(value instanceof BSONRegExp)) return undefined;
  return options ? new BSONRegExp(value.pattern, options) : value;
}
