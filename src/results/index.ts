/** Results: given out with two people’s word, read, explained to the last number, acknowledged, printed. */
import type { Entity } from '../core/entity.ts';
import { module } from '../core/module.ts';
import { batches } from './batches.ts';
import { ownHandlers, readHandlers } from './handlers.ts';
import { sweep, watchResults } from './jobs.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { ask } from './messages-form.ts';
import { why } from './messages-why.ts';
import { receipts, results } from './model.ts';
import { narratives } from './narratives.ts';
import './offers.ts';

export { offerOnResult, type ResultOffer } from './buttons.ts';
export { resultAcknowledged, resultReleased, resultRevised } from './facts.ts';
export {
  archiveOf,
  type Receipt,
  type Result,
  receiptOf,
  receiptsOf,
  resultOf,
  versionsOf,
} from './model.ts';

export const resultsModule = module('results', {
  entities: [results, receipts, narratives, batches] as unknown as Entity<never>[],
  handlers: [...ownHandlers, ...readHandlers],
  jobs: [watchResults, sweep] as never[],
  messages: [say, card, ask, why] as never[],
});
