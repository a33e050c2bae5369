/** Components of card JSON 2.0 that growloop uses, with every property they may have. Another tag is refused. */
import {
  alignment,
  anyObject,
  anyText,
  bool,
  type Check,
  colour,
  gap,
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
  textSize,
  titleText,
  vertical,
} from './checks.ts';
import { type Component, width } from './component.ts';
import { inputs } from './inputs.ts';

const layout = {
  direction: oneOf('vertical', 'horizontal'),
  horizontal_spacing: gap,
  vertical_spacing: gap,
  horizontal_align: alignment,
  vertical_align: vertical,
  padding: spacing,
};
const never: Check = () => undefined;

export const components: Record<string, Component> = {
  markdown: {
    props: { content: str(), i18n_content: i18n, text_size: textSize, text_align: alignment, icon },
    required: ['content'],
  },
  div: {
    props: {
      text: anyText,
      icon,
      width,
      fields: listOf(shape({ is_short: bool, text: anyText }, ['text'])),
    },
  },
  hr: { props: {} },
  img: {
    props: {
      img_key: str(200, 1),
      i18n_img_key: i18n,
      alt: plain(),
      title: plain(),
      scale_type: oneOf('crop_center', 'crop_top', 'fit_horizontal'),
      size: str(),
      preview: bool,
      transparent: bool,
      corner_radius: str(),
    },
    required: ['img_key', 'alt'],
  },
  column_set: {
    holds: 'columns',
    props: {
      columns: never,
      flex_mode: oneOf('none', 'stretch', 'flow', 'bisect', 'trisect'),
      horizontal_spacing: gap,
      horizontal_align: alignment,
      background_style: colour,
      action: anyObject,
    },
    required: ['columns'],
  },
  column: {
    holds: 'elements',
    props: {
      ...layout,
      elements: never,
      width: matching(/^(auto|weighted|\d{2,3}px)$/, 'auto, weighted or pixels'),
      weight: num(1, 5),
      background_style: colour,
      action: anyObject,
    },
    required: ['elements'],
  },
  collapsible_panel: {
    holds: 'elements',
    props: {
      ...layout,
      elements: never,
      expanded: bool,
      background_color: colour,
      header: shape(
        {
          title: titleText,
          background_color: colour,
          vertical_align: vertical,
          padding: spacing,
          position: oneOf('top', 'bottom'),
          width,
          icon,
          icon_position: oneOf('left', 'right', 'follow_text'),
          icon_expanded_angle: num(-180, 180),
        },
        ['title'],
      ),
      border: shape({ color: colour, corner_radius: str() }),
    },
    required: ['elements', 'header'],
  },
  form: {
    holds: 'elements',
    rootOnly: true,
    props: { ...layout, elements: never, name: str(100, 1) },
    required: ['elements', 'name'],
  },
  ...inputs,
  person: {
    props: {
      size: oneOf('large', 'medium', 'small', 'extra_small'),
      user_id: str(100, 1),
      show_avatar: bool,
      show_name: bool,
      style: oneOf('normal', 'capsule'),
    },
    required: ['user_id'],
  },
  person_list: {
    props: {
      persons: listOf(shape({ id: str(100, 1) }, ['id'])),
      drop_invalid_user_id: bool,
      lines: num(1, 100),
      show_name: bool,
      show_avatar: bool,
      size: oneOf('large', 'medium', 'small', 'extra_small'),
      icon,
    },
    required: ['persons'],
  },
  table: {
    rootOnly: true,
    props: {
      columns: listOf(
        shape(
          {
            name: str(100, 1),
            display_name: str(),
            data_type: oneOf('text', 'lark_md', 'markdown', 'options', 'number', 'persons', 'date'),
            width: matching(/^(auto|\d{2,3}(px|%))$/, 'a width'),
            horizontal_align: alignment,
            vertical_align: vertical,
            format: anyObject,
            date_format: str(),
          },
          ['name', 'data_type'],
        ),
        50,
        1,
      ),
      rows: listOf(anyObject),
      page_size: num(1, 10),
      row_height: matching(/^(low|middle|high|auto|\d{2,3}px)$/, 'a row height'),
      row_max_height: str(),
      freeze_first_column: bool,
      header_style: shape({
        text_align: alignment,
        text_size: textSize,
        background_style: oneOf('none', 'grey'),
        text_color: colour,
        bold: bool,
        lines: num(1, 100),
      }),
    },
    required: ['columns', 'rows'],
  },
  chart: {
    props: {
      chart_spec: anyObject,
      aspect_ratio: oneOf('1:1', '2:1', '4:3', '16:9'),
      height: matching(/^(auto|\d{1,3}px)$/, 'a height'),
      color_theme: oneOf('brand', 'rainbow', 'complementary', 'converse', 'primary'),
      preview: bool,
    },
    required: ['chart_spec'],
  },
};
