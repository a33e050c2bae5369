/** Whom HR may name to decide on somebody without a manager. */
import { type Cycle, cycles } from '../../src/cycles/model.ts';
import { people } from '../../src/people/model.ts';
import { type Someone, type World, world } from '../kit/world.ts';

let w: World;
beforeEach(async () => {
  w = await world({ database: 'cycles-evaluators', start: '2027-01-04T08:02:00Z' });
});
afterEach(() => w.end());

async function drafted(): Promise<Someone> {
  const hanna = w.as('hanna');
  await hanna.types('/perf kickoff');
  await hanna.submits(Object.fromEntries(hanna.form().fields.map((f) => [f.name, f.value])));
  return hanna;
}
const theCycle = async () => (await w.inside(() => cycles.one({}))) as Cycle;

test('who decides on whom is not named by themselves, nor for somebody who has a manager, nor is it one who left', async () => {
  await w.inside(() => people.change({ _id: 'hanna' }, { $unset: { manager: '' } }));
  await w.inside(() => people.change({ _id: 'nina' }, { $set: { left: '2026-12-31' } }));
  const hanna = await drafted();
  await hanna.presses('Name evaluators');
  const form = hanna.form();
  expect(form.fields.map((f) => f.label)).toEqual(['陈伟 Chen Wei']);
  const errors = async (values: object) => (await hanna.submits({ ...values }, form)).errors;
  expect((await errors({ hanna: 'carla' }))?.hanna).toContain('ask another HR colleague');
  expect((await errors({ chen: 'nina' }))?.chen).toContain('not with the organisation today');
  expect((await errors({ ann: 'carla' }))?.ann).toContain('don’t know');
  expect((await theCycle()).evaluators).toBeUndefined();
});

test('two who are named for each other are a circle', async () => {
  await w.inside(() => people.change({ _id: 'zhao' }, { $unset: { manager: '' } }));
  const hanna = await drafted();
  await hanna.presses('Name evaluators');
  await hanna.submits({ chen: 'zhao', zhao: 'chen' });
  expect(hanna.sees()).toContain('2 report to each other in a circle');
});
