import type { Someone, World } from '../kit/world.ts';

/** One seat a person, so that a form stays open between two lines of a test. */
export function seats(w: () => World): (id: string) => Someone {
  const taken = new Map<string, Someone>();
  return (id) => {
    const seat = taken.get(id) ?? w().as(id);
    taken.set(id, seat);
    return seat;
  };
}
