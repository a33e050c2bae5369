/** What the handlers share: reading what a button is about, and what follows from a decision. */
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { momentWords } from '../core/i18n.ts';
import { cycles, participantId, participants } from '../cycles/model.ts';
import { peopleById } from '../people/model.ts';
import { saveContract } from './contract.ts';
import { follows } from './contract-rules.ts';
import { goalsRead } from './facts.ts';
import { say } from './messages.ts';
import { type Goal, goals } from './model.ts';
import type { AtGoal } from './policy.ts';
import type { Act } from './rules.ts';
import { overBy, type Sheet, sheetOf, shutBy } from './sheet.ts';
import { refreshOnes, refreshReview, showContract, showOwn, showReview, showTeam, teamOf } from './shows.ts';
import type { Team } from './team-cards.ts';
import { settled } from './unsettled.ts';

/** One's own sheet in a cycle. */
export const own = (ctx: Ctx, { cycle }: { cycle: string }): Promise<Sheet> => sheetOf(cycle, ctx.actor.id);

export const theirs = (_: Ctx, { cycle, person }: { cycle: string; person: string }): Promise<Sheet> =>
  sheetOf(cycle, person);

export async function atGoal(_: Ctx, { goal: id }: { goal: string }): Promise<AtGoal> {
  const goal = await goals.must(id);
  return { ...(await sheetOf(goal.cycle, goal.person)), goal };
}

/** @throws Refusal that says why, when nothing about these goals can change now */
export function mustBeOpen(sheet: Sheet, now: Date): void {
  const why = shutBy(sheet, now);
  if (why) throw new Refusal((l) => say(l)[why]);
}

/** @throws Refusal once the cycle is over, or is for this person: what both wrote stands as it was */
export function mustRun(sheet: Pick<Sheet, 'cycle' | 'participant'>): void {
  const why = overBy(sheet);
  if (why) throw new Refusal((l) => say(l)[why]);
}

export const actOf = (ctx: Ctx, sheet: Sheet): Act => ({
  by: ctx.actor.id,
  now: ctx.now,
  today: dayIn(sheet.place.zone, ctx.now),
  period: sheet.cycle.period,
  voice: {
    name: sheet.names,
    moment: (l, at) => momentWords(l, ctx.actor.zone, at),
  },
});

export async function saveAll(changed: readonly Goal[]): Promise<void> {
  for (const goal of changed) await goals.save(goal);
}

/**
 * The contract follows what was decided, and everybody's card shows it. `changed`: what is agreed is not what it was;
 * `tell`: the owner gets their card anew; `team: false`: its card is drawn once for many; `quiet`: the manager did not
 * open this person's goals.
 */
export async function decided(
  ctx: Ctx,
  about: Sheet,
  how: { changed: boolean; tell?: boolean; team?: boolean; quiet?: boolean },
): Promise<Sheet> {
  const read = await sheetOf(about.cycle._id, about.participant.person);
  const contract = follows(read.contract, read.goals, how.changed);
  const moved = contract !== read.contract;
  const kept = moved ? { ...read, contract: await saveContract(contract) } : read;
  const sheet = { ...kept, contract: await settled(ctx, kept) };
  if (moved && (contract.state !== 'forming' || read.contract.state === 'open')) showContract(ctx, sheet);
  showOwn(ctx, sheet, how.tell ? { anew: true } : {});
  await refreshOnes(ctx, sheet);
  const { manager } = sheet.participant;
  if (ctx.actor.id === manager && !how.quiet) showReview(ctx, sheet);
  else await refreshReview(ctx, sheet);
  if (manager && how.team !== false) await showTeam(ctx, sheet.cycle, manager);
  return sheet;
}

/** @throws Refusal for somebody unknown, or the owner themself */
export async function checkedVerifier(id: string | undefined, person: string): Promise<void> {
  if (id === undefined) return;
  if (id === person)
    throw new Refusal((l) => say(l).lookAtFields, { verifier: (l) => say(l).notSelfVerified });
  if (!(await peopleById([id])).has(id))
    throw new Refusal((l) => say(l).lookAtFields, { verifier: (l) => say(l).notAPerson });
}

/** With what decides who else may read: the manager's manager, and the units that the reader looks after. */
export async function withLine(ctx: Ctx, about: { cycle: string; person: string }) {
  const sheet = await sheetOf(about.cycle, about.person);
  const { manager } = sheet.participant;
  const above = manager ? await participants.get(participantId(about.cycle, manager)) : undefined;
  const everybody = await peopleById([ctx.actor.id, ...(manager ? [manager] : [])]);
  const skip = above?.manager ?? (manager ? everybody.get(manager)?.manager : undefined);
  return { ...sheet, skip, partnerOf: everybody.get(ctx.actor.id)?.partnerOf ?? [] };
}

/** That somebody beyond the two reads them is noted: `about` sees who it was. */
export function noteReading(ctx: Ctx, { cycle, participant }: Sheet): void {
  const { person, manager } = participant;
  if (ctx.actor.id !== person && ctx.actor.id !== manager)
    ctx.record(goalsRead, { about: person, ref: cycle._id, data: {} });
}

/** The people that the one who acts leads. */
export async function teamAt(ctx: Ctx, { cycle }: { cycle: string }): Promise<Team> {
  return teamOf(await cycles.must(cycle), ctx.actor.id);
}
