/** A result with what is needed to decide who may read it. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { cycles, type Participant, participantId, participants } from '../cycles/model.ts';
import { people } from '../people/model.ts';
import { say } from './messages.ts';
import { type Receipt, type Result, receipts, results } from './model.ts';
import type { Standing } from './policy.ts';

export interface Scene extends Standing {
  result: Result;
  receipt: Receipt;
}

export async function sceneOf(ctx: Ctx, result: Result): Promise<Scene> {
  const receipt = await receipts.must(participantId(result.cycle, result.person));
  return { result, receipt, ...(await standingOf(ctx.actor.id, result.cycle, result.person)) };
}

/** By the id of a version. */
export const theResult = async (ctx: Ctx, args: { result: string }): Promise<Scene> =>
  sceneOf(ctx, await results.must(args.result));

/** One's own current version. @throws Refusal before the release */
export async function ownScene(ctx: Ctx, { cycle }: { cycle: string }): Promise<Scene> {
  const receipt = await receipts.get(participantId(cycle, ctx.actor.id));
  const result = receipt && (await results.get(`${receipt._id}:${receipt.version}`));
  if (!result) throw new Refusal((l) => say(l).noResult);
  return sceneOf(ctx, result);
}

/** Where the reader stands to this person, from what holds now: a new manager takes over what is there. */
export async function standingOf(reader: string, cycle: string, person: string): Promise<Standing> {
  const place = await participants.get(participantId(cycle, person));
  const who = await people.get(person);
  const managers = [who?.manager, await evaluatorOf(place)].filter((m) => m !== undefined);
  const above = await people.find({ _id: { $in: managers } });
  const line = [...managers, ...above.flatMap((p) => p.manager ?? [])].filter((id) => id !== person);
  const own = await people.get(reader);
  return { person, unit: who?.unit ?? place?.unit ?? '', line, partnerOf: own?.partnerOf ?? [] };
}

/** Somebody whom HR named in the place of a manager, as long as the cycle is not over. */
async function evaluatorOf(place: Participant | undefined): Promise<string | undefined> {
  if (!place?.manager) return undefined;
  const cycle = await cycles.get(place.cycle);
  return cycle && cycle.state !== 'closed' && cycle.state !== 'cancelled' ? place.manager : undefined;
}
