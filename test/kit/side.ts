/** Platforms beside the product, each with a time of its own: what comes late there comes at its moment. */
import type { World } from './world.ts';

export interface Side {
  /** When the next thing comes. */
  next(): number | undefined;
  /** Returns when what came on the way was dealt with. */
  moveTo(ms: number): Promise<void>;
  /** Takes the platform off the world, which stays. */
  leave(): Promise<void>;
}

/** The product's time, with late deliveries of all these platforms at their moments. */
export async function travel({ bot, clock }: World, sides: readonly Side[], to: number): Promise<void> {
  const soonest = () =>
    sides.reduce<number>((least, side) => Math.min(least, side.next() ?? least), Number.POSITIVE_INFINITY);
  const all = async (ms: number) => {
    for (const side of sides) await side.moveTo(ms);
  };
  for (let next = soonest(); next <= to; next = soonest()) {
    await bot.travel(clock, new Date(Math.max(next, clock.now().getTime())));
    await all(clock.now().getTime());
    await bot.settle();
  }
  await bot.travel(clock, new Date(to));
  await all(to);
}
