/** Components that people press or fill in, with every property they may have. */
import {
  anyObject,
  anyText,
  behaviors,
  bool,
  type Check,
  confirm,
  i18n,
  icon,
  listOf,
  matching,
  num,
  oneOf,
  plain,
  shape,
  spacing,
  str,
} from './checks.ts';
import { type Component, width } from './component.ts';

const asked = {
  name: str(100, 1),
  required: bool,
  disabled: bool,
  width,
  behaviors,
  confirm,
  placeholder: plain(100),
};
const choice = shape({ text: plain(100), value: str(Number.POSITIVE_INFINITY, 1), icon }, ['text', 'value']);
const candidate = shape({ value: str(100, 1) }, ['value']);
const select = { ...asked, type: oneOf('default', 'text') };
const day: Check = matching(/^\d{4}-\d{2}-\d{2}$/, 'yyyy-MM-dd');

export const inputs: Record<string, Component> = {
  button: {
    asks: true,
    props: {
      text: plain(100),
      type: oneOf(
        ...['default', 'primary', 'danger', 'text', 'primary_text', 'danger_text'],
        ...['primary_filled', 'danger_filled', 'laser'],
      ),
      size: oneOf('tiny', 'small', 'medium', 'large'),
      width,
      icon,
      disabled: bool,
      disabled_tips: plain(),
      hover_tips: plain(),
      confirm,
      behaviors,
      name: str(100, 1),
      form_action_type: oneOf('submit', 'reset'),
    },
  },
  input: {
    asks: true,
    props: {
      ...asked,
      input_type: oneOf('text', 'multiline_text', 'password'),
      rows: num(1, 100),
      max_rows: num(1, 100),
      auto_resize: bool,
      max_length: num(1, 1000),
      label: plain(),
      disabled_tips: plain(),
      label_position: oneOf('top', 'left'),
      default_value: str(1000),
      i18n_default_value: i18n,
      show_icon: bool,
    },
  },
  select_static: {
    asks: true,
    props: { ...select, options: listOf(choice), initial_option: str(), initial_index: num(0, 1000) },
    required: ['options'],
  },
  multi_select_static: {
    asks: true,
    formOnly: true,
    props: { ...select, options: listOf(choice), selected_values: listOf(str()) },
    required: ['options'],
  },
  select_person: { asks: true, props: { ...select, options: listOf(candidate), initial_option: str() } },
  multi_select_person: {
    asks: true,
    formOnly: true,
    props: { ...select, options: listOf(candidate), selected_values: listOf(str()) },
  },
  date_picker: { asks: true, props: { ...asked, initial_date: day } },
  picker_time: { asks: true, props: { ...asked, initial_time: matching(/^\d{2}:\d{2}$/, 'HH:mm') } },
  picker_datetime: {
    asks: true,
    props: { ...asked, initial_datetime: matching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'yyyy-MM-dd HH:mm') },
  },
  checker: {
    asks: true,
    props: {
      name: str(100, 1),
      checked: bool,
      text: anyText,
      overall_checkable: bool,
      button_area: anyObject,
      checked_style: anyObject,
      padding: spacing,
      confirm,
      behaviors,
      hover_tips: plain(),
      disabled: bool,
      disabled_tips: plain(),
    },
  },
  overflow: {
    props: {
      width,
      behaviors,
      confirm,
      options: listOf(shape({ text: plain(100), value: str(), multi_url: anyObject }, ['text'])),
    },
    required: ['options'],
  },
};
