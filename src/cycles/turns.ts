/**
 * What happens next in a running cycle: pure. Phases open in their order, one after the other; each locks when the lock
 * of its last participant has passed. Nothing here remembers when it was asked last, so that after downtime every missed
 * step is found again, in order.
 */
import { openingAt } from './deadlines.ts';
import type { Cycle, ParticipantState, Phase } from './model.ts';

/** When a phase locks: for most, and for those whose due day was moved. Instants at which nothing is taken any more. */
export interface Locks {
  base: Date;
  apart: { unit?: string; person?: string; at: Date }[];
}
export type LocksOf = Partial<Record<Phase, Locks>>;

export interface Moment {
  kind: 'open' | 'lock';
  phase: Phase;
  at: Date;
}

export const latest = ({ base, apart }: Locks): Date =>
  apart.reduce((last, e) => (e.at > last ? e.at : last), base);
const sooner = (a: Moment, b: Moment) => a.at.getTime() - b.at.getTime();

/** The next opening or lock, due or not; `undefined` when the last phase has locked. */
export function nextMoment(cycle: Cycle, locks: LocksOf, zone: string): Moment | undefined {
  const waiting = cycle.phases.find((p) => !cycle.opened.includes(p.phase))?.phase;
  const opens = waiting && openingAt(cycle, waiting, zone);
  const moments: Moment[] = waiting && opens ? [{ kind: 'open', phase: waiting, at: opens }] : [];
  for (const phase of cycle.opened) {
    const of = locks[phase];
    if (of && !cycle.locked?.includes(phase)) moments.push({ kind: 'lock', phase, at: latest(of) });
  }
  return moments.sort(sooner)[0];
}

/** The first instant after `now` at which there may be something to do. */
export function wakeAt(cycle: Cycle, locks: LocksOf, zone: string, now: Date): Date | undefined {
  const next = nextMoment(cycle, locks, zone);
  const planning = locks.planning;
  const releases = planning ? [planning.base, ...planning.apart.map((e) => e.at)] : [];
  return [...(next ? [next.at] : []), ...releases]
    .filter((at) => at > now)
    .sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Participants that move on; those whose own due day was moved wait for their own lock. */
export interface Step {
  from: ParticipantState;
  to: ParticipantState;
  except: { units: string[]; persons: string[] };
}

const nobody = { units: [], persons: [] };

/** Who moves on when `moment` comes, before it is told: each step may be done again without harm. */
export function stepsFor(cycle: Cycle, locks: LocksOf, moment: Moment | undefined, now: Date): Step[] {
  const asOf = moment && moment.at <= now ? moment.at : now;
  const opens = moment?.kind === 'open' && moment.at <= now ? [...cycle.opened, moment.phase] : cycle.opened;
  const steps: Step[] = [];
  if (opens.includes('planning')) steps.push({ from: 'invited', to: 'planning', except: nobody });
  const planning = opens.includes('planning') ? locks.planning : undefined;
  if (planning && planning.base <= asOf)
    steps.push({ from: 'planning', to: 'tracking', except: stillOpen(planning, asOf) });
  if (opens.includes('assessment')) steps.push({ from: 'tracking', to: 'assessing', except: nobody });
  return steps;
}

export function stillOpen({ apart }: Locks, asOf: Date): Step['except'] {
  const ahead = apart.filter((e) => e.at > asOf);
  return {
    units: ahead.flatMap((e) => (e.unit ? [e.unit] : [])),
    persons: ahead.flatMap((e) => (e.person ? [e.person] : [])),
  };
}
