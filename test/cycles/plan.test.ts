import fc from 'fast-check';
import { addDays, isWorkday } from '../../src/core/calendar.ts';
import { activeDays, neededDays, notEligible } from '../../src/cycles/eligibility.ts';
import { phases } from '../../src/cycles/model.ts';
import {
  datesWrong,
  guessPeriod,
  nextPeriod,
  periodName,
  phasesFrom,
  quarterOf,
  shifted,
  usualDues,
} from '../../src/cycles/plan.ts';

const free = { off: {}, work: {} };
const q1 = { from: '2027-01-01', to: '2027-03-31' };

describe('periods', () => {
  test.each([
    ['2027-01-04', { from: '2027-01-01', to: '2027-03-31' }],
    ['2027-12-31', { from: '2027-10-01', to: '2027-12-31' }],
    ['2028-02-29', { from: '2028-01-01', to: '2028-03-31' }],
  ])('the quarter of %s', (day, quarter) => expect(quarterOf(day)).toEqual(quarter));

  test.each([
    [q1, '2027 Q1'],
    [{ from: '2027-07-01', to: '2027-12-31' }, '2027 H2'],
    [{ from: '2027-01-01', to: '2027-12-31' }, '2027'],
    [{ from: '2027-05-01', to: '2027-05-31' }, '2027-05'],
    [{ from: '2027-02-01', to: '2027-04-30' }, undefined],
    [{ from: '2027-01-02', to: '2027-03-31' }, undefined],
  ])('%j is called %s', (period, name) => expect(periodName(period)).toBe(name));

  test('after a quarter comes a quarter, after 40 days come 40 days', () => {
    expect(nextPeriod({ from: '2027-10-01', to: '2027-12-31' })).toEqual({
      from: '2028-01-01',
      to: '2028-03-31',
    });
    expect(nextPeriod({ from: '2027-01-01', to: '2027-02-09' })).toEqual({
      from: '2027-02-10',
      to: '2027-03-21',
    });
  });

  test('the present quarter while it is fresh, else the next; never one that has a cycle', () => {
    expect(guessPeriod('2027-01-04', [])).toEqual(q1);
    expect(periodName(guessPeriod('2027-02-20', []))).toBe('2027 Q2');
    expect(periodName(guessPeriod('2027-01-04', ['2027 Q1', '2027 Q2']))).toBe('2027 Q3');
  });
});

describe('dates', () => {
  test('planning two weeks, tracking to the end, assessment two weeks after', () => {
    const dues = usualDues(q1, '2027-01-04', free);
    expect(dues).toMatchObject({ planning: '2027-01-15', tracking: '2027-03-31', assessment: '2027-04-14' });
    const plans = phasesFrom(q1, dues, '2027-01-04', free);
    expect(plans[0]).toEqual({ phase: 'planning', opens: '2027-01-04', due: '2027-01-15', grace: 1 });
    expect(plans[1]?.opens).toBe('2027-01-18');
    expect(plans.find((p) => p.phase === 'appeals')?.grace).toBe(0);
  });

  test('holidays are left out', () => {
    const off = { off: { '2027-01-15': 'x', '2027-03-31': 'y' }, work: {} };
    expect(usualDues(q1, '2027-01-04', off)).toMatchObject({
      planning: '2027-01-18',
      tracking: '2027-04-01',
    });
  });

  const cases = fc.record({
    today: fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-06-01', n)),
    ahead: fc.integer({ min: -40, max: 49 }),
    length: fc.integer({ min: 42, max: 400 }),
    holiday: fc.integer({ min: 0, max: 30 }),
  });

  test('what is proposed is never wrong, on working days and in order, whenever one starts', () => {
    fc.assert(
      fc.property(cases, ({ today, ahead, length, holiday }) => {
        const from = addDays(today, ahead);
        const period = { from, to: addDays(from, length) };
        const calendar = { off: { [addDays(today, holiday)]: 'x' }, work: {} };
        const dues = usualDues(period, today, calendar);
        expect(datesWrong(period, dues, today, calendar)).toEqual({});
        expect(phases.filter((p) => !isWorkday(dues[p], calendar))).toEqual([]);
        const plans = phasesFrom(period, dues, today, calendar);
        const days = plans.flatMap((p) => [p.opens, p.due]);
        expect(days).toEqual([...days].sort());
        expect(new Set(plans.map((p) => p.due)).size).toBe(8);
      }),
    );
  });

  test('the wrong ones are told by field', () => {
    const dues = { ...usualDues(q1, '2027-01-04', free), planning: '2027-01-03', assessment: '2027-03-31' };
    expect(datesWrong(q1, dues, '2027-01-04', free)).toEqual({ planning: 'past', assessment: 'order' });
    expect(datesWrong({ from: q1.to, to: q1.from }, dues, '2027-01-04', free).to).toBe('endBeforeStart');
    expect(datesWrong({ from: '2026-01-01', to: '2026-03-31' }, dues, '2027-01-04', free).to).toBe('over');
  });

  test('from an earlier cycle: the next period, the same distances, on working days', () => {
    const earlier = {
      period: q1,
      phases: phasesFrom(q1, usualDues(q1, '2027-01-04', free), '2027-01-04', free),
    };
    const { period, dues } = shifted(earlier, '2027-03-20', free);
    expect(period).toEqual({ from: '2027-04-01', to: '2027-06-30' });
    expect(dues.planning).toBe('2027-04-15');
    expect(datesWrong(period, dues, '2027-03-20', free)).toEqual({});
    expect(shifted(earlier, '2028-05-01', free).period.to >= '2028-05-01').toBe(true);
  });
});

describe('eligibility', () => {
  const person = { hired: '2020-01-01' };
  test.each([
    ['there all the time', person, undefined],
    ['joined in March', { hired: '2027-03-01' }, 'joined'],
    ['joined in February, in time', { hired: '2027-02-01' }, undefined],
    ['on leave until June', { ...person, leave: { from: '2026-11-25', to: '2027-06-04' } }, 'leave'],
    ['on leave for a week', { ...person, leave: { from: '2027-02-01', to: '2027-02-07' } }, undefined],
    ['on open leave from February', { ...person, leave: { from: '2027-02-01' } }, 'leave'],
    ['leaves in January', { ...person, left: '2027-01-20' }, 'leaving'],
    ['long gone', { ...person, left: '2020-02-01' }, 'leaving'],
  ])('%s', (_, p, why) => expect(notEligible(p, q1, 45)).toBe(why));

  test('of a short period half is enough', () => {
    expect(neededDays(45, { from: '2027-02-01', to: '2027-02-28' })).toBe(14);
    expect(neededDays(45, q1)).toBe(45);
  });

  test('active days lie within the period, leave within them', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-09-01', n));
    fc.assert(
      fc.property(
        day,
        fc.option(day, { nil: undefined }),
        day,
        fc.option(day, { nil: undefined }),
        (hired, left, from, to) => {
          const p = { hired, ...(left && { left }), leave: { from, ...(to && { to }) } };
          const { there, onLeave } = activeDays(p, q1);
          expect(there).toBeGreaterThanOrEqual(0);
          expect(there).toBeLessThanOrEqual(90);
          expect(onLeave).toBeGreaterThanOrEqual(0);
          expect(onLeave).toBeLessThanOrEqual(there);
        },
      ),
    );
  });
});
