/** Whom the words of a command or a form are for: read, and looked at before anything is written. */
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { longText } from '../core/values.ts';
import { isActive, lineAbove, type Person, peopleById } from '../people/model.ts';
import { type Whom, whom } from '../people/whom.ts';
import { namedList, type Typed } from './forms.ts';
import { say } from './messages.ts';

/** People named at the beginning of a command. */
const mostNamed = 20;

type Self = 'kudosSelf' | 'feedbackSelf';

export interface Addressed extends Typed {
  text: string;
}

const isHere = (p: Person, now: Date) => isActive(p, dayIn(p.zone, now));

/** @throws Refusal for oneself and for who left. */
export async function addressed(ctx: Ctx, typed: string, self: Self): Promise<Addressed> {
  const ids: string[] = [];
  let text = typed;
  for (let n = 0; n < mostNamed; n += 1) {
    const next = await whom(text, ctx);
    if (next.kind === 'nobody') break;
    if (next.kind === 'self') throw new Refusal((l) => say(l)[self]);
    if (next.kind === 'left') throw gone(next.person.name);
    text = next.rest;
    if (next.kind !== 'found') return { whom: ids, doubt: next, text };
    if (!ids.includes(next.person._id)) ids.push(next.person._id);
  }
  return { whom: ids, text };
}

const gone = (name: string): Refusal =>
  new Refusal((l) => say(l).gone(name), { whom: (l) => say(l).gone(name) });

/** Where a person has to be named without a form: who is not found is refused with the nearest. */
export async function oneNamed(
  ctx: Ctx,
  typed: string,
): Promise<{ person: Person; rest: string } | undefined> {
  const found = await whom(typed, ctx);
  if (found.kind === 'nobody') return undefined;
  if ('person' in found) return { person: found.person, rest: found.rest };
  throw new Refusal(doubtWords(found));
}

export function doubtWords(found: Extract<Whom, { kind: 'several' | 'unknown' }>): Sentence {
  const typed = found.typed.slice(0, 60);
  if (found.kind === 'several') return (l) => say(l).severalWho(typed, namedList(found.people.slice(0, 10)));
  return (l) => say(l).unknownWho(typed, namedList(found.near));
}

/** A form cannot be too long; a command has no form to keep the text in. */
export function refuseLong(text: string): void {
  const n = [...text].length;
  if (text.length > longText) throw new Refusal((l) => say(l).tooLong(String(n), String(longText)));
}

/** Those who were chosen in a form, each once. @throws Refusal beside the field. */
export async function chosen(
  ctx: Ctx,
  ids: readonly string[],
  { most, self }: { most: number; self: Self | 'askSelf' },
): Promise<Person[]> {
  const unique = [...new Set(ids)];
  const refuse = (why: Sentence) => new Refusal(why, { whom: why });
  if (unique.length === 0) throw refuse((l) => say(l).whoNeeded);
  if (unique.length > most) throw refuse((l) => say(l).tooMany(most));
  if (unique.includes(ctx.actor.id)) throw refuse((l) => say(l)[self]);
  const found = await peopleById(unique);
  const all = unique.map((id) => found.get(id));
  if (all.some((p) => p === undefined)) throw refuse((l) => say(l).whoNeeded);
  const there = all as Person[];
  const left = there.find((p) => !isHere(p, ctx.now));
  if (left) throw gone(left.name);
  return there;
}

/** Who leads the person now: for a manager who left, the next active one above. */
export async function leadOf(person: Pick<Person, '_id'>, now: Date): Promise<string | undefined> {
  return (await lineAbove(person._id)).find((p) => isHere(p, now))?._id;
}

export async function withManager(ctx: Ctx, { _id }: Person): Promise<{ _id: string; manager?: string }> {
  const manager = await leadOf({ _id }, ctx.now);
  return { _id, ...(manager && { manager }) };
}
