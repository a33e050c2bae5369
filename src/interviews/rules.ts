/** What may follow what in a conversation about a result. Pure: the interview as it was read, who acts, when. */
import type { Day } from '../core/calendar.ts';
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { say } from './messages.ts';
import {
  type Answer,
  reasons as allReasons,
  type Interview,
  type InterviewState,
  interviewFlow,
  type Notes,
  otherSide,
  type Past,
  type Prepared,
  type Reason,
  type Side,
  type Time,
  type Written,
} from './model.ts';

export interface Act {
  side: Side;
  /** Who it is: of the managers that there may be one after the other. */
  by: string;
  now: Date;
}

const refuse = (sentence: Sentence): never => {
  throw new Refusal(sentence);
};

const without = <K extends keyof Interview>(i: Interview, ...keys: K[]): Interview =>
  Object.fromEntries(Object.entries(i).filter(([k]) => !keys.includes(k as K))) as unknown as Interview;

function to(i: Interview, state: InterviewState): Interview {
  if (i.state !== state && !interviewFlow.may(i.state, state)) refuse((l) => say(l).stands(i.state));
  return { ...i, state };
}

function mustBe(i: Interview, ...states: InterviewState[]): void {
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
  return { ...withReasons(to(i, 'due'), 'asked'), confirmed: [] };
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

function over(i: Interview, heldOn: Day, now: Date): Interview {
  // What stands in the calendars for later is taken back by whoever calls this.
  const late = i.agreed !== undefined && i.agreed.at > now;
  return {
    ...without(to(i, 'held'), 'proposal', ...(late ? (['agreed'] as const) : [])),
    heldOn,
    silent: true,
    sequence: i.sequence + (late ? 1 : 0),
  };
}

const fewLetters = 12;

/** "OK." is no record. A Chinese character says as much as two letters. */
export const isSilent = ({ agreed, steps }: Notes): boolean =>
  steps.length === 0 && [...agreed].reduce((n, c) => n + (/\p{Script=Han}/u.test(c) ? 2 : 1), 0) < fewLetters;

/** They met; what was said is still to be noted. */
export function held(i: Interview, heldOn: Day, { now }: Act): Interview {
  mustBe(i, 'due', 'offered', 'proposed', 'scheduled');
  return over(i, heldOn, now);
}

/** One of them says that it did not take place. What was noted speaks for itself. */
export function notHeld(i: Interview): Interview {
  mustBe(i, 'held');
  if (i.notes) refuse((l) => say(l).noted);
  return without(to(i, 'due'), 'heldOn', 'agreed', 'silent');
}

/** The shared record. `seen`: the edition that the writer had before them. A change takes every confirmation back. */
export function noted(i: Interview, notes: Notes, heldOn: Day, seen: number, { now }: Act): Interview {
  mustBe(i, 'due', 'offered', 'proposed', 'scheduled', 'held', 'confirmed');
  if (i.edition !== seen) refuse((l) => say(l).notesMoved);
  const at =
    i.state === 'held' || i.state === 'confirmed' ? { ...to(i, 'held'), heldOn } : over(i, heldOn, now);
  const { silent: _, ...rest } = at;
  return { ...rest, ...(isSilent(notes) && { silent: true }), notes, edition: i.edition + 1, confirmed: [] };
}

/** Instead of a conversation; sending it is the manager's own confirmation. */
export function wrote(i: Interview, words: Omit<Written, 'by'>, seen: number, { by }: Act): Interview {
  mustBe(i, 'offered', 'written');
  if (i.edition !== seen) refuse((l) => say(l).notesMoved);
  return { ...to(i, 'written'), written: { ...words, by }, edition: i.edition + 1, confirmed: ['manager'] };
}

/** Done when both have. @throws Refusal without notes, for an older edition, or the second time */
export function confirmed(i: Interview, seen: number, { side, now }: Act): Interview {
  mustBe(i, 'held', 'confirmed', 'written');
  if (i.state === 'held' && !i.notes) refuse((l) => say(l).notesFirst);
  if (i.edition !== seen) refuse((l) => say(l).notesMoved);
  if (i.confirmed.includes(side)) refuse((l) => say(l).alreadyConfirmed);
  const all = [...i.confirmed, side];
  if (all.includes(otherSide(side)))
    return {
      ...to(i, 'done'),
      confirmed: all,
      doneAt: now,
      ...(i.manager !== undefined && { doneWith: i.manager }),
    };
  return { ...to(i, 'confirmed'), confirmed: all };
}

/** "We see this differently": it stands beside what was noted, and confirms that they talked, not that they agree. */
export function differed(i: Interview, text: string, seen: number, act: Act): Interview {
  const next = confirmed(i, seen, act);
  return { ...next, views: { ...i.views, [act.side]: { text, by: act.by } } };
}

export function prepared(i: Interview, words: Omit<Prepared, 'shared'>): Interview {
  mustBe(i, 'due', 'offered', 'proposed', 'scheduled');
  const { shared } = i.prepared ?? {};
  return { ...i, prepared: { ...words, ...(shared && { shared }) } };
}

export function shared(i: Interview): Interview {
  mustBe(i, 'due', 'offered', 'proposed', 'scheduled');
  if (!i.prepared) throw new Refusal((l) => say(l).nothingPrepared);
  return { ...i, prepared: { ...i.prepared, shared: true } };
}

/** A new manager takes over. A time that was found with the one before is nobody's any more. */
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

/** The first answer holds: it may be part of a number already. */
export function answered(i: Interview, answer: Answer, { side, by, now }: Act): Interview {
  if (i.state !== 'done' || !i.askedHelp || i.helped[side]) refuse((l) => say(l).answeredBefore);
  return {
    ...i,
    helped: { ...i.helped, [side]: { answer, by, at: now } },
    uncounted: [...(i.uncounted ?? []), side],
  };
}
