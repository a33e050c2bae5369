import { queueDaily } from '../../src/core/daily.ts';
import { cycles } from '../../src/cycles/model.ts';
import { approveLate } from '../../src/reviews/jobs.ts';
import { openAssessment } from '../../src/reviews/jobs-open.ts';
import { release } from '../../src/reviews/jobs-release.ts';
import { assignments, nominations } from '../../src/reviews/model.ts';
import { releaseOf } from '../../src/reviews/model-answers.ts';
import type { World } from '../kit/world.ts';
import { assessment, locks, named, runs } from './arrange.ts';

const slow = 60_000;
let w: World;
const seen = (person: string) => w.as(person).sees();

describe('other ways', () => {
  afterEach(() => w.end());

  test(
    'nobody looked at the list: its date approves it',
    async () => {
      w = await assessment('auto');
      await w.as('ann').presses('Take these 3');
      await runs(w, approveLate, { cycle: 'q1', after: '' });
      expect(seen('ann')).toContain('They have been asked.');
      expect(seen('bo')).toContain('| Ann Miller | 3 | 0 | asked |');
      const list = await w.inside(() => nominations.must('q1:ann'));
      expect(list.approved?.by).toBe('system');
    },
    slow,
  );

  test(
    'the day after the date it happens by itself',
    async () => {
      w = await assessment('auto-day');
      await w.as('ann').presses('Take these 3');
      await queueDaily(w.parts);
      await w.until('2027-03-26T20:00:00Z');
      expect((await w.inside(() => nominations.must('q1:ann'))).state).toBe('proposed');
      await w.until('2027-03-27T09:00:00Z');
      expect((await w.inside(() => nominations.must('q1:ann'))).state).toBe('approved');
    },
    slow,
  );

  test(
    'the head of the company has no manager: they are asked at once',
    async () => {
      w = await assessment('head');
      const chen = w.as('chen');
      await chen.presses('自己选');
      await chen.submits({ peers: ['lin', 'tom', 'ann'], partners: [] });
      await w.until('2027-03-23T02:00:00Z');
      expect(seen('lin')).toContain('陈伟');
    },
    slow,
  );

  test(
    'the self review: written, sent, read by the manager and by nobody before',
    async () => {
      w = await assessment('self');
      const ann = w.as('ann');
      for (const label of [
        'Gets results: 4 · Exceeded',
        'Knows the craft: 5 · Outstanding',
        'Works well with others: 3 · Met',
      ])
        await ann.presses(label, 'self review');
      await w.as('bo').types('/perf review ann');
      expect(seen('bo')).toContain('No self review has been sent.');
      await ann.presses('Write the example', 'self review');
      await ann.submits({ 'example:competencies': 'Cut the backlog from 120 to 60.', keep: 'Asked early.' });
      await ann.presses('Send', 'self review');
      expect(seen('ann')).toContain('Sent. Your manager can read it.');
      await w.as('bo').types('/perf review ann');
      expect(seen('bo')).toContain('Knows the craft: 5 · Outstanding');
      expect(seen('bo')).toContain('Example, Knows the craft: Cut the backlog from 120 to 60.');
      expect((await w.as('tom').types('/perf review ann')).toast).toContain('I find nobody');
      const facts = await w.inside(() =>
        w.store.connection
          .collection('facts')
          .find({ kind: /^reviews/ })
          .toArray(),
      );
      expect(facts.map((f) => `${f.kind} ${f.by} ${f.about}`).sort()).toEqual([
        'reviews.read bo ann',
        'reviews.read bo ann',
        'reviews.selfSent ann ann',
      ]);
    },
    slow,
  );

  test(
    'one reviewer with a later date does not hold up the others',
    async () => {
      w = await assessment('later');
      await named(w, ['dev', 'tom', 'hanna']);
      const later = [{ phase: 'assessment', person: 'wang', due: '2027-04-20' }];
      await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { extensions: later } }));
      await w.until('2027-04-07T12:00:00Z');
      await runs(w, release, { cycle: 'q1', after: '', all: false, people: 0 });
      expect(await w.inside(() => releaseOf('q1', 'ann'))).toBeDefined();
      expect(await w.inside(() => releaseOf('q1', 'zhao'))).toBeUndefined();
      expect(await w.inside(() => releaseOf('q1', 'wang'))).toBeUndefined();
      await w.as('wang').presses('赵敏', '给');
      await w.as('wang').presses('专业能力: 4 · 超出');
      await locks(w);
      expect(await w.inside(() => releaseOf('q1', 'zhao'))).toBeDefined();
    },
    slow,
  );

  test(
    'opened twice: nobody gets anything twice',
    async () => {
      w = await assessment('again');
      const before = [w.platform.count(), await w.inside(() => assignments.count({}))];
      await runs(w, openAssessment, { cycle: 'q1', after: '' });
      expect([w.platform.count(), await w.inside(() => assignments.count({}))]).toEqual(before);
    },
    slow,
  );
});
