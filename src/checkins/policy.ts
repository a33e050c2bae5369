/** Who may: the person, and whoever leads them in this cycle now. HR sees counts, and reads on request (reading.ts). */
import type { Policy } from '../core/actor.ts';
import { say } from './messages.ts';
import type { Obstacle } from './model.ts';
import { isEscalated } from './obstacles.ts';
import type { ObstacleScene, Scene } from './scene.ts';

export const own: Policy<Pick<Scene, 'checkIn' | 'person'>> = (who, s) =>
  who.id === s.checkIn.person || ((l) => say(l).onlyOwn(s.person.name));

export const bothOfThem: Policy<Scene> = (who, s) =>
  who.id === s.checkIn.person || who.id === s.manager || ((l) => say(l).onlyTwo(s.person.name));

/** Who is asked to answer; never the person themself. */
export const asked: Policy<ObstacleScene> = (who, s) =>
  (who.id === s.obstacle.to && who.id !== s.obstacle.person) ||
  ((l) => say(l).onlyAsked(s.names(s.obstacle.to)));

/** Who decided before still reads what came of it, as long as the card is theirs: it is not after a change of managers. */
export const askedOrDecided: Policy<ObstacleScene> = (who, s) =>
  (s.obstacle.decided.some((d) => d.by === who.id && who.id !== s.obstacle.person) &&
    s.obstacle.shownTo.includes(who.id)) ||
  asked(who, s, new Date(0));

/** The two who are to meet, as long as they are what they were: the person, and who leads them or was asked for help. */
export const meets: Policy<Scene & { obstacle?: Obstacle | undefined }> = (who, s) => {
  const { meeting } = s.checkIn;
  const partner = who.id === meeting?.to || who.id === meeting?.from;
  const above = s.obstacle !== undefined && isEscalated(s.obstacle) && s.obstacle.to === who.id;
  return (partner && above) || bothOfThem(who, s, new Date(0));
};
