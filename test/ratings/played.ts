/** Everybody does what is asked of them around ratings, until nobody has anything left to do. */
import { people } from '../../src/people/model.ts';
import { ratingsModule } from '../../src/ratings/index.ts';
import type { World } from '../kit/world.ts';

/** The same numbers for the same seed. */
export function seeded(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * n);
  };
}

/** One move of one person; what it was. */
async function moves(w: World, id: string, draw: (n: number) => number): Promise<string[]> {
  const move = await w.inside(async () => ratingsModule.player?.(id, w.clock.now(), draw));
  if (!move || 'say' in move) return [];
  const event =
    'press' in move
      ? { kind: 'press', token: move.press }
      : { kind: 'submit', token: move.submit, values: move.values };
  const { errors } = await w.as(id).sends(event as never);
  if (errors) throw new Error(`${id}: ${move.what('en')}: ${JSON.stringify(errors)}`);
  return [`${id} ${move.what('en')}`];
}

/** Returns what was done, in order. */
export async function playAll(w: World, seed = 7): Promise<string[]> {
  const draw = seeded(seed);
  const ids = (await w.inside(() => people.find({}, { sort: { _id: 1 } }))).map((p) => p._id);
  const did: string[] = [];
  for (let round = 0; round < 60; round += 1) {
    const before = did.length;
    for (const id of ids) did.push(...(await moves(w, id, draw)));
    if (did.length === before) return did;
  }
  throw new Error(`it never ends: ${did.slice(-20).join(', ')}`);
}
