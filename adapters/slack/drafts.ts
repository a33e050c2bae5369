/** Long forms, page by page: what was said so far, and the way back to a field that was not accepted. */
import type { z } from 'zod';
import type { Place } from './answers.ts';
import type { Draw, Json } from './blocks.ts';
import { fieldIn } from './fields.ts';
import { type Draft, filled, formView, type Metadata, pageWith } from './forms.ts';
import type { submitted } from './payload.ts';
import type { Parts } from './turn.ts';
import type { Values } from './values.ts';

export type Submitted = z.infer<typeof submitted>;

export interface Sent {
  place: Place;
  body: Submitted;
  meta: Metadata;
  draw: Draw;
  /** Of a long form: the form and all that was said so far. */
  draft?: Draft;
  values: Values;
  token: string;
}

export const update = (view: Json): Json => ({ response_action: 'update', view });

const draftDays = 2;

export const saved = ({ kept }: Parts, id: string, draft: Draft, { subject }: Draw): Promise<void> =>
  kept.put([{ id, subject, text: JSON.stringify(draft), days: draftDays }]);

export async function turnedTo(
  parts: Parts,
  draft: Draft,
  { token: _, ...wanted }: Metadata & { troubles?: string[] },
  draw: Draw,
): Promise<Json> {
  const view = formView(draft, wanted, draw);
  await parts.drawing.keep(draw);
  return view;
}

/** Beside the field, where it stands in this view; else its page is shown again, with the sentence above. */
export async function beside(parts: Parts, sent: Sent, errors: Record<string, string>): Promise<Json> {
  const { body, draft } = sent;
  const inputs = body.view.blocks.filter((block) => block.type === 'input' && block.block_id);
  const here = new Map(inputs.map(({ block_id: id = '' }) => [fieldIn(id) ?? id, id]));
  const elsewhere = Object.entries(errors).filter(([name]) => !here.has(name));
  const first = elsewhere[0]?.[0];
  if (first !== undefined && draft) return backTo(parts, sent, draft, elsewhere);
  const known = Object.entries(errors).flatMap(([name, text]) => {
    const block = here.get(name);
    return block ? [[block, text] as const] : [];
  });
  const last = [...here.values()].at(-1);
  const rest = elsewhere.map(([, text]) => text).join(' ');
  const all = Object.fromEntries(known);
  if (rest && last) all[last] = [all[last], rest].filter(Boolean).join(' ');
  return { response_action: 'errors', errors: all };
}

async function backTo(
  parts: Parts,
  { place, meta }: Sent,
  draft: Draft,
  elsewhere: readonly (readonly [string, string])[],
): Promise<Json> {
  const draw = await parts.drawing.draw(place, 'view', { form: filled(draft.form, draft.values) });
  const labelOf = (name: string) => draft.form.fields.find((field) => field.name === name)?.label ?? '';
  const troubles = elsewhere.map(([name, text]) => `${labelOf(name)}: ${text}`);
  const page = pageWith(draft.form, elsewhere[0]?.[0] ?? '', draw);
  return update(await turnedTo(parts, draft, { ...meta, page, troubles }, draw));
}
