/** The JSON of the contract, to the letter: a card with a block, field or property that stands nowhere fails. */
import { z } from 'zod';

const token = z.string().regex(/^[a-z][a-z-]*\.[a-zA-Z]+ \{.*\}$/s);
const label = z.string().min(1);
const option = z.strictObject({ label, value: z.string().min(1), hint: z.string().optional() });

const button = z.strictObject({
  label,
  token,
  style: z.enum(['primary', 'danger']).optional(),
  confirm: z.string().min(1).optional(),
});

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('note'), text: z.string().min(1) }),
  z.strictObject({
    type: z.literal('facts'),
    items: z.array(z.strictObject({ label, value: z.string() })).min(1),
  }),
  z.strictObject({
    type: z.literal('table'),
    columns: z
      .array(z.strictObject({ label: z.string(), align: z.enum(['left', 'right', 'center']).optional() }))
      .min(1),
    rows: z.array(z.array(z.string())),
  }),
  z.strictObject({
    type: z.literal('chart'),
    kind: z.enum(['bar', 'stacked', 'line', 'radar']),
    labels: z.array(z.string()),
    series: z.array(z.strictObject({ name: z.string(), values: z.array(z.number()) })).min(1),
    max: z.number().optional(),
    alt: z.string().min(1),
  }),
  z.strictObject({ type: z.literal('image'), file: z.string(), alt: z.string().min(1) }),
  z.strictObject({ type: z.literal('progress'), label, done: z.number().min(0), of: z.number().min(0) }),
  z.strictObject({ type: z.literal('people'), ids: z.array(z.string()) }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({ type: z.literal('actions'), items: z.array(button).min(1) }),
  z.strictObject({
    type: z.literal('choices'),
    label,
    token,
    options: z.array(option).min(1),
    value: z.string().optional(),
  }),
]);

export const cardShape = z.strictObject({
  title: z.string().min(1),
  tone: z.enum(['plain', 'good', 'attention', 'serious']).optional(),
  blocks: z.array(block),
});

const field = z.strictObject({
  name: z.string().min(1),
  label,
  type: z.enum(['text', 'choice', 'rating', 'number', 'date', 'person', 'file']),
  hint: z.string().optional(),
  required: z.boolean().optional(),
  many: z.boolean().optional(),
  value: z.union([z.string(), z.array(z.string())]).optional(),
  options: z.array(option).optional(),
  min: z.union([z.string(), z.number()]).optional(),
  max: z.union([z.string(), z.number()]).optional(),
  lines: z.number().int().positive().optional(),
});

export const formShape = z.strictObject({
  title: z.string().min(1),
  intro: z.string().min(1).optional(),
  submit: z.string().min(1),
  token,
  fields: z.array(field).min(1),
});

/** Every row of a table has as many cells as it has columns; every series as many values as there are labels. */
export function misshapen(card: z.infer<typeof cardShape>): string[] {
  return card.blocks.flatMap((b) => {
    if (b.type === 'table')
      return b.rows.filter((r) => r.length !== b.columns.length).map((r) => `a row of ${r.length}`);
    if (b.type === 'chart')
      return b.series.filter((s) => s.values.length !== b.labels.length).map((s) => `series ${s.name}`);
    return [];
  });
}
