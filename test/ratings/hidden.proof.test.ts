/** HR reads ratings, but never their own nor those above them: not in a row, not in a figure, not in a file. */
import { people } from '../../src/people/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import type { World } from '../kit/world.ts';
import { ratedWorld } from '../results/arrange.ts';

let w: World;
afterEach(() => w.end());

const press = (who: string, name: string, args: object, value?: string) =>
  w.as(who).sends({
    kind: 'press',
    token: `ratings.${name} ${JSON.stringify({ cycle: 'q1', ...args })}`,
    ...(value !== undefined && { value }),
  });
const page = async (who: string, unit: string) => {
  await press(who, 'unit', {}, unit);
  return w.as(who).sees().split('# Ratings of').at(-1) ?? '';
};
const team = ['ann', 'dev', 'tom', 'carla', 'hanna'];

describe('figures', () => {
  beforeEach(async () => {
    w = await ratedWorld('ratings-hidden', async () => {
      await people.change({ _id: 'zhao' }, { $set: { roles: ['hr'], locale: 'en' } });
      const dimensions = [{ name: 'results', level: 5 }];
      await ratings.change({ person: { $in: team } }, { $set: { rater: 'bo', dimensions, own: '5' } });
    });
  });

  test('a hint that counts the reader’s own rating is not shown to them, and to others of HR it is', async () => {
    expect(await page('zhao', 'Product')).toMatch(/Bo Larsen\n.*average 5\.00/);
    const seen = await page('hanna', 'Product');
    expect(seen).toContain('| Ann Miller |');
    expect(seen).not.toMatch(/5\.00|of 5 people/);
  });

  test('nor does the figure that hints are compared with', async () => {
    await w.inside(() => ratings.change({ person: 'hanna' }, { $set: { rater: 'chen' } }));
    await w.inside(() => ratings.change({ person: 'wang' }, { $set: { rater: 'bo', own: '5' } }));
    const before = await page('hanna', 'Product');
    expect(before).toContain('5.00');
    await w.inside(() => ratings.change({ person: 'hanna' }, { $set: { own: '1' } }));
    expect(await page('hanna', 'Product')).toBe(before);
  });
});
