/** The page's requests: who looks, and what they do. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { blocksOf, optionsOf } from './filling.ts';
import type { FakeSlack } from './index.ts';
import { sight } from './page.ts';
import { pressable } from './payloads.ts';
import { isObject } from './shape.ts';
import { shell } from './shell.ts';
import type { Json, Message, ViewState } from './state.ts';
import type { User } from './user.ts';
import { fieldKinds, initialValues } from './values.ts';

interface Did {
  say?: string;
  home?: boolean;
  close?: boolean;
  submit?: Record<string, string | string[]>;
  /** Where the element stands in the blocks: `3/elements/0`. */
  press?: string;
  in?: string;
  value?: string;
}

function pointed(blocks: readonly Json[], path: string): { block: Json; element: Json } {
  const [at = '', part = '', nth] = path.split('/');
  const block = blocks[Number(at)] ?? {};
  const held = block[part];
  const element = Array.isArray(held) ? held[Number(nth)] : held;
  if (!isObject(element)) throw new Error('there is nothing to press');
  return { block, element };
}

/** What is looked at: a message by its time, the open window, or Home. */
function surface(
  user: User,
  at: string | undefined,
): { blocks: Json[]; message?: Message; view?: ViewState } {
  const message = user.messages().find((m) => m.ts === at);
  if (message) return { blocks: pressable(message), message };
  const view = at === 'modal' ? user.modal() : user.home();
  return { blocks: view ? blocksOf(view) : [], ...(view && { view }) };
}

async function press(user: User, did: Did): Promise<void> {
  const on = surface(user, did.in);
  const { block, element } = pointed(on.blocks, did.press ?? '');
  const { type, value } = element;
  const chosen = optionsOf(element).find((o) => o.value === did.value);
  const holds = fieldKinds[String(type)]?.holds ?? 'selected_option';
  const action = {
    type,
    action_id: element.action_id ?? 'auto',
    block_id: block.block_id,
    ...(value !== undefined && { value }),
    ...(chosen && { [holds]: holds.endsWith('s') ? [chosen] : chosen }),
  };
  await user.presses({ action, state: on.view?.values ?? initialValues(on.blocks), ...on });
}

async function does(user: User, did: Did): Promise<void> {
  if (did.say?.startsWith('/')) await user.types(did.say);
  else if (did.say) await user.says(did.say);
  if (did.home) await user.opensHome();
  if (did.close) await user.closes();
  if (did.submit) await user.submits(did.submit);
  if (did.press) await press(user, did);
}

function events(slack: FakeSlack, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const tell = () => void response.write('data: x\n\n');
  slack.onChange.add(tell);
  response.on('close', () => slack.onChange.delete(tell));
}

function picture(slack: FakeSlack, id: string, response: ServerResponse): void {
  const file = slack.state.files.get(id);
  response.writeHead(file ? 200 : 404, { 'content-type': file?.mimetype ?? 'text/plain' });
  response.end(file?.bytes ?? 'no such file');
}

const page = (slack: FakeSlack): string =>
  shell(
    [...slack.state.workspaces.values()].flatMap((w) =>
      [...w.members.values()]
        .filter((m) => !m.bot && !m.deleted)
        .map((m) => ({ id: m.id, name: m.realName })),
    ),
  );

async function act(slack: FakeSlack, user: User, raw: Buffer, response: ServerResponse): Promise<void> {
  const trouble = await does(user, JSON.parse(raw.toString() || '{}') as Did).catch((e: Error) => e.message);
  if (trouble) slack.ledger.troubles.push({ user: user.id, what: trouble });
  slack.core.changed();
  response.end();
}

function answer(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
  response.end(body);
}

/** Answers what belongs to the page; `false` when it does not. */
export async function trying(
  slack: FakeSlack,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  raw: Buffer,
): Promise<boolean> {
  const [, first = '', second = ''] = url.pathname.split('/');
  const doors: Record<string, () => void | Promise<void>> = {
    '': () => answer(response, 'text/html', page(slack)),
    picture: () => picture(slack, second, response),
    try: () => (second ? look() : events(slack, response)),
  };
  const look = () =>
    request.method === 'POST'
      ? act(slack, slack.user(second), raw, response)
      : answer(response, 'application/json', JSON.stringify(sight(slack.core, slack.user(second))));
  await doors[first]?.();
  return Object.hasOwn(doors, first);
}
