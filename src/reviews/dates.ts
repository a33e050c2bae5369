/** By when reviewers are named and approved: a quarter and half of the way through the assessment, so that they have time. */
import { addDays, addWorkdays, type Day, daysBetween } from '../core/calendar.ts';
import { type Cycle, planOf } from '../cycles/model.ts';

function through(cycle: Cycle, parts: number, of: number): Day | undefined {
  const plan = planOf(cycle, 'assessment');
  if (!plan) return undefined;
  const day = addDays(plan.opens, Math.floor((daysBetween(plan.opens, plan.due) * parts) / of));
  // A weekend is nobody's date: the last day before it on which people work.
  return addWorkdays(addDays(day, 1), -1);
}

export const nominateBy = (cycle: Cycle): Day | undefined => through(cycle, 1, 4);
export const approveBy = (cycle: Cycle): Day | undefined => through(cycle, 1, 2);
