import type { Card } from '../../src/core/card.ts';
import type { Draw } from '../../src/core/context.ts';
import { modules } from '../../src/modules.ts';
import { lessonCard, listCard, reviewCard } from '../../src/reviews/cards.ts';
import { approvalCard, nominateCard } from '../../src/reviews/cards-nominate.ts';
import { checkCard, pagesOf, receivedCard, subjectCard } from '../../src/reviews/cards-read.ts';
import { selfCard } from '../../src/reviews/cards-self.ts';
import { teamCard } from '../../src/reviews/cards-team.ts';
import { declineForm, nominateForm, wordsForm } from '../../src/reviews/forms.ts';
import {
  alone,
  bare,
  check,
  everything,
  full,
  listing,
  mine,
  much,
  nothing,
  scene,
  self,
  short,
  subject,
} from '../../src/reviews/samples-given.ts';
import { transcript } from '../kit/transcript.ts';

const now = new Date('2027-03-24T09:00:00Z');
const en = { locale: 'en', zone: 'Europe/Berlin', now } as const;
const zh = { locale: 'zh', zone: 'Asia/Shanghai', now } as const;
const drawn = (draw: Draw, view: typeof en | typeof zh = en) => transcript(draw(view));
const labels = (card: Card) =>
  card.blocks.flatMap((b) => (b.type === 'actions' ? b.items.map((i) => i.label) : []));

describe('one review', () => {
  test('says first who sees what, then asks', () => {
    expect(drawn(reviewCard(scene('Mia', { levels: { results: '3' }, examples: {} }), mine('Tom', 2)))).toBe(
      `# Feedback for Mia
(Confidential: only means of 3 or more people are shown, comments are mixed and stripped of names; nobody, HR included, sees who said what.)
You are asked as a colleague.
Sent, about 6 minutes left 0/2
Gets results: 1 · Needs improvement / 2 · Partly met / (3 · Met) / 4 · Exceeded / 5 · Outstanding / Can’t judge
(Gets results: Did what was agreed, in time and so that others could build on it.)
Knows the craft: 1 · Needs improvement / 2 · Partly met / 3 · Met / 4 · Exceeded / 5 · Outstanding / Can’t judge
Works well with others: 1 · Needs improvement / 2 · Partly met / 3 · Met / 4 · Exceeded / 5 · Outstanding / Can’t judge
Develops the team: 1 · Needs improvement / 2 · Partly met / 3 · Met / 4 · Exceeded / 5 · Outstanding / Can’t judge
(Each tap is saved. Close it and go on tomorrow if you like.)
[Write comments]
[Send] [Decline]
[All my reviews]`,
    );
  });

  test('each level carries its behaviour as a hint', () => {
    const block = reviewCard(
      scene('Mia', nothing),
      mine('Tom', 1),
    )(en).blocks.find((b) => b.type === 'choices');
    const options = block?.type === 'choices' ? block.options : [];
    expect(options).toHaveLength(6);
    for (const option of options) expect(option.hint?.length).toBeGreaterThan(10);
  });

  test('the same in Chinese', () => {
    const text = drawn(reviewCard(scene('小美', nothing, { group: 'report' }), mine('小明', 1)), zh);
    expect(text).toContain('# 给 小美 的评价');
    expect(text).toContain('请你以下属的身份评价，不会影响你自己的考核。');
    expect(text).toContain('[提交] [婉拒]');
  });

  test('sent: can be changed until the lock; then nothing is left to press', () => {
    const sent = reviewCard(scene('Mia', everything, { state: 'sent' }), mine('Tom', 1))(en);
    expect(labels(sent)).toEqual(['Change comments', 'Take it back', 'Decline', 'Next: Tom']);
    expect(transcript(sent)).toContain('Sent, thank you. You can change it until 2099-04-05T22:00:00.000Z');
    const over = reviewCard(scene('Mia', everything, { state: 'sent', over: true }), mine('Tom', 1))(en);
    expect(labels(over)).toEqual(['Next: Tom']);
    expect(transcript(over)).not.toContain('Keep doing');
  });

  test('in a pause nothing can be tapped', () => {
    const paused = scene('Mia', nothing);
    paused.term.cycle.state = 'paused';
    expect(labels(reviewCard(paused, mine('Tom', 1))(en))).toEqual([]);
  });

  test('forms: an example for each 1 and 5; a decline that says what becomes of it', () => {
    const form = wordsForm(scene('Mia', everything), 'en');
    expect(form.fields.map((f) => f.name)).toEqual([
      'example:results',
      'example:competencies',
      'keep',
      'differ',
    ]);
    expect(form.fields.every((f) => !f.required)).toBe(true);
    const decline = declineForm('review_1', 'zh');
    expect(decline.intro).toContain('原因只有你我知道');
    expect(decline.fields[0]?.options?.map((o) => o.value)).toEqual(['little', 'conflict', 'load', 'other']);
  });
});

test('the list: what is left, and one button for the next', () => {
  const text = drawn(listCard(mine('Mia', 4)));
  expect(text).toContain('# Feedback for 2 colleagues');
  expect(text).toContain('Sent, about 6 minutes left 1/4');
  expect(text).toContain('| Mia | report | begun |');
  expect(text).toContain('[Start]');
  expect(drawn(listCard(mine('Mia', 0)))).toContain('Nobody has asked you');
});

test('the lesson takes five thoughts', () => expect(lessonCard()(en).blocks).toHaveLength(5));

describe('the self review', () => {
  test('lays out goals and months before it asks', () => {
    const text = drawn(selfCard(self('Mia', nothing, false), full));
    expect(text.indexOf('108 %')).toBeLessThan(text.indexOf('Gets results:'));
    expect(text).toContain('January 2027');
    expect(text).toContain('does not count into the score');
    expect(drawn(selfCard(self('小美', nothing, false), full), zh)).toContain('2027年1月');
  });

  test('without anything to look back on it says so', () => {
    expect(drawn(selfCard(self('Mia', nothing, false), bare))).toContain('Neither numbers nor notes');
  });

  test('sent, and after the lock', () => {
    const one = self('Mia', everything, true);
    expect(drawn(selfCard(one, bare))).toContain('Sent. Your manager can read it.');
    const later = { ...en, now: new Date('2099-04-06T00:00:00Z') };
    const text = transcript(selfCard(one, bare)(later));
    expect(text).toContain('Closed. This is what you sent.');
    expect(text).toContain('Gets results: 1 · Needs improvement');
    const unsent = transcript(selfCard(self('Mia', nothing, false), bare)(later));
    expect(unsent).toContain('You did not send a self review.');
  });
});

describe('naming reviewers', () => {
  test('suggestions with their reason, and a warning for those who have many', () => {
    const text = drawn(nominateCard(listing('Mia', 'open')));
    expect(text).toContain('| Mia | shares a goal with you | colleague | already has many to write |');
    expect(text).toContain('[Take these 8] [Choose myself]');
    expect(drawn(nominateCard(alone('Mia')))).toContain('[Choose myself]');
    expect(drawn(nominateCard(alone('Mia')))).not.toContain('Take these');
  });

  test('after it was approved nothing can be changed, and nobody is told who answers', () => {
    const card = nominateCard(listing('Mia', 'approved'))(en);
    expect(labels(card)).toEqual([]);
    expect(transcript(card)).toContain('From now on nobody sees who answers and who does not.');
    expect(drawn(nominateCard(listing('Mia', 'none')))).toContain('too few people');
  });

  test('the form begins with the suggestions', () => {
    const form = nominateForm(listing('Mia', 'open'), 'en');
    expect(form.fields[0]).toMatchObject({
      name: 'peers',
      type: 'person',
      many: true,
      max: 8,
      required: true,
    });
    expect(form.fields[0]?.value).toHaveLength(5);
    expect(form.fields[1]?.value).toHaveLength(3);
  });

  test('the manager: approve, replace, add, remove before; replace only who declined after', () => {
    const before = labels(approvalCard(listing('Mia', 'proposed'))(en));
    expect(before.slice(0, 4)).toEqual(['Approve', 'Add', 'Replace Mia', 'Remove Mia']);
    const after = approvalCard(listing('Mia', 'approved', 'open'))(en);
    expect(labels(after)).toEqual(['Replace', 'Leave it at that', 'Add']);
    expect(transcript(after)).toContain('Mia cannot do it: somebody else is needed.');
    expect(drawn(approvalCard(alone('Mia')))).toContain('Nobody has been named yet.');
  });

  test('one card for the team', () => {
    const text = drawn(
      teamCard('c1', [listing('Mia', 'proposed'), alone('Tom'), listing('Eva', 'approved', 'open')]),
    );
    expect(text).toContain('# Reviewers: 2 of 3 people have named theirs');
    expect(text).toContain('| Mia | 5 | 3 | waits for you |');
    expect(text).toContain('| Tom | 0 | 0 | not named yet |');
    expect(text).toContain('| Eva | 4 | 3 | somebody else is needed |');
    expect(text).toContain('[Approve all 1]');
  });
});

describe('what was published', () => {
  test('means, bands, a picture, sentences by page', () => {
    const text = drawn(receivedCard({ _id: 'c1', name: '2027 Q1' }, much, 0));
    expect(text).toContain('| Knows the craft | all together | 3.5 | 5+ |');
    expect(text).toContain('[bar: Gets results (all together), share of each level:');
    expect(text).toContain('HR took out one sentence.');
    expect(text).toContain('[More comments]');
    expect(drawn(receivedCard({ _id: 'c1', name: 'Q' }, much, 0), zh)).toContain('打散混排');
  });

  test('pages lose nothing and cut nothing', () => {
    const pages = pagesOf(much.lines);
    expect(pages.flat()).toEqual(much.lines);
    for (const page of pages)
      expect(page.reduce((sum, l) => sum + l.text.length, 0)).toBeLessThanOrEqual(5000);
    expect(pagesOf([])).toEqual([]);
  });

  test('for the manager beside the person’s own view', () => {
    const text = drawn(subjectCard(subject('Mia', true), 0));
    expect(text.indexOf('Their own view')).toBeLessThan(text.indexOf('What colleagues say'));
    expect(drawn(subjectCard(subject('Mia', false), 0))).toContain('put together when the assessment locks');
  });

  test('raw answers do not fit into these cards', () => {
    const raw = { k: 3, dimensions: [], lines: [] };
    // @ts-expect-error only what aggregate() or frozen() made is cleared for a subject
    const card = receivedCard({ _id: 'c1', name: 'Q' }, raw, 0);
    expect(card).toBeDefined();
  });

  test('HR gets twelve sentences at once', () => {
    const card = checkCard(check('Mia', 40, short))(en);
    expect(labels(card).filter((l) => l === 'Take out')).toHaveLength(11);
    const later = checkCard({ ...check('Mia', 40, short), seen: 36 })(en);
    expect(labels(later).filter((l) => l === 'Take out')).toHaveLength(4);
  });
});

test('every card is registered', () => {
  const names = modules.find((m) => m.name === 'reviews')?.cards.map((c) => c.name);
  expect(names).toHaveLength(17);
});
