/** Who may follow whom: every rule on its own. */
import { clock, dayAfter, overdue, resumed, running } from '../../src/appeals/clocks.ts';
import { type Appeal, figuresOf } from '../../src/appeals/model.ts';
import {
  acknowledge,
  answer,
  assign,
  deciders,
  inRoom,
  lapse,
  lastDay,
  need,
  obstacle,
  openAppeal,
  remind,
  state,
  withdraw,
} from '../../src/appeals/rules.ts';
import { agree, draft, finish } from '../../src/appeals/rules-decide.ts';

import {
  act,
  assigned,
  bench,
  days,
  decided,
  drafted,
  hearing,
  monday,
  no,
  of,
  open,
  place,
  refusal,
  said,
  upheld,
} from './things.ts';

describe('the window', () => {
  test('ten working days of the person, holidays left out', () => {
    expect(lastDay(of, place)).toBe('2027-05-11');
    expect(obstacle(of, [], act('dev', new Date('2027-05-11T21:59:00Z')))).toBeUndefined();
    const late = obstacle(of, [], act('dev', new Date('2027-05-11T22:01:00Z')));
    expect(late?.('en')).toContain('until Tue 11 May');
    expect(late?.('zh')).toContain('人力资源');
  });

  test('only one’s own, one at a time, and not what came out of an appeal', () => {
    expect(obstacle(of, [], act('bo'))?.('en')).toContain('Only the person');
    expect(obstacle(of, [open()], act('dev'))?.('en')).toContain('already open');
    const revised = { ...of, result: { ...of.result, source: 'appeal' as const } };
    expect(obstacle(revised, [], act('dev'))?.('en')).toContain('escalate it once');
    const gone = withdraw(open(), act('dev'));
    expect(obstacle(of, [gone], act('dev'))).toBeUndefined();
    expect(openAppeal(of, [gone], { said, barred: [] }, act('dev'))._id).toBe('q1:dev:1:2');
    const done = finish(decided(), act('system', days(20))) as Appeal;
    expect(obstacle(of, [done], act('dev'))?.('en')).toContain('heard to its end');
  });
});

describe('the panel', () => {
  test.each([
    [{ panel: ['bo'] }, 'gave this rating'],
    [{ panel: ['chen'] }, 'in the line above'],
    [{ panel: ['cal'] }, 'its calibration'],
    [{ panel: ['kim'] }, 'this person leads them'],
    [{ panel: ['dev'] }, 'their own appeal'],
    [{ owner: 'bo' }, 'gave this rating'],
    [{ panel: ['lin'] }, 'not on the panel'],
    [{ panel: [] }, 'at least one'],
    [{ panel: [], outside: 'Dr. A, B & Co' }, 'at least one'],
  ])('%j is refused with its reason', (over, reason) => {
    expect(refusal(() => assigned(over))).toContain(reason);
  });

  test('whoever calibrated can look after the case, but neither decide nor keep the pen', () => {
    expect(assigned({ owner: 'cal' }).owner).toBe('cal');
    const pen = () => assign(open(), { owner: 'cal', panel: [], outside: 'Dr. A' }, no, true, act('hanna'));
    expect(refusal(pen)).toContain('its calibration');
  });

  test('somebody from outside, only where nobody is left; the case owner keeps the pen', () => {
    const a = assign(open(), { owner: 'lin', panel: [], outside: 'Dr. A' }, no, true, act('hanna'));
    expect(a).toMatchObject({ state: 'assigned', outside: 'Dr. A', panel: [] });
    expect(deciders(a)).toEqual(['lin']);
  });

  test('who is taken off leaves the room, and is named to HR; who comes back is not', () => {
    const a = hearing();
    expect(inRoom(a)).toEqual(['dev', 'lin', 'zhao', 'carla']);
    expect(inRoom({ ...a, invited: true })).toContain('bo');
    expect(a.takenOff).toBeUndefined();
    const changed = assign(a, { owner: 'zhao', panel: ['tom'] }, no, false, act('hanna', days(3)));
    expect(inRoom(changed)).toEqual(['dev', 'zhao', 'tom']);
    expect(changed.takenOff).toEqual(['lin', 'carla']);
    const again = assign(changed, { owner: 'lin', panel: ['carla'] }, no, false, act('hanna', days(4)));
    expect(again.takenOff).toEqual(['zhao', 'tom']);
    expect(
      assign(again, { owner: 'zhao', panel: ['tom', 'carla'] }, no, false, act('hanna')).takenOff,
    ).toEqual(['lin']);
  });

  test('days run from the naming; a later change keeps them and asks everybody again', () => {
    expect(assigned().days).toMatchObject({
      assign: '2027-04-27',
      acknowledge: '2027-04-28',
      statement: '2027-04-29',
      decide: '2027-05-11',
    });
    const agreed = agree(drafted(), 1, undefined, no, act('zhao')).appeal;
    const changed = assign(
      agreed,
      { owner: 'lin', panel: ['zhao', 'tom'] },
      no,
      false,
      act('hanna', days(3)),
    );
    expect(changed).toMatchObject({ state: 'hearing', draft: { agreed: [] }, days: agreed.days });
    expect(refusal(() => assign(decided(), bench, no, false, act('hanna')))).toContain('moved on');
  });

  test('receipt by the case owner alone, once', () => {
    expect(refusal(() => acknowledge(assigned(), act('zhao')))).toContain('case owner');
    expect(refusal(() => acknowledge(hearing(), act('lin')))).toContain('moved on');
    expect(refusal(() => draft(assigned(), upheld, no, act('zhao')))).toContain('confirms receipt');
  });

  test('one statement of the rater', () => {
    expect(refusal(() => state(assigned(), 'x', act('chen')))).toContain('gave the rating');
    const a = state(assigned(), 'x', act('bo'));
    expect(refusal(() => state(a, 'y', act('bo')))).toContain('there already');
    expect(refusal(() => state(decided(), 'y', act('bo')))).toContain('moved on');
  });
});

describe('something is needed from the person', () => {
  const asked = () => need(hearing(), { id: 'n', text: 'The list' }, act('zhao'));

  test('the panel’s clock stands still, and goes on where it stood', () => {
    expect(running(asked())).toEqual([]);
    expect(overdue(asked(), place.zone, days(40))).toEqual([]);
    const back = answer(asked(), undefined, act('dev', days(7)));
    // Ten working days were left on 26 April; a week later they are left again.
    expect(back.days.decide).toBe('2027-05-18');
    expect(refusal(() => answer(back, 'again', act('dev')))).toContain('Nothing is asked');
    expect(refusal(() => need(asked(), { id: 'm', text: 'x' }, act('carla')))).toContain(
      'One thing at a time',
    );
    expect(refusal(() => need(hearing(), { id: 'm', text: 'x' }, act('bo')))).toContain('panel');
  });

  test('reminded after five working days, lapsed ten working days after the reminder, not a day before', () => {
    expect(asked().needs[0]?.due).toBe('2027-05-03');
    expect(remind(asked(), act('system', new Date('2027-05-03T21:00:00Z')))).toBeUndefined();
    const reminded = remind(asked(), act('system', new Date('2027-05-04T05:30:00Z'))) as Appeal;
    expect(reminded.needs[0]?.lapses).toBe('2027-05-19');
    expect(remind(reminded, act('system', days(30)))).toBeUndefined();
    expect(lapse(reminded, act('system', new Date('2027-05-19T21:59:00Z')))).toBeUndefined();
    expect(lapse(reminded, act('system', new Date('2027-05-20T05:30:00Z')))).toMatchObject({
      state: 'lapsed',
      open: false,
    });
    expect(lapse(asked(), act('system', days(90)))).toBeUndefined();
  });

  test('at least one working day is left for the decision', () => {
    expect(resumed('2027-04-27', monday, days(10), place)).toBe('2027-05-07');
    expect(resumed('2027-04-26', monday, days(1), place)).toBe('2027-04-28');
  });
});

test('withdrawn at any time before the decision', () => {
  for (const a of [open(), assigned(), hearing()])
    expect(withdraw(a, act('dev'))).toMatchObject({ state: 'withdrawn', open: false });
  expect(refusal(() => withdraw(decided(), act('dev')))).toContain('moved on');
  expect(refusal(() => withdraw(open(), act('hanna')))).toContain('Only the person');
});

test('clocks that ran out are told once', () => {
  expect(overdue(open(), place.zone, days(1))).toEqual([]);
  expect(overdue(open(), place.zone, days(2))).toEqual(['assign']);
  expect(overdue({ ...open(), told: ['assign'] }, place.zone, days(9))).toEqual([]);
  expect(overdue(assigned(), place.zone, days(30))).toEqual(['acknowledge', 'decide']);
  expect(overdue(decided(), place.zone, days(30))).toEqual([]);
  expect(clock('decide', monday, place)).toBe(dayAfter(monday, 10, place));
});

test('figures name nobody', () => {
  const a = { ...decided(), decision: { ...(decided().decision as never as object), version: 2 } } as Appeal;
  expect(figuresOf([open(), a])).toEqual({
    count: 2,
    open: 2,
    decided: { upheld: 1, adjusted: 0, 're-rate': 0 },
    changed: 1,
    daysToDecide: 0,
  });
});
