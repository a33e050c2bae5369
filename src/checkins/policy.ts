/** Who may: the person, and whoever leads them in this cycle now. HR sees counts only. */
import type { Policy } from '../core/actor.ts';
import { say } from './messages.ts';
import type { ObstacleScene, Scene } from './scene.ts';

export const own: Policy<Pick<Scene, 'checkIn' | 'person'>> = (who, s) =>
  who.id === s.checkIn.person || ((l) => say(l).onlyOwn(s.person.name));

export const bothOfThem: Policy<Scene> = (who, s) =>
  who.id === s.checkIn.person || who.id === s.manager || ((l) => say(l).onlyTwo(s.person.name));

/** Who is asked to answer; never the person themself. */
export const asked: Policy<ObstacleScene> = (who, s) =>
  (who.id === s.obstacle.to && who.id !== s.obstacle.person) ||
  ((l) => say(l).onlyAsked(s.names(s.obstacle.to)));

/** Who decided before still reads what came of it. */
export const askedOrDecided: Policy<ObstacleScene> = (who, s) =>
  s.obstacle.decided.some((d) => d.by === who.id && who.id !== s.obstacle.person) ||
  asked(who, s, new Date(0));

/** The two who are to meet. */
export const meets: Policy<Scene> = (who, s) =>
  who.id === s.checkIn.meeting?.to || who.id === s.checkIn.meeting?.from
    ? true
    : bothOfThem(who, s, new Date(0));
