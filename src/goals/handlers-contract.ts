/** The contract: what both write into it, and their yes. HR's waiver of weights. */
import type { Actor } from '../core/actor.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { numberWords } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { noteProgress } from '../cycles/progress.ts';
import { hrOnly } from '../people/policy.ts';
import {
  confirmContract,
  openContract,
  saveCommitment,
  saveSupport,
  saveWaiver,
  waiveWeights,
  writeCommitment,
  writeSupport,
} from './actions.ts';
import { saveContract } from './contract.ts';
import { contractCard, contractKey, type Side } from './contract-cards.ts';
import { confirmedBy } from './contract-rules.ts';
import { contractConfirmed, weightsWaived } from './facts.ts';
import { textForm } from './forms.ts';
import { say } from './messages.ts';
import { pact } from './messages-contract.ts';
import { ask } from './messages-form.ts';
import { both, hrFor, manager, owner, readers } from './policy.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { refreshReview, showContract, showOwn, showTeam } from './shows.ts';
import { decided, mustRun, noteReading, theirs, withLine } from './steps.ts';
import { isWhole, percentOf, sumAgreed } from './weights.ts';

export const sideOf = (who: Actor, { participant }: Sheet): Side => {
  if (who.id === participant.person) return 'self';
  return who.id === participant.manager ? 'lead' : 'reader';
};

const redraw = (sheet: Sheet, _: unknown, ctx: Ctx): Draw => contractCard(sheet, sideOf(ctx.actor, sheet));
const onContract = { touches: ['contract:W'], load: theirs, redraw } as const;

/** Both see what one of them wrote. */
async function write(ctx: Ctx, sheet: Sheet, words: Partial<Sheet['contract']>) {
  mustRun(sheet);
  const contract = await saveContract({ ...sheet.contract, ...words });
  if (contract.state !== 'forming') showContract(ctx, { ...sheet, contract });
  else await refreshReview(ctx, { ...sheet, contract });
  return { toast: pact(ctx.actor.locale).saved };
}

const contracting: Handler[] = [
  on(openContract, {
    touches: ['contract:R'],
    load: withLine,
    allow: readers,
    async run(ctx, sheet) {
      noteReading(ctx, sheet);
      const side = sideOf(ctx.actor, sheet);
      const key = contractKey(sheet.cycle._id, sheet.participant.person);
      ctx.show(key, { person: ctx.actor.id }, contractCard(sheet, side), { anew: true });
    },
  }),
  on(writeSupport, {
    ...onContract,
    allow: manager,
    opens: true,
    async run(ctx, sheet) {
      const words = ask(ctx.actor.locale);
      const token = saveSupport.token({ cycle: sheet.cycle._id, person: sheet.participant.person });
      const form = { title: words.supportTitle, intro: words.supportIntro(sheet.person.name), token };
      const field = { name: 'support', label: words.support, value: sheet.contract.support };
      return { open: textForm(ctx.actor.locale, form, field) };
    },
  }),
  on(saveSupport, {
    ...onContract,
    allow: manager,
    run: (ctx, sheet, _, { support }) => write(ctx, sheet, { support }),
  }),
  on(writeCommitment, {
    ...onContract,
    allow: owner,
    opens: true,
    async run(ctx, sheet) {
      const words = ask(ctx.actor.locale);
      const token = saveCommitment.token({ cycle: sheet.cycle._id, person: sheet.participant.person });
      const form = { title: words.commitmentTitle, intro: words.commitmentIntro, token };
      const field = { name: 'commitment', label: words.commitment, value: sheet.contract.commitment };
      return { open: textForm(ctx.actor.locale, form, field) };
    },
  }),
  on(saveCommitment, {
    ...onContract,
    allow: owner,
    run: (ctx, sheet, _, { commitment }) => write(ctx, sheet, { commitment }),
  }),
  on(confirmContract, {
    ...onContract,
    allow: both,
    async run(ctx, sheet, { version }) {
      mustRun(sheet);
      const who = { person: sheet.participant.person, by: ctx.actor.id, now: ctx.now };
      const contract = await saveContract(confirmedBy(sheet.contract, version, who));
      const now = { ...sheet, contract };
      if (contract.state === 'confirmed') {
        ctx.record(contractConfirmed, { about: who.person, ref: sheet.cycle._id, data: { version } });
        await noteProgress(ctx, sheet.participant._id, 'planning', 'done');
      }
      showContract(ctx, now);
      showOwn(ctx, now);
      await refreshReview(ctx, now);
      if (sheet.participant.manager) await showTeam(ctx, sheet.cycle, sheet.participant.manager);
      return { toast: pact(ctx.actor.locale).confirmedToast };
    },
  }),
];

const waiving: Handler[] = [
  on(waiveWeights, {
    touches: ['goals:W'],
    load: async (_, { cycle }) => cycle,
    allow: hrOnly,
    opens: true,
    async run(ctx, cycle, _, { value }) {
      const sheet = await sheetOf(cycle, value);
      mustNeedWaiver(sheet, ctx.actor);
      const words = ask(ctx.actor.locale);
      const sum = numberWords(ctx.actor.locale, percentOf(sumAgreed(sheet.goals)));
      const token = saveWaiver.token({ cycle, person: value });
      const form = { title: words.waiveTitle, intro: words.waiveIntro(sheet.person.name, sum), token };
      return { open: textForm(ctx.actor.locale, form, { name: 'reason', label: words.reason }) };
    },
  }),
  on(saveWaiver, {
    touches: ['goals:W'],
    load: theirs,
    allow: hrFor,
    async run(ctx, sheet, _, { reason }) {
      mustNeedWaiver(sheet, ctx.actor);
      const sum = sumAgreed(sheet.goals);
      await saveContract({ ...sheet.contract, waiver: { reason, by: ctx.actor.id, at: ctx.now, sum } });
      ctx.record(weightsWaived, { about: sheet.participant.person, ref: sheet.cycle._id, data: { sum } });
      await decided(ctx, sheet, { changed: false, tell: true });
      return { toast: pact(ctx.actor.locale).saved };
    },
  }),
];

function mustNeedWaiver(sheet: Sheet, who: Actor): void {
  mustRun(sheet);
  if (hrFor(who, sheet) !== true) throw new Refusal((l) => say(l).onlyHr);
  if (isWhole(sumAgreed(sheet.goals))) throw new Refusal((l) => say(l).nothingToWaive);
}

export const contractHandlers: readonly Handler[] = [...contracting, ...waiving];
