/** A bot that answers what it is told to, and remembers what it was asked. Like the real one it knows an event by its id. */
import type { Reply } from '../../../src/core/card.ts';
import type { Bot, Inbound } from '../../../src/core/platform.ts';

export interface ScriptedBot extends Bot {
  /** Every event that had an effect, once. */
  heard: Inbound[];
  acked(e: Inbound): void;
  ackedIds: string[];
  answer(e: Inbound): Reply | Promise<Reply>;
}

export function scriptedBot(): ScriptedBot {
  const answers = new Map<string, Promise<Reply>>();
  const bot: ScriptedBot = {
    heard: [],
    ackedIds: [],
    answer: () => ({}),
    receive(e) {
      const before = answers.get(e.id);
      if (before !== undefined) return before;
      bot.heard.push(e);
      const reply = Promise.resolve(bot.answer(e));
      answers.set(e.id, reply);
      return reply;
    },
    acked(e) {
      bot.ackedIds.push(e.id);
    },
    opens: () => false,
    changed: async () => {},
  };
  return bot;
}
