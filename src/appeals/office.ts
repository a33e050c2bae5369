/** Whose appeals somebody hears of at all, and how far: who, since when, which state. Never their own in another role. */
import type { Actor } from '../core/actor.ts';
import { cycles } from '../cycles/model.ts';
import { lineAbove, people, peopleById } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { isPartner, routers } from './barred.ts';
import type { Row } from './cards-office.ts';
import { type Appeal, openEverywhere } from './model.ts';

const others = (all: readonly Appeal[], who: Actor): Appeal[] => all.filter((a) => a.person !== who.id);

/** `undefined`: this one leads nobody and has no office. */
export async function seenBy(who: Actor): Promise<Appeal[] | undefined> {
  if (isHr(who)) return others(await openEverywhere(), who);
  const me = await people.get(who.id);
  const units = who.roles.includes('hrbp') ? (me?.partnerOf ?? []) : undefined;
  const near = units ? others(await openEverywhere(units), who) : [];
  const leads = (await people.one({ manager: who.id })) !== undefined;
  if (!units && !leads) return undefined;
  const below = leads ? await ofLine(others(await openEverywhere(), who), who.id) : [];
  return [...near, ...below.filter((a) => !near.some((n) => n._id === a._id))];
}

async function ofLine(all: readonly Appeal[], leader: string): Promise<Appeal[]> {
  const found: Appeal[] = [];
  for (const a of all) if ((await lineAbove(a.person)).some((p) => p._id === leader)) found.push(a);
  return found;
}

const opensIt = async (a: Appeal, who: string, now: Date): Promise<boolean> =>
  (await isPartner(a, who, now)) || (await routers(a, now)).some((p) => p._id === who);

export async function rowsOf(all: readonly Appeal[], who: Actor, now: Date): Promise<Row[]> {
  const persons = await peopleById(all.map((a) => a.person));
  const found = await cycles.find({ _id: { $in: [...new Set(all.map((a) => a.cycle))] } });
  const mine = new Set<string>();
  if (who.roles.length > 0) for (const a of all) if (await opensIt(a, who.id, now)) mine.add(a._id);
  return all.map((appeal) => ({
    appeal,
    opens: mine.has(appeal._id),
    name: persons.get(appeal.person)?.name ?? appeal.person,
    cycle: found.find((c) => c._id === appeal.cycle)?.name ?? '',
    zone: persons.get(appeal.person)?.zone ?? 'UTC',
  }));
}
