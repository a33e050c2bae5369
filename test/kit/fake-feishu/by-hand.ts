/** What the page of `main.ts` asks of the server: people, their conversations, and their hands. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { elementsOf, everything } from './draw.ts';
import type { FakeFeishu } from './index.ts';
import { page } from './page.ts';
import { seenBy } from './state.ts';

const asked = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('say'),
    user: z.string(),
    text: z.string().min(1),
    chat: z.string().optional(),
  }),
  z.object({ what: z.literal('menu'), user: z.string(), key: z.string().min(1) }),
  z.object({ what: z.literal('enter'), user: z.string() }),
  z.object({
    what: z.literal('press'),
    user: z.string(),
    message: z.string(),
    /** The how-manieth element of the card. */
    element: z.number().int(),
    values: z.record(z.string(), z.unknown()),
    more: z.record(z.string(), z.unknown()).default({}),
  }),
]);

function viewOf({ state }: FakeFeishu, openId: string) {
  const language = state.users.get(openId)?.language ?? 'zh_cn';
  return {
    language,
    chats: [...state.chats.values()]
      .filter((c) => c.members.has(openId))
      .map(({ id, type, name }) => ({ id, type, name })),
    messages: seenBy(state, openId).map(({ id, chat, from, type, content, card, createdAt }) => ({
      ...{ id, chat, type, content, card, createdAt },
      from: from === 'bot' ? 'bot' : (state.users.get(from)?.name ?? from),
    })),
  };
}

async function act(feishu: FakeFeishu, body: unknown): Promise<unknown> {
  const wish = asked.parse(body);
  const hands = feishu.as(wish.user);
  switch (wish.what) {
    case 'say': {
      const chat = wish.chat ? feishu.state.chats.get(wish.chat) : undefined;
      return (await hands.says(wish.text, chat?.type === 'group' ? { chat, mention: true } : {})) ?? {};
    }
    case 'menu':
      return hands.menu(wish.key);
    case 'enter':
      return hands.enters();
    case 'press': {
      const message = feishu.state.messages.get(wish.message);
      const found = [...everything(elementsOf(message?.card))][wish.element];
      if (!message || !found) return { error: 'that element is no more' };
      return hands.presses({ message, ...found }, wish.values, wish.more);
    }
  }
}

/** Serves `/`, `/_/people`, `/_/view?user=` and `POST /_/do`. */
export async function byHand(
  feishu: FakeFeishu,
  req: IncomingMessage,
  body: Buffer,
  res: ServerResponse,
): Promise<boolean> {
  const url = new URL(req.url ?? '/', 'http://feishu');
  const json = (value: unknown, status = 200) => {
    res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
    return true;
  };
  if (url.pathname === '/') {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    return true;
  }
  if (url.pathname === '/_/people')
    return json([...feishu.state.users.values()].map(({ openId, name, title }) => ({ openId, name, title })));
  if (url.pathname === '/_/view') return json(viewOf(feishu, url.searchParams.get('user') ?? ''));
  if (url.pathname !== '/_/do') return false;
  try {
    return json(await act(feishu, JSON.parse(body.toString('utf8'))));
  } catch (e) {
    return json({ error: String((e as Error).message) }, 400);
  }
}
