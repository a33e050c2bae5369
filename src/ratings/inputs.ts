/**
 * Everything that one rating needs, read from the capabilities that own it. This file alone knows where it comes from:
 * goals and their numbers, what colleagues say (as it was published, never the answers), the person's own view, evidence.
 */

import { type CheckIn, checkIns } from '../checkins/model.ts';
import { dayIn } from '../core/calendar.ts';
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
import { contractOf, type Waiver as GoalsWaiver } from '../goals/contract.ts';
import { agreedGoals, type Goal } from '../goals/model.ts';
import { calendarOf, type Person, people, peopleById } from '../people/model.ts';
import { changesOf, type InnerFinal, innerFinals, type ReportChange } from './earlier.ts';
import type { Group } from './sources.ts';
import { type Statement, statementsOn } from './statements.ts';

/** A group's mean as it was published, with five or more also the percent on each level. */
export interface GroupMean {
  of: Group | 'together';
  /** '3.5' */
  value: string;
  givers: '3-4' | '5+';
  distribution?: number[] | undefined;
}

/** What colleagues say: frozen once, means and mixed sentences only. */
export interface Release {
  dimensions: { name: string; groups: GroupMean[] }[];
  lines: { id: string; kind: 'keep' | 'differ'; text: string; redacted?: true | undefined }[];
}

/** Levels are '1' to '5', or 'none' where somebody cannot judge. */
export interface SelfView {
  levels: Readonly<Record<string, string>>;
  examples: Readonly<Record<string, string>>;
  keep?: string | undefined;
  differ?: string | undefined;
}

export interface Evidence {
  id: string;
  kind: 'note' | 'kudos' | 'feedback';
  at: Date;
  /** Who wrote it, where the person may know. */
  by?: string | undefined;
  text: string;
  link?: string | undefined;
}

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
  self?: SelfView | undefined;
  /** By dimension. */
  dotted: Readonly<Record<string, string>>;
  checkIns: CheckIn[];
  evidence: Evidence[];
  statements: Statement[];
  /** Of those whom the person leads: who has a final score now and had one before. */
  reports: { led: number; changes: ReportChange[] };
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
  const evidence = await evidenceOn(person, cycle);
  const statements = await statementsOn(cycleId, personId);
  const waiver = (await contractOf(cycleId, personId))?.waiver;
  const self = await selfViewOf(cycleId, personId);
  const release = await releaseFor(cycleId, personId);
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
    reports: usesSource(scheme, 'improvement') ? await changesOf(cycle, personId) : { led: 0, changes: [] },
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
    ...evidence.flatMap((e) => (e.by ? [e.by] : [])),
    ...statements.map((s) => s.by),
    ...(waiver ? [waiver.by] : []),
  ];
}

/** Both ends of the period, in the person's own days. */
export const within = (at: Date, zone: string, { from, to }: Cycle['period']): boolean => {
  const day = dayIn(zone, at);
  return day >= from && day <= to;
};

async function releaseFor(_cycle: string, _person: string): Promise<Release | undefined> {
  return undefined;
}

async function selfViewOf(_cycle: string, _person: string): Promise<SelfView | undefined> {
  return undefined;
}

async function evidenceOn(_person: Person, _cycle: Cycle): Promise<Evidence[]> {
  return [];
}
