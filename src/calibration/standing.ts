/** How far calibration is: by unit, for HR's board, for the release and for statistics. */
import { type Cycle, type ParticipantState, participants } from '../cycles/model.ts';
import { ratings } from '../ratings/model.ts';
import { openSessions, type RosterRow, type Session, sessionsOf } from './model.ts';

export interface UnitStanding {
  unit: string;
  people: number;
  /** Still with the manager, or with whoever approves. */
  open: number;
  submitted: number;
  /** Rated and approved, to be calibrated. */
  ready: number;
  /** Nobody rated in time: listed, and nothing to calibrate. */
  unrated: number;
  calibrated: number;
  /** The one that is not closed. */
  session?: Session | undefined;
  /** There was one before. */
  before: boolean;
}

const over: readonly ParticipantState[] = ['calibrated', 'released', 'acknowledged', 'appealing', 'final'];
const shown = ['proposed', 'returned', 'submitted', 'approved', 'unrated'];

const fresh = (unit: string): UnitStanding => ({
  unit,
  people: 0,
  open: 0,
  submitted: 0,
  ready: 0,
  unrated: 0,
  calibrated: 0,
  before: false,
});

type At = (unit: string) => UnitStanding;

/** Every unit of a cycle that has ratings, in the order of their names. Counts only. */
export async function calibratedOf(cycle: string): Promise<UnitStanding[]> {
  const units = new Map<string, UnitStanding>();
  const at: At = (unit) => {
    const known = units.get(unit) ?? fresh(unit);
    units.set(unit, known);
    return known;
  };
  await countRatings(cycle, at);
  await countPlaces(cycle, at);
  for (const s of await sessionsOf(cycle))
    for (const unit of s.units)
      if (s.live) at(unit).session = s;
      else at(unit).before = true;
  return [...units.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

async function countRatings(cycle: string, at: At): Promise<void> {
  for (const { _id, n } of await ratings.tally({ cycle, state: { $in: shown } }, ['unit', 'state'])) {
    at(_id.unit).people += n;
    if (_id.state === 'submitted') at(_id.unit).submitted += n;
    else if (_id.state !== 'approved' && _id.state !== 'unrated') at(_id.unit).open += n;
  }
}

async function countPlaces(cycle: string, at: At): Promise<void> {
  for (const { _id, n } of await participants.tally({ cycle, state: 'rated' }, ['unit']))
    at(_id.unit).ready = n;
  for (const unit of await unratedWaiting(cycle)) {
    at(unit).ready -= 1;
    at(unit).unrated += 1;
  }
  for (const { _id, n } of await participants.tally({ cycle, state: { $in: [...over] } }, ['unit']))
    at(_id.unit).calibrated = n;
}

/** Units of those whom nobody rated and who are not calibrated, one entry a person. */
async function unratedWaiting(cycle: string): Promise<string[]> {
  const found = await ratings.tally({ cycle, state: 'unrated' }, ['_id']);
  const ids = found.map(({ _id }) => _id._id);
  if (ids.length === 0) return [];
  return (await participants.find({ _id: { $in: ids }, state: 'rated' })).map((p) => p.unit);
}

/** The same for one unit, from its rows. */
export function standingOf(
  unit: string,
  rows: readonly RosterRow[],
  session: Session | undefined,
): UnitStanding {
  const own = rows.filter((r) => r.unit === unit);
  const rated = own.filter((r) => r.state === 'rated');
  return {
    ...fresh(unit),
    people: own.length,
    ready: rated.filter((r) => !r.unrated).length,
    unrated: rated.filter((r) => r.unrated).length,
    open: own.filter((r) => !r.approved && !r.unrated).length,
    calibrated: own.filter((r) => over.includes(r.state)).length,
    ...(session && { session }),
  };
}

/** Nothing waits for calibration, and no session is open. */
export const isCalibrated = ({ ready, session }: Pick<UnitStanding, 'ready' | 'session'>): boolean =>
  ready === 0 && session === undefined;

/** From when the phase has opened, while the cycle runs. */
export const takesCalibration = (cycle: Pick<Cycle, 'state' | 'opened'>): boolean =>
  cycle.state === 'running' && cycle.opened.includes('calibration');

export { openSessions };
