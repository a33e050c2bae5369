import fc from 'fast-check';
import { Refusal } from '../../src/core/errors.ts';
import { WHOLE } from '../../src/goals/attainment.ts';
import { readWeights } from '../../src/goals/handlers-propose.ts';
import { type Goal, goalFlow } from '../../src/goals/model.ts';
import {
  type Act,
  agree,
  agreeLate,
  counter,
  drop,
  edit,
  forget,
  proposal,
  propose,
  sendBack,
  takeBack,
  undo,
} from '../../src/goals/rules.ts';
import { evenShares, shares, sumWanted, weighted } from '../../src/goals/weights.ts';

import { act, aGoal, content, start } from './things.ts';

/** Any sequence of commands by any of three people leads only where the table leads. */
test('the state machine: no goal is agreed without two people, nor decided twice', () => {
  const who = fc.constantFrom('ann', 'bo', 'hanna');
  const step = fc.record({ verb: fc.nat(9), who, stale: fc.boolean(), wait: fc.nat(400_000) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let goal = aGoal();
      let now = start.getTime();
      for (const s of steps) {
        now += s.wait;
        const next = tried(goal, s.verb, act(s.who, { now: new Date(now) }), s.stale ? 1 : proposal(goal));
        holds(goal, next, s.stale);
        goal = next;
      }
    }),
    { numRuns: 400 },
  );
});

/** What was refused changes nothing. */
function tried(goal: Goal, verb: number, at: Act, seen: number): Goal {
  try {
    return perform(goal, verb, at, seen);
  } catch (e) {
    if (e instanceof Refusal) return goal;
    throw e;
  }
}

function holds(before: Goal, goal: Goal, stale: boolean): void {
  expect(before.state === goal.state || goalFlow.may(before.state, goal.state)).toBe(true);
  expect(goal.version).toBe(goal.versions.length);
  for (const v of goal.versions) expect(v.agreedBy).not.toBe(v.by);
  expect(goal.version > before.version && stale).toBe(false);
}

function perform(goal: Goal, verb: number, at: Act, seen: number): Goal {
  const mine = at.by === goal.person;
  const words = content({ title: `v${at.now.getTime()}` });
  const no = (): never => {
    throw new Refusal(() => 'policy');
  };
  switch (verb) {
    case 0:
      return mine ? edit(goal, words, at.now) : no();
    case 1:
      return mine ? propose(goal, at.now) : no();
    case 2:
      return takeBack(goal, at);
    case 3:
      return agree(goal, seen, at);
    case 4:
      return sendBack(goal, seen, 'why?', at);
    case 5:
      return undo(goal, goal.decision?.at.getTime() ?? 0, at);
    case 6:
      return mine ? drop(goal, at.now) : no();
    case 7:
      return mine ? forget(goal) : no();
    case 8:
      return at.by === 'bo' ? counter(goal, words, at) : no();
    default:
      return agreeLate(goal, seen, at);
  }
}

describe('weights', () => {
  test('an equal split is whole and differs by a hundredth of a percent at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(WHOLE), (n, total) => {
        const all = shares(total, n);
        expect(all.reduce((a, b) => a + b, 0)).toBe(total);
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('split evenly over what can be set: together 100 %, the rest keep theirs', () => {
    const state = fc.constantFrom('draft', 'returned', 'agreed', 'proposed', 'offered');
    const some = fc.array(fc.record({ state, weight: fc.nat(900) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(some, (list) => {
        const all = list.map((g, i) => aGoal({ ...g, _id: `g${i}`, state: g.state as Goal['state'] }));
        const done = weighted(all, evenShares(all), start);
        const after = all.map((g) => done.find((d) => d._id === g._id) ?? g);
        const free = all.some((g) => g.state !== 'proposed' && g.state !== 'offered');
        if (free) expect(sumWanted(after)).toBe(WHOLE);
        for (const g of after.filter((g) => g.state === 'agreed'))
          expect(g.weight).toBe(all.find((a) => a._id === g._id)?.weight);
      }),
    );
  });

  test('percentages are read to the hundredth, exactly', () => {
    const g = [aGoal()];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: WHOLE }), (points) => {
        expect(readWeights(g, { g1: String(points / 100) }).get('g1')).toBe(points);
      }),
    );
    expect(readWeights(g, { g1: '33,34 %' }).get('g1')).toBe(3334);
    for (const bad of ['33.333', '-1', '101', 'a lot', '', '__proto__'])
      expect(() => readWeights(g, { g1: bad })).toThrow(Refusal);
  });
});
