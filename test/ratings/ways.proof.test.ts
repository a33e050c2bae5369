import fc from 'fast-check';
import { Refusal } from '../../src/core/errors.ts';
import { cmp, halfSteps } from '../../src/core/fraction.ts';
import { explain } from '../../src/ratings/explain.ts';
import { levels, type Rating, ratingFlow } from '../../src/ratings/model.ts';
import {
  type Act,
  adjust,
  approve,
  dropped,
  type Frozen,
  handOver,
  missed,
  passOn,
  reexamine,
  sendBack,
  submit,
  undo,
} from '../../src/ratings/rules.ts';
import { bare, plainFull } from '../../src/ratings/sample-things.ts';
import { standIns } from '../../src/ratings/standin.ts';
import { published } from '../../src/reviews/aggregate.ts';

const now = new Date('2027-04-07T09:00:00Z');
const due = new Date('2027-04-14T09:00:00Z');
const act = (by: string, at: Date): Act => ({
  by,
  now: at,
  voice: { name: (id) => id, moment: (_, when) => when.toISOString() },
});
const frozen: Frozen = {
  dimensions: [{ name: 'results', proposal: 3, level: 4 }],
  basis: { scheme: { k: 3, cap: '1.2', dimensions: [] }, participant: { goals: [], answers: {} } },
  goals: [],
  computed: explain(plainFull.preview),
  final: '3.40',
  grade: 'B',
  decider: 'chen',
};

const people = ['ann', 'bo', 'chen', 'hanna', 'carla'] as const;
type Step = (r: Rating, by: string, at: Date) => Rating;
const steps: Record<string, Step> = {
  adjust: (r, by, at) => adjust(r, [{ name: 'results', level: 3 }], [], act(by, at)),
  submit: (r, by, at) => submit(r, r.version, frozen, act(by, at)),
  approve: (r, by, at) => approve(r, r.version, act(by, at)),
  sendBack: (r, by, at) => sendBack(r, r.version, { reason: 'x', due }, act(by, at)),
  reexamine: (r, by, at) => reexamine(r, { reason: 'x', due }, act(by, at)),
  undo: (r, by, at) => undo(r, r.decision?.at.getTime() ?? 0, { by, now: at }),
  passOn: (r, by, at) => passOn(r, by, due, at),
  handOver: (r, by) => handOver(r, by) ?? r,
  missed: (r, _, at) => missed(r, 'notRated', at),
  dropped: (r) => dropped(r),
};
const way = fc.array(
  fc.tuple(
    fc.constantFrom(...Object.keys(steps)),
    fc.constantFrom(...people),
    fc.integer({ min: 0, max: 9 }),
  ),
  { maxLength: 25 },
);

interface Taken {
  name: string;
  by: string;
  before: Rating;
  after: Rating;
}

/** The steps that were not refused. */
function taken(all: readonly (readonly [string, string, number])[]): Taken[] {
  let rating = bare;
  let at = now;
  return all.flatMap(([name, by, minutes]) => {
    at = new Date(at.getTime() + minutes * 60_000);
    const before = rating;
    try {
      rating = steps[name]?.(rating, by, at) ?? rating;
    } catch (no) {
      if (no instanceof Refusal) return [];
      throw no;
    }
    return [{ name, by, before, after: rating }];
  });
}

const over = (check: (t: Taken) => void) =>
  fc.assert(
    fc.property(way, (all) => taken(all).forEach(check)),
    { numRuns: 400 },
  );

test('only moves of the flow; taking back restores what was before', () =>
  over(({ name, before, after }) => {
    if (before.state === after.state) return;
    if (name === 'undo') expect(after.state).toBe(before.decision?.from);
    else expect(ratingFlow.may(before.state, after.state)).toBe(true);
  }));

test('nobody on themself, nobody on what they gave', () =>
  over(({ name, by, before, after }) => {
    expect(after.rater).not.toBe('ann');
    if (['submit', 'approve', 'sendBack', 'reexamine'].includes(name)) expect(by).not.toBe('ann');
    if (['approve', 'sendBack', 'reexamine'].includes(name)) expect(by).not.toBe(before.rater);
  }));

test('no second decision, and nothing after somebody left', () =>
  over(({ name, before, after }) => {
    if (name === 'approve' || name === 'sendBack') expect(before.state).toBe('submitted');
    if (before.state === 'dropped') expect(after).toEqual(before);
  }));

describe('stand-ins for a confidential group', () => {
  test('publish to exactly the value and the band that were published', () => {
    const answers = fc
      .integer({ min: 3, max: 6 })
      .chain((k) =>
        fc.tuple(fc.constant(k), fc.array(fc.constantFrom(...levels), { minLength: k, maxLength: 12 })),
      );
    fc.assert(
      fc.property(answers, ([k, given]) => {
        const value = published(given);
        const band = given.length < 5 ? '3-4' : '5+';
        const made = standIns({ value: `${Number(value.n) / Number(value.d)}`, givers: band }, k);
        expect(cmp(published(made), value)).toBe(0);
        expect(made.length < 5 ? '3-4' : '5+').toBe(band);
        expect(made.length).toBeGreaterThanOrEqual(k);
        expect(cmp(halfSteps(value), value)).toBe(0);
        for (const level of made) expect(levels).toContain(level);
      }),
    );
  });
});

test('an explanation keeps every fraction exact', () => {
  const told = explain({ dimensions: [], final: { n: 10n, d: 3n }, shown: '3.33', grade: 'B' });
  expect(JSON.parse(JSON.stringify(told))).toEqual({
    dimensions: [],
    final: '10/3',
    shown: '3.33',
    grade: 'B',
  });
});
