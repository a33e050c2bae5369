/** What the rater does: looks, adjusts, sends, asks. */

import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { many, maybe, text, whole } from '../core/values.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import {
  adjustRating,
  askMore,
  openPack,
  openTeam,
  saveAdjusted,
  saveQuestion,
  showEvidence,
  submitRating,
} from './actions.ts';
import { packCard } from './cards.ts';
import { evidenceCard } from './cards-evidence.ts';
import { teamCard } from './cards-team.ts';
import { officeFor } from './deciders.ts';
import { questionAsked, ratingSubmitted } from './facts.ts';
import { adjustForm, askForm } from './forms.ts';
import { packOf } from './inputs.ts';
import { say } from './messages.ts';
import { type Given, type Rating, ratingsOfTeam } from './model.ts';
import { rates } from './policy.ts';
import { adjust, ask, submit } from './rules.ts';
import { actOf, type Full, fullOf, isLevel, type Scene, sceneOf, theirs } from './scene.ts';
import { bringDecision, refreshTeam, showPack, showQuestion, showTeam, teamOf } from './shows.ts';
import { frozenOf, mustBeOn, mustHaveNumbers, mustHaveReports, rateFirst, saved } from './steps.ts';

interface Led {
  cycle: Cycle;
  mine: Rating[];
}

async function led(ctx: Ctx, { cycle }: { cycle: string }): Promise<Led> {
  return { cycle: await cycles.must(cycle), mine: await ratingsOfTeam(cycle, ctx.actor.id) };
}

const hasTeam = (_: unknown, { mine }: Led) => mine.length > 0 || ((l: 'en' | 'zh') => say(l).nothingToRate);

export const redrawPack = async (scene: Scene): Promise<Draw> => packCard(await fullOf(scene));

const onRating = { touches: ['ratings:W'], load: theirs, allow: rates, redraw: redrawPack } as const;

const looking: Handler[] = [
  on(openTeam, {
    touches: ['ratings:R'],
    load: led,
    allow: hasTeam,
    run: async (ctx, { cycle }) => showTeam(ctx, cycle, ctx.actor.id, { anew: true }),
  }),
  on(openPack, {
    touches: ['ratings:R'],
    load: led,
    allow: hasTeam,
    redraw: async ({ cycle }, _, ctx) => teamCard(await teamOf(cycle, ctx.actor.id)),
    async run(ctx, { cycle, mine }, _, { value }) {
      if (!mine.some((r) => r.person === value)) throw new Refusal((l) => say(l).movedOn);
      await showPack(ctx, await sceneOf(cycle._id, value), { anew: true });
    },
  }),
  on(showEvidence, {
    touches: ['ratings:R'],
    load: theirs,
    allow: rates,
    async run(ctx, { cycle, person }, { page }) {
      const draw = evidenceCard(await packOf(cycle._id, person._id), page);
      ctx.show(`ratings.evidence:${cycle._id}:${person._id}`, { person: ctx.actor.id }, draw, {
        anew: page === 0,
      });
    },
  }),
];

const level = maybe(whole(1, 5));
const reason = maybe(text(2000));

/** The form has as many dimensions as the scheme: read here, field by field. */
function givenFrom({ given, optional }: Full, values: Record<string, unknown>): Given[] {
  const fields: Record<string, (l: 'en' | 'zh') => string> = {};
  const read = given.map(({ name, proposal }, i): Given => {
    const [levelRead, reasonRead] = [
      level.safeParse(values[`level_${i}`]),
      reason.safeParse(values[`reason_${i}`]),
    ];
    if (!reasonRead.success) fields[`reason_${i}`] = (l) => say(l).tooLong;
    const n = levelRead.success ? levelRead.data : undefined;
    const isGiven = n !== undefined && isLevel(n);
    if (!isGiven && !(optional.includes(name) && levelRead.success))
      fields[`level_${i}`] = (l) => say(l).levelNeeded;
    return {
      name,
      ...(proposal !== undefined && { proposal }),
      ...(isGiven && { level: n }),
      ...(reasonRead.success && reasonRead.data !== undefined && { reason: reasonRead.data }),
    };
  });
  if (Object.keys(fields).length > 0) throw new Refusal((l) => say(l).lookAtFields, fields);
  return read;
}

function citedFrom({ pack }: Full, values: Record<string, unknown>): string[] {
  const chosen = many().safeParse(values.cites);
  const known = new Set(pack.evidence.map((e) => e.ref));
  return chosen.success ? chosen.data.filter((id) => known.has(id)) : [];
}

const rating: Handler[] = [
  on(adjustRating, {
    ...onRating,
    opens: true,
    async run(ctx, scene) {
      adjust(scene.rating, [], [], actOf(ctx, scene));
      mustBeOn(scene);
      return { open: adjustForm(await fullOf(scene), ctx.actor.locale) };
    },
  }),
  on(saveAdjusted, {
    ...onRating,
    async run(ctx, scene, _, values) {
      const full = await fullOf(scene);
      const next = adjust(scene.rating, givenFrom(full, values), citedFrom(full, values), actOf(ctx, scene));
      mustBeOn(scene);
      await showPack(ctx, await saved(scene, next));
      return { toast: say(ctx.actor.locale).kept };
    },
  }),
  on(submitRating, {
    ...onRating,
    opens: true,
    async run(ctx, scene, { seen }) {
      const full = await fullOf(scene);
      const act = actOf(ctx, scene);
      const next = submit(scene.rating, seen, await frozenOf(full, ctx.actor.id, ctx.now), act);
      mustBeOn(scene);
      mustHaveNumbers(full);
      mustHaveReports(full, ctx.now);
      const first = rateFirst(full, ctx.actor.locale);
      if (first !== undefined) return { toast: first, open: adjustForm(full, ctx.actor.locale) };
      const now = await saved(scene, next);
      ctx.record(ratingSubmitted, {
        about: next.person,
        ref: next.cycle,
        data: { version: next.version },
      });
      await showPack(ctx, now);
      await refreshTeam(ctx, now.cycle, next.rater);
      await bringDecision(ctx, now);
      return { toast: say(ctx.actor.locale).sent };
    },
  }),
];

const asking: Handler[] = [
  on(askMore, {
    ...onRating,
    opens: true,
    async run(ctx, scene) {
      mustBeOn(scene);
      return { open: askForm(scene, ctx.actor.locale) };
    },
  }),
  on(saveQuestion, {
    ...onRating,
    async run(ctx, scene, _, { whom, question }) {
      mustBeOn(scene);
      const { person } = scene.rating;
      const to = whom === 'person' ? [person] : await officeFor(scene.rating, ctx.actor.id);
      const asked = { id: ctx.id('question'), whom, to, by: ctx.actor.id, at: ctx.now, text: question };
      const now = await saved(scene, ask(scene.rating, asked, actOf(ctx, scene)));
      ctx.record(questionAsked, { about: person, ref: scene.cycle._id, data: { whom } });
      const fresh = await sceneOf(now.cycle._id, person);
      showQuestion(ctx, fresh, asked.id, { proactive: true });
      await showPack(ctx, fresh);
      await refreshTeam(ctx, now.cycle, now.rating.rater);
      return { toast: say(ctx.actor.locale).asked };
    },
  }),
];

export const rateHandlers: readonly Handler[] = [...looking, ...rating, ...asking];
