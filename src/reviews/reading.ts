/** What is read of others: who is asked about, what was published, and HR's look through the comments. */
import type { Ctx } from '../core/context.ts';
import {
  type Cycle,
  cycles,
  type Participant,
  participantId,
  participants,
  schemeOf,
} from '../cycles/model.ts';
import { people } from '../people/model.ts';
import type { Release } from './aggregate.ts';
import { type Check, checkCard, checkDoneCard, checkKey, type Subject } from './cards-read.ts';
import { dimensionsFor } from './dimensions.ts';
import { type Answers, selfReviews } from './model.ts';
import { type ReleaseDoc, releaseOf, releases } from './model-answers.ts';

/** States in which the participant has their result. */
const resultIsOut = ['released', 'acknowledged', 'appealing', 'final'];
export const canRead = ({ state }: Pick<Participant, 'state'>): boolean => resultIsOut.includes(state);

export interface Read {
  participant: Participant;
  cycle: Cycle;
  /** Units that the reader looks after. */
  units: readonly string[];
  /** The manager's manager, from the calibration on (domain.md §15). */
  above?: string | undefined;
}

export async function readOf(ctx: Ctx, id: string): Promise<Read> {
  const participant = await participants.must(id);
  const cycle = await cycles.must(participant.cycle);
  const units = (await people.get(ctx.actor.id))?.partnerOf ?? [];
  const calibrates = cycle.opened.includes('calibration') && participant.manager !== undefined;
  const above = calibrates ? (await people.get(participant.manager ?? ''))?.manager : undefined;
  return { participant, cycle, units, above };
}

/** A self review is the person's own until they have sent it. */
export async function subjectOf({ participant, cycle }: Read): Promise<Subject> {
  const self = await selfReviews.get(participant._id);
  const person = await people.must(participant.person);
  return {
    nomination: participant._id,
    name: person.name,
    cycle: cycle.name,
    self: self?.sent,
    dimensions: dimensionsFor(schemeOf(cycle, participant), 'self'),
    release: await releaseOf(cycle._id, participant.person),
  };
}

export const linesOf = (doc: ReleaseDoc): Release['lines'] => (JSON.parse(doc.body) as Release).lines;

/** The next person whose comments nobody has looked through; never oneself. */
export async function showCheck(ctx: Ctx, cycle: string): Promise<void> {
  const where = { cycle, unchecked: true, person: { $ne: ctx.actor.id } };
  const next = await releases.one(where, { _id: 1 });
  const to = { person: ctx.actor.id };
  if (!next) return ctx.show(checkKey(cycle), to, checkDoneCard());
  ctx.show(checkKey(cycle), to, checkCard(await checkOf(next)));
}

export async function checkOf(doc: ReleaseDoc): Promise<Check> {
  const [open, all] = [
    await releases.count({ cycle: doc.cycle, unchecked: true }),
    await releases.count({ cycle: doc.cycle }),
  ];
  const person = await people.get(doc.person);
  return {
    release: doc._id,
    name: person?.name ?? doc.person,
    lines: linesOf(doc),
    seen: doc.seen,
    done: all - open,
    of: all,
  };
}

export const isOut = async (doc: Pick<ReleaseDoc, 'cycle' | 'person'>): Promise<boolean> => {
  const participant = await participants.get(participantId(doc.cycle, doc.person));
  return participant !== undefined && canRead(participant);
};

/** A self review as it was sent last: what manager and HR may read of it (domain.md §15). */
export const selfReviewOf = async (cycle: string, person: string): Promise<Answers | undefined> =>
  (await selfReviews.get(participantId(cycle, person)))?.sent;
