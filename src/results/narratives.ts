/**
 * What a manager writes about each report before the release: a draft that nobody else reads, frozen into the result when
 * it is given out.
 */
import { Any, type Doc, entity } from '../core/entity.ts';
import { participantId } from '../cycles/model.ts';
import type { Words } from './model.ts';

export interface Narrative extends Doc, Words {
  /** `<cycle>:<person>` */
  _id: string;
  cycle: string;
  person: string;
}

export const narratives = entity<Narrative>('narratives', {
  fields: {
    cycle: String,
    person: String,
    by: String,
    at: Date,
    strengths: String,
    improve: String,
    gaps: Any,
  },
  indexes: [{ keys: { cycle: 1, by: 1 } }],
  sealed: {
    paths: ['strengths', 'improve', 'gaps.*.cause', 'gaps.*.measure'],
    subject: (n) => n.person,
  },
});

export const narrativeOf = (cycle: string, person: string): Promise<Narrative | undefined> =>
  narratives.get(participantId(cycle, person));

/** Whose narratives of a cycle are there, by person: without their texts being of interest. */
export const narratedIn = async (ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await narratives.find({ _id: { $in: [...ids] } })).map((n) => n.person));

export const wordsIn = (n: Narrative | undefined): Words | undefined =>
  n && { by: n.by, at: n.at, strengths: n.strengths, improve: n.improve, gaps: n.gaps };
