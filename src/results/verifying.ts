/** Is a printed record genuine? Anybody may ask; what it says is only for those who may read the result. */
import { dayIn } from '../core/calendar.ts';
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { dayWords } from '../core/i18n.ts';
import type { FileRef } from '../core/platform.ts';
import { verifiedCard } from './cards-verify.ts';
import { noteReading } from './handlers.ts';
import { say } from './messages.ts';
import { results } from './model.ts';
import { readsResult } from './policy.ts';
import { digestOf, records } from './record.ts';
import { sceneOf } from './scene.ts';

const plainCode = /^[A-Z0-9]+$/;

/** Case, spaces, dashes and full-width letters do not matter. */
export function codeIn(typed: string): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]+/gu, '');
  return plainCode.test(bare) ? bare.replace(/(.{4})(?=.)/g, '$1-') : undefined;
}

export async function verified(ctx: Ctx, typed: string, files: readonly FileRef[]): Promise<Answer> {
  if (typed.trim() === '') throw new Refusal((l) => say(l).codeNeeded);
  const code = codeIn(typed);
  const result = code === undefined ? undefined : await results.one({ code });
  if (!result) throw new Refusal((l) => say(l).unknownCode);
  const scene = await sceneOf(ctx, result);
  const reads = readsResult(ctx.actor, scene) === true;
  if (reads) noteReading(ctx, scene);
  const [file] = files;
  const handed = file && (await records.get(digestOf(await ctx.bytes(file))));
  const view = await ctx.view();
  const when = dayWords(view.locale, dayIn(view.zone, result.at));
  const copy = file && (handed?.result === result._id ? 'unaltered' : 'altered');
  return {
    card: verifiedCard({ result, holds: scene.receipt.version, when, reads, ...(copy && { copy }) })(view),
  };
}
