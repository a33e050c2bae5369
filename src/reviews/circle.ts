/** Who stands where around one participant: who can be asked about them, and whom to suggest. */
import { dayIn } from '../core/calendar.ts';
import {
  type Cycle,
  cycles,
  isIn,
  type Participant,
  participantId,
  participants,
  schemeOf,
} from '../cycles/model.ts';
import { kudosPartners } from '../feedback/evidence.ts';
import { agreedGoals, sharedWith } from '../goals/model.ts';
import { isActive, onLeave, type Person, people, peopleById } from '../people/model.ts';
import type { Group } from './aggregate.ts';
import { dimensionsFor } from './dimensions.ts';
import { loadsOf, type Nomination, nominations } from './model.ts';
import { type Circle, MOST, objection, RECOMMENDED } from './rules.ts';
import { kOf, type Term, termFor } from './scene.ts';

/** Why somebody is suggested, the strongest first. */
export const whys = ['goal', 'kudos', 'team'] as const;
export type Why = (typeof whys)[number];

export interface Suggestion {
  person: string;
  group: Group;
  why: Why;
}

/** A nomination with all that its cards show. */
export interface Listing {
  nomination: Nomination;
  participant: Participant;
  person: Person;
  term: Term;
  circle: Circle;
  suggestions: Suggestion[];
  /** Whom to warn about: asked by so many already. */
  loads: ReadonlyMap<string, number>;
  /** The scheme lets the date approve what nobody has looked at. */
  auto: boolean;
}

/** Persons who know the work of somebody, for one reason. */
type Suggester = (cycle: Cycle, person: string) => Promise<{ why: Why; persons: string[] }>;

const sharedGoals: Suggester = async ({ _id }, person) => {
  const own = await agreedGoals(_id, person);
  const others = await sharedWith(_id, person);
  return { why: 'goal', persons: [...own.flatMap((g) => g.partners), ...others.map((g) => g.person)] };
};

/** Kudos in either direction. */
const kudos: Suggester = async ({ period }, person) => {
  const partners = await kudosPartners(person, period.from, period.to);
  return { why: 'kudos', persons: partners.map((p) => p.person) };
};

const sameTeam: Suggester = async ({ _id: cycle }, person) => {
  const manager = (await participants.get(participantId(cycle, person)))?.manager;
  const team = manager === undefined ? [] : await participants.find({ cycle, manager });
  return {
    why: 'team',
    persons: team
      .filter(isIn)
      .map((p) => p.person)
      .sort(),
  };
};

const suggesters: readonly Suggester[] = [sharedGoals, kudos, sameTeam];

async function suggestedFor(cycle: Cycle, person: string): Promise<{ person: string; why: Why }[]> {
  const found: { person: string; why: Why }[] = [];
  for (const suggester of suggesters) {
    const { why, persons } = await suggester(cycle, person);
    for (const id of persons) if (!found.some((f) => f.person === id)) found.push({ person: id, why });
  }
  return found;
}

export async function listingOf(id: string, now: Date, more: readonly string[] = []): Promise<Listing> {
  const nomination = await nominations.must(id);
  const participant = await participants.must(participantId(nomination.cycle, nomination.person));
  const cycle = await cycles.must(nomination.cycle);
  return listing({ nomination, participant, cycle }, now, more);
}

interface Bare {
  nomination: Nomination;
  participant: Participant;
  cycle: Cycle;
}

/** `more`: persons whom a form named and who are to be looked at too. */
export async function listing(
  { nomination, participant, cycle }: Bare,
  now: Date,
  more: readonly string[] = [],
): Promise<Listing> {
  const person = await people.must(participant.person);
  const raw = nomination.state === 'approved' ? [] : await suggestedFor(cycle, person._id);
  const listed = nomination.reviewers.map((r) => r.person);
  const ids = [...new Set([...raw.map((s) => s.person), ...listed, ...more])];
  const known = await peopleById([...ids, ...(participant.manager ? [participant.manager] : [])]);
  const reports = (await participants.find({ cycle: cycle._id, manager: person._id })).filter(isIn);
  const there = [...known.values()].filter((p) => isAround(p, now));
  const circle: Circle = {
    person: participant.person,
    unit: participant.unit,
    manager: participant.manager,
    reports: new Set(reports.map((r) => r.person)),
    units: new Map(there.map((p) => [p._id, p.unit])),
    k: kOf(schemeOf(cycle, participant)),
    names: (id) => known.get(id)?.name ?? id,
  };
  return {
    nomination,
    participant,
    person,
    term: await termFor(cycle, person),
    circle,
    suggestions: raw.flatMap((s) => suggestion(circle, s)).slice(0, MOST * 2),
    loads: await loadsOf(cycle._id, ids),
    auto: schemeOf(cycle, participant).autoApprove !== false,
  };
}

/** Belongs to the organisation and is not on long leave. */
export function isAround(p: Person, now: Date): boolean {
  const today = dayIn(p.zone, now);
  return isActive(p, today) && !onLeave(p, today);
}

/** Whoever shares a goal from another unit rates as a partner, everybody else as a colleague. */
function suggestion(circle: Circle, { person, why }: { person: string; why: Why }): Suggestion[] {
  const far = circle.units.get(person) !== circle.unit;
  const group: Group = why === 'goal' && far ? 'partner' : 'peer';
  return objection(circle, person, group) ? [] : [{ person, group, why }];
}

/**
 * What one tap takes of the suggestions: up to five peers; partners only when they are enough to be heard, else they
 * fill up the peers.
 */
export function suggestedNames({ suggestions, circle }: Pick<Listing, 'suggestions' | 'circle'>): {
  peers: string[];
  partners: string[];
} {
  const of = (group: Group) => suggestions.filter((s) => s.group === group).map((s) => s.person);
  const [peers, partners] = [of('peer').slice(0, RECOMMENDED), of('partner')];
  if (partners.length >= circle.k) return { peers, partners: partners.slice(0, MOST) };
  return { peers: [...peers, ...partners].slice(0, MOST), partners: [] };
}

/** The role in which a suggestion is shown and taken. */
export function roleOf(
  listing: Pick<Listing, 'suggestions' | 'circle'>,
  { person, group }: Suggestion,
): Group {
  return group === 'partner' && !suggestedNames(listing).partners.includes(person) ? 'peer' : group;
}

/** Is anybody to be nominated about this participant at all? */
export const wantsColleagues = (cycle: Cycle, participant: Participant): boolean => {
  const scheme = schemeOf(cycle, participant);
  return dimensionsFor(scheme, 'peer').length > 0 || dimensionsFor(scheme, 'partner').length > 0;
};
