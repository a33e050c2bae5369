/** Notes: written, seen, commented, taken back, found again. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { people } from '../people/model.ts';
import {
  commentNote,
  keepNote,
  openComment,
  openNote,
  sawNote,
  showNotes,
  showUnseen,
  takeBackNote,
} from './actions.ts';
import { commentForm, takenBackCard, toReadCard } from './cards-note.ts';
import { whoseNotes } from './commands.ts';
import { noteCommented, noteSeen, notesRead, noteTakenBack } from './facts.ts';
import { drawNotes } from './listing-notes.ts';
import { say } from './messages.ts';
import { pad } from './messages-note.ts';
import { notes, unseenBy } from './notes.ts';
import { keep, settle } from './noting.ts';
import { author, isParty, type NoteScene, noteReader, party } from './policy.ts';
import { commented, refuseUnlessFresh, seen } from './rules.ts';
import { drawNote, noteKey, showNote } from './shows.ts';

async function load(ctx: Ctx, { note }: { note: string }): Promise<NoteScene> {
  const found = await notes.must(note);
  return { ...(await whoseNotes(ctx, found.person)), note: found };
}

const steps = {
  touches: ['notes:W'],
  load,
  allow: party,
  redraw: ({ note }: NoteScene, _: unknown, ctx: Ctx) => drawNote(note, ctx.actor.id, ctx.now),
} as const;

export const noteHandlers: readonly Handler[] = [
  on(keepNote, {
    touches: ['notes:W'],
    load: async () => undefined,
    allow: anyone,
    // About whom comes with the form: who may is decided where it is known.
    async run(ctx, _, { note }, { whom, ...words }) {
      if (await notes.get(note)) return { toast: say(ctx.actor.locale).already };
      const about = await whoseNotes(ctx, (await people.get(whom ?? ''))?._id ?? ctx.actor.id);
      if (party(ctx.actor, about) !== true)
        throw new Refusal((l) => pad(l).onlyLine, { whom: (l) => pad(l).onlyLine });
      return keep(ctx, about, { id: note, ...words });
    },
  }),
  on(sawNote, {
    ...steps,
    async run(ctx, { note, lead }) {
      await settle(ctx, seen(note, ctx.actor.id, ctx.now), lead, false);
      ctx.record(noteSeen, { about: note.person, ref: note._id, data: {} });
    },
  }),
  on(openComment, {
    ...steps,
    opens: true,
    run: async (ctx, { note }) => ({ open: commentForm(note._id, await ctx.view()) }),
  }),
  on(commentNote, {
    ...steps,
    async run(ctx, { note, lead }, _, { text }) {
      await settle(ctx, commented(note, ctx.actor.id, ctx.now, text), lead, true);
      ctx.record(noteCommented, { about: note.person, ref: note._id, data: {} });
      return { toast: say(ctx.actor.locale).replied };
    },
  }),
  on(takeBackNote, {
    ...steps,
    allow: author,
    async run(ctx, { note, person, lead }) {
      refuseUnlessFresh(note);
      await notes.remove({ _id: note._id });
      for (const reader of new Set([note.by, person._id, ...(lead ? [lead] : [])]))
        ctx.show(noteKey(note._id), { person: reader }, takenBackCard(note.by));
      ctx.record(noteTakenBack, { about: note.person, ref: note._id, data: {} });
    },
  }),
];

export const noteListHandlers: readonly Handler[] = [
  on(openNote, {
    ...steps,
    allow: noteReader,
    // Who opens it has seen it.
    async run(ctx, scene) {
      const { note, lead } = scene;
      const { id } = ctx.actor;
      const about = { about: note.person, ref: note._id, data: {} };
      if (!isParty(id, scene)) ctx.record(notesRead, about);
      const unseen = note.unseen.includes(id);
      const now = unseen ? await settle(ctx, seen(note, id, ctx.now), lead, false) : note;
      if (unseen) ctx.record(noteSeen, about);
      await showNote(ctx, now, id, { anew: true });
    },
  }),
  on(showNotes, {
    touches: ['notes:R'],
    load: (ctx, { person }) => whoseNotes(ctx, person),
    allow: noteReader,
    run: async (ctx, whose, { page }) => ({ card: (await drawNotes(ctx, whose, page))(await ctx.view()) }),
  }),
  on(showUnseen, {
    touches: ['notes:R'],
    load: async () => undefined,
    allow: anyone,
    run: async (ctx) => ({ card: toReadCard(await unseenBy(ctx.actor.id))(await ctx.view()) }),
  }),
];
