import type { Card } from '../../src/core/card.ts';
import { spans } from '../../src/core/md.ts';
import { foundCard, teamBlocks } from '../../src/people/cards.ts';
import { howCard, overCard, previewCard } from '../../src/people/import-cards.ts';
import type { Import } from '../../src/people/import-model.ts';
import { factWords } from '../../src/people/messages-facts.ts';
import type { Person } from '../../src/people/model.ts';
import { samplePeople } from '../../src/people/sample.ts';
import { cardSamples } from '../../src/people/samples.ts';
import { organisationForm, settingsCard, settingsForm } from '../../src/people/settings-cards.ts';
import { formTranscript, transcript } from '../kit/transcript.ts';

const now = new Date('2027-01-04T09:00:00Z');
const en = { locale: 'en', zone: 'Europe/Berlin', now } as const;
const zh = { locale: 'zh', zone: 'Asia/Shanghai', now } as const;
const people: Person[] = samplePeople('2027-01-04').map((p) => ({ ...p, rev: 1 }));
const by = (id: string) => people.find((p) => p._id === id) ?? people[0]!;
const nameOf = (id: string) => by(id).name;

const doc: Import = {
  _id: 'import_1',
  rev: 2,
  by: 'hanna',
  at: now,
  state: 'ready',
  fileName: 'people.csv',
  encoding: 'utf-8',
  ignored: [],
  figures: {
    lines: 12,
    added: 1,
    changed: 9,
    leaving: 0,
    same: 1,
    wrong: 1,
    findings: 1,
    active: 14,
    moved: 3,
    touched: 3,
    orphaned: 0,
  },
};
const listed = {
  pages: { changes: 1, findings: 0 },
  changes: [
    {
      line: 2,
      key: 'new:eve@x.de',
      name: 'Eve',
      kind: 'new' as const,
      set: { unit: 'Sales', title: 'Clerk' },
      shown: [],
    },
    {
      line: 3,
      key: 'ann',
      name: 'Ann Miller',
      kind: 'change' as const,
      set: {},
      shown: [
        { column: 'title' as const, from: 'Product designer', to: 'Lead' },
        { column: 'manager' as const, from: 'Bo Larsen', to: '–' },
      ],
    },
  ],
  findings: [{ line: 7, reason: 'zone' as const, column: 'zone' as const, word: 'Asia/Shanghai' }],
};

test('the preview says first that nothing has happened, then what would', () => {
  expect(transcript(previewCard(doc, listed)(en))).toBe(`# Import people: preview
File: people.csv · New: 1 · Changed: 9 · Leaving: 0 · Unchanged: 1 · Lines with errors: 1
Nothing has been changed yet. Whoever is not in the file stays as they are.
1 line has an error. You can correct it and send the file again, or apply the good lines now; lines with errors are left out.
(Changes: 9–10 of 10)
| Person | What changes |
| Eve | new: Sales, Clerk |
| Ann Miller | Title: Product designer → Lead; Manager e-mail: Bo Larsen → – |
(Errors: 1–1 of 1)
| Line | What is wrong |
| 7 | unknown time zone; did you mean Asia/Shanghai? |
[Changes: back] [Apply the good rows] [Discard]`);
});

test('in Chinese', () => {
  expect(transcript(previewCard({ ...doc, encoding: 'gb18030' }, listed)(zh))).toContain(
    '| 7 | 没有这个时区，是不是想写 Asia/Shanghai？ |',
  );
  expect(transcript(howCard()(zh))).toContain('邮箱、姓名、部门');
});

test('asked a second time, with the figures; a file that leaves no HR has nothing to press', () => {
  const asked = transcript(previewCard({ ...doc, state: 'asking' }, listed)(en));
  expect(asked).toContain(
    'This touches 3 of 14 people, more than a tenth: 3 get another manager or none, 0 leave.',
  );
  expect(asked).toContain('[Yes, all 10] [Discard]');
  const none = transcript(previewCard({ ...doc, noHr: true }, listed)(en));
  expect(none).toContain('nobody with the role HR');
  expect(none).not.toContain('[Apply');
});

test('over: nothing to press any more', () => {
  expect(transcript(overCard({ ...doc, state: 'applied' })(en))).not.toContain('[');
  expect(transcript(overCard({ ...doc, state: 'discarded' })(zh))).toContain('没有任何改动');
});

test('who is found is shown with the time where they live', () => {
  const card = foundCard('m', [by('mei'), by('chen')], true, nameOf)(en);
  expect(transcript(card)).toBe(`# People
@mei – 工程师, Product
Manager: Bo Larsen · Local time: Mon 4 Jan, 17:00
@chen – CEO, People
Manager: none · Local time: Mon 4 Jan, 17:00
(There are more. A few letters more narrow it down.)`);
  expect(transcript(foundCard('<!channel>', [], false, nameOf)(en))).toContain('“<!channel>”');
});

test('a team with the local times; who is away says so to the one who leads', () => {
  const team = teamBlocks([by('dev'), by('mei')], en);
  expect(transcript({ title: '', blocks: team })).toContain('| 梅雪 | 工程师 | Mon 4 Jan, 17:00, on leave |');
  expect(teamBlocks([], en)).toEqual([]);
});

test('settings: one’s own hours, chosen or written', () => {
  expect(transcript(settingsCard(by('ann'), false)(en))).toBe(`# Your settings
In this language and at these hours I write to you. What you ask for yourself is always answered at once.
Time zone: Europe/Berlin · Your time now: Mon 4 Jan, 10:00
Language: (English) / 中文
Quiet hours: (20:00 – 08:00) / 18:00 – 09:00 / 22:00 – 07:00 / None
[Time zone and other hours]`);
  const odd = { ...by('ann'), quiet: { from: '21:15', to: '06:00' } };
  expect(transcript(settingsCard(odd, true)(zh))).toContain('(21:15 – 06:00)');
  expect(formTranscript(settingsForm({ ...odd, quiet: { from: '00:00', to: '00:00' } }, en))).toContain(
    'Quiet from: \n',
  );
  const org = {
    _id: 'organisation',
    rev: 3,
    name: 'X',
    locale: 'en',
    zone: 'UTC',
    calendar: 'de',
    announce: { room: 'r', name: 'all' },
  } as const;
  expect(formTranscript(organisationForm(org, en))).toContain('Channel for announcements*: all');
});

const texts = (card: Card) =>
  card.blocks.flatMap((b) => (b.type === 'text' || b.type === 'note' ? [b.text] : []));

test.each(cardSamples.map((s) => [s.name, s] as const))(
  '%s: what people wrote is text in both languages',
  (_, drawn) => {
    const cards = [en, zh].flatMap((view) => [drawn.draw('shortest', view), drawn.draw('longest', view)]);
    expect(cards.every((card) => card.title !== '')).toBe(true);
    expect(
      cards
        .flatMap(texts)
        .flatMap(spans)
        .filter((s) => 'link' in s),
    ).toEqual([]);
  },
);

test('facts read as sentences', () => {
  const row = (kind: string, data: unknown) =>
    ({ _id: 'f', rev: 1, at: now, kind, by: 'system', about: 'ann', data, sealed: true }) as const;
  const said = (kind: string, data: unknown) => spans(factWords[kind]?.('en', row(kind, data), nameOf) ?? '');
  const text = (kind: string, data: unknown) =>
    said(kind, data)
      .map((s) => ('person' in s ? `@${s.person}` : 'text' in s ? s.text : ''))
      .join('');
  expect(text('people.managerChanged', { from: 'bo' })).toBe(
    'The manager of @ann changed from Bo Larsen to none.',
  );
  expect(text('people.settingsChanged', { what: ['zone', 'quiet'] })).toBe(
    'Settings of @ann changed: Time zone and quiet hours.',
  );
  expect(text('people.left', { day: '2027-01-05' })).toBe('@ann left; the last day was Tue 5 Jan 2027.');
  expect(Object.keys(factWords)).toHaveLength(7);
});
