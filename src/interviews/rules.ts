import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { say } from './messages.ts';
import {
  reasons as allReasons,
  type Interview,
  type InterviewState,
  interviewFlow,
  type Past,
  type Reason,
  type Side,
  type Time,
} from './model.ts';

export interface Act {
  side: Side;
  /** Who it is: of the managers that there may be one after the other. */
  by: string;
  now: Date;
}

export const refuse = (sentence: Sentence): never => {
  throw new Refusal(sentence);
};

export const without = <K extends keyof Interview>(i: Interview, ...keys: K[]): Interview =>
  Object.fromEntries(Object.entries(i).filter(([k]) => !keys.includes(k as K))) as unknown as Interview;

export function to(i: Interview, state: InterviewState): Interview {
  if (i.state !== state && !interviewFlow.may(i.state, state)) refuse((l) => say(l).stands(i.state));
  return { ...i, state };
}

export function mustBe(i: Interview, ...states: InterviewState[]): void {
  if (!states.includes(i.state)) refuse((l) => say(l).stands(i.state));
}

const withReasons = (i: Interview, ...more: Reason[]): Interview => ({
  ...i,
  reasons: allReasons.filter((r) => i.reasons.includes(r) || more.includes(r)),
});

interface Opening {
  _id: string;
  cycle: string;
  person: string;
  manager: string | undefined;
  unit: string;
  version: number;
  reasons: Reason[];
  now: Date;
}

export const opened = ({ now, manager, ...given }: Opening): Omit<Interview, 'rev'> => ({
  ...given,
  ...(manager !== undefined && { manager }),
  state: given.reasons.length > 0 ? 'due' : 'offered',
  round: 1,
  openedAt: now,
  sequence: 0,
  edition: 0,
  views: {},
  confirmed: [],
  past: [],
  helped: {},
});

/** What was said about the version before, as it stood. */
const pastOf = (i: Interview): Past[] =>
  i.notes || i.written || i.heldOn
    ? [
        ...i.past,
        {
          version: i.version,
          ...(i.heldOn && { heldOn: i.heldOn }),
          ...(i.notes && { notes: i.notes }),
          ...(i.written && { written: i.written }),
          views: i.views,
          confirmed: i.confirmed,
        },
      ]
    : i.past;

const spoken: readonly InterviewState[] = ['held', 'written', 'confirmed', 'done'];

/** A later version of the result. Only another grade is a reason to talk again; what was said is kept. */
export function revised(
  i: Interview,
  version: number,
  reasons: readonly Reason[],
  moved: boolean,
  now: Date,
): Interview {
  if (i.state === 'cancelled' || version <= i.version) return i;
  if (!moved) return { ...i, version };
  if (!spoken.includes(i.state)) {
    const next = withReasons({ ...i, version }, ...reasons);
    return next.state === 'offered' && next.reasons.length > 0 ? { ...next, state: 'due' } : next;
  }
  const blank = without(
    i,
    'proposal',
    'agreed',
    'heldOn',
    'notes',
    'written',
    'doneAt',
    'doneWith',
    'confirmedBy',
    'silent',
    'askedHelp',
    'uncounted',
  );
  return {
    ...blank,
    state: 'due',
    reasons: [...reasons],
    version,
    round: i.round + 1,
    openedAt: now,
    sequence: 0,
    edition: 0,
    views: {},
    confirmed: [],
    past: pastOf(i),
    helped: {},
  };
}

/** Either may want to talk where a few lines would do. */
export function asked(i: Interview): Interview {
  mustBe(i, 'offered', 'written');
  return { ...without(withReasons(to(i, 'due'), 'asked'), 'confirmedBy'), confirmed: [] };
}

export function proposed(i: Interview, time: Time, { side, now }: Act): Interview {
  if (time.at <= now) refuse((l) => say(l).past);
  const next = i.state === 'offered' ? withReasons(i, 'asked') : i;
  return { ...to(next, 'proposed'), proposal: { ...time, by: side } };
}

/** @throws Refusal for one's own proposal, another one, or one that has passed */
export function accepted(i: Interview, at: Date, { side, now }: Act): Interview {
  const { proposal } = i;
  if (i.state !== 'proposed' || !proposal) throw new Refusal((l) => say(l).stands(i.state));
  if (proposal.by === side || proposal.at.getTime() !== at.getTime()) refuse((l) => say(l).timeMoved);
  if (proposal.at <= now) refuse((l) => say(l).past);
  const { by, ...time } = proposal;
  return { ...without(to(i, 'scheduled'), 'proposal'), agreed: time, sequence: i.sequence + 1 };
}

/** The time that was agreed before stays. */
export function kept(i: Interview): Interview {
  mustBe(i, 'proposed');
  if (!i.agreed) refuse((l) => say(l).timeMoved);
  return without(to(i, 'scheduled'), 'proposal');
}

export function placed(i: Interview, place: string, { now }: Act): Interview {
  mustBe(i, 'scheduled');
  const { agreed } = i;
  if (!agreed || agreed.at <= now) throw new Refusal((l) => say(l).past);
  return { ...i, agreed: { ...agreed, place }, sequence: i.sequence + 1 };
}

/** Neither the agreed nor a proposed time holds any more. */
export function calledOff(i: Interview): Interview {
  mustBe(i, 'proposed', 'scheduled');
  return {
    ...without(to(i, 'due'), 'proposal', 'agreed'),
    sequence: i.sequence + (i.agreed ? 1 : 0),
  };
}

/** Is the event that went into the calendars wrong now? `after`: how things stand since. */
export const takesBack = (before: Interview, after: Interview, now: Date): boolean =>
  before.agreed !== undefined && before.agreed.at > now && after.agreed === undefined;

/**
 * A new manager takes over. A time that was found with the one before is nobody's any more; what they noted and confirmed
 * stays their word, for they are the one who was there.
 */
export function handedOver(i: Interview, manager: string | undefined): Interview {
  const moved = { ...without(i, 'manager'), ...(manager !== undefined && { manager }) };
  return i.state === 'proposed' || i.state === 'scheduled' ? calledOff(moved) : moved;
}

/** The person left, or the cycle was called off. What is done stays. */
export function dropped(i: Interview): Interview {
  if (i.state === 'done' || i.state === 'cancelled') return i;
  const { agreed } = i;
  return { ...without(to(i, 'cancelled'), 'proposal', 'agreed'), sequence: i.sequence + (agreed ? 1 : 0) };
}
