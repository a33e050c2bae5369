/**
 * Everything that one rating needs, read from the capabilities that own it. This file alone knows where it comes from:
 * goals and their numbers, what colleagues say (as it was published, never the answers), the person's own view, evidence.
 */

import { type CheckIn, checkIns } from '../checkins/model.ts';
import type { Place } from '../cycles/deadlines.ts';
import {
  type Cycle,
  cycles,
  type Participant,
  participantId,
  participants,
  type Scheme,
  schemeOf,
} from '../cycles/model.ts';
import { type Evidence, evidenceOf } from '../feedback/index.ts';
import { contractOf, type Waiver as GoalsWaiver } from '../goals/contract.ts';
import { agreedGoals, type Goal } from '../goals/model.ts';
import { calendarOf, type Person, people, peopleById } from '../people/model.ts';
import { type ForSubject, type Release as Published, releaseOf, selfReviewOf } from '../reviews/index.ts';
import { nominations, type Answers as SelfReview } from '../reviews/model.ts';
import { changesOf, type InnerFinal, innerFinals, nobodyLed, type Reports } from './earlier.ts';
import { type Statement, statementsOn } from './statements.ts';

type Release = ForSubject<Published>;

/** What there is about one person in one cycle. */
export interface Pack {
  cycle: Cycle;
  participant: Participant;
  person: Person;
  place: Place;
  scheme: Scheme;
  goals: Goal[];
  waiver?: GoalsWaiver | undefined;
  release?: Release | undefined;
  self?: SelfReview | undefined;
  /** By dimension. */
  dotted: Readonly<Record<string, string>>;
  checkIns: CheckIn[];
  evidence: Evidence[];
  statements: Statement[];
  /** Of those whom the person leads: who has a final score now and had one before. */
  reports: Reports;
  inner: InnerFinal[];
  names(id: string): string;
}

const usesSource = (scheme: Scheme, source: 'improvement' | 'cycles') =>
  scheme.dimensions.some((d) => d.sources[source] !== undefined);

export async function packOf(cycleId: string, personId: string): Promise<Pack> {
  const cycle = await cycles.must(cycleId);
  const participant = await participants.must(participantId(cycleId, personId));
  const person = await people.must(personId);
  const scheme = schemeOf(cycle, participant);
  const goals = await agreedGoals(cycleId, personId);
  const evidence = await evidenceOf(personId, cycle.period.from, cycle.period.to);
  const statements = await statementsOn(cycleId, personId);
  const waiver = (await contractOf(cycleId, personId))?.waiver;
  const self = await selfReviewOf(cycleId, personId);
  const release = await releaseOf(cycleId, personId);
  const everybody = await peopleById(mentioned(participant, goals, evidence, statements, waiver));
  return {
    cycle,
    participant,
    person,
    place: { zone: person.zone, calendar: await calendarOf(person) },
    scheme,
    goals,
    ...(waiver && { waiver }),
    ...(release && { release }),
    ...(self && { self }),
    dotted: {},
    checkIns: await checkIns.find({ cycle: cycleId, person: personId }, { sort: { askedAt: 1, _id: 1 } }),
    evidence,
    statements,
    reports: usesSource(scheme, 'improvement') ? await changesOf(cycle, personId) : nobodyLed,
    inner: usesSource(scheme, 'cycles') ? await innerFinals(cycle, personId) : [],
    names: (id) => everybody.get(id)?.name ?? id,
  };
}

function mentioned(
  participant: Participant,
  goals: readonly Goal[],
  evidence: readonly Evidence[],
  statements: readonly Statement[],
  waiver: GoalsWaiver | undefined,
): string[] {
  return [
    participant.person,
    ...(participant.manager ? [participant.manager] : []),
    ...goals.flatMap((g) =>
      g.keyResults.flatMap((kr) =>
        [kr.verifier, kr.confirmed?.by, kr.exclusion?.by].filter((id) => id !== undefined),
      ),
    ),
    ...evidence.map((e) => e.by),
    ...statements.map((s) => s.by),
    ...(waiver ? [waiver.by] : []),
  ];
}

/** Of these people, those whose colleagues can still write, or whose answers are not frozen yet. */
export async function stillReviewed(cycle: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const open = await nominations.find({ _id: { $in: [...ids] }, cycle, released: false });
  return new Set(open.map((n) => n.person));
}
