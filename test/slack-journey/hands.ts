/** How values get into Slack's fields; and what is made by hand where nobody can click: tokens that no card shows. */
import { blockOf, fieldIn, valueId } from '../../adapters/slack/fields.ts';
import { formCallback, readMetadata } from '../../adapters/slack/forms.ts';
import { pressOf } from '../../adapters/slack/tokens.ts';
import type { Field, Form } from '../../src/core/card.ts';
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

/** Fills in what is named of the fields on this page. */
export function fillPage(
  w: SlackWorld,
  open: ViewState,
  values: Record<string, unknown>,
  form: Form | undefined,
): void {
  for (const block of blocksOf(open)) {
    const name = block.type === 'input' ? fieldIn(String(block.block_id)) : undefined;
    const element = block.element;
    if (name === undefined || !isObject(element) || !Object.hasOwn(values, name)) continue;
    const field = form?.fields.find((f) => f.name === name);
    const holds = fieldKinds[String(element.type)]?.holds ?? 'value';
    // Several lines are one text.
    const given = holds === 'value' ? [texts(values[name]).join('\n')] : texts(values[name]);
    const typed = given.map((value) => asShown(element, choice(field, element, value)));
    filledIn(
      w.slack.core,
      open,
      { [String(block.block_id)]: holds.endsWith('s') ? typed : (typed[0] ?? '') },
      team,
    );
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
