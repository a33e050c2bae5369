/**
 * What somebody sees who reads ratings one by one. Nobody sees their own row, nor the row of anybody above them in the
 * line. So that it cannot be worked out either, a figure that counts more rows than somebody may read is shown to them only
 * when a hidden row is not among those, and when what is left after subtracting the readable ones is nobody or at least
 * three people. Held by HR's pages and by calibration alike. Pure.
 */
import type { BiasHint } from './bias.ts';

/** Fewest people that a figure may leave unread. */
export const K = 3;

export interface Reader {
  id: string;
  /** Everybody above them, by the lines of now and as they were frozen at the launch. */
  above: ReadonlySet<string>;
}

export const isHidden = ({ id, above }: Reader, person: string): boolean =>
  person === id || above.has(person);

export const visibleTo = <T extends { person: string }>(reader: Reader, rows: readonly T[]): T[] =>
  rows.filter((row) => !isHidden(reader, row.person));

/** May somebody who reads `visible` one by one see a figure over all of `counted`? */
export function mayShow(reader: Reader, counted: readonly string[], visible: ReadonlySet<string>): boolean {
  if (counted.some((person) => isHidden(reader, person))) return false;
  const unread = counted.filter((person) => !visible.has(person)).length;
  return unread === 0 || unread >= K;
}

/** What strikes about one rater, and whose ratings it rests on. */
export interface Struck {
  rater: string;
  /** All whom the rater rated: who reads some of them one by one could subtract. */
  team: readonly string[];
  /** The same for the unit: everybody with a rating. */
  of: readonly string[];
  hints: readonly BiasHint[];
}

/** Hints of one rater as far as this reader may see them; a hint about a rater above them is none of theirs. */
export function hintsFor(
  reader: Reader,
  { rater, team, of, hints }: Struck,
  visible: ReadonlySet<string>,
): BiasHint[] {
  if (isHidden(reader, rater)) return [];
  return hints.filter((hint) => mayShow(reader, hint.kind === 'mismatch' ? of : team, visible));
}
