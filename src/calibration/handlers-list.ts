/** What members do with their list: turn, sort, open a row, say that they have looked, close. */
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { readersOf } from '../ratings/above.ts';
import { close, looked, openList, openRow, sortList, turnPage, withdrawClose } from './actions.ts';
import { listCard } from './cards-list.ts';
import { calibrationSigned, calibrationUnsigned, rowRead } from './facts.ts';
import { mustRun } from './handlers-open.ts';
import { finish, soon } from './jobs.ts';
import { say } from './messages.ts';
import { type Desk, deskId, desks, type Session, sessions } from './model.ts';
import { closer, member, reads } from './policy.ts';
import { mustBeOpen, sign, unsign } from './rules.ts';
import { aroundOf, bySession, freshDesk, listFor, partsOf, rowSceneOf } from './scene.ts';
import { refreshList, showList, showRoom, showRow } from './shows.ts';

async function redraw({ session }: { session: Session }, _: unknown, ctx: Ctx): Promise<Draw | undefined> {
  const [reader] = await readersOf(session.cycle, [ctx.actor.id]);
  return reader && listCard(await listFor(await aroundOf(session), reader));
}

const onList = { load: bySession, allow: member, redraw } as const;

async function noteDesk(ctx: Ctx, session: Session, change: Partial<Desk>): Promise<void> {
  const _id = deskId(session._id, ctx.actor.id);
  const before = await desks.get(_id);
  if (before) await desks.save({ ...before, ...change });
  else await desks.insert({ ...freshDesk(session._id, ctx.actor.id), ...change });
}

/** It closes in steps; until the last one nothing can be changed any more. */
function closing(ctx: Ctx, session: Session): string {
  if (session.state !== 'closing') return say(ctx.actor.locale).signed;
  ctx.later(
    finish,
    { session: session._id, after: '' },
    { key: `calibration.finish:${session._id}:${session.rev}` },
  );
  return say(ctx.actor.locale).closing;
}

export const listHandlers: readonly Handler[] = [
  on(openList, {
    ...onList,
    touches: ['calibration:R'],
    run: (ctx, { session }) => showList(ctx, session, { anew: true }),
  }),
  on(turnPage, {
    ...onList,
    touches: ['calibration:R'],
    async run(ctx, { session }, { page }) {
      await noteDesk(ctx, session, { page: Math.max(0, Math.floor(page)) });
      await showList(ctx, session);
    },
  }),
  on(sortList, {
    ...onList,
    touches: ['calibration:R'],
    async run(ctx, { session }, _, { value }) {
      await noteDesk(ctx, session, { sort: value, page: 0 });
      await showList(ctx, session);
    },
  }),
  on(openRow, {
    ...onList,
    touches: ['calibration:R', 'ratings:R'],
    async run(ctx, { session }, _, { value }) {
      const at = await rowSceneOf(session, value, ctx.actor);
      const verdict = reads(ctx.actor, at);
      if (verdict !== true) throw new Refusal(verdict);
      ctx.record(rowRead, { about: value, ref: session.cycle, data: { session: session._id } });
      await showRow(ctx, at, { anew: true });
    },
  }),
  on(looked, {
    ...onList,
    touches: ['calibration:W'],
    async run(ctx, { session }) {
      mustBeOpen(session);
      await noteDesk(ctx, session, { lookedAt: ctx.now });
      await refreshList(ctx, session);
      soon(ctx, session._id);
      return { toast: say(ctx.actor.locale).looked };
    },
  }),
  on(close, {
    ...onList,
    touches: ['calibration:W'],
    allow: closer,
    async run(ctx, { session }) {
      await mustRun(session);
      const next = await sessions.save(sign(session, ctx.actor.id, await partsOf(session), ctx.now));
      await noteDesk(ctx, session, { lookedAt: ctx.now });
      ctx.record(calibrationSigned, { about: session.cycle, ref: session._id, data: {} });
      await showRoom(ctx, next);
      await showList(ctx, next);
      soon(ctx, next._id);
      return { toast: closing(ctx, next) };
    },
  }),
  on(withdrawClose, {
    ...onList,
    touches: ['calibration:W'],
    allow: closer,
    async run(ctx, { session }) {
      const next = await sessions.save(unsign(session, ctx.actor.id));
      ctx.record(calibrationUnsigned, { about: session.cycle, ref: session._id, data: {} });
      await showRoom(ctx, next);
      await showList(ctx, next);
      soon(ctx, next._id);
      return { toast: say(ctx.actor.locale).unsigned };
    },
  }),
];
