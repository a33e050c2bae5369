/** What the console is given by the rest of the product. */
import type { ConsolePorts } from '../adapters/web/index.ts';
import type { Running } from './core/bot.ts';
import { dayIn } from './core/calendar.ts';
import type { Parts } from './core/context.ts';
import { sealingOf } from './core/seal.ts';
import { people, settings } from './people/model.ts';

export function consolePorts({ store, clock, log }: Parts, bot: Running): ConsolePorts {
  return {
    connection: store.connection,
    now: clock.now,
    log,
    settled: async () => {
      await bot.settle();
    },
    sealing: sealingOf(store),
    people: () =>
      store.within(async () => {
        const today = dayIn((await settings()).zone, clock.now());
        const all = await people.find({}, { sort: { _id: 1 } });
        return all
          .filter((p) => p.left === undefined || p.left >= today)
          .map((p) => ({
            id: p._id,
            name: p.name,
            unit: p.unit,
            title: p.title,
            locale: p.locale,
            timeZone: p.zone,
            roles: p.roles,
            ...(p.manager && { managerId: p.manager }),
          }));
      }),
  };
}
