/**
 * Any history of what people do before and after the lock: they send, change, take back, are erased; the lock comes once or
 * again; ratings, results, appeals and re-ratings follow. After each step all that was ever published is looked at together.
 */
import fc from 'fast-check';
import { standard } from '../../src/cycles/schemes.ts';
import { basisOf } from '../../src/ratings/basis.ts';
import type { Pack } from '../../src/ratings/inputs.ts';
import type { Basis } from '../../src/ratings/model.ts';
import { scored, withLevels } from '../../src/ratings/rescore.ts';
import { reviewsIn } from '../../src/results/model.ts';
import {
  aggregate,
  type ForSubject,
  frozen,
  type Given,
  GROUPS,
  type Group,
  type Release,
} from '../../src/reviews/aggregate.ts';
import { type Entered, inBasis, inRelease, type Surface, wrongs } from './surfaces.ts';

const seed = Number(process.env.HISTORY_SEED ?? Date.now() % 1_000_000_007);
const dimensions = ['competencies', 'collaboration'];
const people = 16;
const groupOf = (who: number): Group => GROUPS[who % 3] ?? 'peer';

const LEVELS = ['1', '2', '3', '4', '5', 'none'];
const often = { send: 10, withdraw: 2, erase: 2, lock: 2, rate: 2, release: 2, revise: 1, rerate: 2 };
type Deed = keyof typeof often;

interface Step {
  do: Deed;
  who: number;
  levels: string[];
  /** Of the manager. */
  level: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.oneof(
    ...Object.entries(often).map(([deed, weight]) => ({ weight, arbitrary: fc.constant(deed as Deed) })),
  ),
  who: fc.nat(people - 1),
  levels: fc.array(fc.constantFrom(...LEVELS), { minLength: 2, maxLength: 2 }),
  level: fc.integer({ min: 1, max: 5 }),
});
const one = (deed: Deed, more: Partial<Step> = {}): Step => ({
  do: deed,
  who: 0,
  levels: [],
  level: 3,
  ...more,
});

interface Version {
  reviews?: string | undefined;
  basis?: Basis | undefined;
}

interface Life {
  k: number;
  sent: Map<number, Given>;
  erased: Set<number>;
  ledger: Entered[];
  /** The one that stands, as the store has it. */
  body?: string | undefined;
  /** All that were ever made: one that was tried again stands nowhere, yet it must not tell more either. */
  releases: Release[];
  rating?: Basis | undefined;
  results: Version[];
}

const pack = (release: ForSubject<Release> | undefined): Pack =>
  ({
    scheme: { ...standard, dimensions: standard.dimensions.filter((d) => dimensions.includes(d.name)) },
    goals: [],
    dotted: {},
    reports: { changes: [] },
    inner: [],
    ...(release && { release }),
  }) as unknown as Pack;

const all = (value: number) => Object.fromEntries(dimensions.map((name) => [name, value]));

function locks(life: Life): void {
  const given = new Map([...life.sent.values()].map((a) => [a._id, a]));
  let n = 0;
  const id = () => {
    n += 1;
    return `line_${n}`;
  };
  const { k, ledger } = life;
  const { release, entries } = aggregate([...given.values()], { dimensions, k, ledger, names: [], id });
  life.ledger.push(...entries.map((e) => ({ ...e, answersThen: given })));
  life.releases.push(release);
  life.body ??= JSON.stringify(release);
}

const does: Record<Deed, (life: Life, s: Step) => void> = {
  send(life, { who, levels }) {
    const said = Object.fromEntries(dimensions.map((name, i) => [name, levels[i] ?? 'none']));
    if (!life.erased.has(who))
      life.sent.set(who, { _id: `a${who}`, group: groupOf(who), levels: said, examples: {} });
  },
  withdraw: (life, s) => void life.sent.delete(s.who),
  erase(life, s) {
    life.sent.delete(s.who);
    life.erased.add(s.who);
  },
  lock: locks,
  rate(life, s) {
    const release = life.body === undefined ? undefined : frozen(life.body);
    life.rating ??= scored(basisOf(pack(release), all(s.level))).basis;
  },
  release(life) {
    if (life.rating && life.results.length === 0)
      life.results.push({ reviews: life.body, basis: life.rating });
  },
  revise(life) {
    const last = life.results.at(-1);
    if (last) life.results.push({ ...last });
  },
  rerate(life, s) {
    const last = life.results.at(-1);
    if (last?.basis)
      life.results.push({ ...last, basis: scored(withLevels(last.basis, all(s.level))).basis });
  },
};

const surfaces = ({ releases, rating, results }: Life): Surface[] => [
  ...releases.flatMap((r, i) => inRelease(`release ${i}`, r)),
  ...(rating ? inBasis('rating', rating) : []),
  ...results.flatMap((version, i) => {
    const reviews = reviewsIn(version as never);
    return [
      ...(reviews ? inRelease(`result ${i}`, reviews) : []),
      ...(version.basis ? inBasis(`score ${i}`, version.basis) : []),
    ];
  }),
];

const fresh = (k: number): Life => ({
  k,
  sent: new Map(),
  erased: new Set(),
  ledger: [],
  releases: [],
  results: [],
});

const histories = fc.array(step, { minLength: 10, maxLength: 80 });
const settled = [one('lock'), one('rate'), one('release'), one('rerate', { level: 5 })];

test(`after each step of any history nobody can subtract (HISTORY_SEED=${seed})`, () => {
  let most = 0;
  fc.assert(
    fc.property(histories, fc.integer({ min: 3, max: 6 }), (steps, k) => {
      const life = fresh(k);
      for (const s of [...steps, ...settled]) {
        does[s.do](life, s);
        expect(wrongs(life.ledger, surfaces(life), k)).toEqual([]);
      }
      most = Math.max(most, surfaces(life).length);
    }),
    { numRuns: 300, seed },
  );
  // Histories in which nothing is ever published would prove nothing.
  expect(most).toBeGreaterThan(8);
});

test('the check finds a re-rating that reads the answers anew after one giver is gone', () => {
  const life = fresh(3);
  for (const [i, level] of ['5', '5', '2', '2'].entries())
    does.send(life, one('send', { who: i * 3, levels: [level, level] }));
  for (const s of settled) does[s.do](life, s);
  expect(wrongs(life.ledger, surfaces(life), 3)).toEqual([]);
  does.erase(life, one('erase', { who: 9 }));
  const rules = { dimensions, k: 3, names: [], id: () => '' };
  const live = aggregate([...life.sent.values()], rules);
  const again = { ...life, results: [...life.results, { reviews: JSON.stringify(live.release) }] };
  expect(wrongs(life.ledger, surfaces(again), 3)).toHaveLength(2);
  const entered = live.entries.map((e) => ({
    ...e,
    answersThen: new Map([...life.sent.values()].map((a) => [a._id, a])),
  }));
  expect(wrongs([...life.ledger, ...entered], [], 3).join()).toContain('1 apart');
});
