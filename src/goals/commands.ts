/** `/perf goals`: one's own live card, brought to the bottom of the conversation. */
import { type Actor, anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { listWords } from '../core/i18n.ts';
import { type Command, command } from '../core/module.ts';
import { type Cycle, cycles, isIn, participants, planOf, underWay } from '../cycles/model.ts';
import { whom } from '../people/whom.ts';
import { showProgress } from './handlers-progress.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { going } from './messages-progress.ts';
import { team } from './messages-team.ts';
import type { Goal } from './model.ts';
import { readers } from './policy.ts';
import { reviewCard, reviewKey } from './review-cards.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { showOwn, showReview, showTeam } from './shows.ts';
import { noteReading, withLine } from './steps.ts';

/** Cycles under way with goals, in which the person takes part, the newest first. */
export async function goalCycles(person: string) {
  const all = await underWay(person);
  return all.filter(({ cycle }) => planOf(cycle, 'planning') && cycle.opened.includes('planning'));
}

/** Cycles with goals in which somebody reports to the person, the newest first. */
export async function ledCycles(manager: string): Promise<Cycle[]> {
  const running = await cycles.find({ state: { $in: ['running', 'paused', 'closing'] } });
  const open = running.filter((c) => c.opened.includes('planning'));
  const led = await participants.find({ cycle: { $in: open.map((c) => c._id) }, manager });
  const mine = new Set(led.filter(isIn).map((p) => p.cycle));
  return open
    .filter((c) => mine.has(c._id))
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? -1 : 1));
}

/** The line sees all; others what is open to them, if anything is (`asked` left nothing else). */
const seesSome = (who: Actor, of: Awaited<ReturnType<typeof withLine>>) =>
  openTo(who.id, of.goals).length > 0 || readers(who, of);

type Asked = { own: Sheet | undefined } | { of: Awaited<ReturnType<typeof withLine>> };

/** One's own goals, or with a name those of somebody else. @throws Refusal for a name that is nobody's, or several */
async function asked(ctx: Ctx, { text }: { text: string }): Promise<Asked> {
  const whom = text.trim() === '' ? ctx.actor.id : await namedPerson(ctx, text);
  const [newest] = await goalCycles(whom);
  if (whom === ctx.actor.id) return { own: newest && (await sheetOf(newest.cycle._id, whom)) };
  if (!newest) throw new Refusal((l) => team(l).notInCycle);
  const of = await withLine(ctx, { cycle: newest.cycle._id, person: whom });
  return { of: readers(ctx.actor, of) === true ? of : { ...of, goals: openTo(ctx.actor.id, of.goals) } };
}

/** What somebody outside the line may read: agreed goals that are open to everybody, or shared with them. */
const openTo = (who: string, all: readonly Goal[]): Goal[] =>
  all.filter((g) => g.state === 'agreed' && (g.visibility === 'everyone' || g.partners.includes(who)));

/** A mention, `@name`, an address, or the name alone: nothing else can follow the command. */
async function namedPerson(ctx: Ctx, text: string): Promise<string> {
  const typed = [...text.trim()].slice(0, 100).join('');
  const read = await whom(typed, ctx);
  const found = read.kind === 'nobody' ? await whom(`@${typed}`, ctx) : read;
  if ('person' in found) return found.person._id;
  const near = found.kind === 'several' ? found.people : found.kind === 'unknown' ? found.near : [];
  if (near.length === 0) throw new Refusal((l) => say(l).notAPerson);
  const names = near.slice(0, 5).map((p) => p.name);
  throw new Refusal((l) => team(l).whichOne(listWords(l, names)));
}

/** The manager gets the card to decide on; for others, reading is all, and it is noted. */
function showTheirs(ctx: Ctx, sheet: Sheet) {
  if (ctx.actor.id === sheet.participant.manager) return showReview(ctx, sheet, { anew: true });
  noteReading(ctx, sheet);
  const key = reviewKey(sheet.cycle._id, sheet.participant.person);
  ctx.show(key, { person: ctx.actor.id }, reviewCard(sheet, 'reader'), { anew: true });
}

export const goalCommands: readonly Command[] = [
  command('goals', {
    aliases: ['目标'],
    help: (l) => card(l).help,
    touches: ['goals:R'],
    load: asked,
    allow: (who, at) => 'own' in at || seesSome(who, at.of),
    async run(ctx, at) {
      if ('of' in at) return void showTheirs(ctx, at.of);
      if (!at.own) return { toast: say(ctx.actor.locale).noGoalsCycle };
      showOwn(ctx, at.own, { anew: true });
    },
  }),
  command('progress', {
    aliases: ['进度'],
    help: (l) => going(l).help,
    touches: ['goals:R'],
    load: (ctx: Ctx) => goalCycles(ctx.actor.id),
    allow: anyone,
    async run(ctx, [newest]) {
      if (!newest) return { toast: say(ctx.actor.locale).noGoalsCycle };
      await showProgress(ctx, newest.cycle._id, ctx.actor.id, { anew: true });
    },
  }),
  command('goals team', {
    aliases: ['团队目标'],
    help: (l) => team(l).help,
    touches: ['goals:R'],
    load: async (ctx: Ctx) => ({ who: ctx.actor.id, cycles: await ledCycles(ctx.actor.id) }),
    allow: (_, { cycles: led }) => led.length > 0 || ((l) => team(l).nobody),
    async run(ctx, { cycles: [newest] }) {
      if (newest) await showTeam(ctx, newest, ctx.actor.id, { anew: true });
    },
  }),
];
