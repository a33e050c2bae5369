/** The ways beside the straight one: wrong person, twice, late, stale, paused; several units; two at once. */
import { overrides, sessions } from '../../src/calibration/model.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { people } from '../../src/people/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import type { World } from '../kit/world.ts';
import { ratedWorld } from '../results/arrange.ts';
import { opensUnit, sees } from './arrange.ts';

let w: World;
afterEach(() => w.end());
const reason = 'She carried the release of two other teams in March.';
const start = async (more?: () => Promise<void>, how = {}) => {
  w = await ratedWorld('calibration-ways', more, how);
};
const session = async () => (await w.inside(() => sessions.find({ cycle: 'q1' }, { sort: { at: 1 } })))[0];
const press = async (who: string, name: string, args: object, value?: string) => {
  const token = `calibration.${name} ${JSON.stringify(args)}`;
  return w.as(who).sends({ kind: 'press', token, ...(value !== undefined && { value }) });
};
const submit = (who: string, name: string, args: object, values: Record<string, unknown>) =>
  w.as(who).sends({ kind: 'submit', token: `calibration.${name} ${JSON.stringify(args)}`, values });

test('only HR opens; who is asked to join finds the list; the others hear who can', async () => {
  await start();
  expect((await w.as('bo').types('/perf calibrate')).toast).toContain('HR opens calibration');
  expect((await press('bo', 'prepareUnit', { cycle: 'q1', unit: 'Product' })).toast).toContain('HR opens');
  await opensUnit(w, 'hanna', 'product');
  await w.as('bo').types('/perf calibrate');
  expect(sees(w, 'bo', 'Your list')).toContain('Ann Miller');
  expect((await w.as('tom').types('/perf calibrate')).toast).toContain('HR opens calibration');
  expect((await w.as('hanna').types('/perf calibrate Nowhere')).toast).toContain(
    'There are: People, Product',
  );
  expect((await w.as('hanna').types('/perf calibrate 2027 q1 sales')).open?.intro).toContain('Sales');
});

test('outsiders, the persons themselves and the raters reach nothing', async () => {
  await start();
  await opensUnit(w, 'hanna', 'Product');
  const id = (await session())?._id ?? '';
  const about = { session: id };
  const ann = { ...about, person: 'ann', version: 1, last: '' };
  const values = { grade: 'A', reason };
  for (const who of ['ann', 'tom', 'carla'])
    for (const name of ['list', 'looked', 'close', 'withdraw', 'invite', 'reopen'])
      expect((await press(who, name, about)).toast).toBeDefined();
  expect((await press('tom', 'row', about, 'ann')).toast).toContain('asked to join');
  expect((await submit('ann', 'saveChange', ann, values)).toast).toContain('asked to join');
  expect((await submit('bo', 'saveChange', ann, values)).toast).toContain('You rated this person');
  expect((await submit('bo', 'saveChange', { ...ann, person: 'bo' }, values)).toast).toContain(
    'Your own row',
  );
  expect((await press('bo', 'row', about, 'bo')).toast).toContain('Your own row');
  expect((await press('lin', 'close', about)).toast).toContain('共同结束');
  expect((await press('lin', 'invite', about)).toast).toContain('人力资源');
  expect((await submit('hanna', 'saveChange', { ...ann, person: 'tom' }, values)).toast).toContain(
    'Nothing can be',
  );
  expect(await w.inside(() => overrides.count({}))).toBe(0);
});

test('a session of the unit of HR: neither they nor the CEO find their own row', async () => {
  await start();
  await opensUnit(w, 'hanna', 'People');
  await w.until('2027-04-12T09:00:00Z');
  expect(sees(w, 'hanna', 'Your list')).toMatch(/^\| 林悦/m);
  expect(sees(w, 'hanna', 'Your list')).not.toMatch(/^\| (Hanna|陈伟)/m);
  expect(sees(w, 'chen', '你的校准名单')).toMatch(/^\| Hanna/m);
  expect(sees(w, 'chen', '你的校准名单')).not.toMatch(/^\| 陈伟/m);
  const id = (await session())?._id ?? '';
  expect((await press('hanna', 'row', { session: id }, 'chen')).toast).toContain('people above you');
  const lin = { session: id, person: 'lin', version: 1, last: '' };
  expect((await submit('hanna', 'saveChange', lin, { grade: 'A', reason })).toast).toContain(
    'You rated this person',
  );
});

test('one open session a unit, also when two open it at once; a form filled in late is told', async () => {
  await start(async () => {
    await people.change({ _id: 'carla' }, { $set: { roles: ['hr'] } });
  });
  const [hanna, carla] = [w.as('hanna'), w.as('carla')];
  await hanna.types('/perf calibrate Product');
  await carla.types('/perf calibrate Product');
  const filled = (who: typeof hanna) => Object.fromEntries(who.form().fields.map((f) => [f.name, f.value]));
  const [first, second] = await Promise.all([hanna.submits(filled(hanna)), carla.submits(filled(carla))]);
  const toasts = [first.toast, second.toast];
  expect(toasts.filter((t) => t?.includes('The session is open'))).toHaveLength(1);
  expect(toasts.filter((t) => t?.includes('Product is in a session already'))).toHaveLength(1);
  expect(await w.inside(() => sessions.count({}))).toBe(1);
});

test('what is not ready is said; without anybody approved nothing opens', async () => {
  await start(async () => {
    await ratings.change({ _id: 'q1:dev' }, { $set: { state: 'submitted' } });
    await participants.change({ _id: 'q1:dev' }, { $set: { state: 'assessing' } });
    await ratings.change({ unit: 'Sales' }, { $set: { state: 'proposed' } });
    await participants.change({ unit: 'Sales' }, { $set: { state: 'assessing' } });
    await ratings.change({ _id: 'q1:wang' }, { $set: { state: 'unrated', final: null, grade: null } });
  });
  const hanna = w.as('hanna');
  await hanna.types('/perf calibrate Product');
  expect(hanna.form().intro).toContain(
    '2 to calibrate. Not ready: 0 still with their managers, 1 to be approved',
  );
  expect((await hanna.types('/perf calibrate Sales')).toast).toContain('3 are still being rated or approved');
  await opensUnit(w, 'hanna', 'Support');
  expect(sees(w, 'hanna', 'Your list')).toContain('Without a rating, so without a grade to calibrate: 王磊');
  await hanna.presses('Close', 'Your list');
  await w.until('2027-04-12T09:00:00Z');
  await w.as('zhao').presses('确认结束', '你的校准名单');
  await w.until('2027-04-12T09:01:00Z');
  expect((await w.inside(() => participants.must('q1:wang'))).state).toBe('calibrated');
});

test('before the phase, in a paused cycle and after the close nothing moves', async () => {
  await start();
  const hanna = w.as('hanna');
  await w.inside(() =>
    cycles.change({ _id: 'q1' }, { $set: { opened: ['planning', 'tracking', 'assessment'] } }),
  );
  expect((await hanna.types('/perf calibrate')).toast).toContain('No running cycle has reached calibration');
  await w.inside(() => cycles.change({ _id: 'q1' }, { $addToSet: { opened: 'calibration' } }));
  await opensUnit(w, 'hanna', 'Product');
  const id = (await session())?._id ?? '';
  const ann = { session: id, person: 'ann', version: 1, last: '' };
  await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { state: 'paused' } }));
  expect((await submit('hanna', 'saveChange', ann, { grade: 'A', reason })).toast).toContain('does not run');
  expect((await press('hanna', 'close', { session: id })).toast).toContain('does not run');
  await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { state: 'running' } }));
  await press('hanna', 'close', { session: id });
  expect((await press('hanna', 'close', { session: id })).toast).toContain('You agreed to close already');
  await press('bo', 'close', { session: id });
  await w.until('2027-04-12T09:00:00Z');
  expect((await submit('hanna', 'saveChange', ann, { grade: 'A', reason })).toast).toContain('is closed');
  expect((await press('hanna', 'withdraw', { session: id })).toast).toContain('is closed');
  expect((await press('hanna', 'undo', { session: id, person: 'ann', override: 'x' })).toast).toContain(
    'Too late',
  );
});

test('several units: each head closes; another session cannot take one of them', async () => {
  await start();
  await opensUnit(w, 'hanna', 'Product', { units: ['Product', 'Sales'] });
  const one = await session();
  expect(one).toMatchObject({
    units: ['Product', 'Sales'],
    members: ['bo', 'carla', 'chen', 'hanna', 'lin'],
    heads: [
      { person: 'bo', units: ['Product'] },
      { person: 'carla', units: ['Sales'] },
    ],
  });
  await w.until('2027-04-12T15:00:00Z');
  expect(sees(w, 'carla', 'Your list')).toContain('| Ann Miller | Product | Bo Larsen | 3.41 | B |');
  const id = one?._id ?? '';
  expect((await press('carla', 'row', { session: id }, 'ann')).toast).toContain('HR, the unit’s HR partner');
  expect((await w.as('hanna').types('/perf calibrate Sales')).open).toBeUndefined();
  for (const who of ['hanna', 'bo']) await press(who, 'close', { session: id });
  expect((await session())?.state).toBe('open');
  await press('carla', 'close', { session: id });
  await w.until('2027-04-12T15:01:00Z');
  expect((await session())?.state).toBe('closed');
});

test('a unit’s own head closes it, whoever else HR would rather name', async () => {
  await start();
  const reply = await opensUnit(w, 'hanna', 'Product', { heads: ['carla'] });
  const own = 'Product is closed together with its own head: Bo Larsen. Others can join as members.';
  expect(reply.errors).toEqual({ heads: own });
  expect((await opensUnit(w, 'hanna', 'Product', { heads: ['bo', 'carla'] })).errors).toEqual({ heads: own });
  expect(await session()).toBeUndefined();
  await opensUnit(w, 'hanna', 'Product');
  const about = { session: (await session())?._id };
  expect((await submit('hanna', 'saveInvite', about, { members: [], heads: ['carla'] })).errors).toEqual({
    heads: own,
  });
  expect((await session())?.heads).toEqual([{ person: 'bo', units: ['Product'] }]);
});

test('others may join later; with the head gone somebody else closes', async () => {
  await start();
  await opensUnit(w, 'hanna', 'Product');
  const hanna = w.as('hanna');
  await w.inside(() => people.change({ _id: 'bo' }, { $set: { left: '2027-04-01' } }));
  await hanna.presses('Who joins', 'Your list');
  await hanna.submits({ members: ['carla'], heads: ['hanna'] });
  expect(hanna.reply().errors?.heads).toContain('Closing needs two people');
  await hanna.presses('Who joins', 'Your list');
  await hanna.submits({ members: ['carla'], heads: ['carla'] });
  expect((await session())?.heads).toEqual([{ person: 'carla', units: ['Product'] }]);
  await w.until('2027-04-12T15:00:00Z');
  expect(sees(w, 'carla', 'Your list')).toContain('Please look at 3 people');
  expect(sees(w, 'carla', 'Calibration of Product')).toContain('[Open my list]');
});
