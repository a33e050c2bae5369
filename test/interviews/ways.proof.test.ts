/** Around a conversation: who may not, new managers, leavers, appeals, HR's numbers, and 60 days later. */
import { facts } from '../../src/core/facts.ts';
import { cycleCancelled, managerChanged } from '../../src/cycles/facts.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { type Answer, helpTallies, type Interview, interviews } from '../../src/interviews/model.ts';
import { personLeft } from '../../src/people/facts.ts';
import { revise } from '../../src/results/issue.ts';
import { resultOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { does, releasedWorld } from '../results/arrange.ts';

let w: World;
const open = async (name: string) => {
  w = await releasedWorld(`interviews-${name}`);
  await w.until('2027-04-26T07:10:00Z');
};
afterEach(() => w.end());

const of = (person: string): Promise<Interview> => w.inside(() => interviews.must(`q1:${person}`));
const filesOf = (person: string) =>
  w
    .as(person)
    .messages()
    .flatMap((m) => (m.file ? [m.file.bytes.toString()] : []));
const notes = { agreed: 'One hour a week for the backlog.' };

async function agreeOn(person: string, manager: string, name: string, day: string): Promise<void> {
  const lead = w.as(manager);
  await lead.types(`/perf interview @${person}`);
  await lead.presses('Another time', name).catch(() => lead.presses('Propose a time', name));
  await lead.submits({ day, time: '16:00' });
  await w.as(person).presses('That works', 'Conversation');
}

async function noteOn(person: string, manager: string, day: string): Promise<void> {
  const lead = w.as(manager);
  await lead.types(`/perf interview @${person}`);
  const about = { cycle: 'q1', person };
  await lead.sends({ kind: 'press', token: `interviews.notes ${JSON.stringify(about)}` });
  await lead.submits({ day, ...notes });
}

test('who is neither of the two sees and does nothing; HR reads the notes, and it is recorded; nobody their own as HR', async () => {
  await open('others');
  await noteOn('dev', 'bo', '2027-04-26');
  const tokens = w.platform
    .seenBy('bo')
    .flatMap((m) => m.card.blocks.flatMap((b) => (b.type === 'actions' ? b.items.map((x) => x.token) : [])))
    .filter((t) => t.includes('"dev"'));
  expect(tokens.length).toBeGreaterThan(3);
  for (const who of ['tom', 'chen', 'carla', 'ann'])
    for (const token of tokens) {
      const reply = await w.as(who).sends({ kind: 'press', token });
      expect([who, token, reply.card, reply.open]).toEqual([who, token, undefined, undefined]);
      expect(reply.toast).toMatch(/between Dev Patel and their manager|Only/);
    }
  for (const who of ['tom', 'chen'])
    expect((await w.as(who).types('/perf interview @dev')).toast).toContain('Dev Patel');
  expect(w.as('chen').sees()).not.toContain('backlog.');
  for (const who of ['hanna', 'lin']) {
    const reply = await w.as(who).types('/perf interview @dev');
    expect(JSON.stringify(reply.card)).toContain('One hour a week');
  }
  const read = (await w.inside(() => facts.find({ kind: 'interviews.read' }))).map((f) => [f.by, f.about]);
  expect(read).toEqual([
    ['hanna', 'dev'],
    ['lin', 'dev'],
  ]);
  // 林悦 is nobody's partner in Sales; Hanna's own is hers only as hers.
  expect((await w.as('lin').types('/perf interview @tom')).toast).toContain('Tom Becker');
  await w.as('hanna').types('/perf interview');
  expect(w.as('hanna').sees()).toContain('Conversation with 陈伟 Chen Wei');
});

test('the person cannot write the feedback, the manager cannot see what is not shared', async () => {
  await open('own');
  const ann = w.as('ann');
  await ann.types('/perf interview');
  await ann.presses('Prepare', 'Conversation');
  await ann.submits({ ask: 'Why not an A?' });
  await w.as('bo').types('/perf interview @ann');
  expect(w.as('bo').sees()).not.toContain('Why not an A?');
  const about = JSON.stringify({ cycle: 'q1', person: 'ann' });
  for (const verb of ['prepare', 'share', 'ask'])
    expect((await w.as('bo').sends({ kind: 'press', token: `interviews.${verb} ${about}` })).toast).toContain(
      'Only Ann',
    );
  for (const verb of ['write']) {
    const reply = await ann.sends({ kind: 'press', token: `interviews.${verb} ${about}` });
    expect([reply.toast, reply.open]).toEqual(['Only the manager of Ann Miller can do this.', undefined]);
  }
  const agenda = await ann.sends({
    kind: 'press',
    token: `interviews.agenda ${JSON.stringify({ cycle: 'q1', person: 'ann', page: 0 })}`,
  });
  expect(agenda.toast).toContain('Only the manager');
});

test('a new manager takes over, the old time is taken back, the person is told, the old one has nothing left', async () => {
  await open('moved');
  await agreeOn('dev', 'bo', 'Conversation with Dev', '2027-05-04');
  await does(w, 'hanna', async (ctx) => {
    await participants.change({ _id: 'q1:dev' }, { $set: { manager: 'carla' }, $inc: { rev: 1 } });
    ctx.record(managerChanged, { about: 'dev', ref: 'q1', data: { from: 'bo', to: 'carla' } });
  });
  await w.until('2027-04-26T14:00:00Z');
  expect(await of('dev')).toMatchObject({ state: 'due', manager: 'carla' });
  expect(w.as('dev').sees()).toContain('goes on with @carla');
  for (const who of ['dev', 'bo']) {
    const file = filesOf(who).at(-1) ?? '';
    expect(file).toContain('METHOD:CANCEL');
    expect(file).toContain('SEQUENCE:1');
  }
  expect(w.as('bo').sees()).toContain('The conversation with Dev Patel is with @carla now.');
  expect(w.as('bo').sees()).not.toContain('| Dev Patel |');
  expect(w.as('carla').sees()).toContain('| Dev Patel | needs a time |');
  expect((await w.as('bo').types('/perf interview @dev')).toast).toContain('between Dev Patel');
  await agreeOn('dev', 'carla', 'Conversation with Dev', '2027-05-05');
  expect(filesOf('carla').at(-1)).toContain('METHOD:PUBLISH');
});

test('who leaves talks no more: the event is taken back, nothing is owed', async () => {
  await open('left');
  await agreeOn('dev', 'bo', 'Conversation with Dev', '2027-05-04');
  await does(w, 'hanna', async (ctx) =>
    ctx.record(personLeft, { about: 'dev', data: { day: '2027-04-26' } }),
  );
  expect(await of('dev')).toMatchObject({ state: 'cancelled' });
  expect(filesOf('bo').at(-1)).toContain('STATUS:CANCELLED');
  expect(w.as('bo').sees()).toContain('This conversation is no longer needed.');
  await w.as('bo').types('/perf');
  expect(w.as('bo').sees().split('# ').at(-1)).not.toContain('Dev');
});

test('an appeal that changes the grade begins a new conversation; what was said stays readable', async () => {
  await open('appeal');
  await noteOn('dev', 'bo', '2027-04-26');
  await w.as('dev').presses('Confirm', 'Conversation');
  await w.as('bo').presses('Confirm', 'Conversation');
  expect((await of('dev')).state).toBe('done');
  const before = await w.inside(() => resultOf('q1', 'dev'));
  if (!before) throw new Error('dev has no result');
  await does(w, 'lin', (ctx) => revise(ctx, before, { appeal: 'a1', reasons: 'x', by: ['lin'], grade: 'B' }));
  expect(await of('dev')).toMatchObject({ state: 'due', round: 2, version: 2, reasons: ['changed'] });
  await w.as('dev').types('/perf interview');
  const card = w.as('dev').sees().split('# Conversation').at(-1);
  expect(card).toContain('Earlier, about version 1 of the result');
  expect(card).toContain('One hour a week for the backlog.');
});

test('required and not held when the phase is due: HR reads how many, and of whom, and nothing else', async () => {
  await open('overdue');
  await noteOn('dev', 'bo', '2027-04-26');
  const before = w.as('hanna').sees();
  await w.until('2027-05-14T21:00:00Z');
  expect(w.as('hanna').sees()).not.toContain('Required, and not held');
  expect(before).not.toContain('Conversations in 2027 Q1');
  const tasks = JSON.stringify((await w.as('carla').types('/perf')).card);
  expect(tasks).toContain('Feedback for 2 people');
  expect(tasks).toContain('14 May');
  await w.until('2027-05-17T08:00:00Z');
  const office =
    w
      .as('hanna')
      .sees()
      .split('# ')
      .find((c) => c.startsWith('Conversations in')) ?? '';
  expect(office).toContain('Required, and not held by Fri 14 May:');
  expect(office).toContain('| Carla Gómez | 1 |');
  expect(office).not.toMatch(/Bo Larsen|Tom|Dev/);
  expect(
    w
      .as('hanna')
      .messages()
      .filter((m) => m.card.title.startsWith('Conversations in')),
  ).toHaveLength(1);
});

test('held and nothing noted: HR sees it after a week, not on the day', async () => {
  await open('motions');
  const about = JSON.stringify({ cycle: 'q1', person: 'dev' });
  await w.as('bo').sends({ kind: 'press', token: `interviews.tookPlace ${about}` });
  await w.as('hanna').types('/perf interview');
  expect(w.as('hanna').sees()).not.toContain('Going through the motions');
  expect(w.as('dev').sees()).toContain('Nothing is noted yet');
  await w.until('2027-05-05T09:00:00Z');
  await w.as('hanna').types('/perf interview');
  expect(w.as('hanna').sees()).toContain('| Bo Larsen | 1 of 1 |');
  await w.as('dev').presses('It has not taken place', 'Conversation');
  expect((await of('dev')).state).toBe('due');
});

async function concludes(person: string, manager: string): Promise<void> {
  await noteOn(person, manager, '2027-04-26');
  const token = (i: Interview) =>
    `interviews.confirm ${JSON.stringify({ cycle: 'q1', person, round: i.round, seen: i.edition })}`;
  for (const who of [person, manager])
    await w.as(who).sends({ kind: 'press', token: token(await of(person)) });
  expect((await of(person)).state).toBe('done');
}

test('60 days later both say in one tap whether it helped; HR reads numbers from three people on', async () => {
  await open('helped');
  for (const [person, manager] of [
    ['dev', 'bo'],
    ['tom', 'carla'],
    ['li', 'zhao'],
    ['wang', 'zhao'],
  ] as const)
    await concludes(person, manager);
  await w.until('2027-06-25T07:00:00Z');
  expect(w.as('dev').sees()).not.toContain('Did the conversation help?');
  await w.until('2027-06-29T09:00:00Z');
  for (const who of ['dev', 'bo', 'wang'])
    expect(w.as(who).sees()).toMatch(/Did the conversation help|那次面谈有帮助吗/);
  const answer = (who: string, person: string, given: Answer) =>
    w.as(who).sends({
      kind: 'press',
      token: `interviews.helped ${JSON.stringify({ cycle: 'q1', person, round: 1, answer: given })}`,
    });
  await w.as('dev').presses('Partly', 'Did the conversation help?');
  expect(w.as('dev').sees()).toContain('Nobody else reads your answer.');
  expect((await answer('dev', 'dev', 'yes')).toast).toContain('answered already');
  expect((await answer('chen', 'dev', 'yes')).toast).toContain('between Dev Patel');
  await answer('tom', 'tom', 'no');
  // Three managers' answers of two managers are two.
  await answer('zhao', 'li', 'yes');
  await answer('zhao', 'wang', 'yes');
  await answer('bo', 'dev', 'yes');
  await w.until('2027-06-30T09:00:00Z');
  expect(await w.inside(() => helpTallies.get('q1'))).toBeUndefined();
  await answer('li', 'li', 'yes');
  await w.until('2027-07-01T09:00:00Z');
  expect(await w.inside(() => helpTallies.get('q1'))).toMatchObject({
    person: { yes: 1, partly: 1, no: 1 },
    manager: { yes: 0, partly: 0, no: 0 },
  });
  await answer('wang', 'wang', 'yes');
  await answer('carla', 'tom', 'no');
  await w.until('2027-07-02T09:00:00Z');
  expect(await w.inside(() => helpTallies.get('q1'))).toMatchObject({
    person: { yes: 1, partly: 1, no: 1 },
    manager: { yes: 3, partly: 0, no: 1 },
  });
  await w.as('hanna').types('/perf interview');
  expect(w.as('hanna').sees()).toContain('| employees | 1 | 1 | 1 |');
  const kept = await w.inside(() => facts.find({ by: 'dev', kind: { $regex: '^interviews' } }));
  expect(kept.map((f) => f.kind)).not.toContain('interviews.helped');
});

test('a paused cycle takes nothing, a cancelled one takes its events back', async () => {
  await open('paused');
  await agreeOn('dev', 'bo', 'Conversation with Dev', '2027-05-04');
  await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { state: 'paused' }, $inc: { rev: 1 } }));
  const about = JSON.stringify({ cycle: 'q1', person: 'dev' });
  expect((await w.as('bo').sends({ kind: 'press', token: `interviews.tookPlace ${about}` })).toast).toContain(
    'paused',
  );
  expect((await of('dev')).state).toBe('scheduled');
  await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { state: 'running' }, $inc: { rev: 1 } }));
  await does(w, 'hanna', async (ctx) => ctx.record(cycleCancelled, { about: 'q1', data: {} }));
  expect(filesOf('dev').at(-1)).toContain('METHOD:CANCEL');
  expect((await of('ann')).state).toBe('cancelled');
});
