/** What may happen to an import, and when HR is asked a second time. */
import { Refusal } from '../core/errors.ts';
import { say as core } from '../core/messages.ts';
import { type Import, type ImportState, importFlow } from './import-model.ts';
import { sayImport } from './messages-import.ts';
import { asksTwice, type Plan } from './rules.ts';

function to(doc: Import, state: ImportState): Import {
  if (!importFlow.may(doc.state, state)) throw new Refusal((l) => sayImport(l).overAlready);
  return { ...doc, state };
}

/** The preview as a plan gives it. `renewed`: it replaces one that HR has seen. */
export function previewed(doc: Import, plan: Plan, renewed: boolean): Import {
  const { figures, namesakes, noHr, digest } = plan;
  return { ...to(doc, 'ready'), figures, namesakes: namesakes.slice(0, 20), noHr, digest, renewed };
}

/**
 * [Apply]: asks again when more than a tenth of the people would be touched.
 * @throws Refusal for a preview that changed since the button was drawn, or that must not be applied at all.
 */
export function apply(doc: Import, rev: number): Import {
  if (doc.state === 'applied' || doc.state === 'discarded')
    throw new Refusal((l) => sayImport(l).overAlready);
  if (doc.rev !== rev || doc.state !== 'ready' || !doc.figures) throw new Refusal((l) => core(l).changed);
  if (doc.noHr) throw new Refusal((l) => sayImport(l).noHr);
  return to(doc, asksTwice(doc.figures) ? 'asking' : 'applying');
}

/** The second yes. */
export function confirm(doc: Import, rev: number): Import {
  if (doc.state === 'applied' || doc.state === 'discarded')
    throw new Refusal((l) => sayImport(l).overAlready);
  if (doc.rev !== rev || doc.state !== 'asking') throw new Refusal((l) => core(l).changed);
  return to(doc, 'applying');
}

export function discard(doc: Import, now: Date): Import {
  return { ...to(doc, 'discarded'), doneAt: now };
}

export function done(doc: Import, now: Date): Import {
  return { ...to(doc, 'applied'), doneAt: now };
}
