/** A capability as small as can be, for the engine's own tests. */
import { z } from 'zod';
import { action } from '../../src/core/action.ts';
import { type Doc, entity } from '../../src/core/entity.ts';
import { Refusal } from '../../src/core/errors.ts';
import { fact } from '../../src/core/facts.ts';
import { job } from '../../src/core/job.ts';
import { md } from '../../src/core/md.ts';
import { after, command, module, on } from '../../src/core/module.ts';
import { text } from '../../src/core/values.ts';

interface Note extends Doc {
  person: string;
  text: string;
  count: number;
}
export const notes = entity<Note>('notes', {
  fields: { person: String, text: String, count: Number },
  sealed: { paths: ['text'], subject: (n) => n.person },
  indexes: [{ keys: { person: 1 } }],
});
const add = action('notes.add', { note: z.string(), rev: z.number() });
export const write = action('notes.write', { note: z.string() }, { text: text(20) });
const added = fact<{ count: number }>('notes.added');
const card = (note: Note) => () => ({
  title: 'Note',
  blocks: [
    { type: 'text' as const, text: md`${note.text} ×${note.count}` },
    {
      type: 'actions' as const,
      items: [{ label: 'Add', token: add.token({ note: note._id, rev: note.rev }) }],
    },
  ],
});
const followed = job(
  'notes.followed',
  { about: z.string(), ref: z.string(), by: z.string(), data: z.unknown() },
  async (ctx, args) => {
    ctx.tell(`followed:${args.ref}:${JSON.stringify(args.data)}`, { person: 'bo' }, () => ({
      title: `Bo hears of ${args.ref}`,
      blocks: [],
    }));
  },
);
const counting = job('notes.counting', { left: z.number() }, async (ctx, { left }) => {
  ctx.tell(`left:${left}`, { person: 'bo' }, () => ({ title: `${left} left`, blocks: [] }));
  return left > 0 ? { again: { left: left - 1 } } : undefined;
});
const failing = job(
  'notes.failing',
  {},
  async () => {
    throw new Error('no luck');
  },
  { tries: 2 },
);

const own = {
  touches: ['notes:W'] as const,
  load: async (_: unknown, { note }: { note: string }) => notes.must(note),
};
export const notesModule = module('notes', {
  entities: [notes as never],
  jobs: [followed as never, counting as never, failing as never],
  after: [after(added, followed as never)],
  handlers: [
    on(add, {
      ...own,
      allow: (who, note) => who.id === note.person || (() => 'Ann can do this.'),
      async run(ctx, note, { rev }) {
        if (note.rev !== rev) throw new Refusal(() => 'It changed.');
        const next = await notes.save({ ...note, count: note.count + 1 });
        ctx.record(added, { about: note.person, ref: note._id, data: { count: next.count } });
        ctx.show('note', { person: note.person }, card(next));
      },
      redraw: (note) => card(note),
    }),
    on(write, {
      ...own,
      allow: () => true,
      async run(ctx, note, _, values) {
        ctx.show('note', { person: note.person }, card(await notes.save({ ...note, text: values.text })));
        return { toast: 'written' };
      },
    }),
  ],
  commands: [
    command('jot', {
      help: () => 'jots something down',
      touches: ['notes:W'],
      load: async () => undefined,
      allow: () => true,
      async run(ctx, _, typed) {
        const note = await notes.insert({
          _id: ctx.id('note'),
          person: ctx.actor.id,
          text: typed.text,
          count: 0,
        });
        ctx.show('note', { person: ctx.actor.id }, card(note));
      },
    }),
    command('count', {
      help: () => 'count',
      touches: ['notes:R'],
      load: async () => undefined,
      allow: () => true,
      async run(ctx) {
        ctx.later(counting, { left: 3 }, { key: 'counting' });
        ctx.later(failing, {}, { key: 'failing' });
      },
    }),
  ],
});
