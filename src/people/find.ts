/** `/perf people find`: anybody may look up who somebody is and whether it is night there. */
import { anyone } from '../core/actor.ts';
import { addDays, dayIn } from '../core/calendar.ts';
import { command } from '../core/module.ts';
import { findHowCard, foundCard } from './cards.ts';
import { emailIn } from './cells.ts';
import { say } from './messages.ts';
import { isActive, namesOf, type Person, people } from './model.ts';
import { folded, wanted } from './search.ts';

const mostFound = 10;
/** Candidates that are looked at; a search that meets more has to be narrowed anyway. */
const mostRead = 200;

export const findCommand = command('people find', {
  aliases: ['找人', '人员 查找', 'people 查找', 'people search'],
  help: (l) => say(l).findHelp,
  touches: ['people:R'],
  load: async () => undefined,
  allow: anyone,
  async run(ctx, _, { text }) {
    const query = [...text].slice(0, 100).join('').trim();
    if (query === '') return { card: findHowCard()(await ctx.view()) };
    const found = await findPeople(query, ctx.now);
    const shown = found.slice(0, mostFound);
    const nameOf = await namesOf(shown.flatMap((p) => p.manager ?? []));
    return { card: foundCard(query, shown, found.length > mostFound, nameOf)(await ctx.view()) };
  },
});

/** Active people whose name or address holds every word of the query, those whose name begins with it first. */
export async function findPeople(query: string, now: Date): Promise<Person[]> {
  const email = emailIn(query);
  const read = email ? await people.find({ email }) : await candidates(query, now);
  const { meets } = wanted(query);
  const text = folded(query);
  const begins = (p: Person) => (folded(p.name).startsWith(text) ? 0 : 1);
  return read
    .filter((p) => isActive(p, dayIn(p.zone, now)) && (email !== undefined || meets(p)))
    .sort((a, b) => begins(a) - begins(b) || compare(a.name, b.name) || compare(a._id, b._id));
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

async function candidates(query: string, now: Date): Promise<Person[]> {
  const [first, ...others] = wanted(query).pieces;
  if (first === undefined) return [];
  // No zone is a day and more behind UTC: who left before is not active anywhere.
  const yesterday = addDays(dayIn('UTC', now), -1);
  const active = { $or: [{ left: { $exists: false } }, { left: { $gte: yesterday } }] };
  const rest = others.length > 0 ? [{ search: { $all: others } }] : [];
  return people.find({ search: first, $and: [active, ...rest] }, { limit: mostRead });
}
