import fc from 'fast-check';
import {
  admissible,
  aggregate,
  type Entry,
  frozen,
  type Given,
  GROUPS,
  type Group,
  type Release,
} from '../../src/reviews/aggregate.ts';

const dimensions = ['competencies', 'collaboration'];
const counting = () => {
  let n = 0;
  return () => {
    n += 1;
    // An order of its own, as random ids would have.
    return `line_${(n * 7919) % 1000}_${n}`;
  };
};
const given = (n: number, group: Group, level: string, more: Partial<Given> = {}): Given => ({
  _id: `answer_${group}_${n}`,
  group,
  levels: { competencies: level },
  examples: {},
  ...more,
});
const many = (group: Group, ...levels: string[]): Given[] => levels.map((l, i) => given(i, group, l));
const publish = (answers: readonly Given[], k = 3, ledger: readonly Entry[] = []) =>
  aggregate(answers, { dimensions: ['competencies'], k, ledger, names: [], id: counting() });
const groupsOf = (release: Release) => release.dimensions[0]?.groups ?? [];

describe('means', () => {
  test('rounded half-up to a half; kept off the ends below five', () => {
    const value = (...levels: string[]) => groupsOf(publish(many('peer', ...levels)).release)[0]?.value;
    expect(value('3', '4', '4')).toBe('3.5');
    expect(value('5', '5', '5')).toBe('4.5');
    expect(value('1', '1', '1', '1')).toBe('1.5');
    expect(value('5', '5', '5', '5', '5')).toBe('5');
    expect(value('3', '3', '3', '4')).toBe('3.5');
    expect(value('3', '3', '3', '3', '4')).toBe('3');
  });

  test('below k nothing, and k is never below three', () => {
    expect(groupsOf(publish(many('peer', '3', '4'), 1).release)).toEqual([]);
    expect(groupsOf(publish(many('peer', '3', '4', '4'), 4).release)).toEqual([]);
    expect(groupsOf(publish(many('peer', '3', '4', 'none', '__proto__', '9')).release)).toEqual([]);
  });

  test('the size is a band; the distribution comes with five', () => {
    const [four] = groupsOf(publish(many('peer', '3', '4', '4', '5')).release);
    expect(four).toMatchObject({ givers: '3-4' });
    expect(four?.distribution).toBeUndefined();
    const [five] = groupsOf(publish(many('peer', '3', '4', '4', '5', '1')).release);
    expect(five).toMatchObject({ givers: '5+', distribution: [20, 0, 20, 40, 20] });
  });
});

describe('distributions', () => {
  const five = many('peer', '5', '4', '3', '3', '2');
  const spread = (answers: readonly Given[], ledger: readonly Entry[] = []) =>
    groupsOf(publish(answers, 3, ledger).release).flatMap((g) => (g.distribution ? [g.of] : []));

  test('of one group a dimension: of two of them the third would be the difference', () => {
    expect(spread([...five, ...many('partner', '1', '5', '4')])).toEqual(['peer']);
    expect(spread([...five, ...many('partner', '1', '5', '4', '4', '4')])).toEqual(['together']);
    expect(spread([...five, ...many('report', '1', '2', '2', '2', '2', '2')])).toEqual(['together']);
    expect(spread(five)).toEqual(['peer']);
  });

  test('not of everybody when what is shown inside of it leaves fewer than five', () => {
    expect(spread([...many('peer', '3', '3', '4'), ...many('partner', '4', '5', '1')])).toEqual([]);
  });

  test('nor beside what was published before', () => {
    const three = many('partner', '1', '5', '4');
    const before: Entry = { dimension: 'competencies', of: 'peer', answers: five.map((a) => a._id) };
    expect(spread(three.concat(five.map((a) => ({ ...a, group: 'partner' as const }))), [before])).toEqual(
      [],
    );
  });

  test('a release from before that rule is read with the one that its cards drew, or with none', () => {
    const g = (of: string, givers: string, ...distribution: number[]) => ({
      ...{ of, value: '3.5', givers },
      ...(distribution.length > 0 && { distribution }),
    });
    const read = (...groups: object[]) =>
      groupsOf(frozen(JSON.stringify({ k: 3, dimensions: [{ name: 'competencies', groups }], lines: [] })));
    const [peers, all] = [g('peer', '5+', 20, 20, 20, 20, 20), g('together', '5+', 0, 40, 20, 20, 20)];
    expect(read(peers, g('partner', '3-4'), all).flatMap((x) => x.distribution ?? [])).toEqual([]);
    expect(read(peers, all).filter((x) => x.distribution)).toEqual([all]);
    expect(read(peers, g('partner', '3-4'))).toEqual([peers, g('partner', '3-4')]);
  });
});

describe('subtraction', () => {
  test('all together is shown when nothing small is left over', () => {
    const both = [...many('peer', '3', '3', '3'), ...many('partner', '4', '4', '4')];
    expect(groupsOf(publish(both).release).map((g) => g.of)).toEqual(['peer', 'partner', 'together']);
  });

  test('not when it would lay a small group open', () => {
    const small = [...many('peer', '3', '3', '3', '3'), ...many('report', '1', '2')];
    expect(groupsOf(publish(small).release).map((g) => g.of)).toEqual(['peer']);
  });

  test('small groups are heard together', () => {
    const small = [...many('peer', '3', '3'), ...many('report', '1', '2')];
    expect(groupsOf(publish(small).release)).toMatchObject([{ of: 'together', value: '2.5', givers: '3-4' }]);
  });

  test('the next-smallest group gives way where all together stands already', () => {
    const small = [...many('peer', '3', '3', '3', '3'), ...many('report', '1', '2')];
    const all: Entry = { dimension: 'competencies', of: 'together', answers: small.map((a) => a._id) };
    expect(groupsOf(publish(small, 3, [all]).release).map((g) => g.of)).toEqual(['together']);
  });

  test('unions count: two that stand leave nobody alone in a third', () => {
    const [a, b] = [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ];
    expect(admissible(['1', '2', '3', '4', '5', '6', '7'], [a ?? [], b ?? []], 3)).toBe(false);
    expect(admissible(['1', '2', '3', '4', '5', '6'], [a ?? [], b ?? []], 3)).toBe(true);
    expect(admissible([], [], 3)).toBe(false);
  });
});

describe('comments', () => {
  const says = (n: number, group: Group, keep: string, differ?: string): Given =>
    given(n, group, '3', { keep, ...(differ && { differ }) });

  test('of a group in which k people wrote something; split, mixed, stripped', () => {
    const answers = [
      says(1, 'peer', 'Wrote the list. Told @tom.'),
      says(2, 'peer', 'Helped Dev with it.'),
      says(3, 'peer', 'Asked customers.', 'Say it earlier.'),
      says(4, 'report', 'Only two of us.'),
      says(5, 'report', 'Only two of us, really.'),
    ];
    const { release } = aggregate(answers, { dimensions, k: 3, names: ['Dev Patel'], id: counting() });
    expect(release.lines.map((l) => l.text).sort()).toEqual([
      'Asked customers.',
      'Helped … with it.',
      'Say it earlier.',
      'Told …',
      'Wrote the list.',
    ]);
    expect(release.lines.map((l) => l.id)).toEqual([...release.lines.map((l) => l.id)].sort());
    expect(JSON.stringify(release)).not.toMatch(/answer_|Dev|@tom/);
  });

  test('an example joins them without its number or dimension', () => {
    const answers = [1, 2, 3].map((n) =>
      given(n, 'peer', n === 1 ? '5' : n === 2 ? '1' : '3', { examples: { competencies: `Example ${n}` } }),
    );
    const { release } = aggregate(answers, { dimensions, k: 3, names: [], id: counting() });
    expect(release.lines.map(({ kind, text }) => `${kind}: ${text}`).sort()).toEqual([
      'differ: Example 2',
      'keep: Example 1',
    ]);
  });

  test('never a second time', () => {
    const answers = [1, 2, 3].map((n) => says(n, 'peer', 'Wrote the list.'));
    const first = publish(answers);
    expect(publish(answers, 3, first.entries).release.lines).toEqual([]);
  });
});

/** One who may be asked, and what happens to their answer. */
type Step =
  | { do: 'send' | 'edit'; who: number; levels: string[] }
  | { do: 'decline' | 'withdraw' | 'erase'; who: number }
  | { do: 'publish' };

const people = 14;
const group = (who: number): Group => GROUPS[who % 3] ?? 'peer';
const level = fc.constantFrom('1', '2', '3', '4', '5', 'none');
const who = fc.nat(people - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('send', 'edit'),
      who,
      levels: fc.array(level, { minLength: 2, maxLength: 2 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('decline', 'withdraw', 'erase'), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('publish' as const) }) },
) as fc.Arbitrary<Step>;

interface History {
  sent: Map<number, Given>;
  gone: Set<number>;
  ledger: Entry[];
  releases: Release[];
}

/** What a whole history publishes, however often somebody tries. */
function lived(steps: readonly Step[], k: number): History {
  const h: History = { sent: new Map(), gone: new Set(), ledger: [], releases: [] };
  for (const s of steps) {
    if (s.do === 'publish') tries(h, k);
    else if ('levels' in s) sends(h, s);
    else {
      h.sent.delete(s.who);
      if (s.do !== 'withdraw') h.gone.add(s.who);
    }
  }
  return h;
}

function tries(h: History, k: number): void {
  const rules = { dimensions, k, ledger: h.ledger, names: [], id: counting() };
  const { release, entries } = aggregate([...h.sent.values()], rules);
  h.ledger.push(...entries);
  h.releases.push(release);
}

function sends(h: History, s: Extract<Step, { levels: string[] }>): void {
  if (h.gone.has(s.who) || (s.do === 'edit' && !h.sent.has(s.who))) return;
  const levels = Object.fromEntries(dimensions.map((d, i) => [d, s.levels[i] ?? 'none']));
  h.sent.set(s.who, { _id: `a${s.who}`, group: group(s.who), levels, examples: {} });
}

const apart = (a: readonly string[], b: readonly string[]) =>
  a.filter((x) => !b.includes(x)).length + b.filter((x) => !a.includes(x)).length;

describe('any history', () => {
  test('two published aggregates differ by nobody or by at least k people', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (steps, wanted) => {
        const k = Math.max(3, wanted);
        const { ledger } = lived([...steps, { do: 'publish' }], wanted);
        for (const [i, one] of ledger.entries()) {
          expect(one.answers.length).toBeGreaterThanOrEqual(k);
          for (const other of ledger.slice(0, i).filter((e) => e.dimension === one.dimension)) {
            const people = apart(one.answers, other.answers);
            expect(people === 0 || people >= k).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('nothing that is published carries an id, an exact number below five, or an end of the scale', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { releases } = lived([...steps, { do: 'publish' }], 3);
        for (const release of releases) {
          expect(JSON.stringify(release)).not.toMatch(/"a\d+"/);
          for (const g of release.dimensions.flatMap((d) => d.groups)) {
            if (g.givers === '5+') continue;
            expect(g.distribution).toBeUndefined();
            expect(Number(g.value)).toBeGreaterThanOrEqual(1.5);
            expect(Number(g.value)).toBeLessThanOrEqual(4.5);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the order in which answers come changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { sent } = lived(steps, 3);
        const all = [...sent.values()];
        const there = aggregate(all, { dimensions, k: 3, names: [], id: counting() });
        const back = aggregate([...all].reverse(), { dimensions, k: 3, names: [], id: counting() });
        expect(back.release).toEqual(there.release);
      }),
    );
  });
});
