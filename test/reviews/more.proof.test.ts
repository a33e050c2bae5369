import type { Reply } from '../../src/core/card.ts';
import { jobs } from '../../src/core/job.ts';
import { play } from '../../src/core/play.ts';
import { participants } from '../../src/cycles/model.ts';
import { forgetPerson } from '../../src/reviews/forget.ts';
import { tookOver, withdrawn } from '../../src/reviews/jobs.ts';
import { assignments, drafts, nominations, selfReviews } from '../../src/reviews/model.ts';
import { answers, ledger, releaseOf, releases } from '../../src/reviews/model-answers.ts';
import { dump } from '../kit/dump.ts';
import type { World } from '../kit/world.ts';
import { assessment, locks, named, reviewOfAnn, runs, writes } from './arrange.ts';

const slow = 120_000;
let w: World;
const seen = (person: string) => w.as(person).sees();
const news = (about: string, data: object) => ({ about, ref: 'q1', by: 'hanna', data }) as never;

afterEach(() => w.end());

test(
  'a reviewer becomes the manager: one role only; who leaves is reviewed no more, and what they sent about others stays',
  async () => {
    w = await assessment('manager');
    await named(w, ['dev', 'tom', 'nina', 'hanna']);
    for (const giver of ['dev', 'tom'])
      await writes(w, giver, { competencies: '4', collaboration: '4' }, 'Wrote the list.');
    await w.inside(() => participants.change({ _id: 'q1:ann' }, { $set: { manager: 'dev' } }));
    await runs(w, tookOver as never, news('ann', { from: 'bo', to: 'dev' }));
    expect((await reviewOfAnn(w, 'dev')).state).toBe('closed');
    const list = await w.inside(() => nominations.must('q1:ann'));
    expect(list.reviewers.map((r) => r.person).sort()).toEqual(['hanna', 'nina', 'tom']);
    const add = `reviews.openAdd {"nomination":"q1:ann"}`;
    expect((await w.as('bo').sends({ kind: 'press', token: add })).toast).toContain('Only their manager');
    expect((await w.as('dev').sends({ kind: 'press', token: add })).open?.title).toContain('Ann Miller');

    await runs(w, withdrawn as never, news('tom', { reason: 'left' }));
    expect((await reviewOfAnn(w, 'tom')).state).toBe('sent');
    await w.as('tom').presses('Ann Miller');
    await w.inside(() => participants.change({ _id: 'q1:ann' }, { $set: { state: 'withdrawn' } }));
    await runs(w, withdrawn as never, news('ann', { reason: 'leave' }));
    expect(seen('tom')).toContain('This review is no longer needed. What you wrote is deleted.');
    expect(await w.inside(() => drafts.count({}))).toBe(0);
    await locks(w);
    expect(await w.inside(() => releaseOf('q1', 'ann'))).toBeUndefined();
    expect(await w.inside(() => answers.count({ person: 'ann' }))).toBe(0);
  },
  slow,
);

test(
  'somebody is erased: before the lock what they wrote goes, after it nothing is published anew',
  async () => {
    w = await assessment('erased');
    await named(w, ['dev', 'tom', 'nina', 'hanna'], ['wang', 'li', 'zhao']);
    for (const giver of ['dev', 'tom', 'nina', 'hanna'])
      await writes(w, giver, { competencies: '4', collaboration: '4' }, 'Wrote the list.');
    await w.inside(() => forgetPerson('dev'));
    await locks(w);
    const frozen = await w.inside(() => releaseOf('q1', 'ann'));
    expect(frozen?.dimensions[0]?.groups).toEqual([{ of: 'peer', value: '4', givers: '3-4' }]);
    await w.inside(() => forgetPerson('tom'));
    await locks(w);
    expect(await w.inside(() => releaseOf('q1', 'ann'))).toEqual(frozen);
    await w.inside(() => forgetPerson('ann'));
    for (const entity of [answers, releases, ledger, selfReviews, nominations])
      expect(await w.inside(() => entity.count({ person: 'ann' }))).toBe(0);
  },
  slow,
);

/** One list, one decline, edits and a lock, with every event's answer. */
async function lived(database: string, how: object): Promise<{ w: World; replies: Reply[] }> {
  const one = await assessment(database, { seed: 'reviews', ...how });
  await named(one, ['dev', 'tom', 'nina', 'hanna'], ['wang', 'li', 'zhao']);
  for (const giver of ['dev', 'tom', 'hanna'])
    await writes(one, giver, { competencies: '5', collaboration: '3' }, 'Wrote it. 每周同步。');
  for (const giver of ['wang', 'li', 'zhao'])
    await writes(one, giver, { collaboration: '4' }, '写好了清单。');
  const replies: Reply[] = [];
  const nina = one.as('nina');
  replies.push(await nina.presses('Start'));
  await nina.presses('Decline');
  replies.push(await nina.submits({ reason: 'load' }));
  await one.until('2027-03-24T13:00:00Z');
  await one.as('bo').presses('Leave it at that');
  await one.as('ann').presses('Gets results: 3 · Met', 'self review');
  await locks(one);
  return { w: one, replies };
}

test(
  'every event twice, every third run aborted: the same to the byte',
  async () => {
    const calm = await lived('calm', {});
    const rough = await lived('rough', { twice: true, abortEvery: 3 });
    const [a, b] = [await dump(calm.w), await dump(rough.w)];
    expect(b.split('\n')).toEqual(a.split('\n'));
    expect(rough.replies).toEqual(calm.replies);
    for (const person of ['ann', 'bo', 'dev', 'wang', 'nina'])
      expect(rough.w.as(person).sees()).toBe(calm.w.as(person).sees());
    await calm.w.end();
    w = rough.w;
  },
  slow,
);

test(
  'played: they review themselves, name, approve and review others',
  async () => {
    w = await assessment('played');
    const some = ['ann', 'dev', 'bo'];
    const deeds = await play(w.parts, w.bot, some, 'reviews');
    const what = new Set(deeds.map((d) => d.what));
    for (const deed of ['rates their own work', 'names reviewers', 'approves reviewers', 'rates a colleague'])
      expect(what).toContain(deed);
    expect(await w.inside(() => selfReviews.count({ state: 'sent' }))).toBe(some.length);
    expect(await w.inside(() => nominations.count({ state: 'approved' }))).toBeGreaterThanOrEqual(2);
    const open = await w.inside(() => assignments.find({ giver: { $in: some }, state: 'open' }));
    expect(open).toEqual([]);
    expect(await w.inside(() => jobs.count({ state: 'dead' }))).toBe(0);
  },
  slow,
);
