/** A conversation moves by its rules, whoever acts, in whatever order. */
import fc from 'fast-check';
import { Refusal } from '../../src/core/errors.ts';
import { standard } from '../../src/cycles/schemes.ts';
import { added, isCountable, nobodyYet } from '../../src/interviews/helped.ts';
import { type Answer, answers, type Interview } from '../../src/interviews/model.ts';
import { reasonsFor } from '../../src/interviews/reasons.ts';
import * as rules from '../../src/interviews/rules.ts';
import * as said from '../../src/interviews/rules-notes.ts';
import { act, fresh, later, manager, now, person } from './arrange.ts';

const due = fresh({ state: 'due', reasons: ['grade'] });
const agreed = rules.accepted(rules.proposed(due, { at: later }, manager), later, person);
const notes = { agreed: 'One hour a week for the backlog.', steps: [] };

describe('a time', () => {
  test('is taken by the other one only, and only the one that stands', () => {
    const asked = rules.proposed(due, { at: later }, manager);
    expect(() => rules.accepted(asked, later, manager)).toThrow(Refusal);
    expect(() => rules.accepted(asked, now, person)).toThrow(Refusal);
    expect(() => rules.accepted(asked, later, act('person', later))).toThrow(Refusal);
    expect(agreed).toMatchObject({ state: 'scheduled', agreed: { at: later }, sequence: 1 });
    expect(agreed.proposal).toBeUndefined();
    expect(() => rules.proposed(due, { at: now }, manager)).toThrow(Refusal);
  });
  test('another one leaves the agreed one standing; called off takes both back', () => {
    const again = rules.proposed(agreed, { at: new Date(+later + 1) }, person);
    expect(again.agreed).toEqual({ at: later });
    expect(rules.kept(again)).toEqual(agreed);
    const off = rules.calledOff(again);
    expect(off).toMatchObject({ state: 'due', sequence: 2 });
    expect(rules.takesBack(agreed, off, now)).toBe(true);
    expect(rules.takesBack(agreed, off, new Date(+later + 1))).toBe(false);
  });
  test('where a few lines are enough, asking for a time is asking to talk', () => {
    expect(rules.proposed(fresh(), { at: later }, person).reasons).toEqual(['asked']);
    expect(rules.asked(fresh())).toMatchObject({ state: 'due', reasons: ['asked'] });
    expect(() => rules.asked(due)).toThrow(Refusal);
  });
});

describe('notes', () => {
  const written = said.noted(agreed, notes, '2027-04-28', 0, manager);
  test('of a talk before the agreed time take that time back', () => {
    expect(written).toMatchObject({ state: 'held', edition: 1, sequence: 2, heldOn: '2027-04-28' });
    expect(rules.takesBack(agreed, written, now)).toBe(true);
    const inTime = said.noted(agreed, notes, '2027-04-29', 0, act('manager', new Date(+later + 1)));
    expect(inTime).toMatchObject({ agreed: { at: later }, sequence: 1 });
  });
  test('a change takes every confirmation back; what was not seen is not written over', () => {
    const one = said.confirmed(written, 1, person);
    expect(one).toMatchObject({ state: 'confirmed', confirmed: ['person'] });
    expect(said.noted(one, notes, '2027-04-28', 1, person)).toMatchObject({
      state: 'held',
      confirmed: [],
      edition: 2,
    });
    expect(() => said.noted(one, notes, '2027-04-28', 0, manager)).toThrow(Refusal);
    expect(() => said.confirmed(one, 0, manager)).toThrow(Refusal);
    expect(() => said.confirmed(one, 1, person)).toThrow(Refusal);
    expect(said.confirmed(one, 1, manager)).toMatchObject({ state: 'done', doneAt: now, doneWith: 'bo' });
  });
  test('held without notes cannot be confirmed, and can be denied; with notes it cannot', () => {
    const held = said.held(due, '2027-04-28', manager);
    expect(held.silent).toBe(true);
    expect(() => said.confirmed(held, 0, person)).toThrow(Refusal);
    expect(said.notHeld(held)).toEqual(due);
    expect(said.notHeld(said.held(fresh(), '2027-04-28', manager))).toEqual(fresh());
    expect(() => said.notHeld(written)).toThrow(Refusal);
    expect(written.silent).toBeUndefined();
  });
  test.each([
    ['OK.', true],
    ['Fine, thanks', false],
    ['一切都好', true],
    ['每周留一小时处理积压', false],
  ])('%s: next to nothing? %s', (agreedText, silent) => {
    expect(said.isSilent({ agreed: agreedText, steps: [] })).toBe(silent);
    expect(said.isSilent({ agreed: agreedText, steps: [{ what: 'x', by: '2027-05-01' }] })).toBe(false);
  });
  test('another view confirms that they talked', () => {
    const one = said.differed(written, 'Not so.', 1, person);
    expect(one).toMatchObject({ state: 'confirmed', views: { person: { text: 'Not so.', by: 'ann' } } });
    expect(said.differed(one, 'Nor so.', 1, manager).state).toBe('done');
  });
});

describe('written feedback', () => {
  const sent = said.wrote(fresh(), { seen: 'a', next: 'b' }, 0, manager);
  test('is the manager’s word; the person’s makes it done', () => {
    expect(sent).toMatchObject({ state: 'written', confirmed: ['manager'], written: { by: 'bo' } });
    expect(() => said.confirmed(sent, 1, manager)).toThrow(Refusal);
    expect(said.confirmed(sent, 1, person).state).toBe('done');
  });
  test('is no way out where they have to meet', () => {
    expect(() => said.wrote(due, { seen: 'a', next: 'b' }, 0, manager)).toThrow(Refusal);
  });
  test('the person may rather talk; what was written stays', () => {
    expect(rules.asked(sent)).toMatchObject({ state: 'due', confirmed: [], written: { seen: 'a' } });
  });
});

describe('a later version of the result', () => {
  const done = said.confirmed(
    said.confirmed(said.noted(agreed, notes, '2027-04-28', 0, manager), 1, person),
    1,
    manager,
  );
  test('with another grade begins anew, and keeps what was said', () => {
    const again = rules.revised(
      { ...done, uncounted: ['person'], askedHelp: now },
      2,
      ['changed'],
      true,
      later,
    );
    expect(again).toMatchObject({
      state: 'due',
      round: 2,
      version: 2,
      reasons: ['changed'],
      confirmed: [],
      sequence: 0,
    });
    expect(again.past).toEqual([
      { version: 1, heldOn: '2027-04-28', notes, views: {}, confirmed: ['person', 'manager'] },
    ]);
    for (const gone of ['notes', 'heldOn', 'doneAt', 'doneWith', 'agreed', 'askedHelp', 'silent'] as const)
      expect(again[gone]).toBeUndefined();
  });
  test('with the same grade changes nothing but the number; the same news twice nothing at all', () => {
    expect(rules.revised(done, 2, [], false, later)).toEqual({ ...done, version: 2 });
    expect(rules.revised(done, 1, ['changed'], true, later)).toBe(done);
  });
  test('before they talked: the reasons are joined, a wish to talk stays', () => {
    expect(rules.revised(fresh(), 2, ['changed'], true, later)).toMatchObject({
      state: 'due',
      reasons: ['changed'],
    });
    const asked = rules.asked(fresh());
    expect(rules.revised(asked, 2, ['grade'], true, later).reasons).toEqual(['grade', 'asked']);
  });
});

describe('who they are changes', () => {
  test('a new manager takes over; a time with the old one is nobody’s', () => {
    expect(rules.handedOver(agreed, 'carla')).toMatchObject({ state: 'due', manager: 'carla', sequence: 2 });
    expect(rules.handedOver(agreed, 'carla').agreed).toBeUndefined();
    const held = said.noted(agreed, notes, '2027-04-28', 0, manager);
    expect(rules.handedOver(held, undefined)).toMatchObject({ state: 'held', notes });
    expect(rules.handedOver(held, undefined).manager).toBeUndefined();
  });
  test('the word of the one who was there stays theirs: done with them, not with who came after', () => {
    const noted = said.noted(agreed, notes, '2027-04-28', 0, manager);
    const passed = rules.handedOver(said.confirmed(noted, 1, manager), 'carla');
    expect(passed).toMatchObject({ state: 'confirmed', confirmed: ['manager'], manager: 'carla', notes });
    expect(said.confirmed(passed, 1, person)).toMatchObject({ state: 'done', doneWith: 'bo' });
    const sent = rules.handedOver(said.wrote(fresh(), { seen: 'a', next: 'b' }, 0, manager), 'carla');
    expect(said.confirmed(sent, 1, person)).toMatchObject({ state: 'done', doneWith: 'bo' });
  });
  test('a change by the new one asks both again, and then it is theirs', () => {
    const carla = { ...manager, by: 'carla' };
    const noted = said.noted(agreed, notes, '2027-04-28', 0, manager);
    const passed = rules.handedOver(said.confirmed(noted, 1, manager), 'carla');
    const again = said.noted(passed, notes, '2027-04-28', 1, carla);
    expect(again).toMatchObject({ state: 'held', confirmed: [] });
    expect(again.confirmedBy).toBeUndefined();
    const both = said.confirmed(said.confirmed(again, 2, person), 2, carla);
    expect(both).toMatchObject({ state: 'done', doneWith: 'carla' });
  });
  test('who left talks no more; what is done stays', () => {
    expect(rules.dropped(agreed)).toMatchObject({ state: 'cancelled', sequence: 2 });
    const done = fresh({ state: 'done' });
    expect(rules.dropped(done)).toBe(done);
  });
});

test('prepared words stay shared once they were; after the talk they are closed', () => {
  const mine = said.prepared(due, { ask: 'Why?' });
  expect(() => said.shared(due)).toThrow(Refusal);
  expect(said.prepared(said.shared(mine), { talk: 'x' }).prepared).toEqual({ talk: 'x', shared: true });
  expect(() => said.prepared(said.held(due, '2027-04-28', person), { ask: 'x' })).toThrow(Refusal);
});

test('whether it helped: asked first, answered once by each', () => {
  const done = fresh({ state: 'done', doneAt: now });
  expect(() => said.answered(done, 'yes', person)).toThrow(Refusal);
  const one = said.answered({ ...done, askedHelp: now }, 'no', person);
  expect(one).toMatchObject({ helped: { person: { answer: 'no', by: 'ann' } }, uncounted: ['person'] });
  expect(() => said.answered(one, 'yes', person)).toThrow(Refusal);
  expect(said.answered(one, 'yes', manager).uncounted).toEqual(['person', 'manager']);
});

describe('numbers of answers', () => {
  test('three people, not three answers of one manager', () => {
    const by = (...ids: string[]) => ids.map((id) => ({ by: id }));
    expect(isCountable(by('bo', 'bo', 'bo', 'zhao'))).toBe(false);
    expect(isCountable(by('bo', 'carla', 'zhao'))).toBe(true);
    expect(isCountable([])).toBe(false);
  });
  test('property: whatever batches there were, the sum is all that was said', () => {
    const batch = fc.array(fc.constantFrom(...answers).map((answer: Answer) => ({ answer })));
    fc.assert(
      fc.property(fc.array(batch), (batches) => {
        const sum = batches.reduce((all, b) => added(all, b), nobodyYet());
        for (const a of answers) expect(sum[a]).toBe(batches.flat().filter((h) => h.answer === a).length);
      }),
    );
  });
});

describe('why they have to meet', () => {
  const of = (grade: Interview['_id'] | null, over: object = {}) =>
    ({ grade, version: 1, scheme: standard, ...over }) as Parameters<typeof reasonsFor>[0];
  const override = { from: 'A', to: 'B', reason: 'x', by: 'hanna', at: now };
  test.each([
    ['S', {}, {}, []],
    ['B', {}, {}, []],
    ['C', {}, {}, ['grade']],
    ['C', {}, { last: 'C' }, ['grade', 'plan']],
    ['C', {}, { last: 'B' }, ['grade']],
    ['B', {}, { last: 'B' }, []],
    ['D', {}, {}, ['grade', 'plan']],
    ['B', { override }, {}, ['changed']],
    ['A', {}, { before: { grade: 'B' } }, ['changed']],
    ['A', {}, { before: { grade: 'A' } }, []],
    [null, {}, {}, ['unrated']],
    [null, {}, { last: null }, ['unrated']],
  ])('%s %j %j', (grade, over, around, expected) => {
    expect(reasonsFor(of(grade, over), around as never)).toEqual(expected);
  });
});
