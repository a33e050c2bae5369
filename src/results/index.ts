import type { Entity } from '../core/entity.ts';
import { module } from '../core/module.ts';
import { receipts, results } from './model.ts';

export { offerOnResult, type ResultOffer } from './buttons.ts';

export const resultsModule = module('results', {
  entities: [results, receipts] as unknown as Entity<never>[],
});
