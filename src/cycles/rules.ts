/** What may happen to a cycle and its participants: `(document, command, now) → document`, or a Refusal that says why not. */
import { addDays, type Calendar, type Day, daysBetween, nextWorkday } from '../core/calendar.ts';
import { Refusal } from '../core/errors.ts';
import { dayWords } from '../core/i18n.ts';
import { blocking } from './check.ts';
import { dueDay } from './deadlines.ts';
import type { Reason } from './eligibility.ts';
import { say } from './messages.ts';
import {
  type Cycle,
  type CycleState,
  cycleFlow,
  type Extension,
  isIn,
  type Participant,
  type ParticipantState,
  type Phase,
  type PhasePlan,
  participantFlow,
} from './model.ts';

/** A look older than this is repeated before the start. */
const freshMs = 15 * 60_000;

function to(cycle: Cycle, state: CycleState): Cycle {
  if (!cycleFlow.may(cycle.state, state)) throw new Refusal((l) => say(l).cycleIs(cycle.name, cycle.state));
  return { ...cycle, state };
}

export function participantTo(p: Participant, state: ParticipantState): Participant {
  if (!participantFlow.may(p.state, state)) throw new Refusal((l) => say(l).participantIs(p.state));
  return { ...p, state };
}

export function changeable(cycle: Cycle): Cycle {
  if (cycle.state !== 'draft') throw new Refusal((l) => say(l).cycleIs(cycle.name, cycle.state));
  return cycle;
}

export const needsLook = (cycle: Cycle, now: Date): boolean =>
  cycle.check !== undefined && now.getTime() - cycle.check.at.getTime() > freshMs;

/** Freezes the schemes; the launch itself follows in steps. */
export function start(cycle: Cycle, by: string, schemes: Cycle['schemes'], now: Date): Cycle {
  const next = to(cycle, 'scheduled');
  if (!cycle.check) throw new Refusal((l) => say(l).checkFirst);
  const stops = blocking(cycle.check).map((f) => f.code);
  if (stops.includes('circle')) throw new Refusal((l) => say(l).circleBlocks);
  if (stops.includes('weights')) throw new Refusal((l) => say(l).weightsBlock);
  if (stops.length > 0) throw new Refusal((l) => say(l).datesBlock);
  return { ...next, schemes, startedBy: by, startedAt: now };
}

export const launched = (cycle: Cycle, now: Date): Cycle => ({ ...to(cycle, 'running'), launchedAt: now });

/** Only the next phase of the plan can open. @throws Error: the caller asks turns.ts what is next. */
export function opened(cycle: Cycle, phase: Phase): Cycle {
  const next = cycle.phases.find((p) => !cycle.opened.includes(p.phase));
  if (cycle.state !== 'running' || next?.phase !== phase)
    throw new Error(`${phase} of ${cycle._id} cannot open now`);
  return { ...cycle, opened: [...cycle.opened, phase] };
}

/** When the last phase locks, the cycle begins to close. */
export function locked(cycle: Cycle, phase: Phase): Cycle {
  const before = cycle.locked ?? [];
  if (cycle.state !== 'running' || !cycle.opened.includes(phase) || before.includes(phase))
    throw new Error(`${phase} of ${cycle._id} cannot lock now`);
  const next = { ...cycle, locked: [...before, phase] };
  return phase === cycle.phases.at(-1)?.phase ? to(next, 'closing') : next;
}

/** A cycle cannot close over an open appeal (domain.md §11). */
export function closed(cycle: Cycle, openAppeals: number, now: Date): Cycle | undefined {
  return openAppeals > 0 ? undefined : { ...to(cycle, 'closed'), closedAt: now };
}

/** `today` is the organisation's. */
export function extend(
  cycle: Cycle,
  by: Extension,
  today: Day,
  concerned: { person?: string; unit?: string },
): Cycle {
  if (cycle.state !== 'running' && cycle.state !== 'paused')
    throw new Refusal((l) => say(l).cycleIs(cycle.name, cycle.state));
  if (cycle.locked?.includes(by.phase)) throw new Refusal((l) => say(l).phaseLocked(by.phase));
  const wrong = (words: (l: 'en' | 'zh') => string) => new Refusal(words, { due: words });
  if (by.due < today) throw wrong((l) => say(l).dayPast);
  const due = dueDay(cycle, { person: concerned.person ?? '', unit: concerned.unit ?? '' }, by.phase);
  if (due === undefined || by.due <= due) throw wrong((l) => say(l).dayNotLater(dayWords(l, due ?? by.due)));
  return { ...cycle, extensions: [...cycle.extensions, by] };
}

export const pause = (cycle: Cycle, now: Date): Cycle => ({ ...to(cycle, 'paused'), pausedAt: now });

/**
 * Goes on: every date of a phase that has not locked moves by the calendar days of the pause, then to a working day, and
 * stays behind the phase before it. A pause within one day moves nothing.
 */
export function resume(cycle: Cycle, from: Day, today: Day, calendar: Calendar): Cycle {
  const { pausedAt: _, ...next } = to(cycle, 'running');
  const days = Math.max(0, daysBetween(from, today));
  if (days === 0) return next;
  const moved = (day: Day) => nextWorkday(addDays(day, days), calendar);
  const extensions = cycle.extensions.map((e) =>
    cycle.locked?.includes(e.phase) ? e : { ...e, due: moved(e.due) },
  );
  return { ...next, phases: shiftedPhases(cycle, moved, calendar), extensions };
}

function shiftedPhases(cycle: Cycle, moved: (day: Day) => Day, calendar: Calendar): PhasePlan[] {
  let free: Day = '0000-01-01';
  return cycle.phases.map((plan) => {
    const over = cycle.locked?.includes(plan.phase);
    const later = (day: Day) => (day < free ? free : day);
    const opens = cycle.opened.includes(plan.phase) ? plan.opens : later(moved(plan.opens));
    const due = over ? plan.due : later(moved(plan.due));
    free = nextWorkday(addDays(due, 1), calendar);
    return { ...plan, opens, due };
  });
}

export function cancel(cycle: Cycle, by: string, reason: string, now: Date): Cycle {
  return { ...to(cycle, 'cancelled'), cancelled: { by, at: now, reason } };
}

export function withdraw(p: Participant, reason: Reason): Participant {
  return { ...participantTo(p, 'withdrawn'), reason };
}

/** Open participants move to the new manager; what is over stays with the old one. */
export function changeManager(p: Participant, manager: string | undefined): Participant | undefined {
  if (!isIn(p) || p.state === 'final' || p.manager === manager) return undefined;
  const { manager: _, ...rest } = p;
  return manager === undefined ? rest : { ...rest, manager };
}
