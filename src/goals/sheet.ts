/** All that the cards of one person's goals are drawn from, read for many persons at once. */
import { type Calendar, type Day, dayIn } from '../core/calendar.ts';
import { dueDay, lockAt, type Place } from '../cycles/deadlines.ts';
import {
  type Cycle,
  type CycleState,
  cycles,
  isIn,
  type Participant,
  participantId,
  participants,
} from '../cycles/model.ts';
import { calendarsOf, type Person, peopleById } from '../people/model.ts';
import { latest } from './change.ts';
import { type CompanyGoal, companyGoals, companyGoalsIn } from './company.ts';
import { type Contract, contracts, newContract } from './contract.ts';
import { type Goal, goals, goalsOfAll } from './model.ts';

export interface Sheet {
  cycle: Cycle;
  participant: Participant;
  person: Person;
  place: Place;
  goals: Goal[];
  contract: Contract;
  /** Company and unit goals that this person can align to. */
  company: CompanyGoal[];
  /** Agreed goals of the manager, to align to. */
  above: Goal[];
  /** Not reached in the last cycle and not carried over yet. */
  leftOver: Goal[];
  names(id: string): string;
  /** Title of the goal that is aligned to. */
  titles: ReadonlyMap<string, string>;
}

export async function sheetOf(cycle: string, person: string): Promise<Sheet> {
  const participant = await participants.must(participantId(cycle, person));
  const [sheet] = await sheetsOf(await cycles.must(cycle), [participant]);
  return sheet as Sheet;
}

const byPerson = <T extends { person: string }>(rows: readonly T[], person: string) =>
  rows.filter((r) => r.person === person);

/** In the order of the participants. */
export async function sheetsOf(cycle: Cycle, who: readonly Participant[]): Promise<Sheet[]> {
  const ids = who.map((p) => p.person);
  const managers = [...new Set(who.flatMap((p) => (p.manager ? [p.manager] : [])))];
  const own = await goalsOfAll(cycle._id, ids);
  const above = managers.length > 0 ? await agreedOf(cycle._id, managers) : [];
  const company = await companyGoalsIn(cycle.period);
  const left = await leftOvers(cycle, ids, own);
  const made = await contracts.find({ _id: { $in: ids.map((id) => participantId(cycle._id, id)) } });
  const everybody = await peopleById([
    ...ids,
    ...managers,
    ...own.flatMap(mentioned),
    ...made.flatMap((c) => [c.waiver?.by, c.lead?.by].filter((id) => id !== undefined)),
  ]);
  const calendars = await calendarsOf([...everybody.values()].map((p) => p.calendar));
  const titles = await titlesOf(own, [...company, ...above]);
  return who.flatMap((participant) => {
    const person = everybody.get(participant.person);
    if (!person) return [];
    return {
      cycle,
      participant,
      person,
      place: placeOf(person, calendars),
      goals: byPerson(own, person._id),
      contract: made.find((c) => c.person === person._id) ?? newContract(cycle._id, person._id),
      company: company.filter((g) => (g.unit ?? participant.unit) === participant.unit),
      above: participant.manager ? byPerson(above, participant.manager) : [],
      leftOver: byPerson(left, person._id),
      names: (id: string) => everybody.get(id)?.name ?? id,
      titles,
    };
  });
}

const noCalendar: Calendar = { off: {}, work: {} };

const placeOf = ({ zone, calendar }: Person, calendars: ReadonlyMap<string, Calendar>): Place => ({
  zone,
  calendar: calendars.get(calendar) ?? noCalendar,
});

const agreedOf = (cycle: string, persons: readonly string[]) =>
  goals.find({ cycle, person: { $in: [...persons] }, state: 'agreed' }, { sort: { at: 1, _id: 1 } });

/** Everybody whose name may stand on a card of this goal. */
const mentioned = (goal: Goal): string[] => [
  goal.by,
  ...goal.partners,
  ...latest(goal).keyResults.flatMap((kr) => (kr.verifier ? [kr.verifier] : [])),
  ...(goal.decision ? [goal.decision.by] : []),
  ...(goal.concern?.answer ? [goal.concern.answer.by] : []),
  ...(goal.pending?.agreed ? [goal.pending.agreed.by] : []),
  ...goal.versions.map((v) => v.agreedBy),
];

async function titlesOf(own: readonly Goal[], known: readonly (CompanyGoal | Goal)[]) {
  const titles = new Map(known.map((g) => [g._id, g.title]));
  const wanted = own
    .flatMap((g) => [g.parent, latest(g).parent])
    .filter((p) => p !== undefined && !titles.has(p.id));
  const ids = (kind: 'company' | 'goal') => [
    ...new Set(wanted.filter((p) => p?.kind === kind).map((p) => p?.id ?? '')),
  ];
  const [published, others] = [ids('company'), ids('goal')];
  const more = [
    ...(published.length > 0 ? await companyGoals.find({ _id: { $in: published } }) : []),
    ...(others.length > 0 ? await goals.find({ _id: { $in: others } }) : []),
  ];
  for (const g of more) titles.set(g._id, g.title);
  return titles;
}

/** Agreed goals of each person's last cycle before this one that were not reached, but those carried over already. */
async function leftOvers(cycle: Cycle, persons: readonly string[], own: readonly Goal[]): Promise<Goal[]> {
  const old = await goals.find(
    { person: { $in: [...persons] }, state: 'agreed' },
    { sort: { at: 1, _id: 1 } },
  );
  if (old.every((g) => g.cycle === cycle._id)) return [];
  const ended = await cycles.find({ _id: { $in: [...new Set(old.map((g) => g.cycle))] } });
  const ends = new Map(
    ended
      .filter((c) => c._id !== cycle._id && c.period.to < cycle.period.to)
      .map((c) => [c._id, c.period.to]),
  );
  const carried = new Set(own.map((g) => g.carriedFrom));
  const last = new Map<string, Day>();
  for (const g of old) {
    const end = ends.get(g.cycle);
    if (end && end > (last.get(g.person) ?? '')) last.set(g.person, end);
  }
  return old.filter(
    (g) =>
      ends.get(g.cycle) === last.get(g.person) && ends.has(g.cycle) && !carried.has(g._id) && !isReached(g),
  );
}

/** Nothing is left to do. Told without formulas: the number is at the target or beyond it. */
function isReached(goal: Goal): boolean {
  return goal.keyResults.every((kr) => {
    if (kr.kind === 'milestone') return kr.done === true;
    if (kr.kind === 'rated') return kr.level !== undefined && kr.level >= 3;
    if (kr.actual === undefined) return false;
    const falling = kr.kind === 'decrease' || kr.kind === 'atMost';
    return falling ? Number(kr.actual) <= Number(kr.target) : Number(kr.actual) >= Number(kr.target);
  });
}

export const today = (sheet: Sheet, now: Date): Day => dayIn(sheet.place.zone, now);
export const planningDue = (sheet: Sheet): Day | undefined =>
  dueDay(sheet.cycle, sheet.participant, 'planning');

export type Placed = Pick<Sheet, 'cycle' | 'participant' | 'place'>;

/** Numbers and changes are taken until assessment locks; in a cycle without it, until tracking does. */
export const locks = ({ cycle, participant, place }: Placed) =>
  lockAt(cycle, participant, 'assessment', place) ?? lockAt(cycle, participant, 'tracking', place);

/** Why goals stand still. Each is a sentence of messages.ts. */
export type Shut = 'notYet' | 'paused' | 'closed' | 'locked' | 'out';

const shutIn: Readonly<Record<CycleState, Shut | undefined>> = {
  draft: 'notYet',
  scheduled: 'notYet',
  running: undefined,
  paused: 'paused',
  closing: 'closed',
  closed: 'closed',
  cancelled: 'closed',
};

/**
 * Goals are written, decided and changed from planning on until the lock. An undo is no exception: it would leave a goal
 * that waits for a decision nobody can make any more.
 */
export function shutBy(at: Placed, now: Date): Shut | undefined {
  const { state, opened } = at.cycle;
  if (!isIn(at.participant)) return 'out';
  if (state !== 'running') return shutIn[state];
  if (!opened.includes('planning')) return 'notYet';
  const end = locks(at);
  return end !== undefined && now > end ? 'locked' : undefined;
}

/** Why nothing is done any more about what goes on after the lock and in a pause: contract, concerns, weights. */
export function overBy({ cycle, participant }: Pick<Sheet, 'cycle' | 'participant'>): Shut | undefined {
  if (!isIn(participant)) return 'out';
  return cycle.state === 'running' || cycle.state === 'paused' ? undefined : 'closed';
}

export const isOpen = (at: Placed, now: Date): boolean => shutBy(at, now) === undefined;

/** Those of them whose goals can change now. */
export async function openAmong(
  cycle: Cycle,
  who: readonly Participant[],
  now: Date,
): Promise<Participant[]> {
  const persons = await peopleById(who.map((p) => p.person));
  const calendars = await calendarsOf([...persons.values()].map((p) => p.calendar));
  return who.filter((participant) => {
    const person = persons.get(participant.person);
    return person && isOpen({ cycle, participant, place: placeOf(person, calendars) }, now);
  });
}
