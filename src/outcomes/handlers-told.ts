/** What people read once it is approved, and what they would like best. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { namesOf } from '../people/model.ts';
import { openOutcome, openOwn, openPrefer, openTeam, prefer } from './actions.ts';
import {
  outcomeCard,
  preferCard,
  preferKey,
  type TeamPage,
  teamCard,
  teamKey,
  theirKey,
} from './cards-told.ts';
import { outcomeRead, preferenceSaid } from './facts.ts';
import { say } from './messages.ts';
import { preferences, standingOf } from './model.ts';
import { readsOutcome } from './policy.ts';
import { standingTo, teamPage } from './reading.ts';
import { isFrozen, showOwn } from './shows.ts';

export async function showTeam(ctx: Ctx, at: TeamPage): Promise<void> {
  for (const { entry } of at.rows)
    ctx.record(outcomeRead, { about: entry.person, ref: entry.cycle, data: {} });
  ctx.show(teamKey(at.cycle._id), { person: ctx.actor.id }, teamCard(at), { anew: at.page === 0 });
}

export async function showPrefer(ctx: Ctx, options: { anew?: boolean } = {}): Promise<void> {
  const known = await preferences.get(ctx.actor.id);
  ctx.show(preferKey, { person: ctx.actor.id }, preferCard(known?.choice), options);
}

/** @throws Refusal before it is approved */
async function approvedFor(cycle: Cycle, person: string) {
  const entry = (await standingOf(cycle._id, [person])).get(person);
  if (!entry) throw new Refusal((l) => say(l).notYet);
  return entry;
}

async function showTheirs(ctx: Ctx, cycle: Cycle, person: string): Promise<void> {
  const at = await standingTo(ctx.actor, cycle._id, person);
  const verdict = at ? readsOutcome(ctx.actor, at) : (l: 'en' | 'zh') => say(l).onlyReaders;
  if (verdict !== true) throw new Refusal(verdict);
  const entry = await approvedFor(cycle, person);
  const frozen = await isFrozen(cycle._id, person);
  if (person === ctx.actor.id) return showOwn(ctx, cycle, entry, frozen, { anew: true });
  ctx.record(outcomeRead, { about: person, ref: cycle._id, data: {} });
  const name = (await namesOf([person]))(person);
  const draw = outcomeCard({ cycle, entry, name, frozen });
  ctx.show(theirKey(cycle._id, person), { person: ctx.actor.id }, draw, { anew: true });
}

const ofCycle = async (_: Ctx, { cycle }: { cycle: string }) => ({ cycle: await cycles.must(cycle) });
const self = async () => undefined;

export const toldHandlers: readonly Handler[] = [
  on(openTeam, {
    touches: ['outcomes:R'],
    load: async (ctx, { cycle, page }) => teamPage(ctx.actor, await cycles.must(cycle), page),
    allow: (_, { rows }) => rows.length > 0 || ((l) => say(l).nothingForYou),
    run: showTeam,
  }),
  on(openOutcome, {
    touches: ['outcomes:R'],
    load: ofCycle,
    // Whose it is comes with the press: it is decided there, before anything is read.
    allow: anyone,
    run: (ctx, { cycle }, _, { value }) => showTheirs(ctx, cycle, value),
  }),
  on(openOwn, {
    touches: ['outcomes:R'],
    load: ofCycle,
    allow: anyone,
    run: (ctx, { cycle }) => showTheirs(ctx, cycle, ctx.actor.id),
  }),
  on(openPrefer, {
    touches: ['outcomes:R'],
    load: self,
    allow: anyone,
    run: (ctx) => showPrefer(ctx, { anew: true }),
  }),
  on(prefer, {
    touches: ['outcomes:W'],
    load: self,
    allow: anyone,
    async run(ctx, _, __, { value }) {
      const { id, locale } = ctx.actor;
      const known = await preferences.get(id);
      if (known) await preferences.save({ ...known, choice: value, at: ctx.now });
      else await preferences.insert({ _id: id, person: id, choice: value, at: ctx.now });
      ctx.record(preferenceSaid, { about: id, data: {} });
      await showPrefer(ctx);
      return { toast: say(locale).preferred(say(locale).like(value)) };
    },
  }),
];
