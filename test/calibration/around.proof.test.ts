/** Around a session: what tasks say, sorting, grades that go to and fro, events that come twice. */
import { overridesOf, sessions } from '../../src/calibration/model.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import { draftResult } from '../../src/results/issue.ts';
import type { World } from '../kit/world.ts';
import { does, ratedWorld } from '../results/arrange.ts';
import { opensUnit, sees } from './arrange.ts';

let w: World;
afterEach(() => w.end());
const reason = 'She carried the release of two other teams in March.';
const start = async (more?: () => Promise<void>, how = {}) => {
  w = await ratedWorld('calibration-ways', more, how);
};
const session = async () => (await w.inside(() => sessions.find({ cycle: 'q1' }, { sort: { at: 1 } })))[0];
const _press = async (who: string, name: string, args: object, value?: string) => {
  const token = `calibration.${name} ${JSON.stringify(args)}`;
  return w.as(who).sends({ kind: 'press', token, ...(value !== undefined && { value }) });
};
const submit = (who: string, name: string, args: object, values: Record<string, unknown>) =>
  w.as(who).sends({ kind: 'submit', token: `calibration.${name} ${JSON.stringify(args)}`, values });

test('tasks: HR opens, members look, the second one confirms; each ends when it is done', async () => {
  await start();
  const task = async (who: string) => JSON.stringify((await w.as(who).types('/perf')).card);
  expect(await task('hanna')).toContain('Calibrate Product · 2027 Q1');
  await opensUnit(w, 'hanna', 'Product');
  expect(await task('hanna')).not.toContain('Calibrate Product · 2027 Q1');
  expect(await task('hanna')).toContain('Calibration of Product: look at 3 people');
  expect(await task('bo')).toContain('Calibration of Product: look at 2 people');
  expect(await task('lin')).toContain('Product 校准：查看 3 人');
  await w.until('2027-04-12T09:00:00Z');
  await w.as('lin').presses('我已看完', '你的校准名单');
  expect(await task('lin')).not.toContain('Product 校准');
  await w.as('hanna').presses('Close', 'Your list');
  expect(await task('hanna')).not.toContain('Calibration of Product');
  expect(await task('bo')).toContain('Calibration of Product: confirm close');
  expect(JSON.stringify(await w.as('hanna').home())).toContain('0 of 4 units done');
  await w.until('2027-04-12T09:01:00Z');
  await w.as('bo').presses('Confirm close', 'Your list');
  expect(await task('bo')).not.toContain('Calibration of Product');
  expect(JSON.stringify(await w.as('hanna').home())).toContain('1 of 4 units done');
});

test('to and fro in the session: the result speaks of what came of it, or of nothing', async () => {
  await start();
  await opensUnit(w, 'hanna', 'Product');
  const id = (await session())?._id ?? '';
  const changes = async (grade: string) => {
    const last = (await w.inside(() => overridesOf('q1', 'ann'))).at(-1)?._id ?? '';
    await submit('hanna', 'saveChange', { session: id, person: 'ann', version: 1, last }, { grade, reason });
    await w.until(new Date(w.clock.now().getTime() + 60_000).toISOString());
    return does(w, 'hanna', async (ctx) =>
      draftResult(
        ctx,
        await cycles.must('q1'),
        await participants.must('q1:ann'),
        await ratings.must('q1:ann'),
      ),
    );
  };
  expect(await changes('S')).toMatchObject({ grade: 'S', override: { from: 'B', to: 'S', reason } });
  expect(await changes('A')).toMatchObject({
    grade: 'A',
    computedGrade: 'B',
    override: { from: 'B', to: 'A' },
  });
  const back = await changes('B');
  expect(back).toMatchObject({ grade: 'B', source: 'rating' });
  expect(back).not.toHaveProperty('override');
  expect(await w.inside(() => overridesOf('q1', 'ann'))).toHaveLength(3);
});

test('sorted and turned as each member likes', async () => {
  await start();
  await opensUnit(w, 'hanna', 'Product');
  const names = () =>
    [...sees(w, 'hanna', 'Your list').matchAll(/^\| (\w+) \w+ \|/gm)].map((m) => m[1]).slice(1);
  const before = [...sees(w, 'hanna', 'Your list').matchAll(/^\| (Bo|Ann|Dev) /gm)].map((m) => m[1]);
  expect(before).toEqual(['Bo', 'Ann', 'Dev']);
  await w.as('hanna').presses('name', 'Your list');
  expect([...sees(w, 'hanna', 'Your list').matchAll(/^\| (Bo|Ann|Dev) /gm)].map((m) => m[1])).toEqual([
    'Ann',
    'Bo',
    'Dev',
  ]);
  expect(names().length).toBeGreaterThan(0);
});

test.each([
  ['every event twice', { twice: true }],
  ['every third run aborted', { abortEvery: 3 }],
])('%s: the same in the end', async (_, how) => {
  await start(undefined, how);
  const hanna = w.as('hanna');
  await opensUnit(w, 'hanna', 'Product');
  await hanna.presses('Ann Miller', 'Your list');
  await hanna.presses('Change grade', 'Calibration · Ann');
  await hanna.submits({ grade: 'A', reason });
  await hanna.presses('Close', 'Your list');
  await w.until('2027-04-12T09:00:00Z');
  await w.as('bo').presses('Confirm close', 'Your list');
  await w.until('2027-04-12T09:01:00Z');
  expect(await w.inside(() => overridesOf('q1', 'ann'))).toHaveLength(1);
  expect(await session()).toMatchObject({
    state: 'closed',
    moved: 3,
    signs: [{ by: 'hanna' }, { by: 'bo' }],
  });
  const lists = w
    .as('bo')
    .messages()
    .filter((m) => m.card.title.startsWith('Your list'));
  expect(lists).toHaveLength(1);
});
