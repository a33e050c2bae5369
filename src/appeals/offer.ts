/** The button on the card of a result: while it can be appealed, with the last day on it. */
import type { Calendar } from '../core/calendar.ts';
import { dayWords } from '../core/i18n.ts';
import { type AboutResult, offerOnResult, type ResultOffer } from '../results/buttons.ts';
import { appealResult } from './actions.ts';
import { isOver } from './clocks.ts';
import { card } from './messages-card.ts';
import { lastDay } from './rules.ts';

/** Without the person's holidays the last day is not known, so the button names none; the form does. */
type WithCalendar = AboutResult & { calendar?: Calendar };

export const offer: ResultOffer = {
  order: 40,
  button(about: WithCalendar, { locale, now }) {
    const { result, receipt, zone, calendar } = about;
    if (result.source === 'appeal' || receipt.version !== result.version) return undefined;
    const token = appealResult.token({ cycle: result.cycle, version: result.version });
    if (!calendar) return { label: card(locale).offerPlain, token };
    const until = lastDay({ result, releasedAt: receipt.releasedAt }, { zone, calendar });
    if (isOver(until, zone, now)) return undefined;
    return { label: card(locale).offer(dayWords(locale, until, now)), token };
  },
};

offerOnResult(offer);
