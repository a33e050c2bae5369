/** What happens inside a case: opened, receipt confirmed, something asked for, the rater heard, the record taken along. */
import type { Ctx, Draw } from '../core/context.ts';
import { type Handler, on } from '../core/module.ts';
import {
  askPerson,
  confirmReceipt,
  inviteRater,
  openCase,
  saveNeed,
  saveStatement,
  takeRecord,
  writeStatement,
} from './actions.ts';
import { liveCard } from './cards.ts';
import { caseCard } from './cards-case.ts';
import { statementCard } from './cards-office.ts';
import { appealAcknowledged, appealInvited, appealNeeds, appealRead, appealStatement } from './facts.ts';
import { needForm, statementForm } from './forms.ts';
import { say } from './messages.ts';
import type { Appeal } from './model.ts';
import { hears, own, owns, readsCase, readsRecord, states } from './policy.ts';
import { recordOf } from './record.ts';
import { acknowledge, need, refuse, state } from './rules.ts';
import { actOf, resultAt, type Scene, saved, theirs } from './scene.ts';
import { bringOwn, openRoom, refresh, showCase, showLive, showOwn } from './shows.ts';

export const about = (a: Appeal) => ({ about: a.person, ref: a.cycle });

export async function redrawCase(at: Scene, _: unknown, ctx: Ctx): Promise<Draw> {
  return caseCard({ ...at, result: await resultAt(at), reader: ctx.actor.id });
}

/** Reading what another person wrote is noted. */
export async function readCase(ctx: Ctx, at: Scene): Promise<void> {
  ctx.record(appealRead, { ...about(at.appeal), data: { appeal: at.appeal._id, file: false } });
  await showCase(ctx, at, ctx.actor.id, { anew: true });
}

const reading: Handler[] = [
  on(openCase, {
    touches: ['appeals:R'],
    load: theirs,
    allow: (who, at) => (own(who, at) === true ? true : readsCase(who, at)),
    async run(ctx, at) {
      if (ctx.actor.id === at.appeal.person) return showOwn(ctx, at, { anew: true });
      await readCase(ctx, at);
    },
  }),
  on(takeRecord, {
    touches: ['appeals:R'],
    load: theirs,
    allow: readsRecord,
    async run(ctx, at) {
      const file = await recordOf(at, ctx.actor.locale, ctx.actor.zone);
      ctx.attach(`appeals.record:${at.appeal._id}:${ctx.id('file')}`, { person: ctx.actor.id }, file);
      ctx.record(appealRead, { ...about(at.appeal), data: { appeal: at.appeal._id, file: true } });
      return { toast: say(ctx.actor.locale).recordComes };
    },
  }),
];

const onCase = { touches: ['appeals:W'], load: theirs, allow: hears, redraw: redrawCase } as const;

const hearing: Handler[] = [
  on(confirmReceipt, {
    ...onCase,
    allow: owns,
    redraw: (at: Scene) => liveCard(at),
    async run(ctx, at) {
      const now = await saved(ctx, acknowledge(at.appeal, actOf(ctx, at)));
      ctx.record(appealAcknowledged, { ...about(now.appeal), data: { appeal: now.appeal._id } });
      await refresh(ctx, now);
      bringOwn(ctx, now);
      return { toast: say(ctx.actor.locale).receiptToast };
    },
  }),
  on(askPerson, {
    ...onCase,
    opens: true,
    async run(ctx, at) {
      need(at.appeal, { id: '', text: '' }, actOf(ctx, at), at.partner);
      return { open: needForm(at.appeal, ctx.actor.locale) };
    },
  }),
  on(saveNeed, {
    ...onCase,
    async run(ctx, at, _, { need: text }) {
      const now = await saved(ctx, need(at.appeal, { id: ctx.id('need'), text }, actOf(ctx, at), at.partner));
      ctx.record(appealNeeds, { ...about(now.appeal), data: { appeal: now.appeal._id } });
      await refresh(ctx, now);
      bringOwn(ctx, now);
      return { toast: say(ctx.actor.locale).sent };
    },
  }),
  on(inviteRater, {
    ...onCase,
    async run(ctx, at) {
      const { appeal: a } = at;
      const can = a.rater !== undefined && !a.invited && (a.state === 'assigned' || a.state === 'hearing');
      if (!can || !a.rater) return refuse((l) => say(l).movedOn);
      const now = await saved(ctx, { ...a, invited: true });
      ctx.record(appealInvited, { ...about(a), data: { appeal: a._id, who: a.rater } });
      await openRoom(ctx, now);
      await refresh(ctx, now);
      showLive(ctx, now, { anew: true });
      return { toast: say(ctx.actor.locale).invitedToast };
    },
  }),
];

const onStatement = {
  touches: ['appeals:W'],
  load: theirs,
  allow: states,
  redraw: (at: Scene) => statementCard(at),
} as const;

const stating: Handler[] = [
  on(writeStatement, {
    ...onStatement,
    opens: true,
    async run(ctx, at) {
      state(at.appeal, '', actOf(ctx, at));
      return { open: statementForm(at, ctx.actor.locale) };
    },
  }),
  on(saveStatement, {
    ...onStatement,
    async run(ctx, at, _, { statement }) {
      const now = await saved(ctx, state(at.appeal, statement, actOf(ctx, at)));
      ctx.record(appealStatement, { ...about(now.appeal), data: { appeal: now.appeal._id } });
      await refresh(ctx, now);
      return { toast: say(ctx.actor.locale).stated };
    },
  }),
];

export const caseHandlers: readonly Handler[] = [...reading, ...hearing, ...stating];
