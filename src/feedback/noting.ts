/** A note on its way: kept, brought to the other side, changed by both. */
import { dayIn } from '../core/calendar.ts';
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { noted } from './facts.ts';
import { bring } from './jobs.ts';
import { pad } from './messages-note.ts';
import { type Note, notes } from './notes.ts';
import type { Whose } from './policy.ts';
import { note } from './rules.ts';
import { showNote } from './shows.ts';

interface Fresh {
  id: string;
  day: string;
  what: string;
  effect?: string | undefined;
  link?: string | undefined;
}

export async function keep(
  ctx: Ctx,
  { person, lead }: Pick<Whose, 'person' | 'lead'>,
  wish: Fresh,
): Promise<Answer> {
  const by = ctx.actor.id;
  const words = { ...wish, by, at: ctx.now, today: dayIn(ctx.actor.zone, ctx.now) };
  const kept = await notes.insert(note(words, { _id: person._id, manager: lead }));
  ctx.record(noted, { about: person._id, ref: kept._id, data: { own: by === person._id } });
  await bring(ctx, 'note', kept._id, kept.unseen);
  await showNote(ctx, kept, by);
  return { toast: kept.unseen.length > 0 ? pad(ctx.actor.locale).saved : pad(ctx.actor.locale).savedAlone };
}

/** Changed: everybody who has its card sees it, the other side as something new where there are words. */
export async function settle(ctx: Ctx, next: Note, lead: string | undefined, words: boolean): Promise<Note> {
  const saved = await notes.save(next);
  const readers = [...new Set([saved.person, ...(lead ? [lead] : [])])];
  for (const reader of readers)
    await showNote(ctx, saved, reader, { ...(words && reader !== ctx.actor.id && { anew: true }) });
  return saved;
}
