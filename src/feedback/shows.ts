/** Cards on their way: drawn for everybody who has them, delivered outside quiet hours. */
import type { Ctx, Draw } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { namesOf, people } from '../people/model.ts';
import { leadOf } from './addressing.ts';
import { itemCard } from './cards.ts';
import { noteCard } from './cards-note.ts';
import { addressee, type Feedback, groupOf } from './model.ts';
import type { Note } from './notes.ts';

export const groupKey = (group: string): string => `feedback.group:${group}`;
export const itemKey = (item: string): string => `feedback.item:${item}`;
export const noteKey = (note: string): string => `feedback.note:${note}`;
export const requestKey = (request: string): string => `feedback.request:${request}`;
export const poolKey = (pool: string): string => `feedback.${pool}`;
export const listKey = (person: string): string => `feedback.list:${person}`;

/** Of a writing to several people each has a card of their own; the giver and a manager have one for all. */
export const keyFor = (f: Feedback, reader: string): string =>
  addressee(f) === reader ? itemKey(f._id) : groupKey(f.group);

/** Who reads it as somebody's manager and has not got it otherwise. */
export function managersOf(items: readonly Feedback[]): string[] {
  const having = new Set(items.flatMap((f) => [f.from, addressee(f)]));
  return [...new Set(items.flatMap((f) => f.manager ?? []))].filter((id) => !having.has(id)).sort();
}

export async function drawItem(f: Pick<Feedback, 'group'>, reader: string): Promise<Draw> {
  const items = await groupOf(f.group);
  const names = await namesOf(items.flatMap((i) => [i.from, i.person]));
  return itemCard({ items, reader, names });
}

export async function showItem(
  ctx: Ctx,
  f: Feedback,
  reader: string,
  options: SendOptions = {},
): Promise<void> {
  ctx.show(keyFor(f, reader), { person: reader }, await drawItem(f, reader), options);
}

export async function drawNote(note: Note, reader: string, now: Date): Promise<Draw> {
  const person = await people.must(note.person);
  const acts = reader === person._id || reader === (await leadOf(person, now));
  return noteCard({ note, reader, acts, name: person.name });
}

export async function showNote(
  ctx: Ctx,
  note: Note,
  reader: string,
  options: SendOptions = {},
): Promise<void> {
  ctx.show(noteKey(note._id), { person: reader }, await drawNote(note, reader, ctx.now), options);
}
