import fc from 'fast-check';
import {
  forgotten,
  isRipe,
  leastGivers,
  markOf,
  type Piece,
  type Pool,
  pooled,
  published,
  withoutMentions,
} from '../../src/feedback/pooling.ts';
import { isOver, quarterOf } from '../../src/feedback/pools.ts';

const empty: Pool = { salt: 's', waiting: [], published: [], waitingMarks: [], publishedMarks: [] };
const piece = (id: string, text = id, kind: Piece['kind'] = 'seen'): Piece => ({ id, kind, text });
const by = (pool: Pool, ...givers: string[]) =>
  givers.reduce((p, giver, i) => pooled(p, giver, [piece(`${giver}${i}${p.waiting.length}`)]), pool);

test('two givers are never shown, however much they write', () => {
  const two = by(empty, 'ann', 'bo', 'ann', 'bo', 'ann');
  expect(isRipe(two)).toBe(false);
  expect(published(two)).toBe(two);
});

test('three make a batch; the next one needs three who are in none', () => {
  const first = published(by(empty, 'ann', 'bo', 'dev'));
  expect(first.published).toHaveLength(3);
  expect(first.waiting).toEqual([]);
  const more = by(first, 'ann', 'bo', 'dev', 'mei', 'li');
  expect(published(more)).toBe(more);
  expect(published(by(more, 'sun')).published).toHaveLength(9);
});

test('the same words again are one piece; another’s same words count their giver', () => {
  const once = pooled(empty, 'ann', [piece('1', 'Good')]);
  const twice = pooled(once, 'ann', [piece('2', 'Good')]);
  expect(twice.waiting).toEqual(once.waiting);
  expect(pooled(twice, 'bo', [piece('3', 'Good')]).waitingMarks).toHaveLength(2);
});

test('of givers there are marks only, and none once the period is over', () => {
  const pool = published(by(empty, 'ann', 'bo', 'dev', 'ann'));
  const later = by(pool, 'mei');
  expect(later.waitingMarks).toEqual([markOf('s', 'mei')]);
  const over = forgotten(later);
  expect(over).toEqual({ ...empty, salt: '', published: pool.published });
  expect(markOf('s', 'ann')).not.toBe(markOf('other', 'ann'));
});

type Step = { by: number; text: number } | 'monday';
const histories = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ by: fc.integer({ min: 0, max: 7 }), text: fc.nat(1e6) }) },
    { weight: 1, arbitrary: fc.constant('monday' as const) },
  ),
  { maxLength: 60 },
);

interface Reader {
  ids: string[];
  givers: (string | undefined)[];
}

/** What the person could read after each Monday, and who had really written it. */
function lived(steps: readonly Step[]) {
  const giverOf = new Map<string, string>();
  const shown: Reader[] = [{ ids: [], givers: [] }];
  const end = steps.reduce((pool, step) => {
    if (step === 'monday') {
      const next = published(pool);
      const ids = next.published.map((p) => p.id);
      shown.push({ ids, givers: ids.map((id) => giverOf.get(id)) });
      return next;
    }
    const id = `${(step.text * 7919) % 1_000_003}-${giverOf.size}`;
    giverOf.set(id, `giver${step.by}`);
    return pooled(pool, `giver${step.by}`, [piece(id)]);
  }, empty);
  return { giverOf, shown, end };
}

const nobodyOrEnough = (set: ReadonlySet<unknown>) => set.size === 0 || set.size >= leastGivers;

function grows(a: Reader, b: Reader): void {
  const hands = new Set(b.givers.filter((_, i) => !a.ids.includes(b.ids[i] ?? '')));
  const newcomers = new Set(b.givers.filter((giver) => !a.givers.includes(giver)));
  expect(a.ids.filter((id) => !b.ids.includes(id))).toEqual([]);
  expect([nobodyOrEnough(hands), nobodyOrEnough(newcomers)]).toEqual([true, true]);
}

test('over any history what is published grows by the words of three or more new givers, or not at all', () => {
  fc.assert(
    fc.property(histories, (steps: Step[]) => {
      const { shown } = lived(steps);
      for (const [i, a] of shown.entries()) for (const b of shown.slice(i + 1)) grows(a, b);
    }),
    { numRuns: 300 },
  );
});

test('over any history nothing is lost, and the order of what is kept says nothing', () => {
  fc.assert(
    fc.property(histories, (steps: Step[]) => {
      const { giverOf, end } = lived(steps);
      const kept = [...end.waiting, ...end.published].map((p) => p.id).sort();
      expect(kept).toEqual([...giverOf.keys()].sort());
      expect(JSON.stringify(end)).not.toContain('giver');
      for (const list of [end.waiting.map((p) => p.id), end.published.map((p) => p.id), end.waitingMarks])
        expect(list).toEqual([...list].sort());
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['thanks <@bo> and @ann.miller!', 'thanks … and …!'],
  ['@王磊 帮了我', '… 帮了我'],
  ['mail a@b.com', 'mail a@b.com'],
  ['<!channel> **x** <b>', '… **x** <b>'],
])('mentions go: %s', (text, expected) => {
  expect(withoutMentions(text)).toBe(expected);
});

test('a quarter, and when it is over everywhere', () => {
  expect(quarterOf('2027-02-28')).toEqual({ from: '2027-01-01', to: '2027-03-31' });
  expect(quarterOf('2027-12-31')).toEqual({ from: '2027-10-01', to: '2027-12-31' });
  expect(isOver('2027-03-31', '2027-04-05')).toBe(false);
  expect(isOver('2027-03-31', '2027-04-12')).toBe(true);
});
