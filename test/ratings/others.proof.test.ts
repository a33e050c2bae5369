import { facts } from '../../src/core/facts.ts';
import { ratingOf, ratings } from '../../src/ratings/model.ts';
import type { World } from '../kit/world.ts';
import { ratingsWorld, says } from './arrange.ts';

const group = (of: 'peer' | 'partner') => [{ of, value: '3.5', givers: '3-4' as const }];
const colleagues = { competencies: group('peer'), collaboration: group('peer') };

let w: World;
beforeEach(async () => {
  w = await ratingsWorld('others', () => says('ann', colleagues));
});
afterEach(() => w.end());

const rating = (person: string) => w.inside(() => ratingOf('q1', person));
const opens = (rater: string, name: string, open = 'Ratings of your team') => w.as(rater).presses(name, open);

/** Ann as proposed: 3, 4, 4. */
async function boSendsAnn() {
  await opens('bo', 'Ann Miller');
  await w.as('bo').presses('Confirm all 2', 'Rating of Ann');
  return w.as('bo').presses('Approve', 'Rating of Ann');
}

describe('nobody else', () => {
  test('not the person, not a stranger, not HR, not the rater for the decider', async () => {
    await opens('bo', 'Ann Miller');
    const open = w.platform.find('bo', 'Approve', 'Rating of Ann').button.token;
    const press = (who: string, token: string) => w.as(who).sends({ kind: 'press', token } as never);
    expect((await press('ann', open)).toast).toContain('themselves');
    expect((await press('carla', open)).toast).toBe('Only Bo Larsen rates here.');
    expect((await press('hanna', open)).toast).toBe('Only Bo Larsen rates here.');
    await boSendsAnn();
    const decide = w.platform.find('chen', '批准', 'Bo Larsen').button.token;
    expect((await press('ann', decide)).toast).toContain('themselves');
    expect((await press('bo', decide)).toast).toContain('Somebody else decides');
    expect((await press('zhao', decide)).toast).toContain('审批');
    expect(await rating('ann')).toMatchObject({ state: 'submitted' });
  });

  test('what anybody reads of others is kept', async () => {
    const hanna = w.as('hanna');
    await boSendsAnn();
    await hanna.types('/perf rate');
    await hanna.presses('Product', 'Ratings · 2027 Q1');
    expect(hanna.sees()).toContain('| Ann Miller | Bo Larsen | 3.13, B | sent |');
    await hanna.presses('Ann Miller', 'Ratings of Product');
    const read = await w.inside(() => facts.find({ kind: 'ratings.read' }));
    expect(read).toMatchObject([{ by: 'hanna', about: 'ann' }]);
  });

  test('HR does not see their own', async () => {
    const hanna = w.as('hanna');
    await hanna.types('/perf rate');
    await hanna.presses('People', 'Ratings · 2027 Q1');
    expect(hanna.sees()).toContain('| 林悦 |');
    expect(hanna.sees()).not.toContain('| Hanna Berg | 陈');
    await w.inside(() => ratings.must('q1:hanna'));
    const { message, button } = w.platform.find('hanna', '林悦', 'Ratings of People');
    const own = await hanna.sends({
      kind: 'press',
      token: button.token,
      value: 'hanna',
      on: message.receipt,
    } as never);
    expect(own.toast).toContain('themselves');
  });
});
