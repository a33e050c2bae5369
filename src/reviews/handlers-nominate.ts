/** Naming reviewers: the participant proposes, the manager approves, replaces, adds, removes. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { participantId } from '../cycles/model.ts';
import { nominate, openNominate, openNominateForm, takeSuggested } from './actions.ts';
import { saveAndAsk } from './asking.ts';
import { nominateCard } from './cards-nominate.ts';
import { type Listing, listingOf, suggestedNames } from './circle.ts';
import { noteCompletion } from './completion.ts';
import { reviewersProposed } from './facts.ts';
import { nominateForm } from './forms.ts';
import { say } from './messages.ts';
import { type Nomination, nominations } from './model.ts';
import { nominee } from './policy.ts';
import { approved, checked, chosen, type Named, proposed } from './rules.ts';
import { mustBeTaken } from './scene.ts';
import { listChanged, showNominate } from './shows.ts';

type Own = { cycle: string };

const own = (ctx: Ctx, { cycle }: Own): Promise<Listing> =>
  listingOf(participantId(cycle, ctx.actor.id), ctx.now);

const steps = {
  touches: ['nominations:W'],
  load: own,
  allow: nominee,
  redraw: (listing: Listing) => nominateCard(listing),
} as const;

/** @throws Refusal when the card that was pressed is older than the list */
export function mustBeFresh(nomination: Nomination, rev: number): void {
  if (nomination.rev !== rev) throw new Refusal((l) => say(l).listChanged);
}

/** Without a manager in the cycle nobody has to look at it first. */
async function propose(ctx: Ctx, listing: Listing, named: Named): Promise<void> {
  const { nomination, circle, participant, term } = listing;
  mustBeTaken(term, ctx.now);
  const next = proposed(nomination, checked(circle, named), ctx.now);
  const alone = participant.manager === undefined;
  const done = alone ? approved(next, 'system', circle.k, ctx.now) : next;
  await (alone ? saveAndAsk(ctx, done) : nominations.save(done));
  await noteCompletion(ctx, nomination.cycle, nomination.person);
  const data = { people: chosen(done).length };
  ctx.record(reviewersProposed, { about: nomination.person, ref: nomination.cycle, data });
  await listChanged(ctx, nomination._id, ctx.actor.id);
}

export const nominateHandlers: readonly Handler[] = [
  on(openNominate, {
    ...steps,
    touches: ['nominations:R'],
    run: async (ctx, listing) => showNominate(ctx, listing, { anew: true }),
  }),
  on(openNominateForm, {
    ...steps,
    opens: true,
    async run(ctx, listing) {
      mustBeTaken(listing.term, ctx.now);
      const { state } = listing.nomination;
      if (state === 'none') throw new Refusal((l) => say(l).nobodyAsked);
      if (state === 'approved') throw new Refusal((l) => say(l).decided);
      return { open: nominateForm(listing, ctx.actor.locale) };
    },
  }),
  on(nominate, {
    ...steps,
    async run(ctx, listing, { rev }, named) {
      mustBeFresh(listing.nomination, rev);
      const id = listing.nomination._id;
      await propose(ctx, await listingOf(id, ctx.now, [...named.peers, ...named.partners]), named);
      return { toast: say(ctx.actor.locale).namedToast };
    },
  }),
  on(takeSuggested, {
    ...steps,
    async run(ctx, listing, { rev }) {
      mustBeFresh(listing.nomination, rev);
      await propose(ctx, listing, suggestedNames(listing));
      return { toast: say(ctx.actor.locale).namedToast };
    },
  }),
];
