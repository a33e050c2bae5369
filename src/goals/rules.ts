/** Who may follow whom in the life of a goal. Pure: the goal as it was read, what is wanted, when; a new goal or a refusal. */
import type { Day } from '../core/calendar.ts';
import { Refusal } from '../core/errors.ts';
import type { Locale, Sentence } from '../core/i18n.ts';
import {
  contentOf,
  inLastTenth,
  latest,
  nextVersion,
  type Stamp,
  withContent,
  withReadings,
} from './change.ts';
import { say } from './messages.ts';
import {
  type Content,
  type Decision,
  type Goal,
  type GoalKeyResult,
  type GoalState,
  goalFlow,
  type Verdict,
} from './model.ts';
import { hasLevels, type Period } from './smart.ts';

/** How people and moments are called in a refusal. */
export interface Voice {
  name(id: string): string;
  moment(l: Locale, at: Date): string;
}

export interface Act {
  by: string;
  now: Date;
  /** Of the goal's owner. */
  today: Day;
  period: Period;
  voice: Voice;
}

export const undoMs = 5 * 60_000;

const refuse = (sentence: Sentence): never => {
  throw new Refusal(sentence);
};

function moved(goal: Goal, to: GoalState): Goal {
  if (!goalFlow.may(goal.state, to)) refuse((l) => say(l).movedOn);
  return { ...goal, state: to };
}

const without = <K extends keyof Goal>(goal: Goal, ...keys: K[]): Goal =>
  Object.fromEntries(Object.entries(goal).filter(([k]) => !keys.includes(k as K))) as unknown as Goal;

/** What waits for a decision, as a number that a button carries: when it was proposed. 0: nothing waits. */
export function proposal(goal: Goal): number {
  if (goal.pending?.proposed) return goal.pending.at.getTime();
  return goal.state === 'proposed' && goal.proposedAt ? goal.proposedAt.getTime() : 0;
}

/** Whose yes is missing: the manager's for what the owner wrote, the owner's for what the manager wants. */
export const waitsForOwner = (goal: Goal): boolean =>
  goal.state === 'offered' || (goal.pending?.proposed === true && goal.pending.by !== goal.person);

export const waitsForManager = (goal: Goal): boolean => proposal(goal) > 0 && !waitsForOwner(goal);

/** Has the owner something to propose here? */
export const isUnsent = (goal: Goal): boolean =>
  goal.state === 'draft' ||
  goal.state === 'returned' ||
  (goal.pending !== undefined && !goal.pending.proposed);

/** Puts new words and numbers in place, or beside those that were agreed. @throws Refusal while it waits for somebody */
export function edit(goal: Goal, content: Content, now: Date): Goal {
  if (waitsForOwner(goal)) refuse((l) => say(l).answerFirst);
  if (goal.state === 'dropped') refuse((l) => say(l).goalGone);
  if (proposal(goal) > 0) refuse((l) => say(l).takeBackFirst);
  if (goal.state !== 'agreed') return { ...withContent(goal, content), state: 'draft' };
  return { ...goal, pending: { content, by: goal.person, at: now, proposed: false } };
}

/** A goal that was never agreed is gone at once; one that was needs the manager. */
export function drop(goal: Goal, now: Date): Goal {
  if (waitsForOwner(goal)) refuse((l) => say(l).answerFirst);
  if (proposal(goal) > 0) refuse((l) => say(l).takeBackFirst);
  if (goal.state !== 'agreed') return moved(goal, 'dropped');
  return { ...goal, pending: { by: goal.person, at: now, proposed: false } };
}

/** To the manager. Nothing to send: the goal as it is. */
export function propose(goal: Goal, now: Date): Goal {
  if (goal.pending && !goal.pending.proposed)
    return { ...goal, pending: { ...goal.pending, at: now, proposed: true } };
  if (goal.state !== 'draft' && goal.state !== 'returned') return goal;
  return { ...moved(goal, 'proposed'), proposedAt: now };
}

/** The owner takes back what nobody has decided yet, to change it. */
export function takeBack(goal: Goal, { by, voice }: Pick<Act, 'by' | 'voice'>): Goal {
  if (!waitsForManager(goal)) decided(goal, voice);
  if (by !== goal.person) refuse((l) => say(l).movedOn);
  if (!goal.pending) return moved(goal, 'draft');
  const { agreed, ...pending } = goal.pending;
  return { ...goal, pending: { ...pending, proposed: false } };
}

/** The owner gives up a change; what was agreed stands. */
export function forget(goal: Goal): Goal {
  if (!goal.pending || goal.pending.by !== goal.person) refuse((l) => say(l).movedOn);
  return without(goal, 'pending');
}

/** The other one was quicker, or it was taken back: say so. */
function decided({ decision }: Goal, voice: Voice): never {
  if (!decision) throw new Refusal((l) => say(l).movedOn);
  const { by, at, what } = decision;
  const words = what === 'returned' || what === 'changeReturned' ? 'wasReturned' : 'wasAgreed';
  throw new Refusal((l) => say(l)[words](voice.name(by), voice.moment(l, at)));
}

/** @throws Refusal when it is not, or no longer, what the button was about */
function atHand(goal: Goal, seen: number, act: Act): void {
  if ((act.by === goal.person) !== waitsForOwner(goal)) refuse((l) => say(l).notYourOwn);
  if (proposal(goal) === 0 || goal.pending?.agreed) decided(goal, act.voice);
  if (proposal(goal) !== seen) refuse((l) => say(l).movedOn);
}

const decision = (what: Verdict, { by, now }: Act, comment?: string): Decision => ({
  what,
  by,
  at: now,
  until: new Date(now.getTime() + undoMs),
  ...(comment && { comment }),
});

/** Key results that are judged by levels which nobody wrote yet; of a goal that is to be dropped, none. */
export const bareOf = (goal: Goal): GoalKeyResult[] =>
  goal.pending && !goal.pending.content ? [] : latest(goal).keyResults.filter((kr) => !hasLevels(kr));

/** The manager's yes, or the owner's to what the manager wants. `seen`: the proposal that the button was about. */
export function agree(goal: Goal, seen: number, act: Act): Goal {
  atHand(goal, seen, act);
  const [bare] = bareOf(goal);
  if (bare) refuse((l) => say(l).levelsMissing(bare.title));
  if (goal.pending && goal.version > 0 && inLastTenth(act.period, act.today))
    return {
      ...goal,
      pending: { ...goal.pending, agreed: { by: act.by, at: act.now } },
      decision: decision('passedOn', act),
    };
  return settle(goal, { ...act, at: act.now }, decision(goal.pending ? 'changeAgreed' : 'agreed', act));
}

/** HR's yes to a change in the last tenth of the period. */
export function agreeLate(goal: Goal, seen: number, act: Act): Goal {
  const agreed = goal.pending?.agreed;
  if (!agreed) throw new Refusal((l) => say(l).movedOn);
  if ([goal.person, agreed.by, goal.pending?.by].includes(act.by)) refuse((l) => say(l).notTwice);
  if (proposal(goal) !== seen) refuse((l) => say(l).movedOn);
  return settle(goal, { ...act, by: agreed.by, at: act.now, hr: act.by }, decision('changeAgreed', act));
}

function settle(goal: Goal, stamp: Omit<Stamp, 'wanted'>, done: Decision): Goal {
  if (goal.pending && !goal.pending.content)
    return { ...without(goal, 'pending'), state: 'dropped', decision: done };
  const content = withReadings(latest(goal), goal.keyResults);
  const version = nextVersion(goal, content, { ...stamp, wanted: goal.pending?.by ?? goal.person });
  return {
    ...without(withContent(goal, content), 'pending'),
    state: 'agreed',
    version: version.version,
    versions: [...goal.versions, version],
    decision: done,
  };
}

/** Back to its writer, with the comment that says what to look at. HR may do so with a late change. */
export function sendBack(goal: Goal, seen: number, comment: string, act: Act): Goal {
  if (!goal.pending?.agreed) atHand(goal, seen, act);
  else if (act.by === goal.person || proposal(goal) !== seen) refuse((l) => say(l).movedOn);
  if (!goal.pending) return { ...moved(goal, 'returned'), decision: decision('returned', act, comment) };
  const done = decision('changeReturned', act, comment);
  // What the manager wanted and the owner did not is over; the owner's own change can be mended.
  if (goal.pending.by !== goal.person) return { ...without(goal, 'pending'), decision: done };
  const { agreed, ...pending } = goal.pending;
  return { ...goal, pending: { ...pending, proposed: false, comment }, decision: done };
}

/** The manager's own wording beside a goal that was proposed or agreed; the owner says yes or no. */
export function counter(goal: Goal, content: Content, act: Act): Goal {
  if (act.by === goal.person) refuse((l) => say(l).notYourOwn);
  if (goal.state !== 'proposed' && goal.state !== 'agreed') refuse((l) => say(l).movedOn);
  if (goal.pending) refuse((l) => say(l).answerFirst);
  return { ...goal, pending: { content, by: act.by, at: act.now, proposed: true } };
}

/** The owner takes on a goal that the manager offered: from now on it is theirs to shape. */
export const takeOn = (goal: Goal): Goal => moved(goal, 'draft');

/** Is there something that this person can still take back? */
export function canUndo(goal: Goal, by: string, now: Date, nextStep?: Date): boolean {
  const done = goal.decision;
  if (!done || done.by !== by || now > done.until || goal.state === 'dropped') return false;
  if (nextStep && nextStep >= done.at) return false;
  if (goal.keyResults.some((kr) => kr.updatedAt && kr.updatedAt >= done.at)) return false;
  return stillStands(goal, done.what);
}

function stillStands(goal: Goal, what: Verdict): boolean {
  switch (what) {
    case 'agreed':
    case 'changeAgreed':
      return goal.state === 'agreed' && !goal.pending;
    case 'returned':
      return goal.state === 'returned';
    case 'changeReturned':
      return goal.pending !== undefined && !goal.pending.proposed && goal.pending.comment !== undefined;
    case 'passedOn':
      return goal.pending?.agreed !== undefined;
  }
}

/**
 * Takes the last decision back; `nextStep`: when something was built on it. @throws Refusal after five minutes, or after
 * the next step
 */
export function undo(goal: Goal, at: number, act: Pick<Act, 'by' | 'now'>, nextStep?: Date): Goal {
  const done = goal.decision;
  if (!done || done.at.getTime() !== at || !canUndo(goal, act.by, act.now, nextStep))
    throw new Refusal((l) => say(l).tooLateToUndo);
  const open = without(goal, 'decision');
  switch (done.what) {
    case 'agreed':
      return { ...moved(open, 'proposed'), version: 0, versions: [] };
    case 'returned':
      return moved(open, 'proposed');
    case 'changeAgreed':
      return changeReopened(open);
    case 'changeReturned':
    case 'passedOn':
      return { ...open, pending: waiting(goal) };
  }
}

const waiting = ({ pending }: Goal): Goal['pending'] => {
  if (!pending) return undefined;
  const { agreed, comment, ...rest } = pending;
  return { ...rest, proposed: true };
};

function changeReopened(goal: Goal): Goal {
  const [last, before] = [goal.versions.at(-1), goal.versions.at(-2)];
  if (!last) throw new Refusal((l) => say(l).tooLateToUndo);
  const pending = { content: last.content, by: last.by, at: last.agreedAt, proposed: true };
  const versions = goal.versions.slice(0, -1);
  if (!before) return { ...moved(goal, 'proposed'), versions, version: 0, pending };
  const content = withReadings(before.content, contentOf(goal).keyResults);
  return { ...withContent(goal, content), versions, version: before.version, pending };
}
