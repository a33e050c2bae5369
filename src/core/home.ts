/** What every capability contributes to: the open tasks of a person, their Home, and the help. */

import { anyone } from './actor.ts';
import { dayIn } from './calendar.ts';
import type { Block, Card } from './card.ts';
import type { Ctx, View } from './context.ts';
import { dayWords } from './i18n.ts';
import { say } from './messages.ts';
import { type Command, command, type Registry, type Task } from './module.ts';

/** What is open for a person, the most urgent first. */
export async function tasksOf(registry: Registry, person: string, now: Date): Promise<Task[]> {
  const all: Task[] = [];
  for (const m of registry.modules) all.push(...((await m.tasks?.(person, now)) ?? []));
  return all.sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
}

export function taskBlocks(tasks: readonly Task[], { locale, now }: View): Block[] {
  const words = say(locale);
  if (tasks.length === 0) return [{ type: 'text', text: words.noTasks }];
  return tasks.flatMap((task): Block[] => [
    {
      type: 'text',
      text: task.due
        ? words.taskLine(task.title(locale), dayWords(locale, task.due, now))
        : words.taskOpen(task.title(locale)),
    },
    { type: 'actions', items: [{ label: task.button.label(locale), token: task.button.token }] },
  ]);
}

export async function homeCard(ctx: Ctx): Promise<Card> {
  const view = await ctx.view();
  const words = say(view.locale);
  const blocks: Block[] = taskBlocks(await tasksOf(ctx.registry, ctx.actor.id, ctx.now), view);
  const sections = ctx.registry.modules.flatMap((m) => m.home).sort((a, b) => a.order - b.order);
  for (const section of sections) {
    const more = await section.blocks(ctx.actor, view, ctx.registry);
    if (more.length > 0) blocks.push({ type: 'divider' }, ...more);
  }
  return { title: words.home, blocks };
}

/** `/perf` alone, and `/perf help`. */
export const generalCommands: readonly Command[] = [
  command('', {
    help: (l) => say(l).tasksTitle,
    listed: () => false,
    touches: ['completion:R'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx) {
      const view = await ctx.view();
      const tasks = await tasksOf(ctx.registry, ctx.actor.id, ctx.now);
      return { card: { title: say(view.locale).tasksTitle, blocks: taskBlocks(tasks, view) } };
    },
  }),
  command('help', {
    aliases: ['帮助', '?'],
    help: (l) => say(l).helpHelp,
    touches: ['completion:R'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx) {
      const { locale } = await ctx.view();
      const open = [...new Set(ctx.registry.commands.values())].filter((c) => c.listed(ctx.actor));
      const list = open.map((c) => say(locale).helpLine(c.name, c.help(locale)));
      return {
        card: {
          title: say(locale).helpTitle,
          blocks: list.map((text) => ({ type: 'text' as const, text })),
        },
      };
    },
  }),
];

export const today = (view: View): string => dayIn(view.zone, view.now);
