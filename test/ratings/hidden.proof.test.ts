/** HR reads ratings, but never their own nor those above them: not in a row, not in a figure, not in a file. */
import { participants } from '../../src/cycles/model.ts';
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

describe('the line above', () => {
  beforeEach(async () => {
    w = await ratedWorld('ratings-above', async () => {
      await ratings.change({ person: 'chen' }, { $set: { rater: 'zhao', decider: 'carla' } });
    });
  });
  const file = async () => {
    await w.as('hanna').types('/perf export audit');
    return w
      .as('hanna')
      .messages()
      .flatMap((m) => m.file?.bytes.toString() ?? [])
      .at(-1);
  };

  test('before the release HR neither reads nor returns it; whoever rated or decided reads it', async () => {
    const seen = await page('hanna', 'People');
    expect(seen).toContain('| 林悦 |');
    expect(seen).not.toContain('| 陈伟 ');
    const closed = 'The ratings of the people above you are not yours';
    expect((await press('hanna', 'read', {}, 'chen')).toast).toContain(closed);
    expect((await press('hanna', 'reexamine', { person: 'chen' })).toast).toContain(closed);
    const submit = { kind: 'submit', values: { reason: 'Please look at results again.' } } as const;
    const token = 'ratings.saveReexamine {"cycle":"q1","person":"chen"}';
    expect((await w.as('hanna').sends({ ...submit, token })).toast).toContain(closed);
    expect((await w.inside(() => ratings.must('q1:chen'))).state).toBe('approved');
    expect(await file()).toContain('"q1:ann"');
    expect(await file()).not.toContain('"q1:chen"');
  });

  test('once it is given out it is a result like any other', async () => {
    await w.inside(() => participants.change({ person: 'chen' }, { $set: { state: 'released' } }));
    expect(await page('hanna', 'People')).toContain('| 陈伟 ');
    expect((await press('hanna', 'read', {}, 'chen')).toast).toBeUndefined();
    expect(await file()).toContain('"q1:chen"');
    expect(await file()).not.toContain('"q1:hanna"');
  });
});
