/**
 * Everything the product knows, as text: all collections but the inbox, without leases, attempts and the outbox's own
 * order, opened (sealing makes the same text look different every time). Two runs that did the same are byte-equal.
 */
import type { World } from './world.ts';

const plumbing = new Set(['lease', 'tries', 'order', 'runAt']);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const kept = Object.entries(value).filter(([k, v]) => !plumbing.has(k) && v !== undefined);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
};

export async function dump(w: World): Promise<string> {
  const lines: string[] = [];
  for (const entity of [...w.parts.registry.entities].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entity.name === 'inbox') continue;
    const docs = await w.inside(() => entity.find({}, { sort: { _id: 1 } }));
    for (const doc of docs) lines.push(`${entity.name} ${JSON.stringify(sorted(doc))}`);
  }
  return lines.join('\n');
}
