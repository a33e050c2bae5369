import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { assignments } from '../../src/reviews/model.ts';
import { releaseOf, releases } from '../../src/reviews/model-answers.ts';
import { transcript } from '../kit/transcript.ts';
import type { World } from '../kit/world.ts';
import { assessment, locks, named, reviewOfAnn, writes } from './arrange.ts';

/** Who writes about Ann, with a word that only they use. */
const givers = ['dev', 'tom', 'nina', 'hanna', 'wang', 'li', 'zhao'] as const;
const names = ['Dev Patel', 'Tom Becker', 'Nina Rossi', 'Hanna Berg', '王磊', '李娜', '赵敏'];
const mark = (giver: string) => `quokka${giver.length}${giver.charCodeAt(0)}`;
const marks = givers.map(mark);
const readers = ['ann', 'bo', 'lin', 'chen', 'carla'];

let w: World;

/**
 * Everything a person can get at without pressing: what they have, Home, every command they can type (of those that are
 * not here for it, those of reviews).
 */
async function everything(person: string): Promise<string[]> {
  const p = w.as(person);
  const closest = person === 'ann' || person === 'bo';
  const mine = [...new Set(w.parts.registry.commands.values())].map((c) => c.name);
  const here = mine.filter((name) => name.startsWith('review') || name === 'nominate');
  const typed = [
    ...(closest ? mine : here),
    ...here.flatMap((name) => [`${name} ann`, `${name} @Dev Patel`]),
  ];
  const replies: string[] = [];
  for (const text of typed) replies.push(JSON.stringify(await p.types(`/perf ${text}`)));
  replies.push(JSON.stringify(await p.home()));
  return [...replies, ...p.messages().map((m) => transcript(m.card))];
}

const raw = async (): Promise<{ name: string; doc: string }[]> => {
  const all: { name: string; doc: string }[] = [];
  for (const entity of w.parts.registry.entities)
    for (const doc of await w.store.connection.collection(entity.name).find({}).toArray())
      all.push({ name: entity.name, doc: JSON.stringify(doc).replace(/"v1\.[\w-]+"/g, '"sealed"') });
  return all;
};

const has = (text: string, word: string) => new RegExp(`(?<![a-z])${word}(?![a-z])`).test(text);
/** What says who is who by nature: the directory, reporting lines, shared goals, what somebody did themself. */
const plain = ['people', 'participants', 'cycles', 'goals', 'rooms', 'organisation', 'calendars', 'facts'];

beforeAll(async () => {
  w = await assessment('confidential');
  await named(w, ['dev', 'tom', 'nina', 'hanna'], ['wang', 'li', 'zhao']);
}, 400_000);
afterAll(() => w.end());

test('what a giver does changes nobody else’s messages', async () => {
  const others = () => readers.map((person) => w.as(person).sees());
  const before = others();
  for (const [i, giver] of givers.entries()) {
    const level = String((i % 5) + 1);
    const peer = i < 4;
    await writes(
      w,
      giver,
      peer ? { competencies: level, collaboration: level } : { collaboration: level },
      `Wrote the ${mark(giver)} list for the whole team.`,
    );
  }
  expect(others()).toEqual(before);
}, 400_000);

test('nothing in the store names giver and subject side by side', async () => {
  for (const { name, doc } of await raw()) {
    if (plain.includes(name)) continue;
    for (const giver of givers)
      if (has(doc, giver)) expect(`${name} ${doc}`).not.toMatch(/(?<![a-z])ann(?![a-z])/);
  }
});

test('no fact says that somebody wrote, or about whom', async () => {
  const all = await w.inside(() => facts.find({}));
  for (const fact of all.filter((f) => f.kind.startsWith('reviews.'))) {
    expect(givers).not.toContain(fact.by);
    for (const giver of givers) expect(has(JSON.stringify(fact.data), giver)).toBe(false);
  }
});

test('before the lock nobody reads a word of it, nor that it was written', async () => {
  for (const person of [...readers, 'hanna']) {
    const seen = await everything(person);
    for (const giver of givers.filter((g) => g !== person))
      for (const text of seen) expect(text).not.toContain(mark(giver));
  }
  const naming = (await everything('bo')).filter((text) => names.some((name) => text.includes(name)));
  expect(naming.length).toBeGreaterThan(0);
  for (const text of naming)
    expect(text.replace('No self review has been sent.', '')).not.toMatch(/\b(sent|begun|late)\b/);
}, 400_000);

test('after the lock: mixed and without names, for those who may', async () => {
  await locks(w);
  const id = (await reviewOfAnn(w, 'dev'))._id;
  for (const person of readers) {
    const seen = await everything(person);
    const told = seen.filter((text) => marks.some((m) => text.includes(m)));
    expect(told.length > 0).toBe(['bo', 'lin'].includes(person));
    for (const text of told) for (const name of [...names, ...givers]) expect(has(text, name)).toBe(false);
    for (const text of seen) expect(text).not.toMatch(/answer_|line_/);
    const press = await w.as(person).sends({ kind: 'press', token: `reviews.open {"review":"${id}"}` });
    expect(press.card).toBeUndefined();
  }
}, 400_000);

test('the subject reads the same once the result is released, and not before', async () => {
  const token = 'reviews.received {"cycle":"q1","page":0}';
  const early = await w.as('ann').sends({ kind: 'press', token });
  expect(early.toast).toContain('comes with your result');
  await w.inside(() => participants.change({ _id: 'q1:ann' }, { $set: { state: 'released' } }));
  await w.as('ann').sends({ kind: 'press', token });
  const card = w.as('ann').messages().at(-1)?.card;
  const text = transcript(card ?? { title: '', blocks: [] });
  for (const m of marks) expect(text).toContain(m);
  for (const name of [...names, ...givers]) expect(has(text, name)).toBe(false);
  expect(text).toContain('| Knows the craft | colleagues | 2.5 | 3–4 |');
  expect(text).not.toMatch(/\b[0-9]\.[1-46-9]/);
});

test('the sentences stand in an order that is not that of the givers', async () => {
  const release = await w.inside(() => releaseOf('q1', 'ann'));
  const order = release?.lines.flatMap((l) => marks.filter((m) => l.text.includes(m)));
  expect([...(order ?? [])].sort()).toEqual([...marks].sort());
  expect(order).not.toEqual(marks);
});

test('answers carry neither giver nor time, and their order is random', async () => {
  const stored = await w.store.connection.collection('answers').find({}).toArray();
  expect(stored).toHaveLength(7);
  expect(new Set(stored.flatMap((d) => Object.keys(d)))).toEqual(
    new Set(['_id', 'cycle', 'person', 'group', 'levels', 'examples', 'keep', 'rev']),
  );
  const ids = stored.map((d) => String(d._id));
  expect(ids).toEqual([...ids].sort());
  // A sealed text is letters by chance: it must not be read as a name.
  for (const doc of stored)
    for (const word of [...givers, ...marks])
      expect(has(JSON.stringify(doc).replace(/v1\.[\w-]+/g, ''), word)).toBe(false);
});

test('after the lock still nothing names giver and subject side by side', async () => {
  for (const { name, doc } of await raw()) {
    if (plain.includes(name)) continue;
    // Hanna read it as HR above, which is kept.
    for (const giver of givers.filter((g) => g !== 'hanna'))
      if (has(doc, giver)) expect(`${name} ${doc}`).not.toMatch(/(?<![a-z])ann(?![a-z])/);
  }
  expect(await w.inside(() => assignments.count({ over: true, fresh: true }))).toBe(0);
});

test('HR takes a comment out: the numbers stay, all givers hear of it, and nobody learns whose it was', async () => {
  await w.inside(() => participants.change({ _id: 'q1:ann' }, { $set: { state: 'rated' } }));
  const before = await w.inside(() => releaseOf('q1', 'ann'));
  const lin = w.as('lin');
  expect((await lin.types('/perf review comments')).toast).toContain('HR');
  const hanna = w.as('hanna');
  await hanna.types('/perf review comments');
  expect(hanna.sees()).toContain('Ann Miller: take out only what insults');
  await hanna.presses('Take out', 'Comments before');
  const after = await w.inside(() => releaseOf('q1', 'ann'));
  expect(after?.dimensions).toEqual(before?.dimensions);
  expect(after?.lines.filter((l) => l.redacted)).toHaveLength(1);
  await w.until('2027-04-08T13:00:00Z');
  for (const giver of ['dev', 'tom', 'nina'])
    expect(w.as(giver).sees()).toContain('Nobody knows whose it was');
  expect(w.as('wang').sees()).toContain('没有人知道是谁写的');
  await hanna.presses('Looked through, next', 'Comments before');
  expect((await w.inside(() => releases.must('q1:ann'))).unchecked).toBe(false);
  const fact = await w.inside(() => facts.one({ about: 'ann', kind: 'reviews.redacted' } as never));
  expect(fact).toMatchObject({ by: 'hanna', ref: 'q1' });
  await w.as('bo').types('/perf review ann');
  expect(w.as('bo').sees()).toContain('HR took out one sentence.');
}, 400_000);

test('HR does not look through what was said about themself, and not after it can be read', async () => {
  const line = (await w.inside(() => releaseOf('q1', 'ann')))?.lines.find((l) => !l.redacted)?.id;
  const token = (id: string) => `reviews.redact {"release":"${id}","line":"${line}"}`;
  const own = await w.as('hanna').sends({ kind: 'press', token: token('q1:hanna') });
  expect(own.toast).toContain('about you');
  await w.inside(() => participants.change({ _id: 'q1:ann' }, { $set: { state: 'released' } }));
  const late = await w.as('hanna').sends({ kind: 'press', token: token('q1:ann') });
  expect(late.toast).toContain('can read it already');
});
