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

type Pair = Record<Locale, Words>;
const entries = modules.flatMap((m) =>
  m.messages.flatMap((of) =>
    Object.entries(of.pairs as Record<string, Pair>).map(([key, pair]) => ({ module: m.name, key, pair })),
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

const not = (text: string, wrong: RegExp): string[] => (wrong.test(text) ? [`${wrong} in “${text}”`] : []);

function wrongInEnglish(name: string, text: string): string[] {
  return [
    ...(ofTheOther.has(name) ? [] : not(text, han)),
    ...not(text, /["'\uff00-\uff20\u3001\u3002]/),
    ...not(text, shout),
  ];
}

function wrongInChinese(name: string, text: string): string[] {
  const foreign = latin(text).filter((w) => !names.has(w.toLowerCase()));
  const untold = !han.test(text) && !ofTheOther.has(name) && foreign.length > 0;
  return [
    ...(untold ? [`no Chinese in “${text}”`] : []),
    ...not(text, /["']/),
    ...not(text, /[\u3400-\u9fff\u300d](?:[,;!?]|:(?!\/))|[\u3400-\u9fff]\(|\)[\u3400-\u9fff]/),
    ...not(text, shout),
  ];
}

function wrongIn(name: string, { en, zh }: Pair): string[] {
  const alike =
    typeof en === typeof zh &&
    (typeof en !== 'function' || typeof zh !== 'function' || en.length === zh.length);
  const wrong = [
    ...(alike ? [] : ['the two take different things']),
    ...said(en).flatMap((text) => wrongInEnglish(name, text)),
    ...said(zh).flatMap((text) => wrongInChinese(name, text)),
  ];
  return [...new Set(wrong)].map((one) => `${name}: ${one}`);
}

// A test for each of 4 000 sentences took twenty seconds.
const speaking = [...new Set(entries.map((e) => e.module))];
test.each(speaking)('every sentence of %s, in both languages', (name) => {
  const own = entries.filter((e) => e.module === name);
  expect(own.length).toBeGreaterThan(0);
  expect(own.flatMap(({ key, pair }) => wrongIn(`${name}: ${key}`, pair))).toEqual([]);
});

test.each<[string, Pair]>([
  ['Chinese in English', { en: '你好', zh: '你好' }],
  ['English in Chinese', { en: 'Hello', zh: 'Hello' }],
  ['straight quotes', { en: 'It’s "so"', zh: '好的' }],
  ['half-width signs', { en: 'Well', zh: '好的,谢谢' }],
  ['shouting', { en: 'Well done!', zh: '做得好' }],
  ['one takes a name, the other none', { en: (who) => `Hello ${who}`, zh: '你好' }],
])('it would find %s', (_, pair) => {
  expect(wrongIn('x: y', pair)).not.toEqual([]);
});

const samples = modules.flatMap((m) => m.cards);

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

function wrongOn(card: CardSample, which: 'shortest' | 'longest'): string[] {
  const drawn = locales.map((locale) => ({ locale, card: card.draw(which, view(locale)) }));
  const broken = drawn.flatMap(({ locale, card: { title }, card: whole }) => {
    const texts = visible(whole);
    const holes = texts.filter((text) => /\bundefined\b|\[object|\bNaN\b|Invalid Date|\$\{/.test(text));
    return [...(title.trim() === '' || texts.length === 0 ? ['nothing'] : []), ...holes].map(
      (text) => `${locale}: “${text}”`,
    );
  });
  // A long text may be shown by its beginning: so may its last word.
  const own = [...names, ...given(card.given[which]).flatMap(latin)].map((word) => word.toLowerCase());
  const left = drawn
    .filter(({ locale }) => locale === 'zh')
    .flatMap((d) => visible(d.card).flatMap(latin))
    .filter((word) => !own.some((one) => one.startsWith(word.toLowerCase())));
  return [...broken, ...left.map((word) => `English in Chinese: ${word}`)].map(
    (w) => `${card.name}, ${which}: ${w}`,
  );
}

test.each(['shortest', 'longest'] as const)(
  'every card at its %s is drawn whole in both languages',
  (which) => {
    expect(samples.length).toBeGreaterThan(100);
    expect(samples.flatMap((card) => wrongOn(card, which))).toEqual([]);
  },
);
