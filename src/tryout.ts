/** What only the try-out has: a clock that people move, and the others played. Its lead is kept over restarts. */
import type { Running } from './core/bot.ts';
import { addDays, addMonths, at, type Day, dayIn, nextWorkday, weekday } from './core/calendar.ts';
import { offsetClock } from './core/clock.ts';
import type { Parts } from './core/context.ts';
import { type Deed, play } from './core/play.ts';
import type { Store } from './core/store.ts';
import { nextLock } from './cycles/index.ts';
import { calendarOf, people, settings } from './people/model.ts';

export type TryoutClock = ReturnType<typeof offsetClock>;

const keeper = (store: Store) => store.connection.collection<{ _id: string; aheadMs: number }>('tryout');

/**
 * Continues where the try-out stood. A new one begins on a Monday at 09:02, when the next quarter starts: HR can kick it
 * off at once, and nothing of it lies in the past.
 */
export async function tryoutClock(store: Store): Promise<TryoutClock> {
  const kept = await keeper(store).findOne({ _id: 'clock' });
  const clock = offsetClock(kept?.aheadMs ?? 0);
  if (!kept) {
    clock.moveTo(quarterMorning(clock.now()));
    await keepLead(store, clock);
  }
  return clock;
}

const zone = 'Europe/Berlin';

function quarterMorning(now: Date): Date {
  const today = dayIn(zone, now);
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const next = addMonths(`${today.slice(0, 4)}-01-01`, (quarter + 1) * 3);
  return at(zone, addDays(next, (8 - weekday(next)) % 7), '09:02');
}

const keepLead = (store: Store, clock: TryoutClock) =>
  keeper(store).updateOne({ _id: 'clock' }, { $set: { aheadMs: clock.aheadMs() } }, { upsert: true });

const furthest = 400 * 86_400_000;

export function tryout(parts: Parts, bot: Running, clock: TryoutClock) {
  return {
    clock: {
      async read() {
        const next = await bot.next();
        return { now: clock.now(), ...(next && { next }) };
      },
      async move(wanted: { to: string } | { by: string }) {
        const to = await parts.store.within(() => target(clock.now(), wanted));
        if (to <= clock.now()) throw new RangeError('The clock only moves forward.');
        if (to.getTime() - clock.now().getTime() > furthest)
          throw new RangeError('That is more than a year away.');
        const ran = await bot.travel(clock, to);
        await keepLead(parts.store, clock);
        return { now: clock.now(), ran };
      },
    },
    async play(only?: string[]): Promise<Deed[]> {
      const all = await parts.store.within(() => people.find({}, { sort: { _id: 1 } }));
      const who = all.map((p) => p._id).filter((id) => !only || only.includes(id));
      return play(parts, bot, who, 'growloop', bot.settle);
    },
  };
}

async function target(now: Date, wanted: { to: string } | { by: string }): Promise<Date> {
  if ('by' in wanted) return new Date(now.getTime() + durationMs(wanted.by));
  if (wanted.to === 'next-working-day') return nextWorkingDay(now);
  if (wanted.to === 'end-of-phase') return endOfPhase();
  const to = new Date(wanted.to);
  if (Number.isNaN(to.getTime())) throw new RangeError('Give a time like 2027-01-15T10:00:00Z.');
  return to;
}

/** Late enough in the organisation's day that the morning's messages have gone out. */
async function nextWorkingDay(now: Date): Promise<Date> {
  const own = await settings();
  return morningOf(addDays(dayIn(own.zone, now), 1));
}

async function morningOf(day: Day): Promise<Date> {
  const own = await settings();
  return at(own.zone, nextWorkday(day, await calendarOf(own)), '10:30');
}

/** The morning after the lock: what it starts has reached everybody, who would still be asleep at the lock itself. */
async function endOfPhase(): Promise<Date> {
  const lock = await nextLock();
  if (!lock) throw new RangeError('No cycle is running. Start one with /perf kickoff.');
  const day = dayIn((await settings()).zone, lock);
  const morning = await morningOf(day);
  return morning > lock ? morning : morningOf(addDays(day, 1));
}

/** `PT1H`, `P2D`, `PT30M`. */
function durationMs(text: string): number {
  const m = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)?$/.exec(text);
  const [days, hours, minutes] = [m?.[1], m?.[2], m?.[3]].map((n) => Number(n ?? 0)) as [
    number,
    number,
    number,
  ];
  const ms = ((days * 24 + hours) * 60 + minutes) * 60_000;
  if (!m || ms === 0) throw new RangeError('Give a length of time like PT1H or P2D.');
  return ms;
}
