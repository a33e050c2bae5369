/** HR reads a check-in on request: what the cards promise, and what is noted. */
import { newestOf } from '../../src/checkins/model.ts';
import { facts } from '../../src/core/facts.ts';
import { people } from '../../src/people/model.ts';
import { type World, world } from '../kit/world.ts';
import { arrangeTracking, stuck } from './arrange.ts';

let w: World;
beforeEach(async () => {
  w = await world({
    database: 'checkins-reading',
    start: '2027-02-01T08:30:00Z',
    arrange: () => arrangeTracking(),
  });
  await w.until('2027-02-01T09:00:00Z');
});
afterEach(() => w.end());

async function annSends() {
  const ann = w.as('ann');
  await ann.presses('All at once, as a form');
  await ann.submits({ goal: 'other', ...stuck, obstacles: '', commitment: '9' });
}
const looks = () =>
  w.inside(async () => (await facts.find({ about: 'ann', kind: 'checkins.read' })).map((f) => f.by));

test('HR and the partner of the unit read it by name, and each look is a fact', async () => {
  const { unit } = await w.inside(() => people.must('ann'));
  await w.inside(() => people.change({ _id: 'lin' }, { $set: { partnerOf: [unit] } }));
  expect((await w.as('hanna').types('/perf checkin Ann')).toast).toContain('Ann Miller');
  expect(await looks()).toEqual([]);
  expect(w.as('ann').sees()).toContain('HR may ask to read it, and each look is logged');
  await annSends();
  for (const who of ['hanna', 'lin']) {
    await w.as(who).types('/perf checkin Ann Miller');
    expect(w.as(who).sees()).toContain(stuck.happened);
  }
  expect((await looks()).sort()).toEqual(['hanna', 'lin']);
});

test('nobody else, and no other unit; the manager gets the record that lives', async () => {
  await annSends();
  await w.inside(() => people.change({ _id: 'lin' }, { $set: { partnerOf: ['Elsewhere'] } }));
  const c = (await w.inside(() => newestOf('q1', 'ann')))!;
  const token = `checkins.read ${JSON.stringify({ checkIn: c._id })}`;
  for (const who of ['lin', 'dev', 'chen', 'zhao']) {
    expect((await w.as(who).types('/perf checkin Ann Miller')).toast).toContain('Ann Miller');
    expect((await w.as(who).sends({ kind: 'press', token })).toast).toContain('Ann Miller');
    expect(w.as(who).sees()).not.toContain(stuck.happened);
  }
  expect(await looks()).toEqual([]);
  await w.as('bo').types('/perf checkin Ann Miller');
  expect(w.as('bo').sees()).toContain('Check-in of Ann Miller');
  await w.as('bo').presses('Comment', 'Check-in of Ann Miller');
});

test('one’s own name starts one’s own; a name that is nobody’s is said', async () => {
  await w.as('ann').types('/perf checkin Ann Miller');
  expect(w.as('ann').sees()).toContain('Which goal is this about?');
  expect((await w.as('hanna').types('/perf checkin Xyzzy')).toast).toContain('nobody of that name');
});
