/** Who is kept away, and who is found in their place, from what the store says. */
import {
  barredFrom,
  candidates,
  owners,
  routers,
  secondInstance,
  whyNotFor,
} from '../../src/appeals/barred.ts';
import { appeals } from '../../src/appeals/model.ts';
import { overrides } from '../../src/calibration/model.ts';
import { participants } from '../../src/cycles/model.ts';
import { people } from '../../src/people/model.ts';
import type { World } from '../kit/world.ts';
import { appealsWorld, checklist, find, opens } from './arrange.ts';

let w: World;
beforeAll(async () => {
  w = await appealsWorld('barred', async () => {
    const at = new Date('2027-04-20T08:00:00Z');
    const common = { cycle: 'q1', session: 's1', from: 'C' as const, to: 'C' as const, reason: 'x', at };
    await overrides.insertAll([
      { ...common, _id: 'o1', person: 'dev', by: 'carla' },
      { ...common, _id: 'o2', person: 'dev', by: 'hanna' },
    ]);
    // Frozen under somebody else than who leads now.
    await participants.change({ _id: 'q1:dev' }, { $set: { manager: 'zhao' } });
  });
  await opens(w);
});
afterAll(() => w.end());

const ids = (all: { _id: string }[]) => all.map((p) => p._id);

test('rater, approver, calibrators, the line as it was and as it is, and the person', async () => {
  const appeal = await find(w);
  const why = new Map(appeal.barred.map((b) => [b.person, b.why]));
  expect([...why].sort()).toEqual(
    [
      ['bo', 'rater'],
      ['carla', 'calibrator'],
      ['chen', 'line'],
      ['dev', 'self'],
      ['hanna', 'calibrator'],
      ['zhao', 'line'],
    ].sort(),
  );
});

test('who was barred at the opening stays so, whoever leads now', async () => {
  const appeal = await find(w);
  await w.inside(async () => {
    await participants.change({ _id: 'q1:dev' }, { $set: { manager: 'bo' } });
    expect((await barredFrom(appeal)).some((b) => b.person === 'zhao')).toBe(false);
    await people.change({ _id: 'dev' }, { $set: { manager: 'tom' } });
    const asked = ['zhao', 'tom', 'nina', 'mei', 'nobody'];
    const no = await whyNotFor(appeal, asked, w.clock.now());
    expect(asked.map(no)).toEqual(['line', 'line', undefined, 'away', 'away']);
    await people.change({ _id: 'dev' }, { $set: { manager: 'bo' } });
  });
});

test('HR who calibrated still routes and looks after the case, and decides nothing', async () => {
  const appeal = await find(w);
  await w.inside(async () => {
    expect(ids(await routers(appeal, w.clock.now()))).toEqual(['hanna']);
    expect(ids(await owners(appeal, w.clock.now()))).toEqual(['lin', 'hanna']);
    expect(ids(await candidates(appeal, w.clock.now()))).toEqual([]);
    expect(await secondInstance(appeal, [], w.clock.now())).toEqual([]);
  });
});

test('nobody of the usual is left: a name from outside can be given, and a colleague can be named', async () => {
  const hanna = w.as('hanna');
  await hanna.presses('Name owner and panel');
  const form = hanna.form();
  expect(form.fields.map((f) => f.name)).toEqual(['owner', 'others', 'outside']);
  expect(
    (await hanna.submits({ owner: 'hanna', others: [], outside: 'Dr. A' }, form)).errors?.owner,
  ).toContain('its calibration');
  await hanna.submits({ owner: 'lin', others: [], outside: 'Dr. A, B & Co' }, form);
  expect(await find(w)).toMatchObject({
    state: 'assigned',
    owner: 'lin',
    panel: [],
    outside: 'Dr. A, B & Co',
  });
  expect(await w.inside(() => appeals.count({ open: true }))).toBe(1);

  const lin = w.as('lin');
  await lin.presses('确认收到', '案件');
  await lin.presses('起草决定', '案件');
  await lin.submits({ ...checklist, outcome: 'upheld', reasons: 'Dr. A has read it all.' });
  await lin.presses('作出决定', '决定草案');
  await w.until('2027-04-26T15:00:00Z');
  expect(w.as('dev').sees()).toContain('(By Dr. A, B & Co, ');
});
