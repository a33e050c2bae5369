/** Makes the versions of results: the first at the release, later ones by an appeal. Nobody else writes them. */

import { type Override, overrideOf } from '../calibration/model.ts';
import type { Ctx } from '../core/context.ts';
import { moveParticipant, noteProgress } from '../cycles/index.ts';
import {
  type Cycle,
  type Grade,
  type Participant,
  type ParticipantState,
  participantId,
  schemeOf,
} from '../cycles/model.ts';
import { people } from '../people/model.ts';
import { notePublished, type Rating, type Scored } from '../ratings/index.ts';
import { releaseOf, selfReviewOf } from '../reviews/index.ts';
import { resultReleased, resultRevised } from './facts.ts';
import { type Receipt, type Result, receiptOf, receipts, resultId, results } from './model.ts';
import { narrativeOf, wordsIn } from './narratives.ts';
import { showOwn } from './shows.ts';

/** `KX7M-2P9Q-…`: 80 random bits in groups of four. */
export const codeOf = (id: string): string =>
  (id.split('_')[1] ?? '').toUpperCase().replace(/(.{4})(?=.)/g, '$1-');

/** What the first version would be, were it released now: the preview shows it, the release stores it. */
export async function draftResult(
  ctx: Ctx,
  cycle: Cycle,
  participant: Participant,
  rating: Rating,
): Promise<Omit<Result, 'rev'>> {
  const person = await people.must(participant.person);
  const override = await overrideOf(cycle._id, person._id);
  const release = await releaseOf(cycle._id, person._id);
  const self = await selfReviewOf(cycle._id, person._id);
  const narrative = wordsIn(await narrativeOf(cycle._id, person._id));
  const sum = sumOf(rating);
  return {
    _id: resultId(cycle._id, person._id, 1),
    cycle: cycle._id,
    person: person._id,
    version: 1,
    source: override ? 'calibration' : 'rating',
    at: ctx.now,
    by: ctx.actor.id,
    unit: participant.unit,
    rater: rating.rater ?? participant.manager,
    name: person.name,
    cycleName: cycle.name,
    title: person.title,
    scheme: schemeOf(cycle, participant),
    ratingVersion: rating.version,
    ...sum,
    grade: override?.to ?? sum.computedGrade,
    ...(override && { override: changed(override) }),
    self: { ...self?.levels },
    ...(release && { reviews: JSON.stringify(release) }),
    ...(narrative && { narrative }),
    code: codeOf(ctx.id('code')),
  };
}

const changed = ({ from, to, reason, by, at }: Override): NonNullable<Result['override']> => ({
  from,
  to,
  reason,
  by,
  at,
});

type Sum = Pick<
  Result,
  'basis' | 'computed' | 'goals' | 'waiver' | 'final' | 'computedGrade' | 'unrated' | 'reasons'
>;

/** What the rating came to; nothing but the reason when nobody rated. */
function sumOf(rating: Rating): Sum {
  if (rating.state !== 'approved') {
    const unrated = rating.unrated?.reason ?? 'notRated';
    return { goals: [], final: null, computedGrade: null, unrated, reasons: {} };
  }
  const said = rating.dimensions.flatMap((d) => (d.reason ? [[d.name, d.reason] as const] : []));
  return {
    basis: rating.basis,
    computed: rating.computed,
    goals: rating.goals,
    ...(rating.waiver && { waiver: rating.waiver }),
    final: rating.final ?? null,
    computedGrade: rating.grade ?? null,
    reasons: Object.fromEntries(said),
  };
}

const towards: readonly ParticipantState[] = ['assessing', 'rated', 'calibrated', 'released'];

/** In the caller's transaction: the first version is with its person from now on. */
export async function release(
  ctx: Ctx,
  cycle: Cycle,
  participant: Participant,
  rating: Rating,
): Promise<Result> {
  const result = await results.insert(await draftResult(ctx, cycle, participant, rating));
  for (const to of towards.slice(towards.indexOf(participant.state) + 1))
    await moveParticipant(ctx, participant._id, to);
  const receipt = await receipts.insert(freshReceipt(result));
  await notePublished(result.cycle, result.person, result.final);
  await noteProgress(ctx, receipt._id, 'feedback', 'open');
  await showOwn(ctx, result, receipt, { proactive: true, anew: true });
  ctx.record(resultReleased, { about: result.person, ref: result.cycle, data: { version: 1 } });
  return result;
}

const freshReceipt = (result: Result): Omit<Receipt, 'rev'> => ({
  _id: participantId(result.cycle, result.person),
  cycle: result.cycle,
  person: result.person,
  unit: result.unit,
  ...(result.rater && { rater: result.rater }),
  version: result.version,
  grade: result.grade,
  releasedAt: result.at,
  state: 'open',
});

/** What a panel changed. Levels and numbers come as a sum done again (`scored`). */
export interface Revision {
  appeal: string;
  /** Read by the person. */
  reasons: string;
  /** Who decided. */
  by: string[];
  grade: Grade | null;
  scored?: Scored | undefined;
}

/**
 * In the caller's transaction: a new version after an appeal. The old one stays as it is; the receipt begins anew. Whether
 * a rating may be lowered is the appeal's own rule.
 */
export async function revise(ctx: Ctx, before: Result, revision: Revision): Promise<Result> {
  const { appeal, reasons, by, grade, scored } = revision;
  const { _id, rev, override, unrated, ...kept } = before;
  const version = before.version + 1;
  const result = await results.insert({
    ...kept,
    ...(scored && {
      basis: scored.basis,
      computed: scored.computed,
      final: scored.final,
      computedGrade: scored.grade,
    }),
    ...(!scored && override && { override }),
    ...(!scored && unrated !== undefined && { unrated }),
    _id: resultId(before.cycle, before.person, version),
    version,
    source: 'appeal',
    at: ctx.now,
    by: ctx.actor.id,
    grade,
    appeal: { id: appeal, reasons, by },
    code: codeOf(ctx.id('code')),
  });
  const receipt = await receiptOf(before.cycle, before.person);
  if (receipt) {
    const fresh = await receipts.save({ ...freshReceipt(result), rev: receipt.rev });
    await noteProgress(ctx, receipt._id, 'feedback', 'open');
    await showOwn(ctx, result, fresh, { proactive: true, anew: true });
  }
  await notePublished(result.cycle, result.person, result.final);
  ctx.record(resultRevised, { about: result.person, ref: result.cycle, data: { version } });
  return result;
}
