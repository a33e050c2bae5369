/**
 * All that some people are asked to review in a cycle, read together: when a phase ends everybody's cards change at once,
 * and one person after the other would be a dozen reads each.
 */
import { type Cycle, participantId, participants } from '../cycles/model.ts';
import { calendarsOf, peopleById } from '../people/model.ts';
import { type Mine, mineFrom } from './mine.ts';
import { type Assignment, assignments, drafts, emptyDraft } from './model.ts';
import { type Scene, sceneFrom, termOf } from './scene.ts';

export interface Pile {
  mine: Mine;
  reviews: Assignment[];
  scene(review: Assignment): Scene;
}

/** By giver; who is nobody any more has none. */
export async function pilesOf(cycle: Cycle, givers: readonly string[]): Promise<Map<string, Pile>> {
  const all = await assignments.find({ giver: { $in: givers }, cycle: cycle._id }, { sort: { _id: 1 } });
  const subjects = all.map((a) => a.subject);
  const people = await peopleById([...givers, ...subjects]);
  const ids = [...new Set(subjects)].map((subject) => participantId(cycle._id, subject));
  const places = new Map((await participants.find({ _id: { $in: ids } })).map((p) => [p.person, p]));
  const written = new Map(
    (await drafts.find({ _id: { $in: all.map((a) => a._id) } })).map((d) => [d._id, d]),
  );
  const calendars = await calendarsOf(givers.flatMap((id) => people.get(id)?.calendar ?? []));
  const known = {
    name: (id: string) => people.get(id)?.name ?? id,
    place: (id: string) => places.get(id),
    isBegun: (id: string) => written.has(id),
  };
  return new Map(
    givers.flatMap((id): [string, Pile][] => {
      const giver = people.get(id);
      if (!giver) return [];
      const term = termOf(cycle, giver, calendars.get(giver.calendar) ?? { off: {}, work: {} });
      const reviews = all.filter((a) => a.giver === id);
      const scene = (review: Assignment): Scene =>
        sceneFrom({
          review,
          draft: written.get(review._id) ?? emptyDraft(review),
          term,
          giver,
          name: known.name(review.subject),
          participant: known.place(review.subject),
        });
      return [[id, { mine: mineFrom(term, reviews, known), reviews, scene }]];
    }),
  );
}
