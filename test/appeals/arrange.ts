/** A released cycle in which somebody appeals, and the steps that most tests begin with. */
import { type Appeal, appeals } from '../../src/appeals/model.ts';
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

export const appealsWorld = (
  database: string,
  more: () => Promise<void> = async () => {},
  how: Disturbance = {},
): Promise<World> => releasedWorld(`appeals-${database}`, more, how);

export const find = (w: World, person = 'dev'): Promise<Appeal> =>
  w.inside(async () => {
    const [found] = await appeals.find({ person }, { sort: { openedAt: -1, _id: -1 } });
    if (!found) throw new Error(`${person} has not appealed`);
    return found;
  });

export async function opens(w: World, person = 'dev'): Promise<void> {
  await w.as(person).types('/perf appeal');
  await w.as(person).submits(said);
}

/** Dev appeals; Hanna names Lin, 赵敏 and Carla. */
export async function assigned(w: World, panel: string[] = ['zhao', 'carla']): Promise<void> {
  await opens(w);
  const hanna = w.as('hanna');
  await hanna.presses('Name owner and panel', 'Dev Patel appeals');
  await hanna.submits({ owner: 'lin', panel, others: [] });
}

export async function heard(w: World, panel?: string[]): Promise<void> {
  await assigned(w, panel);
  await w.as('lin').presses('确认收到', '案件');
}

/** 赵敏 drafts, and everybody of the panel agrees. */
export async function decided(w: World, outcome: string, panel: string[] = ['zhao', 'carla']): Promise<void> {
  await heard(w, panel);
  const zhao = w.as('zhao');
  await zhao.presses('起草决定', '案件');
  await zhao.submits({ ...checklist, outcome, reasons: 'We read the weeks one by one.' });
}
