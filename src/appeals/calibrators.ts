/** Who had a hand in the calibration of somebody: they do not decide about that person's appeal. */
import { overridesOf } from '../calibration/model.ts';

export const calibratorsOf = async (cycle: string, person: string, _unit: string): Promise<string[]> =>
  (await overridesOf(cycle, person)).map((o) => o.by);
