/** The rule table: from a result to what follows from it. Exact to the end, rounded once. Pure. */
import { type Day, monthEnd } from '../core/calendar.ts';
import {
  add,
  cmp,
  div,
  exact,
  type Fraction,
  fraction,
  mul,
  parse,
  readExact,
  roundHalfUp,
  sub,
  sum,
  whole,
  ZERO,
} from '../core/fraction.ts';
import { activeDays } from '../cycles/eligibility.ts';
import type { Cycle, Grade, Rewards } from '../cycles/model.ts';
import type { Person } from '../people/model.ts';
import type { Explanation } from '../ratings/index.ts';
import type { Entry, Exception, Months, Outcome, PlanDue } from './model.ts';

type Period = Cycle['period'];
type Dates = Pick<Person, 'hired' | 'left' | 'leave'>;

/** The months that a period touches, each with its part of the period. */
function monthsIn({ from, to }: Period): { from: Day; to: Day; days: number }[] {
  const found: { from: Day; to: Day; days: number }[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to; ) {
    const last = monthEnd(first);
    found.push({
      from: first < from ? from : first,
      to: last > to ? to : last,
      days: Number(last.slice(8)),
    });
    first = nextFirst(last);
  }
  return found;
}

function nextFirst(last: Day): Day {
  const [year = 0, month = 1] = last.split('-').map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01`;
}

const partOf = (dates: Dates, month: Period & { days: number }): Fraction => {
  const { there, onLeave } = activeDays(dates, month);
  return fraction(there - onLeave, month.days);
};

/** Days on which somebody was there, month by month over the days of that month: half of February is half a month. */
export function eligibleMonths(dates: Dates, period: Period): Months {
  const months = monthsIn(period);
  const all = sum(months.map((m) => partOf({ hired: m.from }, m)));
  return { eligible: exact(sum(months.map((m) => partOf(dates, m)))), of: exact(all) };
}

/** The share of the period that counts. */
export const shareOf = ({ eligible, of }: Months): Fraction => div(readExact(eligible), readExact(of));

/** The bonus of the grade, for the time that somebody was there. */
export const coefficientOf = (grade: Grade, months: Months, { bonus }: Pick<Rewards, 'bonus'>): string =>
  roundHalfUp(mul(fraction(bonus[grade], 100), shareOf(months)), 2);

/** D at once; C when the last closed cycle ended with it too. */
export function planFor(
  grade: Grade,
  last: Grade | null | undefined,
  { plan }: Pick<Rewards, 'plan'>,
): PlanDue | undefined {
  if (plan.once.includes(grade)) return 'once';
  return plan.twice.includes(grade) && last && plan.twice.includes(last) ? 'twice' : undefined;
}

/** As the person reads the scores: two decimals. */
export function trainingFor(
  computed: Pick<Explanation, 'dimensions'> | undefined,
  { trainingBelow }: Pick<Rewards, 'trainingBelow'>,
): string[] {
  const below = parse(trainingBelow);
  return (computed?.dimensions ?? []).flatMap((d) =>
    d.state === 'scored' && cmp(parse(d.shown), below) < 0 ? [d.name] : [],
  );
}

export interface Given {
  grade: Grade | null;
  computed?: Pick<Explanation, 'dimensions'> | undefined;
  months: Months;
  /** Of the last closed cycle. */
  last?: Grade | null | undefined;
}

export function outcomeBy(rewards: Rewards, { grade, computed, months, last }: Given): Outcome {
  const training = trainingFor(computed, rewards);
  if (grade === null)
    return {
      grade,
      coefficient: null,
      raise: null,
      promotion: false,
      certificate: false,
      incentive: false,
      training,
    };
  const { from, to } = rewards.raise[grade];
  const plan = planFor(grade, last, rewards);
  return {
    grade,
    coefficient: coefficientOf(grade, months, rewards),
    raise: { from: String(from), to: String(to) },
    promotion: rewards.promotion.includes(grade),
    certificate: rewards.certificate.includes(grade),
    incentive: rewards.incentive.includes(grade),
    training,
    ...(plan && { plan }),
  };
}

/** What holds: the rules, and above them what HR decided. */
export function holds({ rule, exception }: { rule: Outcome; exception?: Exception | undefined }): Outcome {
  if (!exception) return rule;
  const { coefficient, raise, promotion } = exception;
  return {
    ...rule,
    ...(coefficient !== undefined && { coefficient }),
    ...(raise !== undefined && { raise: { from: raise, to: raise } }),
    ...(promotion !== undefined && { promotion }),
  };
}

export const pointsOf = ({ coefficient }: Pick<Outcome, 'coefficient'>): number =>
  coefficient === null ? 0 : Number(whole(mul(parse(coefficient), fraction(100))));

/** The row with its sums, from what holds now. */
export function summed(entry: Omit<Entry, 'points' | 'change'>): Entry {
  const points = pointsOf(holds(entry));
  return { ...entry, points, change: points - (entry.before ? pointsOf(entry.before.outcome) : 0) };
}

/** '12.60' from hundredths, exact. */
export const hundredths = (points: number): string => roundHalfUp(fraction(points, 100), 2);

/** Is the raise that HR decided outside of the grade's band? */
export function outsideBand({ rule, exception }: Pick<Entry, 'rule' | 'exception'>): boolean {
  if (exception?.raise === undefined || !rule.raise) return false;
  const raise = parse(exception.raise);
  return cmp(raise, parse(rule.raise.from)) < 0 || cmp(raise, parse(rule.raise.to)) > 0;
}

export interface PoolUse {
  /** What there is, in hundredths like the total. */
  pool: number;
  left: number;
  /** The total in percent of the pool, '104.2'. */
  percent: string;
}

/** Nobody is rescaled: it is only said. The pool is in percent of one full bonus, so are hundredths. */
export function againstPool(total: number, pool: number | undefined): PoolUse | undefined {
  if (pool === undefined || pool <= 0) return undefined;
  return { pool, left: pool - total, percent: roundHalfUp(fraction(total * 100, pool), 1) };
}

/** All rows of somebody together: the first, and every difference after it. */
export const sumOf = (rows: readonly Pick<Entry, 'change'>[]): Fraction =>
  rows.reduce((all, { change }) => add(all, fraction(change, 100)), ZERO);

/** What changed, for a person to read: '+0.20', '−0.40'. */
export function signed(points: number): string {
  const size = roundHalfUp(points < 0 ? sub(ZERO, fraction(points, 100)) : fraction(points, 100), 2);
  if (points === 0) return size;
  return points < 0 ? `−${size}` : `+${size}`;
}
