/** The manager's side of a list of reviewers. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import {
  add,
  approve,
  approveAll,
  openAdd,
  openApproval,
  openReplace,
  openTeam,
  remove,
  replace,
  settle,
} from './actions.ts';
import { saveAndAsk } from './asking.ts';
import { approvalCard } from './cards-nominate.ts';
import { isReady, teamCard } from './cards-team.ts';
import { type Listing, listingOf } from './circle.ts';
import { noteCompletion } from './completion.ts';
import { reviewersApproved } from './facts.ts';
import { addForm, replaceForm } from './forms.ts';
import { mustBeFresh } from './handlers-nominate.ts';
import { say } from './messages.ts';
import type { Nomination } from './model.ts';
import { approver } from './policy.ts';
import { added, approved, chosen, removed, replaced, settled } from './rules.ts';
import { mustBeTaken } from './scene.ts';
import { listChanged, showApproval, showTeam, teamOf } from './shows.ts';

const steps = {
  touches: ['nominations:W'],
  load: (ctx: Ctx, { nomination }: { nomination: string }) => listingOf(nomination, ctx.now),
  allow: approver,
  redraw: (listing: Listing) => approvalCard(listing),
} as const;

/** The team is the presser's own; whoever leads nobody gets the sentence that says so. */
const teamSteps = {
  touches: ['nominations:W'],
  load: (ctx: Ctx, { cycle }: { cycle: string }) => teamOf(cycle, ctx.actor.id, ctx.now),
  allow: anyone,
  redraw: (team: Listing[], { cycle }: { cycle: string }) =>
    team.length > 0 ? teamCard(cycle, team) : undefined,
} as const;

/** The list as decided: saved, asked, shown, with a fact that names nobody of it. */
export async function approveList(ctx: Ctx, listing: Listing, by: string): Promise<void> {
  const { nomination, circle } = listing;
  const next = approved(nomination, by, circle.k, ctx.now);
  await saveAndAsk(ctx, next);
  await noteCompletion(ctx, nomination.cycle, nomination.person);
  ctx.record(reviewersApproved, {
    about: nomination.person,
    ref: nomination.cycle,
    data: { people: chosen(next).length },
  });
}

async function changed(ctx: Ctx, listing: Listing, next: Nomination): Promise<void> {
  mustBeTaken(listing.term, ctx.now);
  await saveAndAsk(ctx, next);
  await listChanged(ctx, next._id, ctx.actor.id);
}

const nothing = (): never => {
  throw new Refusal((l) => say(l).noTeam);
};

export const approveHandlers: readonly Handler[] = [
  on(openTeam, {
    ...teamSteps,
    touches: ['nominations:R'],
    async run(ctx, team, { cycle }) {
      if (team.length === 0) nothing();
      await showTeam(ctx, cycle, ctx.actor.id, { anew: true });
    },
  }),
  on(openApproval, {
    touches: ['nominations:R'],
    load: (ctx, { cycle }) => teamOf(cycle, ctx.actor.id, ctx.now),
    allow: anyone,
    async run(ctx, team, _, { value }) {
      const one = team.find((x) => x.person._id === value);
      if (!one) throw new Refusal((l) => say(l).onlyManager);
      showApproval(ctx, one, ctx.actor.id, { anew: true });
    },
  }),
  on(approve, {
    ...steps,
    async run(ctx, listing, { rev }) {
      mustBeTaken(listing.term, ctx.now);
      mustBeFresh(listing.nomination, rev);
      await approveList(ctx, listing, ctx.actor.id);
      await listChanged(ctx, listing.nomination._id, ctx.actor.id);
    },
  }),
  on(approveAll, {
    ...teamSteps,
    async run(ctx, team) {
      const ready = team.filter((x) => isReady(x) && approver(ctx.actor, x, ctx.now) === true);
      if (ready.length === 0) throw new Refusal((l) => say(l).listChanged);
      for (const one of ready) {
        mustBeTaken(one.term, ctx.now);
        await approveList(ctx, one, ctx.actor.id);
      }
      for (const one of ready) await listChanged(ctx, one.nomination._id, ctx.actor.id);
    },
  }),
  on(openAdd, {
    ...steps,
    opens: true,
    async run(ctx, listing) {
      mustBeTaken(listing.term, ctx.now);
      return { open: addForm(listing, ctx.actor.locale) };
    },
  }),
  on(add, {
    ...steps,
    async run(ctx, { nomination }, _, { person, group }) {
      const listing = await listingOf(nomination._id, ctx.now, [person]);
      await changed(ctx, listing, added(nomination, listing.circle, person, group));
      return { toast: say(ctx.actor.locale).done };
    },
  }),
  on(openReplace, {
    ...steps,
    opens: true,
    async run(ctx, listing, { person }) {
      mustBeTaken(listing.term, ctx.now);
      if (!chosen(listing.nomination).some((r) => r.person === person))
        throw new Refusal((l) => say(l).listChanged);
      return { open: replaceForm(listing, person, ctx.actor.locale) };
    },
  }),
  on(replace, {
    ...steps,
    async run(ctx, { nomination }, { person }, values) {
      const listing = await listingOf(nomination._id, ctx.now, [values.person]);
      await changed(ctx, listing, replaced(nomination, listing.circle, person, values.person));
      return { toast: say(ctx.actor.locale).done };
    },
  }),
  on(remove, {
    ...steps,
    async run(ctx, listing, { person, rev }) {
      mustBeFresh(listing.nomination, rev);
      await changed(ctx, listing, removed(listing.nomination, person));
    },
  }),
  on(settle, {
    ...steps,
    async run(ctx, listing, { person, rev }) {
      mustBeFresh(listing.nomination, rev);
      await changed(ctx, listing, settled(listing.nomination, person));
    },
  }),
];
