/** Two events, one after the other, looked at and both undone. */
import type { Parts } from '../../src/core/context.ts';
import { Refusal } from '../../src/core/errors.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { receive } from '../../src/core/work.ts';
import { type Sent, type Trial, traffic } from '../kit/trials.ts';
import type { World } from '../kit/world.ts';

class Undone extends Error {}

type Rows = Map<string, { of: string; row: Record<string, unknown> }>;

/** Opened, because the same text is sealed differently every time, and without the count of revisions. */
async function rowsNow(w: World): Promise<Rows> {
  const rows: Rows = new Map();
  for (const entity of w.parts.registry.entities.filter((e) => !traffic.includes(e.name)))
    for (const { rev: _, ...row } of await entity.find({}))
      rows.set(`${entity.name}/${row._id}`, { of: entity.name, row });
  return rows;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const changedBetween = (was: Rows, is: Rows): Trial['changed'] => [
  ...[...is].filter(([key, { row }]) => !same(was.get(key)?.row, row)).map(([, entry]) => entry),
  ...[...was].filter(([key]) => !is.has(key)).map(([, entry]) => entry),
];

export type Twice = (person: string, sent: Sent) => Promise<[Trial, Trial]>;

/** The same press by the same person, as two events. */
export function pairs(w: World): Twice {
  let count = 0;
  const one = async (person: string, sent: Sent): Promise<Omit<Trial, 'changed' | 'sent'>> => {
    let refused = false;
    const transact = <R>(run: () => Promise<R>): Promise<R> =>
      run().catch((e: unknown) => {
        if (e instanceof Refusal) refused = true;
        throw e;
      });
    const parts: Parts = { ...w.parts, store: { ...w.store, transact } };
    count += 1;
    const where = { platform: 'web', tenant: 'local', channel: `dm:${person}` };
    const e = { id: `pair${count}`, at: w.clock.now(), from: person, where, ...sent } as Inbound;
    return { reply: await receive(parts, e), refused };
  };
  return async (person, sent) => {
    let both: [Trial, Trial] | undefined;
    const ended = w.store.transact(async () => {
      const before = await rowsNow(w);
      const first = await one(person, sent);
      const between = await rowsNow(w);
      const second = await one(person, sent);
      const after = await rowsNow(w);
      both = [
        { ...first, sent: [], changed: changedBetween(before, between) },
        { ...second, sent: [], changed: changedBetween(between, after) },
      ];
      throw new Undone();
    });
    await ended.catch((e: unknown) => {
      if (!(e instanceof Undone)) throw e;
    });
    if (!both) throw new Error('it never ran');
    return both;
  };
}
