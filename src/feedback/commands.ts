/** `/perf kudos`, `/perf feedback`, `/perf note` and their lists. */
import { anyone } from '../core/actor.ts';
import { dayIn } from '../core/calendar.ts';
import type { Reply } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Command, command } from '../core/module.ts';
import { people, peopleById, reportsOf, settings } from '../people/model.ts';
import { whom } from '../people/whom.ts';
import { type Addressed, addressed, doubtWords, leadOf, oneNamed, refuseLong } from './addressing.ts';
import { askForm, feedbackForm, kudosForm, noteForm } from './forms.ts';
import { roomOf, sendKudos } from './giving.ts';
import { showListOf } from './listing.ts';
import { drawNotes } from './listing-notes.ts';
import { say } from './messages.ts';
import { pad } from './messages-note.ts';
import { keep } from './noting.ts';
import { isParty, noteReader, type Whose } from './policy.ts';
import { valuesOf } from './values.ts';

const plain = { load: async () => undefined, allow: anyone } as const;

export const commands: readonly Command[] = [
  command('kudos', {
    ...plain,
    aliases: ['认可', '点赞', '表扬'],
    help: (l) => say(l).kudosHelp,
    touches: ['feedback:W'],
    opens: true,
    run: async (ctx, _, { text }) => giveKudosBy(ctx, await addressed(ctx, text, 'kudosSelf')),
  }),
  command('feedback', {
    ...plain,
    aliases: ['反馈'],
    help: (l) => say(l).feedbackHelp,
    touches: ['feedback:W'],
    opens: true,
    async run(ctx, _, { text }) {
      const to = await addressed(ctx, text, 'feedbackSelf');
      refuseLong(to.text);
      const view = await ctx.view();
      if (to.whom.length === 0 && !to.doubt && to.text === '') return { open: askForm(view) };
      return { open: feedbackForm({ ...to, group: ctx.id('feedback') }, view) };
    },
  }),
  command('feedback list', {
    ...plain,
    aliases: ['反馈 列表', '反馈列表', 'feedback 列表', 'kudos list', '认可 列表'],
    help: (l) => say(l).listHelp,
    touches: ['feedback:R'],
    run: (ctx) => showListOf(ctx, 'received', 0, { anew: true }),
  }),
  command('note', {
    aliases: ['记录', '记一笔', '事实', '事实依据'],
    help: (l) => say(l).noteHelp,
    touches: ['notes:W'],
    load: async (ctx, { text }) => aboutWhom(ctx, text),
    allow: (who, at) => isParty(who.id, at) || ((l) => pad(l).onlyLine),
    opens: true,
    run: noteBy,
  }),
  command('note list', {
    aliases: ['记录 列表', 'notes', 'note 列表'],
    help: (l) => say(l).notesHelp,
    touches: ['notes:R'],
    load: async (ctx, { text }) => whoseNotes(ctx, (await oneNamed(ctx, text))?.person._id ?? ctx.actor.id),
    allow: noteReader,
    run: async (ctx, whose) => ({ card: (await drawNotes(ctx, whose, 0))(await ctx.view()) }),
  }),
];

/** With people and words it goes at once; else a form asks for what is missing. */
async function giveKudosBy(ctx: Ctx, to: Addressed): Promise<Reply> {
  refuseLong(to.text);
  const group = ctx.id('kudos');
  if (to.whom.length > 0 && !to.doubt && to.text !== '') {
    const found = await peopleById(to.whom);
    const receivers = to.whom.flatMap((id) => found.get(id) ?? []);
    return sendKudos(ctx, { group, receivers, did: to.text, share: false });
  }
  const org = await settings();
  const form = { ...to, group, values: valuesOf(org), room: await roomOf(org) };
  return { open: kudosForm(form, await ctx.view()) };
}

export async function whoseNotes(ctx: Ctx, id: string): Promise<Whose> {
  const person = await people.must(id);
  const reader = await people.get(ctx.actor.id);
  return { person, lead: await leadOf(person, ctx.now), partnerOf: reader?.partnerOf ?? [] };
}

interface About extends Whose {
  text: string;
}

/** Oneself, unless somebody is named. @throws Refusal when that could be several or nobody, or somebody who left. */
async function aboutWhom(ctx: Ctx, typed: string): Promise<About> {
  const found = await whom(typed, ctx);
  if (found.kind === 'several' || found.kind === 'unknown') throw new Refusal(doubtWords(found));
  if (found.kind === 'left') throw new Refusal((l) => say(l).gone(found.person.name));
  const id = found.kind === 'nobody' ? ctx.actor.id : found.person._id;
  const about = await whoseNotes(ctx, id);
  return { ...about, text: found.rest };
}

async function noteBy(ctx: Ctx, about: About): Promise<Reply> {
  refuseLong(about.text);
  const note = ctx.id('fact');
  const today = dayIn(ctx.actor.zone, ctx.now);
  if (about.text !== '') return keep(ctx, about, { id: note, day: today, what: about.text });
  const leads = (await reportsOf(ctx.actor.id)).length > 0;
  const form = { note, today, leads, whom: [about.person._id] };
  return { open: noteForm(form, await ctx.view()) };
}
