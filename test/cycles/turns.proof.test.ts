import fc from 'fast-check';
import { addDays } from '../../src/core/calendar.ts';
import { Refusal } from '../../src/core/errors.ts';
import { lockAt, type Place } from '../../src/cycles/deadlines.ts';
import { type Cycle, type Phase, phases } from '../../src/cycles/model.ts';
import { cancel, closed, extend, launched, locked, opened, pause, resume } from '../../src/cycles/rules.ts';
import { type LocksOf, nextMoment, stepsFor, wakeAt } from '../../src/cycles/turns.ts';
import { aCycle, free } from './sample-cycle.ts';

const now = new Date('2027-01-04T09:00:00Z');
const places: Place[] = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'].map((zone) => ({
  zone,
  calendar: free,
}));
const locksOf = (cycle: Cycle): LocksOf =>
  Object.fromEntries(
    cycle.phases
      .filter((p) => !cycle.locked?.includes(p.phase))
      .map(({ phase }) => {
        const at = (who: { person: string; unit: string }) =>
          new Date(1 + Math.max(...places.map((p) => lockAt(cycle, who, phase, p)?.getTime() ?? 0)));
        const apart = cycle.extensions
          .filter((e) => e.phase === phase && e.unit)
          .map((e) => ({ unit: e.unit as string, at: at({ person: '', unit: e.unit as string }) }));
        return [phase, { base: at({ person: '', unit: '' }), apart }];
      }),
  );

/** What the job does, without a store: all that is due, in order. */
function turned(cycle: Cycle, at: Date, log: string[]): Cycle {
  let c = cycle;
  while (c.state === 'running') {
    const next = nextMoment(c, locksOf(c), 'Europe/Berlin');
    if (!next || next.at > at) break;
    log.push(`${next.kind} ${next.phase}`);
    c = next.kind === 'open' ? opened(c, next.phase) : locked(c, next.phase);
  }
  return c;
}

describe('turns', () => {
  test('planning opens at nine where the organisation is, and locks after the last zone and grace', () => {
    const c = aCycle();
    expect(nextMoment(c, locksOf(c), 'Europe/Berlin')).toEqual({
      kind: 'open',
      phase: 'planning',
      at: new Date('2027-01-04T08:00:00Z'),
    });
    const after = opened(c, 'planning');
    const lock = new Date('2027-01-19T05:00:00.000Z');
    expect(locksOf(after).planning?.base).toEqual(lock);
    expect(wakeAt(after, locksOf(after), 'Europe/Berlin', now)).toEqual(new Date('2027-01-18T08:00:00Z'));
  });

  test('who has more time moves on by themselves', () => {
    const c = aCycle({
      opened: ['planning', 'tracking'],
      extensions: [{ phase: 'planning', unit: 'Sales', due: '2027-02-01' }],
    });
    const on = (day: string) => stepsFor(c, locksOf(c), undefined, new Date(`${day}T12:00:00Z`));
    expect(on('2027-01-18').map((s) => s.to)).toEqual(['planning']);
    expect(on('2027-01-20')[1]).toEqual({
      from: 'planning',
      to: 'tracking',
      except: { units: ['Sales'], persons: [] },
    });
    expect(on('2027-02-04')[1]?.except.units).toEqual([]);
    expect(nextMoment(c, locksOf(c), 'UTC')?.at.toISOString()).toBe('2027-02-03T05:00:00.000Z');
  });

  test('only the next phase opens', () => {
    expect(() => opened(aCycle(), 'tracking')).toThrow('cannot open');
    expect(() => opened(aCycle({ state: 'paused' }), 'planning')).toThrow('cannot open');
    expect(() => locked(aCycle(), 'planning')).toThrow('cannot lock');
  });

  test('a cycle closes when no appeal is open', () => {
    const c = aCycle({ state: 'closing' });
    expect(closed(c, 1, now)).toBeUndefined();
    expect(closed(c, 0, now)).toMatchObject({ state: 'closed', closedAt: now });
  });
});

type Deed = { days: number } & (
  | { do: 'wait' | 'pause' | 'resume' | 'cancel' }
  | { do: 'extend'; phase: Phase; more: number; unit?: string | undefined }
);
const days = fc.integer({ min: 0, max: 60 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), days }) },
  fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const), days }),
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), days }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('extend' as const),
      days,
      phase: fc.constantFrom(...phases),
      more: fc.integer({ min: -5, max: 40 }),
      unit: fc.option(fc.constantFrom('Sales', 'Product'), { nil: undefined }),
    }),
  },
);

function done(c: Cycle, d: Deed, day: string, at: Date): Cycle {
  switch (d.do) {
    case 'pause':
      return pause(c, at);
    case 'resume':
      return resume(c, (c.pausedAt ?? at).toISOString().slice(0, 10), day, free);
    case 'cancel':
      return cancel(c, 'hanna', 'x', at);
    case 'extend':
      return extend(c, { phase: d.phase, due: addDays(day, d.more), ...(d.unit && { unit: d.unit }) }, day, {
        ...(d.unit && { unit: d.unit }),
      });
    case 'wait':
      return c;
  }
}

const named = (c: Cycle, phase: Phase) => c.phases.find((p) => p.phase === phase);

/** A life of a cycle: what happened, and what must hold at every step. */
function lived(deeds: readonly Deed[]): { cycle: Cycle; log: string[] } {
  let cycle = launched(aCycle({ state: 'scheduled' }), now);
  let day = '2027-01-04';
  const log: string[] = [];
  for (const d of deeds) {
    day = addDays(day, d.days);
    const at = new Date(`${day}T12:00:00Z`);
    const rests = cycle.state !== 'running';
    const before = log.length;
    cycle = allowed(turned(cycle, at, log), d, day, at);
    if (rests) expect(log).toHaveLength(before);
    for (const p of cycle.opened) expect((named(cycle, p)?.opens ?? '') <= day).toBe(true);
  }
  return { cycle, log };
}

function allowed(cycle: Cycle, d: Deed, day: string, at: Date): Cycle {
  try {
    return done(cycle, d, day, at);
  } catch (e) {
    if (e instanceof Refusal) return cycle;
    throw e;
  }
}

test('whatever HR does: no phase is skipped or comes twice, none before its time, nothing after the end', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const { cycle, log } = lived(deeds);
      expect(cycle.opened).toEqual(phases.slice(0, cycle.opened.length));
      expect(new Set(log).size).toBe(log.length);
      for (const phase of cycle.locked ?? []) {
        expect(log).toContain(`open ${phase}`);
        expect(log.indexOf(`open ${phase}`)).toBeLessThan(log.indexOf(`lock ${phase}`));
      }
    }),
    { numRuns: 300 },
  );
});
