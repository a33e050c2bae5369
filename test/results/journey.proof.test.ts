/** The way of a result with its person: read, explained, acknowledged, silent, a new version. */
import { queueDaily } from '../../src/core/daily.ts';
import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { scored, withLevels } from '../../src/ratings/rescore.ts';
import { revise } from '../../src/results/issue.ts';
import { receiptOf, resultOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { does, releasedWorld } from './arrange.ts';

let w: World;
beforeEach(async () => {
  w = await releasedWorld('results-journey', undefined, { twice: true });
  await queueDaily(w.parts);
  // In New York it is morning, too: nobody's card is held back any more.
  await w.until('2027-04-26T14:00:00Z');
});
afterEach(() => w.end());

const place = (person: string) => w.inside(() => participants.must(`q1:${person}`));
const receipt = (person: string) => w.inside(() => receiptOf('q1', person));
const kinds = async (about: string) =>
  (await w.inside(() => facts.find({ about }))).map((f) => f.kind).filter((k) => k.startsWith('results.'));

test('the summary is there, leads to the sum, and is acknowledged with one tap', async () => {
  const ann = w.as('ann');
  expect(ann.sees()).toContain('# Your result · 2027 Q1: B, 3.41');
  expect(ann.sees()).toContain('Cut the backlog · weight 60 % · 80 % reached');
  expect(ann.sees()).toContain('| results | 3 | 3.02 | +0.02 |');
  expect(ann.sees()).toContain('Keep: Explains things calmly.');
  expect(ann.sees()).toContain(
    '[I have read it] [Talk about it] [Why this score?] [Appeal — until Tue 11 May] [Printable record]',
  );
  await ann.presses('Why this score?');
  expect(ann.sees()).toContain('Final = (60 × 3.02 + 25 × 4 + 15 × 4) ÷ 100 = 3.412');
  expect((await place('ann')).progress?.feedback).toBe('open');
  const button = w.platform.find('ann', 'I have read it').button.token;
  await ann.presses('I have read it');
  expect(ann.reply().toast).toBe('Noted: you have read it. An appeal stays open all the same.');
  expect(await receipt('ann')).toMatchObject({ state: 'acknowledged', acknowledgedAt: w.clock.now() });
  expect(await place('ann')).toMatchObject({ state: 'acknowledged', progress: { feedback: 'done' } });
  expect(ann.sees()).toContain(
    'An appeal is open until Tue 11 May. Acknowledging never costs you that right.',
  );
  await ann.sends({ kind: 'press', token: button });
  expect(ann.reply().toast).toBe('You acknowledged it already.');
  await ann.presses('Add a comment');
  await ann.submits({ comment: 'Fair, but *not* all <b>of it</b>.' });
  expect(ann.sees()).toContain('Comment: Fair, but *not* all <b>of it</b>.');
  expect((await kinds('ann')).filter((k) => k === 'results.acknowledged')).toHaveLength(1);
});

test('colleagues’ words as they were published; the last page leads back', async () => {
  const ann = w.as('ann');
  await ann.presses('What colleagues say');
  expect(ann.sees()).toContain('# What colleagues say · 2027 Q1');
  expect(ann.sees()).toContain('3–4');
  expect(ann.sees()).not.toMatch(/\b3\.33|\bn ?= ?\d/);
});

test('the others: line, HR and the unit’s partner read, and each look is kept; nobody else', async () => {
  for (const reader of ['bo', 'chen', 'hanna', 'lin']) {
    await w.as(reader).types('/perf result @ann');
    expect(w.as(reader).sees()).toMatch(/(Result of Ann Miller|Ann Miller 的绩效结果) · 2027 Q1/);
  }
  expect((await kinds('ann')).filter((k) => k === 'results.read')).toHaveLength(4);
  expect(w.as('bo').sees()).toContain('Not acknowledged yet.');
  const token = w.platform.find('ann', 'Why this score?').button.token;
  for (const reader of ['tom', 'carla', 'dev', 'zhao']) {
    const reply = await w.as(reader).types('/perf result @ann');
    expect(reply.toast).toMatch(/^(A result is read by|绩效结果只有)/);
    expect((await w.as(reader).sends({ kind: 'press', token })).toast).toMatch(
      /^(A result is read by|绩效结果只有)/,
    );
    expect(w.as(reader).sees()).not.toContain('3.41');
  }
  await w.as('bo').types('/perf result team');
  expect(w.as('bo').sees()).toContain('| Dev Patel | C, 2.25 | not acknowledged | – |');
  await w.as('bo').presses('Dev Patel', 'Results of your team');
  expect(w.as('bo').sees()).toContain('Result of Dev Patel · 2027 Q1: C, 2.25');
  const title = 'Result of Dev Patel · 2027 Q1: C, 2.25';
  expect(() => w.platform.find('bo', 'I have read it', title)).toThrow('sees no button');
});

test('silence for five working days counts as received, and can still be broken', async () => {
  await w.until('2027-05-03T12:00:00Z');
  expect((await receipt('ann'))?.state).toBe('open');
  await w.until('2027-05-04T12:00:00Z');
  expect(await receipt('ann')).toMatchObject({ state: 'silent' });
  expect(await receipt('dev')).toMatchObject({ state: 'silent' });
  expect(await place('dev')).toMatchObject({ state: 'acknowledged', progress: { feedback: 'done' } });
  const said = (await w.inside(() => facts.find({ about: 'dev', kind: 'results.acknowledged' }))).map(
    (f) => f.data,
  );
  expect(said).toEqual([{ version: 1, silent: true }]);
  expect(w.as('dev').sees()).toContain('neither agreed nor disagreed');
  const dev = w.as('dev');
  await dev.presses('Add a comment');
  await dev.submits({ comment: 'I was on leave.' });
  expect(await receipt('dev')).toMatchObject({ state: 'acknowledged', comment: 'I was on leave.' });
});

test('a new version begins anew; the old one stays readable, its button redraws', async () => {
  const dev = w.as('dev');
  const stale = w.platform.find('dev', 'I have read it').button.token;
  await dev.presses('I have read it');
  const before = await w.inside(() => resultOf('q1', 'dev'));
  if (!before?.basis) throw new Error('dev has no result');
  const { basis } = before;
  await does(w, 'lin', async (ctx) => {
    await revise(ctx, before, {
      appeal: 'a1',
      reasons: 'The handbook was yours.',
      by: ['lin'],
      grade: 'B',
      scored: scored(withLevels(basis, { results: 4, competencies: 4, collaboration: 4 })),
    });
  });
  expect(dev.sees()).toContain('# Your result · 2027 Q1: B, 3.41');
  expect(dev.sees()).toContain('Version 2: before C, 2.25, now B, 3.41.');
  expect(dev.sees()).toContain('Decided after an appeal. The reasons: The handbook was yours.');
  expect((await receipt('dev'))?.state).toBe('open');
  expect((await place('dev')).progress?.feedback).toBe('open');
  await dev.sends({ kind: 'press', token: stale });
  expect(dev.reply().toast).toContain('newer version');
  expect((await receipt('dev'))?.state).toBe('open');
  await dev.types('/perf history');
  await dev.presses('2027 Q1 · version 1');
  expect(dev.sees()).toContain('This is version 1 as it was given out then. Version 2 holds now.');
  await dev.presses('I have read it');
  expect(await receipt('dev')).toMatchObject({ state: 'acknowledged', version: 2 });
});

test('tasks and Home say what is open, and stop', async () => {
  const ann = w.as('ann');
  expect(JSON.stringify(await ann.home())).toContain('Acknowledge your result · 2027 Q1');
  expect(JSON.stringify(await ann.home())).toContain('B, 3.41');
  await ann.presses('I have read it');
  expect(JSON.stringify(await ann.home())).not.toContain('Acknowledge your result');
  expect(JSON.stringify(await w.as('hanna').home())).toContain('13 of 13 released, 1 acknowledged');
});
