/** Wherever an aggregate about somebody can be read, and what must hold of all of them together. */
import { exact } from '../../src/core/fraction.ts';
import type { Basis } from '../../src/ratings/model.ts';
import { type Entry, type Given, GROUPS, published, type Release } from '../../src/reviews/aggregate.ts';

/** One aggregate as it stands somewhere. */
export interface Surface {
  where: string;
  dimension: string;
  of: string;
  value: string;
  givers: '3-4' | '5+';
  distribution?: readonly number[] | undefined;
}

export const inRelease = (where: string, { dimensions }: Release): Surface[] =>
  dimensions.flatMap(({ name, groups }) =>
    groups.map(({ of, value, givers, distribution }) => ({
      where,
      dimension: name,
      of,
      value,
      givers,
      distribution,
    })),
  );

/** A score holds a group as made-up answers that publish to the same. */
export const inBasis = (where: string, { participant }: Basis): Surface[] =>
  Object.entries(participant.answers).flatMap(([dimension, said]) =>
    GROUPS.flatMap((of): Surface[] => {
      const levels = said[of] ?? [];
      const givers = levels.length < 5 ? '3-4' : '5+';
      return levels.length > 0 ? [{ where, dimension, of, value: exact(published(levels)), givers }] : [];
    }),
  );

const apart = (a: readonly string[], b: readonly string[]): number =>
  a.filter((x) => !b.includes(x)).length + b.filter((x) => !a.includes(x)).length;

/** Published together with the answers as they were then. */
export interface Entered extends Entry {
  answersThen: ReadonlyMap<string, Given>;
}

function meanOf({ dimension, answers, answersThen }: Entered): string {
  return exact(published(answers.map((id) => Number(answersThen.get(id)?.levels[dimension]))));
}

function spreadIn({ dimension, answers, answersThen }: Entered): number[] {
  const levels = answers.map((id) => Number(answersThen.get(id)?.levels[dimension]));
  return [1, 2, 3, 4, 5].map((l) => Math.round((100 * levels.filter((x) => x === l).length) / levels.length));
}

/** Who may stand behind a distribution: whatever of the ledger would look the same. */
const behind = (ledger: readonly Entered[], s: Surface): Entered[] =>
  ledger.filter(
    (e) => e.dimension === s.dimension && e.of === s.of && String(spreadIn(e)) === String(s.distribution),
  );

/** Distributions count people by level: none of fewer than five, nor may two be subtracted to one of fewer. */
function spreads(ledger: readonly Entered[], surfaces: readonly Surface[]): string[] {
  const spread = surfaces.filter((s) => s.distribution);
  const known = spread.map((s) => behind(ledger, s));
  const alone = spread.flatMap((s, i) =>
    known[i]?.some((e) => e.answers.length >= 5) ? [] : [`distribution of few: ${s.dimension} ${s.of}`],
  );
  const fine = (one: Entered, other: Entered): boolean => {
    const people = apart(one.answers, other.answers);
    return one.dimension !== other.dimension || people === 0 || people >= 5;
  };
  const near = spread.flatMap((s, i) =>
    spread.slice(0, i).flatMap((t, j) => {
      const some = known[i]?.some((one) => known[j]?.some((other) => fine(one, other)));
      return some ? [] : [`distributions subtract: ${s.where} ${s.dimension} ${s.of}, ${t.where} ${t.of}`];
    }),
  );
  return [...alone, ...near];
}

/**
 * Nothing is read anywhere that the ledger does not have with these givers; and no two of the ledger differ by one to
 * k − 1 people, nor one from everybody that is in others together.
 */
export function wrongs(ledger: readonly Entered[], surfaces: readonly Surface[], k: number): string[] {
  const few = ledger.filter(({ answers }) => answers.length < k).map((e) => `few: ${e.dimension} ${e.of}`);
  const near = ledger.flatMap((one, i) =>
    ledger.slice(0, i).flatMap((other) => {
      const people = one.dimension === other.dimension ? apart(one.answers, other.answers) : 0;
      return people > 0 && people < k ? [`${people} apart: ${one.dimension} ${one.of} ${other.of}`] : [];
    }),
  );
  const unknown = surfaces.filter(
    (s) =>
      !ledger.some(
        (e) =>
          e.dimension === s.dimension &&
          e.of === s.of &&
          meanOf(e) === s.value &&
          (e.answers.length < 5 ? '3-4' : '5+') === s.givers,
      ),
  );
  return [
    ...few,
    ...near,
    ...spreads(ledger, surfaces),
    ...unknown.map((s) => `not in the ledger: ${JSON.stringify(s)}`),
  ];
}
