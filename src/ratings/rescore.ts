/** The same sum from another basis: what an appeal or a re-rating comes to. Pure. */
import { type Explanation, explain } from './explain.ts';
import type { Basis } from './model.ts';
import { type Grade, score } from './score.ts';

export interface Scored {
  basis: Basis;
  computed: Explanation;
  /** '3.42', rounded once; null when it is not computable. */
  final: string | null;
  grade: Grade | null;
}

export function scored(basis: Basis): Scored {
  const result = score(basis.scheme, basis.participant);
  return { basis, computed: explain(result), final: result.shown, grade: result.grade };
}

/** Other levels of the manager's, by dimension; the ones that are not named stay. */
export function withLevels(basis: Basis, levels: Readonly<Record<string, number>>): Basis {
  const { answers } = basis.participant;
  const changed = Object.entries(levels).map(([name, level]) => [
    name,
    { ...(Object.hasOwn(answers, name) && answers[name]), manager: [level] },
  ]);
  return {
    ...basis,
    participant: { ...basis.participant, answers: { ...answers, ...Object.fromEntries(changed) } },
  };
}
