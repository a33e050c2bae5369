/** The main way: appealed, assigned, heard, decided with another version, final. */

import { said as messages } from '../../src/appeals/said.ts';
import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { resultOf, versionsOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { appealsWorld, checklist, find, heard, opens, said } from './arrange.ts';

let w: World;
beforeEach(async () => {
  w = await appealsWorld('journey');
});
afterEach(() => w.end());

const place = async (person = 'dev') => (await w.inside(() => participants.must(`q1:${person}`))).state;

/** What stands in the room of Dev's appeal. */
const says = (person: string, text: string, messageId: string, more: object = {}) =>
  w.as(person).sends({
    kind: 'message',
    text,
    messageId,
    edited: false,
    where: { platform: 'web', tenant: 'local', channel: 'room:appeals:q1:dev:1:1' },
    ...more,
  } as never);

test('from the form to a final decision', async () => {
  const [dev, hanna, lin, zhao, tom, bo] = [
    w.as('dev'),
    w.as('hanna'),
    w.as('lin'),
    w.as('zhao'),
    w.as('tom'),
    w.as('bo'),
  ];
  await opens(w);
  expect(await place()).toBe('appealing');
  expect(await find(w)).toMatchObject({
    _id: 'q1:dev:1:1',
    state: 'opened',
    rater: 'bo',
    said,
    days: { assign: '2027-04-27' },
  });
  expect(dev.sees()).toContain('HR names a case owner and a panel by Tue 27 Apr');
  expect(hanna.sees()).toContain('Dev Patel appeals · 2027 Q1');
  expect(hanna.sees()).not.toContain(said.why);
  expect(bo.sees()).not.toContain('has appealed');

  await heard(w);
  if (process.env.LOOK)
    process.stdout.write([dev, hanna, lin, zhao, bo].map((p) => p.sees()).join('\n=====\n'));
  expect(await find(w)).toMatchObject({ state: 'hearing', days: { decide: '2027-05-10' } });
  expect(zhao.sees()).toContain(said.why);
  expect(bo.sees()).toContain('Dev Patel has appealed');
  expect(bo.sees()).not.toContain(said.why);

  await says('dev', 'Here is the list.', 'm1', {
    files: [{ id: 'f1', name: 'weeks.pdf', type: 'x', size: 1 }],
  });
  await says('dev', 'Here is the whole list.', 'm1', { edited: true });
  await says('zhao', '收到', 'm2');
  const kept = await w.inside(() => messages.find({}, { sort: { at: 1, _id: 1 } }));
  expect(kept.map((m) => [m.by, m.versions.map((v) => v.text), m.files.map((f) => f.name)])).toEqual([
    ['dev', ['Here is the list.', 'Here is the whole list.'], ['weeks.pdf']],
    ['zhao', ['收到'], []],
  ]);

  await bo.presses('Write a statement');
  await bo.submits({ statement: 'I agreed to the three weeks.' });
  expect(bo.reply().toast).toContain('with the panel');

  await zhao.presses('起草决定', '案件');
  await zhao.submits({
    ...checklist,
    outcome: 'adjusted',
    reasons: 'Three of thirteen weeks were elsewhere.',
  });
  expect(zhao.sees()).toContain('目前与原结果没有差别');
  await zhao.presses('级别和等级', '决定草案');
  await zhao.submits({ level_0: '4', level_1: '4', level_2: '4' });
  expect(tom.sees()).not.toContain('Draft of the decision');
  await zhao.presses('同意', '决定草案');
  expect(await find(w)).toMatchObject({ state: 'hearing', draft: { agreed: ['zhao'] } });
  if (process.env.LOOK) process.stdout.write([tom, zhao].map((p) => p.sees()).join('\n=====\n'));
  await tom.presses('Agree', 'Draft of the decision');
  expect(tom.reply().toast).toContain('Decided');

  const [first, second] = await w.inside(() => versionsOf('q1', 'dev'));
  expect(first).toMatchObject({ version: 1, source: 'rating' });
  expect(second).toMatchObject({ version: 2, source: 'appeal', appeal: { by: ['zhao', 'tom'] } });
  expect(Number(second?.final)).toBeGreaterThan(Number(first?.final));
  expect(await find(w)).toMatchObject({ state: 'decided', decision: { version: 2 }, open: true });
  expect(dev.sees()).toContain('Three of thirteen weeks were elsewhere.');
  expect(dev.sees()).toContain('| Data sources right | no | Right number, wrong weeks |');
  expect(bo.sees()).not.toContain('Three of thirteen weeks');
  expect(await place()).toBe('appealing');

  await w.until('2027-05-05T07:00:00Z');
  if (process.env.LOOK) process.stdout.write([dev, bo, hanna].map((p) => p.sees()).join('\n=====\n'));
  expect(await find(w)).toMatchObject({ state: 'final', open: false });
  expect(await place()).toBe('released');
  expect(dev.sees()).toContain('the decision is final');
  await says('dev', 'After the end', 'm3');
  expect(await w.inside(() => messages.count({}))).toBe(2);
  const kinds = (await w.inside(() => facts.find({ about: 'dev' }))).map((f) => f.kind);
  expect(kinds).toEqual(
    expect.arrayContaining(['appeals.opened', 'appeals.decided', 'appeals.ended', 'results.revised']),
  );
  expect((await w.inside(() => resultOf('q1', 'dev')))?.version).toBe(2);
});
