/** What stands in a form's fields: at first, and after somebody filled them in. */
import { isObject } from './shape.ts';
import type { Json } from './state.ts';

interface Kind {
  /** Where Slack puts the value in `state.values`. */
  holds: string;
  /** What the field starts with. */
  initial: string;
  empty: unknown;
}

export const fieldKinds: Record<string, Kind> = {
  plain_text_input: { holds: 'value', initial: 'initial_value', empty: null },
  email_text_input: { holds: 'value', initial: 'initial_value', empty: null },
  url_text_input: { holds: 'value', initial: 'initial_value', empty: null },
  number_input: { holds: 'value', initial: 'initial_value', empty: null },
  static_select: { holds: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { holds: 'selected_option', initial: 'initial_option', empty: null },
  multi_external_select: { holds: 'selected_options', initial: 'initial_options', empty: [] },
  radio_buttons: { holds: 'selected_option', initial: 'initial_option', empty: null },
  multi_static_select: { holds: 'selected_options', initial: 'initial_options', empty: [] },
  checkboxes: { holds: 'selected_options', initial: 'initial_options', empty: [] },
  users_select: { holds: 'selected_user', initial: 'initial_user', empty: null },
  multi_users_select: { holds: 'selected_users', initial: 'initial_users', empty: [] },
  conversations_select: { holds: 'selected_conversation', initial: 'initial_conversation', empty: null },
  channels_select: { holds: 'selected_channel', initial: 'initial_channel', empty: null },
  datepicker: { holds: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { holds: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { holds: 'selected_date_time', initial: 'initial_date_time', empty: null },
  file_input: { holds: 'files', initial: '-', empty: [] },
  rich_text_input: { holds: 'rich_text_value', initial: 'initial_value', empty: null },
};

/** The elements of a block that keep a value. */
export function keeping(block: Json): Json[] {
  const parts = [block.element, block.accessory, ...(Array.isArray(block.elements) ? block.elements : [])];
  return parts.filter((p): p is Json => isObject(p) && typeof p.type === 'string' && p.type in fieldKinds);
}

export function initialValues(blocks: readonly Json[]): Record<string, Record<string, Json>> {
  const values: Record<string, Record<string, Json>> = {};
  for (const block of blocks)
    for (const element of keeping(block)) {
      const type = String(element.type);
      const kind = fieldKinds[type];
      if (!kind) continue;
      const here = values[String(block.block_id)] ?? {};
      values[String(block.block_id)] = here;
      here[String(element.action_id ?? 'auto')] = {
        type,
        [kind.holds]: element[kind.initial] ?? kind.empty,
      };
    }
  return values;
}
