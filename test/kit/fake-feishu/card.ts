/** Takes a card as Feishu would, or throws the fault it would answer with. */
import {
  anyObject,
  bool,
  i18n,
  icon,
  isObject,
  type Json,
  listOf,
  locales,
  matching,
  oneOf,
  shape,
  spacing,
  str,
  titleText,
} from './checks.ts';
import { CardFault } from './codes.ts';
import type { Component } from './component.ts';
import { components } from './components.ts';

const most = { bytes: 30 * 1024, elements: 200, levels: 5, tables: 5, tablesInText: 4, checkerButtons: 3 };

const root = shape(
  {
    schema: oneOf('2.0'),
    config: shape({
      update_multi: bool,
      enable_forward: bool,
      enable_forward_interaction: bool,
      wide_screen_mode: bool,
      width_mode: oneOf('compact', 'fill', 'default'),
      summary: shape({ content: str(), i18n_content: i18n }),
      locales,
      style: anyObject,
      use_custom_translation: bool,
    }),
    card_link: shape({ url: str(), pc_url: str(), ios_url: str(), android_url: str() }),
    header: shape(
      {
        title: titleText,
        subtitle: titleText,
        template: oneOf(
          ...['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red'],
          ...['carmine', 'violet', 'purple', 'indigo', 'grey', 'default'],
        ),
        icon,
        padding: spacing,
        text_tag_list: listOf(anyObject, 3),
        i18n_text_tag_list: anyObject,
      },
      ['title'],
    ),
    body: shape(
      {
        elements: listOf(anyObject),
        direction: oneOf('vertical', 'horizontal'),
        padding: spacing,
        horizontal_spacing: str(),
        vertical_spacing: str(),
        horizontal_align: str(),
        vertical_align: str(),
      },
      ['elements'],
    ),
  },
  ['schema', 'body'],
);

interface Seen {
  names: Set<string>;
  ids: Set<string>;
  tables: number;
}

interface Place {
  path: string;
  /** Tags of the containers around, the outermost first. */
  within: readonly string[];
}

/** @throws CardFault */
export function checkCard(card: unknown, bytes: number): asserts card is Json {
  if (bytes > most.bytes) throw new CardFault(230025, `the card has ${bytes} bytes, ${most.bytes} are taken`);
  if (isObject(card) && card.schema !== '2.0') throw new CardFault(200830, 'only schema 2.0 is served here');
  root(card, 'card');
  const { body, config } = card as { body: { elements: Json[] }; config?: Json };
  if (config?.update_multi === false)
    throw new CardFault(200621, 'update_multi must be true in 2.0', 'update_multi');
  const tagged = countTagged(card);
  if (tagged > most.elements)
    throw new CardFault(11310, `element exceeds the limit, has ${tagged}`, 'elements');
  const seen: Seen = { names: new Set(), ids: new Set(), tables: 0 };
  for (const [i, element] of body.elements.entries())
    checkElement(element, { path: `body.elements[${i}]`, within: [] }, seen);
  if (seen.tables > most.tables) throw new CardFault(11310, 'card table number over limit', 'table');
}

/** Everything with a tag counts, texts too. */
function countTagged(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((n: number, v) => n + countTagged(v), 0);
  if (!isObject(value)) return 0;
  const own = typeof value.tag === 'string' ? 1 : 0;
  return own + Object.entries(value).reduce((n, [k, v]) => n + (k === 'chart_spec' ? 0 : countTagged(v)), 0);
}

const elementId = matching(
  /^[A-Za-z][A-Za-z0-9_]{0,19}$/,
  'a letter, then letters, digits and _, at most 20',
);
const common = { tag: str(), element_id: elementId, margin: spacing };

function checkElement(element: Json, place: Place, seen: Seen): void {
  const tag = String(element.tag);
  const component = Object.hasOwn(components, tag) ? components[tag] : undefined;
  if (!component)
    throw new CardFault(
      200861,
      `cards of schema V2 no longer support this capability; unsupported tag ${tag}, path: ${place.path}`,
      tag,
    );
  shape({ ...common, ...component.props }, component.required)(element, place.path);
  unique(seen.ids, element.element_id, 300301, 'duplicate element_id');
  checkPlace(tag, component, place);
  checkAsked(element, component, place, seen);
  rules[tag]?.(element, place.path, seen);
  if (component.holds) descend(element, tag, component.holds, place, seen);
}

function descend(element: Json, tag: string, key: 'elements' | 'columns', place: Place, seen: Seen): void {
  // A column is part of its set, not a level of its own.
  const within = tag === 'column' ? place.within : [...place.within, tag];
  if (within.length > most.levels) throw new CardFault(11310, 'containers are nested too deeply', tag);
  const children = element[key];
  listOf(anyObject)(children, `${place.path}.${key}`);
  for (const [i, child] of (children as Json[]).entries()) {
    const path = `${place.path}.${key}[${i}]`;
    if ((key === 'columns') !== (child.tag === 'column'))
      throw new CardFault(
        200621,
        `a column stands in a column_set, and only columns do, path: ${path}`,
        String(child.tag),
      );
    checkElement(child, { path, within }, seen);
  }
}

function checkPlace(tag: string, { rootOnly, formOnly }: Component, { path, within }: Place): void {
  if (rootOnly && within.length > 0)
    throw new CardFault(200621, `${tag} stands only at the root of the body, path: ${path}`, tag);
  if (formOnly && !within.includes('form'))
    throw new CardFault(200621, `${tag} stands only in a form, path: ${path}`, tag);
}

function checkAsked(element: Json, { asks }: Component, { path, within }: Place, seen: Seen): void {
  if (!asks) return;
  if (within.includes('form') && !element.name)
    throw new CardFault(200530, `name of ${String(element.tag)} in a form is empty, path: ${path}`, 'name');
  unique(seen.names, element.name, 200530, 'duplicate name');
  if (element.form_action_type && !within.includes('form'))
    throw new CardFault(200621, `form_action_type outside a form, path: ${path}`, 'form_action_type');
}

function unique(seen: Set<string>, value: unknown, code: number, message: string): void {
  if (typeof value !== 'string') return;
  if (seen.has(value)) throw new CardFault(code, message, value);
  seen.add(value);
}

const chartTypes =
  'line area bar pie common funnel scatter radar linearProgress circularProgress wordCloud'.split(' ');

/** What one property alone does not show. */
const rules: Record<string, (element: Json, path: string, seen: Seen) => void> = {
  markdown({ content }, path, seen) {
    const tables = String(content).match(/^\s*\|?(\s*:?-{2,}:?\s*\|)+\s*(:?-{2,}:?\s*)?$/gm)?.length ?? 0;
    if (tables > most.tablesInText)
      throw new CardFault(11310, `card table number over limit, path: ${path}`, 'table');
    seen.tables += tables;
  },
  form(element, path) {
    const submits = JSON.stringify(element).includes('"form_action_type":"submit"');
    if (!submits) throw new CardFault(200621, `a form needs a submit button, path: ${path}`, 'form');
  },
  select_static: (element, path) => checkOptions(element, path, [element.initial_option]),
  multi_select_static: (element, path) => checkOptions(element, path, listed(element.selected_values)),
  select_person: (element, path) => checkOptions(element, path, [element.initial_option]),
  multi_select_person: (element, path) => checkOptions(element, path, listed(element.selected_values)),
  input({ default_value, max_length, rows, input_type }, path) {
    const limit = typeof max_length === 'number' ? max_length : 1000;
    if (typeof default_value === 'string' && [...default_value].length > limit)
      throw new CardFault(200621, `default_value is longer than max_length, path: ${path}`, 'default_value');
    if (rows !== undefined && input_type !== 'multiline_text')
      throw new CardFault(200621, `rows belong to multiline_text, path: ${path}`, 'rows');
  },
  checker({ button_area }) {
    const buttons = isObject(button_area) ? listed(button_area.buttons).length : 0;
    if (buttons > most.checkerButtons)
      throw new CardFault(11310, 'a checker has 3 buttons at most', 'buttons');
  },
  table({ columns, rows }, path, seen) {
    seen.tables += 1;
    const kinds = new Map<string, string>();
    for (const { name, data_type } of columns as { name: string; data_type: string }[]) {
      if (kinds.has(name)) throw new CardFault(200621, `duplicate column, path: ${path}`, name);
      kinds.set(name, data_type);
    }
    for (const row of rows as Json[])
      for (const [key, value] of Object.entries(row)) checkCell(kinds.get(key), key, value);
  },
  chart({ chart_spec }, path) {
    const { type, data } = chart_spec as { type?: unknown; data?: unknown };
    if (!chartTypes.includes(String(type)) || (!isObject(data) && !Array.isArray(data)))
      throw new CardFault(200550, `chart_spec is not valid, path: ${path}`, String(type));
  },
};

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function checkOptions({ options }: Json, path: string, chosen: unknown[]): void {
  const values = new Set<string>();
  for (const option of listed(options) as { value: string }[])
    unique(values, option.value, 200621, `duplicate option value, path: ${path}`);
  for (const one of chosen)
    if (typeof one === 'string' && one !== '' && !values.has(one))
      throw new CardFault(200621, `what is chosen is no option, path: ${path}`, one);
}

function checkCell(kind: string | undefined, key: string, value: unknown): void {
  if (!kind) throw new CardFault(200915, `row key ${key} is not declared in columns`, key);
  const fits =
    kind === 'number' || kind === 'date'
      ? typeof value === 'number'
      : typeof value === 'string' || ['options', 'persons'].includes(kind);
  if (!fits) throw new CardFault(200915, `a cell of ${key} is no ${kind}`, key);
}

/** The card as JSON text, as `content` carries it. */
export function parseCard(content: unknown, bytes: number): Json {
  let card: unknown;
  try {
    card = JSON.parse(String(content));
  } catch {
    throw new CardFault(200621, 'parse card json err, please check whether the card json is correct');
  }
  checkCard(card, bytes);
  return card;
}
