import type { Draw } from '../../../adapters/slack/blocks.ts';
import { pageOf } from '../../../adapters/slack/pages.ts';
import type { Card } from '../../../src/core/card.ts';

export const draw = (more: Partial<Draw> = {}): Draw => ({
  locale: 'en',
  people: new Map([
    ['ann', { name: 'Ann', account: 'U0ANN' }],
    ['eve', { name: '<!everyone> & Eve' }],
  ]),
  pictures: new Map(),
  subject: 'ann',
  surface: 'message',
  keeps: [],
  ...more,
});

export const pagesOf = (card: Card, more: Partial<Draw> = {}) => {
  const all = [pageOf(card, draw(more), 0)];
  for (let n = 1; n < all[0]!.pages; n += 1) all.push(pageOf(card, draw(more), n));
  return all;
};
