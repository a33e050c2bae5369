/**
 * Where managers give results out after the interview: that they have talked, as the manager said. Without it nothing is
 * given; the conversation itself goes on with its notes once the result is there.
 */
import { type Doc, entity } from '../core/entity.ts';
import { participantId } from '../cycles/model.ts';

export interface Talk extends Doc {
  /** `<cycle>:<person>` */
  _id: string;
  cycle: string;
  person: string;
  /** The manager of then. */
  by: string;
  at: Date;
}

export const talks = entity<Talk>('resultTalks', {
  fields: { cycle: String, person: String, by: String, at: Date },
});

export const talkOf = (cycle: string, person: string): Promise<Talk | undefined> =>
  talks.get(participantId(cycle, person));

/** With whom their manager has talked, by participant. */
export const talkedIn = async (ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await talks.find({ _id: { $in: [...ids] } })).map((t) => t._id));
