import fc from 'fast-check';
import {
  hints,
  hintsFor,
  isCopied,
  likeness,
  needsAttention,
  worthAsking,
} from '../../src/checkins/coaching.ts';
import type { CheckIn } from '../../src/checkins/model.ts';
import { opened, skipped } from '../../src/checkins/rules.ts';
import { aCheckIn, aRecord } from './arrange.ts';

describe('coaching', () => {
  const at = (record: Parameters<typeof aRecord>[0], more: Partial<CheckIn> = {}) =>
    aCheckIn({ state: 'done', record: aRecord(record), ...more });
  test('questions follow from what was said', () => {
    expect(
      hintsFor(
        at({ confidence: 'offTrack', commitment: 4, deeds: [{ what: 'x', by: '2027-02-05' }] }),
        undefined,
      ),
    ).toEqual(['offTrack', 'lowCommitment']);
    expect(hintsFor(at({ deeds: [{ what: 'x', by: '2027-02-05' }] }), undefined)).toEqual(['goingWell']);
    expect(hintsFor(at({ deeds: [{ what: 'x' }], obstacles: 'No room' }), undefined)).toEqual([
      'quietObstacle',
      'noDate',
    ]);
    const carried = [{ what: 'a', from: 'x', since: '2027-01-01', tick: 'notYet' as const }];
    expect(hintsFor(at({}, { carried }), undefined)).toContain('nothingDone');
    const before = at({ obstacles: 'We are waiting for the test environment' });
    expect(hintsFor(at({ obstacles: 'Still waiting for the test environment' }), before)).toContain(
      'sameObstacle',
    );
    expect(hintsFor(at({ obstacles: '测试环境还是不可用' }), at({ obstacles: '测试环境不可用' }))).toContain(
      'sameObstacle',
    );
  });
  test('a second skip in a row is noticed, one between two talks is not', () => {
    const last = aCheckIn({ state: 'skipped', reason: 'Release', open: undefined });
    const given = { id: 'c2', cycle: 'q1', person: 'ann', manager: 'bo', day: '2027-02-15', goals: [] };
    const now = new Date('2027-02-15T09:00:00Z');
    const next = { ...opened({ ...given, why: 'scheduled', last, now }), rev: 1 };
    expect(hintsFor(skipped(next, 'Release again', now), undefined)).toEqual(['skippedAgain']);
    const held = { ...opened({ ...given, why: 'scheduled', last: at({}), now }), rev: 1 };
    expect(hintsFor(skipped(held, 'Release', now), at({}))).toEqual([]);
    expect(hintsFor(last, undefined)).toEqual([]);
  });
  test('a copied account is noticed, a short one is not held against anybody', () => {
    const long = 'We tried the new template with two customers, both answered the same day.';
    expect(isCopied(aRecord({ happened: long }), aRecord({ happened: `${long} ` }))).toBe(true);
    expect(isCopied(aRecord({ happened: 'Nothing new' }), aRecord({ happened: 'Nothing new' }))).toBe(false);
  });
  test('three questions, the heaviest first, spread over the team', () => {
    const team = [
      { person: 'ann', hints: ['offTrack', 'lowCommitment'] as const },
      { person: 'dev', hints: ['atRisk'] as const },
      { person: 'tom', hints: ['goingWell'] as const },
    ];
    expect(worthAsking(team)).toEqual([
      { person: 'ann', hint: 'offTrack' },
      { person: 'dev', hint: 'atRisk' },
      { person: 'tom', hint: 'goingWell' },
    ]);
    expect(worthAsking(team.slice(0, 1))).toHaveLength(2);
    expect(worthAsking([])).toEqual([]);
  });
  test('who needs something stands on top', () => {
    expect(needsAttention(at({ needsHelp: true, obstacles: 'x' }), undefined)).toBe(true);
    expect(needsAttention(at({ commitment: 3 }), undefined)).toBe(true);
    expect(needsAttention(at({ deeds: [{ what: 'x', by: '2027-02-05' }] }), undefined)).toBe(false);
    expect(needsAttention(aCheckIn({ state: 'meeting' }), undefined)).toBe(true);
  });
  test('likeness is symmetric, 1 for the same, 0 for nothing in common', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 12);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
    expect(likeness('abc', 'abc')).toBe(1);
    expect(likeness('abc', 'xyz')).toBe(0);
    expect(hints).toContain('goingWell');
  });
});
