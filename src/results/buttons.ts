/**
 * What can be done with a result from its own card. Capabilities above this one (interviews, appeals) add theirs when
 * they are loaded: results never know who they are, and the order on the card is a number, not the order of imports.
 */
import type { Calendar } from '../core/calendar.ts';
import type { Button } from '../core/card.ts';
import type { View } from '../core/context.ts';
import type { Receipt, Result } from './model.ts';

export interface AboutResult {
  result: Result;
  receipt: Receipt;
  now: Date;
  zone: string;
  /** Of the person: working days are counted by it. */
  calendar: Calendar;
}

export interface ResultOffer {
  /** Acknowledge 10, talk about it 20, why this score 30, appeal 40. */
  order: number;
  /** `undefined`: not now. */
  button(about: AboutResult, view: View): Button | undefined;
}

const offers: ResultOffer[] = [];

/** Once for each button, at the load of its module. */
export function offerOnResult(offer: ResultOffer): void {
  if (offers.some((o) => o.order === offer.order))
    throw new Error(`Two buttons on a result have the order ${offer.order}.`);
  offers.push(offer);
  offers.sort((a, b) => a.order - b.order);
}

/** For the current version, on the card of the person whom it is about. */
export const resultButtons = (about: AboutResult, view: View): Button[] =>
  offers.flatMap((offer) => offer.button(about, view) ?? []);
