/** What HR does: names owner and panel, and who decides finally; sees how far appeals are. */
import { anyone } from '../core/actor.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { assignPanel, nameSecond, openOffice, openRoute, savePanel, saveSecond } from './actions.ts';
import { candidates, owners, routers, secondInstance } from './barred.ts';
import { routeCard } from './cards-office.ts';
import { appealAssigned } from './facts.ts';
import { panelForm, secondForm } from './forms.ts';
import { readCase } from './handlers-case.ts';
import { say } from './messages.ts';
import { routes } from './policy.ts';
import { assign, caseOf, refuse } from './rules.ts';
import { nameSecond as named } from './rules-decide.ts';
import { actOf, type Scene, saved, sceneOf, theirs, whyNot } from './scene.ts';
import {
  bringCase,
  bringOwn,
  openRoom,
  refresh,
  showLive,
  showOffice,
  showRoute,
  showStatement,
  takeAway,
} from './shows.ts';

const redraw = (at: Scene): Draw => routeCard(at);
const onRoute = { touches: ['appeals:W'], load: theirs, allow: routes, redraw } as const;

const suggested = async (ctx: Ctx, { appeal }: Scene) => ({
  owners: await owners(appeal, ctx.now),
  panel: await candidates(appeal, ctx.now),
});

/** Room, statement, cards: what follows when the panel is there. `before`: who was in it already. */
async function gathered(ctx: Ctx, at: Scene, before: readonly string[]): Promise<void> {
  const { appeal: a } = at;
  await openRoom(ctx, at);
  await refresh(ctx, at);
  showLive(ctx, at, { anew: true });
  showRoute(ctx, at, ctx.actor.id);
  const all = [a.owner, ...a.panel].filter((id) => id !== undefined);
  await bringCase(
    ctx,
    at,
    all.filter((id) => !before.includes(id)),
  );
  await takeAway(
    ctx,
    at,
    before.filter((id) => !all.includes(id)),
  );
  bringOwn(ctx, at);
  if (before.length === 0) showStatement(ctx, at, { proactive: true });
}

const naming: Handler[] = [
  on(assignPanel, {
    ...onRoute,
    opens: true,
    async run(ctx, at) {
      if (!['opened', 'assigned', 'hearing'].includes(at.appeal.state)) refuse((l) => say(l).movedOn);
      return { open: panelForm(at, await suggested(ctx, at), ctx.actor.locale) };
    },
  }),
  on(savePanel, {
    ...onRoute,
    async run(ctx, at, _, { owner, panel, others, outside }) {
      const { appeal: a } = at;
      const before = [a.owner, ...a.panel].filter((id) => id !== undefined);
      const all = [...panel, ...others];
      const no = await whyNot(ctx, at, [owner, ...all]);
      const alone = (await candidates(a, ctx.now)).length === 0;
      const next = assign(a, { owner, panel: all, outside }, no, alone, actOf(ctx, at));
      const now = await saved(ctx, next);
      ctx.record(appealAssigned, {
        about: a.person,
        ref: a.cycle,
        data: { appeal: a._id, panel: now.appeal.panel.length },
      });
      await gathered(ctx, now, before);
      return { toast: say(ctx.actor.locale).assignedToast };
    },
  }),
  on(nameSecond, {
    ...onRoute,
    opens: true,
    async run(ctx, at) {
      if (at.appeal.state !== 'escalated') refuse((l) => say(l).movedOn);
      return { open: secondForm(at, await freeForSecond(ctx, at), ctx.actor.locale) };
    },
  }),
  on(saveSecond, {
    ...onRoute,
    async run(ctx, at, _, { panel, others }) {
      const all = [...panel, ...others];
      const no = await whyNot(ctx, at, all);
      const least = (await freeForSecond(ctx, at)).length;
      const now = await saved(ctx, named(at.appeal, all, no, Math.max(1, least), actOf(ctx, at)));
      await refresh(ctx, now);
      showRoute(ctx, now, ctx.actor.id);
      await bringCase(ctx, now, now.appeal.escalated?.to ?? []);
      return { toast: say(ctx.actor.locale).kept };
    },
  }),
  on(openRoute, {
    touches: ['appeals:R'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx, _, __, { value }) {
      const at = await sceneOf(ctx, value);
      const verdict = routes(ctx.actor, at);
      if (verdict === true) showRoute(ctx, at, ctx.actor.id, { anew: true });
      else if (!at.partner) throw new Refusal(verdict);
      if (at.partner) await readCase(ctx, at);
    },
  }),
  on(openOffice, {
    touches: ['completion:R'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx) {
      if (!(await showOffice(ctx))) return { toast: say(ctx.actor.locale).nothingOpen };
    },
  }),
];

/** HR, executives and leads who had no part in it yet. */
async function freeForSecond(ctx: Ctx, { appeal }: Scene) {
  const taken = caseOf(appeal);
  const found = await secondInstance(appeal, taken, ctx.now);
  const hr = (await routers(appeal, ctx.now)).filter((p) => found.includes(p._id));
  const others = (await candidates(appeal, ctx.now, taken)).filter((p) => !hr.some((h) => h._id === p._id));
  return [...hr, ...others];
}

export const officeHandlers: readonly Handler[] = naming;
