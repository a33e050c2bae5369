/** The cards of results, drawn for whoever has them. */
import type { Ctx } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { calendarOf, people } from '../people/model.ts';
import { readKey, resultKey, type Summary, summaryCard } from './cards.ts';
import { type Receipt, type Result, resultId, results } from './model.ts';

export async function summaryOf(result: Result, receipt: Receipt, own: boolean): Promise<Summary> {
  const person = await people.must(result.person);
  const before =
    result.version > 1
      ? await results.get(resultId(result.cycle, result.person, result.version - 1))
      : undefined;
  return {
    result,
    receipt,
    place: { zone: person.zone, calendar: await calendarOf(person) },
    own,
    ...(before && { before }),
  };
}

/** The live card of the person: always the version that holds. */
export async function showOwn(
  ctx: Ctx,
  result: Result,
  receipt: Receipt,
  options: SendOptions = {},
): Promise<void> {
  const draw = summaryCard(await summaryOf(result, receipt, true));
  ctx.show(resultKey(result.cycle), { person: result.person }, draw, options);
}

/** Somebody else's, or an earlier version: a card of its own that changes nothing. */
export async function showRead(
  ctx: Ctx,
  result: Result,
  receipt: Receipt,
  page: number,
  options: SendOptions = {},
): Promise<void> {
  const own = result.person === ctx.actor.id;
  const draw = summaryCard(await summaryOf(result, receipt, own), page);
  const live = own && result.version === receipt.version;
  const key = live ? resultKey(result.cycle) : readKey(result.cycle, result.person);
  ctx.show(key, { person: ctx.actor.id }, draw, options);
}
