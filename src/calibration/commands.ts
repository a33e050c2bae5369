/** `/perf calibrate [cycle] [unit]`: HR's board or the form of a unit; members find their lists. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { listWords } from '../core/i18n.ts';
import { type Command, command } from '../core/module.ts';
import { folded } from '../cycles/draft.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { named } from '../cycles/pick.ts';
import { isHr } from '../people/policy.ts';
import { preparing } from './handlers-open.ts';
import { say } from './messages.ts';
import { type Session, sessionsWith } from './model.ts';
import { showBoard, showList } from './shows.ts';
import { calibratedOf, takesCalibration } from './standing.ts';

interface Asked {
  cycles: Cycle[];
  mine: Session[];
}

async function asked(ctx: Ctx): Promise<Asked> {
  const running = isHr(ctx.actor)
    ? await cycles.find({ state: 'running' }, { sort: { at: -1, _id: 1 } })
    : [];
  return { cycles: running.filter(takesCalibration), mine: await sessionsWith(ctx.actor.id) };
}

/** The unit that was typed, in whatever case. */
async function unitIn(found: readonly Cycle[], typed: string): Promise<{ cycle: Cycle; unit: string }> {
  const units: string[] = [];
  for (const cycle of found)
    for (const { unit } of await calibratedOf(cycle._id)) {
      if (folded(unit) === folded(typed)) return { cycle, unit };
      units.push(unit);
    }
  const shown = [...typed].slice(0, 60).join('');
  throw new Refusal((l) => say(l).noSuchUnit(shown, listWords(l, [...new Set(units)].slice(0, 20))));
}

export const calibrationCommands: readonly Command[] = [
  command('calibrate', {
    aliases: ['校准', 'calibration'],
    help: (l) => say(l).help,
    listed: isHr,
    touches: ['calibration:R'],
    load: asked,
    allow: (who, { mine }: Asked) => isHr(who) || mine.length > 0 || ((l) => say(l).onlyHr),
    opens: true,
    async run(ctx, { cycles: found, mine }, { text }) {
      const meant = named(found, text);
      const rest = meant ? meant.rest : text.trim();
      const among = meant ? [meant.cycle] : found;
      if (isHr(ctx.actor) && found.length === 0 && mine.length === 0)
        throw new Refusal((l) => say(l).noCycle);
      if (isHr(ctx.actor) && rest !== '') {
        const { cycle, unit } = await unitIn(among, rest);
        const session = mine.find((s) => s.cycle === cycle._id && s.units.includes(unit));
        if (session) return showList(ctx, session, { anew: true });
        return preparing(ctx, cycle, unit);
      }
      for (const cycle of among) await showBoard(ctx, cycle, { anew: true });
      for (const session of mine) await showList(ctx, session, { anew: true });
    },
  }),
];
