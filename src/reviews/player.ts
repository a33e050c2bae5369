/** What a played person does here: reviews themself, names reviewers, approves lists, reviews colleagues. */

import { dayIn } from '../core/calendar.ts';
import type { Locale } from '../core/i18n.ts';
import type { Move, Player } from '../core/module.ts';
import type { Cycle } from '../cycles/model.ts';
import { activePeople, type Person, people } from '../people/model.ts';
import {
  approveAll,
  decline,
  nominate,
  rate,
  rateSelf,
  saveSelfWords,
  saveWords,
  send,
  sendSelf,
  settle,
  takeSuggested,
} from './actions.ts';
import { isReady } from './cards-team.ts';
import { isAround, type Listing, listingOf, suggestedNames } from './circle.ts';
import { exampleName } from './forms.ts';
import { assessed, type Place, placeIn } from './home.ts';
import { play } from './messages-player.ts';
import { assignmentsOf, type Written } from './model.ts';
import { objection, RECOMMENDED, toReplace } from './rules.ts';
import { unexampled, unrated } from './rules-answer.ts';
import { isTaken, sceneOf, selfSceneOf, termFor } from './scene.ts';
import { teamOf } from './shows.ts';

type DrawOne = (n: number) => number;

interface Turn {
  person: Person;
  cycle: Cycle;
  place: Place;
  now: Date;
  draw: DrawOne;
}

export const player: Player = async (id, now, draw) => {
  const person = await people.must(id);
  for (const cycle of await assessed()) {
    if (!isTaken(await termFor(cycle, person), now)) continue;
    const turn = { person, cycle, place: await placeIn(cycle, id), now, draw };
    const move =
      (await reviewsSelf(turn)) ?? (await names(turn)) ?? (await approves(turn)) ?? (await reviews(turn));
    if (move) return move;
  }
  return undefined;
};

/** Mostly 3 and 4; seldom an end of the scale, sometimes nothing to say. */
const usual = ['3', '4', '3', '4', '2', '4', '3', '5', '3', '4', 'none', '3', '4', '5', '3', '2', '4', '1'];
const level = (draw: DrawOne, from: readonly string[]): string => from[draw(from.length)] ?? '3';

/** The examples that are still missing: good for a 5, to be done differently for a 1. Comments from most people. */
function wordsFor(
  w: Written,
  dimensions: readonly string[],
  own: boolean,
  l: Locale,
  draw: DrawOne,
): Record<string, string> {
  const words = play(l);
  const [example, keep, differ] = own
    ? [words.ownExample, words.ownKeep, words.ownDiffer]
    : [words.example, words.keep, words.differ];
  const examples = unexampled(w, dimensions).map(
    (name) => [exampleName(name), example(w.levels[name] === '5' ? 'good' : 'poor', draw(6))] as const,
  );
  return {
    ...Object.fromEntries(examples),
    keep: w.keep ?? keep(draw(10)),
    ...(draw(4) > 0 && { differ: w.differ ?? differ(draw(10)) }),
  };
}

async function reviewsSelf({ person, cycle, place, draw }: Turn): Promise<Move | undefined> {
  if (place.self !== 'open') return undefined;
  const { self, dimensions } = await selfSceneOf(cycle._id, person._id);
  const id = { cycle: cycle._id };
  const [first] = unrated(self, dimensions);
  if (first) {
    const value = level(
      draw,
      usual.filter((l) => l !== 'none'),
    );
    return { what: (l) => play(l).ratesSelf, press: rateSelf.token({ ...id, dimension: first }), value };
  }
  if (unexampled(self, dimensions).length > 0 || !self.keep) {
    const values = wordsFor(self, dimensions, true, person.locale, draw);
    return { what: (l) => play(l).writesSelf, submit: saveSelfWords.token(id), values };
  }
  return { what: (l) => play(l).sendsSelf, press: sendSelf.token(id) };
}

async function names({ place: { nomination }, now, draw }: Turn): Promise<Move | undefined> {
  if (nomination?.state !== 'open') return undefined;
  const listing = await listingOf(nomination._id, now);
  const { cycle: id, rev } = nomination;
  const { peers } = suggestedNames(listing);
  const what: Move['what'] = (l) => play(l).names;
  if (peers.length >= RECOMMENDED || (peers.length >= listing.circle.k && draw(3) === 0))
    return { what, press: takeSuggested.token({ cycle: id, rev }) };
  const more = await someColleagues(listing, now, draw);
  const all = [...new Set([...peers, ...more])].slice(0, RECOMMENDED);
  if (all.length < listing.circle.k) return undefined;
  return { what, submit: nominate.token({ cycle: id, rev }), values: { peers: all, partners: [] } };
}

/** Others who are there, a different few for everybody. */
async function someColleagues({ circle, participant }: Listing, now: Date, draw: DrawOne): Promise<string[]> {
  const there = (await activePeople(dayIn('UTC', now))).filter((p) => isAround(p, now));
  const units = new Map(there.map((p) => [p._id, p.unit]));
  const can = there.map((p) => p._id).filter((id) => !objection({ ...circle, units }, id, 'peer'));
  const start = draw(Math.max(1, can.length));
  const turned = [...can.slice(start), ...can.slice(0, start)];
  return turned.filter((id) => id !== participant.person).slice(0, RECOMMENDED);
}

async function approves({ person, cycle, place, now }: Turn): Promise<Move | undefined> {
  if (place.decide === 0) return undefined;
  const team = (await teamOf(cycle._id, person._id, now)).filter((x) => x.person._id !== person._id);
  if (team.some(isReady))
    return { what: (l) => play(l).approves, press: approveAll.token({ cycle: cycle._id }) };
  const short = team.find((x) => toReplace(x.nomination).length > 0);
  const [gone] = short ? toReplace(short.nomination) : [];
  if (!short || !gone) return undefined;
  const { _id, rev } = short.nomination;
  return {
    what: (l) => play(l).settles,
    press: settle.token({ nomination: _id, person: gone.person, rev }),
  };
}

async function reviews({ person, cycle, place, draw }: Turn): Promise<Move | undefined> {
  if (place.waiting === 0) return undefined;
  const mine = await assignmentsOf(person._id, cycle._id);
  const next = mine.find((a) => a.state === 'open' && !a.over);
  if (!next) return undefined;
  const { draft, dimensions } = await sceneOf(next._id);
  const id = { review: next._id };
  const missing = unrated(draft, dimensions);
  const [first] = missing;
  if (first && missing.length === dimensions.length && draw(25) === 0)
    return { what: (l) => play(l).declines, submit: decline.token(id), values: { reason: 'little' } };
  if (first)
    return {
      what: (l) => play(l).rates,
      press: rate.token({ ...id, dimension: first }),
      value: level(draw, usual),
    };
  if (unexampled(draft, dimensions).length > 0 || (!draft.keep && !draft.differ)) {
    const values = wordsFor(draft, dimensions, false, person.locale, draw);
    return { what: (l) => play(l).comments, submit: saveWords.token(id), values };
  }
  return { what: (l) => play(l).sends, press: send.token(id) };
}
