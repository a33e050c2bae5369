/**
 * The text of cards. Its whole markup is `**bold**`, `[label](url)`, `<@person>` and `<t:ISO>` (a moment, shown in the
 * reader's zone and language); a backslash takes the meaning from the next character. The tag escapes every
 * interpolation, so text that people wrote never turns into markup.
 */
declare const brand: unique symbol;
export type Md = string & { readonly [brand]: 'md' };

interface Markup {
  markup: string;
}

type Part = string | number | Date | Markup;

const escaped = (text: string) => text.replace(/[\\*[\]()<>]/g, '\\$&');

const written = (part: Part) => {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escaped(part);
  return part instanceof Date ? `<t:${part.toISOString()}>` : part.markup;
};

export const md = (strings: TemplateStringsArray, ...parts: Part[]): Md =>
  strings.reduce((all, s, i) => all + written(parts[i - 1] ?? '') + s) as Md;

/** A person, shown by name (and as a mention where the platform has them). */
export const person = (id: string): Markup => ({ markup: `<@${escaped(id)}>` });
export const link = (label: string, url: string): Markup => ({
  markup: `[${escaped(label)}](${escaped(url)})`,
});
export const bold = (text: string): Markup => ({ markup: `**${escaped(text)}**` });
/** Text that already is `Md`, to be set into another. */
export const inside = (text: Md): Markup => ({ markup: text });
export const lines = (...texts: (Md | false | undefined)[]): Md => texts.filter(Boolean).join('\n') as Md;

export type Span =
  | { text: string; bold?: boolean }
  | { link: string; text: string }
  | { person: string }
  | { time: Date };

const TOKEN = /\\([\s\S])|\*\*|<@((?:\\.|[^>])+)>|<t:([^>]+)>|\[((?:\\.|[^\]\\])*)\]\(((?:\\.|[^)\\])*)\)/g;
const bare = (text: string) => text.replace(/\\([\s\S])/g, '$1');

/** Reads markup into spans, for renderers. Whatever is not markup is text. */
export function spans(text: string): Span[] {
  const out: Span[] = [];
  let bolded = false;
  let plain = '';
  const flush = () => {
    if (plain) out.push(bolded ? { text: plain, bold: true } : { text: plain });
    plain = '';
  };
  let from = 0;
  for (const m of text.matchAll(TOKEN)) {
    plain += text.slice(from, m.index);
    from = m.index + m[0].length;
    if (m[1] !== undefined) {
      plain += m[1];
      continue;
    }
    flush();
    if (m[0] === '**') bolded = !bolded;
    else out.push(marked(m));
  }
  plain += text.slice(from);
  flush();
  return out;
}

function marked(m: RegExpMatchArray): Span {
  if (m[2] !== undefined) return { person: bare(m[2]) };
  if (m[3] !== undefined) {
    const time = new Date(m[3]);
    return Number.isNaN(+time) ? { text: m[3] } : { time };
  }
  const url = bare(m[5] ?? '');
  const label = bare(m[4] ?? '');
  return /^(https?:|mailto:)/i.test(url) ? { link: url, text: label } : { text: label };
}
