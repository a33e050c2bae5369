/** A manager's score holds how the reports' scores changed: whoever rates the manager decides about those first. */
import { cycles } from '../../src/cycles/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import { q1 } from '../goals/arrange.ts';
import type { World } from '../kit/world.ts';
import { ratingsWorld } from './arrange.ts';

let w: World;
afterEach(() => w.end());

/** Ann and Dev had a final score in the quarter before; nobody else had. */
beforeEach(async () => {
  w = await ratingsWorld('reports-first', async () => {
    const period = { from: '2026-10-01', to: '2026-12-31' };
    await cycles.insert({ ...q1, _id: 'q0', name: '2026 Q4', state: 'closed', period });
    for (const person of ['ann', 'dev'])
      await ratings.insert({
        ...{ _id: `q0:${person}`, cycle: 'q0', person, unit: 'Product', state: 'approved', rater: 'bo' },
        ...{ openedAt: new Date(0), due: new Date(0), dimensions: [], verifiers: [], cites: [], asked: [] },
        ...{ waiting: [], version: 1, goals: [], final: '3.00', grade: 'B' },
      });
  });
});

const sendsBo = async () => {
  const press = (verb: string, more: object) => {
    const token = `ratings.${verb} ${JSON.stringify({ cycle: 'q1', person: 'bo', ...more })}`;
    return w.as('chen').sends({ kind: 'press', token });
  };
  await press('confirm', { goals: { goal_bo_1: 1, goal_bo_2: 1 } });
  const reply = await press('submit', { seen: 0 });
  return reply.open ? 'asks for the levels that nobody proposed' : reply.toast;
};
const decide = (person: string, state: 'submitted' | 'approved' | 'unrated') =>
  w.inside(() => ratings.change({ _id: `q1:${person}` }, { $set: { state, final: '4.00' } }));

test('while one of them is not decided it waits, and says for how many', async () => {
  expect(await sendsBo()).toContain('还有 2 份未审批');
  await decide('ann', 'approved');
  await decide('dev', 'submitted');
  expect(await sendsBo()).toContain('还有 1 份未审批');
  await decide('dev', 'unrated');
  expect(await sendsBo()).toBe('asks for the levels that nobody proposed');
});

test('on the last day it goes without those that are missing', async () => {
  await w.until('2027-04-12T07:00:00Z');
  expect(await sendsBo()).toBe('asks for the levels that nobody proposed');
});
