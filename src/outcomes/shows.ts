/** The cards of outcomes, drawn for whoever has them. */
import type { Ctx } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { shown } from '../core/shown.ts';
import { type Cycle, cycles, participantId, participants } from '../cycles/model.ts';
import { namesOf, type Person, peopleById } from '../people/model.ts';
import { type BatchView, batchCard, batchKey } from './cards-batch.ts';
import { officeCard, officeKey } from './cards-office.ts';
import { type RowView, rowCard, rowKey, rowsCard, rowsKey } from './cards-rows.ts';
import { outcomeCard, ownKey } from './cards-told.ts';
import { figuresOf, hiddenFrom, officeOf, onPage, type RowPage, rowsOf } from './figures.ts';
import { type Batch, type Entry, entries, preferencesOf } from './model.ts';
import { isSecond } from './policy.ts';
import { hrPeople, ownRowFor, secondsOf } from './seconds.ts';

const isHrRole = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.includes('hr') || roles.includes('hrHead');

export async function batchViewOf(batch: Batch, reader: string, now: Date): Promise<BatchView> {
  const person = (await peopleById([reader])).get(reader);
  const hr = person !== undefined && isHrRole(person);
  const could = person !== undefined && isSecond(person);
  const own = await ownRowFor(batch, reader, now);
  return {
    cycle: await cycles.must(batch.cycle),
    batch,
    figures: await figuresOf(batch._id, reader),
    reader,
    hr,
    reads: hr || (could && liesOut(batch)),
    second: could && batch.submitted?.by !== reader,
    ...(own && { own: { entry: own } }),
  };
}

const liesOut = ({ state, settledAt }: Batch): boolean =>
  state === 'submitted' || (state === 'approved' && settledAt === undefined);

export async function showBatch(
  ctx: Ctx,
  batch: Batch,
  to: string,
  options: SendOptions = {},
): Promise<void> {
  ctx.show(batchKey(batch._id), { person: to }, batchCard(await batchViewOf(batch, to, ctx.now)), options);
}

/** For who acts, and whoever else has the card. */
export async function refreshBatch(ctx: Ctx, batch: Batch, also: readonly string[] = []): Promise<void> {
  const key = batchKey(batch._id);
  const maybe = [...(await hrPeople()), ...(await secondsOf(batch))].map((p) => p._id);
  const have = await shown.find({ _id: { $in: [...new Set(maybe)].map((p) => `${key}>${p}`) } });
  const readers = new Set([...have.map((s) => s._id.slice(key.length + 1)), ...also]);
  for (const reader of [...readers].sort()) await showBatch(ctx, batch, reader);
  await refreshOffice(ctx, batch.cycle);
}

async function refreshOffice(ctx: Ctx, id: string): Promise<void> {
  const key = officeKey(id);
  const have = await shown.find({ _id: { $in: (await hrPeople()).map((p) => `${key}>${p._id}`) } });
  const cycle = have.length > 0 ? await cycles.must(id) : undefined;
  const readers = have.map((s) => s._id.slice(key.length + 1)).sort();
  if (cycle) for (const reader of readers) await showOffice(ctx, cycle, reader);
}

export async function showOffice(
  ctx: Ctx,
  cycle: Cycle,
  to: string,
  options: SendOptions = {},
): Promise<void> {
  ctx.show(officeKey(cycle._id), { person: to }, officeCard(await officeOf(cycle, to)), options);
}

export async function showRows(
  ctx: Ctx,
  batch: Batch,
  only: RowPage['only'],
  page: number,
): Promise<RowPage> {
  const at = await rowsOf(batch, ctx.actor.id, only, page);
  ctx.show(rowsKey(batch._id), { person: ctx.actor.id }, rowsCard(at), { anew: page === 0 });
  return at;
}

/** The page on which somebody stands, when the reader has the rows open. */
export async function refreshRows(ctx: Ctx, batch: Batch, person: string): Promise<void> {
  if (!(await shown.get(`${rowsKey(batch._id)}>${ctx.actor.id}`))) return;
  const hidden = await hiddenFrom(batch._id, ctx.actor.id);
  const others = hidden && ctx.actor.id < person ? 1 : 0;
  const ahead = (await entries.count({ batch: batch._id, person: { $lt: person } })) - others;
  const at = await rowsOf(batch, ctx.actor.id, 'all', Math.floor(ahead / onPage));
  ctx.show(rowsKey(batch._id), { person: ctx.actor.id }, rowsCard(at));
}

export async function rowViewOf(batch: Batch, entry: Entry, may: boolean): Promise<RowView> {
  const { exception } = entry;
  const names = await namesOf([entry.person, ...(exception ? [exception.by] : [])]);
  const likes = (await preferencesOf([entry.person])).get(entry.person);
  const isDraft = batch.state === 'draft' || batch.state === 'returned';
  return {
    cycle: await cycles.must(batch.cycle),
    batch,
    entry,
    name: names(entry.person),
    likes,
    names,
    may: may && isDraft,
  };
}

export async function showRow(
  ctx: Ctx,
  batch: Batch,
  entry: Entry,
  may: boolean,
  options: SendOptions = {},
): Promise<void> {
  const draw = rowCard(await rowViewOf(batch, entry, may));
  ctx.show(rowKey(entry._id), { person: ctx.actor.id }, draw, options);
}

/** Frozen while an appeal is open. */
export async function isFrozen(cycle: string, person: string): Promise<boolean> {
  return (await participants.get(participantId(cycle, person)))?.state === 'appealing';
}

export function showOwn(
  ctx: Ctx,
  cycle: Cycle,
  entry: Entry,
  frozen: boolean,
  options: SendOptions = {},
): void {
  ctx.show(ownKey(cycle._id), { person: entry.person }, outcomeCard({ cycle, entry, frozen }), options);
}
