/** What follows the news of cycles: planning opens, planning locks, a manager takes over. */
import { z } from 'zod';
import { dayIn } from '../core/calendar.ts';
import { daily } from '../core/daily.ts';
import { job, news } from '../core/job.ts';
import { cycles, isIn, type Participant, participantId, participants } from '../cycles/model.ts';
import { goalsCard, goalsKey } from './cards.ts';
import { concernCard, concernKey } from './concern-cards.ts';
import { saveContract } from './contract.ts';
import { isUnsettled } from './contract-rules.ts';
import { goals } from './model.ts';
import { waitsForManager } from './rules.ts';
import { sheetOf, sheetsOf } from './sheet.ts';
import { refreshAll, showConcernToHr, showOwn, showTeam } from './shows.ts';
import { settled, showUnsettled } from './unsettled.ts';

/** People per transaction. */
const page = 100;

/** The next participants by id, and the last of them. */
async function nextPage(cycle: string, after: string): Promise<{ who: Participant[]; more?: string }> {
  const found = await participants.find(
    { cycle, person: { $gt: after } },
    { sort: { person: 1 }, limit: page },
  );
  const last = found.at(-1)?.person;
  return { who: found.filter(isIn), ...(found.length === page && last !== undefined && { more: last }) };
}

const step = { cycle: z.string(), after: z.string() };

/** Everybody gets the card with their goals. */
export const giveCards = job('goals.give', step, async (ctx, { cycle: id, after }) => {
  const cycle = await cycles.get(id);
  if (cycle?.state !== 'running') return undefined;
  const { who, more } = await nextPage(id, after);
  for (const sheet of await sheetsOf(cycle, who))
    ctx.show(goalsKey(id), { person: sheet.participant.person }, goalsCard(sheet), {
      proactive: true,
      priority: 'broadcast',
    });
  return more === undefined ? undefined : { again: { cycle: id, after: more } };
});

export const planningOpened = job(
  'goals.opened',
  news({ phase: z.string() }),
  async (ctx, { about, data }) => {
    if (data.phase !== 'planning') return;
    ctx.later(giveCards, { cycle: about, after: '' }, { key: `goals.give:${about}` });
  },
);

export const planningLocked = job(
  'goals.locked',
  news({ phase: z.string() }),
  async (ctx, { about, data }) => {
    if (data.phase !== 'planning') return;
    ctx.later(listUnsettled, { cycle: about, after: '' }, { key: `goals.unsettled:${about}` });
  },
);

/** Those whose agreed weights are not 100 %: told to their managers and to HR when all are known. */
export const listUnsettled = job('goals.unsettled', step, async (ctx, { cycle: id, after }) => {
  const cycle = await cycles.get(id);
  if (!cycle) return undefined;
  const { who, more } = await nextPage(id, after);
  for (const { goals: theirs, contract } of await sheetsOf(cycle, who))
    if (isUnsettled(theirs, contract) && !contract.unsettled)
      await saveContract({ ...contract, unsettled: true });
  if (more !== undefined) return { again: { cycle: id, after: more } };
  await showUnsettled(ctx, cycle, { proactive: true, priority: 'deadline' });
  return undefined;
});

/** The new manager finds what waits for a decision; the person's card names them. */
export const managerMoved = job(
  'goals.managerMoved',
  news({ from: z.string().optional(), to: z.string().optional() }),
  async (ctx, { about, ref, data }) => {
    const cycle = await cycles.get(ref);
    if (cycle?.state !== 'running' || !data.to) return;
    const participant = await participants.get(participantId(ref, about));
    if (!participant || !isIn(participant)) return;
    const sheet = await sheetOf(ref, about);
    if (sheet.goals.length > 0) showOwn(ctx, sheet);
    if (sheet.goals.some(waitsForManager)) await showTeam(ctx, cycle, data.to, { proactive: true });
    for (const goal of sheet.goals.filter((g) => g.concern?.open))
      ctx.show(concernKey(goal), { person: data.to }, concernCard(sheet, goal, 'manager'), {
        proactive: true,
      });
  },
);

/** Who leaves the cycle owes nothing any more, and nobody has to do with their goals. */
export const withdrawn = job('goals.withdrawn', news({}), async (ctx, { about, ref }) => {
  const participant = await participants.get(participantId(ref, about));
  if (!participant || isIn(participant)) return;
  const sheet = await sheetOf(ref, about);
  await refreshAll(ctx, { ...sheet, contract: await settled(ctx, sheet) });
});

/** Concerns that nobody answered within five working days: HR hears it once, also after days without the product. */
export const overdueConcerns = daily('goals.concerns', '09:30', async (ctx, { zone, day }) => {
  const running = await cycles.find({ state: 'running' });
  const open = await goals.find(
    { cycle: { $in: running.map((c) => c._id) }, 'concern.open': true },
    { sort: { _id: 1 } },
  );
  for (const goal of open) {
    const { concern } = goal;
    if (!concern || concern.overdue || concern.due >= day) continue;
    const sheet = await sheetOf(goal.cycle, goal.person);
    if (!isIn(sheet.participant)) continue;
    if (sheet.place.zone !== zone || dayIn(zone, ctx.now) !== day) continue;
    await showConcernToHr(ctx, sheet, await goals.save({ ...goal, concern: { ...concern, overdue: true } }));
  }
});
