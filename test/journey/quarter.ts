/** From kick-off to a manager's answer to an obstacle, as people do it in the chat; used clean and disturbed. */
import type { Form } from '../../src/core/card.ts';
import type { Someone, World } from '../kit/world.ts';

export const filled = (form: Form): Record<string, unknown> =>
  Object.fromEntries(form.fields.flatMap((f) => (f.value === undefined ? [] : [[f.name, f.value]])));

const goal = {
  title: 'Cut the ticket backlog',
  why: 'Customers wait too long',
  align: 'none',
  measure: 'open tickets',
  kind: 'decrease',
  from: '120',
  to: '40',
  unit: 'tickets',
  source: 'ticket system',
};

async function kicksOff(hanna: Someone): Promise<void> {
  await hanna.types('/perf kickoff');
  await hanna.submits({ ...filled(hanna.form()), message: '欢迎 <!channel>, welcome *all*' });
  await hanna.presses('Start');
}

async function agreesGoals(ann: Someone, bo: Someone): Promise<void> {
  await ann.presses('Write a goal');
  await ann.submits(goal);
  await ann.presses('Write a goal');
  await ann.submits({
    ...goal,
    title: '__proto__ of a first answer within four hours',
    measure: 'first answer',
    kind: 'atMost',
    from: '',
    to: '4',
    unit: 'h',
  });
  await ann.presses('Propose to my manager');
  await bo.presses('Ann Miller');
  await bo.presses('Return with a comment');
  await bo.submits({ comment: 'Which queue do you mean? '.repeat(20) });
  await ann.presses('Edit');
  await ann.submits({ ...goal, title: 'Cut the backlog of the phone queue' });
  await ann.presses('Propose to my manager');
  await bo.presses('Agree all 2', 'Goals of Ann');
  await ann.presses('Confirm');
  await bo.presses('Confirm');
}

/** One question after the other, in her own words and by buttons. */
async function talks(ann: Someone, number: string, ...lastTime: string[]): Promise<void> {
  await ann.presses('Start');
  for (const done of lastTime) await ann.presses(done);
  await ann.presses('Cut the backlog of the phone queue');
  await ann.says('A second opinion on the new template');
  await ann.says(number);
  await ann.says('Tried it with two customers');
  await ann.presses('At risk');
  await ann.says('Waiting for the test environment');
  await ann.presses('Yes');
  await ann.says('Ask the platform team');
  await ann.says('skip');
  await ann.says('Agree a slot — by Friday\nWrite down the questions');
  await ann.presses('6');
  await ann.says('A date that holds');
  await ann.presses('Send');
}

/** The same all at once, about something else. */
async function fillsIn(ann: Someone): Promise<void> {
  await ann.presses('All at once, as a form');
  await ann.submits({
    goal: 'other',
    want: 'How to hand over',
    happened: '一切顺利 & on time',
    confidence: 'onTrack',
    obstacles: 'none',
    options: 'Pair with Dev',
    deeds: 'Write the page by Tuesday',
    commitment: '9',
  });
}

export async function quarter(w: World): Promise<void> {
  const [hanna, ann, bo, wang] = ['hanna', 'ann', 'bo', 'wang'].map((p) => w.as(p)) as [
    Someone,
    Someone,
    Someone,
    Someone,
  ];
  await kicksOff(hanna);
  await w.until('2027-01-05T09:00:00Z');
  await agreesGoals(ann, bo);
  await wang.types('绩效 目标');
  await wang.presses('写一个目标');
  await wang.submits({ ...goal, title: '把电话队列的工单积压降下来', measure: '未结工单' });
  await w.until('2027-01-18T12:00:00Z');
  await ann.types('/perf progress');
  await w.until('2027-01-25T09:00:00Z');
  await ann.types('/perf checkin');
  await fillsIn(ann);
  await w.until('2027-02-01T12:00:00Z');
  await talks(ann, '85', 'Done');
  await w.until('2027-02-02T16:30:00Z');
  await bo.presses('Answer', 'Ann Miller');
  await bo.submits({ ...filled(bo.form()), text: 'I have asked them; you get it on Thursday.' });
  await w.until('2027-02-15T12:00:00Z');
  await talks(ann, '72', 'Done', 'Partly');
  await w.until('2027-02-16T18:00:00Z');
  await hanna.types('/perf status');
  await bo.home();
}
