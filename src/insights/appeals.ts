/** Appeals in numbers. Everything that `/perf status` and HR's board say about them is read here. */

export interface Appeals {
  open: number;
}

/** From the states of participants, by unit. */
export async function appealsIn(
  places: readonly { _id: { unit: string; state: string }; n: number }[],
): Promise<Appeals> {
  const open = places.filter((p) => p._id.state === 'appealing').reduce((all, p) => all + p.n, 0);
  return { open };
}
