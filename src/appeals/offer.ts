/** The button on the card of a result: while it can be appealed, with the last day on it. */
import { dayWords } from '../core/i18n.ts';
import { offerOnResult, type ResultOffer } from '../results/buttons.ts';
import { appealResult } from './actions.ts';
import { isOver } from './clocks.ts';
import { card } from './messages-card.ts';
import { lastDay } from './rules.ts';

export const offer: ResultOffer = {
  order: 40,
  button({ result, receipt, zone, calendar }, { locale, now }) {
    if (result.source === 'appeal' || receipt.version !== result.version) return undefined;
    const token = appealResult.token({ cycle: result.cycle, version: result.version });
    const until = lastDay({ result, releasedAt: receipt.releasedAt }, { zone, calendar });
    if (isOver(until, zone, now)) return undefined;
    return { label: card(locale).offer(dayWords(locale, until, now)), token };
  },
};

offerOnResult(offer);
