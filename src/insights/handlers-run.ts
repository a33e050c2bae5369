/** A button on HR's board that stands for a command: what it does and who may is the command's own. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { on } from '../core/module.ts';
import { type offered, run } from './actions.ts';
import { say } from './messages.ts';

const typed = { text: '', files: [] };

async function loaded(ctx: Ctx, name: (typeof offered)[number]) {
  const found = ctx.registry.commands.get(name);
  if (!found) throw new Refusal((l) => say(l).settled);
  return { found, subject: await found.load(ctx, typed) };
}

export const runHandlers = [
  on(run, {
    touches: ['completion:R'],
    load: (ctx, { command }) => loaded(ctx, command),
    allow: (who, { found, subject }, now) => found.allow(who, subject, now),
    opens: true,
    run: (ctx, { found, subject }) => found.run(ctx, subject, typed, undefined),
  }),
];
