/** The managers' part: words beside the numbers, and the release by each of them where the scheme says so. */
import { facts } from '../../src/core/facts.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { interviewOf } from '../../src/interviews/model.ts';
import { receiptsOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { calibratedWorld, previewed, signedOff } from './giving.ts';

let w: World;
const begin = async (more?: () => Promise<void>) => {
  w = await calibratedWorld('managers', more);
};
afterEach(() => w.end());

const state = async (person: string) => (await w.inside(() => participants.must(`q1:${person}`))).state;

const byManager = async () => {
  const cycle = await cycles.must('q1');
  const turned = (s: typeof cycle.schemes.standard) => ({
    ...s,
    rewards: { ...s.rewards, release: 'manager' as const },
  });
  await cycles.save({
    ...cycle,
    schemes: { standard: turned(cycle.schemes.standard), manager: turned(cycle.schemes.manager) },
  });
};

test('where managers give out: with HR’s sign-off before, one by one, never without', async () => {
  await begin(byManager);
  const bo = w.as('bo');
  const early = { kind: 'press', token: 'results.giveOne {"cycle":"q1"}', value: 'ann' } as const;
  expect((await bo.sends(early)).toast).toContain('not covered by a sign-off');
  await previewed(w);
  await signedOff(w);
  await w.as('hanna').presses('Hand over to the managers');
  // Only who has no manager gets theirs from here.
  expect((await w.inside(() => receiptsOf('q1'))).map((r) => r.person)).toEqual(['chen']);
  expect(bo.sees()).toContain('You give the results out yourself, one by one, after the interview.');
  // First they talk: until the manager says so, nothing is given.
  expect((await bo.sends(early)).toast).toBe(
    'Please talk with Ann Miller first, and choose “We have talked” for them. Then you can give the result.',
  );
  expect(bo.sees()).not.toContain('Give the result to');
  await bo.presses('We have talked: Ann Miller', 'Results of your team');
  expect(bo.reply().toast).toBe('Noted. You can give Ann Miller the result now.');
  expect(bo.sees()).toContain('| Ann Miller | – | talked, not given out | – |');
  expect(w.as('ann').sees()).not.toContain('# Your result');
  const talked = await w.inside(() => facts.find({ kind: 'results.talked', about: 'ann' }));
  expect(talked).toMatchObject([{ by: 'bo', ref: 'q1' }]);
  expect(JSON.stringify(await bo.home())).toContain('Give out 2 results · 2027 Q1');
  await bo.presses('Give the result to: Ann Miller', 'Results of your team');
  expect(bo.reply().toast).toBe('Ann Miller has the result now.');
  expect(w.as('ann').sees()).toContain('# Your result · 2027 Q1: B, 3.41');
  expect(await state('dev')).toBe('calibrated');
  // The talk is on record: what is left are the notes, and both people's word for them.
  expect(await w.inside(() => interviewOf('q1', 'ann'))).toMatchObject({
    state: 'held',
    heldOn: '2027-04-26',
  });
  expect((await bo.sends(early)).toast).toBe('Ann Miller has the result already.');
  expect((await bo.sends({ ...early, value: 'bo' })).toast).toBe('Nobody does this for themselves.');
  expect((await w.as('carla').sends({ ...early, value: 'dev' })).toast).toBe(
    'This is for the person’s own manager.',
  );
});

test('words are written before, frozen at the release, and change no more', async () => {
  await begin();
  const bo = w.as('bo');
  expect(JSON.stringify(await bo.home())).toContain('Write words for 2 results · 2027 Q1');
  await bo.types('/perf result team');
  await bo.presses('Dev Patel', 'Results of your team');
  const form = bo.form();
  expect(form.fields.map((f) => f.name)).toEqual([
    'strengths',
    'improve',
    ...[0, 1, 2].flatMap((i) => [`cause_${i}`, `measure_${i}`]),
  ]);
  const values = {
    strengths: 'Calm on call.',
    improve: 'Hand over <b>earlier</b>.',
    cause_0: 'Two projects.',
  };
  expect((await bo.submits(values, form)).errors).toEqual({
    measure_0: expect.stringContaining('belong together'),
  });
  expect((await bo.submits({ strengths: ' ' }, form)).errors).toMatchObject({
    strengths: expect.any(String),
    improve: expect.any(String),
  });
  await bo.submits({ ...values, measure_0: 'One at a time.' }, form);
  expect(bo.reply().toast).toBe('Kept. It goes out with the result; until then only you see it.');
  expect(bo.sees()).toContain('| Dev Patel | – | not given out | written |');
  expect((await w.as('carla').submits(values, form)).toast).toBe('This is for the person’s own manager.');
  await previewed(w);
  expect(w.as('hanna').sees()).toContain('Without words from the manager: 11');
  await signedOff(w);
  await w.as('hanna').presses('Release now');
  expect(w.as('dev').sees()).toContain('Strengths\nCalm on call.');
  expect(w.as('dev').sees()).toContain('To improve\nHand over <b>earlier</b>.');
  expect(w.as('dev').sees()).toContain('results – why: Two projects.\nWhat helps: One at a time.');
  expect((await bo.submits({ strengths: 'x', improve: 'y' }, form)).toast).toContain('given out already');
});
