/** Recorded shapes of what Slack sends, and how they are bent. */

import { blockOf } from '../../adapters/slack/fields.ts';
import { accountOf, team } from '../kit/fake-slack/company.ts';
import type { PostHow } from '../kit/fake-slack/deliver.ts';
import { encoded } from '../kit/fake-slack/deliver.ts';
import type { FakeSlack } from '../kit/fake-slack/index.ts';
import { makeView } from '../kit/fake-slack/methods-views.ts';
import {
  actionsBody,
  commandBody,
  eventBody,
  shortcutBody,
  submissionBody,
} from '../kit/fake-slack/payloads.ts';
import type { Json } from '../kit/fake-slack/state.ts';

export interface Request {
  kind: 'event' | 'command' | 'interactive';
  body: Json;
}

const plain = (text: string) => ({ type: 'plain_text', text });

/** One of each kind that the product knows, fresh: triggers and response URLs are new each time. */
export function recorded({ core, user }: FakeSlack, person: string): Request[] {
  const of = { team, user: accountOf(person) };
  const direct = user(of.user).direct();
  const said = {
    type: 'message',
    user: of.user,
    channel: direct,
    channel_type: 'im',
    text: 'hello',
    ts: core.state.ts(),
  };
  const view = makeView(
    core,
    {
      type: 'modal',
      callback_id: 'form',
      title: plain('T'),
      private_metadata: JSON.stringify({ token: 'goals.save {}', page: 0 }),
      blocks: [
        {
          type: 'input',
          block_id: blockOf(0, '', 'title'),
          label: plain('L'),
          element: { type: 'plain_text_input', action_id: 'v', initial_value: 'x' },
        },
      ],
    },
    { ...of, type: 'modal' },
  );
  const action = {
    type: 'button',
    action_id: 'press.0.0',
    block_id: 'a0',
    value: 'core.typed {"text":"help"}',
  };
  const shown = makeView(core, { type: 'home', blocks: [] }, { ...of, type: 'home' });
  return [
    { kind: 'event', body: eventBody(core, of, said) },
    {
      kind: 'event',
      body: eventBody(core, of, {
        ...said,
        subtype: 'message_changed',
        message: { ...said, edited: { ts: said.ts } },
      }),
    },
    {
      kind: 'event',
      body: eventBody(core, of, {
        ...said,
        files: [{ id: 'F1', name: 'a.png', mimetype: 'image/png', size: 3 }],
        subtype: 'file_share',
      }),
    },
    {
      kind: 'event',
      body: eventBody(core, of, { type: 'app_home_opened', user: of.user, tab: 'messages', channel: direct }),
    },
    { kind: 'event', body: eventBody(core, of, { type: 'user_change', user: { id: of.user } }) },
    { kind: 'command', body: commandBody(core, of, '/perf', 'help', direct) },
    { kind: 'interactive', body: actionsBody(core, of, { action, view: shown, state: {} }) },
    { kind: 'interactive', body: submissionBody(core, of, view) },
    { kind: 'interactive', body: shortcutBody(core, of, 'give_feedback') },
  ];
}

const odd: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  1e308,
  '',
  '\u0000',
  '<!channel>',
  '../../etc',
  '__proto__',
  'constructor',
  [],
  {},
  [[]],
  { $gt: '' },
  { $where: '1' },
  'x'.repeat(5000),
  '𝕏'.repeat(300),
  '\ud800',
  ['a', 1, null],
  'T1',
  'U'.repeat(70),
];

/** The same bends for the same numbers: values, names, depth, bytes, types and headers. */
export function bent({ kind, body }: Request, draw: () => number): { raw: string; how: PostHow } {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(draw() * all.length)] as T;
  const copy = structuredClone(body);
  const bends = 1 + Math.floor(draw() * 4);
  for (let n = 0; n < bends; n += 1) bend(copy, draw, pick);
  const { raw, type } = encoded(kind, kind === 'command' ? flat(copy) : copy);
  const how: PostHow = { type };
  const way = draw();
  if (way < 0.08) return { raw: raw.slice(0, Math.floor(draw() * raw.length)), how };
  if (way < 0.16) return { raw: scrambled(raw, draw), how };
  if (way < 0.2)
    return {
      raw,
      how: {
        type: pick([
          'application/json',
          'text/plain',
          'multipart/form-data',
          '',
          'application/x-www-form-urlencoded; charset=utf-8',
        ]),
      },
    };
  if (way < 0.23) return { raw: `${'['.repeat(20_000)}${raw}`, how };
  return { raw, how };
}

const flat = (body: Json): Json =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    ]),
  );

/** Somewhere in it, mostly deep. */
function place(
  root: Json,
  draw: () => number,
  pick: <T>(all: readonly T[]) => T,
): [Json, string] | undefined {
  let at = root;
  for (;;) {
    const name = pick(Object.keys(at));
    if (name === undefined) return undefined;
    const inner = at[name];
    if (typeof inner !== 'object' || inner === null || draw() > 0.7) return [at, name];
    at = inner as Json;
  }
}

function bend(root: Json, draw: () => number, pick: <T>(all: readonly T[]) => T): void {
  const found = place(root, draw, pick);
  if (!found) return;
  const [at, name] = found;
  const put = (value: unknown, as = name) => {
    at[as] = value;
  };
  const ways = [
    () => Reflect.deleteProperty(at, name),
    () => put(at[name], String(pick(odd))),
    () => put([at[name], at[name]]),
    () => put(pick(odd)),
    () => put(pick(odd)),
  ];
  pick(ways)();
}

function scrambled(raw: string, draw: () => number): string {
  const bytes = Buffer.from(raw);
  for (let n = 0; n < 1 + draw() * 8; n += 1)
    bytes[Math.floor(draw() * bytes.length)] = Math.floor(draw() * 256);
  return bytes.toString('latin1');
}
