/** What stands around one check-in, as the store says now: whose it is, who leads them, whether it was begun. */
import { talkId, talks } from '../core/dialog.ts';
import { type Cycle, cycles, type Participant, participantId, participants } from '../cycles/model.ts';
import { calendarOf, namesOf, type Person, people } from '../people/model.ts';
import { type CheckIn, checkIns, type Obstacle, obstacleId, obstacles } from './model.ts';
import type { Place } from './schedule.ts';

export const growTalk = 'grow';
export const talkOf = (c: Pick<CheckIn, '_id' | 'person'>): string => talkId(growTalk, c._id, c.person);

export interface Scene {
  checkIn: CheckIn;
  cycle: Cycle;
  participant: Participant;
  person: Person;
  /** Who leads the person in this cycle now; nobody above the head of the organisation. */
  manager: string | undefined;
}

export async function sceneOf(checkIn: CheckIn): Promise<Scene> {
  const participant = await participants.must(participantId(checkIn.cycle, checkIn.person));
  const cycle = await cycles.must(checkIn.cycle);
  const person = await people.must(checkIn.person);
  return { checkIn, cycle, participant, person, manager: leaderOf(participant) };
}

export const loadScene = async (id: string): Promise<Scene> => sceneOf(await checkIns.must(id));

/** All that are open, of cycles under way; those of a paused one last. */
export async function liveOf(person: string): Promise<{ checkIn: CheckIn; paused: boolean }[]> {
  const open = await checkIns.find({ person, open: true }, { sort: { askedAt: 1 } });
  if (open.length === 0) return [];
  const states = { $in: ['running', 'closing', 'paused'] };
  const live = await cycles.find({ _id: { $in: open.map((c) => c.cycle) }, state: states });
  return open
    .flatMap((checkIn) => {
      const cycle = live.find(({ _id }) => _id === checkIn.cycle);
      return cycle ? [{ checkIn, paused: cycle.state === 'paused' }] : [];
    })
    .sort((a, b) => Number(a.paused) - Number(b.paused));
}

/** The open one of a person, begun or not. */
export const openOf = async (person: string): Promise<CheckIn | undefined> =>
  (await liveOf(person))[0]?.checkIn;

export const leaderOf = (p: Pick<Participant, 'person' | 'manager'>): string | undefined =>
  p.manager === p.person ? undefined : p.manager;

export const placeOf = async (person: Person): Promise<Place> => ({
  zone: person.zone,
  quiet: person.quiet,
  calendar: await calendarOf(person),
});

/** Somebody answered something, or is being asked. */
export async function isBegun(c: CheckIn): Promise<boolean> {
  const talk = await talks.get(talkOf(c));
  return talk !== undefined && (talk.state === 'asking' || talk.answers.length > 0);
}

/** Nobody is asked any more; what was answered is kept for the case that they start after all. */
export async function restTalk(c: CheckIn): Promise<void> {
  const talk = await talks.get(talkOf(c));
  if (talk?.state === 'asking') await talks.save({ ...talk, state: 'parked' });
}

/** An obstacle, its check-in, and names for what is refused. */
export interface ObstacleScene extends Scene {
  obstacle: Obstacle;
  names: (id: string) => string;
  /** Who leads the one who is asked now. */
  above: string | undefined;
}

export async function loadObstacle(id: string): Promise<ObstacleScene> {
  const obstacle = await obstacles.must(id);
  const scene = await loadScene(obstacle.checkIn);
  const above = (await people.get(obstacle.to))?.manager;
  const names = await namesOf([
    obstacle.person,
    obstacle.to,
    ...(above ? [above] : []),
    ...obstacle.decided.map((d) => d.by),
  ]);
  return { ...scene, obstacle, names, above: above === obstacle.person ? undefined : above };
}

export const obstacleOf = (c: Pick<CheckIn, '_id'>): Promise<Obstacle | undefined> =>
  obstacles.get(obstacleId(c._id));
