/** Opening the team, a person of it, a goal of theirs. */
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import type { Cycle } from '../cycles/model.ts';
import { openTeam, reviewGoals, reviewOne } from './actions.ts';
import { say } from './messages.ts';
import { leadsTeam, readers } from './policy.ts';
import { oneReviewCard, oneReviewKey } from './review-cards.ts';
import { showReview, showTeam } from './shows.ts';
import { noteReading, teamAt, withLine } from './steps.ts';
import { shownToManager } from './team-cards.ts';

export const lookHandlers: readonly Handler[] = [
  on(reviewOne, {
    touches: ['goals:R'],
    load: withLine,
    allow: readers,
    async run(ctx, sheet, _, { value }) {
      const goal = sheet.goals.find((g) => g._id === value && shownToManager(g));
      if (!goal) throw new Refusal((l) => say(l).goalGone);
      noteReading(ctx, sheet);
      const by = ctx.actor.id === sheet.participant.manager ? 'manager' : 'reader';
      const card = oneReviewCard(sheet, goal, by);
      ctx.show(oneReviewKey(goal), { person: ctx.actor.id }, card, { anew: true });
    },
  }),
  on(openTeam, {
    touches: ['goals:R'],
    load: teamAt,
    allow: leadsTeam,
    async run(ctx, { cycle }: { cycle: Cycle }) {
      await showTeam(ctx, cycle, ctx.actor.id, { anew: true });
    },
  }),
  on(reviewGoals, {
    touches: ['goals:R'],
    load: teamAt,
    allow: leadsTeam,
    async run(ctx, at, _, { value }) {
      const sheet = at.sheets.find((s) => s.participant.person === value);
      if (!sheet) throw new Refusal((l) => say(l).onlyLine);
      showReview(ctx, sheet, { anew: true });
    },
  }),
];
