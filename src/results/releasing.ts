/** The release, read from the store: who can sign, what stands with whom, and its cards. */
import { openSessions, overridesOf, type Session } from '../calibration/model.ts';
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { type Cycle, cycles, type Participant, participants } from '../cycles/model.ts';
import { isActive, namesOf, type Person, withRole } from '../people/model.ts';
import { type Rating, ratingOf } from '../ratings/index.ts';
import { type Batch, batches, covers } from './batches.ts';
import { batchCard, batchKey, type Release, signCard, signKey } from './cards-release.ts';
import { readiness, signedFor } from './rules.ts';

export interface BatchScene extends Release {
  batch: Batch;
  cycle: Cycle;
  signerIds: readonly string[];
}

/** Executives and the head of HR who are here, but not the one who asks. */
export async function signersFor(by: string, now: Date): Promise<Person[]> {
  const found = [...(await withRole('executive')), ...(await withRole('hrHead'))];
  const unique = [...new Map(found.map((p) => [p._id, p])).values()];
  return unique
    .filter((p) => p._id !== by && isActive(p, dayIn(p.zone, now)))
    .sort((a, b) => (a._id < b._id ? -1 : 1));
}

export async function batchScene(ctx: Ctx, { batch: id }: { batch: string }): Promise<BatchScene> {
  return withBatch(ctx, await batches.must(id));
}

export async function withBatch(ctx: Ctx, batch: Batch): Promise<BatchScene> {
  const signers = await signersFor(batch.by, ctx.now);
  const mentioned = [
    batch.by,
    ...batch.look.whoWaits.map((w) => w.person),
    ...batch.look.wordless.map((w) => w.manager),
  ];
  return {
    batch,
    cycle: await cycles.must(batch.cycle),
    signers: signers.map((p) => p.name),
    signerIds: signers.map((p) => p._id),
    names: await namesOf([
      ...mentioned,
      ...(batch.signedBy ? [batch.signedBy] : []),
      ...(batch.declined ? [batch.declined.by] : []),
    ]),
  };
}

export const showBatch = (ctx: Ctx, at: BatchScene, options: SendOptions = {}): void =>
  ctx.show(batchKey(at.batch._id), { person: at.batch.by }, batchCard(at), options);

/** To everybody who can sign: the first word counts, the others see it. */
export function showSigners(ctx: Ctx, at: BatchScene, options: SendOptions = {}): void {
  for (const id of at.signerIds) ctx.show(signKey(at.batch._id), { person: id }, signCard(at), options);
}

/** What of a cycle's people a release reads, a page at a time, in the order of their ids. */
export async function pageOf(batch: Batch, after: string, size: number): Promise<Participant[]> {
  return participants.find(
    { cycle: batch.cycle, person: { $gt: after }, ...(batch.units && { unit: { $in: batch.units } }) },
    { sort: { cycle: 1, person: 1 }, limit: size },
  );
}

export interface Candidate {
  participant: Participant;
  rating: Rating | undefined;
  standing: ReturnType<typeof readiness>;
}

/** Sessions that are not closed, read once for many people and again before each step that gives out. */
export type Live = readonly Pick<Session, 'units'>[];
export const liveIn = (cycle: Pick<Cycle, '_id'>): Promise<Live> => openSessions(cycle._id);

export async function candidate(cycle: Cycle, participant: Participant, sessions: Live): Promise<Candidate> {
  const rating = await ratingOf(cycle._id, participant.person);
  // A session takes its people by the unit of their ratings; who moved since is held back by either.
  const units = [participant.unit, ...(rating ? [rating.unit] : [])];
  const live = sessions.some((s) => s.units.some((unit) => units.includes(unit)));
  return { participant, rating, standing: readiness(cycle, participant, rating, live) };
}

/** Ready, and everything about it was there when the release was looked at. */
export async function isSignedFor(batch: Batch, { participant, rating }: Candidate): Promise<boolean> {
  const override = (await overridesOf(batch.cycle, participant.person)).at(-1);
  return rating !== undefined && signedFor(batch, rating, override);
}

/** Some sign-off of the cycle covers this result as it stands. */
export async function isCovered(signed: readonly Batch[], one: Candidate): Promise<boolean> {
  for (const batch of signed)
    if (covers(batch, one.participant.unit) && (await isSignedFor(batch, one))) return true;
  return false;
}
