/** Other ways through a check-in: skipped and started after all, as a form, on demand; and who may not. */
import { checkIns, newestOf } from '../../src/checkins/model.ts';
import { type Someone, type World, world } from '../kit/world.ts';
import { arrangeTracking, stuck } from './arrange.ts';

const prompt = '2027-02-01T09:00:00Z';
let w: World;
let ann: Someone;
beforeEach(async () => {
  w = await world({
    database: 'checkins-ways',
    start: '2027-02-01T01:30:00Z',
    arrange: () => arrangeTracking(),
  });
  ann = w.as('ann');
});
afterEach(() => w.end());

const said = (text: string, messageId: string) =>
  ann.sends({ kind: 'message', text, messageId, edited: false });
const annsNewest = () => w.inside(async () => (await newestOf('q1', 'ann'))!);

test('skipped with a reason, then started after all; the stale buttons say how things stand', async () => {
  await w.until(prompt);
  const stale = { ...w.platform.find('ann', 'Tomorrow').button };
  await ann.presses('Skip with a reason');
  await ann.submits({ reason: 'Release week <!channel>' });
  expect(ann.sees()).toContain('Skipped. Your reason: Release week <!channel>');
  const late = await ann.sends({ kind: 'press', token: stale.token });
  expect(late.toast).toContain('You skipped this check-in');
  expect(late.card?.title).toBe('Check-in, Mon 1 Feb');
  await ann.presses('Start after all');
  expect(ann.sees()).toContain('Which goal is this about?');
  expect((await annsNewest()).state).toBe('open');
  await ann.presses('All at once, as a form', 'Check-in');
  await ann.submits({ goal: 'other', ...stuck, confidence: 'onTrack', obstacles: 'none', commitment: '9' });
  expect((await annsNewest()).record).toMatchObject({ confidence: 'onTrack', needsHelp: false });
  const after = await ann.sends({ kind: 'press', token: stale.token });
  expect(after.toast).toContain('already sent');
});

test('as a form: what follows from its answers is asked before anything is sent', async () => {
  await w.until(prompt);
  await ann.presses('All at once, as a form');
  const { tell: _, raise: __, ...first } = stuck;
  await ann.submits({ goal: 'goal_backlog', ...first, happened: 'x'.repeat(10_000) });
  expect((await annsNewest()).state).toBe('open');
  await said('72', 'n');
  await ann.presses('Skip this question');
  await ann.presses('No, just noting');
  await said('A date', 'r');
  await ann.presses('Send');
  const { record } = await annsNewest();
  expect(record).toMatchObject({ needsHelp: false, numbers: [{ actual: 72 }], raise: 'A date' });
  expect(record?.happened).toHaveLength(10_000);
});

test('on demand, one at a time; a second command goes on with it', async () => {
  await ann.types('/perf checkin');
  expect(ann.sees()).toContain('Which goal is this about?');
  await ann.presses('Something else');
  const before = ann.messages().length;
  await ann.says('绩效 沟通');
  expect(ann.messages()).toHaveLength(before + 1);
  expect(await w.inside(() => checkIns.count({ person: 'ann' }))).toBe(1);
  await said('__proto__', 'want');
  expect(ann.sees()).toContain('You said: __proto__');
  // Begun and not ended by the next date: the same one is asked again, with its answers.
  await w.until(prompt);
  expect(ann.sees()).toContain('It is still open from last time.');
  expect(ann.sees()).toContain('I asked you again further down');
  expect(await w.inside(() => checkIns.count({ person: 'ann' }))).toBe(1);
  await said('Late, but here', 'late');
  expect(ann.sees()).toContain('You said: Late, but here');
});

test('nobody else can start, read or answer it; no cycle, no check-in', async () => {
  await w.until(prompt);
  const { button } = w.platform.find('ann', 'Start');
  for (const who of ['bo', 'hanna', 'chen', 'dev'])
    expect((await w.as(who).sends({ kind: 'press', token: button.token })).toast).toContain('Ann Miller');
  const c = await annsNewest();
  const open = `checkins.open ${JSON.stringify({ checkIn: c._id })}`;
  for (const who of ['hanna', 'chen', 'dev', 'lin', 'zhao'])
    expect((await w.as(who).sends({ kind: 'press', token: open })).toast).toBeTruthy();
  expect((await w.as('mei').types('/perf checkin')).toast).toContain('目前没有你参与的周期');
});
