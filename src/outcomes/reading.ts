/** What may be read once it is approved: one's own, one's line's, one's units'. */
import type { Actor } from '../core/actor.ts';
import { type Cycle, cycles, type Participant, participantId, participants } from '../cycles/model.ts';
import { namesOf, people } from '../people/model.ts';
import type { TeamPage } from './cards-told.ts';
import { onPage } from './figures.ts';
import { type Entry, entries, standingOf } from './model.ts';
import type { Standing } from './policy.ts';

/** Manager and manager's manager, as they stand now. */
export async function standingTo(
  reader: Actor,
  cycle: string,
  person: string,
): Promise<Standing | undefined> {
  const place = await participants.get(participantId(cycle, person));
  if (!place) return undefined;
  const above = place.manager && (await managerOf(cycle, place.manager));
  return {
    person,
    unit: place.unit,
    line: [place.manager, above].filter((id): id is string => Boolean(id)),
    partnerOf: await unitsOf(reader),
  };
}

async function managerOf(cycle: string, person: string): Promise<string | undefined> {
  const place = await participants.get(participantId(cycle, person));
  return place ? place.manager : (await people.get(person))?.manager;
}

async function unitsOf({ id, roles }: Actor): Promise<string[]> {
  return roles.includes('hrbp') ? ((await people.get(id))?.partnerOf ?? []) : [];
}

/** Whom this person may read beside themself: reports, reports' reports, their units as a partner. */
async function readable(reader: Actor, cycle: string): Promise<Participant[]> {
  const direct = await participants.find({ cycle, manager: reader.id });
  const leads = direct.filter((p) => p.leads).map((p) => p.person);
  const below = leads.length > 0 ? await participants.find({ cycle, manager: { $in: leads } }) : [];
  const units = await unitsOf(reader);
  const partnered = units.length > 0 ? await participants.find({ cycle, unit: { $in: units } }) : [];
  const all = new Map([...direct, ...below, ...partnered].map((p) => [p.person, p]));
  all.delete(reader.id);
  return [...all.values()].sort((a, b) => (a.person < b.person ? -1 : 1));
}

export async function teamPage(reader: Actor, cycle: Cycle, page: number): Promise<TeamPage> {
  const places = await readable(reader, cycle._id);
  const standing = await standingOf(
    cycle._id,
    places.map((p) => p.person),
  );
  const found = places.filter((p) => standing.has(p.person));
  const rows = found.slice(page * onPage, (page + 1) * onPage);
  const names = await namesOf(rows.map((p) => p.person));
  return {
    cycle,
    page,
    more: found.length > (page + 1) * onPage,
    rows: rows.flatMap((p) => {
      const entry = standing.get(p.person);
      return entry ? [{ name: names(p.person), entry, frozen: p.state === 'appealing' }] : [];
    }),
  };
}

/** Own outcomes over the cycles, the newest cycle first. */
export async function ownOutcomes(person: string): Promise<{ cycle: Cycle; entry: Entry }[]> {
  const mine = await entries.find({ person, state: 'approved' });
  const ids = [...new Set(mine.map((e) => e.cycle))];
  const found = ids.length > 0 ? await cycles.find({ _id: { $in: ids } }, { sort: { at: -1, _id: 1 } }) : [];
  const all: { cycle: Cycle; entry: Entry }[] = [];
  for (const cycle of found) {
    const entry = (await standingOf(cycle._id, [person])).get(person);
    if (entry) all.push({ cycle, entry });
  }
  return all;
}
