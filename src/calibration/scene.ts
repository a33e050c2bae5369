/** What stands around a session as the store says now, and what one member sees of it. */
import type { Actor } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Cycle, cycles, schemeOf } from '../cycles/model.ts';
import { namesOf, people, peopleById } from '../people/model.ts';
import { linesAbove, readersOf } from '../ratings/above.ts';
import type { BiasHint } from '../ratings/bias.ts';
import { hintsFor, K, type Reader, visibleTo } from '../ratings/seen.ts';
import { addCounts, type Counts, type Measure, measured, sizeOf } from './guideline.ts';
import { say } from './messages.ts';
import {
  type Desk,
  deskId,
  desks,
  findings,
  type Override,
  overridesOf,
  pools,
  type Session,
  type Sort,
  sessions,
} from './model.ts';
import type { Stand } from './policy.ts';
import { countsOf, type Row, rowsNow, rowsOf } from './rows.ts';
import { type Case, maySign, type Parts } from './rules.ts';
import { roomCounts } from './seen.ts';

export interface Around {
  session: Session;
  cycle: Cycle;
  rows: Row[];
  parts: Parts;
  names(id: string): string;
}

/** Members who are HR now, and the heads. */
export async function partsOf({ members, heads }: Pick<Session, 'members' | 'heads'>): Promise<Parts> {
  const all = await peopleById(members);
  const hr = members.filter((id) => all.get(id)?.roles.some((r) => r === 'hr' || r === 'hrHead'));
  return { hr, heads };
}

export async function aroundOf(session: Session): Promise<Around> {
  return {
    session,
    cycle: await cycles.must(session.cycle),
    rows: await rowsOf(session),
    parts: await partsOf(session),
    names: await namesOf([...session.members, ...session.reopened.map((r) => r.by)]),
  };
}

export const bySession = async (_: Ctx, { session }: { session: string }): Promise<{ session: Session }> => ({
  session: await sessions.must(session),
});

export const freshDesk = (session: string, person: string): Omit<Desk, 'rev'> => ({
  _id: deskId(session, person),
  session,
  person,
  sort: 'score',
  page: 0,
});

export const pageSize = 20;

const order = 'SABCD';
const text = (a: string, b: string): number => Number(a > b) - Number(a < b);
const byName = (a: Row, b: Row): number => text(a.name, b.name) || text(a.person, b.person);
const byScore = (a: Row, b: Row): number => Number(b.score ?? -1) - Number(a.score ?? -1);
const rank = ({ grade }: Row): number => (grade === null ? order.length : order.indexOf(grade));

const comparing: Record<Sort, (a: Row, b: Row) => number> = {
  score: (a, b) => byScore(a, b) || byName(a, b),
  grade: (a, b) => rank(a) - rank(b) || byScore(a, b) || byName(a, b),
  name: byName,
  manager: (a, b) => text(a.managerName, b.managerName) || byScore(a, b) || byName(a, b),
};

export const sorted = (rows: readonly Row[], by: Sort): Row[] => [...rows].sort(comparing[by]);

export type Against =
  | { kind: 'own'; measures: [Measure, Measure] }
  | { kind: 'pooled'; units: string[]; people: number; measures: [Measure, Measure] }
  /** Too small to be measured, and nobody near enough to be counted in. */
  | { kind: 'small' };

/** One member's list. */
export interface List {
  session: Session;
  cycle: Cycle;
  reader: string;
  sort: Sort;
  page: number;
  pages: number;
  /** Of this page. */
  rows: Row[];
  /** Approved ones that the reader sees. */
  people: number;
  /** Rows that are not theirs to see. */
  hidden: boolean;
  counts: Counts;
  against: Against;
  team: number;
  /** By rater, those with hints only. */
  hints: { name: string; hints: BiasHint[] }[];
  /** Names without a rating. */
  unrated: string[];
  /** Not there yet: with managers, or to be approved. */
  behind: number;
  signed: { name: string; at: Date }[];
  mine: { closes: boolean; signed: boolean; looked: boolean; officer: boolean };
  closedAt?: Date | undefined;
  names(id: string): string;
}

export async function listFor(around: Around, reader: Reader): Promise<List> {
  const { session, cycle, rows, parts, names } = around;
  const desk = (await desks.get(deskId(session._id, reader.id))) ?? freshDesk(session._id, reader.id);
  const seen = visibleTo(reader, rows);
  const approved = sorted(
    seen.filter((r) => r.approved),
    desk.sort,
  );
  const pages = Math.max(1, Math.ceil(approved.length / pageSize));
  const page = Math.min(desk.page, pages - 1);
  const counts = countsOf(approved);
  const guideline = schemeOf(cycle, { leads: false }).rewards.guideline;
  return {
    session,
    cycle,
    reader: reader.id,
    sort: desk.sort,
    page,
    pages,
    rows: approved.slice(page * pageSize, (page + 1) * pageSize),
    people: approved.length,
    hidden: seen.length < rows.length,
    counts,
    against: await againstOf(around, reader, counts),
    team: guideline.team,
    hints: await hintsOn(session, reader, seen),
    unrated: seen
      .filter((r) => r.unrated)
      .map((r) => r.name)
      .sort(text),
    behind: seen.filter((r) => !r.approved && !r.unrated).length,
    signed: session.signs.map((s) => ({ name: names(s.by), at: s.at })),
    mine: {
      closes: maySign(reader.id, parts),
      signed: session.signs.some((s) => s.by === reader.id),
      looked: desk.lookedAt !== undefined,
      officer: parts.hr.includes(reader.id),
    },
    ...(session.closedAt && { closedAt: session.closedAt }),
    names,
  };
}

async function againstOf({ session, cycle, rows }: Around, reader: Reader, counts: Counts): Promise<Against> {
  const guideline = schemeOf(cycle, { leads: false }).rewards.guideline;
  if (rows.length >= guideline.team) return { kind: 'own', measures: measured(counts, guideline) };
  const pool = await pools.get(session._id);
  const outside = pool?.outside[reader.id];
  if (!pool || !outside || sizeOf(outside) < K) return { kind: 'small' };
  const all = addCounts(counts, outside);
  return { kind: 'pooled', units: pool.units, people: sizeOf(all), measures: measured(all, guideline) };
}

async function hintsOn(session: Session, reader: Reader, seen: readonly Row[]): Promise<List['hints']> {
  const visible = new Set(seen.filter((r) => r.approved).map((r) => r.person));
  const found = await findings.find({ session: session._id }, { sort: { session: 1, rater: 1 } });
  const shown = found
    .map((f) => ({ rater: f.rater, hints: hintsFor(reader, f, visible) }))
    .filter((f) => f.hints.length > 0);
  const names = await namesOf(shown.map((f) => f.rater));
  return shown.map((f) => ({ name: names(f.rater), hints: f.hints }));
}

/** What everybody in the room sees alike. */
export interface Room {
  session: Session;
  cycle: Cycle;
  people: number;
  /** Only when no row is hidden from any member. */
  counts?: Counts | undefined;
  measures?: [Measure, Measure] | undefined;
  looked: number;
  signed: string[];
  names(id: string): string;
}

export async function roomOf(around: Around): Promise<Room> {
  const { session, cycle, rows, names } = around;
  const readers = await readersOf(session.cycle, session.members);
  const approved = rows.filter((r) => r.approved);
  const counts = roomCounts(readers, rows) && countsOf(approved);
  const guideline = schemeOf(cycle, { leads: false }).rewards.guideline;
  const whole = counts !== undefined && approved.length >= guideline.team;
  const looked = await desks.count({ session: session._id, lookedAt: { $exists: true } });
  return {
    session,
    cycle,
    people: rows.length,
    ...(counts && { counts }),
    ...(whole && { measures: measured(counts, guideline) }),
    looked,
    signed: session.signs.map((s) => names(s.by)),
    names,
  };
}

/** One row with what its reader may do with it. */
export interface RowScene extends Case, Stand {
  cycle: Cycle;
  names(id: string): string;
}

export async function rowSceneOf(session: Session, person: string, who: Actor): Promise<RowScene> {
  const [row] = await rowsNow(session, [person]);
  if (!row) throw new Refusal((l) => say(l).rowGone);
  const [reader] = await readersOf(session.cycle, [who.id]);
  const line = (await linesAbove(session.cycle, [person])).get(person) ?? new Set<string>();
  const decided: Override[] = await overridesOf(session.cycle, person);
  return {
    session,
    cycle: await cycles.must(session.cycle),
    row,
    overrides: decided,
    reader: reader ?? { id: who.id, above: new Set() },
    partnerOf: (await people.get(who.id))?.partnerOf ?? [],
    line,
    names: await namesOf([
      person,
      ...session.members,
      ...decided.map((o) => o.by),
      row.manager ?? '',
      row.rater ?? '',
    ]),
  };
}

export const theirRow = async (
  ctx: Ctx,
  { session, person }: { session: string; person: string },
): Promise<RowScene> => rowSceneOf(await sessions.must(session), person, ctx.actor);
