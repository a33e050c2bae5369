/** From the answers of a talk to the record that both read: pure. */
import type { Day } from '../core/calendar.ts';
import type { Answers } from '../core/dialog.ts';
import type { Confidence, Goal, GoalKeyResult } from '../goals/model.ts';
import { deedsIn } from './deeds.ts';
import { type Given, type GoalRecord, type Tick, ticks } from './model.ts';
import { chosenGoal, chosenId, isNone, numberName, questions, type Topic, tickName } from './questions.ts';

/** Answers to questions that no longer apply do not count; they stay in the talk. */
function applying(topic: Topic, answers: Answers): (name: string) => string | undefined {
  const names = new Set(questions(topic, answers).map((q) => q.name));
  return (name) => (names.has(name) ? answers[name]?.trim() || undefined : undefined);
}

/** `today`: the local day from which "Friday" is counted. */
export function recordOf(topic: Topic, answers: Answers, today: Day): GoalRecord {
  const said = applying(topic, answers);
  const obstacles = said('obstacles');
  const stuck = !isNone(obstacles);
  const optional = {
    ...goalOf(topic, answers),
    ...(stuck && { obstacles }),
    ...(said('support') && { support: said('support') }),
    ...(said('raise') && { raise: said('raise') }),
  };
  return {
    want: said('want') ?? '',
    numbers: numbersOf(topic, answers, said),
    happened: said('happened') ?? '',
    confidence: (said('confidence') ?? 'onTrack') as Confidence,
    needsHelp: stuck && said('tell') === 'yes',
    options: said('options') ?? '',
    deeds: deedsIn(said('deeds') ?? '', today),
    commitment: Number(said('commitment') ?? 0),
    ...optional,
  };
}

/** A goal that is no longer agreed keeps the title it had. */
function goalOf(topic: Topic, answers: Answers): Pick<GoalRecord, 'goal' | 'goalTitle'> {
  const goal = chosenGoal(topic, answers);
  if (goal) return { goal: goal._id, goalTitle: goal.title };
  const id = chosenId(topic, answers);
  const before = topic.checkIn.goals.find((g) => g.id === id);
  return before ? { goal: before.id, goalTitle: before.title } : {};
}

function numbersOf(topic: Topic, answers: Answers, said: (name: string) => string | undefined): Given[] {
  const goal = chosenGoal(topic, answers);
  if (!goal) return keptNumbers(topic, answers);
  return goal.keyResults.flatMap((kr) => {
    const text = said(numberName(goal._id, kr.id));
    return text === undefined ? [] : [given(kr, text)];
  });
}

function keptNumbers(topic: Topic, answers: Answers): Given[] {
  const { record } = topic.checkIn;
  return record?.goal !== undefined && record.goal === chosenId(topic, answers) ? record.numbers : [];
}

const given = (kr: GoalKeyResult, text: string): Given => ({
  keyResult: kr.id,
  title: kr.title,
  ...(kr.unit && { unit: kr.unit }),
  ...(kr.kind === 'milestone' ? { done: text === 'yes' } : { actual: Number(text) }),
});

/** Ticks that were given in the talk, by the place of the action. */
export function ticksOf(topic: Topic, answers: Answers): Record<number, Tick> {
  const said = applying(topic, answers);
  return Object.fromEntries(
    topic.checkIn.carried.flatMap((_, n) => {
      const tick = ticks.find((t) => t === said(tickName(n)));
      return tick ? [[n, tick]] : [];
    }),
  );
}

export interface Update {
  keyResult: string;
  actual?: number | undefined;
  done?: boolean | undefined;
  confidence: Confidence;
}

/**
 * What the goal is to learn from a record: numbers and confidence that the record before did not say. So a correction
 * passes on what it corrects, and nothing twice.
 */
export function updatesOf(goal: Goal, now: GoalRecord, before: GoalRecord | undefined): Update[] {
  const earlier = before?.goal === now.goal ? before : undefined;
  const felt = earlier?.confidence !== now.confidence;
  return goal.keyResults
    .filter((kr) => !kr.excluded)
    .flatMap((kr): Update[] => {
      const n = now.numbers.find((g) => g.keyResult === kr.id);
      const b = earlier?.numbers.find((g) => g.keyResult === kr.id);
      const isNew = n !== undefined && (n.actual !== b?.actual || n.done !== b?.done);
      if (!isNew && !felt) return [];
      const { actual, done } = isNew ? n : {};
      return [
        {
          keyResult: kr.id,
          ...(actual !== undefined && { actual }),
          ...(done !== undefined && { done }),
          confidence: now.confidence,
        },
      ];
    });
}
