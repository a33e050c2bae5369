import { WHOLE } from '../../src/goals/attainment.ts';
import { inLastTenth, lowered } from '../../src/goals/change.ts';
import type { GoalKeyResult } from '../../src/goals/model.ts';
import { progressed } from '../../src/goals/progress.ts';
import {
  agree,
  agreeLate,
  canUndo,
  counter,
  drop,
  edit,
  forget,
  proposal,
  propose,
  sendBack,
  takeBack,
  takeOn,
  undo,
  undoMs,
} from '../../src/goals/rules.ts';

import { act, aGoal, agreed, content, kr, period, said, start } from './things.ts';

test('draft, proposed, agreed', () => {
  expect(agreed()).toMatchObject({
    state: 'agreed',
    version: 1,
    versions: [{ version: 1, by: 'ann', agreedBy: 'bo', content: { title: 'Cut the backlog' } }],
    decision: { what: 'agreed', by: 'bo' },
  });
});

test('a second decision is refused with who and when', () => {
  const sent = propose(aGoal(), start);
  const seen = proposal(sent);
  const done = agree(sent, seen, act('bo'));
  expect(said(() => agree(done, seen, act('bo')))).toBe('Already agreed: BO, 2027-01-05T09:00:00.000Z.');
  expect(said(() => sendBack(done, seen, 'no', act('bo')))).toContain('Already agreed');
  const back = sendBack(sent, seen, 'why?', act('bo'));
  expect(said(() => agree(back, seen, act('bo')))).toContain('Already sent back');
});

test('a button about an older proposal decides nothing', () => {
  const sent = propose(aGoal(), start);
  const again = propose(takeBack(sent, act('ann')), new Date(start.getTime() + 1000));
  expect(said(() => agree(again, proposal(sent), act('bo')))).toContain('moved on');
});

test('a change stands beside what was agreed until it is agreed again; both versions stay', () => {
  const changed = edit(
    agreed(),
    content({ title: 'Cut it to thirty', keyResults: [kr({ target: 30 })] }),
    start,
  );
  expect(changed).toMatchObject({ title: 'Cut the backlog', pending: { proposed: false } });
  const sent = propose(changed, start);
  const done = agree(sent, proposal(sent), act('bo'));
  expect(done).toMatchObject({ title: 'Cut it to thirty', version: 2, decision: { what: 'changeAgreed' } });
  expect(done.pending).toBeUndefined();
  expect(done.versions.map((v) => v.content.title)).toEqual(['Cut the backlog', 'Cut it to thirty']);
  expect(undo(done, start.getTime(), act('bo'))).toMatchObject({
    title: 'Cut the backlog',
    version: 1,
    pending: { proposed: true, content: { title: 'Cut it to thirty' } },
  });
});

test('numbers reached meanwhile survive a change, and a new kind starts anew', () => {
  const at85 = progressed(agreed(), { keyResult: 'k1', actual: 85, confidence: 'atRisk' }, start);
  const sent = propose(edit(at85, content({ keyResults: [kr({ target: 30 })] }), start), start);
  expect(agree(sent, proposal(sent), act('bo')).keyResults[0]).toMatchObject({ actual: 85, target: 30 });
  const other = [kr({ kind: 'atMost', baseline: undefined })];
  const turned = propose(edit(at85, content({ keyResults: other }), start), start);
  expect(agree(turned, proposal(turned), act('bo')).keyResults[0]).not.toHaveProperty('actual');
});

test('in the last tenth HR agrees too, and it is somebody without another part in it', () => {
  expect(inLastTenth(period, '2027-03-22')).toBe(false);
  expect(inLastTenth(period, '2027-03-23')).toBe(true);
  const late = act('bo', { today: '2027-03-25' });
  const sent = propose(edit(agreed(), content({ weight: 5000 }), start), start);
  const passed = agree(sent, proposal(sent), late);
  expect(passed).toMatchObject({ weight: WHOLE, decision: { what: 'passedOn' } });
  expect(said(() => agreeLate(passed, proposal(passed), act('bo')))).toContain('no other part');
  expect(said(() => agreeLate(passed, proposal(passed), act('ann')))).toContain('no other part');
  const done = agreeLate(passed, proposal(passed), { ...late, by: 'hanna' });
  expect(done).toMatchObject({ weight: 5000, version: 2 });
  expect(done.versions[1]).toMatchObject({ agreedBy: 'bo', hr: 'hanna' });
});

test('a target lowered after the middle is marked', () => {
  const easier = content({ keyResults: [kr({ target: 60 })] });
  const sent = propose(edit(agreed(), easier, start), start);
  expect(agree(sent, proposal(sent), act('bo', { today: '2027-02-14' })).versions[1]).not.toHaveProperty(
    'lowered',
  );
  expect(agree(sent, proposal(sent), act('bo', { today: '2027-02-16' })).versions[1]?.lowered).toEqual([
    'k1',
  ]);
  expect(lowered(content(), content({ keyResults: [kr({ target: 30 })] }))).toEqual([]);
  const up = kr({ kind: 'atLeast', target: 90 });
  expect(
    lowered(content({ keyResults: [up] }), content({ keyResults: [{ ...up, target: 80 } as GoalKeyResult] })),
  ).toEqual(['k1']);
});

test('what the manager wants is the owner’s to decide', () => {
  const sent = propose(aGoal(), start);
  const mine = counter(sent, content({ title: 'Cut it by half' }), act('bo'));
  expect(said(() => agree(mine, proposal(mine), act('bo')))).toContain('two people');
  expect(said(() => edit(mine, content(), start))).toContain('answer first');
  expect(agree(mine, proposal(mine), act('ann'))).toMatchObject({ state: 'agreed', title: 'Cut it by half' });
  expect(sendBack(mine, proposal(mine), 'rather not', act('ann'))).toMatchObject({ state: 'proposed' });
  expect(takeOn(aGoal({ state: 'offered', by: 'bo' })).state).toBe('draft');
});

test('five minutes, and only until the next step', () => {
  const done = agreed();
  const at = start.getTime();
  const then = (ms: number) => ({ by: 'bo', now: new Date(at + ms) });
  expect(undo(done, at, then(undoMs)).state).toBe('proposed');
  expect(said(() => undo(done, at, then(undoMs + 1)))).toContain('five minutes');
  expect(said(() => undo(done, at, { by: 'carla', now: start }))).toContain('five minutes');
  expect(canUndo(done, 'bo', start, new Date(at + 1))).toBe(false);
  expect(canUndo(progressed(done, { keyResult: 'k1', actual: 100 }, start), 'bo', start)).toBe(false);
});

test('dropping what was agreed needs a yes, a draft is gone at once', () => {
  expect(drop(aGoal(), start).state).toBe('dropped');
  const sent = propose(drop(agreed(), start), start);
  expect(sent.state).toBe('agreed');
  expect(agree(sent, proposal(sent), act('bo')).state).toBe('dropped');
  expect(forget(drop(agreed(), start)).pending).toBeUndefined();
});
