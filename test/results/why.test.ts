/**
 * "Why this score?" has to be enough for a person with a pencil: the card's own text is read, added up again by a few
 * lines that know nothing of the product, and must give the final score that it shows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Block } from '../../src/core/card.ts';
import { standard } from '../../src/cycles/schemes.ts';
import type { Participant, Scheme } from '../../src/ratings/sources.ts';
import { whyBlocks, whyCard } from '../../src/results/cards-why.ts';
import { transcript } from '../kit/transcript.ts';
import { participants, schemes } from '../ratings/cases.ts';
import { aResult, at, computedResult } from './sample.ts';

const view = { locale: 'en' as const, zone: 'UTC', now: at };
const read = (result: Parameters<typeof whyBlocks>[0]): string =>
  transcript({ title: '', blocks: whyBlocks(result, view) as Block[] });

type Q = [bigint, bigint];
const q = (text: string): Q => {
  const [above = '', under] = text.split(' ≈ ')[0]?.split('/') ?? [];
  const [whole = '', decimals = ''] = above.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length) * BigInt(under ?? '1')];
};
const plus = (a: Q, b: Q): Q => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const times = (a: Q, b: Q): Q => [a[0] * b[0], a[1] * b[1]];
const ratio = (a: Q, b: Q): Q => [a[0] * b[1], a[1] * b[0]];
const same = (a: Q, b: Q) => a[0] * b[1] === b[0] * a[1];
const less = (a: Q, b: Q) => a[0] * b[1] < b[0] * a[1];
const mean = (rows: [Q, Q][]): Q =>
  ratio(rows.map(([w, v]) => times(w, v)).reduce(plus, q('0')), rows.map(([w]) => w).reduce(plus, q('0')));
const cents = ([n, d]: Q): string => {
  const text = String((200n * n + d) / (2n * d)).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
};
const percent = (cell: string): Q => ratio(q(cell.replace(/ %$/, '').split(' ≈ ')[0] ?? ''), q('100'));

/** The bends that the card itself names. */
const bends: [string, string][] = [
  ['0', '1'],
  ['0.7', '2'],
  ['1', '3'],
  ['1.1', '4'],
  ['1.2', '5'],
];
function levelOf(reached: Q): Q {
  for (const [i, [x, y]] of bends.entries()) {
    const next = bends[i + 1];
    if (!next || less(q(next[0]), reached)) continue;
    const width = plus(q(next[0]), times([-1n, 1n], q(x)));
    return plus(q(y), ratio(plus(reached, times([-1n, 1n], q(x))), width));
  }
  return q('5');
}

const cells = (line: string) =>
  line
    .slice(2, -2)
    .split(' | ')
    .map((c) => c.trim());

interface Part {
  weight: Q;
  sources: string[][];
  goals: string[][];
}

/** Dimension by dimension, from the tables alone: none of the sums that are written out is used. */
function parts(text: string): Part[] {
  const blocks = text.split(/\n(?=.* · weight .+ %$)/m).slice(1);
  return blocks
    .map((block) => {
      const tables = block.split(/\n(?=\| (?:Source|Goal) \|)/).slice(1);
      const rows = (of: string) =>
        (tables.find((t) => t.startsWith(`| ${of} |`)) ?? '')
          .split('\n')
          .slice(1)
          .filter((line) => line.startsWith('| '))
          .map(cells)
          .filter((row) => row.at(-1) !== 'not counted');
      const weight = / · weight (.+) %/.exec(block)?.[1] ?? '';
      return { weight: q(weight), sources: rows('Source'), goals: rows('Goal') };
    })
    .filter((part) => part.sources.length > 0);
}

const toldIn = (row: string[]): Q => q(row.at(-1) ?? '');
const weightOf = (row: string[]): Q => percent(row[1] ?? '');

/** From what was reached: the level in the goal's row, and the value of the source, are only compared. */
function goalsAgain(goals: string[][], told: Q): Q {
  const levels = goals.map((row): [Q, Q] => [weightOf(row), levelOf(percent(row[2] ?? ''))]);
  for (const [i, [, level]] of levels.entries()) expect(same(level, toldIn(goals[i] ?? []))).toBe(true);
  const sum = mean(levels);
  expect(same(sum, told)).toBe(true);
  return sum;
}

const redone = (text: string): string =>
  cents(
    mean(
      parts(text).map(({ weight, sources, goals }): [Q, Q] => {
        const rows = sources.map((row): [Q, Q] => {
          const value = toldIn(row);
          return [weightOf(row), row[0] === 'goals reached' ? goalsAgain(goals, value) : value];
        });
        return [weight, mean(rows)];
      }),
    ),
  );

const printed = (text: string): string | undefined =>
  /Rounded half up to two decimals: (\d\.\d\d)/.exec(text)?.[1];

interface Case {
  id: string;
  scheme: Scheme;
  participant: Participant;
  expect: { final: string | null };
}
const cases = JSON.parse(readFileSync(join(process.cwd(), 'test/ratings/scores.json'), 'utf8')) as Case[];
const computable = cases.filter((c) => c.expect.final !== null);

test('there are worked cases of both kinds', () => {
  expect(computable.length).toBeGreaterThan(20);
  expect(cases.length).toBeGreaterThan(computable.length);
});

test.each(computable.map((c) => [c.id, c] as const))('%s can be added up again from the card', (_, c) => {
  const result = computedResult(c.scheme, c.participant);
  const text = read(result);
  expect(result.final).toBe(c.expect.final);
  expect(printed(text)).toBe(c.expect.final);
  expect(redone(text)).toBe(c.expect.final);
});

test.each(cases.filter((c) => c.expect.final === null).map((c) => [c.id, c] as const))(
  '%s: says why there is none',
  (_, c) => {
    const text = read(computedResult(c.scheme, c.participant));
    expect(text).toContain('There is no final score');
    expect(text).toMatch(/cannot be computed: |nobody answered/);
    expect(printed(text)).toBeUndefined();
  },
);

test('any case at all', () => {
  let computed = 0;
  fc.assert(
    fc.property(schemes, participants, (s, p) => {
      const result = computedResult(s, p);
      if (result.final === null) return;
      computed += 1;
      const text = read(result);
      expect(printed(text)).toBe(result.final);
      expect(redone(text)).toBe(result.final);
    }),
    { numRuns: 300 },
  );
  expect(computed).toBeGreaterThan(20);
});

test('a group is only a band, never a count', () => {
  const c = cases.find(({ id }) => id === 'plain');
  if (!c) throw new Error('no plain case');
  const text = read(computedResult(c.scheme, c.participant));
  expect(text).toContain('| peers | 40 % | 44.44 % | 3–4 people | 4 |');
  expect(text).toContain('| reports | 10 % | – | too few answers | not counted |');
  expect(text).toContain('10 % had nobody to speak for it; the others share it.');
});

test('labels only: every part, no sum', () => {
  const c = cases.find(({ id }) => id === 'plain');
  if (!c) throw new Error('no plain case');
  const frozen = { ...standard, rewards: { ...standard.rewards, labelsOnly: true } };
  const result = computedResult(c.scheme, c.participant, frozen);
  const card = transcript(whyCard(result)(view));
  expect(card).toContain('# Why this score? · 2027 Q1: B');
  expect(card).not.toContain(result.final);
  expect(card).toContain('results are grades without a number');
});

test('calibration stands behind the sum; without a rating there is none', () => {
  const c = cases.find(({ id }) => id === 'plain');
  if (!c) throw new Error('no plain case');
  const override = { from: 'B', to: 'A', reason: 'Led the rescue in March.', by: 'hanna', at } as const;
  const text = read({ ...computedResult(c.scheme, c.participant), grade: 'A', override });
  expect(text).toContain('Computed B, calibrated A. The reason: Led the rescue in March.');
  expect(text).toContain('The grade that holds: A');
  expect(read(aResult({ unrated: 'notRated' }))).toContain('nothing was added up');
});
