/**
 * Comparing and applying an import. Applying compares again, with the people as they are now, in the transaction that
 * changes them: when the outcome is not what HR saw, nothing is applied and HR gets the new preview.
 */
import { z } from 'zod';
import { addDays, at, dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { job } from '../core/job.ts';
import { openRoom, rooms } from '../core/room.ts';
import { linkAccounts } from './accounts.ts';
import type { Row } from './csv.ts';
import {
  managerChanged,
  peopleImported,
  personJoined,
  personLeft,
  rolesChanged,
  unitChanged,
} from './facts.ts';
import type { Known } from './import-checks.ts';
import { forgetLists, type Import, imports, keepList, wholeList } from './import-model.ts';
import { done, previewed } from './import-rules.ts';
import { drawn, end, showImport } from './import-show.ts';
import { calendars, type Person, people, settings } from './model.ts';
import { type Change, changed, newcomer, type Plan, plan } from './rules.ts';

export const previewPeople = job('people.preview', { import: z.string() }, async (ctx, args) => {
  const doc = await imports.get(args.import);
  if (doc?.state !== 'reading') return;
  await preview(ctx, doc, await planOf(ctx, doc), false);
});

export const applyPeople = job('people.apply', { import: z.string() }, async (ctx, args) => {
  const doc = await imports.get(args.import);
  if (doc?.state !== 'applying') return;
  const next = await planOf(ctx, doc);
  if (next.digest !== doc.digest || next.noHr) return preview(ctx, doc, next, true);
  await write(ctx, doc, next.changes);
  const { added, changed: altered, leaving, lines } = next.figures;
  ctx.record(peopleImported, {
    about: doc.by,
    ref: doc._id,
    data: { added, changed: altered, leaving, lines },
  });
  const ended = await imports.save(done({ ...doc, figures: next.figures }, ctx.now));
  await forgetLists(doc._id);
  showImport(ctx, ended, await drawn(ended));
});

async function planOf(ctx: Ctx, doc: Import): Promise<Plan> {
  return planFor(ctx, doc.by, await wholeList(doc._id, 'rows'));
}

/** What these lines would change now. */
export async function planFor(ctx: Ctx, by: string, rows: readonly Row[]): Promise<Plan> {
  const { zone, locale, calendar } = await settings();
  const known: Known = {
    people: await people.find({}),
    calendars: new Set((await calendars.find({})).map((c) => c._id)),
    today: dayIn(zone, ctx.now),
    by,
    usual: { zone, locale, calendar },
  };
  return plan(rows, known);
}

export async function preview(ctx: Ctx, doc: Import, next: Plan, renewed: boolean): Promise<void> {
  const saved = await imports.save(previewed(doc, next, renewed));
  await keepList(doc, 'changes', next.changes);
  await keepList(doc, 'findings', next.findings);
  showImport(ctx, saved, await drawn(saved));
}

/** What people are changed by: an import, or the first look at a platform. */
type Source = Pick<Import, '_id'>;

/** Changes those who are there, then adds the new ones: an address that is given up may be taken in the same file. */
export async function write(ctx: Ctx, doc: Source, changes: readonly Change[]): Promise<void> {
  const ids = new Map<string, string>();
  for (const c of changes) ids.set(c.key, c.kind === 'new' ? ctx.id('person') : c.key);
  const set = ({ set: { manager, ...rest } }: Change) => ({
    ...rest,
    ...(manager !== undefined && { manager: manager === null ? null : (ids.get(manager) ?? manager) }),
  });
  const before = await byId(changes.filter((c) => c.kind !== 'new').map((c) => c.key));
  for (const c of changes) {
    const person = before.get(c.key);
    if (person) await alter(ctx, doc, person, changed(person, set(c)));
  }
  const { zone, locale, calendar, announce } = await settings();
  const fresh = changes
    .filter((c) => c.kind === 'new')
    .map((c) => newcomer(ids.get(c.key) ?? c.key, set(c), { zone, locale, calendar }));
  await people.insertAll(fresh);
  await linkAccounts(fresh);
  for (const p of fresh) joined(ctx, doc, { ...p, rev: 1 });
  const room = await rooms.get(announce.room);
  const newIds = fresh.map((p) => p._id);
  if (room && newIds.length > 0) await openRoom(room._id, room.name, newIds, room.lane);
}

async function byId(ids: readonly string[]): Promise<Map<string, Person>> {
  const found = ids.length > 0 ? await people.find({ _id: { $in: ids } }) : [];
  return new Map(found.map((p) => [p._id, p]));
}

/** Saves a person and says what others follow: line, unit, roles, leaving. */
async function alter(ctx: Ctx, doc: Source, was: Person, next: Person): Promise<void> {
  const saved = await people.save(next);
  const about = { about: was._id, ref: doc._id };
  if (was.manager !== saved.manager)
    ctx.record(managerChanged, {
      ...about,
      data: { ...(was.manager && { from: was.manager }), ...(saved.manager && { to: saved.manager }) },
    });
  if (was.unit !== saved.unit)
    ctx.record(unitChanged, { ...about, data: { from: was.unit, to: saved.unit } });
  if (was.roles.join() !== saved.roles.join())
    ctx.record(rolesChanged, { ...about, data: { from: was.roles, to: saved.roles } });
  const today = dayIn(saved.zone, ctx.now);
  if (was.left !== undefined && was.left < today && (saved.left ?? today) >= today) joined(ctx, doc, saved);
  if (saved.left !== undefined && saved.left !== was.left) leaves(ctx, doc, saved, saved.left);
}

function joined(ctx: Ctx, doc: Source, p: Person): void {
  ctx.record(personJoined, { about: p._id, ref: doc._id, data: { hired: p.hired } });
  if (p.left !== undefined) leaves(ctx, doc, p, p.left);
}

function leaves(ctx: Ctx, doc: Source, { _id: person, zone }: Person, day: string): void {
  const when = at(zone, addDays(day, 1), '00:00');
  const key = `people.gone:${person}:${day}:${doc._id}`;
  ctx.later(personGone, { person, day, import: doc._id }, { at: when < ctx.now ? ctx.now : when, key });
}

/** The last day is over: everybody may follow, unless the day was moved. */
export const personGone = job(
  'people.gone',
  { person: z.string(), day: z.string(), import: z.string() },
  async (ctx, args) => {
    const person = await people.get(args.person);
    if (person?.left !== args.day) return;
    ctx.record(personLeft, { about: args.person, ref: args.import, data: { day: args.day } });
  },
);

const keptDays = 7;

/** A preview that nobody decides on is discarded, with what the file said. */
export const forgetImports = daily('people.forgetImports', '03:00', async (ctx, { zone }) => {
  if (zone !== (await settings()).zone) return;
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000);
  const open = await imports.find(
    { state: { $in: ['reading', 'ready', 'asking'] }, at: { $lt: before } },
    { sort: { at: 1 } },
  );
  for (const doc of open) await end(ctx, doc);
});
