/** The grades of a cycle as counts: the released ones from the receipts, the others as they were approved and calibrated. */
import { overrides } from '../calibration/model.ts';
import { heldIn } from '../calibration/rows.ts';
import type { Actor } from '../core/actor.ts';
import { type Cycle, type Grade, participantId, participants } from '../cycles/model.ts';
import { people } from '../people/model.ts';
import { ratings } from '../ratings/model.ts';
import { receipts } from '../results/model.ts';
import type { Cell } from './distribution.ts';
import { type Filter, filterOf, type Scope } from './scope.ts';

export interface Grades {
  cells: Cell[];
  /** Ratings that nobody has approved yet. */
  open: number;
}

/** Oneself and one's own manager: what they got is in no number that one reads. */
export async function hiddenFrom(who: Actor, cycle: Cycle): Promise<string[]> {
  const place = await participants.get(participantId(cycle._id, who.id));
  const manager = (await people.get(who.id))?.manager;
  return [...new Set([who.id, ...(place?.manager ? [place.manager] : []), ...(manager ? [manager] : [])])];
}

export async function gradesIn(cycle: Cycle, scope: Scope, hidden: readonly string[]): Promise<Grades> {
  const where = { ...filterOf(cycle, scope, 'rater'), person: { $nin: [...hidden] } };
  const given = await receipts.tally(where, ['unit', 'rater', 'grade']);
  const before = { ...where, published: { $exists: false } };
  const approved = await ratings.tally({ ...before, state: { $in: ['approved', 'unrated'] } }, [
    'unit',
    'rater',
    'grade',
    'state',
  ]);
  const open = await ratings.count({ ...where, state: { $in: ['proposed', 'submitted', 'returned'] } });
  // What was submitted once and then never decided is no grade.
  const decided = approved.map((row) =>
    row._id.state === 'unrated' ? { ...cell(row), grade: null } : cell(row),
  );
  const changed = await calibrated(cycle, before, where);
  return { cells: [...given.map(cell), ...decided, ...changed], open };
}

type Tallied = { _id: Record<'unit' | 'rater' | 'grade', string | null | undefined>; n: number };

const cell = ({ _id, n }: Tallied): Cell => ({
  unit: _id.unit ?? '',
  rater: _id.rater ?? '',
  grade: (_id.grade ?? null) as Grade | null,
  n,
});

/** One person less with the computed grade, one more with the calibrated one; only whom calibration changed is read. */
async function calibrated(cycle: Cycle, before: Filter, { person }: { person: Filter }): Promise<Cell[]> {
  const made = await overrides.tally({ cycle: cycle._id, person }, ['person']);
  if (made.length === 0) return [];
  const persons = made.map(({ _id }) => _id.person);
  const held = await heldIn(cycle._id, persons);
  const ids = persons.map((id) => participantId(cycle._id, id));
  const rows = await ratings.tally({ ...before, _id: { $in: ids }, state: 'approved' }, [
    'person',
    'unit',
    'rater',
    'grade',
    'version',
  ]);
  return rows.flatMap((row) => {
    const grade = held(row._id.person, Number(row._id.version));
    return grade === undefined
      ? []
      : [
          { ...cell(row), n: -row.n },
          { ...cell(row), grade, n: row.n },
        ];
  });
}
