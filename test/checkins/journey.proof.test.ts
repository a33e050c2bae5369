/** A talk from its prompt to the record, in the chat: late, twice, edited, out of order, after a restart. */
import { checkIns, newestOf, obstacles } from '../../src/checkins/model.ts';
import { running } from '../../src/core/bot.ts';
import { facts } from '../../src/core/facts.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { progressOf } from '../../src/goals/history.ts';
import { goals } from '../../src/goals/model.ts';
import { type Someone, type World, world } from '../kit/world.ts';
import { arrangeTracking } from './arrange.ts';

const prompt = '2027-02-01T09:00:00Z';
let w: World;
let ann: Someone;
beforeEach(async () => {
  w = await world({
    database: 'checkins-journey',
    start: '2027-02-01T01:30:00Z',
    arrange: () => arrangeTracking(),
  });
  ann = w.as('ann');
});
afterEach(() => w.end());

const said = (text: string, messageId: string) =>
  ann.sends({ kind: 'message', text, messageId, edited: false });
const annsNewest = () => w.inside(async () => (await newestOf('q1', 'ann'))!);

/** The whole talk, one answer after the other. */
async function talks() {
  await ann.presses('Start');
  await ann.presses('Cut the ticket backlog');
  await said('A second opinion', 'want');
  await said('85', 'number');
  await ann.presses('Not done yet');
  await said('We tried the new template', 'happened');
  await ann.presses('At risk');
  await said('Waiting for the test environment', 'obstacles');
  await ann.presses('Yes');
  await said('Ask the platform team', 'options');
  await ann.says('skip');
  await said('Agree a slot — by Friday\nWrite down the questions', 'deeds');
  await ann.presses('6');
  await said('A date that holds', 'raise');
}

test('nobody is asked before their date; then at ten of their own time', async () => {
  await w.until('2027-02-01T01:59:00Z');
  expect(w.as('wang').sees()).not.toContain('辅导沟通');
  await w.until('2027-02-01T02:00:00Z');
  expect(w.as('wang').sees()).toContain('把工单积压降到 40');
  expect(ann.sees()).not.toContain('Ten minutes');
  await w.until(prompt);
  expect(ann.sees()).toContain('Ten minutes for Cut the ticket backlog and New colleagues find their way?');
  expect(ann.sees()).toContain('seen by you and @bo');
  expect(w.as('dev').sees()).not.toContain('Ten minutes');
  await w.until('2027-02-01T15:00:00Z');
  expect(w.as('dev').sees()).toContain('Ten minutes for how your work is going?');
});

test('the talk ends in one record for both, numbers in the goal, and the obstacle with the manager', async () => {
  await w.until(prompt);
  await talks();
  expect(w.as('bo').sees()).not.toContain('test environment');
  expect(ann.sees()).toContain('Nothing is passed on before you press Send');
  await ann.presses('Send');
  const c = await annsNewest();
  expect(c.record).toMatchObject({
    goal: 'goal_backlog',
    numbers: [{ actual: 85 }, { done: false }],
    confidence: 'atRisk',
    needsHelp: true,
    deeds: [{ what: 'Agree a slot', by: '2027-02-05' }, { what: 'Write down the questions' }],
    commitment: 6,
    raise: 'A date that holds',
  });
  const [history, goal] = await w.inside(() =>
    Promise.all([progressOf('goal_backlog'), goals.must('goal_backlog')]),
  );
  expect(history.map((h) => [h.keyResult, h.actual ?? h.done])).toEqual([
    ['kr1', 85],
    ['kr2', false],
  ]);
  expect(goal.keyResults[0]).toMatchObject({ actual: 85, confidence: 'atRisk' });
  expect(ann.sees()).toContain('You and @bo read the same record');
  const bo = w.as('bo');
  expect(bo.sees()).toContain('Ann Miller needs help');
  expect(bo.sees()).toContain('Waiting for the test environment');
  const kinds = await w.inside(async () => (await facts.find({ about: 'ann' })).map((f) => f.kind));
  expect(kinds).toEqual(expect.arrayContaining(['checkins.asked', 'checkins.done', 'checkins.obstacleTold']));
  const told = await w.inside(async () => JSON.stringify(await facts.find({ about: 'ann' })));
  expect(told).not.toContain('test environment');
});

test('an edit, a reply to an older prompt and a late message find their questions', async () => {
  await w.until(prompt);
  await ann.presses('Start');
  await ann.presses('Cut the ticket backlog');
  await said('A second opinion', 'want');
  const asked = ann.messages().findLast((m) => JSON.stringify(m.card).includes('What do you want'));
  w.clock.moveTo(new Date('2027-02-01T09:05:00Z'));
  await said('85', 'number');
  await ann.says('Skip');
  // Said before the question about what happened was asked: it belongs to the one before.
  await ann.says('A third opinion', { edits: 'want' });
  await ann.says('and a plan', { replyTo: asked?.id ?? '' });
  await said('We tried it', 'happened');
  await ann.says('86', { edits: 'number' });
  await ann.presses('On track');
  const talk = ann.sees();
  expect(talk).toContain('You said: and a plan');
  expect(talk).toContain('You said: 86');
  expect(talk).toContain('You said: We tried it');
});

test('a message that was on its way while the next question was asked goes to the one it answers', async () => {
  await w.until(prompt);
  await ann.presses('Start');
  await ann.presses('New colleagues find their way');
  w.clock.moveTo(new Date('2027-02-01T09:01:00Z'));
  await said('First half', 'want');
  const before = new Date('2027-02-01T09:00:30Z');
  await ann.says('second half', { at: before });
  expect(ann.sees()).toContain('You said: First half\nsecond half');
});

test('after Send an answer can be edited; numbers are corrected, not doubled; both see it', async () => {
  await w.until(prompt);
  await talks();
  await ann.presses('Send');
  const opened = `checkins.open ${JSON.stringify({ checkIn: (await annsNewest())._id })}`;
  await w.as('bo').sends({ kind: 'press', token: opened });
  expect(w.as('bo').sees()).toContain('open tickets: 85 tickets');
  await ann.says('72', { edits: 'number' });
  expect(ann.reply().toast).toBe('Corrected.');
  expect(w.as('bo').sees()).toContain('open tickets: 72 tickets');
  expect(ann.sees()).toContain('open tickets: 72 tickets');
  const numbers = await w.inside(async () =>
    (await progressOf('goal_backlog')).map((p) => p.actual ?? p.done),
  );
  expect(numbers).toEqual([85, false, 72]);
  expect(await w.inside(() => obstacles.count({ person: 'ann' }))).toBe(1);
  await ann.presses('Change');
  expect(ann.form().fields.find((f) => f.name === 'commitment')?.value).toBe('6');
  const values = Object.fromEntries(ann.form().fields.map((f) => [f.name, f.value ?? '']));
  await ann.submits({ ...values, tell: 'no', commitment: '8' });
  expect((await annsNewest()).record).toMatchObject({ commitment: 8, needsHelp: false });
  expect((await annsNewest()).record?.raise).toBeUndefined();
  expect(w.as('bo').sees()).toContain('took this back');
});

test('when the next one opens the record is closed, and its actions are asked for', async () => {
  await w.until(prompt);
  await talks();
  await ann.presses('Send');
  await w.until('2027-02-15T09:00:00Z');
  expect(ann.sees()).toContain('Last time you wanted to do this');
  expect(ann.sees()).toContain('Agree a slot, by Fri 5 Feb');
  expect((await ann.says('100', { edits: 'number' })).toast).toContain('The next check-in has opened');
  expect(
    (await w.inside(() => checkIns.find({ person: 'ann', state: 'done' })))[0]?.record?.numbers[0]?.actual,
  ).toBe(85);
  await ann.presses('Action 1: Done');
  expect(ann.sees()).toContain('Action 1: (Done) / Partly / Not yet');
  await ann.presses('Start');
  expect(ann.sees()).toContain('Last time you wanted to do this: Write down the questions');
  await ann.presses('Last time’s action 2: Partly');
  await ann.presses('Cut the ticket backlog', 'Mon 15 Feb');
  expect((await annsNewest()).carried.map((d) => d.tick)).toEqual(['done', undefined]);
});

test('a restart in the middle changes nothing', async () => {
  await w.until(prompt);
  await ann.presses('Start');
  const second = running(w.parts, 'second');
  const event = {
    id: 'after-restart',
    kind: 'press',
    at: w.clock.now(),
    from: 'ann',
    where: { platform: 'web', tenant: 'local', channel: 'dm:ann' },
    ...press('Cut the ticket backlog'),
  } as Inbound;
  await second.receive(event);
  await w.bot.settle();
  expect(ann.sees()).toContain('What do you want from this check-in?');
  await said('A second opinion', 'want');
  expect(ann.sees()).toContain('You said: A second opinion');
});

function press(label: string) {
  const { button, value } = w.platform.find('ann', label);
  return { token: button.token, value };
}
