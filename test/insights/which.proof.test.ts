/** Which cycle is looked at. */
import { cycles } from '../../src/cycles/model.ts';
import { transcript } from '../kit/transcript.ts';
import type { World } from '../kit/world.ts';
import { ratedWorld } from '../results/arrange.ts';

let w: World;
beforeAll(async () => {
  w = await ratedWorld('insights-which');
}, 60_000);
afterAll(() => w.end());

async function reads(who: string, command: string): Promise<string> {
  const reply = await w.as(who).types(`/perf ${command}`);
  return reply.card ? transcript(reply.card) : (reply.toast ?? '');
}

describe('which cycle', () => {
  beforeAll(async () => {
    await w.inside(async () => {
      const { rev, ...q1 } = await cycles.must('q1');
      await cycles.insert({ ...q1, _id: 'q2', name: '2027 Q2', opened: [] });
      await cycles.insert({ ...q1, _id: 'q0', name: '2026 Q4', state: 'closed' });
      await cycles.insert({ ...q1, _id: 'draft', name: 'Secret plan', state: 'draft' });
    });
  });

  test('several: it asks, and the answer is as if it had been typed', async () => {
    expect(await reads('hanna', 'status')).toContain('Cycle: 2027 Q1 / 2027 Q2');
    const reply = await w.as('hanna').presses('2027 Q2');
    expect(reply.card?.title).toBe('2027 Q2 – how far we are');
    expect(await reads('ann', 'distribution')).toContain('Which cycle?');
    expect((await w.as('ann').presses('2027 Q1')).toast).toContain('HR, HR partners and executives');
  });

  test('by name, an older one, too; a draft is nobody’s', async () => {
    expect(await reads('hanna', 'status 2027 q1')).toContain('# 2027 Q1 – how far we are');
    expect(await reads('hanna', 'status 2026 Q4')).toContain('# 2026 Q4 – how far we are');
    expect(await reads('hanna', 'status 2019')).toContain('I don’t know a cycle “2019”.');
    expect(await reads('hanna', 'status Secret plan')).toContain('I don’t know a cycle');
    const token = 'insights.status {"cycle":"draft","show":"overview","page":0}';
    const reply = await w.as('ann').sends({ kind: 'press', token });
    expect(reply).toEqual({ toast: 'There is no cycle for that right now.' });
  });
});
