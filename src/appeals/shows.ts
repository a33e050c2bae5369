/** The cards of an appeal, brought to whoever has them. */
import type { Ctx } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { gather } from '../core/room.ts';
import { shown } from '../core/shown.ts';
import { settings } from '../people/model.ts';
import { liveCard, liveKey, ownCard, ownKey, roomKey } from './cards.ts';
import { caseCard, caseKey, goneCard } from './cards-case.ts';
import { draftCard, draftKey } from './cards-draft.ts';
import {
  officeCard,
  officeKey,
  rateCard,
  rateKey,
  routeCard,
  routeKey,
  statementCard,
  statementKey,
} from './cards-office.ts';
import { card } from './messages-card.ts';
import type { Appeal } from './model.ts';
import { rowsOf, seenBy } from './office.ts';
import { deciders, inRoom } from './rules.ts';
import { resultAt, type Scene } from './scene.ts';

const proactive = { proactive: true } as const;

export const isShown = async (key: string, to: string): Promise<boolean> =>
  (await shown.get(`${key}>${to}`)) !== undefined;

export function showOwn(ctx: Ctx, at: Scene, options: SendOptions = {}): void {
  ctx.show(ownKey(at.appeal._id), { person: at.appeal.person }, ownCard(at), options);
}

export async function showCase(ctx: Ctx, at: Scene, to: string, options: SendOptions = {}): Promise<void> {
  const draw = caseCard({ ...at, result: await resultAt(at), reader: to });
  ctx.show(caseKey(at.appeal._id), { person: to }, draw, options);
}

export async function showDraft(ctx: Ctx, at: Scene, to: string, options: SendOptions = {}): Promise<void> {
  const draw = draftCard({ ...at, result: await resultAt(at), reader: to });
  ctx.show(draftKey(at.appeal._id), { person: to }, draw, options);
}

export function showRoute(ctx: Ctx, at: Scene, to: string, options: SendOptions = {}): void {
  ctx.show(routeKey(at.appeal._id), { person: to }, routeCard(at), options);
}

export function showStatement(ctx: Ctx, at: Scene, options: SendOptions = {}): void {
  const { rater, _id } = at.appeal;
  if (rater) ctx.show(statementKey(_id), { person: rater }, statementCard(at), options);
}

export async function showRate(ctx: Ctx, at: Scene, to: string, options: SendOptions = {}): Promise<void> {
  const draw = rateCard({ ...at, result: await resultAt(at), reader: to });
  ctx.show(rateKey(at.appeal._id), { person: to }, draw, options);
}

/** With every change of who is in it: `gather` lets in and out until exactly these are there. */
export async function openRoom(ctx: Ctx, at: Scene): Promise<void> {
  const { appeal: a } = at;
  const { locale } = await settings();
  await gather(ctx, roomKey(a._id), card(locale).roomName(at.person.name, at.cycle.name), inRoom(a));
}

/** `anew` when somebody joins: they are let in with the next message. */
export function showLive(ctx: Ctx, { appeal, ...at }: Scene, options: SendOptions = {}): void {
  if (appeal.assigned)
    ctx.show(liveKey(appeal._id), { room: roomKey(appeal._id) }, liveCard({ appeal, ...at }), options);
}

const readers = (a: Appeal): string[] => [
  ...new Set([...(a.owner ? [a.owner] : []), ...a.panel, ...deciders(a)]),
];

/** Whoever has a card of it sees how it stands now. */
export async function refresh(ctx: Ctx, at: Scene): Promise<void> {
  const { appeal: a } = at;
  showOwn(ctx, at);
  showLive(ctx, at);
  for (const to of readers(a)) if (await isShown(caseKey(a._id), to)) await showCase(ctx, at, to);
  for (const { _id: to } of at.routers) if (await isShown(routeKey(a._id), to)) showRoute(ctx, at, to);
  if (a.rater && (await isShown(statementKey(a._id), a.rater))) showStatement(ctx, at);
  await refreshDrafts(ctx, at);
}

/** Whoever was taken off the case reads nothing of it any more. */
export async function takeAway(ctx: Ctx, at: Scene, from: readonly string[]): Promise<void> {
  for (const to of from)
    for (const key of [caseKey(at.appeal._id), draftKey(at.appeal._id)])
      if (await isShown(key, to)) ctx.show(key, { person: to }, goneCard(at));
}

async function refreshDrafts(ctx: Ctx, at: Scene): Promise<void> {
  const { appeal: a } = at;
  for (const to of readers(a)) if (await isShown(draftKey(a._id), to)) await showDraft(ctx, at, to);
}

/** Once the drafter agreed, the others read it. */
export async function bringDraft(ctx: Ctx, at: Scene): Promise<void> {
  for (const to of deciders(at.appeal))
    if (to !== ctx.actor.id && !(await isShown(draftKey(at.appeal._id), to)))
      await showDraft(ctx, at, to, proactive);
}

/** Something waits for the person: at the bottom of their conversation. */
export const bringOwn = (ctx: Ctx, at: Scene): void => showOwn(ctx, at, { ...proactive, anew: true });

export async function bringCase(ctx: Ctx, at: Scene, to: readonly string[]): Promise<void> {
  for (const id of to) await showCase(ctx, at, id, { ...proactive, anew: true });
}

export function bringRoutes(ctx: Ctx, at: Scene): void {
  const [first] = at.routers;
  if (first) showRoute(ctx, at, first._id, { ...proactive, anew: true });
}

/** How far appeals are: all of them for HR, those of their units for partners, those of their line for who leads. */
export async function showOffice(ctx: Ctx): Promise<boolean> {
  const seen = await seenBy(ctx.actor);
  if (seen === undefined) return false;
  ctx.show(officeKey, { person: ctx.actor.id }, officeCard(await rowsOf(seen, ctx.actor, ctx.now)), {
    anew: true,
  });
  return true;
}
