/** Block Kit's composition objects and elements, with their limits. */
import {
  atLeastOne,
  bool,
  both,
  byType,
  type Check,
  complain,
  exactlyOne,
  int,
  isObject,
  type Look,
  list,
  match,
  numberText,
  oneOf,
  onlyOn,
  shape,
  str,
} from './shape.ts';

const type = (name: string): Record<string, Check> => ({ type: oneOf(name) });
const id = str(255);
const url = both(str(3000), match(/^(https?|slack|mailto):/, 'must be a valid URL'));
const day = match(/^\d{4}-\d{2}-\d{2}$/, 'must be a date YYYY-MM-DD');
const accountId = match(/^[UW][A-Z0-9]{2,}$/, 'must be a user id');
const conversationId = match(/^[CDG][A-Z0-9]{2,}$/, 'must be a conversation id');

export const plain = (most: number): Check =>
  shape({ ...type('plain_text'), text: str(most) }, { emoji: bool });
const mrkdwn = (most: number): Check => shape({ ...type('mrkdwn'), text: str(most) }, { verbatim: bool });
export const anyText = (most: number): Check => byType({ plain_text: plain(most), mrkdwn: mrkdwn(most) });

export const confirm: Check = shape(
  { title: plain(100), text: anyText(300), confirm: plain(30), deny: plain(30) },
  { style: oneOf('primary', 'danger') },
);

export const option = shape({ text: plain(75), value: str(75) }, { description: plain(75) });
const richOption = shape({ text: anyText(75), value: str(75) }, { description: anyText(75) });
const overflowOption = shape({ text: plain(75), value: str(75) }, { description: plain(75), url });
const group = shape({ label: plain(75), options: list(option, 100) });

const valuesOf = (given: unknown): unknown[] =>
  (Array.isArray(given) ? given : [])
    .flatMap((o) => (isObject(o) && Array.isArray(o.options) ? o.options : [o]))
    .map((o) => (isObject(o) ? o.value : undefined));

/** What is chosen at first must be there to be chosen, and no two options may have the same value. */
const fromOptions: Check = (value, at, look) => {
  if (!isObject(value)) return;
  const offered = [...valuesOf(value.options), ...valuesOf(value.option_groups)];
  if (new Set(offered).size !== offered.length)
    complain(look, 'option values must be unique', `${at}/options`);
  const initial = [value.initial_option, value.initial_options].flat().filter((o) => o !== undefined);
  for (const one of valuesOf(initial))
    if (!offered.includes(one)) complain(look, 'initial option must be one of the options', at);
};

const actionable = { action_id: id, focus_on_load: bool, confirm };
const choosing = { ...actionable, placeholder: plain(150) };
const several = { max_selected_items: int(1, 100) };
const options = {
  options: list(option, 100),
  option_groups: list(group, 100),
};
const optionsOrGroups = exactlyOne('options', 'option_groups');

const select = (name: string, own: Record<string, Check>): Check =>
  shape(type(name), { ...choosing, ...own });

const textInput = (name: string, own: Record<string, Check>): Check =>
  shape(type(name), {
    action_id: id,
    focus_on_load: bool,
    placeholder: plain(150),
    initial_value: str(3000, 0),
    dispatch_action_config: shape({
      trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2),
    }),
    ...own,
  });

const lengths: Check = (value, at, look) => {
  if (!isObject(value)) return;
  const [least, most] = [Number(value.min_length ?? 0), Number(value.max_length ?? 3000)];
  if (least > most) complain(look, 'min_length must not exceed max_length', at);
  if (String(value.initial_value ?? '').length > most) complain(look, 'initial_value exceeds max_length', at);
};

export const image: Check = both(
  shape(
    { ...type('image'), alt_text: str(2000) },
    {
      image_url: url,
      slack_file: both(shape({}, { id: match(/^F/, 'must be a file id'), url }), exactlyOne('id', 'url')),
    },
  ),
  exactlyOne('image_url', 'slack_file'),
);

const interactive: Record<string, Check> = {
  button: shape(
    { ...type('button'), text: plain(75) },
    {
      ...actionable,
      url,
      value: str(2000, 0),
      style: oneOf('primary', 'danger'),
      accessibility_label: str(75),
    },
  ),
  static_select: both(
    select('static_select', { ...options, initial_option: option }),
    optionsOrGroups,
    fromOptions,
  ),
  multi_static_select: both(
    select('multi_static_select', { ...options, ...several, initial_options: list(option, 100) }),
    optionsOrGroups,
    fromOptions,
  ),
  external_select: select('external_select', { initial_option: option, min_query_length: int(0, 100) }),
  multi_external_select: select('multi_external_select', {
    initial_options: list(option, 100),
    min_query_length: int(0, 100),
    ...several,
  }),
  users_select: select('users_select', { initial_user: accountId }),
  multi_users_select: select('multi_users_select', { initial_users: list(accountId, 1000), ...several }),
  conversations_select: select('conversations_select', {
    initial_conversation: conversationId,
    default_to_current_conversation: bool,
    response_url_enabled: bool,
  }),
  channels_select: select('channels_select', { initial_channel: conversationId, response_url_enabled: bool }),
  overflow: shape({ ...type('overflow'), options: list(overflowOption, 5) }, { action_id: id, confirm }),
  datepicker: select('datepicker', { initial_date: day }),
  timepicker: select('timepicker', {
    initial_time: match(/^\d{2}:\d{2}$/, 'must be HH:mm'),
    timezone: str(60),
  }),
  datetimepicker: select('datetimepicker', { initial_date_time: int(1_000_000_000, 9_999_999_999) }),
  checkboxes: both(
    shape(
      { ...type('checkboxes'), options: list(richOption, 10) },
      { ...actionable, initial_options: list(richOption, 10) },
    ),
    fromOptions,
  ),
  radio_buttons: both(
    shape(
      { ...type('radio_buttons'), options: list(richOption, 10) },
      { ...actionable, initial_option: richOption },
    ),
    fromOptions,
  ),
};

const writing: Record<string, Check> = {
  plain_text_input: both(
    textInput('plain_text_input', { multiline: bool, min_length: int(0, 3000), max_length: int(1, 3000) }),
    lengths,
  ),
  email_text_input: textInput('email_text_input', {}),
  url_text_input: textInput('url_text_input', {}),
  number_input: onlyOn(
    ['modal', 'home'],
    both(
      textInput('number_input', {
        is_decimal_allowed: bool,
        min_value: numberText,
        max_value: numberText,
        initial_value: numberText,
      }),
      atLeastOne('is_decimal_allowed'),
    ),
  ),
  rich_text_input: shape(type('rich_text_input'), { ...choosing }),
  file_input: onlyOn(
    ['modal'],
    shape(type('file_input'), { action_id: id, filetypes: list(str(20), 50), max_files: int(1, 10) }),
  ),
};

const without = (kinds: Record<string, Check>, ...names: string[]): Record<string, Check> =>
  Object.fromEntries(Object.entries(kinds).filter(([name]) => !names.includes(name)));

export const inActions = byType(interactive);
export const asAccessory = byType({ ...interactive, image });
export const inInput = byType({ ...without(interactive, 'button', 'overflow'), ...writing });
export const inContext = byType({ image, plain_text: plain(3000), mrkdwn: mrkdwn(3000) });

const feedbackButton = shape({ text: plain(75), value: str(2000) }, { accessibility_label: str(75) });
export const inContextActions = byType({
  feedback_buttons: shape(
    { ...type('feedback_buttons'), positive_button: feedbackButton, negative_button: feedbackButton },
    { action_id: id },
  ),
  icon_button: shape(
    { ...type('icon_button'), icon: oneOf('trash'), text: plain(75) },
    {
      ...actionable,
      value: str(2000),
      accessibility_label: str(75),
      visible_to_user_ids: list(accountId, 100),
    },
  ),
});

/** Ids of the elements of one block, wherever they stand in it. */
export function actionIds(block: Record<string, unknown>, look?: Look): string[] {
  const parts = [block.accessory, block.element, ...(Array.isArray(block.elements) ? block.elements : [])];
  return parts.flatMap((part) => {
    if (!isObject(part) || typeof part.action_id !== 'string') return [];
    if (look && part.action_id === '') complain(look, 'action_id must not be empty', '');
    return [part.action_id];
  });
}
