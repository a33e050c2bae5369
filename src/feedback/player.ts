/** What a played person does here: answers what they were asked, reads notes, and now and then praises somebody. */
import { at, dayIn } from '../core/calendar.ts';
import type { Move, Player } from '../core/module.ts';
import { type Cycle, type Phase, planOf, present, underWay } from '../cycles/model.ts';
import { isActive, type Person, people, reportsOf } from '../people/model.ts';
import { giveFeedback, giveKudos, keepNote, sawNote } from './actions.ts';
import { leadOf } from './addressing.ts';
import { play } from './messages-player.ts';
import { feedbacks, openRequests } from './model.ts';
import { notes, unseenBy } from './notes.ts';

type DrawOne = (n: number) => number;

export const player: Player = async (id, now, draw) => {
  const person = await people.must(id);
  return (
    (await answers(person, now, draw)) ?? (await reads(person, now)) ?? (await praises(person, now, draw))
  );
};

async function answers({ _id, locale }: Person, now: Date, draw: DrawOne): Promise<Move | undefined> {
  const [first] = await openRequests(_id, now);
  if (!first) return undefined;
  const words = play(locale);
  return {
    what: (l) => play(l).answers,
    submit: giveFeedback.token({ group: `feedback:${first._id}`, request: first._id }),
    values: {
      whom: first.from,
      did: words.did(draw(12)),
      effect: words.effect(draw(12)),
      next: words.next(draw(12)),
      visible: 'named',
    },
  };
}

async function reads({ _id }: Person, now: Date): Promise<Move | undefined> {
  for (const note of await unseenBy(_id))
    if (note.person === _id || (await leadOf({ _id: note.person }, now)) === _id)
      return { what: (l) => play(l).sees, press: sawNote.token({ note: note._id }) };
  return undefined;
}

/** At most once a person and phase; who does is settled by their name and the phase. */
async function praises(person: Person, now: Date, draw: DrawOne): Promise<Move | undefined> {
  const running = (await underWay(person._id)).find(({ cycle }) => cycle.state === 'running')?.cycle;
  const phase = running && present(running);
  if (!running || !phase || !isInMood(person._id, running, phase)) return undefined;
  if (await didAlready(person, running, phase)) return undefined;
  const of = `${running._id}:${phase}:${person._id}`;
  if (draw(3) === 0) return note(person, of, now, draw);
  const others = await colleagues(person, now);
  const whom = others[draw(Math.max(1, others.length))];
  if (!whom) return note(person, of, now, draw);
  const words = play(person.locale);
  return {
    what: (l) => play(l).praises,
    submit: giveKudos.token({ group: `kudos:${of}` }),
    values: {
      whom: [whom._id],
      did: words.kudos(draw(12)),
      ...(draw(2) === 0 && { effect: words.effect(draw(12)) }),
    },
  };
}

const isInMood = (person: string, cycle: Cycle, phase: Phase): boolean =>
  [...`${person}${cycle._id}${phase}`].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2 === 0;

async function didAlready({ _id, zone }: Person, cycle: Cycle, phase: Phase): Promise<boolean> {
  const opens = planOf(cycle, phase)?.opens ?? cycle.period.from;
  const since = { $gte: at(zone, opens, '00:00') };
  const wrote = (await feedbacks.one({ from: _id, at: since })) ?? (await notes.one({ by: _id, at: since }));
  return wrote !== undefined;
}

function note(person: Person, of: string, now: Date, draw: DrawOne): Move {
  return {
    what: (l) => play(l).notes,
    submit: keepNote.token({ note: `note:${of}` }),
    values: {
      whom: person._id,
      day: dayIn(person.zone, now),
      what: play(person.locale).note(draw(12)),
    },
  };
}

/** Who reports to the same manager, and the manager's own for who leads nobody beside. */
async function colleagues(person: Person, now: Date): Promise<Person[]> {
  const beside = person.manager ? await reportsOf(person.manager) : [];
  const all = [...beside, ...(await reportsOf(person._id))];
  return all.filter((p) => p._id !== person._id && isActive(p, dayIn(p.zone, now)));
}
