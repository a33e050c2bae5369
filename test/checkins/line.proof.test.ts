/** What managers do: obstacles in four ways, one digest a day, records, comments, meetings. */

import { tookOver, withdrawn } from '../../src/checkins/jobs-end.ts';
import { cadence, checkIns, newestOf, obstacles } from '../../src/checkins/model.ts';
import { openOf } from '../../src/checkins/scene.ts';
import { queueDaily } from '../../src/core/daily.ts';
import { facts } from '../../src/core/facts.ts';
import { jobRow, jobs } from '../../src/core/job.ts';
import { participants } from '../../src/cycles/model.ts';
import { type Someone, type World, world } from '../kit/world.ts';
import { arrangeTracking, stuck } from './arrange.ts';

let w: World;
let ann: Someone;
let bo: Someone;
beforeEach(async () => {
  w = await world({
    database: 'checkins-line',
    start: '2027-02-01T01:30:00Z',
    arrange: () => arrangeTracking(),
  });
  [ann, bo] = [w.as('ann'), w.as('bo')];
});
afterEach(() => w.end());

async function sends(who: string, more: Record<string, unknown> = {}) {
  const p = w.as(who);
  const zh = ['wang', 'li', 'sun'].includes(who);
  await p.presses(zh ? '用表单一次填完' : 'All at once, as a form');
  const form = p.form();
  const given = { goal: 'other', ...stuck, ...more };
  await p.submits(given, form);
  if (!(await w.inside(() => openOf(who)))) return;
  // What follows from the answers comes as a second page.
  await p.presses(zh ? '用表单一次填完' : 'All at once, as a form');
  await p.submits(given);
}

async function annIsStuck() {
  await w.until('2027-02-01T09:00:00Z');
  await sends('ann');
}

test('answered: the person hears it, the record keeps it, a second decision hears who was first', async () => {
  await annIsStuck();
  await bo.presses('Answer', 'needs help');
  const form = bo.form();
  await bo.submits({ text: 'You have an owner by noon' });
  expect(ann.sees()).toContain('@bo answers: You have an owner by noon');
  expect(ann.sees()).toContain('@bo answered, 2027-02-01T09:00:00.000Z: You have an owner by noon');
  expect(bo.sees()).not.toContain('[Answer]');
  const again = await bo.submits({ text: 'Twice' }, form);
  expect(again.toast).toBe('Bo Larsen answered this already (Mon 1 Feb, 10:00).');
  await ann.presses('Answer', 'About your obstacle');
  await ann.submits({ text: 'Thank you' });
  expect(bo.sees()).toContain('Ann Miller commented on a check-in');
});

test('what changes after the answer is told again, below', async () => {
  await annIsStuck();
  await bo.presses('Answer', 'needs help');
  await bo.submits({ text: 'You have an owner by noon' });
  const before = bo.messages().length;
  await ann.presses('Change');
  const values = Object.fromEntries(ann.form().fields.map((f) => [f.name, f.value ?? '']));
  await ann.submits({ ...values, obstacles: 'The owner left on Tuesday' });
  expect(bo.messages()).toHaveLength(before + 1);
  expect(JSON.stringify(bo.messages().at(-1)?.card)).toContain('The owner left on Tuesday');
  await bo.presses('Answer', 'needs help');
  await bo.submits({ text: 'Then I take it' });
  expect(ann.sees()).toContain('@bo answers: Then I take it');
});

test('a resource is offered; a stale button shows how things stand', async () => {
  await annIsStuck();
  const stale = w.platform.find('bo', 'Meet').button;
  await bo.presses('Offer resource');
  await bo.submits({ text: 'Two days of Dev <!channel>' });
  expect(ann.sees()).toContain('@bo offers: Two days of Dev <!channel>');
  const late = await bo.sends({ kind: 'press', token: stale.token });
  expect(late.toast).toContain('answered this already');
  expect(late.card?.title).toBe('Ann Miller needs help');
});

test('a meeting is proposed, moved and agreed; both have the same card', async () => {
  await annIsStuck();
  await bo.presses('Meet', 'needs help');
  expect((await bo.submits({ day: '2027-01-29', time: '14:00' })).errors).toMatchObject({
    day: expect.anything(),
  });
  await bo.presses('Meet', 'needs help');
  await bo.submits({ day: '2027-02-02', time: '14:00', note: 'The environment' });
  expect(ann.sees()).toContain('@bo would like to meet you 2027-02-02T13:00:00.000Z');
  const stale = w.platform.find('ann', 'That works').button;
  await ann.presses('Another time');
  await ann.submits({ day: '2027-02-03', time: '10:30' });
  expect((await ann.sends({ kind: 'press', token: stale.token })).toast).toContain('changed meanwhile');
  await bo.presses('That works');
  for (const p of [ann, bo]) expect(p.sees()).toMatch(/You meet @(ann|bo) 2027-02-03T09:30:00.000Z/);
  expect((await w.inside(() => newestOf('q1', 'ann')))?.state).toBe('done');
});

test('escalated: the next one up sees the obstacle and the note, not the record', async () => {
  await annIsStuck();
  await bo.presses('Escalate');
  await bo.submits({ text: 'I can’t decide this' });
  expect(ann.sees()).toContain('@bo passed it on to @chen');
  expect(bo.sees()).toContain('It now lies with @chen.');
  await w.until('2027-02-02T01:00:00Z');
  expect(w.as('chen').sees()).toContain('I can’t decide this');
  expect(w.as('chen').sees()).toContain('Waiting for the test environment');
  expect(w.as('chen').sees()).not.toContain(stuck.happened);
  const c = (await w.inside(() => newestOf('q1', 'ann')))!;
  const open = await w.as('chen').sends({
    kind: 'press',
    token: `checkins.open ${JSON.stringify({ checkIn: c._id })}`,
  });
  expect(open.toast).toContain('Ann Miller');
  const bos = `checkins.decide ${JSON.stringify({ obstacle: `obstacle:${c._id}`, how: 'answer' })}`;
  expect((await bo.sends({ kind: 'submit', token: bos, values: { text: 'x' } })).toast).toContain('陈伟');
  const chen = w.as('chen');
  await chen.presses('答复');
  await chen.submits({ text: '平台组负责' });
  expect(ann.sees()).toContain('@chen answers: 平台组负责');
  expect(bo.sees()).toContain('@chen answered');
});

test('only who is asked may answer; a person never answers their own', async () => {
  await annIsStuck();
  const c = (await w.inside(() => newestOf('q1', 'ann')))!;
  const token = `checkins.decide ${JSON.stringify({ obstacle: `obstacle:${c._id}`, how: 'answer' })}`;
  for (const who of ['ann', 'hanna', 'dev', 'zhao', 'chen']) {
    const reply = await w.as(who).sends({ kind: 'submit', token, values: { text: 'x' } });
    expect(reply.toast).toContain('Bo Larsen');
  }
  expect((await w.inside(() => obstacles.must(`obstacle:${c._id}`))).state).toBe('open');
});

test('an obstacle told at night waits for the manager’s morning', async () => {
  await w.until('2027-02-01T20:30:00Z');
  await sends('ann');
  expect(bo.sees()).not.toContain('needs help');
  await w.until('2027-02-02T07:00:00Z');
  expect(bo.sees()).toContain('Ann Miller needs help');
});

test('one digest a day, at four, on a working day; the record opens from it, and is logged', async () => {
  await queueDaily(w.parts);
  await w.until('2027-02-01T15:00:00Z');
  await sends('ann');
  await sends('dev', { confidence: 'onTrack', obstacles: '', commitment: '9', deeds: 'Go on — by Friday' });
  expect(bo.sees()).not.toContain('check-ins today');
  await w.until('2027-02-02T15:00:00Z');
  expect(bo.sees()).toContain('2 check-ins today');
  await w.until('2027-02-03T15:00:00Z');
  expect(bo.sees().match(/check-ins? today/g)).toHaveLength(1);
  await bo.presses('Open Dev Patel');
  expect(bo.sees()).toContain('Check-in of Dev Patel');
  await bo.presses('Comment', 'Check-in of Dev Patel');
  await bo.submits({ text: 'Well done' });
  expect(w.as('dev').sees()).toContain('Bo Larsen commented on a check-in');
  expect(w.as('dev').sees()).toContain('@bo, 2027-02-03T15:00:00.000Z: Well done');
  expect(await w.inside(() => facts.count({ about: 'dev', kind: 'checkins.read' }))).toBe(1);
});

test('on a Saturday nothing is sent; it comes on Monday', async () => {
  await w.until('2027-02-01T09:00:00Z');
  w.clock.moveTo(new Date('2027-02-05T16:00:00Z'));
  await queueDaily(w.parts);
  await ann.presses('All at once, as a form');
  await ann.submits({ goal: 'other', ...stuck, obstacles: '', commitment: '8' });
  await w.until('2027-02-07T20:00:00Z');
  expect(bo.sees()).not.toContain('check-in today');
  await w.until('2027-02-08T15:00:00Z');
  expect(bo.sees()).toContain('One check-in today');
});

test('rather meet: the manager has the proposal, and the digest says so', async () => {
  await queueDaily(w.parts);
  await w.until('2027-02-01T09:00:00Z');
  await ann.presses('I’d rather meet');
  await ann.submits({ day: '2027-02-02', time: '14:00', note: 'Priorities' });
  expect(bo.sees()).toContain('@ann would like to meet you');
  expect(ann.sees()).toContain('You would rather meet');
  await bo.presses('That works');
  await w.until('2027-02-01T15:00:00Z');
  expect(bo.sees()).toContain('@ann: would rather meet');
});

test('tasks, Home and counts', async () => {
  await w.until('2027-02-01T09:00:00Z');
  expect((await ann.types('/perf')).card).toMatchObject({});
  expect(JSON.stringify(ann.reply().card)).toContain('Check-in about Cut the ticket backlog');
  await sends('ann');
  expect(JSON.stringify((await ann.types('/perf')).card)).not.toContain('Check-in about');
  expect(JSON.stringify((await bo.types('/perf')).card)).toContain('An obstacle waits for you');
  await bo.presses('Show');
  const shown = bo.reply().card;
  expect(JSON.stringify(shown)).toContain('Waiting for the test environment');
  const home = JSON.stringify(await ann.home());
  expect(home).toContain('Next one Mon 15 Feb');
  expect(home).toContain('Agree a slot with the platform team');
  expect(JSON.stringify(await bo.home())).toContain('Check-ins of my team');
  const hr = JSON.stringify(await w.as('hanna').home());
  expect(hr).toContain('Check-ins in 2027 Q1');
  expect(hr).not.toContain('test environment');
  expect(await w.inside(() => cadence('q1'))).toMatchObject({ done: 1 });
});

test('a new manager takes over what waits and the records; who leaves is left alone', async () => {
  await annIsStuck();
  await w.inside(async () => {
    await participants.change({ _id: 'q1:ann' }, { $set: { manager: 'carla' }, $inc: { rev: 1 } });
    const args = { about: 'ann', ref: 'q1', by: 'hanna', data: { from: 'bo', to: 'carla' } };
    await jobs.insert(jobRow(tookOver, args, w.clock.now(), 'moved') as never);
  });
  await w.until('2027-02-01T14:00:00Z');
  expect(w.as('carla').sees()).toContain('Ann Miller needs help');
  expect(bo.sees()).toContain('It now lies with @carla.');
  const c = (await w.inside(() => newestOf('q1', 'ann')))!;
  expect(c.manager).toBe('carla');
  expect(
    (await bo.sends({ kind: 'press', token: `checkins.open ${JSON.stringify({ checkIn: c._id })}` })).toast,
  ).toContain('their manager');
  await w.until('2027-02-15T09:00:00Z');
  await w.inside(async () => {
    await participants.change({ _id: 'q1:ann' }, { $set: { state: 'withdrawn' }, $inc: { rev: 1 } });
    const args = { about: 'ann', ref: 'q1', by: 'hanna', data: {} };
    await jobs.insert(jobRow(withdrawn, args, w.clock.now(), 'left') as never);
  });
  await w.bot.settle();
  expect(ann.sees()).toContain('you no longer take part in the cycle');
  expect((await w.inside(() => newestOf('q1', 'ann')))?.state).toBe('dropped');
  expect(w.as('carla').sees()).toContain('took this back');
  expect(await w.inside(() => checkIns.count({ person: 'ann', open: true }))).toBe(0);
});
