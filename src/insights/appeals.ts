/** Appeals in numbers. Everything that `/perf status` and HR's board say about them is read here. */
import { appealFigures } from '../appeals/index.ts';

export interface Appeals {
  open: number;
  /** Only for who reads the whole cycle: those that ended, after how many another version holds, and the middle time to a decision. */
  ended?: { n: number; changed: number; days?: number };
}

/** From the states of participants, by unit; `whole`: of the whole cycle. */
export async function appealsIn(
  cycle: string,
  places: readonly { _id: { unit: string; state: string }; n: number }[],
  whole: boolean,
): Promise<Appeals> {
  const open = places.filter((p) => p._id.state === 'appealing').reduce((all, p) => all + p.n, 0);
  if (!whole) return { open };
  const { count, open: still, changed, daysToDecide } = await appealFigures(cycle);
  const n = count - still;
  return n === 0
    ? { open }
    : { open, ended: { n, changed, ...(daysToDecide !== undefined && { days: daysToDecide }) } };
}
