import { Refusal } from '../../src/core/errors.ts';
import { differences } from '../../src/goals/change.ts';
import { newContract } from '../../src/goals/contract.ts';
import { confirmedBy, follows, isUnsettled } from '../../src/goals/contract-rules.ts';
import { keyResultFrom, mostKeyResults, parentOf, withKeyResult } from '../../src/goals/entry.ts';
import { propose } from '../../src/goals/rules.ts';

import { aGoal, agreed, content, kr, said, start } from './things.ts';

describe('the contract', () => {
  const forming = newContract('q1', 'ann');
  const open = follows(forming, [agreed()], true);

  test('opens when all is agreed and weighs 100 %, and closes when something moves', () => {
    expect(open).toMatchObject({ state: 'open', version: 1 });
    expect(follows(forming, [agreed(), aGoal({ _id: 'g2' })], true).state).toBe('forming');
    expect(follows(forming, [{ ...agreed(), weight: 9999 }], true).state).toBe('forming');
    expect(follows(open, [propose(aGoal(), start)], false).state).toBe('forming');
    const waiver = { reason: 'new', by: 'hanna', at: start, sum: 9999 };
    expect(follows({ ...forming, waiver }, [{ ...agreed(), weight: 9999 }], true).state).toBe('open');
    expect(isUnsettled([], forming)).toBe(true);
    expect(isUnsettled([], { ...forming, waiver })).toBe(false);
  });

  test('both confirm, each once, the version they saw', () => {
    const by = (who: string) => ({ person: 'ann', by: who, now: start });
    const half = confirmedBy(open, 1, by('ann'));
    expect(half.state).toBe('open');
    expect(said(() => confirmedBy(half, 1, by('ann')))).toContain('already');
    expect(confirmedBy(half, 1, by('bo'))).toMatchObject({ state: 'confirmed', lead: { by: 'bo' } });
    expect(said(() => confirmedBy(open, 2, by('bo')))).toContain('changed');
    expect(said(() => confirmedBy(forming, 0, by('bo')))).toContain('changed');
  });

  test('a change asks anew while it is open, and is a new version once it is confirmed', () => {
    const half = { ...open, self: start };
    expect(follows(half, [agreed()], true)).toMatchObject({ state: 'open', version: 2 });
    expect(follows(half, [agreed()], true)).not.toHaveProperty('self');
    const both = { ...half, state: 'confirmed' as const, lead: { by: 'bo', at: start } };
    expect(follows(both, [agreed()], true)).toMatchObject({ state: 'confirmed', version: 2, self: start });
  });
});

describe('what a form says', () => {
  const base = { measure: 'x', kind: 'increase', source: 's' } as const;

  test('every problem stands beside its field', () => {
    const at = (values: object) => {
      try {
        keyResultFrom('k', { ...base, ...values } as never);
        return [];
      } catch (e) {
        return e instanceof Refusal ? Object.keys(e.fields) : ['?'];
      }
    };
    expect(at({})).toEqual(['from', 'to']);
    expect(at({ from: 1, to: 1 })).toEqual(['to']);
    expect(at({ kind: 'atLeast', to: 0 })).toEqual(['to']);
    expect(at({ kind: 'atMost', to: -1 })).toEqual(['to']);
    expect(at({ kind: 'atMost', to: 4, stretch: '5' })).toEqual(['stretch']);
    expect(at({ kind: 'atLeast', to: 4, stretch: 'much' })).toEqual(['stretch']);
    expect(at({ from: 1, to: 2, due: '2027-02-30' })).toEqual(['due']);
    expect(at({ kind: 'milestone', stretch: 'in use at 50 customers' })).toEqual([]);
    expect(at({ kind: 'rated' })).toEqual([]);
  });

  test('five key results at most; the goal is due when the last of them is', () => {
    const more = (n: number) =>
      Array.from({ length: n }, (_, i) => kr({ id: `k${i}`, due: `2027-03-0${i + 1}` })).reduce(
        withKeyResult,
        content({ keyResults: [] }),
      );
    expect(more(mostKeyResults).due).toBe('2027-03-05');
    expect(said(() => more(mostKeyResults + 1))).toContain('five key results');
  });

  test('an alignment is a kind and an id', () => {
    expect(parentOf('company:c:1')).toEqual({ kind: 'company', id: 'c:1' });
    expect(parentOf('none')).toBeUndefined();
    expect(parentOf('__proto__:x')).toBeUndefined();
  });
});

test('differences name the parts that differ, numbers reached are none', () => {
  expect(differences(content(), content({ keyResults: [kr({ actual: 5, confidence: 'atRisk' })] }))).toEqual(
    [],
  );
  expect(differences(content(), content({ title: 'x', weight: 1 }))).toEqual(['title', 'weight']);
});
