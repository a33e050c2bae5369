/** What a step of an appeal brings about outside of it: participants, versions of results, and who hears of it. */
import type { Ctx } from '../core/context.ts';
import { moveParticipant } from '../cycles/index.ts';
import { participantId, participants } from '../cycles/model.ts';
import { revise } from '../results/issue.ts';
import { type Result, receiptOf } from '../results/model.ts';
import { secondInstance } from './barred.ts';
import { appealDecided, appealEnded } from './facts.ts';
import type { Appeal, Decision } from './model.ts';
import { caseOf } from './rules.ts';
import { decide } from './rules-decide.ts';
import { actOf, resultAt, type Scene, saved } from './scene.ts';
import { type Settled, settle } from './settle.ts';
import { bringOwn, refresh, showRate } from './shows.ts';

/** A new version of the result. Reasons by dimension are those of whoever rated last. */
export function revised(
  ctx: Ctx,
  { appeal }: Pick<Scene, 'appeal'>,
  result: Result,
  settled: Settled,
  decision: Pick<Decision, 'reasons' | 'by'>,
  reasons: Result['reasons'] = result.reasons,
): Promise<Result> {
  const { grade, goals, scored } = settled;
  return revise(
    ctx,
    { ...result, goals, reasons },
    { appeal: appeal._id, reasons: decision.reasons, by: decision.by, grade, scored },
  );
}

/** Everybody agreed: the decision is carried out, and the person hears of it. */
export async function carryOut(ctx: Ctx, at: Scene, decision: Decision): Promise<Scene> {
  const last = at.appeal.state === 'escalated';
  const result = await resultAt(at);
  const version =
    decision.outcome === 'adjusted'
      ? (await revised(ctx, at, result, settle(result, decision), decision)).version
      : undefined;
  const done = { ...decision, ...(version !== undefined && { version }) };
  const now = await saved(ctx, decide(at.appeal, done, actOf(ctx, at)));
  ctx.record(appealDecided, {
    about: now.appeal.person,
    ref: now.appeal.cycle,
    data: { appeal: now.appeal._id, outcome: decision.outcome, last },
  });
  if (last) await leave(ctx, now.appeal);
  if (decision.rerater) await showRate(ctx, now, decision.rerater, { proactive: true, anew: true });
  await refresh(ctx, now);
  bringOwn(ctx, now);
  return now;
}

/** It is over: the participant goes back to where the receipt says. */
export async function leave(ctx: Ctx, appeal: Appeal): Promise<void> {
  const { cycle, person, decision, conclusion } = appeal;
  const participant = await participants.get(participantId(cycle, person));
  const receipt = await receiptOf(cycle, person);
  if (participant?.state === 'appealing')
    await moveParticipant(
      ctx,
      participant._id,
      receipt === undefined || receipt.state === 'open' ? 'released' : 'acknowledged',
    );
  const changed = decision?.version !== undefined || conclusion?.version !== undefined;
  ctx.record(appealEnded, {
    about: person,
    ref: cycle,
    data: { appeal: appeal._id, how: appeal.state, changed },
  });
}

/** Those who could decide finally, as far as they can be found without being named. */
export const seconds = (ctx: Ctx, { appeal }: Scene): Promise<string[]> =>
  secondInstance(appeal, caseOf(appeal), ctx.now);
