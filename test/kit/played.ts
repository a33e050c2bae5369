/** Everybody does what they owe, through the same events as people, until nobody has anything left to do. */
import type { Move } from '../../src/core/module.ts';
import { people } from '../../src/people/model.ts';
import type { World } from './world.ts';

/** The same numbers for the same seed. */
export function seeded(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * n);
  };
}

const eventOf = (move: Move): Record<string, unknown> => {
  if ('press' in move)
    return { kind: 'press', token: move.press, ...(move.value !== undefined && { value: move.value }) };
  if ('submit' in move) return { kind: 'submit', token: move.submit, values: move.values };
  return { kind: 'command', name: 'perf', text: move.say };
};

/** The next thing of the first capability that has one; what it was, and whether it was refused. */
async function moves(w: World, id: string, draw: (n: number) => number): Promise<string | undefined> {
  for (const m of w.parts.registry.modules) {
    const move = await w.inside(async () => m.player?.(id, w.clock.now(), draw));
    if (!move) continue;
    const { errors } = await w.as(id).sends(eventOf(move) as never);
    if (errors && Object.keys(errors).length > 0)
      throw new Error(`${id}: ${move.what('en')}: ${JSON.stringify(errors)}`);
    return `${id}: ${move.what('en')}`;
  }
  return undefined;
}

/** One thing of what a person owes, or nothing. */
export const playStep = moves;

/** One thing that somebody does again and again is a circle. */
const mostMoves = 60;

/** All that one person owes, one thing after the other. */
async function playOne(w: World, id: string, draw: (n: number) => number): Promise<string[]> {
  const did: string[] = [];
  for (let done = await moves(w, id, draw); done !== undefined; done = await moves(w, id, draw)) {
    did.push(done);
    if (did.length > mostMoves) throw new Error(`it never ends: ${did.slice(-5).join(' · ')}`);
  }
  return did;
}

/** Returns what was done, in order; by some only, when they are named. */
export async function playAll(
  w: World,
  draw: (n: number) => number,
  only?: readonly string[],
): Promise<string[]> {
  const ids = only ?? (await w.inside(() => people.find({}, { sort: { _id: 1 } }))).map((p) => p._id);
  const did: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const before = did.length;
    for (const id of ids) did.push(...(await playOne(w, id, draw)));
    if (did.length === before) return did;
  }
  throw new Error(`it never ends: ${did.slice(-20).join(' · ')}`);
}
