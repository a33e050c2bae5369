/** A manager's people in a cycle: who has a result, who waits for it, for whom words are written. */
import type { Ctx } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { type Cycle, isIn, participants, schemeOf } from '../cycles/model.ts';
import { namesOf } from '../people/model.ts';
import { type Rating, ratingOf } from '../ratings/index.ts';
import { signedOf } from './batches.ts';
import { type Row, type Team, teamCard, teamKey } from './cards-team.ts';
import { receipts, results } from './model.ts';
import { narratedIn } from './narratives.ts';
import { candidate, isCovered, liveIn } from './releasing.ts';
import { talkedIn } from './talks.ts';

/** Whose words are asked for: approved, or never rated, and not given out. */
export const wantsWords = (rating: Rating | undefined): boolean => rating?.state === 'approved';

export async function teamOf(cycle: Cycle, manager: string): Promise<Team> {
  const places = (await participants.find({ cycle: cycle._id, manager }, { sort: { _id: 1 } })).filter(
    (p) => isIn(p) && p.person !== manager,
  );
  const ids = places.map((p) => p._id);
  const there = await receipts.find({ _id: { $in: ids } });
  const current = await results.find({ _id: { $in: there.map((r) => `${r._id}:${r.version}`) } });
  const worded = await narratedIn(ids);
  const talked = await talkedIn(ids);
  const signed = await signedOf(cycle._id);
  const names = await namesOf(places.map((p) => p.person));
  const sessions = await liveIn(cycle);
  const rows: Row[] = [];
  for (const place of places) {
    const receipt = there.find((r) => r._id === place._id);
    const result = current.find((r) => r.person === place.person);
    const one = receipt ? undefined : await candidate(cycle, place, sessions);
    const byManager = schemeOf(cycle, place).rewards.release === 'manager';
    rows.push({
      person: place.person,
      name: names(place.person),
      worded: worded.has(place.person) || result?.narrative !== undefined,
      ...(receipt && result && { receipt, result }),
      wants: one !== undefined && wantsWords(one.rating),
      mayGive: byManager && one?.standing === 'ready' && (await isCovered(signed, one)),
      talked: talked.has(place._id),
    });
  }
  return { cycle, rows: rows.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name))) };
}

export async function showTeam(
  ctx: Ctx,
  cycle: Cycle,
  manager: string,
  options: SendOptions = {},
): Promise<void> {
  ctx.show(teamKey(cycle._id), { person: manager }, teamCard(await teamOf(cycle, manager)), options);
}

/** Approved, not given out, and nothing written yet. */
export async function unworded(cycle: string, manager: string): Promise<string[]> {
  const places = await participants.find(
    { cycle, manager, state: { $in: ['rated', 'calibrated'] } },
    { sort: { _id: 1 } },
  );
  const worded = await narratedIn(places.map((p) => p._id));
  const open: string[] = [];
  for (const p of places)
    if (!worded.has(p.person) && p.person !== manager && wantsWords(await ratingOf(cycle, p.person)))
      open.push(p.person);
  return open;
}
