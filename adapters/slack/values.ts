/** What stands in a sent view, by the names of its fields. */
import { z } from 'zod';
import { fieldIn, partOf } from './fields.ts';
import { type Kept, released } from './kept.ts';
import { joined, type Part } from './parts.ts';

const option = z.object({ value: z.string().max(200) });
const entry = z.object({
  type: z.string().max(100),
  value: z.union([z.string().max(10_000), z.number()]).nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).max(2000).nullish(),
  selected_date: z.string().max(40).nullish(),
  selected_user: z.string().max(64).nullish(),
  selected_users: z.array(z.string().max(64)).max(1000).nullish(),
  files: z
    .array(z.object({ id: z.string().max(64) }))
    .max(100)
    .nullish(),
});

export const stateShape = z.object({
  values: z.record(z.string().max(300), z.record(z.string().max(300), entry)),
});

type Entry = z.infer<typeof entry>;
export type Values = Record<string, string | string[]>;

export interface Translated {
  kept: Kept;
  tenant: string;
  /** Persons by their accounts. */
  personIds(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const lists = /^(multi_|checkboxes|file_input)/;

async function read(given: Entry, by: Translated): Promise<string | string[]> {
  const accounts = given.selected_users ?? (given.selected_user ? [given.selected_user] : []);
  const ids = accounts.length > 0 ? await by.personIds(accounts) : new Map<string, string>();
  const options = given.selected_options ?? (given.selected_option ? [given.selected_option] : []);
  const chosen: string[] = [];
  for (const { value } of options) chosen.push((await released(by.kept, value)) ?? value);
  const files = (given.files ?? []).map(({ id }) => `${by.tenant}:${id}`);
  const several = [...chosen, ...accounts.map((account) => ids.get(account) ?? account), ...files];
  if (lists.test(given.type)) return several;
  return several[0] ?? given.selected_date ?? String(given.value ?? '');
}

/** Texts come in parts where they are long. */
function textsIn({ values }: z.infer<typeof stateShape>): Values {
  const texts = new Map<string, (Part & { nth: number })[]>();
  for (const [block, elements] of Object.entries(values)) {
    const [name, given] = [fieldIn(block), Object.values(elements)[0]];
    if (name === undefined || !given || given.type !== textInput) continue;
    texts.set(name, [...(texts.get(name) ?? []), { text: String(given.value ?? ''), ...partOf(block) }]);
  }
  return Object.fromEntries(
    [...texts].map(([name, parts]) => [name, joined(parts.sort((a, b) => a.nth - b.nth))]),
  );
}

const textInput = 'plain_text_input';

/** Blocks of one name are one answer: a list where there are several, but for the parts of a text. */
export async function valuesOf(state: z.infer<typeof stateShape>, by: Translated): Promise<Values> {
  const values = textsIn(state);
  for (const [block, elements] of Object.entries(state.values)) {
    const name = fieldIn(block);
    const given = Object.values(elements)[0];
    if (name === undefined || !given || given.type === textInput) continue;
    const value = await read(given, by);
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat().filter((v) => v !== '');
  }
  return values;
}
