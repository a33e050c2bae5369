/** A change is kept, calendars are told, and both see it. */
import type { Ctx } from '../core/context.ts';
import { sendFiles } from './files.ts';
import { type Interview, interviews } from './model.ts';
import { type Act, takesBack } from './rules.ts';
import { type Scene, sideOf } from './scene.ts';
import { drawTalk, showBoth } from './shows.ts';

/** As whom somebody acts here; the policy has let them in already. */
export const actOf = (ctx: Ctx, scene: Scene): Act => ({
  side: sideOf(ctx.actor.id, scene) ?? 'person',
  by: ctx.actor.id,
  now: ctx.now,
});

/** Of another round nothing is the edition that was seen. */
export const editionSeen = (
  { interview }: Scene,
  { round, seen }: { round: number; seen: number },
): number => (interview.round === round ? seen : -1);

/** `news`: the other one is to look at it now. */
export async function settle(ctx: Ctx, before: Scene, next: Interview, news: boolean): Promise<Scene> {
  const interview = await interviews.save(next);
  const { agreed } = before.interview;
  if (agreed && takesBack(before.interview, next, ctx.now)) sendFiles(ctx, interview, before, agreed, true);
  const scene = { ...before, interview };
  await showBoth(ctx, scene, news);
  return scene;
}

/** How things stand now, for a press that came too late. */
export const redrawTalk = (scene: Scene, _: unknown, ctx: Ctx) =>
  drawTalk(ctx, scene, sideOf(ctx.actor.id, scene) ?? 'person');

export const aboutOf = ({ interview: i }: Scene): { about: string; ref: string } => ({
  about: i.person,
  ref: i.cycle,
});
