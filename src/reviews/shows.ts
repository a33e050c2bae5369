/** The live cards of reviews: drawn anew when something about them changes. */
import type { Ctx } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { shown } from '../core/shown.ts';
import { cycles, participantId, participants, schemeOf } from '../cycles/model.ts';
import { lessonCard, lessonKey, listCard, listKey, reviewCard, reviewKey } from './cards.ts';
import { approvalCard, approvalKey, nominateCard, nominateKey } from './cards-nominate.ts';
import { selfCard, selfKey } from './cards-self.ts';
import { teamCard, teamKey } from './cards-team.ts';
import { type Listing, listing, listingOf } from './circle.ts';
import { evidenceOf } from './evidence.ts';
import { mineIn, mineOf } from './mine.ts';
import { nominations } from './model.ts';
import type { Scene, SelfScene } from './scene.ts';

export const shownId = (key: string, person: string): string => `${key}>${person}`;

export const isShown = async (key: string, person: string): Promise<boolean> =>
  (await shown.get(shownId(key, person))) !== undefined;

/** Which of these ids stand somewhere. */
export const areShown = async (ids: readonly string[]): Promise<Set<string>> =>
  new Set((await shown.find({ _id: { $in: ids } })).map((row) => row._id));

export async function drawReview(scene: Scene) {
  return reviewCard(scene, await mineIn(scene.term, scene.review.giver));
}

/** The giver's card of one review, and the list it stands in. */
export async function showReview(ctx: Ctx, scene: Scene, options?: SendOptions): Promise<void> {
  const { giver, cycle, _id } = scene.review;
  const mine = await mineIn(scene.term, giver);
  ctx.show(reviewKey(_id), { person: giver }, reviewCard(scene, mine), options);
  if (await isShown(listKey(cycle), giver)) ctx.show(listKey(cycle), { person: giver }, listCard(mine));
}

export async function showList(ctx: Ctx, giver: string, cycle: string, options?: SendOptions): Promise<void> {
  ctx.show(listKey(cycle), { person: giver }, listCard(await mineOf(giver, cycle)), options);
}

export function showLesson(ctx: Ctx): void {
  ctx.show(lessonKey, { person: ctx.actor.id }, lessonCard(), { anew: true });
}

export async function drawSelf(scene: SelfScene) {
  const { participant, person, term } = scene;
  return selfCard(scene, await evidenceOf(term.cycle, schemeOf(term.cycle, participant), person));
}

export async function showSelf(ctx: Ctx, scene: SelfScene, options?: SendOptions): Promise<void> {
  const { cycle, person } = scene.self;
  ctx.show(selfKey(cycle), { person }, await drawSelf(scene), options);
}

export function showNominate(ctx: Ctx, own: Listing, options?: SendOptions): void {
  const { cycle, person } = own.nomination;
  ctx.show(nominateKey(cycle), { person }, nominateCard(own), options);
}

/** The reports of a manager who take part, by name. */
export async function teamOf(cycleId: string, manager: string, now: Date): Promise<Listing[]> {
  const cycle = await cycles.must(cycleId);
  const team = await participants.find({ cycle: cycleId, manager });
  const found = await nominations.find({ _id: { $in: team.map((p) => participantId(cycleId, p.person)) } });
  const listings: Listing[] = [];
  for (const participant of team) {
    const nomination = found.find((n) => n.person === participant.person);
    if (nomination) listings.push(await listing({ nomination, participant, cycle }, now));
  }
  return listings.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ person }: Listing) => `${person.name}\n${person._id}`;

export async function showTeam(
  ctx: Ctx,
  cycle: string,
  manager: string,
  options?: SendOptions,
): Promise<void> {
  const listings = await teamOf(cycle, manager, ctx.now);
  if (listings.length > 0) ctx.show(teamKey(cycle), { person: manager }, teamCard(cycle, listings), options);
}

export function showApproval(ctx: Ctx, one: Listing, to: string, options?: SendOptions): void {
  ctx.show(approvalKey(one.nomination._id), { person: to }, approvalCard(one), options);
}

/**
 * After a change of a list: the participant's own card, the manager's card of this person where it was opened, and the
 * team's. `by` is who changed it and looks at one of them now.
 */
export async function listChanged(ctx: Ctx, id: string, by: string): Promise<Listing> {
  const one = await listingOf(id, ctx.now);
  const { nomination, participant } = one;
  const key = approvalKey(id);
  showNominate(ctx, one);
  for (const reader of new Set([participant.manager, by === nomination.person ? undefined : by]))
    if (reader && (await isShown(key, reader))) showApproval(ctx, one, reader);
  if (participant.manager) await showTeam(ctx, nomination.cycle, participant.manager);
  return one;
}
