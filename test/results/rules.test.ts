/** What may happen to receipts and releases. */
import fc from 'fast-check';
import { Refusal } from '../../src/core/errors.ts';
import type { Participant } from '../../src/cycles/model.ts';
import type { Batch, Look, Waits } from '../../src/results/batches.ts';
import { appealBy, readBy, silenceAfter } from '../../src/results/deadlines.ts';
import {
  acknowledge,
  askSignature,
  comment,
  decline,
  drop,
  type Found,
  firstLook,
  give,
  given,
  looked,
  readiness,
  sign,
  signedFor,
  silence,
} from '../../src/results/rules.ts';
import { aReceipt, aResult, at } from './sample.ts';

const voice = { name: (id: string) => id.toUpperCase(), moment: () => 'Monday' };
const later = new Date('2027-05-03T12:00:00Z');
const cn = {
  zone: 'Asia/Shanghai',
  calendar: { off: { '2027-05-03': '劳动节' }, work: { '2027-05-08': '补班' } },
};
const bare = { zone: 'UTC', calendar: { off: {}, work: {} } };
const batch = (over: Partial<Batch> = {}): Batch => ({
  _id: 'b1',
  rev: 1,
  cycle: 'q1',
  state: 'preview',
  by: 'hanna',
  at,
  look: { ...firstLook(at), done: true, ready: 3 },
  byManagers: false,
  done: 0,
  passed: 0,
  ...over,
});
const refused = (run: () => unknown): string => {
  try {
    run();
  } catch (e) {
    if (e instanceof Refusal) return e.sentence('en');
    throw e;
  }
  throw new Error('nothing was refused');
};

describe('a receipt', () => {
  test('is acknowledged once; who was silent may still say so', () => {
    const read = acknowledge(aReceipt(), 1, later);
    expect(read).toMatchObject({ state: 'acknowledged', acknowledgedAt: later });
    expect(refused(() => acknowledge(read, 1, later))).toBe('You acknowledged it already.');
    const silent = aReceipt({ state: 'silent', acknowledgedAt: at });
    expect(acknowledge(silent, 1, later).state).toBe('acknowledged');
  });

  test('a button of an earlier version counts for nothing', () => {
    const second = aReceipt({ version: 2 });
    expect(refused(() => acknowledge(second, 1, later))).toContain('newer version');
    expect(refused(() => comment(second, 1, 'x', later))).toContain('newer version');
  });

  test('a comment is receipt enough, and keeps when it was read first', () => {
    expect(comment(aReceipt(), 1, 'Thanks.', later)).toMatchObject({
      state: 'acknowledged',
      acknowledgedAt: later,
      comment: 'Thanks.',
    });
    const read = acknowledge(aReceipt(), 1, at);
    expect(comment(read, 1, 'Later.', later).acknowledgedAt).toEqual(at);
  });

  test('silence takes five working days of the person, holidays and make-up days counted', () => {
    expect(readBy(aReceipt(), bare)).toBe('2027-05-03');
    // Monday 3 May is off in China: Tuesday is the fifth day.
    expect(readBy(aReceipt(), cn)).toBe('2027-05-04');
    expect(appealBy(aResult(), aReceipt(), bare)).toBe('2027-05-10');
    // The Saturday on which people work counts.
    expect(appealBy(aResult(), aReceipt(), cn)).toBe('2027-05-10');
    const until = silenceAfter(aReceipt(), cn);
    expect(until.toISOString()).toBe('2027-05-04T15:59:59.999Z');
    expect(silence(aReceipt(), until, until)).toBeUndefined();
    const after = new Date(until.getTime() + 1);
    expect(silence(aReceipt(), until, after)).toMatchObject({ state: 'silent', acknowledgedAt: after });
    expect(silence(acknowledge(aReceipt(), 1, at), until, after)).toBeUndefined();
  });
});

describe('who is ready', () => {
  const calibrates = { phases: [{ phase: 'calibration' as const, opens: '', due: '', grace: 0 }] };
  const plain = { phases: [] };
  const of = (
    state: Participant['state'],
    rating: string | undefined,
    cycle = calibrates as { phases: [] },
    live = false,
  ) => readiness(cycle, { state }, rating === undefined ? undefined : ({ state: rating } as never), live);

  test.each<[Participant['state'], string | undefined, 'ready' | Waits, 'ready' | Waits]>([
    ['calibrated', 'approved', 'ready', 'ready'],
    ['rated', 'approved', 'calibration', 'ready'],
    ['rated', 'unrated', 'ready', 'ready'],
    ['assessing', 'approved', 'rating', 'rating'],
    ['assessing', 'returned', 'rating', 'rating'],
    ['rated', undefined, 'rating', 'rating'],
    ['planning', undefined, 'rating', 'rating'],
    ['released', 'approved', 'released', 'released'],
    ['final', 'approved', 'released', 'released'],
    ['withdrawn', 'dropped', 'gone', 'gone'],
    ['not_eligible', undefined, 'gone', 'gone'],
  ])('%s with a rating %s', (state, rating, calibrating, otherwise) => {
    expect(of(state, rating)).toBe(calibrating);
    expect(of(state, rating, plain as never)).toBe(otherwise);
  });

  test.each<[Participant['state'], string, 'ready' | Waits]>([
    ['calibrated', 'approved', 'calibration'],
    ['rated', 'approved', 'calibration'],
    ['rated', 'unrated', 'ready'],
    ['released', 'approved', 'released'],
  ])('in a session that is not closed: %s with a rating %s', (state, rating, standing) => {
    expect(of(state, rating, calibrates as never, true)).toBe(standing);
    expect(of(state, rating, plain as never, true)).toBe(standing);
  });

  test('what was decided after the look is not signed for', () => {
    const look = firstLook(later);
    const signed = { signedBy: 'chen', look };
    const rating = (when: Date) => ({ state: 'approved' as const, approved: { by: 'chen', at: when } });
    const after = new Date(later.getTime() + 1);
    expect(signedFor(signed, rating(later), undefined)).toBe(true);
    expect(signedFor(signed, rating(after), undefined)).toBe(false);
    expect(signedFor(signed, rating(at), { at: later })).toBe(true);
    expect(signedFor(signed, rating(at), { at: after })).toBe(false);
    expect(signedFor({ look } as never, rating(at), undefined)).toBe(false);
    const unrated = { state: 'unrated' as const, unrated: { reason: 'notRated' as const, at: after } };
    expect(signedFor(signed, unrated, undefined)).toBe(false);
  });
});

describe('a release', () => {
  test('needs a second person, then the first one’s word', () => {
    const asked = askSignature(batch(), at);
    expect(asked).toMatchObject({ state: 'asked', askedAt: at });
    expect(refused(() => sign(asked, 'hanna', at, voice))).toContain('somebody else signs');
    expect(refused(() => give(asked, at))).toContain('signed off by a second person');
    const signed = sign(asked, 'chen', at, voice);
    expect(give(signed, later)).toMatchObject({ state: 'giving', startedAt: later });
    expect(given(give(signed, at), later)).toMatchObject({ state: 'given', givenAt: later });
  });

  test('two sign at once: the second hears who and when; a no is heard as well', () => {
    const signed = sign(askSignature(batch(), at), 'chen', at, voice);
    expect(refused(() => sign(signed, 'lin', at, voice))).toBe('Already signed off: CHEN, Monday.');
    const no = decline(askSignature(batch(), at), 'chen', 'Support is not ready.', at, voice);
    expect(no.declined).toMatchObject({ by: 'chen', reason: 'Support is not ready.' });
    expect(refused(() => sign(no, 'lin', at, voice))).toContain('“not yet”: CHEN');
    expect(refused(() => decline(batch({ state: 'asked' }), 'hanna', 'x', at, voice))).toContain(
      'somebody else',
    );
  });

  test('nobody is ready: nothing to sign; put aside: nothing to give', () => {
    const nobody = batch({ look: { ...firstLook(at), done: true } });
    expect(refused(() => askSignature(nobody, at))).toContain('Nobody is ready');
    expect(refused(() => askSignature(batch({ look: firstLook(at) }), at))).toContain('Nobody is ready');
    expect(drop(batch()).state).toBe('dropped');
    expect(refused(() => askSignature(drop(batch()), at))).toContain('moved on');
  });

  const does: Record<string, (b: Batch) => Batch> = {
    ask: (b) => askSignature(b, at),
    signA: (b) => sign(b, 'hanna', at, voice),
    signB: (b) => sign(b, 'chen', at, voice),
    decline: (b) => decline(b, 'chen', 'x', at, voice),
    give: (b) => give(b, at),
    drop,
    end: (b) => given(b, at),
  };
  /** A refused press changes nothing. */
  function pressed(b: Batch, press: string): Batch {
    try {
      return does[press]?.(b) ?? b;
    } catch (e) {
      if (e instanceof Refusal) return b;
      throw e;
    }
  }

  test('whatever the order of presses, nothing is given without two people', () => {
    const presses = fc.array(fc.constantFrom('ask', 'signA', 'signB', 'decline', 'give', 'drop', 'end'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(presses, (all) => {
        let b = batch();
        for (const press of all) {
          b = pressed(b, press);
          if (b.state === 'giving' || b.state === 'given') expect(b.signedBy).toBe('chen');
        }
      }),
    );
  });
});

test('the look counts everybody once, and no grade of those who ask or sign', () => {
  const one = (over: Partial<Found>): Found => ({
    person: 'p',
    manager: 'bo',
    standing: 'ready',
    grade: 'B',
    counted: true,
    worded: false,
    ...over,
  });
  const found = [
    one({}),
    one({ worded: true, grade: null }),
    one({ counted: false, grade: 'S', manager: undefined }),
    one({ standing: 'rating', person: 'tom' }),
    one({ standing: 'released' }),
    one({}),
  ];
  const look = found.reduce<Look>(looked, firstLook(at));
  expect(look).toMatchObject({
    ready: 4,
    grades: { B: 2, none: 1 },
    apart: 1,
    waits: { rating: 1, released: 1 },
    whoWaits: [{ person: 'tom', why: 'rating' }],
    wordless: [{ manager: 'bo', n: 2 }],
  });
  expect(look.grades).not.toHaveProperty('S');
});
