import { tasksOf } from '../../src/core/home.ts';
import { cycles } from '../../src/cycles/model.ts';
import { everyDay } from '../../src/reviews/jobs.ts';
import { openAssessment } from '../../src/reviews/jobs-open.ts';
import { release } from '../../src/reviews/jobs-release.ts';
import { assignments, nominations } from '../../src/reviews/model.ts';
import { releaseOf } from '../../src/reviews/model-answers.ts';
import { transcript } from '../kit/transcript.ts';
import type { World } from '../kit/world.ts';
import { assessment, locks, named, runs } from './arrange.ts';

const slow = 60_000;
let w: World;
const seen = (person: string) => w.as(person).sees();

const tasks = async (person: string) =>
  (await w.inside(() => tasksOf(w.parts.registry, person, w.clock.now()))).map((t) => ({
    title: t.title('en'),
    due: t.due,
    confidential: t.confidential ?? false,
  }));

describe('the first day', () => {
  beforeAll(async () => {
    w = await assessment('ways');
  }, slow);
  afterAll(() => w.end());

  test('opened twice: nobody gets anything twice', async () => {
    const before = [w.platform.count(), await w.inside(() => assignments.count({}))];
    await runs(w, openAssessment, { cycle: 'q1', after: '', everybody: 0 });
    expect([w.platform.count(), await w.inside(() => assignments.count({}))]).toEqual(before);
  });

  test('tasks: gone when done; what is given is confidential', async () => {
    expect(await tasks('wang')).toEqual([
      { title: 'Name who gives you feedback', due: '2027-03-24', confidential: false },
      { title: 'Your self review', due: '2027-04-02', confidential: false },
      { title: 'Feedback for a colleague', due: '2027-04-02', confidential: true },
    ]);
    await w.as('ann').presses('Take these 3');
    expect(await tasks('bo')).toContainEqual({
      title: 'Reviewers of one person wait for you',
      due: '2027-03-26',
      confidential: false,
    });
    expect((await tasks('ann')).map((t) => t.title)).toEqual(['Your self review']);
    const hr = transcript(await w.as('hanna').home());
    expect(hr).toContain(
      'Self reviews sent: 0 of 13 · Reviewer lists approved: 0 of 13 · Reviews sent: 0 · Reviews open: 7',
    );
    expect(transcript(await w.as('bo').home())).not.toContain('Reviews open');
  });

  test('the head of the company has no manager: they are asked at once', async () => {
    const chen = w.as('chen');
    await chen.presses('自己选');
    await chen.submits({ peers: ['lin', 'tom', 'ann'], partners: [] });
    await w.until('2027-03-23T08:00:00Z');
    expect(seen('lin')).toContain('陈伟');
  });

  test('the self review: written, sent, read by the manager and by nobody before', async () => {
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
      'reviews.proposed ann ann',
      'reviews.proposed chen chen',
      'reviews.read bo ann',
      'reviews.read bo ann',
      'reviews.selfSent ann ann',
    ]);
  });
});

describe('dates', () => {
  afterEach(() => w.end());

  test(
    'nobody looked at the list: the day after its date it is approved',
    async () => {
      w = await assessment('auto');
      await w.as('ann').presses('Take these 3');
      const state = async () => (await w.inside(() => nominations.must('q1:ann'))).state;
      await runs(w, everyDay as never, { zone: 'Europe/Berlin', day: '2027-03-26' } as never);
      await runs(w, everyDay as never, { zone: 'Asia/Shanghai', day: '2027-03-27' } as never);
      expect(await state()).toBe('proposed');
      await runs(w, everyDay as never, { zone: 'Europe/Berlin', day: '2027-03-27' } as never);
      expect(await state()).toBe('approved');
      expect(seen('ann')).toContain('They have been asked.');
      expect(seen('bo')).toContain('| Ann Miller | 3 | 0 | asked |');
      expect((await w.inside(() => nominations.must('q1:ann'))).approved?.by).toBe('system');
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
});
