/** What stands around one conversation, as the store says now: whose it is, who leads them, when both work. */
import { addWorkdays, type Day, dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { dueDay } from '../cycles/deadlines.ts';
import { type Cycle, cycles, type Participant, participantId, participants } from '../cycles/model.ts';
import { calendarOf, calendarsOf, type Person, people } from '../people/model.ts';
import { say } from './messages.ts';
import { type Interview, interviewOf, type Side } from './model.ts';
import { type Seat, type Slot, timesFor } from './times.ts';

export interface Scene {
  interview: Interview;
  cycle: Cycle;
  participant: Participant;
  person: Person;
  /** Who leads the person in this cycle now. */
  manager: Person | undefined;
  /** Units that the reader looks after. */
  partnerOf: readonly string[];
}

export const leaderOf = (p: Pick<Participant, 'person' | 'manager'>): string | undefined =>
  p.manager === p.person ? undefined : p.manager;

export async function sceneOf(interview: Interview, reader?: string): Promise<Scene> {
  const participant = await participants.must(interview._id);
  const cycle = await cycles.must(interview.cycle);
  const person = await people.must(interview.person);
  const leader = leaderOf(participant);
  const manager = leader === undefined ? undefined : await people.get(leader);
  const partnerOf = reader === undefined ? [] : ((await people.get(reader))?.partnerOf ?? []);
  return { interview, cycle, participant, person, manager, partnerOf };
}

/** @throws Refusal while there is nothing to talk about */
export async function loadScene(
  ctx: Ctx,
  { cycle, person }: { cycle: string; person: string },
): Promise<Scene> {
  const interview = await interviewOf(cycle, person);
  if (interview) return sceneOf(interview, ctx.actor.id);
  const place = await participants.must(participantId(cycle, person));
  throw new Refusal((l) => (leaderOf(place) === undefined ? say(l).nobody : say(l).notYet));
}

export const sideOf = (
  who: string,
  { person, manager }: Pick<Scene, 'person' | 'manager'>,
): Side | undefined => {
  if (who === person._id) return 'person';
  return who === manager?._id ? 'manager' : undefined;
};

/** Changes are taken while the cycle is not paused; a conversation after its end is better than none. */
export function refuseUnlessOn({ cycle }: Pick<Scene, 'cycle'>): void {
  if (cycle.state === 'paused') throw new Refusal((l) => say(l).paused);
  if (cycle.state === 'cancelled') throw new Refusal((l) => say(l).over);
}

/** Working days to talk where the cycle has no feedback phase. */
const within = 15;

/** By when they should have talked, for the person. */
export async function dueOf(
  scene: Pick<Scene, 'interview' | 'cycle' | 'participant' | 'person'>,
): Promise<Day> {
  const { interview, cycle, participant, person } = scene;
  const opened = dayIn(person.zone, interview.openedAt);
  const phase = dueDay(cycle, participant, 'feedback');
  // What began anew after an appeal has its own time.
  if (phase !== undefined && interview.round === 1 && phase >= opened) return phase;
  return addWorkdays(opened, within, await calendarOf(person));
}

export async function seatsOf({
  person,
  manager,
}: Pick<Scene, 'person' | 'manager'>): Promise<[Seat, Seat] | undefined> {
  if (!manager) return undefined;
  const calendars = await calendarsOf([person.calendar, manager.calendar]);
  const seat = ({ zone, calendar, leave }: Person): Seat => ({
    zone,
    calendar: calendars.get(calendar) ?? { off: {}, work: {} },
    leave,
  });
  return [seat(manager), seat(person)];
}

/** Times to choose from, as long as somebody has to name one. */
export async function slotsOf(scene: Scene, now: Date): Promise<Slot[]> {
  const { state } = scene.interview;
  if (state !== 'due' && state !== 'offered') return [];
  const seats = await seatsOf(scene);
  return seats ? timesFor(seats[0], seats[1], now) : [];
}
