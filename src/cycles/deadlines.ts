/** When a phase is due and when it locks, for one participant: in their own zone and by their own calendar. */
import { addWorkdays, at, type Calendar, type Day, endOfDay } from '../core/calendar.ts';
import { type Cycle, type Participant, type Phase, planOf } from './model.ts';

export interface Place {
  zone: string;
  calendar: Calendar;
}

/** The due day with every extension that holds for the participant; `undefined` if the cycle has no such phase. */
export function dueDay(cycle: Cycle, p: Pick<Participant, 'person' | 'unit'>, phase: Phase): Day | undefined {
  const plan = planOf(cycle, phase);
  if (!plan) return undefined;
  const moved = cycle.extensions.filter(
    (e) => e.phase === phase && (e.person ?? p.person) === p.person && (e.unit ?? p.unit) === p.unit,
  );
  return moved.reduce((latest, e) => (e.due > latest ? e.due : latest), plan.due);
}

/** The last moment at which late work is taken: due + grace. */
export function lockAt(
  cycle: Cycle,
  p: Pick<Participant, 'person' | 'unit'>,
  phase: Phase,
  place: Place,
): Date | undefined {
  const due = dueDay(cycle, p, phase);
  const grace = planOf(cycle, phase)?.grace ?? 0;
  return due === undefined
    ? undefined
    : endOfDay(place.zone, grace > 0 ? addWorkdays(due, grace, place.calendar) : due);
}

export const openingAt = (cycle: Cycle, phase: Phase, zone: string): Date | undefined => {
  const plan = planOf(cycle, phase);
  return plan && at(zone, plan.opens, '09:00');
};

export const isLate = (due: Day, today: Day): boolean => today > due;

/** Is work of this phase taken now? Opened, not locked, and the cycle neither paused nor over. */
export function takes(
  cycle: Cycle,
  p: Pick<Participant, 'person' | 'unit'>,
  phase: Phase,
  place: Place,
  now: Date,
): boolean {
  const locks = lockAt(cycle, p, phase, place);
  return cycle.state === 'running' && cycle.opened.includes(phase) && locks !== undefined && now <= locks;
}
