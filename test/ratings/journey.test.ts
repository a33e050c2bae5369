import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { goals } from '../../src/goals/model.ts';
import { ratingOf, ratings } from '../../src/ratings/model.ts';
import type { World } from '../kit/world.ts';
import { ratingsWorld, says } from './arrange.ts';

const colleagues = {
  competencies: [{ of: 'peer' as const, value: '3.5', givers: '3-4' as const }],
  collaboration: [{ of: 'peer' as const, value: '3.5', givers: '3-4' as const }],
};

let w: World;
beforeEach(async () => {
  w = await ratingsWorld('journey', () => says('ann', colleagues));
});
afterEach(() => w.end());

const rating = (person: string) => w.inside(() => ratingOf('q1', person));
const state = async (person: string) => (await w.inside(() => participants.get(`q1:${person}`)))?.state;

/** Results and competencies are proposed or not; collaboration never is, without colleagues. */
async function boRates(person: string, values: Record<string, unknown> = {}) {
  const bo = w.as('bo');
  await bo.presses(person, 'Ratings of your team');
  await bo.presses('Confirm all 2', 'Rating of');
  await bo.presses('Adjust', 'Rating of');
  await bo.submits({ level_0: '3', level_1: '4', level_2: '3', ...values });
  return bo.presses('Send', 'Rating of');
}

test('each manager gets one card when the assessment has locked', () => {
  expect(w.as('bo').sees()).toContain('Ratings of your team · 2027 Q1');
  expect(w.as('bo').sees()).toContain('0 of 2 sent');
  expect(w.as('bo').sees()).toContain('| Ann Miller | 88 % | 2 to confirm | to rate |');
  expect(w.as('ann').sees()).not.toContain('Rating');
});

test('from the pack to the approval', async () => {
  const [bo, chen] = [w.as('bo'), w.as('chen')];
  await bo.presses('Ann Miller', 'Ratings of your team');
  expect(bo.sees()).toContain('Rating of Ann Miller · 2027 Q1');
  expect(bo.sees()).toContain('| results | 2.47 | 2 · partly met | 2 · partly met | – |');
  await bo.presses('Approve', 'Rating of Ann');
  expect(bo.reply().toast).toContain('2 numbers are not confirmed');
  await bo.presses('Confirm all 2', 'Rating of Ann');
  await bo.presses('Approve', 'Rating of Ann');
  expect(bo.reply().toast).toContain('competencies');
  await bo.submits({ level_0: '4', level_1: '4', level_2: '3' });
  expect(bo.reply().errors?.reason_0).toContain('why');
  await bo.submits({
    level_0: '4',
    level_1: '4',
    level_2: '3',
    reason_0: 'Two of three months were <!channel> a migration',
  });
  expect(bo.sees()).toContain('Before you send');
  await bo.presses('Send', 'Rating of Ann');
  const sent = await rating('ann');
  expect(sent).toMatchObject({ state: 'submitted', version: 1, decider: 'chen', final: '3.21', grade: 'B' });
  expect(chen.sees()).toContain('Ratings by Bo Larsen · 2027 Q1');
  expect(chen.sees()).toContain('<!channel>');
  await chen.presses('批准', 'Bo Larsen');
  expect(await rating('ann')).toMatchObject({ state: 'approved', approved: { by: 'chen' } });
  expect(await state('ann')).toBe('rated');
});
