/** Is the product fit to work, and its figures for Prometheus. Counts only: no names, no texts. */
import type { Parts } from './core/context.ts';
import { jobs } from './core/job.ts';
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
  const { connection } = parts.store;
  try {
    await connection.db?.admin().ping();
  } catch {
    return ['the store does not answer'];
  }
  const there = new Set((await connection.listCollections()).map((c) => c.name));
  const missing = parts.registry.entities.filter((e) => !there.has(e.name)).map((e) => e.name);
  return missing.length > 0 ? [`collections are missing: ${missing.join(', ')}`] : [];
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
