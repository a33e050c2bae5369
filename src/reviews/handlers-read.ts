/** Reading what was published, and taking out a comment before it is read. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { participantId } from '../cycles/model.ts';
import { hrOnly } from '../people/policy.ts';
import { checkComments, checkedComments, openReceived, openSubject, redact } from './actions.ts';
import type { Release } from './aggregate.ts';
import { checkCard, mostChecked, receivedCard, receivedKey, subjectCard, subjectKey } from './cards-read.ts';
import { commentRedacted, reviewRead } from './facts.ts';
import { tellRedacted } from './jobs-refresh.ts';
import { read } from './messages-read.ts';
import { type ReleaseDoc, releaseOf, releases } from './model-answers.ts';
import { reader, redactor } from './policy.ts';
import { canRead, checkOf, isOut, linesOf, type Read, readOf, showCheck, subjectOf } from './reading.ts';

/** The card of one person, for those who may; that it was read is kept. */
export async function showSubject(ctx: Ctx, found: Read, page: number): Promise<void> {
  const { participant } = found;
  const draw = subjectCard(await subjectOf(found), page);
  ctx.show(subjectKey(participant._id), { person: ctx.actor.id }, draw, { anew: page === 0 });
  if (page === 0) ctx.record(reviewRead, { about: participant.person, ref: participant.cycle, data: {} });
}

const redactSteps = {
  touches: ['reviews:W'],
  load: (_: Ctx, { release }: { release: string }) => releases.must(release),
  allow: redactor,
  redraw: async (doc: ReleaseDoc) => checkCard(await checkOf(doc)),
} as const;

/** The text is gone for good; the numbers stay as they are. */
function without(doc: ReleaseDoc, id: string): ReleaseDoc {
  const line = linesOf(doc).find((l) => l.id === id);
  if (!line) throw new Refusal((l) => read(l).lineGone);
  if (line.redacted) throw new Refusal((l) => read(l).redactedBefore);
  const body = JSON.parse(doc.body) as Release;
  const lines = body.lines.map((l) => (l.id === id ? { ...l, text: '', redacted: true as const } : l));
  return { ...doc, body: JSON.stringify({ ...body, lines }), untold: true };
}

export const readHandlers: readonly Handler[] = [
  on(openReceived, {
    touches: ['reviews:R'],
    load: (ctx, { cycle }) => readOf(ctx, participantId(cycle, ctx.actor.id)),
    // Loaded by the one who presses: it is their own whatever the button says.
    allow: anyone,
    async run(ctx, { participant, cycle }, { page }) {
      if (!canRead(participant)) throw new Refusal((l) => read(l).ownAfterRelease);
      const release = await releaseOf(cycle._id, participant.person);
      if (!release) throw new Refusal((l) => read(l).ownAfterRelease);
      const draw = receivedCard(cycle, release, page);
      ctx.show(receivedKey(cycle._id), { person: ctx.actor.id }, draw, { anew: page === 0 });
    },
  }),
  on(openSubject, {
    touches: ['reviews:R'],
    load: (ctx, { nomination }) => readOf(ctx, nomination),
    allow: reader,
    run: (ctx, found, { page }) => showSubject(ctx, found, page),
  }),
  on(checkComments, {
    touches: ['reviews:R'],
    load: async (_, { cycle }) => cycle,
    allow: hrOnly,
    run: (ctx, cycle) => showCheck(ctx, cycle),
  }),
  on(redact, {
    ...redactSteps,
    async run(ctx, doc, { line }) {
      if (await isOut(doc)) throw new Refusal((l) => read(l).readAlready);
      await releases.save(without(doc, line));
      ctx.record(commentRedacted, { about: doc.person, ref: doc.cycle, data: { line } });
      ctx.later(tellRedacted, { cycle: doc.cycle });
      await showCheck(ctx, doc.cycle);
      return { toast: read(ctx.actor.locale).redactedToast };
    },
  }),
  on(checkedComments, {
    ...redactSteps,
    async run(ctx, doc, { seen }) {
      if (await isOut(doc)) throw new Refusal((l) => read(l).readAlready);
      const done = Math.min(seen + mostChecked, linesOf(doc).length);
      if (doc.unchecked && doc.seen === seen)
        await releases.save({ ...doc, seen: done, unchecked: done < linesOf(doc).length });
      await showCheck(ctx, doc.cycle);
    },
  }),
];
