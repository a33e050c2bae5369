/** Goals of the company or of a unit: published by executives and HR, for people to align to. */
import type { Day } from '../core/calendar.ts';
import { type Doc, entity } from '../core/entity.ts';

export interface CompanyGoal extends Doc {
  title: string;
  why?: string | undefined;
  /** Absent: the whole company. */
  unit?: string | undefined;
  /** Both days belong to it. */
  from: Day;
  to: Day;
  state: 'published' | 'withdrawn';
  by: string;
  at: Date;
}

export const companyGoals = entity<CompanyGoal>('companyGoals', {
  fields: {
    title: String,
    why: String,
    unit: String,
    from: String,
    to: String,
    state: String,
    by: String,
    at: Date,
  },
  indexes: [{ keys: { state: 1, to: 1 } }],
});

/** Published for a period that overlaps with this one, the company's first; with a unit: what its people can align to. */
export async function companyGoalsIn(period: { from: Day; to: Day }, unit?: string): Promise<CompanyGoal[]> {
  const found = await companyGoals.find(
    { state: 'published', to: { $gte: period.from } },
    { sort: { at: 1, _id: 1 } },
  );
  const current = found.filter((g) => g.from <= period.to);
  const mine = unit === undefined ? current : current.filter((g) => (g.unit ?? unit) === unit);
  return [...mine.filter((g) => !g.unit), ...mine.filter((g) => g.unit)];
}
