/** What the cards say: to the person kindly and exactly, to HR with the sum beside the pool. */
import type { View } from '../../src/core/context.ts';
import type { Cycle, Grade } from '../../src/cycles/model.ts';
import { manager, rewards, standard } from '../../src/cycles/schemes.ts';
import { type BatchView, batchCard } from '../../src/outcomes/cards-batch.ts';
import { outcomeCard } from '../../src/outcomes/cards-told.ts';
import type { Batch, Entry, Months } from '../../src/outcomes/model.ts';
import { outcomeBy, summed } from '../../src/outcomes/reward.ts';
import { transcript } from '../kit/transcript.ts';

const now = new Date('2027-06-07T09:00:00Z');
const view = (locale: View['locale']): View => ({ locale, zone: 'UTC', now });
const pooled = (pool?: number): Cycle =>
  ({
    _id: 'q1',
    name: 'Q1',
    schemes: {
      standard: { ...standard, rewards: { ...rewards, ...(pool !== undefined && { pool }) } },
      manager,
    },
  }) as Cycle;

function entryOf(
  grade: Grade | null,
  over: Partial<Entry> = {},
  months: Months = { eligible: '3', of: '3' },
): Entry {
  const rule = outcomeBy(rewards, { grade, months });
  const ids = { _id: 'q1:1:ann', rev: 1, batch: 'q1:1', cycle: 'q1', person: 'ann', unit: 'Product' };
  return summed({ ...ids, state: 'approved', version: 1, grade, months, rule, ...over });
}

const own = (entry: Entry, frozen = false, locale: View['locale'] = 'en') =>
  transcript(outcomeCard({ cycle: pooled(), entry, frozen })(view(locale)));

describe('to the person', () => {
  test('an S: everything that follows, and that a candidate is no promise', () => {
    const text = own(entryOf('S'));
    expect(text).toContain(
      'Bonus coefficient: 1.50 · Months that count: 3 of 3 · Raise: 8–12 % · Promotion: candidate',
    );
    expect(text).toContain('Certificate: awarded · Long-term incentive: eligible');
    expect(text).toContain('that is no promise');
    expect(text).not.toContain('for the whole period');
  });

  test('a D: no word too much, the plan does not begin by itself', () => {
    const text = own(entryOf('D'));
    expect(text).toContain('Improvement plan: due');
    expect(text).toContain('It does not begin by itself');
    expect(text).toContain('No bonus, raise or promotion follows');
    expect(text).not.toContain('is what a full bonus is multiplied with');
  });

  test('no grade: no figure is made up', () => {
    const text = own(entryOf(null));
    expect(text).toContain('There is no grade in this cycle');
    expect(text).toContain('Bonus coefficient: – · Months that count: 3 of 3 · Raise: –');
    expect(text).not.toContain('Promotion');
  });

  test('part of the time is explained, in both languages', () => {
    const part = entryOf('B', {}, { eligible: '72/31', of: '3' });
    expect(own(part)).toContain('Months that count: ~2.32 of 3');
    expect(own(part)).toContain('Your score is never reduced for that.');
    expect(own(part, false, 'zh')).toContain('评分不会因此降低');
  });

  test('frozen and changed stand on top; the reason of an exception is HR’s to explain', () => {
    const before = { entry: 'x', outcome: entryOf('C').rule };
    const exception = { coefficient: '0.90', reason: 'secret words', by: 'hanna', at: now };
    const text = own(entryOf('B', { before, exception }), true);
    expect(text.split('\n')[1]).toContain('An appeal is open, so nothing of this is applied');
    expect(text).toContain('coefficient 0.60, now 0.90');
    expect(text).toContain('HR decided differently from the rules');
    expect(text).not.toContain('secret words');
  });
});

describe('to HR', () => {
  const batch: Batch = {
    _id: 'q1:1',
    rev: 1,
    cycle: 'q1',
    number: 1,
    kind: 'base',
    state: 'submitted',
    by: 'hanna',
    at: now,
    version: 0,
    submitted: { by: 'hanna', at: now },
  };
  const figures = {
    rows: 3,
    grades: [
      { grade: 'B' as const, n: 2 },
      { grade: null, n: 1 },
    ],
    points: 1260,
    change: -40,
    excepted: 0,
    approved: 0,
    waiting: 0,
    ownHidden: false,
  };
  const at: BatchView = {
    cycle: pooled(1200),
    batch,
    figures,
    reader: 'hanna',
    hr: true,
    reads: true,
    second: false,
  };
  const drawn = (over: Partial<BatchView>) => transcript(batchCard({ ...at, ...over })(view('en')));

  test('above the pool: by how much, and that nobody is scaled down', () => {
    expect(drawn({})).toContain('Total of coefficients: 12.60 · Pool: 12.00 · 105.0 % used');
    expect(drawn({})).toContain('The total is 0.60 above the pool. Nobody is scaled down by itself');
    expect(drawn({ cycle: pooled() })).toContain('The scheme names no pool');
  });

  test('who submitted has no button to approve, the second person has; outsiders see no rows', () => {
    expect(drawn({})).not.toContain('[Approve]');
    expect(drawn({ second: true, hr: false })).toContain('[Approve] [Return] [See the rows]');
    expect(drawn({ second: false, hr: false, reads: false })).not.toContain('See the rows');
  });

  test('differences: what they change, not what they come to', () => {
    const text = drawn({ batch: { ...batch, kind: 'delta', state: 'draft' } });
    expect(text).toContain('Changes the total by: −0.40');
    expect(text).not.toContain('Pool');
    expect(text).not.toContain('[Discard]');
  });

  test('an approval can be taken back by its maker for five minutes, then no more', () => {
    const until = new Date(now.getTime() + 1);
    const state = { ...batch, state: 'approved' as const, approved: { by: 'hanna', at: now, until } };
    expect(drawn({ batch: state })).toContain('[Undo]');
    expect(drawn({ batch: state, reader: 'chen' })).not.toContain('[Undo]');
    const over = { ...state, approved: { ...state.approved, until: new Date(now.getTime() - 1) } };
    expect(drawn({ batch: over })).not.toContain('[Undo]');
  });
});
