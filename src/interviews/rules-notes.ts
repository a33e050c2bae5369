/** What may follow once they talked: notes, written feedback, both people's word, and what they say later. Pure. */
import type { Day } from '../core/calendar.ts';
import { Refusal } from '../core/errors.ts';
import { say } from './messages.ts';
import { type Answer, type Interview, type Notes, otherSide, type Prepared, type Written } from './model.ts';
import { type Act, mustBe, refuse, to, without } from './rules.ts';

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
  // Where a few lines are enough they still are.
  return without(to(i, i.reasons.length > 0 ? 'due' : 'offered'), 'heldOn', 'agreed', 'silent');
}

/** The shared record. `seen`: the edition that the writer had before them. A change takes every confirmation back. */
export function noted(i: Interview, notes: Notes, heldOn: Day, seen: number, { now }: Act): Interview {
  mustBe(i, 'due', 'offered', 'proposed', 'scheduled', 'held', 'confirmed');
  if (i.edition !== seen) refuse((l) => say(l).notesMoved);
  const at =
    i.state === 'held' || i.state === 'confirmed' ? { ...to(i, 'held'), heldOn } : over(i, heldOn, now);
  // The word of whoever confirmed was about the text before.
  const { silent: _, confirmedBy: __, ...rest } = at;
  return { ...rest, ...(isSilent(notes) && { silent: true }), notes, edition: i.edition + 1, confirmed: [] };
}

/** Instead of a conversation; sending it is the manager's own confirmation. */
export function wrote(i: Interview, words: Omit<Written, 'by'>, seen: number, { by }: Act): Interview {
  mustBe(i, 'offered', 'written');
  if (i.edition !== seen) refuse((l) => say(l).notesMoved);
  return {
    ...to(i, 'written'),
    written: { ...words, by },
    edition: i.edition + 1,
    confirmed: ['manager'],
    confirmedBy: by,
  };
}

/**
 * Done when both have: with the manager who gave their word, whoever leads the person now.
 * @throws Refusal without notes, for an older edition, or the second time
 */
export function confirmed(i: Interview, seen: number, { side, by, now }: Act): Interview {
  mustBe(i, 'held', 'confirmed', 'written');
  if (i.state === 'held' && !i.notes) refuse((l) => say(l).notesFirst);
  if (i.edition !== seen) refuse((l) => say(l).notesMoved);
  if (i.confirmed.includes(side)) refuse((l) => say(l).alreadyConfirmed);
  const all = [...i.confirmed, side];
  const next = side === 'manager' ? { ...i, confirmedBy: by } : i;
  const doneWith = next.confirmedBy ?? i.manager;
  if (all.includes(otherSide(side)))
    return { ...to(next, 'done'), confirmed: all, doneAt: now, ...(doneWith !== undefined && { doneWith }) };
  return { ...to(next, 'confirmed'), confirmed: all };
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

/** The first answer holds: it may be part of a number already. */
export function answered(i: Interview, answer: Answer, { side, by, now }: Act): Interview {
  if (i.state !== 'done' || !i.askedHelp || i.helped[side]) refuse((l) => say(l).answeredBefore);
  return {
    ...i,
    helped: { ...i.helped, [side]: { answer, by, at: now } },
    uncounted: [...(i.uncounted ?? []), side],
  };
}
