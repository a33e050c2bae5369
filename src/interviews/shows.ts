/** The cards of a conversation, for both, drawn anew whenever something changes. */
import { dayIn, daysBetween } from '../core/calendar.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { SendOptions } from '../core/outbox.ts';
import { shown } from '../core/shown.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { evidenceOf } from '../feedback/index.ts';
import { namesOf, type Person, people, peopleById } from '../people/model.ts';
import { resultOf } from '../results/model.ts';
import { selfReviewOf } from '../reviews/index.ts';
import { talkCard } from './cards.ts';
import { type Agenda, agendaCard } from './cards-agenda.ts';
import { type Row, type Team, teamCard, teamKey } from './cards-team.ts';
import { say } from './messages.ts';
import { type Interview, ofManager, type Side } from './model.ts';
import { dueOf, type Scene, sceneOf, seatsOf, slotsOf } from './scene.ts';
import { type Odd, type Talk, talkKey, type Who } from './talk.ts';
import { outsideOf } from './times.ts';

export const whoIs = ({ _id, name, zone }: Person): Who => ({ id: _id, name, zone });
/** Nobody leads the person just now. */
const nobody = ({ zone }: Person): Who => ({ id: 'system', name: '–', zone });

async function oddOf(scene: Scene): Promise<Odd[]> {
  const { proposal } = scene.interview;
  const seats = proposal && (await seatsOf(scene));
  if (!proposal || !seats || !scene.manager) return [];
  const of = [scene.manager, scene.person];
  return seats.flatMap((seat, i): Odd[] => {
    const minutes = outsideOf(seat, proposal.at);
    const person = of[i];
    return minutes === 0 || !person ? [] : [{ who: whoIs(person), off: minutes === undefined }];
  });
}

export async function talkOf(scene: Scene, side: Side, now: Date): Promise<Talk> {
  const { interview, cycle, person, manager } = scene;
  return {
    interview,
    cycle: cycle.name,
    side,
    person: whoIs(person),
    manager: manager ? whoIs(manager) : nobody(person),
    due: await dueOf(scene),
    slots: side === 'manager' ? await slotsOf(scene, now) : [],
    odd: await oddOf(scene),
    alone: manager === undefined,
  };
}

export const drawTalk = async (ctx: Ctx, scene: Scene, side: Side): Promise<Draw> =>
  talkCard(await talkOf(scene, side, ctx.now));

export async function showTalk(ctx: Ctx, scene: Scene, side: Side, options: SendOptions = {}): Promise<void> {
  const to = side === 'person' ? scene.person : scene.manager;
  if (to) ctx.show(talkKey(scene.interview), { person: to._id }, await drawTalk(ctx, scene, side), options);
}

export const isShown = async (key: string, person: string): Promise<boolean> =>
  (await shown.get(`${key}>${person}`)) !== undefined;

/** Both see what happened: who acts on the card they have, the other one as news where it asks something of them. */
export async function showBoth(ctx: Ctx, scene: Scene, news: boolean): Promise<void> {
  for (const side of ['person', 'manager'] as const) {
    const id = (side === 'person' ? scene.person : scene.manager)?._id;
    if (id === undefined) continue;
    const mine = id === ctx.actor.id;
    const has = await isShown(talkKey(scene.interview), id);
    if (!mine && news) await showTalk(ctx, scene, side, { anew: true });
    else if (mine || has) await showTalk(ctx, scene, side);
  }
  await refreshTeam(ctx, scene.cycle, scene.manager?._id);
}

const rank = ['proposed', 'due', 'scheduled', 'held', 'confirmed', 'offered', 'written', 'done'];

export async function teamOf(cycle: Cycle, manager: string): Promise<Team> {
  const mine = await ofManager(manager, cycle._id);
  const names = await namesOf(mine.map((i) => i.person));
  const rows = mine.map((interview): Row => ({ interview, name: names(interview.person) }));
  const by = (r: Row) => rank.indexOf(r.interview.state);
  rows.sort((a, b) => by(a) - by(b) || (a.name < b.name ? -1 : 1));
  const first = mine[0];
  const due = first && (await dueOf(await sceneOf(first)));
  return { cycle: cycle._id, name: cycle.name, due, rows };
}

export async function showTeam(
  ctx: Ctx,
  cycle: Cycle,
  manager: string,
  options: SendOptions = {},
  page = 0,
): Promise<void> {
  ctx.show(teamKey(cycle._id), { person: manager }, teamCard(await teamOf(cycle, manager), page), options);
}

/** For a manager who has the list. */
export async function refreshTeam(ctx: Ctx, cycle: Cycle, manager: string | undefined): Promise<void> {
  if (manager !== undefined && (await isShown(teamKey(cycle._id), manager)))
    await showTeam(ctx, cycle, manager);
}

/** @throws Refusal while there is no result */
export async function agendaOf(scene: Scene): Promise<Agenda> {
  const { interview, person, cycle } = scene;
  const result = await resultOf(cycle._id, person._id);
  if (!result) throw new Refusal((l) => say(l).notYetOf(person.name));
  const evidence = await evidenceOf(person._id, cycle.period.from, cycle.period.to);
  return {
    interview,
    person: whoIs(person),
    result,
    evidence: evidence.reverse(),
    self: await selfReviewOf(cycle._id, person._id),
    tenure: daysBetween(person.hired, dayIn(person.zone, result.at)),
  };
}

export const drawAgenda = async (scene: Scene, page: number): Promise<Draw> =>
  agendaCard(await agendaOf(scene), page);

/** Where several conversations are one person's. */
export async function scenesOf(all: readonly Interview[]): Promise<Scene[]> {
  const known = await peopleById(all.flatMap((i) => [i.person, ...(i.manager ? [i.manager] : [])]));
  const places = await cycles.find({ _id: { $in: [...new Set(all.map((i) => i.cycle))] } });
  return Promise.all(
    all.filter((i) => known.has(i.person) && places.some((c) => c._id === i.cycle)).map((i) => sceneOf(i)),
  );
}

export const nameOf = async (id: string): Promise<string> => (await people.get(id))?.name ?? id;
