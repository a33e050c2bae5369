/**
 * A cycle's dates: guessed from the calendar, or shifted from an earlier cycle. Every day that the bot proposes is a
 * working day of the organisation; what HR types is taken as it is.
 */
import {
  addDays,
  addMonths,
  addWorkdays,
  type Calendar,
  type Day,
  daysBetween,
  monthEnd,
  nextWorkday,
} from '../core/calendar.ts';
import { type Cycle, type Phase, type PhasePlan, phases, planOf } from './model.ts';

export interface Period {
  from: Day;
  to: Day;
}
export type Dues = Record<Phase, Day>;

/** Working days after the end of the phase before. Planning and assessment take two weeks (the window of appeals is ten working days, domain.md §11). */
const lengths = {
  assessment: 10,
  calibration: 5,
  feedback: 5,
  appeals: 10,
  outcomes: 5,
  closing: 5,
} as const;
/** Ten working days, the first among them. */
const planningLength = 9;
/** After that many days of a quarter its successor is proposed. */
const stillFresh = 30;

/** Working days in which late work is taken; appeals have none (domain.md §4). */
export const graceOf = (phase: Phase): number => (phase === 'appeals' ? 0 : 1);

const later = (a: Day, b: Day) => (a > b ? a : b);

export function quarterOf(day: Day): Period {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % 3);
  const from = `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
  return { from, to: monthEnd(addMonths(from, 2)) };
}

/** "2027 Q1", "2027 H2", "2027", "2027-05": for whole quarters, half-years, years and months. */
export function periodName({ from, to }: Period): string | undefined {
  if (from.slice(8) !== '01' || to !== monthEnd(to)) return undefined;
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  const months = monthsOf({ from, to });
  if (months === 1) return from.slice(0, 7);
  if (months === 3 && month % 3 === 1) return `${year} Q${(month + 2) / 3}`;
  if (months === 6 && month % 6 === 1) return `${year} H${(month + 5) / 6}`;
  return months === 12 && month === 1 ? year : undefined;
}

const monthsOf = ({ from, to }: Period): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7)) +
  1;

/** The period after this one: as many whole months, or as many days. */
export function nextPeriod(period: Period): Period {
  const from = addDays(period.to, 1);
  const whole = period.from.slice(8) === '01' && period.to === monthEnd(period.to);
  const to = whole
    ? addDays(addMonths(from, monthsOf(period)), -1)
    : addDays(from, daysBetween(period.from, period.to));
  return { from, to };
}

/** The present quarter while it is fresh and nobody has a cycle in it; else the next. */
export function guessPeriod(today: Day, taken: readonly string[]): Period {
  const now = quarterOf(today);
  const fresh = daysBetween(now.from, today) < stillFresh;
  let period = fresh ? now : nextPeriod(now);
  while (taken.includes(periodName(period) ?? '')) period = nextPeriod(period);
  return period;
}

/** The day on which planning opens: the period's first, or today when that is past. */
const firstDay = (period: Period, today: Day, calendar: Calendar) =>
  nextWorkday(later(period.from, today), calendar);

export function usualDues(period: Period, today: Day, calendar: Calendar): Dues {
  const planning = addWorkdays(firstDay(period, today, calendar), planningLength, calendar);
  const tracking = later(nextWorkday(period.to, calendar), addWorkdays(planning, 1, calendar));
  const dues: Partial<Dues> = { planning, tracking };
  let before = tracking;
  for (const [phase, days] of Object.entries(lengths) as [keyof typeof lengths, number][]) {
    before = addWorkdays(before, days, calendar);
    dues[phase] = before;
  }
  return dues as Dues;
}

/** Each phase opens on the first working day after the one before is due. */
export function phasesFrom(period: Period, dues: Dues, today: Day, calendar: Calendar): PhasePlan[] {
  let opens = firstDay(period, today, calendar);
  return phases.map((phase) => {
    const plan = { phase, opens, due: dues[phase], grace: graceOf(phase) };
    opens = nextWorkday(addDays(dues[phase], 1), calendar);
    return plan;
  });
}

/** The next period of an earlier cycle with all its dates moved as far, to working days. */
export function shifted(
  from: Pick<Cycle, 'period' | 'phases'>,
  today: Day,
  calendar: Calendar,
): { period: Period; dues: Dues } {
  let period = nextPeriod(from.period);
  while (period.to < today) period = nextPeriod(period);
  const usual = usualDues(period, today, calendar);
  const days = daysBetween(from.period.from, period.from);
  const moved = (phase: Phase) => {
    const before = planOf(from as Cycle, phase);
    return before ? nextWorkday(addDays(before.due, days), calendar) : usual[phase];
  };
  const dues = Object.fromEntries(phases.map((p) => [p, moved(p)])) as Dues;
  return { period, dues: dues.planning < today ? usual : dues };
}

export type DateTrouble = 'past' | 'order' | 'endBeforeStart' | 'over';

/** What is wrong with a period and its due days, by field. */
export function datesWrong(
  period: Period,
  dues: Dues,
  today: Day,
  calendar: Calendar,
): Partial<Record<Phase | 'to', DateTrouble>> {
  const wrong: Partial<Record<Phase | 'to', DateTrouble>> = {};
  if (period.to <= period.from) wrong.to = 'endBeforeStart';
  else if (period.to < today) wrong.to = 'over';
  for (const plan of phasesFrom(period, dues, today, calendar)) {
    if (plan.due < today) wrong[plan.phase] = 'past';
    else if (plan.due < plan.opens) wrong[plan.phase] = 'order';
  }
  return wrong;
}
