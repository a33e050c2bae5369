/** Changing a grade, proposing another one, taking it back. The score is never touched. */
import type { Ctx, Draw } from '../core/context.ts';
import { type Handler, on } from '../core/module.ts';
import { change, propose, saveChange, savePropose, undoChange } from './actions.ts';
import { rowCard } from './cards-row.ts';
import { gradeChanged, gradeChangeUndone, gradeProposed } from './facts.ts';
import { changeForm, proposeForm } from './forms.ts';
import { mustRun } from './handlers-open.ts';
import { soon } from './jobs.ts';
import { say } from './messages.ts';
import { caseNotes, overrides, type Session, sessions } from './model.ts';
import { changes, proposes } from './policy.ts';
import { mustBeAsSeen, override, type Seen, undone, unsettled } from './rules.ts';
import { type RowScene, theirRow } from './scene.ts';
import { lookedAt, refreshList, refreshRow } from './shows.ts';

const redraw = async (at: RowScene, _: unknown, ctx: Ctx): Promise<Draw> => rowCard(await lookedAt(ctx, at));
const onRow = { touches: ['calibration:W'], load: theirRow, redraw } as const;

/** The cards of whoever pressed at once, everybody's a little later; who had agreed to close has to look again. */
async function moved(ctx: Ctx, at: RowScene): Promise<void> {
  const anew = unsettled(at.session);
  const session: Session = anew ? await sessions.save(anew) : at.session;
  await refreshRow(ctx, { ...at, session });
  await refreshList(ctx, session);
  soon(ctx, session._id);
}

async function asSeen(at: RowScene, seen: Seen): Promise<void> {
  await mustRun(at.session);
  mustBeAsSeen(at, seen, at.names);
}

export const changeHandlers: readonly Handler[] = [
  on(change, {
    ...onRow,
    allow: changes,
    opens: true,
    async run(ctx, at, seen) {
      await asSeen(at, seen);
      return { open: changeForm(at, ctx.actor.locale) };
    },
  }),
  on(saveChange, {
    ...onRow,
    allow: changes,
    async run(ctx, at, seen, { grade, reason, note }) {
      await asSeen(at, seen);
      const by = ctx.actor.id;
      const made = await overrides.insert(
        override(at, { id: ctx.id('override'), to: grade, reason, by }, ctx.now),
      );
      if (note !== undefined) await keep(ctx, at, note);
      ctx.record(gradeChanged, {
        about: at.session.cycle,
        ref: at.session._id,
        data: { override: made._id },
      });
      await moved(ctx, at);
      return { toast: say(ctx.actor.locale).changed };
    },
  }),
  on(propose, {
    ...onRow,
    allow: proposes,
    opens: true,
    async run(ctx, at, seen) {
      await asSeen(at, seen);
      return { open: proposeForm(at, ctx.actor.locale) };
    },
  }),
  on(savePropose, {
    ...onRow,
    allow: proposes,
    async run(ctx, at, seen, { grade, why }) {
      await asSeen(at, seen);
      const note = await keep(ctx, at, why, grade);
      ctx.record(gradeProposed, { about: at.session.cycle, ref: at.session._id, data: { note } });
      await refreshRow(ctx, at);
      soon(ctx, at.session._id);
      return { toast: say(ctx.actor.locale).proposed };
    },
  }),
  on(undoChange, {
    ...onRow,
    allow: changes,
    async run(ctx, at, { override: id }) {
      await overrides.save(undone(at, id, ctx.actor.id, ctx.now));
      ctx.record(gradeChangeUndone, {
        about: at.session.cycle,
        ref: at.session._id,
        data: { override: id },
      });
      await moved(ctx, at);
      return { toast: say(ctx.actor.locale).undone };
    },
  }),
];

async function keep(
  ctx: Ctx,
  at: RowScene,
  text: string,
  proposes?: (typeof at.row)['grade'],
): Promise<string> {
  const { session, row } = at;
  const made = await caseNotes.insert({
    _id: ctx.id('note'),
    session: session._id,
    cycle: session.cycle,
    person: row.person,
    by: ctx.actor.id,
    at: ctx.now,
    text,
    ...(proposes && { proposes }),
  });
  return made._id;
}
