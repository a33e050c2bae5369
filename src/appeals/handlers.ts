/** What the person does: appeals, answers, withdraws, escalates. */
import { anyone } from '../core/actor.ts';
import type { Answer, Reply } from '../core/card.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { moveParticipant } from '../cycles/index.ts';
import { participantId } from '../cycles/model.ts';
import {
  answerNeed,
  appealResult,
  escalateAppeal,
  openOwn,
  saveAnswer,
  saveAppeal,
  saveEscalation,
  withdrawAppeal,
} from './actions.ts';
import { barredFrom, whyNotFor } from './barred.ts';
import { ownCard } from './cards.ts';
import { appealAnswered, appealEscalated, appealOpened } from './facts.ts';
import { answerForm, appealForm, escalateForm } from './forms.ts';
import { say } from './messages.ts';
import { appeals } from './model.ts';
import { own } from './policy.ts';
import { answer, obstacle, openAppeal, withdraw } from './rules.ts';
import { escalate, fresh } from './rules-decide.ts';
import { actOf, type Offered, offered, type Scene, saved, sceneFor, theirs } from './scene.ts';
import { bringCase, bringRoutes, refresh, showOwn } from './shows.ts';
import { leave, seconds } from './steps.ts';

/** `version`: the one on the card that was pressed. */
async function mine(ctx: Ctx, { cycle, version }: { cycle: string; version: number }): Promise<Offered> {
  const found = await offered(cycle, ctx.actor.id);
  if (!found) throw new Refusal((l) => say(l).noResult);
  if (found.result.version !== version) throw new Refusal((l) => say(l).movedOn);
  return found;
}

const onResult = { touches: ['appeals:W'], load: mine, allow: anyone } as const;

/** An open one is shown instead of being opened twice. */
async function showOpen(ctx: Ctx, { before }: Offered): Promise<Answer | undefined> {
  const open = before.find((a) => a.open);
  if (!open) return undefined;
  showOwn(ctx, await sceneFor(open, ctx.now), { anew: true });
  return { toast: say(ctx.actor.locale).isOpen };
}

/** The form, or how the open one stands. @throws Refusal with the reason why it is not possible */
export async function beginAppeal(ctx: Ctx, at: Offered): Promise<Reply> {
  const open = await showOpen(ctx, at);
  if (open) return open;
  const no = obstacle(at, at.before, actOf(ctx, at));
  if (no) throw new Refusal(no);
  return { open: appealForm(at, ctx.now, ctx.actor.locale) };
}

const opening: Handler[] = [
  on(appealResult, { ...onResult, opens: true, run: beginAppeal }),
  on(saveAppeal, {
    ...onResult,
    async run(ctx, at, _, { evidence, ...said }) {
      const open = await showOpen(ctx, at);
      if (open) return open;
      const { result } = at;
      const barred = await barredFrom(result);
      const given = { said: { ...said, ...(evidence !== undefined && { evidence }) }, barred };
      const appeal = await appeals.insert(openAppeal(at, at.before, given, actOf(ctx, at)));
      await moveParticipant(ctx, participantId(appeal.cycle, appeal.person), 'appealing');
      ctx.record(appealOpened, {
        about: appeal.person,
        ref: appeal.cycle,
        data: { appeal: appeal._id, version: appeal.version },
      });
      const now = await sceneFor(appeal, ctx.now);
      showOwn(ctx, now, { anew: true });
      bringRoutes(ctx, now);
      return { toast: say(ctx.actor.locale).opened };
    },
  }),
];

const redraw = (at: Scene): Draw => ownCard(at);
const onOwn = { touches: ['appeals:W'], load: theirs, allow: own, redraw } as const;

const asking: Handler[] = [
  on(openOwn, {
    ...onOwn,
    touches: ['appeals:R'],
    async run(ctx, at) {
      showOwn(ctx, at, { anew: true });
    },
  }),
  on(answerNeed, {
    ...onOwn,
    opens: true,
    async run(ctx, at) {
      answer(at.appeal, '', actOf(ctx, at));
      return { open: answerForm(at.appeal, ctx.actor.locale) };
    },
  }),
  on(saveAnswer, {
    ...onOwn,
    async run(ctx, at, _, { answer: text }) {
      await answered(ctx, at, text);
      return { toast: say(ctx.actor.locale).sent };
    },
  }),
];

/** By the form, or by a word in the room. */
export async function answered(ctx: Ctx, at: Scene, text?: string): Promise<void> {
  const now = await saved(ctx, answer(at.appeal, text, actOf(ctx, at)));
  ctx.record(appealAnswered, {
    about: now.appeal.person,
    ref: now.appeal.cycle,
    data: { appeal: now.appeal._id },
  });
  await refresh(ctx, now);
}

const ending: Handler[] = [
  on(withdrawAppeal, {
    ...onOwn,
    async run(ctx, at) {
      const now = await saved(ctx, withdraw(at.appeal, actOf(ctx, at)));
      await leave(ctx, now.appeal);
      await refresh(ctx, now);
      return { toast: say(ctx.actor.locale).withdrawnToast };
    },
  }),
  on(escalateAppeal, {
    ...onOwn,
    opens: true,
    async run(ctx, at) {
      escalate(at.appeal, '', [], () => undefined, actOf(ctx, at));
      return { open: escalateForm(at.appeal, ctx.actor.locale) };
    },
  }),
  on(saveEscalation, {
    ...onOwn,
    async run(ctx, at, _, { why }) {
      const to = await seconds(ctx, at);
      const no = await whyNotFor(at.appeal, to, ctx.now);
      const now = await saved(ctx, escalate(at.appeal, why, to, fresh(at.appeal, no), actOf(ctx, at)));
      ctx.record(appealEscalated, {
        about: now.appeal.person,
        ref: now.appeal.cycle,
        data: { appeal: now.appeal._id },
      });
      await refresh(ctx, now);
      if (now.appeal.escalated?.complete) await bringCase(ctx, now, to);
      else bringRoutes(ctx, now);
      return { toast: say(ctx.actor.locale).escalatedToast };
    },
  }),
];

export const ownHandlers: readonly Handler[] = [...opening, ...asking, ...ending];
