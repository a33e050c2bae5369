/** Which live cards change when something about a person's goals does. */
import type { Ctx } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { shown } from '../core/shown.ts';
import { type Cycle, isIn, participants } from '../cycles/model.ts';
import { withRole } from '../people/model.ts';
import { goalsCard, goalsKey } from './cards.ts';
import { concernCard, concernKey } from './concern-cards.ts';
import { contractCard, contractKey } from './contract-cards.ts';
import { oneGoalCard, oneKey } from './goal-card.ts';
import { progressIn } from './history.ts';
import { lateCard, lateKey } from './hr-cards.ts';
import type { Goal } from './model.ts';
import { progressCard, progressKey } from './progress-cards.ts';
import { oneReviewCard, oneReviewKey, reviewCard, reviewKey } from './review-cards.ts';
import { type Sheet, sheetsOf } from './sheet.ts';
import { type Team, teamCard, teamKey } from './team-cards.ts';

export function showOwn(ctx: Ctx, sheet: Sheet, options?: SendOptions): void {
  ctx.show(goalsKey(sheet.cycle._id), { person: sheet.participant.person }, goalsCard(sheet), options);
}

/** Goals that were opened one by one, by their owner or the manager, keep up too. */
export async function refreshOnes(ctx: Ctx, sheet: Sheet): Promise<void> {
  const { person, manager } = sheet.participant;
  const keys = sheet.goals.flatMap((g) => [`${oneKey(g)}>${person}`, `${oneReviewKey(g)}>${manager ?? ''}`]);
  const open = new Set((await shown.find({ _id: { $in: keys } })).map((s) => s._id));
  for (const goal of open.size > 0 ? sheet.goals : []) {
    if (open.has(`${oneKey(goal)}>${person}`)) ctx.show(oneKey(goal), { person }, oneGoalCard(sheet, goal));
    if (manager && open.has(`${oneReviewKey(goal)}>${manager}`))
      ctx.show(oneReviewKey(goal), { person: manager }, oneReviewCard(sheet, goal, 'manager'));
  }
}

const byName = (a: Sheet, b: Sheet): number => (sortKey(a) < sortKey(b) ? -1 : 1);
const sortKey = ({ person }: Sheet): string => `${person.name}\n${person._id}`;

export async function teamOf(cycle: Cycle, manager: string): Promise<Team> {
  const mine = (await participants.find({ cycle: cycle._id, manager })).filter(isIn);
  return { cycle, manager, sheets: (await sheetsOf(cycle, mine)).sort(byName) };
}

export async function showTeam(
  ctx: Ctx,
  cycle: Cycle,
  manager: string,
  options?: SendOptions,
): Promise<void> {
  const team = await teamOf(cycle, manager);
  ctx.show(teamKey(cycle._id, manager), { person: manager }, teamCard(team), options);
}

const isShown = async (key: string, person: string): Promise<boolean> =>
  (await shown.get(`${key}>${person}`)) !== undefined;

export function showReview(ctx: Ctx, sheet: Sheet, options?: SendOptions): void {
  const { manager, person } = sheet.participant;
  if (manager) ctx.show(reviewKey(sheet.cycle._id, person), { person: manager }, reviewCard(sheet), options);
}

/** A person's goals that the manager once opened keep up with what happens; they are not pushed. */
export async function refreshReview(ctx: Ctx, sheet: Sheet): Promise<void> {
  const { manager, person } = sheet.participant;
  if (manager && (await isShown(reviewKey(sheet.cycle._id, person), manager))) showReview(ctx, sheet);
}

export function showContract(ctx: Ctx, sheet: Sheet): void {
  const { manager, person } = sheet.participant;
  const key = contractKey(sheet.cycle._id, person);
  ctx.show(key, { person }, contractCard(sheet, 'self'));
  if (manager) ctx.show(key, { person: manager }, contractCard(sheet, 'lead'));
}

/** All that anybody was shown of a person's goals, drawn anew where it stands; nobody gets a card they never had. */
export async function refreshAll(ctx: Ctx, sheet: Sheet): Promise<void> {
  const { cycle, participant } = sheet;
  const { person, manager } = participant;
  const contract = contractKey(cycle._id, person);
  if (await isShown(goalsKey(cycle._id), person)) showOwn(ctx, sheet);
  if (await isShown(progressKey(cycle._id), person))
    ctx.show(progressKey(cycle._id), { person }, progressCard(sheet, await progressIn(cycle._id, person)));
  await refreshOnes(ctx, sheet);
  await refreshReview(ctx, sheet);
  if (await isShown(contract, person)) ctx.show(contract, { person }, contractCard(sheet, 'self'));
  if (manager && (await isShown(contract, manager)))
    ctx.show(contract, { person: manager }, contractCard(sheet, 'lead'));
  if (manager && (await isShown(teamKey(cycle._id, manager), manager))) await showTeam(ctx, cycle, manager);
  for (const goal of sheet.goals) await refreshAsked(ctx, sheet, goal);
}

/** A concern that waits for the manager, a late change that waits for HR. */
async function refreshAsked(ctx: Ctx, sheet: Sheet, goal: Goal): Promise<void> {
  const { manager } = sheet.participant;
  if (manager && goal.concern?.open && (await isShown(concernKey(goal), manager)))
    ctx.show(concernKey(goal), { person: manager }, concernCard(sheet, goal, 'manager'));
  if (goal.pending?.agreed) await showLate(ctx, sheet, goal);
}

/** In a fixed order. */
export async function everybodyOfHr(): Promise<string[]> {
  const all = [...(await withRole('hr')), ...(await withRole('hrHead'))].map((p) => p._id);
  return [...new Set(all)].sort();
}

/** Those of HR who have no part in this person's goals, in a fixed order. */
export async function hrBeside(sheet: Sheet): Promise<string[]> {
  const { person, manager } = sheet.participant;
  return (await everybodyOfHr()).filter((id) => id !== person && id !== manager);
}

/** A concern that nobody answers: HR reads it. */
export async function showConcernToHr(ctx: Ctx, sheet: Sheet, goal: Goal): Promise<void> {
  for (const id of await hrBeside(sheet))
    ctx.show(concernKey(goal), { person: id }, concernCard(sheet, goal, 'reader'), { proactive: true });
}

/** A change that came in the last tenth of the period: HR agrees too. */
export async function showLate(ctx: Ctx, sheet: Sheet, goal: Goal): Promise<void> {
  for (const id of await hrBeside(sheet)) ctx.show(lateKey(goal), { person: id }, lateCard(sheet, goal));
}
