import { formPages, formView } from '../../adapters/slack/forms.ts';
import { joined, partsOf } from '../../adapters/slack/parts.ts';
import type { Field, Form } from '../../src/core/card.ts';
import { bold, md } from '../../src/core/md.ts';
import { judgeView } from '../kit/fake-slack/blocks.ts';
import { draw } from './kit/draw.ts';

const option = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    label: `option ${i} ${'o'.repeat(i % 100)}`,
    value: `value-${i}-${'v'.repeat(i % 90)}`,
    hint: i % 2 ? 'hint' : '',
  }));
const fields: Field[] = [
  {
    name: 'text',
    label: 'Text',
    type: 'text',
    lines: 4,
    max: 2000,
    value: 'before',
    required: true,
    hint: 'h'.repeat(2500),
  },
  { name: 'short', label: 'L'.repeat(2500), type: 'text' },
  {
    name: 'one',
    label: 'One',
    type: 'choice',
    options: option(4),
    value: option(4)[2]!.value,
    required: true,
  },
  { name: 'maybe', label: 'Maybe', type: 'choice', options: option(4) },
  {
    name: 'many',
    label: 'Many',
    type: 'choice',
    many: true,
    options: option(10),
    value: [option(10)[0]!.value],
  },
  {
    name: 'more',
    label: 'More',
    type: 'choice',
    many: true,
    options: option(250),
    value: option(250)
      .slice(200, 205)
      .map((o) => o.value),
  },
  { name: 'none', label: 'None', type: 'choice', options: [] },
  { name: 'rating', label: 'Rating', type: 'rating', min: 1, max: 5, required: true },
  { name: 'worded', label: 'Worded', type: 'rating', options: option(5), value: '' },
  { name: 'number', label: 'Number', type: 'number', min: 0, max: 100, value: '3.5' },
  { name: 'odd', label: 'Odd', type: 'number', value: '1,200' },
  { name: 'date', label: 'Date', type: 'date', min: '2027-01-01', max: '2027-12-31', value: '2027-02-01' },
  { name: 'person', label: 'Person', type: 'person', value: 'ann' },
  { name: 'people', label: 'People', type: 'person', many: true, value: ['ann', 'eve'] },
  {
    name: 'candidate',
    label: 'Candidate',
    type: 'person',
    options: option(130),
    value: option(130)[120]!.value,
  },
  { name: 'file', label: 'File', type: 'file', many: true },
];
const form: Form = {
  title: 'A form with a title that is longer than Slack has room for',
  intro: md`Intro ${bold('b')}`,
  submit: 'Send it all to everybody now',
  token: 't.form {}',
  fields,
};

describe('forms', () => {
  test.each(['en', 'zh'] as const)('every field is taken (%s)', (locale) => {
    const view = formView({ form, values: {} }, { page: 0 }, draw({ surface: 'view', locale }));
    expect(judgeView(view, 'modal')).toEqual({ issues: [], tooLarge: false });
  });

  test('two hundred fields are pages that Slack takes, each field on one of them', () => {
    const long = {
      ...form,
      fields: Array.from({ length: 200 }, (_, i) => ({ ...fields[i % fields.length]!, name: `f${i}` })),
    };
    const pages = formPages(long, draw({ surface: 'view' }));
    expect(pages.flat().map(({ field }) => field.name)).toEqual(long.fields.map((f) => f.name));
    for (let page = 0; page < pages.length; page += 1)
      expect(
        judgeView(
          formView(
            { form: long, values: {} },
            { page, draft: 'd'.repeat(36), on: ['C'.repeat(12), '1700000000.000100'] },
            draw({ surface: 'view' }),
          ),
          'modal',
        ),
      ).toEqual({ issues: [], tooLarge: false });
  });

  test('where some are elsewhere all who were named are kept, a hundred in a menu', () => {
    const ids = Array.from({ length: 230 }, (_, i) => `p${i}`);
    const field: Field = { name: 'people', label: 'People', type: 'person', many: true, value: ids };
    const view = formView(
      { form: { ...form, fields: [field, fields[12]!] }, values: {} },
      { page: 0 },
      draw({ surface: 'view', elsewhere: true }),
    );
    expect(judgeView(view, 'modal')).toEqual({ issues: [], tooLarge: false });
    for (const id of ids) expect(JSON.stringify(view)).toContain(`"value":"${id}"`);
    expect(JSON.stringify(view).match(/external_select/g)).toHaveLength(4);
  });

  test('somebody who was named but has no account here can be kept or cleared', () => {
    const text = JSON.stringify(
      formView(
        { form: { ...form, fields: [fields[13]!] }, values: {} },
        { page: 0 },
        draw({ surface: 'view' }),
      ),
    );
    expect(text).toContain('"initial_users":["U0ANN"]');
    expect(text).toContain('"value":"eve"');
  });

  test.each([
    'a word '.repeat(2000),
    'x'.repeat(9001),
    '汉'.repeat(7000),
    '😀'.repeat(4000),
    `${'line\n'.repeat(3000)}  end`,
    'short',
    '',
  ])('a long text in parts is the same text again (%#)', (text) => {
    const parts = partsOf(text, 3000);
    expect(parts.every((part) => part.text.length <= 3000)).toBe(true);
    expect(joined(parts)).toBe(text);
  });

  test('private_metadata carries ids only', () => {
    const view = formView(
      { form, values: { text: 'a secret answer' } },
      { page: 0, draft: 'id' },
      draw({ surface: 'view' }),
    );
    expect(JSON.parse(String(view.private_metadata))).toEqual({ token: 't.form {}', draft: 'id', page: 0 });
  });
});
