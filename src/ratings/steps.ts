/** What the handlers share: what must hold, what is frozen with a submission, and who sees what happened. */
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { dayWords, listWords } from '../core/i18n.ts';
import { announce } from '../cycles/messages-announce.ts';
import { attainmentOf, basisOf, frozenGoals } from './basis.ts';
import { deciderOf } from './deciders.ts';
import { say } from './messages.ts';
import { type Rating, ratings } from './model.ts';
import { scored } from './rescore.ts';
import { type Frozen, standing, unanswered } from './rules.ts';
import { citedDays, type Full, levelsBy, type Scene } from './scene.ts';
import { refreshPack, refreshTeam } from './shows.ts';

/** @throws Refusal while nothing about ratings of this person can change */
export function mustBeOn({ cycle, participant }: Pick<Scene, 'cycle' | 'participant'>): void {
  if (cycle.state !== 'running') throw new Refusal((l) => say(l).cycleNotRunning);
  if (participant.state !== 'assessing') throw new Refusal((l) => say(l).notOpenNow);
}

/** @throws Refusal when a key result has no number, or one that nobody confirmed */
export function mustHaveNumbers({ numbers }: Pick<Full, 'numbers'>): void {
  const { missing, provisional } = numbers;
  if (missing.length > 0) throw new Refusal((l) => say(l).numbersMissing(missing.length));
  if (provisional.length > 0) throw new Refusal((l) => say(l).confirmFirst(provisional.length));
}

/**
 * The change of the reports' scores is frozen into this one: rated before them it would come to something else. On the last
 * day it goes without those that are missing, so that nobody's silence holds up another.
 * @throws Refusal while ratings of the person's own reports are not decided
 */
export function mustHaveReports({ pack, rating, person }: Full, now: Date): void {
  const { waiting } = pack.reports;
  const last = dayIn(person.zone, rating.due);
  if (waiting > 0 && dayIn(person.zone, now) < last)
    throw new Refusal((l) => say(l).reportsFirst(person.name, waiting, dayWords(l, last, now)));
}

/** The names of the dimensions that have to be rated first, or nothing. */
export function rateFirst({ given, optional }: Full, l: 'en' | 'zh'): string | undefined {
  const open = unanswered(given, optional);
  if (open.length === 0) return undefined;
  return say(l).rateFirst(
    listWords(
      l,
      open.map((d) => announce(l).dimension(d.name)),
    ),
  );
}

/** All that the score is made of, as it is now: afterwards nothing changes it any more. */
export async function frozenOf(full: Full, rater: string, now: Date): Promise<Frozen> {
  const { pack, given, rating } = full;
  const basis = basisOf(pack, levelsBy(given));
  const attainment = attainmentOf(pack);
  const decider = await deciderOf(rating, rater, now);
  const { waiver } = pack;
  return {
    dimensions: given.map((d) => {
      const level = standing(d);
      return { ...d, ...(level !== undefined && { level }) };
    }),
    goals: frozenGoals(pack),
    ...scored(basis),
    citedDays: citedDays(rating, pack),
    ...(waiver && { waiver: { reason: waiver.reason, by: waiver.by, at: waiver.at, sum: waiver.sum } }),
    ...(attainment !== undefined && { attainment }),
    ...(decider !== undefined && { decider }),
  };
}

export async function saved(scene: Scene, next: Rating): Promise<Scene> {
  return { ...scene, rating: await ratings.save(next) };
}

/** The rater's cards follow. */
export async function followed(ctx: Ctx, scene: Scene): Promise<void> {
  await refreshPack(ctx, scene);
  await refreshTeam(ctx, scene.cycle, scene.rating.rater);
}
