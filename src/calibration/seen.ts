/**
 * What a member sees of a session, by the rules of ratings/seen.ts. The room's card is one for all: its chart is there
 * only when no row is hidden from any member (three hidden rows with the same grade would tell each of them), and nothing
 * on it says how many grades were changed. Pure.
 */
import type { Grade } from '../cycles/model.ts';
import { isHidden, type Reader } from '../ratings/seen.ts';
import { countGrades } from './guideline.ts';
import type { Row } from './rows.ts';

/** The chart of the room: everybody's, or nobody's. */
export const roomCounts = (readers: readonly Reader[], rows: readonly Pick<Row, 'person' | 'grade'>[]) =>
  rows.some((row) => readers.some((reader) => isHidden(reader, row.person)))
    ? undefined
    : countGrades(rows.map((row) => row.grade));

/** People outside of a session as they count for this reader: never somebody whose row is not theirs to see. */
export const countOutside = (reader: Reader, grades: Iterable<readonly [string, Grade]>) =>
  countGrades([...grades].filter(([person]) => !isHidden(reader, person)).map(([, grade]) => grade));
