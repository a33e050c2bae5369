/** What stands around one review or nomination, as the store says now. */
import { type Calendar, type Day, dayIn } from '../core/calendar.ts';
import { Refusal } from '../core/errors.ts';
import { dueDay, lockAt, type Place } from '../cycles/deadlines.ts';
import {
  type Cycle,
  cycles,
  type Participant,
  participantId,
  participants,
  type Scheme,
  schemeOf,
} from '../cycles/model.ts';
import { calendarOf, type Person, people } from '../people/model.ts';
import { LEAST } from './aggregate.ts';
import { dimensionsFor } from './dimensions.ts';
import { said } from './messages-answer.ts';
import { type Assignment, assignments, type Draft, draftOf, type SelfReview, selfReviews } from './model.ts';

/** The assessment as it stands for one person: when it is due for them, when it locks. */
export interface Term {
  cycle: Cycle;
  due: Day | undefined;
  locks: Date | undefined;
}

type Placed = Pick<Person, '_id' | 'unit' | 'zone'>;

export function termOf(cycle: Cycle, person: Placed, calendar: Calendar): Term {
  const who = { person: person._id, unit: person.unit };
  const place: Place = { zone: person.zone, calendar };
  return {
    cycle,
    due: dueDay(cycle, who, 'assessment'),
    locks: lockAt(cycle, who, 'assessment', place),
  };
}

export const termFor = async (cycle: Cycle, person: Person): Promise<Term> =>
  termOf(cycle, person, await calendarOf(person));

export const isLocked = ({ cycle, locks }: Term, now: Date): boolean =>
  locks === undefined || now > locks || cycle.state === 'closing' || cycle.state === 'closed';

/** Can something be written or sent now? */
export const isTaken = (term: Term, now: Date): boolean =>
  term.cycle.state === 'running' && term.cycle.opened.includes('assessment') && !isLocked(term, now);

/** @throws Refusal with the sentence that says why not */
export function mustBeTaken(term: Term, now: Date): void {
  if (isTaken(term, now)) return;
  const { state } = term.cycle;
  if (state === 'paused') throw new Refusal((l) => said(l).paused);
  if (state === 'cancelled') throw new Refusal((l) => said(l).cancelled);
  throw new Refusal((l) => (isLocked(term, now) ? said(l).locked : said(l).notOpen));
}

export const isLateNow = ({ due }: Term, zone: string, now: Date): boolean =>
  due !== undefined && dayIn(zone, now) > due;

export const kOf = ({ k }: Pick<Scheme, 'k'>): number => Math.max(LEAST, k);

/** A review in the hands of its giver. */
export interface Scene {
  review: Assignment;
  draft: Draft;
  term: Term;
  giver: Person;
  subject: { id: string; name: string };
  dimensions: string[];
  /** Fewer people of a group are never shown. */
  k: number;
}

export async function sceneOf(id: string): Promise<Scene> {
  const review = await assignments.must(id);
  const cycle = await cycles.must(review.cycle);
  const giver = await people.must(review.giver);
  const subject = await people.get(review.subject);
  const participant = await participants.get(participantId(review.cycle, review.subject));
  return sceneFrom({
    review,
    draft: await draftOf(review),
    term: await termFor(cycle, giver),
    giver,
    name: subject?.name ?? review.subject,
    participant,
  });
}

interface Around extends Pick<Scene, 'review' | 'draft' | 'term' | 'giver'> {
  /** Of whom it is about. */
  name: string;
  participant: Participant | undefined;
}

export function sceneFrom({ name, participant, ...of }: Around): Scene {
  const { cycle } = of.term;
  return {
    ...of,
    subject: { id: of.review.subject, name },
    dimensions: participant ? dimensionsFor(schemeOf(cycle, participant), of.review.group) : [],
    k: kOf(participant ? schemeOf(cycle, participant) : cycle.schemes.standard),
  };
}

/** A self review in the hands of its owner. */
export interface SelfScene {
  self: SelfReview;
  participant: Participant;
  person: Person;
  term: Term;
  dimensions: string[];
}

export async function selfSceneOf(cycleId: string, id: string): Promise<SelfScene> {
  const self = await selfReviews.must(participantId(cycleId, id));
  const cycle = await cycles.must(cycleId);
  const participant = await participants.must(participantId(cycleId, id));
  const person = await people.must(id);
  return {
    self,
    participant,
    person,
    term: await termFor(cycle, person),
    dimensions: dimensionsFor(schemeOf(cycle, participant), 'self'),
  };
}
