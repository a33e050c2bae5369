/**
 * Turning an approved list into reviews. The assignments are written here; their givers hear of them from a job that goes
 * through a whole cycle (jobs.ts), so that no row of the outbox stands next to the one it is about.
 */
import type { Ctx } from '../core/context.ts';
import type { Group } from './aggregate.ts';
import { refresh } from './jobs-refresh.ts';
import { type Assignment, assignments, type Nomination, nominations } from './model.ts';
import { unasked } from './rules.ts';

export const newAssignment = (
  ctx: Ctx,
  cycle: string,
  giver: string,
  subject: string,
  group: Group,
): Omit<Assignment, 'rev'> => ({
  _id: ctx.id('review'),
  giver,
  cycle,
  subject,
  group,
  state: 'open',
  fresh: true,
});

/** Saves the list, and asks those of it who are approved and have not been asked. */
export async function saveAndAsk(ctx: Ctx, before: Nomination): Promise<Nomination> {
  const wanted = unasked(before);
  if (wanted.length === 0) return nominations.save(before);
  const made = wanted.map((r) => newAssignment(ctx, before.cycle, r.person, before.person, r.group));
  await assignments.insertAll([...made].sort((a, b) => (a._id < b._id ? -1 : 1)));
  const idOf = new Map(made.map((a) => [a.giver, a._id]));
  const reviewers = before.reviewers.map((r) => {
    const assignment = r.assignment ?? idOf.get(r.person);
    return assignment ? { ...r, assignment } : r;
  });
  ctx.later(refresh, { cycle: before.cycle, after: '' });
  return nominations.save({ ...before, reviewers });
}
