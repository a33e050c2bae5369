/** A released cycle in which somebody appeals, and the steps that most tests begin with. */
import { watchAppeals } from '../../src/appeals/jobs.ts';
import { type Appeal, appeals } from '../../src/appeals/model.ts';
import { jobRow, jobs } from '../../src/core/job.ts';
import type { Disturbance, World } from '../kit/world.ts';
import { releasedWorld } from '../results/arrange.ts';

export const said = {
  what: 'The level for results',
  why: 'Three weeks were spent with billing, as agreed.',
  wanted: 'Take them into account',
  evidence: 'https://tracker.example/4711',
};

export const checklist = {
  ok_standards: 'yes',
  word_standards: 'Contract of January',
  ok_data: 'no',
  word_data: 'Right number, wrong weeks',
  ok_raters: 'yes',
  word_raters: 'Manager and his manager',
  ok_bias: 'yes',
  word_bias: 'None seen',
};

/** The daily look at clocks is queued, as the product's tick would; it queues itself from then on. */
export async function appealsWorld(
  database: string,
  more: () => Promise<void> = async () => {},
  how: Disturbance = {},
): Promise<World> {
  const w = await releasedWorld(`appeals-${database}`, more, how);
  const first = { zone: 'Europe/Berlin', day: '2027-04-27' };
  await w.inside(() =>
    jobs.insert(jobRow(watchAppeals, first, new Date('2027-04-27T05:30:00Z'), 'appeals.watch:first')),
  );
  return w;
}

export const find = (w: World, person = 'dev'): Promise<Appeal> =>
  w.inside(async () => {
    const [found] = await appeals.find({ person }, { sort: { openedAt: -1, _id: -1 } });
    if (!found) throw new Error(`${person} has not appealed`);
    return found;
  });

export async function opens(w: World, person = 'dev'): Promise<void> {
  const one = w.as(person);
  await one.types('/perf appeal');
  await one.submits(said);
}

/** Dev appeals; Hanna names Lin, 赵敏 and Tom. */
export async function assigned(w: World, panel: string[] = ['zhao', 'tom']): Promise<void> {
  if ((await w.inside(() => appeals.count({ open: true }))) === 0) await opens(w);
  const hanna = w.as('hanna');
  await hanna.presses('Name owner and panel', 'Dev Patel appeals');
  await hanna.submits({ owner: 'lin', panel: [], others: panel });
}

export async function heard(w: World, panel?: string[]): Promise<void> {
  await assigned(w, panel);
  await w.as('lin').presses('确认收到', '案件');
}

/** 赵敏 drafts, and everybody of the panel agrees. */
export async function decided(w: World, outcome: string, panel: string[] = ['zhao', 'tom']): Promise<void> {
  await heard(w, panel);
  const zhao = w.as('zhao');
  await zhao.presses('起草决定', '案件');
  await zhao.submits({ ...checklist, outcome, reasons: 'We read the weeks one by one.' });
}
