import { Refusal } from '../../src/core/errors.ts';
import type { Scheme } from '../../src/cycles/model.ts';
import { approveBy, nominateBy } from '../../src/reviews/dates.ts';
import { dimensionsFor, groupDimensions } from '../../src/reviews/dimensions.ts';
import { readWords } from '../../src/reviews/fields.ts';
import { type Nomination, nominationFlow, nothingWritten, type Written } from '../../src/reviews/model.ts';
import {
  added,
  approved,
  type Circle,
  checked,
  chosen,
  declinedBy,
  notReady,
  proposed,
  removed,
  replaced,
  settled,
  toReplace,
  unasked,
} from '../../src/reviews/rules.ts';
import {
  changedSince,
  minutesFor,
  rated,
  sentNow,
  takenBack,
  unexampled,
  unrated,
  worded,
} from '../../src/reviews/rules-answer.ts';
import { q1 } from './arrange.ts';

const now = new Date('2027-03-22T08:00:00Z');
const others = ['dev', 'eva', 'fay', 'gil', 'hal', 'ida', 'jon', 'kim', 'lea'];

const circle: Circle = {
  person: 'ann',
  unit: 'Product',
  manager: 'bo',
  reports: new Set(['rex']),
  units: new Map([
    ...others.map((id) => [id, 'Product'] as const),
    ...['tom', 'uma', 'vic', 'bo', 'rex', 'ann'].map((id) => [id, 'Sales'] as const),
  ]),
  k: 3,
  names: (id) => id,
};

const open: Nomination = {
  _id: 'q1:ann',
  rev: 1,
  cycle: 'q1',
  person: 'ann',
  state: 'open',
  reviewers: [{ person: 'rex', group: 'report', by: 'rule', assignment: 'review_rex' }],
  released: false,
};
const three = { peers: ['dev', 'eva', 'fay'], partners: [] };
const waiting = proposed(open, three, now);
const done = approved(waiting, 'bo', 3, now);
const asked: Nomination = {
  ...done,
  reviewers: done.reviewers.map((r) => ({ ...r, assignment: `review_${r.person}` })),
};
const fieldsOf = (run: () => unknown): Record<string, string> => {
  try {
    run();
  } catch (e) {
    if (e instanceof Refusal)
      return Object.fromEntries(Object.entries(e.fields).map(([k, words]) => [k, words('en')]));
  }
  throw new Error('was not refused');
};

describe('naming', () => {
  test.each([
    [['ann', 'dev', 'eva'], 'self review'],
    [['bo', 'dev', 'eva'], 'bo rates as the manager already.'],
    [['rex', 'dev', 'eva'], 'rex reports here'],
    [['ghost', 'dev', 'eva'], 'ghost cannot be asked'],
    [['dev', 'eva'], 'at least 3'],
    [['dev', 'dev', 'eva'], 'at least 3'],
    [others, '8 at most'],
  ])('colleagues %j: %s', (peers, says) => {
    expect(fieldsOf(() => checked(circle, { peers, partners: [] })).peers).toContain(says);
  });

  test.each([
    [['tom', 'uma'], 'at least 3'],
    [['tom', 'uma', 'dev'], 'dev is in the list already'],
    [['tom', 'uma', 'gil'], 'same unit'],
  ])('partners %j: %s', (partners, says) => {
    expect(fieldsOf(() => checked(circle, { ...three, partners })).partners).toContain(says);
  });

  test('colleagues may come from anywhere; a name given twice counts once', () => {
    const named = { peers: ['tom', 'dev', 'eva', 'dev'], partners: [] };
    expect(checked(circle, named).peers).toEqual(['tom', 'dev', 'eva']);
  });

  test('can be changed until it is approved, and keeps the reports', () => {
    const again = proposed(waiting, { peers: ['gil', 'hal', 'ida'], partners: ['tom', 'uma', 'vic'] }, now);
    expect(again.reviewers.map((r) => `${r.person}/${r.group}/${r.by}`)).toEqual([
      'rex/report/rule',
      'gil/peer/self',
      'hal/peer/self',
      'ida/peer/self',
      'tom/partner/self',
      'uma/partner/self',
      'vic/partner/self',
    ]);
    expect(() => proposed(done, three, now)).toThrow(Refusal);
  });
});

describe('deciding', () => {
  test('approving asks those who were not asked', () => {
    expect(unasked(waiting)).toEqual([]);
    expect(unasked(done).map((r) => r.person)).toEqual(['dev', 'eva', 'fay']);
    expect(done.approved).toEqual({ by: 'bo', at: now });
    expect(() => approved(done, 'bo', 3, now)).toThrow(Refusal);
  });

  test('not with fewer than k: what they say could never be shown', () => {
    const two = removed(waiting, 'fay');
    expect(notReady(two, 3)?.('en')).toContain('At least 3');
    expect(() => approved(two, 'bo', 3, now)).toThrow(Refusal);
    const partner = added(waiting, circle, 'tom', 'partner');
    expect(notReady(partner, 3)?.('en')).toContain('Partners are heard from 3 on');
  });

  test('the manager may choose for somebody who named nobody', () => {
    const own = three.peers.reduce((n, id) => added(n, circle, id, 'peer'), open);
    expect(chosen(approved(own, 'bo', 3, now)).every((r) => r.by === 'lead')).toBe(true);
  });

  test('nobody twice, nobody in a second role, not the one it is about', () => {
    for (const id of ['dev', 'rex', 'ann', 'bo', 'ghost'])
      expect(fieldsOf(() => added(waiting, circle, id, 'peer')).person).toBeDefined();
  });

  test('who was asked stays; who declined is replaced and never asked again', () => {
    expect(() => removed(asked, 'dev')).toThrow(Refusal);
    expect(() => replaced(asked, circle, 'dev', 'gil')).toThrow(Refusal);
    const without = declinedBy(asked, 'review_dev');
    expect(toReplace(without).map((r) => r.person)).toEqual(['dev']);
    const next = replaced(without, circle, 'dev', 'gil');
    expect(toReplace(next)).toEqual([]);
    expect(unasked(next).map((r) => r.person)).toEqual(['gil']);
    expect(() => added(next, circle, 'dev', 'peer')).toThrow(Refusal);
    expect(toReplace(settled(without, 'dev'))).toEqual([]);
    expect(() => settled(asked, 'dev')).toThrow(Refusal);
  });

  test('a report who declines is not replaced', () => {
    expect(toReplace(declinedBy(asked, 'review_rex'))).toEqual([]);
  });

  test('the states', () => {
    expect(nominationFlow.ends('approved')).toBe(true);
    expect(nominationFlow.may('approved', 'open')).toBe(false);
  });

  test('dates: a quarter and half of the way through, never on a weekend', () => {
    expect([nominateBy(q1 as never), approveBy(q1 as never)]).toEqual(['2027-03-24', '2027-03-26']);
  });
});

describe('dimensions', () => {
  const scheme = q1.schemes.manager as Scheme;

  test('peers also rate what partners do; reports what is theirs; oneself everything', () => {
    expect(dimensionsFor(scheme, 'peer')).toEqual(['competencies', 'collaboration']);
    expect(dimensionsFor(scheme, 'partner')).toEqual(['collaboration']);
    expect(dimensionsFor(scheme, 'report')).toEqual(['competencies', 'teamDevelopment']);
    expect(dimensionsFor(scheme, 'self')).toHaveLength(4);
    expect(groupDimensions(scheme)).toEqual(['competencies', 'collaboration', 'teamDevelopment']);
  });
});

describe('writing', () => {
  const dims = ['competencies', 'collaboration'];
  const empty: Written = nothingWritten();
  const full = rated(rated(empty, dims, 'competencies', '4'), dims, 'collaboration', 'none');

  test('levels: only those offered, only for what is asked', () => {
    expect(() => rated(empty, dims, 'results', '3')).toThrow(Refusal);
    expect(() => rated(empty, dims, '__proto__', '3')).toThrow(Refusal);
    for (const level of ['0', '6', '3.5', '', 'constructor'])
      expect(() => rated(empty, dims, 'competencies', level)).toThrow(Refusal);
    expect(unrated(rated(empty, dims, 'competencies', '3'), dims)).toEqual(['collaboration']);
  });

  test('a 1 or a 5 needs an example, in both languages by name', () => {
    const extreme = rated(full, dims, 'competencies', '5');
    expect(unexampled(extreme, dims)).toEqual(['competencies']);
    expect(() => sentNow(extreme, dims)).toThrow('A 1 or a 5 needs an example: Knows the craft.');
    const told = worded(extreme, { examples: { competencies: 'Wrote the checklist' } });
    expect(sentNow(told, dims).sent?.examples).toEqual({ competencies: 'Wrote the checklist' });
  });

  test('an example of a level that was changed since is not sent', () => {
    const told = worded(rated(full, dims, 'competencies', '5'), { examples: { competencies: 'x' } });
    expect(sentNow(rated(told, dims, 'competencies', '4'), dims).sent?.examples).toEqual({});
  });

  test('nothing at all cannot be sent', () => {
    const none = rated(rated(empty, dims, 'competencies', 'none'), dims, 'collaboration', 'none');
    expect(() => sentNow(none, dims)).toThrow('please decline');
    expect(sentNow(worded(none, { keep: 'Shared the list', examples: {} }), dims).sent?.keep).toBeDefined();
    expect(() => sentNow(empty, dims)).toThrow('Still to rate: Knows the craft and Works well with others.');
  });

  test('what was sent counts until the change is sent', () => {
    const sent = sentNow(full, dims);
    expect(changedSince(sent, dims)).toBe(false);
    const changed = rated(sent, dims, 'competencies', '2');
    expect(changedSince(changed, dims)).toBe(true);
    expect(changed.sent?.levels.competencies).toBe('4');
    expect(changedSince(sentNow(changed, dims), dims)).toBe(false);
    expect(takenBack(sent).sent).toBeUndefined();
  });

  test('an emptied comment is gone', () => {
    const kept = worded(full, { keep: 'a', differ: 'b', examples: {} });
    expect(worded(kept, { keep: 'a', examples: {} }).differ).toBeUndefined();
  });

  test('minutes', () => expect([1, 2, 3, 4].map(minutesFor)).toEqual([2, 2, 3, 3]));
});

describe('a form of comments that was open for a while', () => {
  const written = (competencies: string, collaboration: string) => ({
    levels: { competencies, collaboration },
    examples: { competencies: 'Wrote the checklist', collaboration: 'Called back in an hour' },
  });
  const sent = (values: Record<string, string>, before: ReturnType<typeof written>) =>
    worded(before as never, readWords(values, before, ['competencies', 'collaboration'])) as Written;

  test('leaves an example alone for which it had no field, and takes what it had, also when emptied', () => {
    const values = { keep: 'More of it', differ: '', 'example:competencies': 'Wrote the list' };
    expect(sent(values, written('5', '1')).examples).toEqual({
      competencies: 'Wrote the list',
      collaboration: 'Called back in an hour',
    });
    expect(sent({ ...values, 'example:competencies': '' }, written('5', '1')).examples).toEqual({
      collaboration: 'Called back in an hour',
    });
  });

  test('and does not take one whose dimension is neither 1 nor 5 any more', () => {
    expect(sent({ 'example:competencies': 'New' }, written('3', '5')).examples.competencies).toBe(
      'Wrote the checklist',
    );
  });
});
