/** What two runs have to have in common. */
import type { FeishuWorld } from './feishu-world.ts';

/** The first lines that differ: a whole diff of two such texts takes minutes. */
export function difference(a: string, b: string): (string | undefined)[] {
  const [x, y] = [a.split('\n'), b.split('\n')];
  const at = x.findIndex((line, i) => line !== y[i]);
  return at < 0 && x.length === y.length ? [] : [x[Math.max(at, 0)], y[Math.max(at, 0)]];
}

/** What everybody sees in Feishu. */
export const ledger = (w: FeishuWorld): string =>
  [...w.feishu.state.users.values()]
    .map(({ openId, name }) => `${name}\n${w.feishu.as(openId).sees()}`)
    .join('\n\n');

const tokenOver = 99991663;
/**
 * Calls that Feishu did not take and events that it could not deliver. A token ends while the journey's clock runs ahead
 * of the machine's: the adapter notices and asks for another.
 */
export const refusals = ({ feishu }: FeishuWorld) => ({
  calls: feishu.log
    .filter((l) => l.status !== 200 && l.code !== tokenOver)
    .map((l) => `${l.method} ${l.path} ${l.status} ${l.code}`),
  events: feishu.push.events.filter((e) => !e.delivered).map((e) => e.type),
});

/** Keys that came to more than one message, and persons' rows that nobody will send any more. */
export async function leftovers(w: FeishuWorld) {
  const seen = new Map<string, number>();
  for (const { uuid } of w.feishu.sent()) if (uuid) seen.set(uuid, (seen.get(uuid) ?? 0) + 1);
  const { connection } = w.store;
  return {
    doubled: [...seen.values()].filter((n) => n > 1).length,
    dead: await connection.collection('outbox').countDocuments({ state: { $in: ['dead', 'unsure'] } }),
    jobs: await connection.collection('jobs').countDocuments({ state: 'dead' }),
  };
}
