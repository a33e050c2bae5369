/** What is open for a person in reviews, and HR's numbers: how many, never who. */
import type { Actor } from '../core/actor.ts';
import type { Block, Button } from '../core/card.ts';
import type { View } from '../core/context.ts';
import type { Locale } from '../core/i18n.ts';
import type { HomeSection, Task } from '../core/module.ts';
import { type Cycle, cycles, isIn, participantId, participants } from '../cycles/model.ts';
import { people } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { openNominate, openReceived, openSelf, openTeam, showList } from './actions.ts';
import { buttons, text } from './blocks.ts';
import { approveBy, nominateBy } from './dates.ts';
import { read } from './messages-read.ts';
import { assignmentsOf, givenCounts, type Nomination, nominations, selfReviews } from './model.ts';
import { releases } from './model-answers.ts';
import { canRead } from './reading.ts';
import { toReplace } from './rules.ts';
import { isTaken, termFor } from './scene.ts';

/** Cycles whose assessment has opened, the newest first. */
export async function assessed(states: readonly string[] = ['running']): Promise<Cycle[]> {
  const found = await cycles.find({ state: { $in: [...states] } });
  return found
    .filter((c) => c.opened.includes('assessment'))
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? -1 : 1));
}

export interface Place {
  cycle: Cycle;
  /** To give and still open, of how many. */
  waiting: number;
  given: number;
  self: 'open' | 'sent' | undefined;
  nomination: Nomination | undefined;
  /** Lists of reports, and those that wait for a decision. */
  team: number;
  decide: number;
}

/** All that reviews are to a person in a cycle. */
export async function placeIn(cycle: Cycle, person: string): Promise<Place> {
  const mine = (await assignmentsOf(person, cycle._id)).filter(
    (a) => a.state === 'open' || a.state === 'sent',
  );
  const id = participantId(cycle._id, person);
  const reports = (await participants.find({ cycle: cycle._id, manager: person })).filter(
    (p) => isIn(p) && p.person !== person,
  );
  const lists = reports.length > 0 ? await nominations.find({ _id: { $in: reports.map((p) => p._id) } }) : [];
  return {
    cycle,
    waiting: mine.filter((a) => a.state === 'open' && !a.over).length,
    given: mine.length,
    self: (await selfReviews.get(id))?.state,
    nomination: await nominations.get(id),
    team: lists.filter((n) => n.state !== 'none').length,
    decide: lists.filter((n) => n.state === 'proposed' || toReplace(n).length > 0).length,
  };
}

export async function tasks(person: string, now: Date): Promise<Task[]> {
  const all: Task[] = [];
  const found = await assessed();
  const p = found.length > 0 ? await people.get(person) : undefined;
  for (const cycle of p ? found : []) {
    const term = p && (await termFor(cycle, p));
    if (term && isTaken(term, now)) all.push(...tasksIn(await placeIn(cycle, person), term.due));
  }
  return all;
}

const earlier = (a: string | undefined, b: string | undefined): string | undefined =>
  a !== undefined && b !== undefined && a < b ? a : b;

interface Waiting {
  what: string;
  title: Task['title'];
  token: string;
  by: string | undefined;
  confidential?: true;
}

function tasksIn(place: Place, due: string | undefined): Task[] {
  return [...listsIn(place, due), ...reviewsIn(place, due)].map(
    ({ what, title, token, by, confidential }): Task => ({
      key: `reviews.${what}:${place.cycle._id}`,
      title,
      phase: 'assessment',
      button: { label: (l) => read(l).open, token },
      ...(by && { due: by }),
      ...(confidential && { confidential }),
    }),
  );
}

function listsIn({ cycle, nomination, decide }: Place, due: string | undefined): Waiting[] {
  const id = { cycle: cycle._id };
  const [names, decides] = [earlier(nominateBy(cycle), due), earlier(approveBy(cycle), due)];
  const [own, team] = [openNominate.token(id), openTeam.token(id)];
  return [
    ...(nomination?.state === 'open'
      ? [{ what: 'nominate', title: (l: Locale) => read(l).taskNominate, token: own, by: names }]
      : []),
    ...(decide > 0
      ? [{ what: 'approve', title: (l: Locale) => read(l).taskApprove(decide), token: team, by: decides }]
      : []),
  ];
}

function reviewsIn({ cycle, waiting, self }: Place, by: string | undefined): Waiting[] {
  const id = { cycle: cycle._id };
  const [own, list] = [openSelf.token(id), showList.token(id)];
  const title = (l: Locale) => read(l).taskGive(waiting);
  return [
    ...(self === 'open' ? [{ what: 'self', title: (l: Locale) => read(l).taskSelf, token: own, by }] : []),
    // That it is open is the giver's own news: a number for HR, nothing beside a name.
    ...(waiting > 0 ? [{ what: 'give', title, token: list, by, confidential: true as const }] : []),
  ];
}

export const home: HomeSection = {
  order: 20,
  async blocks(who, view) {
    const all: Block[] = [];
    for (const cycle of await assessed(['running', 'paused', 'closing'])) {
      all.push(...(await ownBlocks(who, cycle, view)));
      if (isHr(who)) all.push(...(await countBlocks(cycle, view)));
    }
    return all;
  },
};

async function ownBlocks(who: Actor, cycle: Cycle, { locale }: View): Promise<Block[]> {
  const words = read(locale);
  const place = await placeIn(cycle, who.id);
  const participant = await participants.get(participantId(cycle._id, who.id));
  const id = { cycle: cycle._id };
  const received =
    participant && canRead(participant) && (await releases.get(participantId(cycle._id, who.id)));
  const wanted: (Button | false | undefined)[] = [
    place.given > 0 && { label: words.homeGive, token: showList.token(id) },
    place.self && { label: words.homeSelf, token: openSelf.token(id) },
    place.nomination && { label: words.homeNominate, token: openNominate.token(id) },
    place.team > 0 && { label: words.homeTeam, token: openTeam.token(id) },
    received && { label: words.homeReceived, token: openReceived.token({ ...id, page: 0 }) },
  ];
  const items = wanted.filter((b): b is Button => Boolean(b));
  return items.length > 0 ? [text(words.home), ...buttons(...items)] : [];
}

async function countBlocks(cycle: Cycle, { locale }: View): Promise<Block[]> {
  const words = read(locale);
  const where = { cycle: cycle._id };
  const [selves, sentSelves] = [
    await selfReviews.count(where),
    await selfReviews.count({ ...where, state: 'sent' }),
  ];
  const lists = await nominations.tally(where, ['state']);
  const of = (state: string) => lists.find((row) => row._id.state === state)?.n ?? 0;
  const given = await givenCounts(cycle._id);
  return [
    text(words.homeCounts(cycle.name)),
    {
      type: 'facts',
      items: [
        { label: words.countSelf, value: words.ofAll(sentSelves, selves) },
        {
          label: words.countNamed,
          value: words.ofAll(of('approved'), of('open') + of('proposed') + of('approved')),
        },
        { label: words.countSent, value: String(given.sent) },
        { label: words.countOpen, value: String(given.open) },
        { label: words.countDeclined, value: String(given.declined) },
      ],
    },
  ];
}
