/** News of results. `about` is the person, `ref` the cycle; never a grade, a score or a word. */
import { type Fact, fact } from '../core/facts.ts';

/** The first version is with the person. */
export const resultReleased: Fact<{ version: number }> = fact('results.released');
/** A later version, after an appeal. */
export const resultRevised: Fact<{ version: number }> = fact('results.revised');
/** `silent`: five working days passed without a word. */
export const resultAcknowledged: Fact<{ version: number; silent: boolean }> = fact('results.acknowledged');
