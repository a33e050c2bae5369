/** Filling in a form as a person does: fields by their label, options by theirs. */
import type { Core } from './core.ts';
import { isObject } from './shape.ts';
import type { Json, ViewState } from './state.ts';
import { fieldKinds } from './values.ts';

type Typed = string | string[];

export const blocksOf = (v: ViewState): Json[] => (v.view.blocks ?? []) as Json[];
const textOf = (object: unknown): string => (isObject(object) ? String(object.text ?? '') : '');

export const optionsOf = (element: Json): Json[] => {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const grouped = groups.flatMap((g) => (isObject(g) && Array.isArray(g.options) ? g.options : []));
  return [...(Array.isArray(element.options) ? element.options : []), ...grouped].filter(isObject);
};

const isAsking = (element: Json) => /external_select$/.test(String(element.type));

/** A menu that asks the app offers what it answered, beside what is chosen already. */
function withOffered(element: Json, offered: readonly Json[] = []): Json {
  if (!isAsking(element)) return element;
  const chosen = [element.initial_option, element.initial_options].flat().filter(isObject);
  return { ...element, options: [...offered, ...chosen] };
}

function option(element: Json, wanted: string): Json {
  const found = optionsOf(element).find((o) => textOf(o.text) === wanted || o.value === wanted);
  if (!found)
    throw new Error(
      `there is no option “${wanted}” in ${JSON.stringify(optionsOf(element).map((o) => textOf(o.text)))}`,
    );
  return found;
}

const many = (typed: Typed): string[] => (Array.isArray(typed) ? typed : typed === '' ? [] : [typed]);
const one = (typed: Typed): string => (Array.isArray(typed) ? (typed[0] ?? '') : typed);

/** A person by their name or id. */
function account(core: Core, team: string, wanted: string): string {
  const members = [...(core.state.workspaces.get(team)?.members.values() ?? [])];
  const found = members.find((m) => m.id === wanted || m.realName === wanted || m.name === wanted);
  if (!found) throw new Error(`there is nobody called “${wanted}”`);
  return found.id;
}

/** What the field of this type keeps when this is typed into it. */
function kept(core: Core, team: string, element: Json, typed: Typed): unknown {
  switch (fieldKinds[String(element.type)]?.holds) {
    case 'selected_option':
      return one(typed) === '' ? null : option(element, one(typed));
    case 'selected_options':
      return many(typed).map((t) => option(element, t));
    case 'selected_user':
      return one(typed) === '' ? null : account(core, team, one(typed));
    case 'selected_users':
      return many(typed).map((t) => account(core, team, t));
    case 'selected_date_time':
      return Math.floor(Date.parse(one(typed)) / 1000);
    case 'files':
      return many(typed).map((id) => ({ id, user_team: team }));
    default:
      return one(typed) === '' ? null : one(typed);
  }
}

/** Types into fields, which are named by label or block id; what is not named stays. */
export function filledIn(core: Core, v: ViewState, values: Record<string, Typed>, team: string): void {
  for (const [name, typed] of Object.entries(values)) {
    const block = blocksOf(v).find(
      (b) => b.type === 'input' && (b.block_id === name || textOf(b.label) === name),
    );
    const element = block?.element;
    if (!block || !isObject(element)) {
      const labels = blocksOf(v).flatMap((b) => (b.type === 'input' ? [textOf(b.label)] : []));
      throw new Error(`there is no field “${name}”; there are ${JSON.stringify(labels)}`);
    }
    const kind = fieldKinds[String(element.type)];
    const here = v.values[String(block.block_id)] ?? {};
    v.values[String(block.block_id)] = here;
    here[String(element.action_id ?? 'auto')] = {
      type: String(element.type),
      [kind?.holds ?? 'value']: kept(
        core,
        team,
        withOffered(element, v.offered[String(block.block_id)]),
        typed,
      ),
    };
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** What Slack's window itself refuses: required fields, lengths, bounds. */
export function unfinished(v: ViewState): string[] {
  return blocksOf(v).flatMap((block) => {
    const element = block.element;
    if (block.type !== 'input' || !isObject(element)) return [];
    const kind = fieldKinds[String(element.type)];
    const state = v.values[String(block.block_id)]?.[String(element.action_id ?? 'auto')];
    const value = state?.[kind?.holds ?? 'value'];
    const label = textOf(block.label);
    if (isEmpty(value)) return block.optional === true ? [] : [`“${label}” is required`];
    return outside(element, String(value))
      ? [`“${label}” does not take “${String(value).slice(0, 40)}”`]
      : [];
  });
}

function outside(element: Json, value: string): boolean {
  if (element.type === 'plain_text_input')
    return (
      value.length < Number(element.min_length ?? 0) || value.length > Number(element.max_length ?? 3000)
    );
  if (element.type !== 'number_input') return false;
  const n = Number(value);
  const whole = element.is_decimal_allowed === true || Number.isInteger(n);
  return (
    !Number.isFinite(n) ||
    !whole ||
    n < Number(element.min_value ?? Number.NEGATIVE_INFINITY) ||
    n > Number(element.max_value ?? Number.POSITIVE_INFINITY)
  );
}
