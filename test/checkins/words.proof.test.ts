/** Every message can be answered with words as well as with buttons: the prompt of a check-in, too. */
import { newestOf } from '../../src/checkins/model.ts';
import { wishOf } from '../../src/checkins/words.ts';
import { type Someone, type World, world } from '../kit/world.ts';
import { arrangeTracking, stuck } from './arrange.ts';

test.each([
  ['later', false, { snooze: 'hour' }],
  ['稍后', false, { snooze: 'hour' }],
  ['Tomorrow.', false, { snooze: 'tomorrow' }],
  ['下周', true, { snooze: 'week' }],
  ['skip: release week', true, { skip: 'release week' }],
  ['跳过：这周发版', false, { skip: '这周发版' }],
  ['skip', false, { skip: '' }],
  ['skip', true, undefined],
  ['later', true, undefined],
  ['We tried the new template', false, undefined],
  ['skipped two of them', false, undefined],
] as const)('%s', (text, begun, wish) => expect(wishOf(text, begun)).toEqual(wish));

describe('in the chat', () => {
  let w: World;
  let ann: Someone;
  beforeEach(async () => {
    w = await world({
      database: 'checkins-words',
      start: '2027-02-01T08:30:00Z',
      arrange: () => arrangeTracking(),
    });
    ann = w.as('ann');
    await w.until('2027-02-01T09:00:00Z');
  });
  afterEach(() => w.end());
  const annsNewest = () => w.inside(async () => (await newestOf('q1', 'ann'))!);

  test('"later" puts it off; words start it then', async () => {
    expect((await ann.says('later')).toast).toBe(
      'All right, I will ask you again Mon 1 Feb, 11:00. Write to me if you want to start before.',
    );
    expect((await annsNewest()).snoozedTo).toBeDefined();
    // Not one of the goals: the question comes, and nothing is taken for an answer.
    expect((await ann.says('done')).toast).toContain('choose one of the options');
    expect(ann.sees()).toContain('Which goal is this about?');
    expect((await annsNewest()).snoozedTo).toBeUndefined();
    await ann.says('cut the ticket backlog');
    expect(ann.sees()).toContain('What do you want from this check-in?');
  });

  test('an answer starts it and is kept; after a snooze it goes on', async () => {
    const dev = w.as('dev');
    await w.until('2027-02-01T15:00:00Z');
    expect((await dev.says('Sort out what comes first')).toast).toContain('What I want');
    expect(dev.sees()).toContain('You said: Sort out what comes first');
    await dev.presses('Tomorrow');
    await dev.says('We tried it with two customers');
    expect(dev.sees()).toContain('You said: We tried it with two customers');
    expect(dev.sees()).toContain('How sure are you');
  });

  test('a yes is no answer', async () => {
    const dev = w.as('dev');
    await w.until('2027-02-01T15:00:00Z');
    await dev.says('ok');
    expect(dev.sees()).toContain('What do you want from this check-in?');
    expect(dev.sees()).not.toContain('You said');
  });

  test('skipped in words needs its reason, and is not begun by what is said afterwards', async () => {
    expect((await ann.says('skip')).toast).toContain('your reason');
    await ann.says('skip: release week');
    expect((await annsNewest()).reason).toBe('release week');
    expect(JSON.stringify((await ann.says('hello')).card)).toContain('/perf');
    expect((await annsNewest()).state).toBe('skipped');
  });

  test('last time’s action is ticked by a word', async () => {
    await ann.presses('All at once, as a form');
    await ann.submits({ goal: 'other', ...stuck, obstacles: '', commitment: '9' });
    await w.until('2027-02-15T09:00:00Z');
    expect((await ann.says('done')).toast).toContain('Last time’s action 1');
    expect(ann.sees()).toContain('Write down the open questions');
  });
});
