/**
 * What a member sees of a session. Nobody sees their own row, nor the row of anybody above them in the line. So that it
 * cannot be worked out either, a figure that counts more rows than somebody may read is shown to them only when a hidden
 * row is not among those, and when what is left after subtracting the readable ones is nobody or at least three people.
 * The room's card is one for all: its chart is there only when no row is hidden from any member (three hidden rows with
 * the same grade would tell each of them), and nothing on it says how many grades were changed. Pure.
 */
import type { Grade } from '../cycles/model.ts';
import { countGrades } from './guideline.ts';
import type { Finding } from './model.ts';
import type { Row } from './rows.ts';

/** Fewest people that a figure may leave unread. */
export const K = 3;

export interface Reader {
  id: string;
  /** Everybody above them, by the lines of now and as they were frozen at the launch. */
  above: ReadonlySet<string>;
}

export const isHidden = ({ id, above }: Reader, person: string): boolean =>
  person === id || above.has(person);

export const visibleTo = <T extends Pick<Row, 'person'>>(reader: Reader, rows: readonly T[]): T[] =>
  rows.filter((row) => !isHidden(reader, row.person));

/** May somebody who reads `visible` one by one see a figure over all of `counted`? */
export function mayShow(reader: Reader, counted: readonly string[], visible: ReadonlySet<string>): boolean {
  if (counted.some((person) => isHidden(reader, person))) return false;
  const unread = counted.filter((person) => !visible.has(person)).length;
  return unread === 0 || unread >= K;
}

/** The chart of the room: everybody's, or nobody's. */
export const roomCounts = (readers: readonly Reader[], rows: readonly Pick<Row, 'person' | 'grade'>[]) =>
  rows.some((row) => readers.some((reader) => isHidden(reader, row.person)))
    ? undefined
    : countGrades(rows.map((row) => row.grade));

/** Hints of one rater as far as this reader may see them; a hint about a rater above them is none of theirs. */
export function hintsFor(
  reader: Reader,
  { rater, team, of, hints }: Pick<Finding, 'rater' | 'team' | 'of' | 'hints'>,
  visible: ReadonlySet<string>,
): Finding['hints'] {
  if (isHidden(reader, rater)) return [];
  return hints.filter((hint) => mayShow(reader, hint.kind === 'mismatch' ? of : team, visible));
}

/** People outside of a session as they count for this reader: never somebody whose row is not theirs to see. */
export const countOutside = (reader: Reader, grades: Iterable<readonly [string, Grade]>) =>
  countGrades([...grades].filter(([person]) => !isHidden(reader, person)).map(([, grade]) => grade));
