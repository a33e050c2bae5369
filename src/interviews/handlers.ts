/** Looking: one's own conversation, the team's, the agenda, HR's numbers; preparing; and the one tap 60 days later. */
import { anyone } from '../core/actor.ts';
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { cycles } from '../cycles/model.ts';
import { people } from '../people/model.ts';
import {
  answerHelp,
  openAgenda,
  openInterview,
  openOffice,
  openOne,
  openPrepare,
  openTeam,
  savePrepared,
  sharePrepared,
} from './actions.ts';
import { agendaKey } from './cards-agenda.ts';
import { helpCard, helpKey } from './cards-help.ts';
import { readCard } from './cards-notes.ts';
import { officeCard } from './cards-office.ts';
import { interviewRead } from './facts.ts';
import { prepareForm } from './forms.ts';
import { say } from './messages.ts';
import { interviews } from './model.ts';
import { officeOf } from './office.ts';
import { leads, own, reads, two, unitsFor } from './policy.ts';
import { answered, prepared, shared } from './rules-notes.ts';
import { loadScene, refuseUnlessOn, type Scene, sideOf } from './scene.ts';
import { aboutOf, actOf, redrawTalk, settle } from './settle.ts';
import { drawAgenda, showTalk, showTeam } from './shows.ts';

const look = { touches: ['checkins:R'], load: loadScene } as const;

/** Comes to the bottom of the conversation; of somebody else's HR reads the notes, and that is recorded. */
export async function opened(ctx: Ctx, scene: Scene): Promise<Answer> {
  const side = sideOf(ctx.actor.id, scene);
  if (side) {
    await showTalk(ctx, scene, side, { anew: true });
    return {};
  }
  const { interview, person, cycle } = scene;
  ctx.record(interviewRead, { ...aboutOf(scene), data: {} });
  return { card: readCard({ interview, name: person.name, cycle: cycle.name })(await ctx.view()) };
}

const opening: readonly Handler[] = [
  on(openInterview, { ...look, allow: reads, run: (ctx, scene) => opened(ctx, scene) }),
  on(openOne, {
    touches: ['checkins:R'],
    load: async () => undefined,
    allow: anyone,
    // Whose it is comes with the choice: who may is decided where it is known.
    async run(ctx, _, { cycle }, { value }) {
      const scene = await loadScene(ctx, { cycle, person: value });
      const verdict = reads(ctx.actor, scene);
      if (verdict !== true) throw new Refusal(verdict);
      return opened(ctx, scene);
    },
  }),
  on(openTeam, {
    touches: ['checkins:R'],
    load: (_, { cycle }) => cycles.must(cycle),
    // Only those whom the one who presses leads stand on it.
    allow: anyone,
    run: (ctx, cycle, { page }) => showTeam(ctx, cycle, ctx.actor.id, { anew: true }, page),
  }),
  on(openAgenda, {
    ...look,
    allow: leads,
    async run(ctx, scene, { page }) {
      const draw = await drawAgenda(scene, page);
      ctx.show(agendaKey(scene.interview), { person: ctx.actor.id }, draw, { anew: true });
    },
  }),
  on(openOffice, {
    touches: ['completion:R'],
    load: async (ctx, { cycle }) => ({ cycle: await cycles.must(cycle), units: await unitsFor(ctx.actor) }),
    allow: (_, { units }) => units !== undefined || ((l) => say(l).onlyHr),
    async run(ctx, { cycle, units }) {
      const office = await officeOf(cycle, ctx.now, { units: units ?? [], reader: ctx.actor.id });
      return { card: officeCard(office)(await ctx.view()) };
    },
  }),
];

const preparing: readonly Handler[] = [
  on(openPrepare, {
    ...look,
    allow: own,
    redraw: redrawTalk,
    opens: true,
    run: async (ctx, { interview, manager }) => {
      prepared(interview, {});
      return { open: prepareForm(interview, manager?._id ?? 'system', ctx.actor) };
    },
  }),
  on(savePrepared, {
    ...look,
    touches: ['checkins:W'],
    allow: own,
    redraw: redrawTalk,
    async run(ctx, scene, _, words) {
      refuseUnlessOn(scene);
      const next = prepared(scene.interview, {
        ...(words.ask !== undefined && { ask: words.ask }),
        ...(words.talk !== undefined && { talk: words.talk }),
      });
      await settle(ctx, scene, next, false);
      const toast = next.prepared?.shared
        ? say(ctx.actor.locale).savedToast
        : say(ctx.actor.locale).privateToast;
      return { toast };
    },
  }),
  on(sharePrepared, {
    ...look,
    touches: ['checkins:W'],
    allow: own,
    redraw: redrawTalk,
    async run(ctx, scene) {
      refuseUnlessOn(scene);
      await settle(ctx, scene, shared(scene.interview), true);
      return { toast: say(ctx.actor.locale).savedToast };
    },
  }),
];

const answering: readonly Handler[] = [
  on(answerHelp, {
    ...look,
    touches: ['checkins:W'],
    allow: two,
    async redraw(scene, _, ctx) {
      return drawHelp(ctx, scene);
    },
    async run(ctx, scene, { round, answer }) {
      if (scene.interview.round !== round) throw new Refusal((l) => say(l).answeredBefore);
      const interview = await interviews.save(answered(scene.interview, answer, actOf(ctx, scene)));
      ctx.show(helpKey(interview), { person: ctx.actor.id }, await drawHelp(ctx, { ...scene, interview }));
      return { toast: say(ctx.actor.locale).thanks };
    },
  }),
];

async function drawHelp(ctx: Ctx, scene: Scene) {
  const side = sideOf(ctx.actor.id, scene) ?? 'person';
  const { interview, cycle, person } = scene;
  const other = side === 'person' ? (interview.doneWith ?? 'system') : person._id;
  const known = (await people.get(other))?._id ?? 'system';
  return helpCard({ interview, cycle: cycle.name, other: known, side });
}

export const interviewHandlers: readonly Handler[] = [...opening, ...preparing, ...answering];
