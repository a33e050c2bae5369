import { judgeMessage, judgeView } from '../kit/fake-slack/blocks.ts';
import type { FakeSlack } from '../kit/fake-slack/index.ts';
import { client, opened, refusal } from './clients.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const button = (text: string, more = {}) => ({ type: 'button', text: plain(text), action_id: text, ...more });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const options = (n: number) => Array.from({ length: n }, (_, i) => ({ text: plain(`o${i}`), value: `${i}` }));
const select = (more: object) => ({
  type: 'static_select',
  action_id: 's',
  placeholder: plain('x'),
  ...more,
});
const input = (element: object) => ({ type: 'input', label: plain('L'), element });
const modal = (more: object) => ({
  type: 'modal',
  title: plain('T'),
  submit: plain('Go'),
  blocks: [section('x')],
  ...more,
});

const taken: [string, object[]][] = [
  [
    'a button at every limit',
    [{ type: 'actions', elements: [button('b'.repeat(75), { value: 'v'.repeat(2000), style: 'danger' })] }],
  ],
  ['a long section', [section('x'.repeat(3000))]],
  [
    '100 options',
    [{ type: 'actions', elements: [select({ options: options(100), initial_option: options(1)[0] })] }],
  ],
  ['50 blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
  [
    'a table',
    [
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'a' },
            { type: 'raw_text', text: 'b' },
          ],
        ],
      },
    ],
  ],
  ['markdown', [{ type: 'markdown', text: '**x**' }]],
];

const refused: [string, object[], string][] = [
  [
    '51 blocks',
    Array.from({ length: 51 }, () => ({ type: 'divider' })),
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
  [
    'a section of 3001',
    [section('x'.repeat(3001))],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['an empty text', [section('')], 'must be more than 0 characters'],
  ['a section with nothing', [{ type: 'section' }], 'at least one of text, fields'],
  ['a button of 76', [{ type: 'actions', elements: [button('b'.repeat(76))] }], 'must be less than 76'],
  [
    'a value of 2001',
    [{ type: 'actions', elements: [button('b', { value: 'v'.repeat(2001) })] }],
    'must be less than 2001',
  ],
  [
    'an action id of 256',
    [{ type: 'actions', elements: [button('b', { action_id: 'a'.repeat(256) })] }],
    'must be less than 256',
  ],
  [
    '26 buttons',
    [{ type: 'actions', elements: Array.from({ length: 26 }, (_, i) => button(`b${i}`)) }],
    'no more than 25 items',
  ],
  ['no buttons', [{ type: 'actions', elements: [] }], 'no fewer than 1 items'],
  [
    'mrkdwn on a button',
    [{ type: 'actions', elements: [button('b', { text: { type: 'mrkdwn', text: 'b' } })] }],
    'must be one of: plain_text',
  ],
  [
    'a misspelt property',
    [{ type: 'actions', elements: [button('b', { colour: 'red' })] }],
    'invalid additional property: colour [json-pointer:/blocks/0/elements/0]',
  ],
  ['an unknown block', [{ type: 'poem' }], 'unsupported type: poem'],
  [
    'the same block id',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    'already exists',
  ],
  [
    'the same action id in a block',
    [{ type: 'actions', elements: [button('a'), button('a')] }],
    '`action_id` must be unique',
  ],
  [
    '101 options',
    [{ type: 'actions', elements: [select({ options: options(101) })] }],
    'no more than 100 items',
  ],
  [
    'options with the same value',
    [{ type: 'actions', elements: [select({ options: [...options(1), ...options(1)] })] }],
    'must be unique',
  ],
  [
    'a first choice that is not there',
    [
      {
        type: 'actions',
        elements: [select({ options: options(2), initial_option: { text: plain('z'), value: 'z' } })],
      },
    ],
    'initial option',
  ],
  [
    'a value of an option of 76',
    [{ type: 'actions', elements: [select({ options: [{ text: plain('a'), value: 'v'.repeat(76) }] })] }],
    'must be less than 76',
  ],
  ['an image from nowhere', [{ type: 'image', alt_text: 'x' }], 'exactly one of image_url, slack_file'],
  [
    'a number input in a message',
    [input({ type: 'number_input', is_decimal_allowed: false })],
    'unsupported type: number_input on message',
  ],
  [
    'two tables',
    [
      { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] },
      { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] },
    ],
    'only one table',
  ],
  ['an alert in a message', [{ type: 'alert', text: plain('x') }], 'unsupported type: alert on message'],
];

const views: [string, object, string][] = [
  ['a title of 25', modal({ title: plain('t'.repeat(25)) }), 'must be less than 25'],
  ['private metadata of 3001', modal({ private_metadata: 'x'.repeat(3001) }), 'must be less than 3001'],
  [
    'an input and no submit',
    { type: 'modal', title: plain('T'), blocks: [input({ type: 'plain_text_input' })] },
    'missing required field: submit',
  ],
  ['no blocks', modal({ blocks: [] }), 'no fewer than 1'],
  [
    '101 blocks',
    modal({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }),
    'no more than 100',
  ],
  [
    'a table',
    modal({ blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }] }),
    'unsupported type: table on modal',
  ],
  [
    'a number as a number',
    modal({ blocks: [input({ type: 'number_input', is_decimal_allowed: true, min_value: 1 })] }),
    'must be a string that holds a number',
  ],
  [
    'a text longer than its bound',
    modal({ blocks: [input({ type: 'plain_text_input', max_length: 2, initial_value: 'abc' })] }),
    'exceeds max_length',
  ],
];

describe('Block Kit is judged as by Slack', () => {
  test.each(taken)('takes %s', (_, blocks) => {
    expect(judgeMessage(blocks)).toEqual([]);
  });
  test.each(refused)('refuses %s', (_, blocks, why) => {
    expect(judgeMessage(blocks).join('\n')).toContain(why);
  });
  test.each(views)('refuses a window with %s', (_, view, why) => {
    expect(judgeView(view, 'modal').issues.join('\n')).toContain(why);
  });
});

describe('the same over the wire', () => {
  let slack: FakeSlack;
  beforeAll(async () => {
    slack = await opened();
  });
  afterAll(() => slack.stop());

  test('with Slack’s codes', async () => {
    const api = client(slack);
    const post = (blocks: object[]) =>
      refusal(api.chat.postMessage({ channel: 'UANN', text: 'x', blocks: blocks as never }));
    expect(await post([{ type: 'poem' }])).toBe('invalid_blocks');
    expect(await post(Array.from({ length: 5 }, () => section('x'.repeat(2700))))).toBe(
      'msg_blocks_too_long',
    );
    const open = (view: object) => refusal(api.views.publish({ user_id: 'UANN', view: view as never }));
    const large = Array.from({ length: 100 }, () => section('é'.repeat(2900)));
    expect(await open({ type: 'home', blocks: large })).toBe('view_too_large');
    expect(await open({ type: 'home', blocks: [{ type: 'poem' }] })).toBe('invalid_arguments');
    expect(slack.refused().map((c) => c.error)).toEqual([
      'invalid_blocks',
      'msg_blocks_too_long',
      'view_too_large',
      'invalid_arguments',
    ]);
  });
});
