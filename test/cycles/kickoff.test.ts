import type { Form } from '../../src/core/card.ts';
import { facts } from '../../src/core/facts.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { type World, world } from '../kit/world.ts';

let w: World;
beforeEach(async () => {
  w = await world({ database: 'cycles-kickoff', start: '2027-01-04T08:02:00Z' });
});
afterEach(() => w.end());

const filled = (form: Form) => Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
const kindsAbout = async (id: string) =>
  (await w.inside(() => facts.find({ about: id }, { sort: { seq: 1 } }))).map((f) => f.kind);

async function drafted(over: Record<string, unknown> = {}) {
  const hanna = w.as('hanna');
  await hanna.types('/perf kickoff');
  await hanna.submits({ ...filled(hanna.form()), ...over });
  return hanna;
}
const theCycle = async () => {
  const [cycle] = await w.inside(() => cycles.find({}));
  if (!cycle) throw new Error('no cycle');
  return cycle;
};

test('from the form to the start: a check, a confirmation, then everybody has their card', async () => {
  const hanna = await drafted();
  expect(hanna.sees()).toContain('2027 Q1 – ready to start?');
  expect(hanna.sees()).toContain('14 people');
  expect(hanna.sees()).toContain('1 on long leave → not eligible: 梅雪');
  expect(hanna.sees()).toContain('1 without a manager: 陈伟 Chen Wei');
  expect(w.as('ann').sees()).toBe('');

  await hanna.presses('Start');
  expect(w.as('ann').sees()).toContain('2027 Q1 begins');
  expect(w.as('ann').sees()).toContain('2027 Q1: what it means for you');
  expect(w.as('ann').sees()).toContain('Bo Larsen agrees your goals');
  expect(w.as('mei').sees()).toContain('这次你不参与');
  expect(w.as('carla').sees()).not.toContain('what it means for you');

  await w.until('2027-01-04T14:00:00Z');
  expect(w.as('carla').sees()).toContain('what it means for you');
  expect(hanna.sees()).toContain('14 of 14 delivered');
  expect(hanna.sees()).toContain('Everybody has it.');
  const cycle = await theCycle();
  expect(cycle.state).toBe('running');
  const all = await w.inside(() => participants.find({ cycle: cycle._id }));
  expect(all).toHaveLength(14);
  expect(
    all
      .filter((p) => p.leads)
      .map((p) => p.person)
      .sort(),
  ).toEqual(['bo', 'carla', 'chen', 'hanna', 'zhao']);
  expect(await kindsAbout(cycle._id)).toEqual(['cycles.drafted', 'cycles.launched', 'cycles.phaseOpened']);
});

test('phases open and lock by themselves, each once and in order, also after a long sleep', async () => {
  const hanna = await drafted();
  await hanna.presses('Start');
  const { _id } = await theCycle();
  await w.until('2027-01-20T12:00:00Z');
  const tracking = await w.inside(() => participants.find({ cycle: _id, state: 'tracking' }));
  expect(tracking).toHaveLength(13);
  expect((await theCycle()).locked).toEqual(['planning']);

  // The product slept for months: it wakes once, at the end.
  w.clock.moveTo(new Date('2027-07-01T08:00:00Z'));
  await w.bot.settle();
  const cycle = await theCycle();
  expect(cycle.state).toBe('closed');
  expect(cycle.opened).toEqual(cycle.phases.map((p) => p.phase));
  expect(cycle.locked).toEqual(cycle.phases.map((p) => p.phase));
  const kinds = await kindsAbout(_id);
  expect(kinds.filter((k) => k === 'cycles.phaseOpened')).toHaveLength(8);
  expect(kinds.filter((k) => k === 'cycles.phaseLocked')).toHaveLength(8);
  expect(kinds).toContain('cycles.closed');
});
