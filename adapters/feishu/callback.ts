/** What a press on a card tells: read by zod, whichever way Feishu lays it out. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Envelope } from './envelope.ts';
import { withoutNth } from './names.ts';
import { Unwelcome } from './verify.ts';

const short = z.string().max(200);
const record = z.record(z.string(), z.unknown());

/** Some clients deliver a button's value as JSON text. */
const value = z.preprocess((v) => {
  if (typeof v !== 'string') return v;
  try {
    return JSON.parse(v);
  } catch {
    return {};
  }
}, record.nullish());

const shape = z.object({
  operator: z.object({ open_id: short.min(1), tenant_key: short.nullish() }),
  action: z.object({
    tag: short.nullish(),
    value,
    name: short.nullish(),
    option: z.string().max(5000).nullish(),
    input_value: z.string().max(5000).nullish(),
    checked: z.boolean().nullish(),
    timezone: short.nullish(),
    form_value: record.nullish(),
  }),
  context: z.object({ open_message_id: short.min(1), open_chat_id: short.min(1) }),
});

export interface Press {
  event: string;
  at: Date;
  from: string;
  tenant: string;
  channel: string;
  message: string;
  value: Record<string, unknown>;
  /** What was picked or typed. */
  given?: string;
  formValue?: Record<string, unknown>;
  zone?: string;
  /** The same for the same press of the same drawing, however often it comes. */
  digest: string;
}

/** @throws Unwelcome */
export function pressOf({ id, tenant, at, event }: Envelope): Press {
  const read = shape.safeParse(event);
  if (!read.success) throw new Unwelcome(400, 'not as Feishu documents a callback');
  const { operator, action, context } = read.data;
  const picked = typeof action.option === 'string' ? withoutNth(action.option) : undefined;
  const given = picked ?? action.input_value ?? undefined;
  const said = [action.tag, action.name, action.value, given, action.checked, action.form_value];
  const where = [operator.open_id, context.open_message_id];
  return {
    event: id,
    at,
    from: operator.open_id,
    tenant: tenant || (operator.tenant_key ?? ''),
    channel: context.open_chat_id,
    message: context.open_message_id,
    value: action.value ?? {},
    ...(given !== undefined && { given }),
    ...(action.form_value && { formValue: action.form_value }),
    ...(action.timezone && { zone: action.timezone }),
    digest: createHash('sha256')
      .update(JSON.stringify([...where, ...said]))
      .digest('base64url'),
  };
}
