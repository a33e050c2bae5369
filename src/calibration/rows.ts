/**
 * The rows of a session: read as projections in four queries, no rating is opened. Five hundred of them still take a
 * tenth of a second, so each session keeps its roster, made anew when a rating goes or comes; grades are always read.
 */
import {
  type Grade,
  type Participant,
  type ParticipantState,
  participantId,
  participants,
} from '../cycles/model.ts';
import { peopleById } from '../people/model.ts';
import { ratings } from '../ratings/model.ts';
import { countGrades } from './guideline.ts';
import { type Override, overrides, type RosterRow, rosters, type Session } from './model.ts';

export interface Row extends RosterRow {
  /** The one that holds now. */
  grade: Grade | null;
}

const gone: readonly ParticipantState[] = ['withdrawn', 'not_eligible'];
const has = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

interface Rated {
  person: string;
  unit: string;
  state: string;
  rater: string | undefined;
  version: number;
  score: string | null;
  grade: Grade | null;
}

const projected = ['person', 'unit', 'state', 'rater', 'version', 'final', 'grade'] as const;

/** A group a person: the store counts, so that nothing sealed is opened. */
async function ratedIn(filter: Record<string, unknown>): Promise<Rated[]> {
  const found = await ratings.tally(filter, projected);
  return found.map(({ _id }) => ({
    person: _id.person,
    unit: _id.unit,
    state: _id.state,
    rater: has(_id.rater),
    version: Number(_id.version),
    score: has(_id.final) ?? null,
    grade: (has(_id.grade) as Grade | undefined) ?? null,
  }));
}

type Held = Pick<Override, 'person' | 'to' | 'at' | 'rating'>;

/**
 * By person, the one that holds for a version: nothing that was taken back, nor what was said about an earlier rating. Who
 * counts grades that calibration gave asks here.
 */
export async function heldIn(cycle: string, persons: readonly string[]) {
  const found = (await overrides.tally({ cycle, person: { $in: [...persons] }, undone: { $exists: false } }, [
    '_id',
    'person',
    'to',
    'at',
    'rating',
  ])) as unknown as { _id: Held & { _id: string } }[];
  const sorted = found
    .map(({ _id }) => _id)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a._id < b._id ? -1 : 1));
  const last = new Map(sorted.map((o) => [`${o.person} ${o.rating ?? ''}`, o.to]));
  return (person: string, version: number): Grade | undefined =>
    last.get(`${person} ${version}`) ?? last.get(`${person} `);
}

/** Grades that hold, of whoever has an approved rating in these units. */
export async function gradesIn(cycle: string, units: readonly string[]): Promise<Map<string, Grade>> {
  const found = await ratedIn({ cycle, state: 'approved', unit: { $in: [...units] } });
  const held = await heldIn(
    cycle,
    found.map((r) => r.person),
  );
  return new Map(
    found.flatMap((r): [string, Grade][] => {
      const grade = held(r.person, r.version) ?? r.grade;
      return grade === null ? [] : [[r.person, grade]];
    }),
  );
}

type Place = Pick<Session, 'cycle' | 'units'>;

/** Of everybody who takes part in these units, or of some of them; whoever may see them. */
export async function rosterNow({ cycle, units }: Place, persons?: readonly string[]): Promise<RosterRow[]> {
  const only = persons && { person: { $in: [...persons] } };
  const rated = await ratedIn({ cycle, unit: { $in: [...units] }, ...only });
  const ids = rated.map((r) => r.person);
  const places = await participants.find({ _id: { $in: ids.map((id) => participantId(cycle, id)) } });
  const placeOf = new Map(places.map((p) => [p.person, p]));
  const named = await peopleById([...ids, ...places.flatMap((p) => p.manager ?? [])]);
  const name = (id: string) => named.get(id)?.name ?? id;
  return rated.flatMap((r) => {
    const place = placeOf.get(r.person);
    return place && !gone.includes(place.state) ? [rosterRow(r, place, name)] : [];
  });
}

const rosterRow = (
  { person, unit, rater, version, state, score, grade }: Rated,
  { manager, leads, state: place }: Participant,
  name: (id: string) => string,
): RosterRow => ({
  person,
  name: name(person),
  unit,
  ...(manager !== undefined && { manager }),
  managerName: manager === undefined ? '–' : name(manager),
  leads,
  ...(rater !== undefined && { rater }),
  state: place,
  approved: state === 'approved',
  unrated: state === 'unrated',
  version,
  score,
  computed: grade,
});

async function withGrades(cycle: string, roster: readonly RosterRow[]): Promise<Row[]> {
  const held = await heldIn(
    cycle,
    roster.map((r) => r.person),
  );
  return roster.map((r) => ({ ...r, grade: held(r.person, r.version) ?? r.computed }));
}

/** As the store says now: what is decided about is read anew. */
export const rowsNow = async (place: Place, persons?: readonly string[]): Promise<Row[]> =>
  withGrades(place.cycle, await rosterNow(place, persons));

/** As the roster says, with the grades of now. */
export async function rowsOf(session: Session): Promise<Row[]> {
  const roster = await rosters.get(session._id);
  return withGrades(session.cycle, roster?.rows ?? (await rosterNow(session)));
}

/** `known`: when they were read in the same transaction. */
export async function keepRoster(session: Session, known?: RosterRow[]): Promise<void> {
  const rows = known ?? (await rosterNow(session));
  const before = await rosters.get(session._id);
  if (before) await rosters.save({ ...before, rows });
  else await rosters.insert({ _id: session._id, rows });
}

export const countsOf = (rows: readonly Row[]) =>
  countGrades(rows.filter((r) => r.approved).map((r) => r.grade));
