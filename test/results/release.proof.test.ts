/** Giving out: a preview, a second person's word, then everybody at once; late ones later; each manager where the scheme says so. */
import { overrides, sessions } from '../../src/calibration/model.ts';
import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { people } from '../../src/people/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import { batches } from '../../src/results/batches.ts';
import { receiptOf, receiptsOf, resultOf } from '../../src/results/model.ts';
import { opensUnit } from '../calibration/arrange.ts';
import { anOverride, at } from '../calibration/things.ts';
import type { Disturbance, World } from '../kit/world.ts';
import { calibratedWorld, previewed, signedOff } from './giving.ts';

let w: World;
const begin = async (more?: () => Promise<void>, how?: Disturbance) => {
  w = await calibratedWorld('release', more, how);
};
afterEach(() => w.end());

const state = async (person: string) => (await w.inside(() => participants.must(`q1:${person}`))).state;
const out = async () => (await w.inside(() => receiptsOf('q1'))).length;

test('preview, sign-off, release: everybody gets a card, HR sees it happen', async () => {
  await begin(async () => {
    await participants.change({ _id: 'q1:tom' }, { $set: { state: 'rated' } });
  });
  const hanna = w.as('hanna');
  await previewed(w);
  expect(hanna.sees()).toContain('For everybody: 12 people are ready.');
  expect(hanna.sees()).toContain('| B | 8 |');
  expect(hanna.sees()).toContain('2 people are ready but not counted by grade');
  expect(hanna.sees()).toContain('1 not now: calibration still open\nTom Becker');
  expect(await out()).toBe(0);
  expect(w.as('ann').sees()).not.toContain('Your result');
  expect(JSON.stringify(await hanna.home())).not.toContain('Sign off the results');
  await hanna.presses('Ask for the sign-off');
  expect(JSON.stringify(await w.as('chen').home())).toContain('签批绩效结果 · 2027 Q1');
  await w.as('chen').presses('签批', '请签批');
  expect(await out()).toBe(0);
  expect(JSON.stringify(await hanna.home())).toContain('Signed off: release the results · 2027 Q1');
  await hanna.presses('Release now');
  expect(await out()).toBe(12);
  expect(hanna.sees()).toContain('12 people have their results now.');
  expect(w.as('ann').sees()).toContain('# Your result · 2027 Q1: B, 3.41');
  expect(await state('ann')).toBe('released');
  expect(await state('tom')).toBe('rated');
  expect(await w.inside(() => resultOf('q1', 'hanna'))).toMatchObject({ by: 'chen' });
  expect(await w.inside(() => resultOf('q1', 'ann'))).toMatchObject({ by: 'hanna' });
  const said = await w.inside(() => facts.find({ kind: /^results\./ }));
  expect(said.map((f) => f.kind)).toEqual(
    expect.arrayContaining(['results.signAsked', 'results.signGiven', 'results.releaseStarted']),
  );
  expect(JSON.stringify(said.map((f) => f.data))).not.toMatch(/3\.41|"[SABCD]"/);

  // Tom's calibration is closed later: the same command takes him along, and nobody twice.
  await w.inside(() =>
    participants.change({ _id: 'q1:tom' }, { $set: { state: 'calibrated' }, $inc: { rev: 1 } }),
  );
  await previewed(w);
  expect(hanna.sees()).toContain('For everybody: one person is ready.');
  await hanna.presses('Ask for the sign-off');
  expect(w.as('chen').sees()).toContain('不足五人时，这里不显示等级分布。');
  await w.as('chen').presses('签批');
  await hanna.presses('Release now');
  expect(await out()).toBe(13);
});

test('the same, delivered twice and aborted on the way', async () => {
  await begin(undefined, { twice: true, abortEvery: 3 });
  await previewed(w);
  await signedOff(w);
  await w.as('hanna').presses('Release now');
  expect(await out()).toBe(13);
  const released = await w.inside(() => facts.find({ kind: 'results.released' }));
  expect(new Set(released.map((f) => f.about)).size).toBe(13);
  expect(released).toHaveLength(13);
});

test('nobody without a second person: not HR who asked, not somebody else', async () => {
  await begin(async () => {
    await people.change({ _id: 'hanna' }, { $set: { roles: ['hr', 'hrHead', 'executive'] } });
  });
  await previewed(w, ['Product']);
  const hanna = w.as('hanna');
  await hanna.presses('Ask for the sign-off');
  const [batch] = await w.inside(() => batches.find({}));
  const token = (name: string) => `results.${name} {"batch":"${batch?._id}"}`;
  const toast = async (who: string, name: string) =>
    (await w.as(who).sends({ kind: 'press', token: token(name) })).toast;
  expect(await toast('hanna', 'sign')).toBe('You asked for this release, so somebody else signs it off.');
  expect(await toast('bo', 'sign')).toBe('A release is signed off by an executive or the head of HR.');
  expect(await toast('hanna', 'give')).toBe('It has to be signed off by a second person first.');
  expect(await toast('chen', 'give')).toMatch(/^绩效结果由人力资源发布/);
  expect((await w.as('bo').types('/perf release')).toast).toBe('Results are released by HR.');
  expect((await hanna.types('/perf release Nowhere')).toast).toContain(
    'There is no unit “Nowhere” in the cycle. There are: ',
  );
  const chen = w.as('chen');
  await chen.presses('暂不签批');
  await chen.submits({ reason: '支持部门的评语还没写完。' });
  expect(hanna.sees()).toContain('said “not yet”');
  expect(hanna.sees()).toContain('支持部门的评语还没写完。');
  await hanna.presses('Look again');
  await signedOff(w);
  await hanna.presses('Release now');
  expect((await w.inside(() => receiptsOf('q1'))).map((r) => r.unit)).toEqual([
    'Product',
    'Product',
    'Product',
  ]);
});

test('what changed after the preview is not covered by the sign-off', async () => {
  await begin();
  await previewed(w);
  await signedOff(w);
  await w.until('2027-04-26T13:40:00Z');
  await w.inside(() =>
    overrides.insert({
      _id: 'o1',
      cycle: 'q1',
      person: 'ann',
      session: 's1',
      from: 'B',
      to: 'A',
      reason: 'The rescue in March.',
      by: 'hanna',
      at: w.clock.now(),
    }),
  );
  await w.as('hanna').presses('Release now');
  expect(await out()).toBe(12);
  expect(await w.inside(() => receiptOf('q1', 'ann'))).toBeUndefined();
  expect(w.as('hanna').sees()).toContain('One person was left out: something changed after the preview.');
  await previewed(w);
  await signedOff(w);
  await w.as('hanna').presses('Release now');
  expect(await w.inside(() => receiptOf('q1', 'ann'))).toMatchObject({ grade: 'A' });
  expect(w.as('ann').sees()).toContain('# Your result · 2027 Q1: A, 3.41');
  expect(w.as('ann').sees()).toContain('Computed B, calibrated A. The reason: The rescue in March.');
});

test('a session opened again holds its people back, also when the release was signed off before', async () => {
  await begin(async () => {
    await participants.change({ unit: 'Product' }, { $set: { state: 'rated' } });
  });
  const hanna = w.as('hanna');
  await opensUnit(w, 'hanna', 'Product');
  const [session] = await w.inside(() => sessions.find({}));
  const token = (name: string) => `calibration.${name} {"session":"${session?._id}"}`;
  const bothClose = async () => {
    for (const who of ['hanna', 'bo']) await w.as(who).sends({ kind: 'press', token: token('close') });
    await w.until(new Date(w.clock.now().getTime() + 10 * 60_000).toISOString());
  };
  await bothClose();
  await previewed(w);
  expect(hanna.sees()).toContain('For everybody: 13 people are ready.');
  await signedOff(w);
  const reopened = await hanna.sends({
    kind: 'submit',
    token: token('saveReopen'),
    values: { reason: 'Ann’s rescue in March was not looked at.' },
  });
  expect(reopened.toast).toContain('Open again');
  await hanna.presses('Release now');
  expect(await out()).toBe(10);
  for (const person of ['ann', 'bo', 'dev']) expect(await state(person)).toBe('calibrated');
  await previewed(w);
  expect(hanna.sees()).toContain('3 not now: calibration still open');

  // Both close it: the people are ready, and a new sign-off takes them along.
  await bothClose();
  await previewed(w);
  await signedOff(w);
  await hanna.presses('Release now');
  expect(await out()).toBe(13);
});

test('the preview counts the grades that hold: nothing taken back, nothing said about an earlier rating', async () => {
  await begin(async () => {
    const made = (person: string, n: number, more: object) =>
      overrides.insert(anOverride({ _id: `${person}${n}`, person, from: 'B', to: 'S', ...more }) as never);
    await made('ann', 1, { undone: at });
    await made('wang', 1, { rating: 1 });
    await ratings.change({ _id: 'q1:wang' }, { $set: { version: 2 } });
    await made('li', 1, { to: 'A' });
    await made('li', 2, { at: new Date(at.getTime() + 1), undone: at });
  });
  await previewed(w);
  expect(w.as('hanna').sees()).toContain('13 people are ready');
  expect(w.as('hanna').sees()).not.toMatch(/\| S \| [1-9]/);
  expect(w.as('hanna').sees()).toMatch(/\| A \| [1-9]/);
});

test('who stayed without a rating gets that, with the reason, and may appeal', async () => {
  await begin(async () => {
    const { basis, computed, final, grade, approved, ...rating } = await ratings.must('q1:dev');
    await ratings.save({
      ...rating,
      state: 'unrated',
      unrated: { reason: 'notRated', at: new Date('2027-04-09T00:00:00Z') },
    });
    await participants.change({ _id: 'q1:dev' }, { $set: { state: 'rated' } });
  });
  await previewed(w);
  expect(w.as('hanna').sees()).toContain('| no rating | 1 |');
  await signedOff(w);
  await w.as('hanna').presses('Release now');
  expect(w.as('dev').sees()).toContain('# Your result · 2027 Q1: no rating');
  expect(w.as('dev').sees()).toContain('There is no rating: nobody rated in time.');
  expect(w.as('dev').sees()).toContain('An appeal is open until');
});

test('more people than one step takes: everybody once, the figures right', async () => {
  const extra = 110;
  await begin(async () => {
    const [person, place, rating] = [
      await people.must('tom'),
      await participants.must('q1:tom'),
      await ratings.must('q1:tom'),
    ];
    const ids = Array.from({ length: extra }, (_, i) => `x${String(i).padStart(3, '0')}`);
    await people.insertAll(ids.map((_id) => ({ ...person, _id, email: `${_id}@example.com`, accounts: [] })));
    await participants.insertAll(ids.map((id) => ({ ...place, _id: `q1:${id}`, person: id })));
    await ratings.insertAll(ids.map((id) => ({ ...rating, _id: `q1:${id}`, person: id })));
  });
  await previewed(w);
  expect(w.as('hanna').sees()).toContain(`For everybody: ${13 + extra} people are ready.`);
  await signedOff(w);
  await w.as('hanna').presses('Release now');
  const [batch] = await w.inside(() => batches.find({}));
  expect(batch).toMatchObject({ state: 'given', done: 13 + extra, passed: 0 });
  const released = await w.inside(() => facts.find({ kind: 'results.released' }));
  expect(new Set(released.map((f) => f.about)).size).toBe(13 + extra);
  expect(released).toHaveLength(13 + extra);
}, 400_000);
