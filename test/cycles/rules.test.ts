import fc from 'fast-check';
import { addDays } from '../../src/core/calendar.ts';
import { Refusal } from '../../src/core/errors.ts';
import { checkOf, countIn, emptyTally, estimate } from '../../src/cycles/check.ts';
import { type Cycle, type Extension, phases } from '../../src/cycles/model.ts';
import { changeManager, extend, pause, resume, start, withdraw } from '../../src/cycles/rules.ts';
import { manager, standard, weightsOff } from '../../src/cycles/schemes.ts';
import type { Person } from '../../src/people/model.ts';
import { samplePeople } from '../../src/people/sample.ts';
import { aCycle, aParticipant, free } from './sample-cycle.ts';

const now = new Date('2027-01-04T09:00:00Z');
const schemes = { standard, manager };
const people: Person[] = samplePeople('2027-01-04').map((p) => ({ ...p, rev: 1 }));
const around = { at: now, today: '2027-01-04', circles: [], calendar: free, overlapping: [] };
const reach = new Map(
  people.map((p) => [
    p._id,
    { platform: 'slack', tenant: 't', account: p._id, locale: p.locale, zone: p.zone, quiet: p.quiet },
  ]),
);
const managers = new Map(people.map((p) => [p._id, p.manager]));
const looked = (cycle: Cycle, over = {}) => {
  const tally = emptyTally();
  countIn(tally, cycle, people, { reach, managers });
  return checkOf(tally, cycle, { ...around, ...over });
};

describe('the schemes that come with the product', () => {
  test.each([standard, manager])('$name weighs 100 % in every part', (s) =>
    expect(weightsOff(s)).toEqual([]),
  );
  test('team development weighs at least 20 % for those who lead', () =>
    expect(manager.dimensions.find((d) => d.name === 'teamDevelopment')?.weight).toBeGreaterThanOrEqual(
      2000,
    ));
  test('what is off is named', () => {
    const dimensions = standard.dimensions.map((d) => (d.name === 'results' ? { ...d, weight: 5000 } : d));
    expect(weightsOff({ ...standard, dimensions })).toEqual([{ of: 'standard', sum: 9000, whole: 10_000 }]);
  });
  test('and what is whole is not, however it is split', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, (weights) => {
        const dimensions = weights.map((weight, i) => ({ name: `d${i}`, weight, sources: { manager: 100 } }));
        const sum = weights.reduce((all, w) => all + w, 0);
        const off = weightsOff({ ...standard, dimensions });
        expect(off).toEqual(sum === 10_000 ? [] : [{ of: 'standard', sum, whole: 10_000 }]);
        const rest = [...dimensions, { name: 'rest', weight: 10_000 - sum, sources: { manager: 100 } }];
        expect(weightsOff({ ...standard, dimensions: rest })).toEqual([]);
      }),
    );
  });
});

describe('the look before the launch', () => {
  test('counts who is fine and names the others', () => {
    const check = looked(aCycle({ state: 'draft' }));
    expect(check).toMatchObject({ people: 14, eligible: 13, fine: 12 });
    expect(check.findings).toEqual([
      { code: 'noManager', n: 1, ids: ['chen'] },
      { code: 'leave', n: 1, ids: ['mei'] },
    ]);
    expect(check.platforms).toEqual([{ platform: 'slack', n: 14 }]);
  });

  test('circles, weights, past and crossed dates, holidays and overlaps', () => {
    const phasesNow = aCycle().phases.map((p) => (p.phase === 'tracking' ? { ...p, due: '2027-01-02' } : p));
    const off = { ...standard, dimensions: standard.dimensions.slice(1) };
    const cycle = aCycle({ state: 'draft', phases: phasesNow, schemes: { standard: off, manager } });
    const check = looked(cycle, { circles: [['ann', 'bo']], overlapping: ['Q'] });
    expect(check.findings.map((f) => f.code)).toEqual([
      'weights',
      'past',
      'circle',
      'noManager',
      'leave',
      'order',
      'holiday',
      'overlap',
    ]);
    expect(check.fine).toBe(10);
  });

  test('of many ten are named', () => {
    const tally = emptyTally();
    const page = Array.from({ length: 30 }, (_, i) => ({ ...(people[4] as Person), _id: `p${i}` }));
    countIn(tally, aCycle(), page, { reach: new Map(), managers });
    const found = checkOf(tally, aCycle(), around).findings.find((f) => f.code === 'noAccount');
    expect(found).toMatchObject({ n: 30 });
    expect(found && 'ids' in found && found.ids).toHaveLength(10);
  });

  test('how long messages take', () => {
    expect(estimate(300, 600)).toBe(2);
    expect(estimate(Number.POSITIVE_INFINITY, 600)).toBe(0);
  });
});

describe('start', () => {
  const draft = aCycle({ state: 'draft' });
  const ready = { ...draft, check: looked(draft) };
  test('freezes the schemes', () =>
    expect(start(ready, 'hanna', schemes, now)).toMatchObject({
      state: 'scheduled',
      startedBy: 'hanna',
      schemes,
    }));
  test('not before the look, not twice, not with a circle or wrong weights or past dates', () => {
    expect(() => start(draft, 'hanna', schemes, now)).toThrow(Refusal);
    expect(() => start({ ...ready, state: 'running' }, 'hanna', schemes, now)).toThrow('running');
    const circle = { ...draft, check: looked(draft, { circles: [['ann', 'bo']] }) };
    expect(() => start(circle, 'hanna', schemes, now)).toThrow('circle');
    const heavy = { ...draft, schemes: { standard: { ...standard, dimensions: [] }, manager } };
    expect(() => start({ ...heavy, check: looked(heavy) }, 'hanna', schemes, now)).toThrow('100 %');
    const old = { ...draft, check: looked(draft, { today: '2027-02-01' }) };
    expect(() => start(old, 'hanna', schemes, now)).toThrow('dates');
  });
});

describe('more time', () => {
  const by: Extension = { phase: 'planning', due: '2027-01-20' };
  test('for all, a unit, a person; only later, and not in the past', () => {
    expect(extend(aCycle(), by, '2027-01-04', {}).extensions).toEqual([by]);
    expect(() => extend(aCycle(), { ...by, due: '2027-01-15' }, '2027-01-04', {})).toThrow('already due');
    expect(() => extend(aCycle(), { ...by, due: '2027-01-03' }, '2027-01-04', {})).toThrow('over');
    const unit = aCycle({ extensions: [{ ...by, unit: 'Sales' }] });
    const person = { ...by, person: 'tom', due: '2027-01-19' };
    expect(() => extend(unit, person, '2027-01-04', { person: 'tom', unit: 'Sales' })).toThrow('already due');
    expect(
      extend(unit, { ...person, person: 'ann' }, '2027-01-04', { person: 'ann', unit: 'Product' }).extensions,
    ).toHaveLength(2);
  });
  test('not for a phase that is closed, nor a cycle that is over', () => {
    expect(() => extend(aCycle({ locked: ['planning'] }), by, '2027-01-04', {})).toThrow('closed');
    expect(() => extend(aCycle({ state: 'cancelled' }), by, '2027-01-04', {})).toThrow('cancelled');
  });
});

describe('pause and resume', () => {
  const paused = pause(aCycle({ opened: ['planning'] }), now);
  test('within a day nothing moves', () =>
    expect(resume(paused, '2027-01-04', '2027-01-04', free).phases).toEqual(aCycle().phases));
  test('dates move by the days of the pause, to working days, in order', () => {
    const next = resume(paused, '2027-01-04', '2027-01-12', free);
    expect(next.phases[0]).toMatchObject({ opens: '2027-01-04', due: '2027-01-25' });
    expect(next.phases[1]).toMatchObject({ opens: '2027-01-26', due: '2027-04-08' });
    expect(next.pausedAt).toBeUndefined();
  });
  test('what has closed stays, later days of some people move along', () => {
    const cycle = {
      ...paused,
      locked: ['planning' as const],
      opened: ['planning' as const, 'tracking' as const],
    };
    const with_ = {
      ...cycle,
      extensions: [{ phase: 'tracking' as const, person: 'ann', due: '2027-04-02' }],
    };
    const next = resume(with_, '2027-02-01', '2027-02-08', free);
    expect(next.phases[0]).toEqual(cycle.phases[0]);
    expect(next.extensions[0]?.due).toBe('2027-04-09');
  });
  test('phases stay in order whatever the pause', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 8 }), (days, open) => {
        const cycle = { ...paused, opened: phases.slice(0, open) };
        const plans = resume(cycle, '2027-01-04', addDays('2027-01-04', days), free).phases;
        for (const [i, p] of plans.entries()) {
          expect(p.due >= p.opens).toBe(true);
          if (i > 0) expect(p.due > (plans[i - 1]?.due ?? '')).toBe(true);
        }
      }),
    );
  });
});

describe('participants', () => {
  test('withdrawn with a reason, once', () => {
    const out = withdraw(aParticipant(), 'leave');
    expect(out).toMatchObject({ state: 'withdrawn', reason: 'leave' });
    expect(() => withdraw(out, 'left')).toThrow(Refusal);
    expect(() => withdraw(aParticipant({ state: 'final' }), 'left')).toThrow(Refusal);
  });
  test('the manager moves while it is open', () => {
    expect(changeManager(aParticipant(), 'zhao')).toMatchObject({ manager: 'zhao' });
    expect(changeManager(aParticipant(), undefined)).not.toHaveProperty('manager');
    expect(changeManager(aParticipant(), 'bo')).toBeUndefined();
    expect(changeManager(aParticipant({ state: 'final' }), 'zhao')).toBeUndefined();
    expect(changeManager(aParticipant({ state: 'withdrawn' }), 'zhao')).toBeUndefined();
  });
});
