/** Holds what a press changed and showed against the table, and keeps what was possible for whom. */
import { appealsOf } from '../../src/appeals/model.ts';
import { cycles, type Phase } from '../../src/cycles/model.ts';
import { batches, entries } from '../../src/outcomes/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import { receipts } from '../../src/results/model.ts';
import { selfReviews } from '../../src/reviews/model.ts';
import { table } from '../access.table.ts';
import type { Changed, Pressable, Trial } from '../kit/trials.ts';
import type { World } from '../kit/world.ts';
import { best, type Cell, type Moment, type Role, type Row, reads } from './cells.ts';
import { aboutSubject, markOf, subject } from './life.ts';
import { isAbout, nameOf } from './pressed.ts';
import { organisation } from './rows-around.ts';

export const persons: Readonly<Record<string, Role>> = {
  ann: 'self',
  bo: 'manager',
  chen: 'skip-level',
  lin: 'HRBP',
  hanna: 'HR admin',
  dev: 'colleague',
  carla: 'executive',
};

const rows = [...table, ...organisation];
const rowOf = new Map(rows.flatMap((row) => row.collections.map((name) => [name, row] as const)));
const rowsOfKind = (kind: string): Row[] => rows.filter((row) => row.kinds.includes(kind));
/** They follow from another document that was changed: whoever may change that one changes them. */
const following = ['participants', 'overdue', 'reminded', 'assignments', 'drafts', 'progress', 'talks'];

export interface State extends Moment {
  panel: readonly string[];
  ids: ReadonlyMap<string, string>;
}

export async function stateOf(w: World, phase: Phase): Promise<State> {
  const ids = await aboutSubject(w);
  return w.inside(async () => {
    const [cycle] = await cycles.find({});
    const id = `${cycle?._id}:${subject}`;
    const [row] = await entries.find({ person: subject });
    const batch = row && (await batches.get(row.batch));
    const lies = batch && batch.state !== 'draft' && batch.state !== 'making';
    const appeals = await appealsOf(subject);
    return {
      phase,
      sent: (await selfReviews.get(id))?.sentAt !== undefined,
      rated: ((await ratings.get(id))?.version ?? 0) > 0,
      released: (await receipts.get(id)) !== undefined,
      outcome: row?.state === 'approved' ? 'approved' : lies ? 'submitted' : 'none',
      appeal: appeals.length > 0,
      panel: appeals.flatMap((a) => [...(a.owner ? [a.owner] : []), ...a.panel, ...(a.escalated?.to ?? [])]),
      ids,
    };
  });
}

export interface Judge {
  rolesOf(person: string): Role[];
  /** What a press changed of Ann's against the table. */
  changed(person: string, trial: Trial): string[];
  /** What stands in a text about Ann that is not for this person. */
  read(person: string, text: string): string[];
  /** What was opened, where the content is figures that a text does not give away. */
  opened(person: string, p: Pressable, trial: Trial, w: World): string[];
}

/** `proven` collects what somebody could do: `goals, contract/manager/W`. */
export function judge(state: State, proven: Set<string>): Judge {
  const rolesOf = (person: string): Role[] => {
    const held: Role[] = [persons[person] ?? 'colleague'];
    if (state.panel.includes(person) && person !== subject) held.push('appeal panel');
    return held;
  };
  const cellOf = (row: Row, person: string): Cell =>
    best(rolesOf(person).map((role) => row.cells[role].read(state)));
  const holds = (row: Row, person: string, how: 'R' | 'W'): void => {
    for (const role of rolesOf(person)) {
      const cell = row.cells[role].read(state);
      if (cell === 'W' || cell === how) proven.add(`${row.data}/${role}/${how}`);
    }
  };
  const isSubjects = ({ of, row }: Changed): boolean =>
    state.ids.get(String(row._id)) === of ||
    (row.person === undefined ? String(row._id).split(':').includes(subject) : row.person === subject);

  const mayChange = (person: string, { of, row: doc }: Changed): boolean => {
    const row = rowOf.get(of);
    const cell = row ? cellOf(row, person) : 'none';
    // The trace of a reading.
    if (of === 'resultRecords') return reads(cell);
    // HR looks through the comments before anybody reads them (domain.md §7).
    if (of === 'releases' && rolesOf(person).includes('HR admin')) return true;
    if (row && cell === 'W') holds(row, person, 'W');
    return cell === 'W' || (cell === 'own' && isOwn(person, of, doc));
  };

  /** Of several rows in one word only the texts tell which it was. */
  const opens = (person: string, [row, ...more]: Row[]): string[] => {
    if (!row || more.length > 0) return [];
    const cell = cellOf(row, person);
    const inFigures = row.marks.length === 0;
    if (reads(cell) && (inFigures || row.data === 'result')) holds(row, person, 'R');
    return cell === 'none' && inFigures ? [`opens ${row.data}`] : [];
  };

  return {
    rolesOf,
    changed(person, trial) {
      const mine = trial.changed.filter(isSubjects);
      const main = mine.filter((c) => !following.includes(c.of));
      const wrong = mine.filter((c) => !mayChange(person, c));
      const held = main.some((c) => !wrong.includes(c)) || person === 'hanna' || person === subject;
      return wrong.filter((c) => !held || main.includes(c)).map((c) => `changes ${c.of}`);
    },
    read(person, text) {
      const there = table.filter((row) => row.marks.some((mark) => text.includes(markOf(mark))));
      return there.flatMap((row) => {
        const cell = cellOf(row, person);
        if (reads(cell)) holds(row, person, 'R');
        // What was published of the answers is the aggregate; what one wrote oneself is one's own.
        const quoted = row.marks.includes('Answers') ? cell !== 'none' : cell === 'own' && writes(person);
        return reads(cell) || quoted ? [] : [`reads ${row.data}`];
      });
    },
    opened(person, p, { reply, sent, refused }, w) {
      const shown = reply.card !== undefined || sent.some(({ to }) => to === person);
      if (refused || !shown || !(isAbout(p, state.ids) || person === subject)) return [];
      const touches = w.parts.registry.handlers.get(nameOf(p))?.touches ?? [];
      return touches.map((t) => rowsOfKind(t.slice(0, -2))).flatMap((found) => opens(person, found));
    },
  };
}

/** Who is asked for a review, or gave feedback. */
const writes = (person: string): boolean =>
  ['colleague', 'executive'].includes(persons[person] ?? 'colleague');

/** What belongs to the person itself while the rest of it is closed to them: settings, a wish, an answer to the rater. */
const ofSubject = ['people', 'outcomePreferences', 'ratings'];

/** What one wrote, or was asked for; of an appeal one's statement, or whom HR named. */
const isOwn = (person: string, of: string, doc: Record<string, unknown>): boolean =>
  [doc.from, doc.by, doc.giver, doc.owner, doc.to].includes(person) ||
  of === 'appeals' ||
  (person === subject && ofSubject.includes(of));
