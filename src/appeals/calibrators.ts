/** Who had a hand in the calibration of somebody: they do not decide about that person's appeal. */
import { overridesOf, sessionsOf } from '../calibration/index.ts';

/** Those who changed the grade, and everybody who sat in a session of the unit. */
export async function calibratorsOf(cycle: string, person: string, unit: string): Promise<string[]> {
  const changed = (await overridesOf(cycle, person)).map((o) => o.by);
  const sessions = (await sessionsOf(cycle)).filter((s) => s.units.includes(unit));
  return [...new Set([...changed, ...sessions.flatMap((s) => s.members)])];
}
