/** Around a conversation: who may not, new managers, leavers, appeals, cycles that stop. */
import { facts } from '../../src/core/facts.ts';
import { cycleCancelled, managerChanged } from '../../src/cycles/facts.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { interviews } from '../../src/interviews/model.ts';
import { personLeft } from '../../src/people/facts.ts';
import { revise } from '../../src/results/issue.ts';
import { resultOf } from '../../src/results/model.ts';
import { eventOf, intoNothing } from '../kit/trials.ts';
import type { World } from '../kit/world.ts';
import { does } from '../results/arrange.ts';
import { agreeOn, filesOf, noteOn, of, talksWorld } from './talks.ts';

let w: World;
const open = async (name: string) => {
  w = await talksWorld(name);
};
afterEach(() => w.end());

/** Every action about one conversation, with arguments as its cards have them. */
function everyToken(person: string): string[] {
  const about = { cycle: 'q1', person };
  const more = [
    {},
    { page: 0 },
    { round: 1, seen: 1 },
    { at: '2027-05-04T14:00:00.000Z' },
    { round: 1, answer: 'yes' },
  ];
  const all = [...w.parts.registry.handlers.values()].filter((h) => h.action.name.startsWith('interviews.'));
  return all.flatMap(({ action }) => {
    const args = more.map((m) => ({ ...about, ...m })).find((a) => action.args.safeParse(a).success);
    return args ? [action.token(args)] : [];
  });
}

const filled = {
  day: '2027-04-26',
  time: '10:00',
  value: '2027-05-04T14:00:00.000Z',
  place: 'x',
  agreed: 'x',
  text: 'x',
  seen: 'x',
  next: 'x',
};

test('who is neither of the two sees and does nothing; HR reads the notes, and it is recorded; nobody their own as HR', async () => {
  await open('others');
  await noteOn(w, 'dev', 'bo');
  const tokens = everyToken('dev');
  expect(tokens.length).toBeGreaterThan(20);
  for (const who of ['tom', 'chen', 'carla', 'ann'])
    for (const token of tokens) {
      const reply = await w.as(who).sends({ kind: 'submit', token, values: filled });
      expect([who, token, reply.card, reply.open]).toEqual([who, token, undefined, undefined]);
      expect(reply.toast).toMatch(/Dev Patel/);
    }
  for (const who of ['tom', 'chen'])
    expect((await w.as(who).types('/perf interview @dev')).toast).toContain('Dev Patel');
  expect(w.as('chen').sees()).not.toContain('backlog.');
  for (const who of ['hanna', 'lin']) {
    const reply = await w.as(who).types('/perf interview @dev');
    expect(JSON.stringify(reply.card)).toContain('One hour a week');
  }
  const read = (await w.inside(() => facts.find({ kind: 'interviews.read' }))).map((f) => [f.by, f.about]);
  expect(read.sort()).toEqual([
    ['hanna', 'dev'],
    ['lin', 'dev'],
  ]);
  // 林悦 is nobody's partner in Sales; Hanna's own is hers only as hers.
  expect((await w.as('lin').types('/perf interview @tom')).toast).toContain('Tom Becker');
  await w.as('hanna').types('/perf interview');
  expect(w.as('hanna').sees()).toContain('Conversation with 陈伟 Chen Wei');
});

test('pointing to nothing is answered with a sentence, and changes nothing', async () => {
  await open('nothing');
  const handlers = [...w.parts.registry.handlers.values()].filter((h) =>
    h.action.name.startsWith('interviews.'),
  );
  for (const who of ['ann', 'bo', 'hanna'])
    for (const handler of handlers) {
      const { toast } = await w.as(who).sends(eventOf(intoNothing(handler)));
      expect([handler.action.name, toast]).toEqual([handler.action.name, expect.stringMatching(/\p{L}{2}/u)]);
    }
  expect((await w.inside(() => interviews.find({}))).every((i) => i.rev === 1)).toBe(true);
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
  await agreeOn(w, 'dev', 'bo', '2027-05-04');
  await does(w, 'hanna', async (ctx) => {
    await participants.change({ _id: 'q1:dev' }, { $set: { manager: 'carla' }, $inc: { rev: 1 } });
    ctx.record(managerChanged, { about: 'dev', ref: 'q1', data: { from: 'bo', to: 'carla' } });
  });
  await w.until('2027-04-26T14:00:00Z');
  expect(await of(w, 'dev')).toMatchObject({ state: 'due', manager: 'carla' });
  expect(w.as('dev').sees()).toContain('goes on with @carla');
  for (const who of ['dev', 'bo']) {
    const file = filesOf(w, who).at(-1) ?? '';
    expect(file).toContain('METHOD:CANCEL');
    expect(file).toContain('SEQUENCE:1');
  }
  expect(w.as('bo').sees()).toContain('The conversation with Dev Patel is with @carla now.');
  expect(w.as('bo').sees()).not.toContain('| Dev Patel |');
  expect(w.as('carla').sees()).toContain('| Dev Patel | needs a time |');
  expect((await w.as('bo').types('/perf interview @dev')).toast).toContain('between Dev Patel');
  await agreeOn(w, 'dev', 'carla', '2027-05-05');
  expect(filesOf(w, 'carla').at(-1)).toContain('METHOD:PUBLISH');
});

test('who leaves talks no more: the event is taken back, nothing is owed', async () => {
  await open('left');
  await agreeOn(w, 'dev', 'bo', '2027-05-04');
  await does(w, 'hanna', async (ctx) =>
    ctx.record(personLeft, { about: 'dev', data: { day: '2027-04-26' } }),
  );
  expect(await of(w, 'dev')).toMatchObject({ state: 'cancelled' });
  expect(filesOf(w, 'bo').at(-1)).toContain('STATUS:CANCELLED');
  expect(w.as('bo').sees()).toContain('This conversation is no longer needed.');
  await w.as('bo').types('/perf');
  expect(w.as('bo').sees().split('# ').at(-1)).not.toContain('Dev');
});

test('an appeal that changes the grade begins a new conversation; what was said stays readable', async () => {
  await open('appeal');
  await noteOn(w, 'dev', 'bo');
  await w.as('dev').presses('Confirm', 'Conversation');
  await w.as('bo').presses('Confirm', 'Conversation');
  expect((await of(w, 'dev')).state).toBe('done');
  const before = await w.inside(() => resultOf('q1', 'dev'));
  if (!before) throw new Error('dev has no result');
  await does(w, 'lin', (ctx) => revise(ctx, before, { appeal: 'a1', reasons: 'x', by: ['lin'], grade: 'B' }));
  expect(await of(w, 'dev')).toMatchObject({ state: 'due', round: 2, version: 2, reasons: ['changed'] });
  await w.as('dev').types('/perf interview');
  const card = w.as('dev').sees().split('# Conversation').at(-1);
  expect(card).toContain('Earlier, about version 1 of the result');
  expect(card).toContain('One hour a week for the backlog.');
});

test('a paused cycle takes nothing, a cancelled one takes its events back', async () => {
  await open('paused');
  await agreeOn(w, 'dev', 'bo', '2027-05-04');
  await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { state: 'paused' }, $inc: { rev: 1 } }));
  const about = JSON.stringify({ cycle: 'q1', person: 'dev' });
  expect((await w.as('bo').sends({ kind: 'press', token: `interviews.tookPlace ${about}` })).toast).toContain(
    'paused',
  );
  expect((await of(w, 'dev')).state).toBe('scheduled');
  await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { state: 'running' }, $inc: { rev: 1 } }));
  await does(w, 'hanna', async (ctx) => ctx.record(cycleCancelled, { about: 'q1', data: {} }));
  expect(filesOf(w, 'dev').at(-1)).toContain('METHOD:CANCEL');
  expect((await of(w, 'ann')).state).toBe('cancelled');
});
