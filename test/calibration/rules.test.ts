/** Sessions and grades, without a store: two who close, one who changes, and when it can be taken back. */
import fc from 'fast-check';
import { namedHeads } from '../../src/calibration/joining.ts';
import { changes, closer, member, proposes, reads, type Stand } from '../../src/calibration/policy.ts';
import {
  canSettle,
  canUndo,
  isSettled,
  joined,
  mustBeAsSeen,
  opened,
  override,
  reopened,
  seenOf,
  sign,
  undone,
  unsettled,
  unsign,
} from '../../src/calibration/rules.ts';
import { Refusal } from '../../src/core/errors.ts';
import { anOverride, aRow, aSession, at } from './things.ts';

const parts = { hr: ['hanna'], heads: [{ person: 'bo', units: ['Product'] }] };
const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (no) {
    if (no instanceof Refusal) return no.sentence('en');
    throw no;
  }
  return 'allowed';
};
const minutes = (n: number) => new Date(at.getTime() + n * 60_000);

describe('two people close', () => {
  test('HR and the head, in whatever order', () => {
    expect(sign(aSession(), 'hanna', parts, at).state).toBe('open');
    const first = sign(aSession(), 'bo', parts, at);
    expect(sign(first, 'hanna', parts, at)).toMatchObject({ state: 'closing', moved: 0 });
  });

  test('whoever is both counts once', () => {
    const both = { hr: ['hanna'], heads: [{ person: 'hanna', units: ['Product'] }] };
    expect(isSettled(['Product'], ['hanna'], both)).toBe(false);
    expect(canSettle(['Product'], both)).toBe(false);
    expect(isSettled(['Product'], ['hanna', 'pat'], { ...both, hr: ['hanna', 'pat'] })).toBe(true);
  });

  test('every unit has its own head', () => {
    const two = [
      { person: 'bo', units: ['Product'] },
      { person: 'zhao', units: ['Support'] },
    ];
    const units = ['Product', 'Support'];
    expect(isSettled(units, ['hanna', 'bo'], { hr: ['hanna'], heads: two })).toBe(false);
    expect(isSettled(units, ['hanna', 'bo', 'zhao'], { hr: ['hanna'], heads: two })).toBe(true);
  });

  test('never with one name, whoever has whatever role', () => {
    const who = fc.constantFrom('a', 'b', 'c');
    const heads = fc.array(fc.record({ person: who, units: fc.subarray(['x', 'y'], { minLength: 1 }) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.uniqueArray(who), heads, fc.uniqueArray(who), (hr, named, signed) => {
        const settled = isSettled(['x', 'y'], signed, { hr, heads: named });
        if (!settled) return true;
        const others = signed.filter((s) => named.some((h) => h.person === s));
        return signed.length > 1 && signed.some((s) => hr.includes(s) && others.some((o) => o !== s));
      }),
    );
  });

  test('twice is refused; taken back it is open again; a change asks both anew', () => {
    const first = sign(aSession(), 'hanna', parts, at);
    expect(refusal(() => sign(first, 'hanna', parts, at))).toContain('You agreed to close already');
    expect(unsign(first, 'hanna').signs).toEqual([]);
    expect(refusal(() => unsign(first, 'bo'))).toContain('You have not agreed');
    expect(unsettled(first)?.signs).toEqual([]);
    expect(unsettled(aSession())).toBeUndefined();
    const closing = sign(first, 'bo', parts, at);
    expect(refusal(() => unsign(closing, 'bo'))).toContain('is closing');
    expect(unsettled(closing)).toBeUndefined();
  });

  test('a session that nobody could close does not open, nor become one', () => {
    const given = { ...aSession(), heads: [{ person: 'hanna', units: ['Product'] }] };
    expect(refusal(() => opened(given, ['hanna']))).toContain('Closing needs two people');
    expect(refusal(() => opened({ ...given, units: [] }, ['hanna']))).toContain('at least one unit');
    expect(refusal(() => joined(aSession(), { members: [], heads: given.heads }, ['hanna']))).toContain(
      'two people',
    );
    expect(
      joined(aSession({ signs: [{ by: 'bo', at }] }), { members: ['tom'], heads: parts.heads }, ['hanna']),
    ).toMatchObject({
      members: ['bo', 'chen', 'hanna', 'lin', 'tom'],
      signs: [],
    });
  });
});

describe('opened again', () => {
  const closedOne = aSession({ state: 'closed', live: false, closedAt: at, moved: 3 });
  const why = { by: 'hanna', reason: 'Left out', released: 0, busy: 0 };
  test('keeps the reason; what closed it is gone', () => {
    const next = reopened(closedOne, why, at);
    expect(next).toMatchObject({
      state: 'open',
      live: true,
      reopened: [{ by: 'hanna', reason: 'Left out' }],
    });
    expect(next).not.toHaveProperty('closedAt');
  });
  test.each([
    [{ released: 1 }, closedOne, 'One person already has the result'],
    [{ busy: 1 }, closedOne, 'Another session'],
    [{}, aSession(), 'is not closed'],
  ])('not with %j', (more, session, words) => {
    expect(refusal(() => reopened(session, { ...why, ...more }, at))).toContain(words);
  });
});

describe('a grade', () => {
  const reason = 'Carried two other teams in March.';
  const given = { id: 'o2', to: 'A' as const, reason, by: 'hanna' };
  const one = { session: aSession(), row: aRow(), overrides: [] };

  test('from what holds now; the rating it is about stands beside', () =>
    expect(override(one, given, at)).toEqual({
      ...{ _id: 'o2', cycle: 'q1', person: 'ann', session: 's1', from: 'B', to: 'A' },
      ...{ reason, by: 'hanna', at, rating: 1 },
    }));

  test.each([
    [{ reason: 'x'.repeat(19) }, {}, 'at least 20 characters'],
    [{ reason: `x${' '.repeat(40)}y` }, {}, 'at least 20 characters'],
    [{ to: 'B' as const }, {}, 'It is B already'],
    [{}, { grade: null }, 'No grade could be computed'],
  ])('is refused with %j %j', (more, row, words) => {
    const now = { ...one, row: aRow(row) };
    expect(refusal(() => override(now, { ...given, ...more }, at))).toContain(words);
  });

  test('twenty characters are enough, counted as people count them', () => {
    expect(
      refusal(() => override(one, { ...given, reason: '三月的交付同时支撑了另外两个团队的工作。' }, at)),
    ).toBe('allowed');
    expect(refusal(() => override(one, { ...given, reason: '😀'.repeat(19) }, at))).toContain('20');
  });

  test('only as it was seen', () => {
    const names = (id: string) => id;
    const changed = { ...one, overrides: [anOverride()] };
    expect(refusal(() => mustBeAsSeen(one, seenOf(one), names))).toBe('allowed');
    expect(refusal(() => mustBeAsSeen(changed, seenOf(one), names))).toContain('hanna changed this grade');
    expect(refusal(() => mustBeAsSeen(one, seenOf(changed), names))).toContain('changed in the meantime');
    const anew = { ...one, row: aRow({ version: 2 }) };
    expect(refusal(() => mustBeAsSeen(anew, seenOf(one), names))).toContain('changed in the meantime');
    for (const row of [aRow({ approved: false }), aRow({ state: 'released' })])
      expect(refusal(() => mustBeAsSeen({ ...one, row }, seenOf(one), names))).toContain(
        'Nothing can be changed',
      );
    for (const [state, words] of [
      ['closing', 'is closing'],
      ['closed', 'is closed'],
    ] as const)
      expect(
        refusal(() => mustBeAsSeen({ ...one, session: aSession({ state }) }, seenOf(one), names)),
      ).toContain(words);
  });

  test('taken back by whoever made it, for five minutes, while it is the last word', () => {
    const last = anOverride();
    expect(canUndo(last, 'hanna', aSession(), minutes(5))).toBe(true);
    expect(canUndo(last, 'hanna', aSession(), new Date(minutes(5).getTime() + 1))).toBe(false);
    expect(canUndo(last, 'chen', aSession(), at)).toBe(false);
    expect(canUndo(last, 'hanna', aSession({ state: 'closing' }), at)).toBe(false);
    expect(canUndo(last, 'hanna', aSession({ _id: 's2' }), at)).toBe(false);
    const now = { ...one, overrides: [anOverride(), anOverride({ _id: 'o2' })] };
    expect(refusal(() => undone(now, 'o1', 'hanna', at))).toContain('Too late');
    expect(undone(now, 'o2', 'hanna', at)).toMatchObject({ _id: 'o2', undone: at });
  });
});

describe('who may', () => {
  const actor = (id: string, ...roles: string[]) => ({ id, roles, locale: 'en' as const, zone: 'UTC' });
  const stand = (id: string, given: Partial<Stand> = {}): Stand => ({
    session: aSession({ members: ['bo', 'chen', 'hanna', 'lin', 'ann', 'eve'] }),
    row: aRow(),
    reader: { id, above: new Set() },
    partnerOf: [],
    line: new Set(['bo', 'chen']),
    ...given,
  });
  const can = (who: ReturnType<typeof actor>, at: Stand) =>
    [reads, changes, proposes].map((may) => may(who, at) === true);

  test.each([
    ['HR', actor('hanna', 'hr'), {}, [true, true, false]],
    ['HR who rated', actor('hanna', 'hr'), { row: aRow({ rater: 'hanna' }) }, [true, false, true]],
    ['the unit’s partner', actor('lin', 'hrbp'), { partnerOf: ['Product'] }, [true, true, false]],
    ['a partner of another unit', actor('lin', 'hrbp'), { partnerOf: ['Sales'] }, [false, false, false]],
    ['a partner no longer', actor('lin'), { partnerOf: ['Product'] }, [false, false, false]],
    ['the line above', actor('chen'), {}, [true, true, false]],
    ['the manager, also as head', actor('bo'), {}, [true, false, true]],
    [
      'the head, of somebody else’s report',
      actor('bo'),
      { row: aRow({ manager: 'eve', rater: 'eve' }) },
      [true, true, false],
    ],
    [
      'the head of another unit',
      actor('bo'),
      { row: aRow({ manager: 'eve', rater: 'eve', unit: 'Sales' }), line: new Set(['eve']) },
      [false, false, false],
    ],
    ['another member', actor('eve'), {}, [false, false, false]],
    ['the person', actor('ann'), {}, [false, false, false]],
    ['HR, their own row', actor('hanna', 'hr'), { row: aRow({ person: 'hanna' }) }, [false, false, false]],
    [
      'HR, somebody above them',
      actor('hanna', 'hr'),
      { reader: { id: 'hanna', above: new Set(['ann']) } },
      [false, false, false],
    ],
    ['HR who was not asked to join', actor('pat', 'hr'), {}, [false, false, false]],
  ] as const)('%s', (_, who, given, expected) => {
    expect(can(who as ReturnType<typeof actor>, stand(who.id, given as Partial<Stand>))).toEqual(expected);
  });

  test('closing: HR and heads among the members', () => {
    const session = aSession();
    expect([actor('hanna', 'hr'), actor('bo')].map((who) => closer(who, { session }))).toEqual([true, true]);
    for (const who of [actor('lin', 'hrbp'), actor('chen', 'executive'), actor('pat', 'hr')])
      expect(closer(who, { session })).not.toBe(true);
    expect(member(actor('ann'), { session })).not.toBe(true);
  });
});

describe('who heads a unit', () => {
  const bo = { person: 'bo', units: ['Product'] };
  const hanna = { person: 'hanna', units: ['People'] };
  const units = ['Product', 'People'];

  test('one who was found keeps it; anybody heads what has none but the opener', () => {
    expect(namedHeads(['bo', 'chen'], [bo, hanna], units, 'hanna')).toEqual({
      heads: [
        { person: 'bo', units: ['Product', 'People'] },
        { person: 'chen', units: ['People'] },
      ],
      without: [],
    });
  });

  test('neither in their place nor beside them', () => {
    const without = [{ unit: 'Product', persons: ['bo'] }];
    expect(namedHeads(['chen'], [bo, hanna], units, 'hanna').without).toEqual(without);
    expect(namedHeads(['bo', 'chen'], [bo], ['Product'], 'hanna').without).toEqual(without);
  });
});
