/** The envelopes that events and callbacks come in: schema 2.0, the old 1.0, and the flattened one of Feishu's SDKs. */
import { z } from 'zod';
import { Unwelcome } from './verify.ts';

export interface Envelope {
  id: string;
  type: string;
  tenant: string;
  at: Date;
  /** What happened; with `host` and `context` of the outside when Feishu put them there. */
  event: Record<string, unknown>;
}

const time = z.union([z.string(), z.number()]).nullish();
const record = z.record(z.string(), z.unknown());
const header = z.object({
  event_id: z.string().min(1).max(200),
  event_type: z.string().min(1).max(200),
  create_time: time,
  tenant_key: z.string().max(200).nullish(),
});
const current = z.object({
  header,
  event: record.nullish(),
  host: z.unknown().optional(),
  context: z.unknown().optional(),
});
const old = z.object({
  uuid: z.string().min(1).max(200),
  ts: time,
  type: z.literal('event_callback'),
  event: z.object({ type: z.string().min(1).max(200), tenant_key: z.string().nullish() }).loose(),
});

const year = 365 * 86_400_000;

/** Seconds, milliseconds or, in callbacks, microseconds. */
export function momentOf(value: unknown, fallback: Date): Date {
  const n = Number(value);
  if (!Number.isFinite(n) || n <= 0) return fallback;
  const ms = n > 1e14 ? n / 1000 : n > 1e11 ? n : n * 1000;
  const at = new Date(Math.floor(ms));
  return Number.isNaN(at.getTime()) || at.getTime() > fallback.getTime() + 100 * year ? fallback : at;
}

/** @throws Unwelcome */
export function envelopeOf(body: unknown, now: Date): Envelope {
  const v2 = current.safeParse(body);
  if (v2.success) {
    const { header: h, event, host, context } = v2.data;
    const outside = { ...(host !== undefined && { host }), ...(context !== undefined && { context }) };
    return {
      id: h.event_id,
      type: h.event_type,
      tenant: h.tenant_key ?? '',
      at: momentOf(h.create_time, now),
      event: { ...outside, ...event },
    };
  }
  const flat = header.loose().safeParse(body);
  if (flat.success) {
    const { event_id, event_type, create_time, tenant_key, ...event } = flat.data;
    return {
      id: event_id,
      type: event_type,
      tenant: tenant_key ?? '',
      at: momentOf(create_time, now),
      event,
    };
  }
  const v1 = old.safeParse(body);
  if (!v1.success) throw new Unwelcome(400, 'no envelope of Feishu');
  const { uuid, ts, event } = v1.data;
  return { id: uuid, type: event.type, tenant: event.tenant_key ?? '', at: momentOf(ts, now), event };
}
