/** How values get into Slack's fields; and what is made by hand where nobody can click: tokens that no card shows. */
import { blockOf, fieldIn, valueId } from '../../adapters/slack/fields.ts';
import { formCallback, readMetadata } from '../../adapters/slack/forms.ts';
import { pressOf } from '../../adapters/slack/tokens.ts';
import type { Field, Form } from '../../src/core/card.ts';
import { people } from '../../src/people/model.ts';
import { accountOf, team } from '../kit/fake-slack/company.ts';
import { blocksOf, filledIn } from '../kit/fake-slack/filling.ts';
import type { Found } from '../kit/fake-slack/finding.ts';
import { makeView, stackOf } from '../kit/fake-slack/methods-views.ts';
import { isObject } from '../kit/fake-slack/shape.ts';
import type { Json, Message, ViewState } from '../kit/fake-slack/state.ts';
import type { User } from '../kit/fake-slack/user.ts';
import { fieldKinds } from '../kit/fake-slack/values.ts';
import type { SlackWorld } from './slack-world.ts';

export const metadataOf = (v: ViewState) => readMetadata(String(v.view.private_metadata ?? ''));

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(String).filter((v) => v !== '');

const isSearch = (element: unknown): boolean =>
  isObject(element) && /external_select$/.test(String(element.type));

/** Who is not in this Slack is looked for by name; Slack's own picker, beside it, has the others. */
async function sought(
  w: SlackWorld,
  open: ViewState,
  block: string,
  ids: readonly string[],
): Promise<string[]> {
  const chosen: string[] = [];
  for (const id of ids.filter((one) => !isMember(w, one))) {
    const name = (await w.inside(() => people.get(id)))?.name ?? id;
    const offered = await w.slack.user(open.user).searches(block, name);
    if (!offered.some((o) => o.value === id))
      throw new Error(`“${name}” is not found: ${JSON.stringify(offered)}`);
    chosen.push(id);
  }
  return chosen;
}

const isMember = ({ slack }: SlackWorld, person: string): boolean =>
  slack.state.workspaces.get(team)?.members.has(accountOf(person)) === true;

/** What a person would choose or type for this value. */
function choice(field: Field | undefined, element: Json, value: string): string {
  if (/users_select$/.test(String(element.type))) return accountOf(value);
  return field?.options?.find((o) => o.value === value)?.label ?? value;
}

/** Slack cuts a long label; what is chosen is told apart by its beginning. */
function asShown(element: Json, wanted: string): string {
  const labels = (Array.isArray(element.options) ? element.options : []).filter(isObject);
  const shown = labels
    .map((o) => (isObject(o.text) ? String(o.text.text) : ''))
    .find((text) => text === wanted || (text.endsWith('…') && wanted.startsWith(text.slice(0, -1))));
  return shown ?? wanted;
}

/** What somebody types or chooses in this field. */
function typedInto(element: Json, field: Field | undefined, value: unknown): string | string[] {
  const holds = fieldKinds[String(element.type)]?.holds ?? 'value';
  // Several lines are one text.
  const given = holds === 'value' ? [texts(value).join('\n')] : texts(value);
  const typed = given.map((one) => asShown(element, choice(field, element, one)));
  return holds.endsWith('s') ? typed : (typed[0] ?? '');
}

/** Fills in what is named of the fields on this page. */
export async function fillPage(
  w: SlackWorld,
  open: ViewState,
  values: Record<string, unknown>,
  form: Form | undefined,
): Promise<void> {
  const blocks = blocksOf(open).flatMap(({ type, block_id, element }) => {
    const [id, name] = [String(block_id), type === 'input' ? fieldIn(String(block_id)) : undefined];
    const isNamed = name !== undefined && isObject(element) && Object.hasOwn(values, name);
    return isNamed ? [{ id, name, element }] : [];
  });
  const searched = new Set(blocks.filter(({ element }) => isSearch(element)).map(({ name }) => name));
  for (const { id, name, element } of blocks) {
    const all = texts(values[name]);
    const own = searched.has(name) ? all.filter((one) => isMember(w, one)) : values[name];
    const value = isSearch(element) ? await sought(w, open, id, all) : own;
    const field = form?.fields.find((f) => f.name === name);
    filledIn(w.slack.core, open, { [id]: typedInto(element, field, value) }, team);
  }
}

/** On words that only this person sees, which are gone afterwards: no card of theirs is replaced by the answer. */
export function forgedPress(w: SlackWorld, user: User, token: string, value: string | undefined): Found {
  const { core, state } = w.slack;
  const message: Message = {
    text: 'by hand',
    blocks: [],
    ts: state.ts(),
    channel: user.direct(),
    team,
    user: core.installFor(team).botUser,
    byApp: true,
    files: [],
    before: [],
    deleted: false,
    only: user.id,
  };
  state.messages.push(message);
  const action = {
    type: 'button',
    action_id: 'press.forged',
    block_id: 'forged',
    value: pressOf(token, value),
  };
  return { action, state: {}, message };
}

const plain = (text: string): Json => ({ type: 'plain_text', text });

function inputOf(name: string, at: number, value: unknown): Json {
  const several = Array.isArray(value);
  const options = texts(value).map((v) => ({ text: plain(v.slice(0, 75)), value: v }));
  const chosen =
    options.length > 0
      ? { options, initial_options: options }
      : { options: [{ text: plain('–'), value: '–' }] };
  const element = several
    ? { type: 'multi_static_select', ...chosen }
    : { type: 'plain_text_input', multiline: true, ...(String(value) && { initial_value: String(value) }) };
  return {
    type: 'input',
    block_id: blockOf(at, '', name),
    label: plain(name),
    optional: true,
    element: { ...element, action_id: valueId },
  };
}

/** A form that stands open although no button in sight opens it. */
export function forgedForm(w: SlackWorld, user: User, token: string, values: Record<string, unknown>): void {
  const view = {
    type: 'modal',
    callback_id: formCallback,
    title: plain('By hand'),
    submit: plain('Send'),
    private_metadata: JSON.stringify({ token, page: 0 }),
    blocks: Object.entries(values).map(([name, value], at) => inputOf(name, at, value)),
  };
  const made = makeView(w.slack.core, view, { team, user: user.id, type: 'modal' });
  stackOf(w.slack.core, team, user.id).push(made);
}
