/**
 * From an inbound event to the one handler that answers it: `load → allow → run`. A handler cannot be reached without
 * its policy having said yes to what the store says now.
 */
import { z } from 'zod';
import { type Action, action, readToken } from './action.ts';
import { anyone } from './actor.ts';
import type { Reply } from './card.ts';
import { findCommand, unknown } from './command.ts';
import type { Ctx, Draw } from './context.ts';
import { Refusal } from './errors.ts';
import { readFields } from './fields.ts';
import { hear } from './hearing.ts';
import { homeCard } from './home.ts';
import { say } from './messages.ts';
import { type Command, type Handler, on, type Registry, type Typed } from './module.ts';
import type { Inbound } from './platform.ts';
import { rooms } from './room.ts';

export async function route(ctx: Ctx, e: Inbound): Promise<Reply> {
  switch (e.kind) {
    case 'press':
      return act(ctx, e.token, e.value === undefined ? {} : { value: e.value });
    case 'submit':
      return act(ctx, e.token, e.values);
    case 'command':
      return obey(ctx, e.text, e.files ?? []);
    case 'home':
      return { card: await homeCard(ctx) };
    case 'message':
      return listen(ctx, e);
  }
}

const spoken = /^\s*[//]?(perf|绩效)(?=\s|$)/i;
/** Among others the word alone is talk: “perf reviews are hard”. */
const spokenAloud = /^\s*[//](perf|绩效)(?=\s|$)/i;

const isCommand = (e: Inbound & { kind: 'message' }, text: string): boolean =>
  !e.edited && (e.direct || e.addressed ? spoken : spokenAloud).test(text);

async function listen(ctx: Ctx, e: Inbound & { kind: 'message' }): Promise<Reply> {
  const text = e.text.normalize('NFKC');
  if (isCommand(e, text)) return obey(ctx, text.replace(spoken, ''), e.files ?? []);
  // What is said in a room is said to those in it, never an answer to the bot's questions.
  const room = await rooms.one({ 'address.channel': e.where.channel });
  if (room) {
    for (const ear of ctx.registry.ears)
      if (room._id.startsWith(ear.prefix)) await ear.hear(ctx, room._id, e);
    return {};
  }
  if (!e.direct) return {};
  const heard = await hear(ctx, e);
  if (heard) return heard;
  if (e.edited) return {};
  return {
    card: {
      title: say(ctx.actor.locale).bot,
      blocks: [{ type: 'text', text: say(ctx.actor.locale).greeting }],
    },
  };
}

/** What was typed where no form can open, pressed on a card where it can. */
export const typedAgain = action('core.typed', { text: z.string() });

export const typedHandlers = [
  on(typedAgain, {
    touches: ['completion:R'],
    opens: true,
    load: async () => undefined,
    allow: anyone,
    run: (ctx, _, { text }) => obey(ctx, text.normalize('NFKC').replace(spoken, ''), []),
  }),
];

async function obey(ctx: Ctx, typed: string, files: Typed['files']): Promise<Reply> {
  const found = findCommand(ctx.registry.commands, typed);
  if (!found) throw new Refusal(unknown(ctx.registry.commands, typed));
  return steps(ctx, found.command, { text: found.rest, files }, undefined);
}

async function act(ctx: Ctx, token: string, values: Record<string, unknown>): Promise<Reply> {
  const { handler, args } = handlerOf(ctx, token);
  return steps(ctx, handler, args, readFields(handler.action as Action, values));
}

/** @throws Refusal for a token that we never made. */
function handlerOf(ctx: Ctx, token: string): { handler: Handler; args: unknown } {
  const read = readToken(token);
  const handler = read && ctx.registry.handlers.get(read.name);
  const args = handler?.action.args.safeParse(read?.args);
  if (!handler || !args?.success) throw new Refusal((l) => say(l).notOurs);
  return { handler, args: args.data };
}

/** Whether the button or the typed command is declared to answer with a form. */
export function opens(registry: Registry, what: { token: string } | { command: string }): boolean {
  const found =
    'token' in what
      ? registry.handlers.get(readToken(what.token)?.name ?? '')
      : findCommand(registry.commands, what.command)?.command;
  return found?.opens === true;
}

async function steps(ctx: Ctx, does: Handler | Command, args: unknown, values: unknown): Promise<Reply> {
  const subject = await does.load(ctx, args as never);
  const verdict = does.allow(ctx.actor, subject, ctx.now);
  if (verdict !== true) throw new Refusal(verdict);
  return (await does.run(ctx, subject, args as never, values as never)) ?? {};
}

/** After a refused press: how things stand now, for those who may see it. */
export async function redrawn(ctx: Ctx, e: Inbound): Promise<Draw | undefined> {
  if (e.kind !== 'press') return undefined;
  const { handler, args } = handlerOf(ctx, e.token);
  if (!handler.redraw) return undefined;
  const subject = await handler.load(ctx, args);
  return handler.allow(ctx.actor, subject, ctx.now) === true ? handler.redraw(subject, args, ctx) : undefined;
}
