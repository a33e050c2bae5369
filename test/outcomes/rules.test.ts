/** What may happen to a batch and its rows. Pure. */
import fc from 'fast-check';
import { Refusal } from '../../src/core/errors.ts';
import type { Grade } from '../../src/cycles/model.ts';
import { rewards } from '../../src/cycles/schemes.ts';
import { type Batch, batchFlow, type Entry } from '../../src/outcomes/model.ts';
import { decidesOwn, ownDeciders } from '../../src/outcomes/policy.ts';
import { holds, outcomeBy, summed } from '../../src/outcomes/reward.ts';
import {
  approve,
  approveOwn,
  asRules,
  drop,
  except,
  exported,
  made,
  recomputed,
  reopened,
  sendBack,
  settled,
  submit,
  undo,
} from '../../src/outcomes/rules.ts';

const now = new Date('2027-06-07T09:00:00Z');
const late = new Date(now.getTime() + 5 * 60_000 + 1);
const act = (by: string, at = now) => ({
  by,
  now: at,
  voice: { name: (id: string) => id, moment: () => 'then' },
});
const batch = (over: Partial<Batch> = {}): Batch => ({
  _id: 'q1:1',
  rev: 1,
  cycle: 'q1',
  number: 1,
  kind: 'base',
  state: 'draft',
  by: 'hanna',
  at: now,
  version: 3,
  ...over,
});
const months = { eligible: '3', of: '3' };
const entryOf = (grade: Grade | null, over: Partial<Entry> = {}): Entry =>
  summed({
    _id: 'q1:1:ann',
    rev: 1,
    batch: 'q1:1',
    cycle: 'q1',
    person: 'ann',
    unit: 'Product',
    state: 'draft',
    version: 1,
    grade,
    months,
    rule: outcomeBy(rewards, { grade, months }),
    ...over,
  });
const free = { ownRow: false, excepted: false };
const submitted = submit(batch(), 3, 2, act('hanna'));
const approved = approve(submitted, 3, { ownRow: true, excepted: false }, act('chen'));
const said = (run: () => unknown): string => {
  try {
    run();
  } catch (e) {
    if (e instanceof Refusal) return e.sentence('en');
    throw e;
  }
  return 'no refusal';
};

describe('two persons', () => {
  test('who submitted does not approve, nor return', () => {
    expect(said(() => approve(submitted, 3, free, act('hanna')))).toContain(
      'You submitted this batch yourself',
    );
    expect(said(() => sendBack(submitted, 3, 'x', act('hanna')))).toContain(
      'You submitted this batch yourself',
    );
  });

  test('nobody approves an exception that they set', () => {
    expect(said(() => approve(submitted, 3, { ...free, excepted: true }, act('lin')))).toContain('exception');
    expect(said(() => approveOwn(approved, 'hanna', act('hanna')))).toContain('exception');
  });

  test('the own row of who approved waits for somebody else', () => {
    expect(approved).toMatchObject({ state: 'approved', ownRow: true });
    expect(said(() => approveOwn(approved, undefined, act('chen')))).toContain('your own row');
    const both = approveOwn(approved, undefined, act('hanna'));
    expect(both.own?.by).toBe('hanna');
    expect(said(() => approveOwn(both, undefined, act('lin')))).toBe('hanna approved this already (then).');
    expect(said(() => approveOwn(submitted, undefined, act('lin')))).toContain('No row waits');
  });
});

describe('the own row of who approved', () => {
  const row = (seconds: string[], exceptedBy?: string) => ({
    batch: approved,
    seconds,
    entry: entryOf('B', { person: 'chen', ...(exceptedBy && { exceptedBy }) }),
  });
  const actor = (id: string, ...roles: ('executive' | 'hrHead' | 'hr')[]) => ({
    id,
    roles,
    locale: 'en' as const,
    zone: 'UTC',
  });
  const answer = (who: Parameters<typeof decidesOwn>[0], at: ReturnType<typeof row>) => {
    const verdict = decidesOwn(who, at);
    return verdict === true ? 'may' : verdict('en');
  };

  test.each([
    ['another second person, never who submitted', ['carla', 'chen', 'hanna'], undefined, ['carla']],
    ['nobody else: who submitted it', ['chen', 'hanna'], undefined, ['hanna']],
    ['who set an exception on it leaves it to the third', ['carla', 'chen', 'dora'], 'carla', ['dora']],
    ['the only other one set an exception: who submitted it', ['carla', 'chen'], 'carla', ['hanna']],
    ['both had their hands in it: nobody', ['chen', 'hanna'], 'hanna', []],
  ])('%s', (_, seconds, exceptedBy, expected) => {
    expect(ownDeciders(row(seconds, exceptedBy))).toEqual(expected);
  });

  test('who submitted the executive’s row does not approve it while there is another', () => {
    const three = row(['carla', 'chen', 'hanna']);
    expect(answer(actor('hanna', 'hrHead'), three)).toContain('You submitted this batch yourself');
    expect(answer(actor('carla', 'executive'), three)).toBe('may');
    expect(answer(actor('chen', 'executive'), three)).toContain('your own row');
    expect(answer(actor('ann'), three)).toContain('A second person decides this');
    expect(answer(actor('carla', 'executive'), row(['carla', 'chen', 'dora'], 'carla'))).toContain(
      'exception',
    );
    expect(answer(actor('hanna', 'hr'), row(['chen']))).toBe('may');
  });
});

describe('twice, stale, late', () => {
  test('a second approval names the first', () => {
    expect(said(() => approve(approved, 3, free, act('lin')))).toBe('chen approved this already (then).');
    expect(said(() => submit(submitted, 3, 2, act('hanna')))).toContain('hanna submitted this for approval');
  });

  test('what changed since it was seen is looked at again', () => {
    expect(said(() => submit(batch(), 2, 2, act('hanna')))).toContain('Something changed');
    expect(said(() => approve(submitted, 2, free, act('chen')))).toContain('Something changed');
    expect(said(() => drop(batch(), 2, act('hanna')))).toContain('Something changed');
  });

  test('nobody in it: nothing to submit or to export', () => {
    expect(said(() => submit(batch(), 3, 0, act('hanna')))).toBe('There is nobody in it.');
    expect(said(() => exported(settled(approved, 0, now), 0, act('hanna')))).toBe('There is nobody in it.');
  });

  test('taken back within five minutes, by whom it was given, until it holds', () => {
    expect(undo(approved, now.getTime(), act('chen'))).toEqual(submitted);
    expect(said(() => undo(approved, now.getTime(), act('hanna')))).toContain('nothing of yours');
    expect(said(() => undo(approved, 1, act('chen')))).toContain('nothing of yours');
    expect(said(() => undo(approved, now.getTime(), act('chen', late)))).toContain('five minutes');
    expect(said(() => undo(settled(approved, 0, now), now.getTime(), act('chen')))).toContain('five minutes');
    const own = approveOwn(settled(approved, 0, now), undefined, act('hanna'));
    expect(undo(own, now.getTime(), act('hanna')).own).toBeUndefined();
  });

  test('exported once it holds, as often as wanted; before that the reason is said', () => {
    expect(said(() => exported(approved, 2, act('hanna')))).toContain('can still be taken back');
    const first = exported(settled(approved, 0, now), 2, act('hanna'));
    expect(exported(first, 3, act('hanna')).exported?.rows).toBe(3);
    expect(said(() => exported(submitted, 2, act('hanna')))).toContain('waits for approval');
  });

  test('differences are never discarded', () => {
    expect(drop(batch(), 3, act('hanna')).state).toBe('dropped');
    expect(said(() => drop(batch({ kind: 'delta' }), 3, act('hanna')))).toContain('can’t be discarded');
  });

  test('a row that changes by itself brings the batch back, and nobody approves what they saw before', () => {
    const again = reopened(submitted);
    expect(again).toMatchObject({ state: 'draft', version: 4 });
    expect(reopened(approved).approved).toBeUndefined();
    expect(said(() => approve(submit(again, 4, 2, act('hanna')), 3, free, act('chen')))).toContain(
      'Something changed',
    );
  });
});

/** Nothing, when it is refused. */
function tried<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (e) {
    if (e instanceof Refusal) return undefined;
    throw e;
  }
}

test('whatever is done in whatever order, a batch only goes where its flow leads', () => {
  const steps = {
    submit: (b: Batch) => submit(b, b.version, 1, act('hanna')),
    approve: (b: Batch) => approve(b, b.version, free, act('chen')),
    back: (b: Batch) => sendBack(b, b.version, 'x', act('chen')),
    undo: (b: Batch) => undo(b, now.getTime(), act('chen')),
    settle: (b: Batch) => (b.state === 'approved' ? settled(b, 0, now) : b),
    export: (b: Batch) => exported(b, 1, act('hanna')),
    drop: (b: Batch) => drop(b, b.version, act('hanna')),
    reopen: (b: Batch) => (['draft', 'submitted', 'returned'].includes(b.state) ? reopened(b) : b),
  };
  const names = fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[]));
  fc.assert(
    fc.property(fc.array(names, { maxLength: 12 }), (path) => {
      let at = made(batch({ state: 'making' }));
      for (const name of path) {
        const next = tried(() => steps[name](at)) ?? at;
        expect(next.state === at.state || batchFlow.may(at.state, next.state)).toBe(true);
        expect(next.state !== 'exported' || next.approved?.by === 'chen').toBe(true);
        at = next;
      }
    }),
  );
});

describe('exceptions', () => {
  const wanted = { coefficient: '1.10', raise: undefined, promotion: undefined, reason: 'Led the launch.' };

  test('hold above the rules, and go again', () => {
    const other = except(batch(), entryOf('B'), wanted, act('hanna'));
    expect(holds(other).coefficient).toBe('1.10');
    expect(other).toMatchObject({ points: 110, change: 110, exceptedBy: 'hanna' });
    expect(asRules(batch(), other, act('hanna'))).toEqual(entryOf('B'));
    expect(said(() => asRules(batch(), entryOf('B'), act('hanna')))).toContain('no exception');
  });

  test('never on one’s own row, never with nothing in it, never while it lies with somebody', () => {
    expect(said(() => except(batch(), entryOf('B'), wanted, act('ann')))).toContain('your own row');
    expect(
      said(() => except(batch(), entryOf('B'), { ...wanted, coefficient: undefined }, act('hanna'))),
    ).toContain('what should differ');
    expect(said(() => except(submitted, entryOf('B'), wanted, act('lin')))).toContain(
      'submitted this for approval',
    );
    expect(said(() => except(approved, entryOf('B'), wanted, act('lin')))).toContain('approved');
  });

  test('a new result takes an exception away, a difference keeps what was before', () => {
    const before = { entry: 'q1:1:ann', outcome: outcomeBy(rewards, { grade: 'C', months }) };
    const delta = except(batch(), entryOf('B', { before }), wanted, act('hanna'));
    const rule = outcomeBy(rewards, { grade: 'A', months });
    const next = recomputed(delta, { version: 3, grade: 'A', rule, months });
    expect(next).toMatchObject({ version: 3, grade: 'A', points: 120, change: 60, before });
    expect(next.exception).toBeUndefined();
  });
});
