/** A check-in answered in words instead of with its buttons: "later", "tomorrow", "skip: release week", or just begun. */
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { type Prompt, talks } from '../core/dialog.ts';
import { momentWords } from '../core/i18n.ts';
import { wordOf } from '../core/spoken.ts';
import { putOff, skipOver, startTalk } from './handlers.ts';
import { say } from './messages.ts';
import { words } from './messages-words.ts';
import type { CheckIn } from './model.ts';
import { liveOf, sceneOf, talkOf } from './scene.ts';
import { type Snooze, snoozes } from './schedule.ts';

/** The open ones that can be begun now; whoever stopped one presses a button to take it up again. */
export async function prompts(person: string): Promise<Prompt[]> {
  const waiting: Prompt[] = [];
  for (const { checkIn, paused } of await liveOf(person)) {
    const talk = await talks.get(talkOf(checkIn));
    if (paused || talk?.state === 'stopped') continue;
    const begun = talk !== undefined && talk.asked.length > 0;
    waiting.push({
      subject: checkIn._id,
      hears: (ctx, text) => heard(ctx, checkIn, text, begun),
      start: async (ctx) => startTalk(ctx, await sceneOf(checkIn)),
    });
  }
  return waiting;
}

export type Wish = { snooze: Snooze } | { skip: string };

/** What the words ask for, if it is what a button does; "later" and "skip" of a talk that was begun are about a question. */
export function wishOf(text: string, begun: boolean): Wish | undefined {
  const typed = text.normalize('NFKC').trim();
  const said = typed.toLowerCase().replace(/[.。!]$/, '');
  const snooze = snoozes.find((to) => [say('en')[to], say('zh')[to]].some((w) => w.toLowerCase() === said));
  if (snooze) return { snooze };
  const reason = /^(?:skip|跳过)\s*[:,，、—–-]\s*(\S[\s\S]*)$/i.exec(typed)?.[1];
  if (reason) return { skip: reason };
  const word = begun ? undefined : wordOf(text);
  if (word === 'later') return { snooze: 'hour' };
  return word === 'skip' || word === 'stop' ? { skip: '' } : undefined;
}

const mostReason = 2000;

async function heard(ctx: Ctx, c: CheckIn, text: string, begun: boolean): Promise<Answer | undefined> {
  const wish = wishOf(text, begun);
  if (!wish) return undefined;
  const { locale, zone } = ctx.actor;
  const scene = await sceneOf(c);
  if ('snooze' in wish) {
    const until = await putOff(ctx, scene, wish.snooze);
    return { toast: words(locale).putOff(momentWords(locale, zone, until)) };
  }
  if (wish.skip === '' || wish.skip.length > mostReason) return { toast: words(locale).whySkip };
  await skipOver(ctx, scene, wish.skip);
  return { toast: words(locale).skipped };
}
