/** What may be written, thanked for, answered and taken back. Pure: who everybody is and the time come in. */
import type { Day } from '../core/calendar.ts';
import { Refusal } from '../core/errors.ts';
import { say } from './messages.ts';
import { pad } from './messages-note.ts';
import { type Feedback, feedbackId, type Request, type Value, type Words } from './model.ts';
import type { Note } from './notes.ts';
import type { Piece } from './pooling.ts';
import { withoutMentions } from './pooling.ts';

export const mostRemarks = 40;

type New<T> = Omit<T, 'rev'>;

interface Writing extends Words {
  group: string;
  from: string;
  at: Date;
}

/** One document per receiver. */
export function kudos(
  words: Writing & { value?: Value | undefined },
  receivers: readonly { _id: string; manager?: string | undefined }[],
): New<Feedback>[] {
  const { group, from, at, did, effect, value } = words;
  return receivers.map(({ _id, manager }) => ({
    _id: feedbackId(group, _id),
    group,
    kind: 'kudos' as const,
    person: _id,
    from,
    at,
    visibility: 'named' as const,
    ...(manager && { manager }),
    ...(value && { value }),
    did,
    ...(effect && { effect }),
    remarks: [],
  }));
}

/** @throws Refusal when nobody but giver or person would be the manager who reads it. */
export function feedback(
  words: Writing,
  person: { _id: string; manager?: string | undefined },
  visibility: Feedback['visibility'],
): New<Feedback> {
  const { manager } = person;
  if (visibility === 'manager') refuseManager(words.from, person);
  const { group, from, at, did, effect, ask, next } = words;
  return {
    _id: feedbackId(group, person._id),
    group,
    kind: 'feedback',
    person: person._id,
    from,
    at,
    visibility,
    ...(manager && { manager }),
    did,
    ...(effect && { effect }),
    ...(ask && { ask }),
    ...(next && { next }),
    remarks: [],
  };
}

function refuseManager(from: string, { _id, manager }: { _id: string; manager?: string | undefined }): void {
  const why =
    manager === undefined
      ? 'managerNone'
      : manager === from
        ? 'managerSelf'
        : manager === _id
          ? 'managerSubject'
          : undefined;
  if (why) throw new Refusal((l) => say(l)[why], { visible: (l) => say(l)[why] });
}

/** What goes into a pool: words without mentions; a question becomes a wish, since nobody can answer it. */
export function pieces(words: Words, id: () => string): Piece[] {
  const { did, effect, ask, next } = words;
  const seen: Piece = {
    id: id(),
    kind: 'seen',
    text: withoutMentions(did),
    ...(effect && { effect: withoutMentions(effect) }),
  };
  const wishes = [next, ask].filter((text): text is string => text !== undefined);
  return [seen, ...wishes.map((text): Piece => ({ id: id(), kind: 'wish', text: withoutMentions(text) }))];
}

export function thanked(f: Feedback, now: Date): Feedback {
  if (f.thanked) throw new Refusal((l) => say(l).thankedAlready);
  return { ...f, thanked: now };
}

export function remarked(f: Feedback, by: string, now: Date, text: string): Feedback {
  if (f.remarks.length >= mostRemarks) throw new Refusal((l) => say(l).longTalk);
  return { ...f, remarks: [...f.remarks, { by, at: now, text }] };
}

export function closed(r: Request): Request {
  if (r.state !== 'open') throw new Refusal((l) => say(l).requestClosed);
  return { ...r, state: 'closed' };
}

interface Noting {
  id: string;
  by: string;
  at: Date;
  day: Day;
  /** In the zone of the one who writes. */
  today: Day;
  what: string;
  effect?: string | undefined;
  link?: string | undefined;
}

/** @throws Refusal beside the field for a day to come and for what is no link. */
export function note(words: Noting, person: { _id: string; manager?: string | undefined }): New<Note> {
  const { id, by, at, day, today, what, effect, link } = words;
  if (day > today) throw new Refusal((l) => say(l).lookAtFields, { day: (l) => pad(l).future });
  if (link && !isLink(link)) throw new Refusal((l) => say(l).lookAtFields, { link: (l) => pad(l).badLink });
  const both = [person._id, ...(person.manager && person.manager !== person._id ? [person.manager] : [])];
  return {
    _id: id,
    person: person._id,
    by,
    day,
    at,
    what,
    ...(effect && { effect }),
    ...(link && { link }),
    seenBy: [{ by, at }],
    unseen: both.filter((id) => id !== by),
    remarks: [],
  };
}

const isLink = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

export function seen(n: Note, by: string, now: Date): Note {
  if (!n.unseen.includes(by)) throw new Refusal((l) => pad(l).seenAlready);
  return { ...n, seenBy: [...n.seenBy, { by, at: now }], unseen: n.unseen.filter((id) => id !== by) };
}

/** Who comments has seen it; the others are to see what is new. */
export function commented(n: Note, by: string, now: Date, text: string): Note {
  if (n.remarks.length >= mostRemarks) throw new Refusal((l) => pad(l).manyComments);
  const next = n.unseen.includes(by) ? seen(n, by, now) : n;
  return { ...next, remarks: [...n.remarks, { by, at: now, text }] };
}

/** As long as nobody else has seen it. */
export function refuseUnlessFresh(n: Note): void {
  if (n.seenBy.some((s) => s.by !== n.by) || n.remarks.some((r) => r.by !== n.by))
    throw new Refusal((l) => pad(l).noTakeBack);
}

/** The person themself and somebody else have seen it: only then it is evidence. */
export const isSeenByBoth = (n: Pick<Note, 'person' | 'seenBy'>): boolean =>
  n.seenBy.some((s) => s.by === n.person) && n.seenBy.some((s) => s.by !== n.person);

/** The manager changed: what the old one has not seen waits for the new one. */
export function handedOver(n: Note, from: string, to: string | undefined): Note {
  const others = n.unseen.filter((id) => id !== from);
  const waits = to !== undefined && !n.seenBy.some((s) => s.by === to) && !others.includes(to);
  return { ...n, unseen: waits ? [...others, to] : others };
}
