/** `/perf kickoff` and what follows a start. */
import { type Actor, anyone } from '../core/actor.ts';
import { dayIn } from '../core/calendar.ts';
import type { Reply } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Command, command, type Handler, on } from '../core/module.ts';
import { calendarOf, people, settings } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { chooseCycle, type Verb } from './actions.ts';
import { unitsOf } from './audience.ts';
import { pauseAskCard, resumeAskCard } from './cards-change.ts';
import { schemeCard, schemeListCard } from './cards-scheme.ts';
import { fromEarlier, guessed } from './draft.ts';
import { cancelForm, extendForm, withdrawForm } from './forms.ts';
import { openKickoff } from './handlers.ts';
import { goneOn } from './handlers-running.ts';
import { say } from './messages.ts';
import { type Cycle, cycles, participants } from './model.ts';
import { fitting, inStates, named, picked } from './pick.ts';
import { type ForHr, mayRun, whoCan } from './policy.ts';
import { pause } from './rules.ts';
import { schemePairs } from './schemes.ts';

const forHr = (ctx: Ctx): Promise<ForHr> => whoCan(ctx.actor);

async function kickoff(ctx: Ctx, typed: string): Promise<Reply> {
  const own = await settings();
  const today = dayIn(own.zone, ctx.now);
  const calendar = await calendarOf(own);
  const [, from] = /^(?:from|自|从|基于)\s*(.+)$/i.exec(typed.trim()) ?? [];
  if (from !== undefined) {
    const list = await cycles.find({}, { sort: { at: -1, _id: 1 } });
    const found = named(list, from);
    if (!found) throw new Refusal((l) => say(l).noSuchCycle(from.slice(0, 80)));
    return openKickoff(ctx, fromEarlier(found.cycle, today, calendar));
  }
  const taken = await inStates(['draft', 'scheduled', 'running', 'paused', 'closing']);
  return openKickoff(
    ctx,
    guessed(
      today,
      calendar,
      taken.map((c) => c.name),
    ),
  );
}

/** What a command opens once it is clear which cycle is meant. */
async function opens(ctx: Ctx, verb: Verb, cycle: Cycle, rest: string): Promise<Reply> {
  if (!fitting[verb].includes(cycle.state)) throw new Refusal((l) => say(l).cycleIs(cycle.name, cycle.state));
  const view = await ctx.view();
  switch (verb) {
    case 'extend': {
      const today = dayIn((await settings()).zone, ctx.now);
      return { open: extendForm(cycle, { units: await unitsOf(today), today }, view) };
    }
    case 'pause':
      pause(cycle, ctx.now);
      return { card: pauseAskCard(cycle)(view) };
    case 'resume': {
      const { next, days } = await goneOn(ctx, cycle);
      return { card: resumeAskCard(cycle, next, days)(view) };
    }
    case 'cancel':
      return { open: cancelForm(cycle, await partakers(cycle), view) };
    case 'withdraw':
      return { open: withdrawForm(cycle, await meant(rest), view) };
  }
}

const partakers = (cycle: Cycle) =>
  participants.count({ cycle: cycle._id, state: { $nin: ['not_eligible', 'withdrawn'] } });

/** A mention, an id or an e-mail address; anything else is chosen in the form. */
async function meant(typed: string): Promise<string | undefined> {
  const text = typed.trim().replace(/^<?@/, '').replace(/>$/, '');
  if (!text) return undefined;
  return ((await people.get(text)) ?? (await people.one({ email: text.toLowerCase() })))?._id;
}

async function run(ctx: Ctx, verb: Verb, typed: string): Promise<Reply> {
  const found = await picked(ctx, verb, typed);
  return 'ask' in found ? found.ask : opens(ctx, verb, found.cycle, found.rest);
}

const forHrOnly = (who: Actor): boolean => isHr(who);
const hr = (verb: Verb, aliases: string[]): Command =>
  command(verb, {
    aliases,
    help: (l) => say(l)[`${verb}Help`],
    listed: forHrOnly,
    touches: ['cycles:W'],
    load: forHr,
    allow: mayRun,
    opens: true,
    run: (ctx, _, { text }) => run(ctx, verb, text),
  });

export const cycleCommands: readonly Command[] = [
  command('kickoff', {
    aliases: ['启动', '启动周期'],
    help: (l) => say(l).kickoffHelp,
    listed: forHrOnly,
    touches: ['cycles:W'],
    load: forHr,
    allow: mayRun,
    opens: true,
    run: (ctx, _, { text }) => kickoff(ctx, text),
  }),
  hr('extend', ['延期', '延长']),
  hr('pause', ['暂停']),
  hr('resume', ['恢复']),
  hr('cancel', ['取消']),
  hr('withdraw', ['移出', '退出']),
  command('scheme list', {
    aliases: ['方案', '方案列表', 'scheme'],
    help: (l) => say(l).schemeListHelp,
    touches: ['settings:R'],
    load: async () => undefined,
    allow: anyone,
    run: async (ctx) => ({ card: schemeListCard(schemePairs)(await ctx.view()) }),
  }),
  command('scheme show', {
    aliases: ['查看方案'],
    help: (l) => say(l).schemeShowHelp,
    touches: ['settings:R'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx, _, { text }) {
      const key = text.trim().toLowerCase() || 'standard';
      const pair = Object.hasOwn(schemePairs, key) ? schemePairs[key] : undefined;
      if (!pair) throw new Refusal((l) => say(l).noSuchScheme(text.slice(0, 80)));
      return { card: schemeCard(pair)(await ctx.view()) };
    },
  }),
];

/** The answer to "which cycle?": as if it had been typed. */
export const chooseHandler: Handler = on(chooseCycle, {
  touches: ['cycles:R'],
  load: forHr,
  allow: mayRun,
  opens: true,
  async run(ctx, _, { verb }, { value }) {
    return opens(ctx, verb, await cycles.must(value), '');
  },
});
