import { queueDaily } from '../../src/core/daily.ts';
import { people } from '../../src/people/model.ts';
import { createSample } from '../../src/people/sample.ts';
import { type World, world } from '../kit/world.ts';
import { chore, chores, choresModule, company, titles } from './chores.ts';

describe('the digest', () => {
  let w: World;
  beforeAll(async () => {
    w = await company('digest', async () => {
      await chore('ann', 'goals', '2027-01-14');
      await chore('ann', 'survey', '2027-01-12');
      await chore('ann', 'far', '2027-02-12');
      await chore('mei', 'goals', '2027-01-14');
      await chore('wang', '目标', '2027-01-15');
    });
  });
  afterAll(() => w.end());

  test('comes at 09:30 local time, one card with all that is at a mark', async () => {
    await w.until('2027-01-11T08:29:00Z');
    expect(w.as('ann').sees()).toBe('');
    await w.until('2027-01-11T08:30:00Z');
    expect(titles(w, 'ann')).toEqual(['2 things are due']);
    const seen = w.as('ann').sees();
    expect(seen).toContain('due Tue 12 Jan, one working day left');
    expect(seen).toContain('due Thu 14 Jan, 3 working days left');
    expect(seen).not.toContain('far\n');
    expect(seen).toContain('One more is open');
  });

  test('nobody is reminded who is on leave', () => expect(w.as('mei').messages()).toEqual([]));

  test('pressing in it finishes the thing, and it is gone from the card', async () => {
    await w.as('ann').presses('Finish survey');
    const seen = w.as('ann').sees();
    expect(seen).not.toContain('survey');
    expect(seen).toContain('Done 1/2');
    expect(w.as('ann').messages()).toHaveLength(1);
  });

  test('a stale button in it answers and shows the list as it stands', async () => {
    await w.inside(() => chores.change({ _id: 'ann:goals' }, { $set: { done: true }, $inc: { rev: 1 } }));
    const reply = await w.as('ann').presses('Finish goals');
    expect(reply.toast).toBe('It is done already.');
    expect(w.as('ann').sees()).toContain('Nothing of this is open any more.');
    expect(w.as('ann').sees()).toContain('# All done');
  });

  test('a person in Shanghai reads it in Chinese on their own morning', async () => {
    await w.until('2027-01-12T01:30:00Z');
    expect(w.as('wang').sees()).toContain('1月15日周五到期\uff0c还有 3 个工作日');
  });

  test('a new day brings a new message, and the old one is closed', async () => {
    await w.inside(() => chore('ann', 'form', '2027-01-13'));
    await w.until('2027-01-12T09:00:00Z');
    expect(titles(w, 'ann')).toEqual(['An earlier reminder', 'One thing is due']);
    await w.until('2027-01-12T16:00:00Z');
    expect(titles(w, 'ann')).toHaveLength(2);
  });

  test('rest: silent until the next working day, then spoken of again', async () => {
    const reply = await w.as('ann').presses('Not before the next working day');
    expect(reply.toast).toContain('Wed 13 Jan');
    expect(w.as('ann').sees()).toContain('One thing rests until Wed 13 Jan');
    await w.until('2027-01-13T09:00:00Z');
    expect(w.as('ann').sees()).toContain('due today, Wed 13 Jan');
  });

  test('an earlier digest’s button says so instead of doing anything', async () => {
    const token = 'reminders.rest {"day":"2027-01-11"}';
    expect((await w.as('ann').sends({ kind: 'press', token })).toast).toContain('an earlier one');
    expect((await w.as('tom').sends({ kind: 'press', token })).toast).toContain('an earlier one');
  });
});

describe('lateness', () => {
  let w: World;
  beforeAll(async () => {
    w = await company('late', async () => {
      // Monday 11 is one, Wednesday 13 three, Friday 15 five working days after Friday 8.
      await chore('ann', 'goals', '2027-01-08', { phase: 'planning' });
      await chore('ann', 'secret', '2027-01-08', { phase: 'assessment', confidential: true });
      await chore('tom', 'goals', '2027-01-08', { phase: 'planning' });
    });
  });
  afterAll(() => w.end());

  test('after one working day the person hears it', async () => {
    await w.until('2027-01-11T12:00:00Z');
    expect(w.as('ann').sees()).toContain('was due Fri 8 Jan');
    expect(w.as('bo').messages()).toEqual([]);
  });

  test('after three the manager: a name and a phase, nothing of what is confidential', async () => {
    await w.until('2027-01-13T12:00:00Z');
    expect(w.as('bo').sees()).toContain('| Ann Miller | Planning |');
    expect(w.as('bo').sees()).not.toContain('Assessment');
    expect(w.as('bo').sees()).not.toContain('Tom');
    // 13 January, 15:30 UTC is 10:30 in New York.
    await w.until('2027-01-13T15:30:00Z');
    expect(w.as('carla').sees()).toContain('| Tom Becker | Planning |');
    expect(w.as('ann').messages()).toHaveLength(1);
  });

  test('after five HR: numbers, names of what may be told, a number for the rest', async () => {
    await w.until('2027-01-15T08:00:00Z');
    expect(w.as('hanna').messages()).toEqual([]);
    await w.until('2027-01-15T09:00:00Z');
    const seen = w.as('hanna').sees();
    expect(seen).toContain('| Planning | 2 |');
    expect(seen).toContain('| Ann Miller | Planning |');
    expect(seen).toContain('Confidential: 1');
    expect(seen).not.toContain('| Ann Miller | Assessment |');
  });

  test('HR hears of it once', async () => {
    await w.until('2027-01-18T12:00:00Z');
    expect(w.as('hanna').messages()).toHaveLength(1);
  });
});

describe('days and hours', () => {
  test('never on a holiday: the make-up workday counts', async () => {
    // Beginning of the Spring Festival 2027 in China is a week without work.
    const w = await world({
      database: 'reminders-holiday',
      start: '2026-10-01T00:00:00Z',
      more: [choresModule],
      arrange: async () => {
        await createSample('2026-10-01');
        await chore('wang', '目标', '2026-10-05');
      },
    });
    await queueDaily(w.parts);
    await w.until('2026-10-07T12:00:00Z');
    expect(w.as('wang').messages()).toEqual([]);
    await w.until('2026-10-08T01:30:00Z');
    expect(w.as('wang').sees()).toContain('10月5日周一已到期');
    await w.end();
  });

  test('after downtime only today’s, and never two', async () => {
    const w = await company('downtime', () => chore('ann', 'goals', '2027-01-14'));
    w.clock.moveTo(new Date('2027-01-14T12:00:00Z'));
    await w.bot.settle();
    expect(w.as('ann').messages()).toEqual([]);
    await w.until('2027-01-15T08:30:00Z');
    expect(titles(w, 'ann')).toEqual(['One thing is due']);
    await w.end();
  });

  test('up again in the afternoon: late, but today; in the evening: not any more', async () => {
    for (const [hour, messages] of [
      ['14', 1],
      ['18', 0],
    ] as const) {
      const w = await company(`up-${hour}`, () => chore('ann', 'goals', '2027-01-14'));
      w.clock.moveTo(new Date(`2027-01-11T${hour}:00:00Z`));
      await w.bot.settle();
      expect(w.as('ann').messages()).toHaveLength(messages);
      await w.end();
    }
  });

  test('waits for the end of quiet hours; what was done meanwhile is not spoken of', async () => {
    const w = await company('quiet', async () => {
      await chore('ann', 'goals', '2027-01-14');
      await chore('tom', 'goals', '2027-01-14');
      await people.change(
        { _id: { $in: ['ann', 'tom'] } },
        { $set: { quiet: { from: '18:00', to: '10:30' } } },
      );
    });
    await w.until('2027-01-11T09:00:00Z');
    expect(w.as('ann').messages()).toEqual([]);
    await w.inside(() => chores.change({ _id: 'ann:goals' }, { $set: { done: true } }));
    await w.until('2027-01-11T09:30:00Z');
    expect(w.as('ann').messages()).toEqual([]);
    expect(titles(w, 'tom')).toEqual(['One thing is due']);
    await w.end();
  });

  test('whoever moves to a later zone does not get a second one', async () => {
    const w = await company('zones', () => chore('wang', '目标', '2027-01-15'));
    await w.until('2027-01-12T01:30:00Z');
    await w.inside(() => people.change({ _id: 'wang' }, { $set: { zone: 'America/New_York' } }));
    await w.until('2027-01-12T20:00:00Z');
    expect(w.as('wang').messages()).toHaveLength(1);
    await w.end();
  });

  test('events twice and every third run aborted: the same messages', async () => {
    const w = await company('shaken', () => chore('ann', 'goals', '2027-01-14'), {
      twice: true,
      abortEvery: 3,
    });
    await w.until('2027-01-11T09:00:00Z');
    await w.as('ann').presses('Not before the next working day');
    await w.until('2027-01-13T09:00:00Z');
    expect(w.as('ann').messages()).toHaveLength(3);
    await w.end();
  });
});
