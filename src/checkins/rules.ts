/** What may follow what, as pure decisions. A "no" is a Refusal that says how things stand. */
import type { Day } from '../core/calendar.ts';
import { Refusal } from '../core/errors.ts';
import type { Cycle, Participant } from '../cycles/model.ts';
import { isIn } from '../cycles/model.ts';
import { isActive, onLeave, type Person } from '../people/model.ts';
import { isCopied } from './coaching.ts';
import { say } from './messages.ts';
import {
  type Carried,
  type CheckIn,
  checkInFlow,
  type GoalRecord,
  type Meeting,
  type Remark,
  type Tick,
} from './model.ts';
import { worthMs } from './schedule.ts';

/** Talks go on while the cycle does. */
export function refuseUnlessOn(cycle: Pick<Cycle, 'state'>): void {
  if (cycle.state === 'paused') throw new Refusal((l) => say(l).pausedNow);
  if (cycle.state !== 'running' && cycle.state !== 'closing') throw new Refusal((l) => say(l).overNow);
}

/** More than this is not carried on: the oldest have had their chances. */
export const mostCarried = 10;

/** What was decided last time, and what was left over then; newest first. */
export function carriedFrom(last: CheckIn | undefined): Carried[] {
  if (!last) return [];
  const decided = (last.record?.deeds ?? []).map((d) => ({ ...d, from: last._id, since: last.day }));
  const left = last.carried.filter((c) => c.tick !== 'done').map(({ tick: _, ...c }) => c);
  return [...decided, ...left].slice(0, mostCarried);
}

interface Opening {
  id: string;
  cycle: string;
  person: string;
  manager: string | undefined;
  day: Day;
  why: CheckIn['why'];
  goals: CheckIn['goals'];
  last: CheckIn | undefined;
  now: Date;
}

export function opened({ id, last, now, ...given }: Opening): Omit<CheckIn, 'rev'> {
  const held = last?.record ? last._id : last?.previous;
  return {
    ...given,
    _id: id,
    missed: [],
    state: 'open',
    open: true,
    newest: true,
    round: 1,
    askedAt: now,
    carried: carriedFrom(last),
    ...(held && { previous: held }),
    ...(last?.state === 'skipped' && { afterSkip: true as const }),
    remarks: [],
    readers: [],
  };
}

function to(c: CheckIn, state: CheckIn['state']): CheckIn {
  if (!checkInFlow.may(c.state, state)) throw new Refusal((l) => say(l).stands(c.state));
  const { open: _, ...rest } = c;
  return { ...rest, state, ...(state === 'open' && { open: true as const }) };
}

/** The person answered by doing something: it is open, or opens again. */
export function wanted(c: CheckIn): CheckIn {
  if (!c.newest) throw new Refusal((l) => say(l).nextIsOpen);
  if (c.state === 'open') return c;
  const { reason: _, fresh: __, ...rest } = to(c, 'open');
  return rest;
}

export function snoozed(c: CheckIn, until: Date): CheckIn {
  return { ...stillOpen(c), snoozedTo: until };
}

/** Asked once more, as a new message. */
export function askedAgain(c: CheckIn): CheckIn {
  const { snoozedTo: _, ...rest } = stillOpen(c);
  return { ...rest, round: c.round + 1 };
}

/** The next date came: the same check-in is asked on it. */
export function movedTo(c: CheckIn, day: Day, goals: CheckIn['goals']): CheckIn {
  return { ...askedAgain(c), day, goals, missed: [...c.missed, c.day] };
}

function stillOpen(c: CheckIn): CheckIn {
  if (c.state !== 'open') throw new Refusal((l) => say(l).stands(c.state));
  return c;
}

/** Who has no manager is in nobody's digest. */
const forDigest = (c: CheckIn) => (c.manager ? { fresh: true as const } : {});

export function skipped(c: CheckIn, reason: string, now: Date): CheckIn {
  const { snoozedTo: _, ...rest } = to(c, 'skipped');
  return { ...rest, reason, doneAt: now, ...forDigest(c) };
}

export function toMeet(c: CheckIn, meeting: Meeting, now: Date): CheckIn {
  // Only the person can meet instead of answering; for others it is a meeting about what was written.
  if (c.state !== 'open' || meeting.from !== c.person) return { ...c, meeting };
  const { snoozedTo: _, ...rest } = to(c, 'meeting');
  return { ...rest, meeting, doneAt: now, ...forDigest(c) };
}

export function agreedToMeet(c: CheckIn, by: string, now: Date): CheckIn {
  const { meeting } = c;
  if (!meeting || meeting.to !== by) throw new Refusal((l) => say(l).meetingMoved);
  if (meeting.agreed) throw new Refusal((l) => say(l).meetingStands);
  return { ...c, meeting: { ...meeting, agreed: now } };
}

export function ticked(c: CheckIn, n: number, tick: Tick): CheckIn {
  if (!c.newest) throw new Refusal((l) => say(l).nextIsOpen);
  if (!c.carried[n]) throw new Refusal((l) => say(l).deedGone);
  return { ...c, carried: c.carried.map((d, i) => (i === n ? { ...d, tick } : d)) };
}

/** Sent, or sent again with changes; only the newest takes changes. */
export function held(
  c: CheckIn,
  record: GoalRecord,
  tickedNow: Readonly<Record<number, Tick>>,
  before: CheckIn | undefined,
  now: Date,
): CheckIn {
  const again = c.state === 'done';
  if (again && !c.newest) throw new Refusal((l) => say(l).nextIsOpen);
  const { snoozedTo: _, copied: __, ...rest } = again ? c : to(c, 'done');
  return {
    ...rest,
    record,
    carried: c.carried.map((d, i) => ({ ...d, ...(tickedNow[i] && { tick: tickedNow[i] }) })),
    doneAt: c.doneAt && again ? c.doneAt : now,
    ...(again && { changedAt: now }),
    ...(!again && forDigest(c)),
    ...(isCopied(record, before?.record) && { copied: true as const }),
  };
}

export const remarked = (c: CheckIn, remark: Remark): CheckIn => ({ ...c, remarks: [...c.remarks, remark] });

/** Why a check-in is not asked on its day. */
export type Hindrance = 'late' | 'paused' | 'withdrawn' | 'leave' | 'snoozed' | 'heldToday';

interface Situation {
  cycle: Pick<Cycle, 'state'>;
  participant: Participant;
  person: Person;
  day: Day;
  due: Date;
  newest: CheckIn | undefined;
  now: Date;
}

export function hindrance(s: Situation): Hindrance | undefined {
  const { newest, now, day } = s;
  if (!isIn(s.participant) || !isActive(s.person, day)) return 'withdrawn';
  if (s.cycle.state === 'paused') return 'paused';
  if (onLeave(s.person, day)) return 'leave';
  if (now.getTime() - s.due.getTime() > worthMs) return 'late';
  if (newest?.open && newest.snoozedTo && newest.snoozedTo > now) return 'snoozed';
  return newest && !newest.open && newest.day === day ? 'heldToday' : undefined;
}
