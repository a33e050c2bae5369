import type { Draw } from '../../adapters/slack/blocks.ts';
import { can } from '../../adapters/slack/can.ts';
import { limits } from '../../adapters/slack/limits.ts';
import { pageOf } from '../../adapters/slack/pages.ts';
import { asText } from '../../adapters/slack/tables.ts';
import type { Block } from '../../src/core/card.ts';
import { bold, md } from '../../src/core/md.ts';
import { judgeMessage, judgeView } from '../kit/fake-slack/blocks.ts';
import { draw, pagesOf } from './kit/draw.ts';

const blocks: Block[] = [
  { type: 'text', text: md`Hello ${bold('you')}` },
  { type: 'note', text: md`small` },
  {
    type: 'facts',
    items: Array.from({ length: 23 }, (_, i) => ({ label: `fact ${i}`, value: i % 2 ? '' : `<${i}>` })),
  },
  { type: 'facts', items: [{ label: 'long', value: 'v'.repeat(5000) }] },
  {
    type: 'table',
    columns: [{ label: 'Name' }, { label: 'Score', align: 'right' }],
    rows: [
      ['Ann', '4.5'],
      ['', ''],
    ],
  },
  {
    type: 'chart',
    kind: 'radar',
    labels: ['a', 'b', 'c'],
    series: [{ name: 's', values: [1, 2, 3] }],
    alt: 'a rises',
  },
  { type: 'image', file: 'T0X:F0123456', alt: 'a picture' },
  { type: 'image', file: 'https://evil.test/x.png', alt: 'elsewhere' },
  { type: 'progress', label: 'Done', done: 3, of: 10 },
  { type: 'progress', label: 'Nothing', done: 0, of: 0 },
  { type: 'people', ids: ['ann', 'eve'] },
  { type: 'divider' },
  {
    type: 'actions',
    items: [
      { label: 'Agree', token: 'goals.agree {"goal":"g"}', style: 'primary' },
      { label: 'L'.repeat(300), token: 'goals.x {}', style: 'danger', confirm: 'C'.repeat(2700) },
      { label: 'Long', token: `t.long ${JSON.stringify('y'.repeat(2500))}` },
    ],
  },
  {
    type: 'choices',
    label: 'Level',
    token: 't.level {}',
    value: '2',
    options: [1, 2, 3, 4, 5].map((n) => ({ label: `level ${n}`, value: String(n), hint: 'h'.repeat(90) })),
  },
  {
    type: 'choices',
    label: 'Who',
    token: 't.who {}',
    options: Array.from({ length: 100 }, (_, n) => ({
      label: `name ${n} ${'z'.repeat(200)}`,
      value: `v${n % 7}`,
    })),
  },
];

describe('cards', () => {
  test.each(['message', 'view'] as const)('every block is taken in a %s', (surface) => {
    for (const locale of ['en', 'zh'] as const)
      for (const page of pagesOf({ title: 'All of them', tone: 'attention', blocks }, { surface, locale })) {
        const issues =
          surface === 'message'
            ? judgeMessage(page.blocks)
            : judgeView({ type: 'home', blocks: page.blocks }, 'home').issues;
        expect(issues).toEqual([]);
        expect(page.text).toContain('All of them');
      }
  });

  test('what a field of Slack’s cuts off stands in full beside it', () => {
    const text = JSON.stringify(pagesOf({ title: 'x', blocks }));
    const full = text.replace(/[^C]+/g, '').length >= 2700 + limits.confirmText - 1;
    const rest = ['L'.repeat(300), `name 99 ${'z'.repeat(200)}`, 'h'.repeat(90)];
    expect([full, ...rest.map((whole) => text.includes(whole))]).toEqual([true, true, true, true]);
  });

  test('a token or value that is too long is kept, not cut', () => {
    const keeps: Draw['keeps'] = [];
    pageOf({ title: 'x', blocks }, draw({ keeps }));
    expect(keeps.some(({ text }) => text === `t.long ${JSON.stringify('y'.repeat(2500))}`)).toBe(true);
  });

  test('a long title goes on as text', () => {
    for (const n of [10, 150, 151, 6000]) {
      const pages = pagesOf({ title: 't'.repeat(n), blocks: [] });
      const text = JSON.stringify(pages.map((p) => p.blocks)).replace(/[^t]/g, '');
      expect(text.length).toBeGreaterThanOrEqual(n);
      for (const page of pages) expect(judgeMessage(page.blocks)).toEqual([]);
    }
  });

  test('a picture is shown by its file, without one its sentence stands there', () => {
    const chart = blocks[5] as Extract<Block, { type: 'chart' }>;
    expect(JSON.stringify(pageOf({ title: 'x', blocks: [chart] }, draw()).blocks)).toContain('a rises');
    const { blocks: drawn } = pageOf(
      { title: 'x', blocks: [{ type: 'image', file: 'T0X:F0123456', alt: 'y' }] },
      draw(),
    );
    expect(drawn.at(-1)).toEqual({ type: 'image', slack_file: { id: 'F0123456' }, alt_text: 'y' });
  });

  test('forty long names are as many sections as they need', () => {
    const names = Array.from(
      { length: 40 },
      (_, i) => [`p${i}`, { name: `${i} ${'n'.repeat(120)}` }] as const,
    );
    const people = new Map(names);
    const block: Block = { type: 'people', ids: [...people.keys()] };
    const { blocks: drawn } = pageOf({ title: 'x', blocks: [block] }, draw({ people }));
    expect(judgeMessage(drawn)).toEqual([]);
    for (const { name } of people.values()) expect(JSON.stringify(drawn)).toContain(name);
  });

  test('the fallback text holds no figures of facts and tables', () => {
    const { text } = pageOf(
      {
        title: 'Your result',
        blocks: [
          { type: 'facts', items: [{ label: 'Sum', value: '9,999' }] },
          { type: 'text', text: md`Good work` },
        ],
      },
      draw(),
    );
    expect(text).toBe('Your result\nGood work');
  });

  test('can holds what the limits say', () => {
    expect(can.limits).toMatchObject({ token: 2000, buttons: 25, options: 100, text: 3000 });
    expect(can).toMatchObject({
      forms: 'modal',
      answersMessages: false,
      perMinute: 300,
      learnsPace: true,
      gapMs: 1000,
      atOnce: 1,
      editableDays: Number.POSITIVE_INFINITY,
    });
  });
});

describe('tables', () => {
  const table = (rows: number, columns: number, cell = 'x'): Block => ({
    type: 'table',
    columns: Array.from({ length: columns }, (_, i) => ({ label: `c${i}` })),
    rows: Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => `${cell}${r}.${c}`),
    ),
  });

  test.each([
    [350, 4],
    [3, 45],
    [120, 25],
    [0, 3],
  ])('of %i rows and %i columns: every cell is there, and one table a message', (rows, columns) => {
    const pages = pagesOf({ title: 'T', blocks: [table(rows, columns)] });
    for (const page of pages) expect(judgeMessage(page.blocks)).toEqual([]);
    const text = JSON.stringify(pages.map((p) => p.blocks));
    for (let r = 0; r < rows; r += 1)
      for (let c = 0; c < columns; c += 1) expect(text).toContain(`"x${r}.${c}"`);
  });

  test('cells that are too long for a table are read line by line', () => {
    const long = table(2, 3, 'w'.repeat(4000));
    const pages = pagesOf({ title: 'T', blocks: [long] });
    for (const page of pages) expect(judgeMessage(page.blocks)).toEqual([]);
    expect(JSON.stringify(pages).replace(/[^w]/g, '').length).toBeGreaterThanOrEqual(2 * 3 * 4000);
  });

  test('where no table can be drawn it is aligned, Chinese characters two wide', () => {
    const [text] = asText({
      type: 'table',
      columns: [{ label: '姓名' }, { label: 'n', align: 'right' }],
      rows: [
        ['王芳', '1'],
        ['Ann<', '20'],
      ],
    });
    expect(text).toBe('```姓名   n\n────────\n王芳   1\nAnn&lt;  20```');
  });
});
