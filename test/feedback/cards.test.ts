import type { View } from '../../src/core/context.ts';
import { itemCard, roomCard } from '../../src/feedback/cards.ts';
import { kudosBlocks, listCard } from '../../src/feedback/cards-list.ts';
import { noteCard, noteListCard } from '../../src/feedback/cards-note.ts';
import { poolCard, requestCard } from '../../src/feedback/cards-pool.ts';
import { feedbackForm, kudosForm } from '../../src/feedback/forms.ts';
import type { Feedback } from '../../src/feedback/model.ts';
import type { Note } from '../../src/feedback/notes.ts';
import { usualValues } from '../../src/feedback/values.ts';
import { aPerson } from '../kit/someone.ts';
import { formTranscript, transcript } from '../kit/transcript.ts';

const at = new Date('2027-01-13T09:00:00Z');
const en: View = { locale: 'en', zone: 'Europe/Berlin', now: at };
const zh: View = { ...en, locale: 'zh' };
const names = (id: string) => ({ ann: 'Ann', dev: 'Dev', bo: 'Bo', mei: '梅雪' })[id] ?? id;
const kudos: Feedback = {
  _id: 'g:ann',
  rev: 1,
  group: 'g',
  kind: 'kudos',
  person: 'ann',
  from: 'dev',
  at,
  visibility: 'named',
  manager: 'bo',
  did: 'Stayed with <!channel> until it **worked**',
  effect: 'They renewed',
  value: { en: 'Customers first', zh: '客户第一' },
  remarks: [],
};
const feedback: Feedback = {
  ...kudos,
  kind: 'feedback',
  ask: 'How was it for you?',
  next: 'Do that again',
  value: undefined,
};
const drawn = (items: Feedback[], reader: string, view = en) =>
  transcript(itemCard({ items, reader, names })(view));

test('kudos as the receiver reads them', () => {
  expect(drawn([kudos, { ...kudos, _id: 'g:mei', person: 'mei' }], 'ann')).toBe(`# Kudos from Dev
@dev writes:
Stayed with <!channel> until it **worked**
What it changed: They renewed
Value: Customers first
(Together with @mei.)
(You and @bo see this.)
[Say thanks] [Reply]`);
});

test('… the same in Chinese, and as the manager and the giver have them', () => {
  expect(drawn([kudos], 'ann', zh)).toContain('# 来自 Dev 的认可\n@dev 写道：');
  expect(drawn([kudos], 'ann', zh)).toContain('价值观：客户第一');
  const both = [kudos, { ...kudos, _id: 'g:mei', person: 'mei', thanked: at }];
  const manager = drawn(both, 'bo');
  expect(manager).toContain('# Kudos for Ann and 梅雪');
  expect(manager).not.toContain('[');
  expect(drawn(both, 'dev')).toContain('(@ann and @mei sees it; so does @bo.)\nThanks from @mei.');
  expect(drawn([kudos], 'dev', zh)).toContain('# 你对 Ann 的认可');
});

test('feedback is BEST-shaped; the manager reads it, the dialogue is between two', () => {
  const talked = { ...feedback, thanked: at, remarks: [{ by: 'ann', at, text: 'Hard, honestly' }] };
  expect(drawn([talked], 'ann')).toBe(`# Feedback from Dev
@dev writes:
What I saw: Stayed with <!channel> until it **worked**
What it led to: They renewed
How do you see it: How was it for you?
What could come next: Do that again
(You and @bo see this.)
Thanks from @ann.
@ann, 2027-01-13T09:00:00.000Z: Hard, honestly
[Reply]`);
  expect(drawn([talked], 'bo')).not.toContain('Hard, honestly');
  expect(drawn([talked], 'dev')).toContain('Hard, honestly');
});

test('for the manager alone', () => {
  const confided: Feedback = { ...feedback, visibility: 'manager' };
  expect(drawn([confided], 'bo')).toContain('# About Ann, for you alone');
  expect(drawn([confided], 'bo')).toContain('@ann does not see this, and it never counts for a rating.');
  expect(drawn([confided], 'bo')).toContain('[Say thanks] [Reply]');
  expect(drawn([confided], 'dev')).toContain('(@bo sees it, @ann does not. It never counts for a rating.)');
});

test('in the room: the words and the value, no buttons', () => {
  const text = transcript(roomCard([kudos], names)(zh));
  expect(text).toContain('# Ann 得到了认可');
  expect(text).not.toContain('[');
});

test('a pool: mixed, no names, no numbers, no times; in pages', () => {
  const published = Array.from({ length: 10 }, (_, i) => ({
    id: `p${i}`,
    kind: i < 9 ? ('seen' as const) : ('wish' as const),
    text: `text ${i}`,
    ...(i === 0 && { effect: 'calm' }),
  }));
  const pool = { _id: 'pool:ann:2027-01-01:2027-03-31', published };
  expect(transcript(poolCard(pool, 0)(en))).toContain('“text 0” It led to: calm\n“text 1”');
  expect(transcript(poolCard(pool, 0)(en))).toContain('[Earlier]');
  expect(transcript(poolCard(pool, 1)(en))).toContain('What could come next\n“text 9”');
  expect(transcript(poolCard(pool, 0)(zh))).toContain('「text 0」带来的影响：calm');
});

test('a request, open and closed', () => {
  const request = { _id: 'r', rev: 1, from: 'ann', to: 'dev', state: 'open' as const, at, about: 'Reviews' };
  expect(transcript(requestCard(request, 'Ann')(en))).toContain('# Ann would like to hear from you');
  expect(transcript(requestCard(request, 'Ann')(en))).toContain('[Give feedback] [Not now]');
  const closed = transcript(requestCard({ ...request, state: 'closed' }, 'Ann')(en));
  expect(closed).toContain('@ann does not hear what you chose');
  expect(closed).not.toContain('[');
});

const note: Note = {
  _id: 'n',
  rev: 1,
  person: 'ann',
  by: 'bo',
  day: '2027-01-12',
  at,
  what: 'Held the training',
  effect: 'Four can do it now',
  link: 'https://example.com/t',
  seenBy: [{ by: 'bo', at }],
  unseen: ['ann'],
  remarks: [],
};

test('a note, before and after it was seen', () => {
  const card = (n: Note, reader: string, acts = true) =>
    transcript(noteCard({ note: n, reader, acts, name: 'Ann' })(en));
  expect(card(note, 'ann')).toBe(`# A note about your work
@bo, about Tue 12 Jan:
Held the training
What it changed: Four can do it now
https://example.com/t
(It counts once both of you have seen it. Seen is not agreed: add what is missing.)
[I have seen it] [Comment]`);
  expect(card(note, 'bo')).toContain('(@ann has not seen it yet; it counts once both have.)');
  expect(card(note, 'bo')).toContain('[Comment] [Take back]');
  const seen = { ...note, unseen: [], seenBy: [...note.seenBy, { by: 'ann', at }] };
  expect(card(seen, 'bo')).toContain('(Both have seen it.)\n[Comment]');
  expect(card(seen, 'lin', false)).not.toContain('[');
});

test('lists: numbered, with what can be opened', () => {
  const list = {
    which: 'given' as const,
    page: 0,
    items: [kudos, feedback],
    more: false,
    pools: [],
    leads: true,
  };
  expect(transcript(listCard(list)(en))).toBe(`# Feedback and kudos you gave
1. Wed 13 Jan kudos, @ann: Stayed with <!channel> until it **worked**
2. Wed 13 Jan feedback, @ann: Stayed with <!channel> until it **worked**
[Open 1] [Open 2]
(What you gave without your name is not listed: nothing connects it with you any more.)
[Received] [My team]`);
  const team = listCard({ ...list, which: 'team', items: [{ ...feedback, visibility: 'manager' }] });
  expect(transcript(team(zh))).toContain('1. 1月13日周三 仅直线经理可见，@dev 写给 @ann：');
  const notes = {
    person: 'ann',
    reader: 'lin',
    name: 'Ann',
    page: 0,
    notes: [note],
    more: true,
    logged: true,
  };
  expect(transcript(noteListCard(notes)(en))).toBe(`# Notes about Ann
1. Tue 12 Jan: Held the training (not seen by both yet)
[Open 1]
(That you looked here is kept in the audit.)
[Earlier]`);
  expect(kudosBlocks([], en)).toEqual([]);
});

test('forms: what was typed stays; of several people one chooses', () => {
  const people = [aPerson(), aPerson({ _id: 'ann2', name: 'Ann Smith' })].map((p) => ({ ...p, rev: 1 }));
  const doubt = { kind: 'several' as const, typed: 'Ann', people, rest: '' };
  const form = kudosForm(
    { group: 'g', whom: [], doubt, text: 'Great', values: usualValues(), room: 'all' },
    en,
  );
  expect(form.intro).toContain('Whom do you mean by **Ann**');
  expect(form.fields[0]).toMatchObject({ type: 'choice', options: [{ value: 'ann' }, { value: 'ann2' }] });
  expect(formTranscript(form)).toContain('What they did*: Great');
  const unknown = { kind: 'unknown' as const, typed: 'Anm', near: people, rest: '' };
  const other = feedbackForm({ group: 'g', whom: [], doubt: unknown, text: '' }, zh);
  expect(other.intro).toContain('没有找到「Anm」');
  expect(other.fields[0]).toMatchObject({ type: 'person' });
  expect(formTranscript(other)).toContain('谁可以看到*: named');
});
