/** What HR reads of conversations: numbers, and whether they helped, never what was said. */
import { facts } from '../../src/core/facts.ts';
import { type Answer, helpTallies } from '../../src/interviews/model.ts';
import type { World } from '../kit/world.ts';
import { conclude, noteOn, of, talksWorld } from './talks.ts';

let w: World;
const open = async (name: string) => {
  w = await talksWorld(name);
};
afterEach(() => w.end());

test('required and not held when the phase is due: HR reads how many, and of whom, and nothing else', async () => {
  await open('overdue');
  await noteOn(w, 'dev', 'bo');
  const before = w.as('hanna').sees();
  await w.until('2027-05-14T21:00:00Z');
  expect(w.as('hanna').sees()).not.toContain('Required, and not held');
  expect(before).not.toContain('Conversations in 2027 Q1');
  const tasks = JSON.stringify((await w.as('carla').types('/perf')).card);
  expect(tasks).toContain('Feedback for 2 people');
  expect(tasks).toContain('14 May');
  await w.until('2027-05-17T21:00:00Z'); // Whit Monday: HR has the day off
  expect(w.as('hanna').sees()).not.toContain('Conversations in 2027 Q1');
  await w.until('2027-05-18T08:00:00Z');
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
  expect((await of(w, 'dev')).state).toBe('due');
});

test('60 days later both say in one tap whether it helped; HR reads numbers from three people on', async () => {
  await open('helped');
  for (const [person, manager] of [
    ['dev', 'bo'],
    ['tom', 'carla'],
    ['li', 'zhao'],
    ['wang', 'zhao'],
  ] as const)
    await conclude(w, person, manager);
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
  expect((await answer('carla', 'dev', 'yes')).toast).toContain('between Dev Patel');
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
  const kept = await w.inside(() => facts.find({ by: 'dev', kind: /^interviews/ }));
  expect(kept.map((f) => f.kind)).not.toContain('interviews.helped');
});
