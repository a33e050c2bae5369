/** When the manager changes: what was not agreed falls away, and what comes afterwards is not the old one's to read. */
import { tookOver } from '../../src/checkins/jobs-end.ts';
import { newestOf } from '../../src/checkins/model.ts';
import { jobRow, jobs } from '../../src/core/job.ts';
import { participants } from '../../src/cycles/model.ts';
import { type Someone, type World, world } from '../kit/world.ts';
import { arrangeTracking, stuck } from './arrange.ts';

let w: World;
let ann: Someone;
let bo: Someone;
beforeEach(async () => {
  w = await world({
    database: 'checkins-handover',
    start: '2027-02-01T08:30:00Z',
    arrange: () => arrangeTracking(),
  });
  [ann, bo] = [w.as('ann'), w.as('bo')];
  await w.until('2027-02-01T09:00:00Z');
});
afterEach(() => w.end());

async function changesTo(to: string) {
  await w.inside(async () => {
    await participants.change({ _id: 'q1:ann' }, { $set: { manager: to }, $inc: { rev: 1 } });
    const args = { about: 'ann', ref: 'q1', by: 'hanna', data: { from: 'bo', to } };
    await jobs.insert(jobRow(tookOver, args, w.clock.now(), 'moved') as never);
  });
  await w.bot.settle();
}

test('a meeting that was not agreed falls away with the manager; who proposed it has no say any more', async () => {
  await ann.presses('I’d rather meet');
  await ann.submits({ day: '2027-02-02', time: '14:00', note: 'About Bo' });
  const accept = w.platform.find('bo', 'That works').button;
  const move = w.platform.find('bo', 'Another time').button;
  await changesTo('carla');
  for (const p of [ann, bo]) expect(p.sees()).toContain('before this meeting was agreed');
  for (const { token } of [accept, move])
    expect((await bo.sends({ kind: 'press', token })).toast).toContain('Only Ann Miller');
  expect(w.as('carla').sees()).not.toContain('About Bo');
  const c = (await w.inside(() => newestOf('q1', 'ann')))!;
  expect(c).toMatchObject({ state: 'open', open: true });
  expect(c.meeting).toBeUndefined();
  await ann.presses('I’d rather meet');
  await ann.submits({ day: '2027-02-02', time: '14:00' });
  expect(w.as('carla').sees()).toContain('@ann would like to meet you');
});

test('one that was agreed stays agreed, but is no longer the old manager’s to move', async () => {
  await ann.presses('I’d rather meet');
  await ann.submits({ day: '2027-02-02', time: '14:00' });
  const move = w.platform.find('bo', 'Another time').button;
  await bo.presses('That works');
  await changesTo('carla');
  expect((await bo.sends({ kind: 'press', token: move.token })).toast).toContain('Only Ann Miller');
  expect((await w.inside(() => newestOf('q1', 'ann')))?.meeting?.agreed).toBeDefined();
});

test('an old manager who passed it up does not read what came of it', async () => {
  for (const _ of ['what is asked', 'what follows from that']) {
    await ann.presses('All at once, as a form');
    await ann.submits({ goal: 'other', ...stuck });
  }
  const stale = w.platform.find('bo', 'Answer').button;
  await bo.presses('Escalate');
  await bo.submits({ text: 'I can’t decide this' });
  await changesTo('carla');
  await w.until('2027-02-02T01:00:00Z');
  const chen = w.as('chen');
  await chen.presses('答复');
  await chen.submits({ text: '平台组负责' });
  expect(ann.sees()).toContain('平台组负责');
  expect(bo.sees()).not.toContain('平台组负责');
  const late = await bo.sends({ kind: 'press', token: stale.token });
  expect(JSON.stringify(late)).not.toContain('平台组负责');
});
