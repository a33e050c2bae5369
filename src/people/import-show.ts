/** The live card of an import, as its documents stand. */
import type { Ctx, Draw } from '../core/context.ts';
import { overCard, type Pages, previewCard, rowsOnPage } from './import-cards.ts';
import { forgetLists, type Import, imports, someOf } from './import-model.ts';
import { discard } from './import-rules.ts';

export const showImport = (ctx: Ctx, doc: Import, draw: Draw): void =>
  ctx.show(`people.import:${doc._id}`, { person: doc.by }, draw, { priority: 'reply' });

const firstPages: Pages = { changes: 0, findings: 0 };

export async function drawn(doc: Import, pages: Pages = firstPages): Promise<Draw> {
  if (doc.state !== 'ready' && doc.state !== 'asking') return overCard(doc);
  const page = <K extends keyof Pages>(kind: K, n: number) =>
    someOf(doc._id, kind, Math.max(0, Math.trunc(n)) * rowsOnPage, rowsOnPage);
  const changes = await page('changes', pages.changes);
  const findings = await page('findings', pages.findings);
  return previewCard(doc, { pages, changes, findings });
}

/** Nothing is applied any more, and what the file said is gone. */
export async function end(ctx: Ctx, doc: Import): Promise<void> {
  const ended = await imports.save(discard(doc, ctx.now));
  await forgetLists(doc._id);
  showImport(ctx, ended, await drawn(ended));
}
