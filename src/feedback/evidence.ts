/**
 * What later counts for a rating, and who worked with whom. Evidence is only what the person can see themself: notes that
 * both have seen, kudos, and feedback that carries a name. Nothing for the manager alone, nothing pooled (domain.md §6).
 */
import { at, type Day, dayIn, endOfDay } from '../core/calendar.ts';
import { people } from '../people/model.ts';
import { type Feedback, feedbacks } from './model.ts';
import { type Note, notes } from './notes.ts';
import { isSeenByBoth } from './rules.ts';

export interface Evidence {
  /** When it happened or was written, in the person's zone. */
  date: Day;
  kind: 'note' | 'kudos' | 'feedback';
  /** As written; several parts are lines. Plain text of people: to be escaped by `md` like any other. */
  text: string;
  /** Person id of who wrote it. */
  by: string;
  /** Id of the note or the piece. */
  ref: string;
}

const lines = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('\n');

const ofNote = (n: Note): Evidence => ({
  date: n.day,
  kind: 'note',
  text: lines(n.what, n.effect, n.link),
  by: n.by,
  ref: n._id,
});

const ofPiece = (f: Feedback, zone: string): Evidence => ({
  date: dayIn(zone, f.at),
  kind: f.kind,
  text: lines(f.did, f.effect, f.next),
  by: f.from,
  ref: f._id,
});

/** From the first to the last day, both included; the oldest first. @throws Refusal for somebody unknown */
export async function evidenceOf(person: string, from: Day, to: Day): Promise<Evidence[]> {
  const { zone } = await people.must(person);
  const found = await notes.find({ person, day: { $gte: from, $lte: to } }, { sort: { day: 1 } });
  const between = { $gte: at(zone, from, '00:00'), $lte: endOfDay(zone, to) };
  const pieces = await feedbacks.find({ person, visibility: 'named', at: between }, { sort: { at: 1 } });
  const all = [...found.filter(isSeenByBoth).map(ofNote), ...pieces.map((f) => ofPiece(f, zone))];
  return all.sort((a, b) => compare(a.date, b.date) || compare(a.ref, b.ref));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Who gave the person kudos or got some from them in these days, how often; the most frequent first. For nominations. */
export async function kudosPartners(
  person: string,
  from: Day,
  to: Day,
): Promise<{ person: string; n: number }[]> {
  const { zone } = await people.must(person);
  const between = { $gte: at(zone, from, '00:00'), $lte: endOfDay(zone, to) };
  const received = await feedbacks.find({ person, kind: 'kudos', at: between });
  const given = await feedbacks.find({ from: person, at: between });
  const others = [
    ...received.map((f) => f.from),
    ...given.filter((f) => f.kind === 'kudos').map((f) => f.person),
  ];
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  return [...counts]
    .map(([id, n]) => ({ person: id, n }))
    .sort((a, b) => b.n - a.n || compare(a.person, b.person));
}
