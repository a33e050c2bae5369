/** Blocks and fields as card JSON 2.0: whole, neutral, within the budget, and taken by the strict fake. */
import fc from 'fast-check';
import { page, whole } from '../../adapters/feishu/can.ts';
import { chart } from '../../adapters/feishu/charts.ts';
import { weigh } from '../../adapters/feishu/elements.ts';
import { formCard, openedForm } from '../../adapters/feishu/form-card.ts';
import { say } from '../../adapters/feishu/messages.ts';
import { drawn } from '../../adapters/feishu/pages.ts';
import type { Scene } from '../../adapters/feishu/render.ts';
import { bold, markup, neutral } from '../../adapters/feishu/text.ts';
import type { Block, Card, ChartBlock, Field } from '../../src/core/card.ts';
import { inside, link, md, person, bold as strong } from '../../src/core/md.ts';
import { checkCard } from '../kit/fake-feishu/card.ts';

const people = new Map([
  ['ann', { name: 'Ann *Star*', account: 'ou_ann' }],
  ['guest', { name: 'A <guest>' }],
]);
const scene: Scene = { people, words: say('en'), stamp: 'now' };
const body = (json: unknown) =>
  Buffer.byteLength(JSON.stringify({ content: JSON.stringify(json), receive_id: 'o'.repeat(40) }));
const taken = (json: unknown) => checkCard(json, body(json));
const pagesOf = (card: Card) => {
  const { pages } = drawn(card, scene);
  return Array.from({ length: pages }, (_, i) => drawn(card, scene, i).json);
};
const one = (...blocks: Block[]): string => {
  const [json, ...more] = pagesOf({ title: 'T', blocks });
  expect(more).toEqual([]);
  taken(json);
  return JSON.stringify(json);
};

test('what people wrote stays text', () => {
  const evil = '<at id=all></at> **b** _i_ ~s~ `c` [x](http://y) :OK: # h\n- list\n1. one &lt; | a |';
  const text = neutral(evil);
  expect(text).not.toMatch(/[<>*_~`[\]|]/);
  expect(text).not.toMatch(/^\s*(-|1\.)/m);
  expect(text).not.toContain(':OK:');
  expect(text).toContain('&#38;lt;');
  const read = text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  expect(read).toBe(evil);
});

test('markup becomes Feishu’s: bold, links, mentions, moments in the reader’s own zone', () => {
  const at = new Date('2027-01-13T09:00:00Z');
  const text = markup(
    md`${strong('Due')} ${at}: ${link('see', 'https://e.x/a(b)c d')} ${person('ann')} ${person('guest')} ${person('gone')}`,
    people,
  );
  expect(text).toContain('**Due** ');
  expect(text).toContain(
    `<local_datetime millisecond='${at.getTime()}' format_type='date_short'></local_datetime>`,
  );
  expect(text).toContain('[see](https://e.x/a%28b%29c%20d)');
  expect(text).toContain('<at id=ou_ann></at> A &#60;guest&#62; gone');
  expect(markup(inside(md`${'<at id=all></at>'}`).markup, people)).not.toContain('<at');
  expect(bold(' a \n\nb ')).toBe(' **a** \n\n**b** ');
});

test('every block', () => {
  expect(one({ type: 'text', text: md`Hi` })).toContain('"markdown","content":"Hi"');
  expect(one({ type: 'note', text: md`Hi` })).toContain('notation');
  expect(one({ type: 'facts', items: [{ label: 'Due', value: '*Fri*' }] })).toContain(
    '**Due**  &#42;Fri&#42;',
  );
  expect(one({ type: 'divider' })).toContain('"hr"');
  expect(one({ type: 'people', ids: ['ann', 'guest'] })).toMatch(
    /person_list.*"drop_invalid_user_id":true.*ou_ann.*A &#60;guest/,
  );
  expect(one({ type: 'progress', label: 'Sent', done: 3, of: 4 })).toMatch(/linearProgress.*0\.75/);
  expect(one({ type: 'progress', label: 'None', done: 0, of: 0 })).toContain('"part":0');
  expect(one({ type: 'image', file: 'img_v3_x', alt: 'Chart' })).toContain('"img_key":"img_v3_x"');
  expect(one({ type: 'image', file: 'other', alt: 'Chart' })).toContain('Picture: Chart');
  const buttons = one({
    type: 'actions',
    items: [{ label: 'Yes', token: 'a.b {}', style: 'danger', confirm: 'Sure?' }],
  });
  expect(buttons).toMatch(/"danger".*"confirm":\{"title":\{"tag":"plain_text","content":"Are you sure\?"\}/);
  expect(buttons).toContain('"value":{"t":"a.b {}","n":"now"}');
});

test.each(['bar', 'stacked', 'line', 'radar'] as const)(
  'a %s chart is drawn by the client, and told in words',
  (kind) => {
    const block: ChartBlock = {
      type: 'chart',
      kind,
      labels: ['S', 'A'],
      series: [
        { name: 'x', values: [1, 2] },
        { name: 'y', values: [3, 4] },
      ],
      max: 5,
      alt: 'S 1, A 2',
    };
    expect(one(block)).toContain('S 1, A 2');
    const spec = chart(block).chart_spec as { type: string; data: [{ values: unknown[] }] };
    expect(spec.type).toBe(kind === 'stacked' ? 'bar' : kind);
    expect(spec.data[0].values).toHaveLength(4);
  },
);

test('long things are folded, none is cut', () => {
  const long = '很长的一句话。'.repeat(120);
  expect(one({ type: 'note', text: md`${long}` })).toMatch(/collapsible_panel.*"expanded":false/);
  const label = 'L'.repeat(250);
  const chosen = one({
    type: 'choices',
    label: 'Rate',
    token: 'r {}',
    options: [{ label, value: '1', hint: 'what it means' }],
    value: '1',
  });
  expect(chosen).toContain(label);
  expect(chosen).toContain('what it means');
  expect(chosen).toContain('"initial_option":"1"');
  expect(one({ type: 'actions', items: [{ label, token: 'a {}' }] })).toContain(label);
  const title = pagesOf({ title: `${'T'.repeat(300)}end`, blocks: [] })
    .map((p) => JSON.stringify(p))
    .join();
  expect(title).toContain(`${'T'.repeat(300)}end`);
});

test('the same value twice is told apart on the wire', () => {
  const options = ['a', 'a', 'b'].map((value, i) => ({ label: `L${i}`, value }));
  one({ type: 'choices', label: 'x', token: 't {}', options, value: 'a' });
});

const words = fc.string({
  unit: fc.constantFrom('字', 'a', '"', '\\', '<', '*', '\n', ' ', '😀'),
  maxLength: 900,
});
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((w): Block => ({ type: 'text', text: md`${w}x` })),
  fc
    .array(fc.tuple(words, words), { maxLength: 30 })
    .map((rows): Block => ({ type: 'table', columns: [{ label: 'a' }, { label: 'b' }], rows })),
  fc
    .array(fc.record({ label: words, value: words }), { minLength: 1, maxLength: 20 })
    .map((items): Block => ({ type: 'facts', items })),
  fc.array(words, { minLength: 1, maxLength: 120 }).map(
    (labels): Block => ({
      type: 'choices',
      label: 'c',
      token: 't {}',
      options: labels.map((label, i) => ({ label: `${label}.`, value: String(i), hint: label })),
    }),
  ),
  fc.array(words, { minLength: 1, maxLength: 8 }).map(
    (labels): Block => ({
      type: 'actions',
      items: labels.map((label) => ({ label: `${label}.`, token: 'a {}', confirm: label })),
    }),
  ),
  fc.tuple(words, fc.nat(99)).map(([label, done]): Block => ({ type: 'progress', label, done, of: 99 })),
);

test('whatever is shown fits page by page, and Feishu takes every page', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 25 }), words, (blocks, title) => {
      for (const json of pagesOf({ title: `${title}.`, blocks })) {
        taken(json);
        expect(body(json)).toBeLessThanOrEqual(30 * 1024);
      }
    }),
    { numRuns: 60 },
  );
  expect(page.bytes).toBeLessThan(whole.bytes);
});

test('every field, with what is wrong beside it', () => {
  const fields: Field[] = [
    {
      name: 'a',
      label: 'A',
      type: 'text',
      hint: 'a hint',
      required: true,
      lines: 4,
      max: 3000,
      value: '字'.repeat(2500),
    },
    { name: 'b', label: 'B', type: 'number', value: '7' },
    { name: 'c', label: 'C', type: 'date', value: '2027-01-01' },
    { name: 'd', label: 'D', type: 'rating', min: 1, max: 5, value: '3' },
    {
      name: 'e',
      label: 'E',
      type: 'choice',
      many: true,
      options: [{ label: 'x', value: 'x' }],
      value: ['x', 'not offered'],
    },
    { name: 'f', label: 'F', type: 'person', many: true, value: ['ann', 'guest'] },
    { name: 'g', label: 'G', type: 'person', options: [{ label: 'Ann', value: 'ann' }] },
    { name: 'h', label: 'H', type: 'file' },
  ];
  const open = {
    ...openedForm({ title: 'F', intro: md`Hello`, submit: 'Send', token: 'f {}', fields }),
    errors: { b: 'Too <much>' },
  };
  const { json, end } = formCard(open, scene);
  expect(end).toBe(fields.length);
  taken(json);
  const text = JSON.stringify(json);
  expect(text).toContain("<font color='red'>Too &#60;much&#62;</font>");
  for (const name of ['v0_a', 'v1_a', 'v2_a', 'v0_b', 'd0_c', 'v0_d', 'v0_e', 'v0_f', 'q0_f', 'a0_g', 'send'])
    expect(text).toContain(`"name":"${name}"`);
  expect(text).toContain('"selected_values":["x"]');
  expect(weigh(json).bytes).toBeLessThan(whole.bytes);
});
