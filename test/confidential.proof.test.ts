/**
 * Confidentiality to the end: one cycle is lived until the outcomes are exported; then the one it is about, her manager, the
 * manager above, a colleague, the appeal's panel and HR read everything that they can come to.
 */
import { appeals } from '../src/appeals/model.ts';
import type { Card } from '../src/core/card.ts';
import type { Md } from '../src/core/md.ts';
import { resultOf } from '../src/results/model.ts';
import { assignments } from '../src/reviews/model.ts';
import { answers, ledger } from '../src/reviews/model-answers.ts';
import { leaks, speaks } from './cycle/leaks.ts';
import {
  answered,
  everythingDone,
  type Giver,
  givers,
  keepOf,
  livesOn,
  type Marked,
} from './cycle/marked.ts';
import { crawl, type Seen, seenCard } from './kit/crawl.ts';

const patience = 900_000;
/** The subject, her manager, the one above, a colleague, the panel, HR. */
const readers = ['ann', 'bo', 'chen', 'sun', 'zhao', 'hanna'];
/** Everybody but the colleague may read what is published about Ann once it is frozen. */
const mayRead = readers.filter((person) => person !== 'sun');
/** Files that they come to. */
const files: Record<string, RegExp[]> = {
  ann: [
    /growloop-mydata\.json/,
    /record-.*v1\.html/,
    /record-.*v2\.html/,
    /archive-.*\.html/,
    /\.csv/,
    /appeal-record/,
  ],
  bo: [/record-.*Ann-Miller-v2\.html/],
  hanna: [/\.xlsx/, /\.csv/],
};
/** A crawl that comes to less than that has lost its way. */
const enough = 300;
const [, tom] = givers as [Giver, Giver];

let m: Marked;

beforeAll(async () => {
  m = await answered('confidential-crawl');
}, patience);
afterAll(() => m?.w.end());

/** What may stand behind a command: people in two spellings, a cycle, and every code there is. */
async function words(): Promise<string[]> {
  const result = await resultOf('q1', 'ann');
  const appeal = await appeals.one({ person: 'ann' });
  const codes = [result?.code, appeal?._id].flatMap((code) => code ?? []);
  return ['ann', '@Dev Patel', '2027 Q1', ...codes];
}

/** But the reader's own. */
async function idsOfAnswers(reader: string): Promise<string[]> {
  const others = await assignments.find({ cycle: 'q1', giver: { $ne: reader } });
  const about = others.filter((a) => a.subject === 'ann');
  return [...about, ...(await answers.find({})), ...(await ledger.find({}))].map((doc) => doc._id);
}

const reading = async (person: string): Promise<Seen[]> =>
  crawl(m.w, m.kept, person, await m.w.inside(words));

/**
 * The file of one's own data holds what stands on many cards: signed kudos in one part, what colleagues said in another. Each
 * part is a text of its own, as each card is.
 */
function textsOf({ file, text }: Seen): string[] {
  if (file !== 'growloop-mydata.json') return [text];
  // The first line is the file's name.
  const own = JSON.parse(text.slice(text.indexOf('\n'))) as object;
  return Object.entries(own).map(([part, rows]) => `${part}: ${JSON.stringify(rows)}`);
}

/** One line for each thing that should not stand there. */
async function wrong(reader: string, seen: readonly Seen[]): Promise<string[]> {
  const ids = await m.w.inside(() => idsOfAnswers(reader));
  const all = seen.flatMap((one) =>
    textsOf(one)
      .flatMap((text) => leaks(text, ids))
      .map(({ leak, at }) => `${leak}: ${one.how}: ${at}`),
  );
  return [...new Set(all)];
}

/** Collections as bytes: nothing that anybody wrote, and no level, stands in them but sealed. */
async function stored(): Promise<void> {
  const db = m.w.store.connection;
  const said = givers.flatMap((g) => g.words);
  const open = [];
  for (const { name } of await db.listCollections())
    for (const raw of await db.collection(name).find({}, { raw: true }).toArray()) {
      const bytes = Buffer.from(raw as unknown as Uint8Array);
      const found = said.filter((word) => [word, ...inBase64(word)].some((part) => bytes.includes(part)));
      if (found.length > 0) open.push(`${name}: ${found}: ${bytes}`);
    }
  expect(open).toEqual([]);
  for (const name of ['drafts', 'answers', 'selfreviews'])
    for (const doc of await db.collection(name).find({}).toArray())
      for (const level of Object.values({ ...doc.levels, ...doc.sent?.levels, ...doc.examples }))
        expect(level).toMatch(/^v1\./);
}

/** Six letters of it in base64, which groups by three bytes: whatever stands before it, one of these is there. */
const inBase64 = (word: string): string[] =>
  [0, 1, 2].map((from) => Buffer.from(word.slice(from, from + 6)).toString('base64'));

/** Leaks of every kind, each as a card that goes the way of all cards. */
const leaking: [string, string][] = [
  ['a word of too few', 'The list at gossamermill was there.'],
  ['a whole comment', keepOf(tom)],
  ['a comment beside a name', `Tom Becker: the list at ${tom.words[0]} was there.`],
  ['levels as they were given', '| colleagues | 2 | 4 | 1 | 2 |'],
  ['an exact mean', '| Knows the craft | colleagues | 2.25 | 3–4 |'],
  ['how many answered', 'Four colleagues answered.'],
  ['how many answered', '4 of 4 reviewers have answered.'],
  ['how many answered', '评审人中 4 人已回答。'],
  ['who answered', '<@nina>: sent'],
  ['who answered', '李娜：已提交'],
  ['when it was answered', 'Changed at 14:17.'],
  ['when it was answered', '"at":"2027-03-24T13:23:00.000Z"'],
];

test.each(leaking)('the check would find %s: %s', (leak, said) => {
  const card = { title: 'Ann Miller', blocks: [{ type: 'text', text: said as Md }] } satisfies Card;
  expect(leaks(seenCard('', card).text, []).map((l) => l.leak)).toContain(leak);
});

test('the check would find an id, also in a button', () => {
  const token = 'reviews.open {"review":"review_1"}';
  const card: Card = { title: '', blocks: [{ type: 'actions', items: [{ label: 'Open', token }] }] };
  expect(leaks(seenCard('', card).text, ['review_1']).map((l) => l.leak)).toEqual(['an id of an answer']);
});

test('the check lets pass what is published', () => {
  const text = `| Knows the craft | colleagues | 2.5 | 3–4 |\n– The list at ${tom.words[0]} was written first.`;
  expect(leaks(text, ['review_1'])).toEqual([]);
});

test.each(['ann', 'bo'])(
  'while colleagues write, %s reads nothing of it',
  async (person) => {
    const seen = await reading(person);
    expect(seen.length).toBeGreaterThan(enough);
    expect(await wrong(person, seen)).toEqual([]);
    expect(seen.filter(({ text }) => speaks(text))).toEqual([]);
  },
  patience,
);

test('the store holds no word of it that can be read', () => stored(), patience);

test(
  'the cycle is lived until the appeal is decided and the outcomes are exported',
  async () => {
    await livesOn(m, everythingDone);
    const result = await m.w.inside(() => resultOf('q1', 'ann'));
    expect(result).toMatchObject({ source: 'appeal', version: 2 });
  },
  patience,
);

test.each(readers)(
  'after everything, %s reads sentences of many and nothing else',
  async (person) => {
    const seen = await reading(person);
    expect(seen.length).toBeGreaterThan(enough);
    expect(await wrong(person, seen)).toEqual([]);
    // That nothing was found is worth something only if the crawl comes to where it would stand.
    expect(seen.some(({ text }) => speaks(text))).toBe(mayRead.includes(person));
    for (const file of files[person] ?? []) expect(seen.map((one) => one.file ?? '').join()).toMatch(file);
  },
  patience,
);

test('still no word of it in the store that can be read', () => stored(), patience);
