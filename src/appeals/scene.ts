/** What stands around one appeal, as the store says now. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { Place } from '../cycles/deadlines.ts';
import { type Cycle, cycles, participantId, participants, schemeOf } from '../cycles/model.ts';
import { calendarOf, namesOf, type Person, people } from '../people/model.ts';
import { type Receipt, type Result, receiptOf, resultId, resultOf, results } from '../results/model.ts';
import { isPartner, routers, whyNotFor } from './barred.ts';
import { say } from './messages.ts';
import { type Appeal, appeals, ofVersion } from './model.ts';
import type { Act, Appealed, WhyNot } from './rules.ts';

export interface Scene {
  appeal: Appeal;
  cycle: Cycle;
  person: Person;
  place: Place;
  /** The scheme allows a decision to lower a result. */
  lowers: boolean;
  /** Who routes it, the first above all. */
  routers: Person[];
  /** The reader is the HR partner of the unit, and no party. */
  partner: boolean;
  names(id: string): string;
}

const mentioned = (a: Appeal): string[] =>
  [
    a.person,
    a.owner,
    a.rater,
    ...a.panel,
    ...(a.takenOff ?? []),
    a.assigned?.by,
    a.statement?.by,
    a.draft?.by,
    a.draft?.rerater,
    ...a.notes.map((n) => n.by),
    ...a.needs.map((n) => n.by),
    a.decision?.rerater,
    ...(a.decision?.by ?? []),
    ...(a.escalated?.to ?? []),
    ...(a.conclusion?.by ?? []),
  ].filter((id) => id !== undefined);

export const placeOf = async (person: Person): Promise<Place> => ({
  zone: person.zone,
  calendar: await calendarOf(person),
});

export async function sceneFor(appeal: Appeal, now: Date, reader?: string): Promise<Scene> {
  const person = await people.must(appeal.person);
  const cycle = await cycles.must(appeal.cycle);
  const participant = await participants.must(participantId(appeal.cycle, appeal.person));
  return {
    appeal,
    cycle,
    person,
    lowers: schemeOf(cycle, participant).rewards.appeals.mayLower === true,
    place: await placeOf(person),
    routers: await routers(appeal, now),
    partner: reader !== undefined && (await isPartner(appeal, reader, now)),
    names: await namesOf(mentioned(appeal)),
  };
}

export const sceneOf = async (ctx: Ctx, id: string): Promise<Scene> =>
  sceneFor(await appeals.must(id), ctx.now, ctx.actor.id);

export const theirs = (ctx: Ctx, { appeal }: { appeal: string }): Promise<Scene> => sceneOf(ctx, appeal);

/** Stored, and everything around it read anew. */
export async function saved(ctx: Ctx, next: Appeal): Promise<Scene> {
  return sceneFor(await appeals.save(next), ctx.now, ctx.actor.id);
}

export const actOf = (ctx: Ctx, { place }: Pick<Scene, 'place'>): Act => ({
  by: ctx.actor.id,
  now: ctx.now,
  place,
});

export const whyNot = (
  ctx: Ctx,
  { appeal }: Pick<Scene, 'appeal'>,
  ids: readonly string[],
): Promise<WhyNot> => whyNotFor(appeal, ids, ctx.now);

/** The version that the appeal is about; of a second instance the one that holds now. */
export async function resultAt({ appeal }: Pick<Scene, 'appeal'>): Promise<Result> {
  const { cycle, person, version } = appeal;
  const found =
    appeal.state === 'escalated'
      ? await resultOf(cycle, person)
      : await results.get(resultId(cycle, person, version));
  if (!found) throw new Refusal((l) => say(l).movedOn);
  return found;
}

/** A result that its person looks at: can it be appealed? */
export interface Offered extends Appealed {
  result: Result;
  receipt: Receipt;
  person: Person;
  place: Place;
  before: Appeal[];
}

/** The current version; an older one than the card shows is refused by redrawing. */
export async function offered(cycle: string, personId: string): Promise<Offered | undefined> {
  const receipt = await receiptOf(cycle, personId);
  const result = await resultOf(cycle, personId);
  if (!receipt || !result) return undefined;
  const person = await people.must(personId);
  return {
    result,
    receipt,
    releasedAt: receipt.releasedAt,
    person,
    place: await placeOf(person),
    before: await ofVersion(cycle, personId, result.version),
  };
}
