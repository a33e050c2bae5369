/** The cards that live: drawn anew for everybody who has them whenever a check-in or an obstacle changes. */
import type { Ctx } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { namesOf, people } from '../people/model.ts';
import { belowCard, mineCard } from './cards.ts';
import { type Coaching, coachCard, type ObstacleView, obstacleCard } from './cards-line.ts';
import { meetingCard } from './cards-told.ts';
import { type CheckIn, lastHeld, type Obstacle } from './model.ts';
import { isBegun, obstacleOf, type Scene } from './scene.ts';

const mineKey = (c: CheckIn): string => `checkins.mine:${c._id}:${c.round}`;
export const recordKey = (c: Pick<CheckIn, '_id'>): string => `checkins.record:${c._id}`;
export const obstacleKey = (o: Pick<Obstacle, '_id'>): string => `checkins.${o._id}`;
export const meetingKey = (c: Pick<CheckIn, '_id'>): string => `checkins.meeting:${c._id}`;

export async function drawMine({ checkIn, manager }: Pick<Scene, 'checkIn' | 'manager'>) {
  const obstacle = await obstacleOf(checkIn);
  return mineCard({ checkIn, manager, begun: await isBegun(checkIn), obstacle });
}

export async function showMine(
  ctx: Ctx,
  scene: Pick<Scene, 'checkIn' | 'manager'>,
  options: SendOptions = {},
): Promise<void> {
  const { checkIn } = scene;
  ctx.show(mineKey(checkIn), { person: checkIn.person }, await drawMine(scene), options);
}

/** The prompt comes anew; the card above says so. */
export async function showAgain(ctx: Ctx, scene: Scene, before: CheckIn): Promise<void> {
  const { person } = scene.checkIn;
  ctx.show(mineKey(before), { person }, belowCard(before));
  await showMine(ctx, scene, { proactive: true });
}

export async function coachingOf(scene: Scene, reader: string): Promise<Coaching> {
  const { checkIn, person } = scene;
  const obstacle = await obstacleOf(checkIn);
  return {
    checkIn,
    before: await lastHeld(checkIn),
    name: person.name,
    obstacle: obstacle && (await obstacleView(obstacle, reader)),
  };
}

/** The person's card, and the record of everybody who opened it and may still read it. */
export async function showRecord(ctx: Ctx, scene: Scene): Promise<void> {
  await showMine(ctx, scene);
  const { checkIn, manager } = scene;
  if (!manager || !checkIn.readers.includes(manager)) return;
  ctx.show(recordKey(checkIn), { person: manager }, coachCard(await coachingOf(scene, manager)));
}

export async function obstacleView(obstacle: Obstacle, reader: string): Promise<ObstacleView> {
  const above = (await people.get(reader))?.manager;
  const names = await namesOf([obstacle.person]);
  return { obstacle, reader, names, canEscalate: above !== undefined && above !== obstacle.person };
}

/** For all who have its card. */
export async function showObstacle(ctx: Ctx, obstacle: Obstacle): Promise<void> {
  for (const reader of obstacle.shownTo) {
    const draw = obstacleCard(await obstacleView(obstacle, reader));
    ctx.show(obstacleKey(obstacle), { person: reader }, draw);
  }
}

export function showMeeting(ctx: Ctx, c: CheckIn): void {
  if (!c.meeting) return;
  for (const reader of [c.meeting.from, c.meeting.to])
    ctx.show(meetingKey(c), { person: reader }, meetingCard(c, reader));
}
