/** The cards of ratings, drawn for whoever has them. */
import type { Ctx } from '../core/context.ts';
import { fraction } from '../core/fraction.ts';
import type { SendOptions } from '../core/outbox.ts';
import { shown } from '../core/shown.ts';
import { type Cycle, cycles, participants, schemeOf } from '../cycles/model.ts';
import { goalsOfAll } from '../goals/model.ts';
import { namesOf, people } from '../people/model.ts';
import { packCard, packKey } from './cards.ts';
import { type Closer, closerCard, closerKey, type Decisions, decideCard, decideKey } from './cards-decide.ts';
import { type Row, type Team, teamCard, teamKey } from './cards-team.ts';
import {
  askedCard,
  askedKey,
  nobodyCard,
  nobodyKey,
  type ToVerify,
  verifyCard,
  verifyKey,
} from './cards-told.ts';
import { packOf } from './inputs.ts';
import { type Rating, ratingsOfTeam, ratingsToDecide, toVerify } from './model.ts';
import { fullOf, numbersOf, type Scene } from './scene.ts';

const isShown = async (key: string, person: string): Promise<boolean> =>
  (await shown.get(`${key}>${person}`)) !== undefined;

const byName = <T extends { name: string; rating: Rating }>(a: T, b: T): number =>
  `${a.name}\n${a.rating.person}` < `${b.name}\n${b.rating.person}` ? -1 : 1;

/** Goals that count, of several people. */
async function goalsBy(cycle: Cycle, persons: readonly string[]) {
  const all = await goalsOfAll(cycle._id, persons);
  const places = await participants.find({ cycle: cycle._id, person: { $in: [...persons] } });
  return (person: string) => {
    const goals = all.filter((g) => g.person === person && g.state === 'agreed' && g.weight > 0);
    const place = places.find((p) => p.person === person);
    return { goals, cap: fraction(place ? schemeOf(cycle, place).cap : 120, 100) };
  };
}

export async function teamOf(cycle: Cycle, rater: string): Promise<Team> {
  const mine = await ratingsOfTeam(cycle._id, rater);
  const persons = mine.map((r) => r.person);
  const names = await namesOf(persons);
  const of = await goalsBy(cycle, persons);
  const rows = mine.map((rating): Row => {
    const { goals, cap } = of(rating.person);
    return { rating, name: names(rating.person), goals, cap, numbers: numbersOf(goals) };
  });
  return { cycle, rater, zone: (await people.must(rater)).zone, rows: rows.sort(byName) };
}

export async function showTeam(
  ctx: Ctx,
  cycle: Cycle,
  rater: string,
  options: SendOptions = {},
): Promise<void> {
  ctx.show(teamKey(cycle._id, rater), { person: rater }, teamCard(await teamOf(cycle, rater)), options);
}

/** Follows what happened, for a rater who has the card. */
export async function refreshTeam(ctx: Ctx, cycle: Cycle, rater: string | undefined): Promise<void> {
  if (rater && (await isShown(teamKey(cycle._id, rater), rater))) await showTeam(ctx, cycle, rater);
}

export async function showPack(ctx: Ctx, scene: Scene, options: SendOptions = {}): Promise<void> {
  const { rater, cycle, person } = scene.rating;
  if (rater) ctx.show(packKey(cycle, person), { person: rater }, packCard(await fullOf(scene)), options);
}

export async function refreshPack(ctx: Ctx, scene: Scene): Promise<void> {
  const { rater, cycle, person } = scene.rating;
  if (rater && (await isShown(packKey(cycle, person), rater))) await showPack(ctx, scene);
}

const waits = ({ rating }: { rating: Rating }): boolean => rating.state === 'submitted';

export async function decisionsOf(cycle: Cycle, rater: string, decider: string): Promise<Decisions> {
  const mine = (await ratingsToDecide(cycle._id, decider)).filter((r) => r.rater === rater && r.version > 0);
  const names = await namesOf([rater, decider, ...mine.map((r) => r.person)]);
  const rows = mine.map((rating) => ({ rating, name: names(rating.person) })).sort(byName);
  const roles = (await people.get(decider))?.roles ?? [];
  return {
    cycle,
    rater,
    decider,
    rows: [...rows.filter(waits), ...rows.filter((r) => !waits(r))],
    mayName: roles.includes('hr') || roles.includes('hrHead'),
    names,
  };
}

export async function showDecide(
  ctx: Ctx,
  cycle: Cycle,
  { rater, decider }: { rater?: string | undefined; decider?: string | undefined },
  options: SendOptions = {},
): Promise<void> {
  if (!rater || !decider) return;
  const at = await decisionsOf(cycle, rater, decider);
  ctx.show(decideKey(cycle._id, rater), { person: decider }, decideCard(at), options);
}

/** The first that waits comes to the bottom of the conversation; others join it there. */
export async function bringDecision(ctx: Ctx, scene: Scene): Promise<void> {
  const { cycle, rating } = scene;
  const { rater, decider } = rating;
  if (!rater) return;
  if (!decider) return showNobody(ctx, scene);
  const at = await decisionsOf(cycle, rater, decider);
  const first = at.rows.filter(waits).length === 1;
  ctx.show(decideKey(cycle._id, rater), { person: decider }, decideCard(at), {
    proactive: true,
    anew: first,
  });
}

export function showNobody(ctx: Ctx, { cycle, rating, person }: Scene): void {
  if (!rating.rater) return;
  const draw = nobodyCard(cycle, rating, person.name);
  ctx.show(nobodyKey(cycle._id, person._id), { person: rating.rater }, draw, { proactive: true });
}

export async function closerOf(scene: Scene, may: Closer['may'], reader: string): Promise<Closer> {
  const { rating, cycle, person, names } = scene;
  const { release } = await packOf(cycle._id, person._id);
  return { cycle, rating, name: person.name, may, reader, names, ...(release && { release }) };
}

export async function showCloser(
  ctx: Ctx,
  scene: Scene,
  may: Closer['may'],
  options: SendOptions = {},
): Promise<void> {
  const key = closerKey(scene.cycle._id, scene.person._id);
  ctx.show(key, { person: ctx.actor.id }, closerCard(await closerOf(scene, may, ctx.actor.id)), options);
}

export async function refreshCloser(ctx: Ctx, scene: Scene, may: Closer['may']): Promise<void> {
  if (await isShown(closerKey(scene.cycle._id, scene.person._id), ctx.actor.id))
    await showCloser(ctx, scene, may);
}

export function showQuestion(
  ctx: Ctx,
  { cycle, rating, names }: Scene,
  id: string,
  options: SendOptions = {},
): void {
  const question = rating.asked.find((q) => q.id === id);
  if (!question) return;
  const draw = askedCard(cycle, rating, question, names);
  for (const to of question.to) ctx.show(askedKey(id), { person: to }, draw, options);
}

/** Goals that name this person as the one who verifies their numbers, of people whose ratings are open. */
export async function verifiesOf(cycle: string, verifier: string): Promise<ToVerify[]> {
  const open = (await toVerify(verifier)).filter((r) => r.cycle === cycle);
  if (open.length === 0) return [];
  const names = await namesOf(open.map((r) => r.person));
  const of = await goalsBy(
    await cycles.must(cycle),
    open.map((r) => r.person),
  );
  return open
    .map((rating): ToVerify => {
      const { goals, cap } = of(rating.person);
      const named = goals.filter((g) => g.keyResults.some((kr) => kr.verifier === verifier));
      const all = numbersOf(named);
      const mine = (places: typeof all.all) => places.filter(({ kr }) => kr.verifier === verifier);
      const numbers = { all: mine(all.all), missing: mine(all.missing), provisional: mine(all.provisional) };
      return { rating, name: names(rating.person), goals: named, cap, numbers };
    })
    .sort(byName);
}

export async function showVerify(
  ctx: Ctx,
  cycle: Cycle,
  verifier: string,
  options: SendOptions = {},
): Promise<void> {
  const rows = await verifiesOf(cycle._id, verifier);
  const mentioned = rows.flatMap((r) =>
    r.goals.flatMap((g) => g.keyResults.flatMap((kr) => (kr.confirmed ? [kr.confirmed.by] : []))),
  );
  const draw = verifyCard(cycle, rows, await namesOf(mentioned));
  ctx.show(verifyKey(cycle._id), { person: verifier }, draw, options);
}

export async function refreshVerifiers(ctx: Ctx, { cycle, rating }: Scene): Promise<void> {
  for (const verifier of rating.verifiers)
    if (await isShown(verifyKey(cycle._id), verifier)) await showVerify(ctx, cycle, verifier);
}
