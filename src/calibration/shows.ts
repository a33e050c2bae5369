/** The cards of calibration, drawn for whoever has them. */
import type { Ctx } from '../core/context.ts';
import { isWaiting, type SendOptions } from '../core/outbox.ts';
import { gather } from '../core/room.ts';
import { shown } from '../core/shown.ts';
import type { Cycle } from '../cycles/model.ts';
import { settings } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { readersOf } from '../ratings/above.ts';
import { ratingOf } from '../ratings/index.ts';
import { hintsFor, visibleTo } from '../ratings/seen.ts';
import { releaseOf } from '../reviews/index.ts';
import { boardCard, boardKey } from './cards-board.ts';
import { listCard, listKey } from './cards-list.ts';
import { roomCard, roomKey, roomName } from './cards-room.ts';
import { type Looked, rowCard, rowKey } from './cards-row.ts';
import { findings, historyOf, notesOn, type Session } from './model.ts';
import { changes, proposes } from './policy.ts';
import { rowsOf } from './rows.ts';
import { aroundOf, listFor, type RowScene, roomOf, rowSceneOf } from './scene.ts';
import { calibratedOf } from './standing.ts';

const isShown = async (key: string, person: string): Promise<boolean> =>
  (await shown.get(`${key}>${person}`)) !== undefined;

export async function showBoard(ctx: Ctx, cycle: Cycle, options: SendOptions = {}): Promise<void> {
  const draw = boardCard(cycle, await calibratedOf(cycle._id), ctx.actor.id);
  ctx.show(boardKey(cycle._id), { person: ctx.actor.id }, draw, options);
}

export async function refreshBoard(ctx: Ctx, cycle: Cycle): Promise<void> {
  if (await isShown(boardKey(cycle._id), ctx.actor.id)) await showBoard(ctx, cycle);
}

/** Opens the room, or lets new members in. */
export async function gatherMembers(ctx: Ctx, session: Session, cycle: Cycle): Promise<void> {
  const name = roomName(session, cycle, (await settings()).locale);
  await gather(ctx, roomKey(session._id), name, session.members);
}

export async function showRoom(ctx: Ctx, session: Session, options: SendOptions = {}): Promise<void> {
  const draw = roomCard(await roomOf(await aroundOf(session)));
  ctx.show(roomKey(session._id), { room: roomKey(session._id) }, draw, options);
}

/** The list of the one who acts. */
export async function showList(ctx: Ctx, session: Session, options: SendOptions = {}): Promise<void> {
  const around = await aroundOf(session);
  const [reader] = await readersOf(session.cycle, [ctx.actor.id]);
  if (!reader) return;
  const draw = listCard(await listFor(around, reader));
  ctx.show(listKey(session._id), { person: reader.id }, draw, options);
}

export async function refreshList(ctx: Ctx, session: Session): Promise<void> {
  if (await isShown(listKey(session._id), ctx.actor.id)) await showList(ctx, session);
}

/** Lists of several members: the rows are read once. `bring`: also to those who have none yet. */
export async function refreshMembers(
  ctx: Ctx,
  session: Session,
  members: readonly string[],
  how: 'bring' | 'refresh',
): Promise<void> {
  const around = await aroundOf(session);
  for (const reader of await readersOf(session.cycle, members)) {
    const there = await isShown(listKey(session._id), reader.id);
    if (!there && how === 'refresh' && !(await isWaiting(listKey(session._id), reader.id))) continue;
    const draw = listCard(await listFor(around, reader));
    ctx.show(listKey(session._id), { person: reader.id }, draw, there ? {} : { proactive: true });
  }
}

export async function lookedAt(ctx: Ctx, at: RowScene): Promise<Looked> {
  const { session, row, cycle, reader } = at;
  const rating = await ratingOf(cycle._id, row.person);
  const found = rating?.rater
    ? await findings.find({ session: session._id, rater: rating.rater, unit: row.unit })
    : [];
  const rows = found.length > 0 ? await rowsOf(session) : [];
  const seen = visibleTo(reader, rows).filter((r) => r.approved);
  const visible = new Set(seen.map((r) => r.person));
  const release = await releaseOf(cycle._id, row.person);
  return {
    ...at,
    ...(rating && { rating }),
    ...(release && { release }),
    hints: found.flatMap((f) => hintsFor(reader, f, visible)),
    history: await historyOf(cycle._id, row.person),
    notes: await notesOn(cycle._id, row.person),
    who: ctx.actor.id,
    may: {
      change: changes(ctx.actor, at) === true,
      propose: proposes(ctx.actor, at) === true,
      reexamine: isHr(ctx.actor) && ctx.actor.id !== rating?.rater,
    },
  };
}

export async function showRow(ctx: Ctx, at: RowScene, options: SendOptions = {}): Promise<void> {
  const key = rowKey(at.session._id, at.row.person);
  ctx.show(key, { person: ctx.actor.id }, rowCard(await lookedAt(ctx, at)), options);
}

/** After something happened to it: as the store says now. */
export async function refreshRow(ctx: Ctx, { session, row }: RowScene): Promise<void> {
  if (await isShown(rowKey(session._id, row.person), ctx.actor.id))
    await showRow(ctx, await rowSceneOf(session, row.person, ctx.actor));
}
