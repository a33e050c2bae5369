/** What stands around one rating, as the store says now; with everything that its card shows. */

import type { Day } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { readExact } from '../core/fraction.ts';
import { momentWords } from '../core/i18n.ts';
import { type Cycle, cycles, isIn, type Participant, participantId, participants } from '../cycles/model.ts';
import { isMissing, isProvisional } from '../goals/final.ts';
import type { Goal, GoalKeyResult } from '../goals/model.ts';
import { namesOf, type Person, people } from '../people/model.ts';
import { hiddenFrom } from './above.ts';
import { basisOf, countedGoals } from './basis.ts';
import { type BiasHint, biasHints, type Levels, meanOfCounts } from './bias.ts';
import { type Pack, packOf } from './inputs.ts';
import {
  levels as allLevels,
  type Given,
  type Level,
  type Rating,
  ratingId,
  ratings,
  ratingsOfTeam,
} from './model.ts';
import { type Act, isOpen, standing } from './rules.ts';
import { type DimensionLine, proposal, type Score, score } from './score.ts';

export interface Scene {
  cycle: Cycle;
  participant: Participant;
  person: Person;
  rating: Rating;
  /** Units that the reader looks after. */
  partnerOf: readonly string[];
  /** The reader's own, or of somebody above them and not given out: none of theirs through an office. */
  hidden: boolean;
  names(id: string): string;
}

const mentioned = (r: Rating): string[] =>
  [r.person, r.rater, r.decider, r.decision?.by, r.passedOn?.from, r.approved?.by].filter(
    (id) => id !== undefined,
  );

export async function sceneOf(cycle: string, person: string, reader?: string): Promise<Scene> {
  const rating = await ratings.must(ratingId(cycle, person));
  const asked = rating.asked.flatMap((q) => [q.by, ...q.to, ...(q.answer ? [q.answer.by] : [])]);
  return {
    cycle: await cycles.must(cycle),
    participant: await participants.must(participantId(cycle, person)),
    person: await people.must(person),
    rating,
    partnerOf: reader === undefined ? [] : ((await people.get(reader))?.partnerOf ?? []),
    hidden: reader !== undefined && (await isHiddenFrom(reader, rating)),
    names: await namesOf([...mentioned(rating), ...asked]),
  };
}

/** Who rates or decides reads it in any case: the line is climbed for the others. */
async function isHiddenFrom(reader: string, { cycle, person, rater, decider }: Rating): Promise<boolean> {
  if (reader === rater || reader === decider) return false;
  return (await hiddenFrom(cycle, reader))(person);
}

export const theirs = (ctx: Ctx, { cycle, person }: { cycle: string; person: string }): Promise<Scene> =>
  sceneOf(cycle, person, ctx.actor.id);

export const actOf = (ctx: Ctx, { names }: Pick<Scene, 'names'>): Act => ({
  by: ctx.actor.id,
  now: ctx.now,
  voice: { name: names, moment: (l, at) => momentWords(l, ctx.actor.zone, at) },
});

/** One key result with its goal. */
export interface Place {
  goal: Goal;
  kr: GoalKeyResult;
}

/** Key results that count: all of them, those without a number, those whose number is not confirmed. */
export interface Numbers {
  all: Place[];
  missing: Place[];
  provisional: Place[];
}

/** The rater's card in full. */
export interface Full extends Scene {
  pack: Pack;
  /** With the proposals of now, while the rating is open; as they were sent, afterwards. */
  given: Given[];
  /** Without the rater's levels: what the others say. */
  others: DimensionLine[];
  /** With the levels that stand now. */
  preview: Score;
  optional: string[];
  numbers: Numbers;
  hints: BiasHint[];
}

export async function fullOf(scene: Scene): Promise<Full> {
  const { rating } = scene;
  const pack = await packOf(rating.cycle, rating.person);
  const before = basisOf(pack);
  const others = score(before.scheme, before.participant).dimensions;
  const given = isOpen(rating) ? givenNow(pack, others, rating) : rating.dimensions;
  const basis = basisOf(pack, levelsBy(given));
  return {
    ...scene,
    pack,
    given,
    others,
    preview: score(basis.scheme, basis.participant),
    optional: others.filter((d) => d.optional).map((d) => d.name),
    numbers: numbersOf(countedGoals(pack)),
    hints: await hintsFor(scene, pack, given),
  };
}

export function numbersOf(goals: readonly Goal[]): Numbers {
  const all = goals.flatMap((goal) => goal.keyResults.map((kr) => ({ goal, kr })));
  return {
    all,
    missing: all.filter(({ kr }) => isMissing(kr)),
    provisional: all.filter(({ kr }) => isProvisional(kr)),
  };
}

/** The dimensions that the rater answers, with what the others propose now and what the rater gave so far. */
function givenNow(pack: Pack, others: readonly DimensionLine[], rating: Rating): Given[] {
  const asked = pack.scheme.dimensions.filter((d) => (d.sources.manager ?? 0) > 0);
  return asked.map(({ name }) => {
    const line = others.find((d) => d.name === name);
    const proposed = line && proposal(line);
    const { level, reason } = rating.dimensions.find((d) => d.name === name) ?? {};
    return {
      name,
      ...(proposed && { proposal: proposed as Level }),
      ...(level !== undefined && { level }),
      ...(reason !== undefined && { reason }),
    };
  });
}

export const levelsBy = (given: readonly Given[]): Record<string, number> =>
  Object.fromEntries(
    given.flatMap((d) => (standing(d) === undefined ? [] : [[d.name, standing(d) as number]])),
  );

const levelsOf = (given: readonly Given[]): Levels => given.flatMap((d) => d.level ?? []);

/** Ratings that somebody stands behind. */
const sent = (r: Rating): boolean => r.state === 'submitted' || r.state === 'approved';

/**
 * The mean of all managers' ratings in a cycle; counted by value, so that no rating is read. `without`: whose rating the
 * reader must not see, nor work out from those of the others.
 */
export async function organisationMean(cycle: string, without: readonly string[] = []) {
  const others = without.length > 0 && { person: { $nin: [...without] } };
  const counts = await ratings.tally({ cycle, state: { $in: ['submitted', 'approved'] }, ...others }, [
    'own',
  ]);
  const known = counts.filter(({ _id }) => typeof _id.own === 'string');
  return meanOfCounts(known.map(({ _id, n }) => ({ value: readExact(_id.own), n })));
}

/** Counted as well: levels are not sealed, and a unit can have hundreds of people. */
export async function unitFigures(cycle: string, unit: string) {
  const sent = { cycle, state: { $in: ['submitted', 'approved'] }, unit };
  const found = await ratings.tally(sent, ['person', 'attainment', 'dimensions']);
  return {
    attained: found.flatMap(({ _id }) =>
      typeof _id.attainment === 'string' ? [readExact(_id.attainment)] : [],
    ),
    given: found.flatMap(({ _id }) => levelsOf(_id.dimensions as unknown as Given[])),
  };
}

async function hintsFor(scene: Scene, pack: Pack, given: readonly Given[]): Promise<BiasHint[]> {
  const { rating, cycle } = scene;
  if (!rating.rater) return [];
  const all = await ratingsOfTeam(rating.cycle, rating.rater);
  const team = all
    .filter((r) => r._id === rating._id || sent(r))
    .map((r) => (r._id === rating._id ? Object.values(levelsBy(given)) : levelsOf(r.dimensions)));
  return biasHints({
    team,
    organisation: await organisationMean(rating.cycle),
    cited: citedDays(rating, pack),
    period: cycle.period,
    unit: await unitFigures(rating.cycle, rating.unit),
  });
}

/** Of what the rater chose, or of everything. */
export function citedDays(rating: Pick<Rating, 'cites'>, { evidence }: Pack): Day[] {
  const chosen = evidence.filter((e) => rating.cites.includes(e.ref));
  return (chosen.length > 0 ? chosen : evidence).map((e) => e.date);
}

export const isLevel = (n: number): n is Level => (allLevels as readonly number[]).includes(n);

/** Cycles in which ratings were opened, the newest first. */
export async function ratedCycles(states: readonly Cycle['state'][]): Promise<Cycle[]> {
  const found = await cycles.find({ state: { $in: [...states] } }, { sort: { at: -1, _id: 1 } });
  return found.filter((c) => c.opened.includes('assessment'));
}

/** In the order of their names. */
export async function teamIn(cycle: string, manager: string): Promise<Participant[]> {
  const mine = (await participants.find({ cycle, manager })).filter(isIn);
  const names = await namesOf(mine.map((p) => p.person));
  const key = (p: Participant) => `${names(p.person)}\n${p.person}`;
  return mine.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
