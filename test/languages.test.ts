/** Every sentence in both languages, and no language in the other's place: read from the catalogues and the card samples. */
import type { Block, Card } from '../src/core/card.ts';
import { type Locale, locales } from '../src/core/i18n.ts';
import { spans } from '../src/core/md.ts';
import type { CardSample } from '../src/core/module.ts';
import { modules } from '../src/modules.ts';

type Words = string | ((...args: unknown[]) => string);

const han = /[\u3400-\u9fff]/;
/** Names that are the same in every language. */
const names = new Set(
  'growloop Slack Feishu Lark MongoDB SECRETS_KEY GROW SMART BEST XLSX JSON Excel English'
    .toLowerCase()
    .split(' '),
);
const commands = /(?:\/?\bperf|绩效)(?: [a-z]+)*/g;
/** Words of four letters and more, in what is left without commands, addresses and codes. */
const latin = (text: string): string[] =>
  text
    .replace(commands, ' ')
    .replace(/\S+@\S+|https?:\S+/g, ' ')
    .match(/[A-Za-z_]{4,}/g) ?? [];

/** Nobody is shouted at, neither in good news nor in bad. */
const shout = /[!\uff01](?!channel)/;
/** Languages are named in themselves, and what is to be written in both is shown in both. */
const ofTheOther = new Set(['people: english', 'people: chinese', 'people: valuesHint']);

const entries = modules.flatMap((m) =>
  m.messages.flatMap((of) =>
    Object.entries(of.pairs as Record<string, Record<Locale, Words>>).map(
      ([key, pair]) => [`${m.name}: ${key}`, pair] as const,
    ),
  ),
);

const stands = '\u25c6';
/** A moment that reads as a stand-in where it is not marked up. */
class Moment extends Date {
  override toString(): string {
    return stands;
  }
}
const kinds: unknown[] = [stands, 1, 3, new Moment(0), [stands]];

/** What an entry says: a function with every kind of argument in turn. Of a wrong kind it may say nothing. */
function said(words: Words): string[] {
  if (typeof words === 'string') return [words];
  return kinds.flatMap((one) => {
    try {
      const text: unknown = words(...Array.from({ length: 8 }, () => one));
      return typeof text === 'string' ? [text.replace(/<t:[^>]*>|\bundefined\b|\bNaN\b/g, stands)] : [];
    } catch {
      return [];
    }
  });
}

test.each(entries)('%s', (name, { en, zh }) => {
  expect(typeof en).toBe(typeof zh);
  if (typeof en === 'function' && typeof zh === 'function') expect(zh).toHaveLength(en.length);
  for (const text of said(en)) {
    if (!ofTheOther.has(name)) expect(text).not.toMatch(han);
    expect(text).not.toMatch(/["'\uff00-\uff20\u3001\u3002]/);
    expect(text).not.toMatch(shout);
  }
  for (const text of said(zh)) {
    if (!han.test(text) && !ofTheOther.has(name))
      expect(latin(text).filter((w) => !names.has(w.toLowerCase()))).toEqual([]);
    expect(text).not.toMatch(/["']/);
    expect(text).not.toMatch(/[\u3400-\u9fff\u300d](?:[,;!?]|:(?!\/))|[\u3400-\u9fff]\(|\)[\u3400-\u9fff]/);
    expect(text).not.toMatch(shout);
  }
});

const samples = modules.flatMap((m) => m.cards.map((card) => [card.name, card] as const));
const cases = samples.flatMap(([name, card]) =>
  (['shortest', 'longest'] as const).map((which) => [`${name}, ${which}`, card, which] as const),
);

const plain = (text: string): string =>
  spans(text)
    .map((s) => ('text' in s ? s.text : ''))
    .join('');

/** All that a person reads on a card. */
const visible = (card: Card): string[] => [card.title, ...card.blocks.flatMap(read)];

function read(block: Block): string[] {
  switch (block.type) {
    case 'text':
    case 'note':
      return [plain(block.text)];
    case 'facts':
      return block.items.flatMap((i) => [i.label, i.value]);
    case 'table':
      return [...block.columns.map((c) => c.label), ...block.rows.flat()];
    case 'chart':
      return [...block.labels, ...block.series.map((s) => s.name), block.alt];
    case 'image':
      return [block.alt];
    case 'progress':
      return [block.label];
    case 'actions':
      return block.items.flatMap((b) => [b.label, b.confirm ?? '']);
    case 'choices':
      return [block.label, ...block.options.flatMap((o) => [o.label, o.hint ?? ''])];
    case 'people':
    case 'divider':
      return [];
  }
}

/** Texts that the sample was made from, also those that functions in it return. */
function given(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 6 || value === null || value === undefined) return [];
  if (typeof value === 'function') {
    try {
      return given(value('zh'), depth + 1);
    } catch {
      return [];
    }
  }
  return typeof value === 'object' ? Object.values(value).flatMap((v) => given(v, depth + 1)) : [];
}

const view = (locale: Locale) => ({ locale, zone: 'Asia/Shanghai', now: new Date('2027-01-13T01:30:00Z') });

describe.each(cases)('%s', (_, card: CardSample, which) => {
  const drawn = (locale: Locale): Card => card.draw(which, view(locale));

  test.each(locales)('is drawn whole in %s', (locale) => {
    const texts = visible(drawn(locale));
    expect(texts.length).toBeGreaterThan(0);
    expect(drawn(locale).title.trim()).not.toBe('');
    for (const text of texts) expect(text).not.toMatch(/\bundefined\b|\[object|\bNaN\b|Invalid Date|\$\{/);
  });

  test('has no English left in Chinese', () => {
    // A long text may be shown by its beginning: so may its last word.
    const own = [...names, ...given(card.given[which]).flatMap(latin)].map((word) => word.toLowerCase());
    const left = visible(drawn('zh')).flatMap(latin);
    expect(left.filter((word) => !own.some((one) => one.startsWith(word.toLowerCase())))).toEqual([]);
  });
});
