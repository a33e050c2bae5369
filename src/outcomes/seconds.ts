/** Those who could be the second person, and the row of the one who was. */
import { dayIn } from '../core/calendar.ts';
import { isActive, type Person, withRole } from '../people/model.ts';
import { type Batch, type Entry, entries, entryId } from './model.ts';
import { type OwnRow, ownDeciders } from './policy.ts';

const heads = async (): Promise<Person[]> =>
  distinct([...(await withRole('executive')), ...(await withRole('hrHead'))]);

/** Everybody in HR, by id. */
export const hrPeople = async (): Promise<Person[]> =>
  distinct([...(await withRole('hr')), ...(await withRole('hrHead'))]);

/** Those who could be the second person of this batch. */
export const secondsOf = async (batch: Batch): Promise<Person[]> =>
  (await heads()).filter((p) => p._id !== batch.submitted?.by);

const distinct = (found: readonly Person[]): Person[] =>
  [...new Map(found.map((p) => [p._id, p])).values()].sort((a, b) => (a._id < b._id ? -1 : 1));

/** The row of who approved the others. Whoever left the company can approve nothing, and is waited for by nobody. */
export async function ownRowOf(batch: Batch, now: Date): Promise<OwnRow> {
  const entry = await entries.get(entryId(batch._id, batch.approved?.by ?? ''));
  const here = (await heads()).filter((p) => isActive(p, dayIn(p.zone, now)));
  const seconds = here.map((p) => p._id);
  return { batch, entry, seconds };
}

/** That row, while it waits for this person. */
export async function ownRowFor(batch: Batch, reader: string, now: Date): Promise<Entry | undefined> {
  if (!batch.approved || !batch.ownRow || batch.own) return undefined;
  const row = await ownRowOf(batch, now);
  return ownDeciders(row).includes(reader) ? row.entry : undefined;
}
