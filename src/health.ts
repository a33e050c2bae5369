/** Is the product fit to work, and its figures for Prometheus. Counts only: no names, no texts. */
import type { Parts } from './core/context.ts';
import { jobs } from './core/job.ts';
import { unowned } from './core/lane.ts';
import { outbox } from './core/outbox.ts';
import type { Health } from './server.ts';

const states = ['ready', 'running', 'unsure', 'held', 'dead'] as const;

export function healthOf(parts: Parts): Health {
  return {
    ready: () => parts.store.within(() => reasons(parts)),
    metrics: () => parts.store.within(figures),
  };
}

async function reasons(parts: Parts): Promise<string[]> {
  try {
    await parts.store.connection.db?.admin().ping();
  } catch {
    return ['the store does not answer'];
  }
  const missing = await withoutIndexes(parts);
  if (missing.length > 0) return [`indexes are missing: ${missing.join(', ')}`];
  return (await unowned()).map((lane) => `nobody sends for ${lane}`);
}

/** Collections whose indexes are not all there. Once they are they stay, so this is asked until then only. */
const complete = new WeakSet<Parts>();

async function withoutIndexes(parts: Parts): Promise<string[]> {
  if (complete.has(parts)) return [];
  const { connection } = parts.store;
  const there = new Set((await connection.listCollections()).map((c) => c.name));
  const missing: string[] = [];
  for (const { name, indexes } of parts.registry.entities) {
    const found = there.has(name) ? await connection.collection(name).listIndexes().toArray() : [];
    if (found.length < indexes.length + 1) missing.push(name);
  }
  if (missing.length === 0) complete.add(parts);
  return missing;
}

async function figures(): Promise<string> {
  const lines = ['# TYPE growloop_rows gauge'];
  for (const state of states) {
    lines.push(`growloop_rows{queue="jobs",state="${state}"} ${await jobs.count({ state })}`);
    lines.push(`growloop_rows{queue="outbox",state="${state}"} ${await outbox.count({ state })}`);
  }
  const { rss, heapUsed } = process.memoryUsage();
  lines.push('# TYPE growloop_memory_bytes gauge');
  lines.push(`growloop_memory_bytes{kind="rss"} ${rss}`, `growloop_memory_bytes{kind="heap"} ${heapUsed}`);
  lines.push(
    '# TYPE growloop_uptime_seconds counter',
    `growloop_uptime_seconds ${process.uptime().toFixed(0)}`,
  );
  return `${lines.join('\n')}\n`;
}
