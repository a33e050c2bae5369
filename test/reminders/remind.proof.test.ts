import type { World } from '../kit/world.ts';
import { chore, company, titles } from './chores.ts';

describe('/perf remind', () => {
  let w: World;
  beforeAll(async () => {
    w = await company('now', async () => {
      await chore('ann', 'goals', '2027-01-20', { phase: 'planning' });
      await chore('ann', '<!channel> __proto__', '2027-01-20', { phase: 'planning' });
      await chore('dev', 'secret', '2027-01-20', { phase: 'assessment', confidential: true });
      await chore('nina', 'goals', '2027-01-20', { phase: 'planning' });
      await chore('tom', 'goals', '2027-01-12', { phase: 'planning' });
    });
    await w.until('2027-01-11T09:00:00Z');
  });
  afterAll(() => w.end());

  test('is for HR and for those who lead somebody', async () => {
    expect((await w.as('ann').types('/perf remind')).toast).toContain('HR can remind everybody');
    const token = 'reminders.now {"list":"list_x"}';
    expect((await w.as('ann').sends({ kind: 'press', token })).toast).toContain('HR can remind everybody');
    expect(w.as('ann').messages()).toEqual([]);
  });

  test('shows HR numbers by phase, and no names', async () => {
    await w.as('hanna').types('/perf remind');
    const seen = w.as('hanna').sees();
    expect(seen).toContain('4 of 12 people have something open.');
    expect(seen).toContain('| Planning | 3 |');
    expect(seen).toContain('| Assessment | 1 |');
    expect(seen).not.toContain('Ann');
  });

  test('shows a manager the names of the team, and nothing confidential', async () => {
    await w.as('bo').types('/perf 提醒');
    const seen = w.as('bo').sees();
    expect(seen).toContain('1 of 2 people have something open.');
    expect(seen).toContain('| Ann Miller | Planning | Wed 20 Jan |');
    expect(seen).not.toContain('Dev');
    expect(seen).not.toContain('Assessment');
  });

  test('reminds those with something open at once, later where it is night, and nobody twice a day', async () => {
    await w.as('hanna').presses('Remind now');
    expect(w.as('hanna').sees()).toContain('One person was reminded just now.');
    expect(w.as('hanna').sees()).toContain('2 people are off or outside working hours');
    expect(w.as('hanna').sees()).toContain('Already reminded today, so left alone: Tom Becker.');
    expect(titles(w, 'ann')).toEqual(['2 things are due']);
    expect(w.as('nina').messages()).toEqual([]);
    await w.until('2027-01-11T14:00:00Z');
    expect(titles(w, 'nina')).toEqual(['One thing is due']);
    await w.as('bo').presses('Remind now');
    expect(w.as('bo').sees()).toContain('Already reminded today, so left alone: Ann Miller.');
    await w.until('2027-01-11T22:00:00Z');
    for (const person of ['ann', 'nina', 'tom', 'dev']) expect(w.as(person).messages()).toHaveLength(1);
  });
});
