/** What Feishu refuses in a card, with the code it refuses it with. */
import { checkCard } from '../kit/fake-feishu/card.ts';
import { CardFault } from '../kit/fake-feishu/codes.ts';

type Json = Record<string, unknown>;
const cardOf = (...elements: Json[]): Json => ({
  schema: '2.0',
  config: { update_multi: true },
  body: { elements },
});
const text = (content: string) => ({ tag: 'plain_text', content });
const submit = {
  tag: 'button',
  name: 'ok',
  text: text('OK'),
  form_action_type: 'submit',
  behaviors: [{ type: 'callback', value: { t: 'x' } }],
};
const form = (...elements: Json[]) => ({ tag: 'form', name: 'f', elements: [...elements, submit] });
const input = (name: string, more: Json = {}) => ({ tag: 'input', name, ...more });
const boxed = (levels: number, inner: Json): Json =>
  levels === 0
    ? inner
    : { tag: 'collapsible_panel', header: { title: text('more') }, elements: [boxed(levels - 1, inner)] };
const line = { tag: 'markdown', content: 'x' };
const table = { tag: 'table', columns: [{ name: 'a', data_type: 'text' }], rows: [{ a: '1' }] };

const faultOf = (card: unknown, bytes = 100): number => {
  try {
    checkCard(card, bytes);
    return 0;
  } catch (e) {
    if (e instanceof CardFault) return e.code;
    throw e;
  }
};

test.each<[string, Json]>([
  [
    'a form with every kind of field',
    cardOf(
      line,
      form(
        input('why', {
          input_type: 'multiline_text',
          rows: 3,
          max_length: 1000,
          label: text('Why'),
          placeholder: text('…'),
        }),
        {
          tag: 'select_static',
          name: 'grade',
          required: true,
          options: [{ text: text('A'), value: 'a' }],
          initial_option: 'a',
        },
        {
          tag: 'multi_select_static',
          name: 'many',
          required: false,
          options: [{ text: text('A'), value: 'a' }],
          selected_values: ['a'],
        },
        { tag: 'select_person', name: 'who', options: [{ value: 'ou_1' }] },
        { tag: 'multi_select_person', name: 'whom', options: [{ value: 'ou_1' }] },
        { tag: 'date_picker', name: 'due', initial_date: '2027-01-05' },
        { tag: 'checker', name: 'sure', checked: false, text: text('sure') },
      ),
    ),
  ],
  [
    'columns, details, a table, a chart',
    cardOf(
      {
        tag: 'column_set',
        flex_mode: 'bisect',
        columns: [{ tag: 'column', width: 'weighted', weight: 1, elements: [line] }],
      },
      boxed(5, line),
      table,
      {
        tag: 'chart',
        chart_spec: { type: 'linearProgress', data: { values: [{ type: 'x', value: 0.4, text: '4/10' }] } },
      },
    ),
  ],
])('%s is taken', (_, card) => {
  expect(faultOf(card)).toBe(0);
});

test.each<[number, string, unknown]>([
  [200621, 'an unknown property', cardOf({ ...line, corner_radius: '4px' })],
  [200621, 'an unknown property of the card', { ...cardOf(line), elements: [] }],
  [200861, 'a tag of the old schema', cardOf({ tag: 'action', actions: [] })],
  [200861, 'another', cardOf({ tag: 'note', elements: [] })],
  [200830, 'schema 1.0', { elements: [] }],
  [200621, 'no update_multi', { schema: '2.0', config: { update_multi: false }, body: { elements: [] } }],
  [200621, 'a form in a panel', cardOf(boxed(1, form(input('a'))))],
  [
    200621,
    'a table in a column',
    cardOf({ tag: 'column_set', columns: [{ tag: 'column', elements: [table] }] }),
  ],
  [200621, 'a form without a submit button', cardOf({ tag: 'form', name: 'f', elements: [input('a')] })],
  [200530, 'a field of a form without a name', cardOf(form({ tag: 'input' }))],
  [
    200530,
    'two of one name, in two forms',
    cardOf(form(input('a')), { tag: 'form', name: 'g', elements: [input('a'), { ...submit, name: 'b' }] }),
  ],
  [300301, 'two of one element_id', cardOf({ ...line, element_id: 'x' }, { ...line, element_id: 'x' })],
  [200621, 'an element_id that begins with a digit', cardOf({ ...line, element_id: '1x' })],
  [200621, 'a multi-select outside a form', cardOf({ tag: 'multi_select_static', options: [] })],
  [200621, 'a button’s text of 101', cardOf({ tag: 'button', text: text('x'.repeat(101)) })],
  [200621, 'a placeholder of 101', cardOf(form(input('a', { placeholder: text('字'.repeat(101)) })))],
  [200621, 'max_length of 1001', cardOf(form(input('a', { max_length: 1001 })))],
  [
    200621,
    'a default longer than max_length',
    cardOf(form(input('a', { max_length: 3, default_value: 'four' }))),
  ],
  [
    200621,
    'a callback whose value is a string',
    cardOf({ tag: 'button', text: text('x'), behaviors: [{ type: 'callback', value: 'x' }] }),
  ],
  [
    200621,
    'two options of one value',
    cardOf({
      tag: 'select_static',
      options: [
        { text: text('A'), value: 'a' },
        { text: text('B'), value: 'a' },
      ],
    }),
  ],
  [
    200621,
    'a chosen value that is no option',
    cardOf({ tag: 'select_static', options: [], initial_option: 'a' }),
  ],
  [200915, 'a cell of no column', cardOf({ ...table, rows: [{ b: '1' }] })],
  [200621, 'page_size 11', cardOf({ ...table, page_size: 11 })],
  [11310, 'six tables', cardOf(...Array.from({ length: 6 }, () => table))],
  [
    11310,
    'five tables in one text',
    cardOf({ tag: 'markdown', content: '|a|b|\n|--|--|\n|1|2|\n\n'.repeat(5) }),
  ],
  [11310, '201 elements', cardOf(...Array.from({ length: 201 }, () => line))],
  [
    11310,
    '101 texts in as many elements',
    cardOf(...Array.from({ length: 101 }, () => ({ tag: 'div', text: text('x') }))),
  ],
  [11310, 'six levels', cardOf(boxed(6, line))],
  [
    200550,
    'a chart of a kind there is not',
    cardOf({ tag: 'chart', chart_spec: { type: 'pyramid', data: [] } }),
  ],
  [200621, 'a picture without alt', cardOf({ tag: 'img', img_key: 'k' })],
  [200621, 'a language that Feishu does not have', cardOf({ ...line, i18n_content: { xx: 'x' } })],
])('%i for %s', (code, _, card) => {
  expect(faultOf(card)).toBe(code);
});

test('30 KB and one byte more', () => {
  expect(faultOf(cardOf(line), 30 * 1024)).toBe(0);
  expect(faultOf(cardOf(line), 30 * 1024 + 1)).toBe(230025);
});
