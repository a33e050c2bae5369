import { Refusal } from '../../src/core/errors.ts';
import type { Feedback } from '../../src/feedback/model.ts';
import type { Note } from '../../src/feedback/notes.ts';
import * as rules from '../../src/feedback/rules.ts';
import { isSeenByBoth } from '../../src/feedback/rules.ts';
import { optionOf, usualValues, valuesOf } from '../../src/feedback/values.ts';

const at = new Date('2027-01-13T09:00:00Z');
const words = { group: 'g', from: 'dev', at, did: 'Stayed until it worked', effect: 'The customer stayed' };
const ann = { _id: 'ann', manager: 'bo' };
const fieldsOf = (run: () => unknown): Record<string, string> => {
  try {
    run();
  } catch (e) {
    if (e instanceof Refusal)
      return Object.fromEntries(Object.entries(e.fields).map(([k, say]) => [k, say('en')]));
    throw e;
  }
  throw new Error('nothing was refused');
};

test('kudos are one document a receiver, each with their own manager', () => {
  const all = rules.kudos({ ...words, value: { en: 'Craft', zh: '匠心' } }, [ann, { _id: 'chen' }]);
  expect(all.map((f) => [f._id, f.manager, f.visibility])).toEqual([
    ['g:ann', 'bo', 'named'],
    ['g:chen', undefined, 'named'],
  ]);
  expect(all[0]).toMatchObject({ group: 'g', kind: 'kudos', value: { en: 'Craft' }, remarks: [] });
});

test('for the manager alone there has to be one who is neither giver nor person', () => {
  expect(rules.feedback(words, ann, 'manager')).toMatchObject({ visibility: 'manager', manager: 'bo' });
  expect(fieldsOf(() => rules.feedback({ ...words, from: 'bo' }, ann, 'manager')).visible).toContain(
    'yourself',
  );
  expect(fieldsOf(() => rules.feedback(words, { _id: 'chen' }, 'manager')).visible).toContain('no manager');
  expect(rules.feedback({ ...words, from: 'bo' }, ann, 'named').visibility).toBe('named');
  expect(rules.feedback(words, { _id: 'chen' }, 'named')).not.toHaveProperty('manager');
});

test('what goes into a pool carries no mention, and wishes are apart from what was seen', () => {
  let n = 0;
  const all = rules.pieces(
    { did: 'You and @bo did it', effect: 'Good', ask: 'Why <@bo>?', next: 'More' },
    () => `p${n++}`,
  );
  expect(all).toEqual([
    { id: 'p0', kind: 'seen', text: 'You and … did it', effect: 'Good' },
    { id: 'p1', kind: 'wish', text: 'More' },
    { id: 'p2', kind: 'wish', text: 'Why …?' },
  ]);
});

const piece: Feedback = { ...rules.feedback(words, ann, 'named'), rev: 1 };

test('thanks once; a dialogue ends somewhere', () => {
  const once = rules.thanked(piece, at);
  expect(() => rules.thanked(once, at)).toThrow('You have said thanks already.');
  const long = Array.from({ length: rules.mostRemarks }).reduce<Feedback>(
    (f) => rules.remarked(f, 'ann', at, 'x'),
    piece,
  );
  expect(() => rules.remarked(long, 'ann', at, 'x')).toThrow(Refusal);
});

test('a request closes once', () => {
  const open = { _id: 'r', rev: 1, from: 'ann', to: 'dev', state: 'open' as const, at };
  const closed = rules.closed(open);
  expect(Object.keys(closed).sort()).toEqual(Object.keys(open).sort());
  expect(() => rules.closed(closed)).toThrow('closed already');
});

const wish = { id: 'n', by: 'ann', at, day: '2027-01-12', today: '2027-01-13', what: 'Held a training' };
const noteOf = (more: object = {}, person: { _id: string; manager?: string } = ann): Note => ({
  ...rules.note({ ...wish, ...more }, person),
  rev: 1,
});

test('a note waits for the other side, and counts when both have seen it', () => {
  const mine = noteOf();
  expect(mine.unseen).toEqual(['bo']);
  expect(isSeenByBoth(mine)).toBe(false);
  expect(isSeenByBoth(rules.seen(mine, 'bo', at))).toBe(true);
  const bos = noteOf({ by: 'bo' });
  expect(bos.unseen).toEqual(['ann']);
  expect(isSeenByBoth(rules.commented(bos, 'ann', at, 'It was two'))).toBe(true);
  expect(() => rules.seen(mine, 'ann', at)).toThrow('You have seen it already.');
  expect(noteOf({}, { _id: 'chen' }).unseen).toEqual(['chen']);
  expect(noteOf({ by: 'chen' }, { _id: 'chen' }).unseen).toEqual([]);
});

test('a note is about what happened: not tomorrow, and a link is a link', () => {
  expect(fieldsOf(() => noteOf({ day: '2027-01-14' })).day).toContain('happened already');
  for (const link of ['javascript:alert(1)', 'x', 'https://', 'https://a b'])
    expect(fieldsOf(() => noteOf({ link })).link).toContain('https://');
  expect(noteOf({ link: 'https://example.com/t/1' }).link).toBe('https://example.com/t/1');
});

test('taken back only as long as nobody else has seen it', () => {
  expect(() => rules.refuseUnlessFresh(noteOf())).not.toThrow();
  expect(() => rules.refuseUnlessFresh(rules.seen(noteOf(), 'bo', at))).toThrow('It has been seen');
});

test('another manager: what the old one has not seen waits for the new one', () => {
  expect(rules.handedOver(noteOf(), 'bo', 'zhao').unseen).toEqual(['zhao']);
  expect(rules.handedOver(noteOf(), 'bo', undefined).unseen).toEqual([]);
  const seen = rules.seen(noteOf(), 'bo', at);
  expect(rules.handedOver(seen, 'bo', 'bo').unseen).toEqual([]);
});

test('values: four of our own, or what HR wrote', () => {
  expect(valuesOf({})).toEqual(usualValues());
  expect(usualValues()).toHaveLength(4);
  expect(valuesOf({ values: ['Courage | 勇气', 'Craft', '| 客户'] })).toEqual([
    { en: 'Courage', zh: '勇气' },
    { en: 'Craft', zh: 'Craft' },
    { en: '客户', zh: '客户' },
  ]);
  expect(optionOf({ en: 'Courage', zh: '勇气' }, 'zh')).toEqual({ label: '勇气', value: 'Courage' });
});
