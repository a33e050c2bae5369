/** Obstacles, from being told to being decided: pure. */
import { Refusal } from '../core/errors.ts';
import { momentWords } from '../core/i18n.ts';
import { say } from './messages.ts';
import { type CheckIn, type Decided, type Obstacle, obstacleId } from './model.ts';

/**
 * What the manager should hear after a check-in was sent or changed; nothing when that stays as it is. Other words than
 * those that were answered, or taken back, are a new request: it goes to whoever leads now, and may be passed up again.
 */
export function toTell(
  c: CheckIn,
  known: Obstacle | undefined,
  to: string | undefined,
  now: Date,
): Omit<Obstacle, 'rev'> | Obstacle | undefined {
  const r = c.record;
  const wanted = r?.needsHelp && r.obstacles && to && to !== c.person;
  if (!wanted) return known?.state === 'open' ? { ...known, state: 'withdrawn' } : undefined;
  const words = {
    text: r.obstacles ?? '',
    ...(r.support && { support: r.support }),
    ...(r.goalTitle && { goalTitle: r.goalTitle }),
  };
  if (!known) return { ...words, ...asks(c, to, now), decided: [], shownTo: [] };
  const same = known.text === words.text && known.support === words.support;
  if (same && known.state !== 'withdrawn') return undefined;
  const { support: _, goalTitle: __, over: ___, ...rest } = known;
  return { ...rest, ...words, ...(known.state !== 'open' && asks(c, to, now)) };
}

const asks = (c: CheckIn, to: string, now: Date) => ({
  _id: obstacleId(c._id),
  checkIn: c._id,
  cycle: c.cycle,
  person: c.person,
  to,
  state: 'open' as const,
  at: now,
});

/** For whom a "no" is worded. */
export interface Asking {
  names: (id: string) => string;
  zone: string;
}

/** @throws Refusal that says who decided, and when, or that it was taken back */
export function decided(o: Obstacle, decision: Decided, asking: Asking): Obstacle {
  refuseUnlessOpen(o, asking);
  return { ...o, state: 'decided', decided: [...o.decided, decision] };
}

export function escalated(o: Obstacle, decision: Decided, above: string, asking: Asking): Obstacle {
  refuseUnlessOpen(o, asking);
  if (isEscalated(o)) throw new Refusal((l) => say(l).obstacleHigh);
  return { ...o, to: above, decided: [...o.decided, decision] };
}

/** Since it was told last. */
export const isEscalated = (o: Obstacle): boolean =>
  o.decided.some((d) => d.how === 'escalate' && d.at >= o.at);

export function refuseUnlessOpen(o: Obstacle, { names, zone }: Asking): void {
  if (o.state === 'withdrawn') throw new Refusal((l) => say(l).obstacleWithdrawn);
  const last = o.decided.at(-1);
  if (o.state === 'decided' && last)
    throw new Refusal((l) => say(l).obstacleDecided(names(last.by), momentWords(l, zone, last.at)));
}
