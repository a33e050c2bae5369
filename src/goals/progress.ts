/** New numbers of a key result: from the progress card, from a check-in, or confirmed by somebody who may. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { type Cycle, cycles, isIn, participantId, participants } from '../cycles/model.ts';
import { calendarOf, people } from '../people/model.ts';
import { progressRecorded } from './facts.ts';
import { progress, type Reading } from './history.ts';
import { say } from './messages.ts';
import { type Confidence, type Goal, type GoalKeyResult, goals, keyResultOf } from './model.ts';
import { offTrackCard, offTrackKey } from './progress-cards.ts';
import { locks } from './sheet.ts';
import { problems } from './validity.ts';

/** Without a reading only the confidence or the note is new. */
export interface Progress extends Reading {
  keyResult: string;
  confidence?: Confidence | undefined;
  note?: string | undefined;
}

/** Why the owner cannot give numbers now; nothing when they can. */
export function notNow(cycle: Cycle, locks: Date | undefined, now: Date): Sentence | undefined {
  if (cycle.state !== 'running') return (l) => say(l).progressClosed;
  return locks && now > locks ? (l) => say(l).progressLocked : undefined;
}

/**
 * Writes the number into the goal and a row into its history. `goal` as just read; returns it as saved.
 * @throws Refusal when the goal is not agreed, the number cannot be, or it comes after the lock
 */
export async function recordProgress(ctx: Ctx, goal: Goal, given: Progress): Promise<Goal> {
  const cycle = await cycles.must(goal.cycle);
  const participant = await participants.must(participantId(goal.cycle, goal.person));
  const person = await people.must(goal.person);
  const place = { zone: person.zone, calendar: await calendarOf(person) };
  const out: Sentence = (l) => say(l).out;
  const closed = isIn(participant) ? notNow(cycle, locks({ cycle, participant, place }), ctx.now) : out;
  if (closed) throw new Refusal(closed);
  const saved = await goals.save(progressed(goal, given, ctx.now));
  if (given.confidence === 'offTrack' && keyResultOf(goal, given.keyResult)?.confidence !== 'offTrack')
    for (const partner of goal.partners)
      ctx.show(offTrackKey(goal._id), { person: partner }, offTrackCard(goal), { anew: true });
  const { keyResult, confidence, note, ...reading } = given;
  await progress.insert({
    _id: ctx.id('progress'),
    cycle: goal.cycle,
    person: goal.person,
    goal: goal._id,
    keyResult,
    ...readingOf(reading),
    ...(confidence && { confidence }),
    ...(note && { note }),
    by: ctx.actor.id,
    at: ctx.now,
  });
  ctx.record(progressRecorded, {
    about: goal.person,
    ref: goal.cycle,
    data: { goal: goal._id, keyResult, ...(confidence && { confidence }) },
  });
  return saved;
}

/** The goal with the number in its place. A new number takes back an earlier confirmation. */
export function progressed(goal: Goal, given: Progress, now: Date): Goal {
  if (goal.state !== 'agreed') throw new Refusal((l) => say(l).progressNotAgreed);
  const before = keyResultOf(goal, given.keyResult);
  if (!before) throw new Refusal((l) => say(l).keyResultGone);
  const reading = readingOf(given);
  const isNew = Object.keys(reading).length > 0;
  const { confirmed, ...rest } = before;
  const after = {
    ...(isNew ? rest : before),
    ...fitting(before, reading),
    ...(given.confidence && { confidence: given.confidence }),
    updatedAt: now,
  } as GoalKeyResult;
  const wrong = problems(after)[0];
  if (wrong) throw new Refusal((l) => say(l).progressWrong, { actual: (l) => say(l)[wrong.code] });
  return { ...goal, keyResults: goal.keyResults.map((kr) => (kr.id === after.id ? after : kr)) };
}

function readingOf({ actual, done, stretched, level }: Reading): Reading {
  return {
    ...(actual !== undefined && { actual }),
    ...(done !== undefined && { done }),
    ...(stretched !== undefined && { stretched }),
    ...(level !== undefined && { level }),
  };
}

/** Only what this kind of key result is measured by. */
function fitting(kr: GoalKeyResult, reading: Reading): Reading {
  if (kr.kind === 'milestone') {
    const { done, stretched } = reading;
    if (done === undefined) return {};
    return { done, stretched: done && (stretched ?? false) };
  }
  if (kr.kind === 'rated') return reading.level === undefined ? {} : { level: reading.level };
  return reading.actual === undefined ? {} : { actual: reading.actual };
}
