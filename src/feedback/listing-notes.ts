/** Pages of notes; that HR looked is recorded. */
import type { Ctx, Draw } from '../core/context.ts';
import { noteListCard, onNotesPage } from './cards-note.ts';
import { notesRead } from './facts.ts';
import { latestFirst, notes } from './notes.ts';
import { isParty, type Whose } from './policy.ts';

export async function drawNotes(ctx: Ctx, whose: Whose, page: number): Promise<Draw> {
  const { person } = whose;
  const at = Math.min(Math.max(0, Math.trunc(page)), 500);
  const read = await notes.find(
    { person: person._id },
    { sort: latestFirst, skip: at * onNotesPage, limit: onNotesPage + 1 },
  );
  const logged = !isParty(ctx.actor.id, whose);
  if (logged) ctx.record(notesRead, { about: person._id, data: {} });
  return noteListCard({
    person: person._id,
    reader: ctx.actor.id,
    name: person.name,
    page: at,
    notes: read.slice(0, onNotesPage),
    more: read.length > onNotesPage,
    logged,
  });
}
