/** What calibration decided about single people. Scores and raw answers are never touched. */
import { type Doc, entity } from '../core/entity.ts';
import type { Grade } from '../cycles/model.ts';

/** One change of a grade: appended, never changed. */
export interface Override extends Doc {
  cycle: string;
  person: string;
  session: string;
  from: Grade;
  to: Grade;
  /** The person reads it. */
  reason: string;
  by: string;
  at: Date;
}

export const overrides = entity<Override>('overrides', {
  fields: {
    cycle: String,
    person: String,
    session: String,
    from: String,
    to: String,
    reason: String,
    by: String,
    at: Date,
  },
  indexes: [{ keys: { cycle: 1, person: 1, at: 1 } }],
  sealed: { paths: ['reason'], subject: (o) => o.person },
});

/** In the order in which they were made: the last one holds. */
export const overridesOf = (cycle: string, person: string): Promise<Override[]> =>
  overrides.find({ cycle, person }, { sort: { at: 1, _id: 1 } });
