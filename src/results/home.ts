/** Home: one's own newest result, the team's, and for HR how far the release is. */
import type { Actor } from '../core/actor.ts';
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import type { HomeSection } from '../core/module.ts';
import { type Cycle, cycles, participants } from '../cycles/model.ts';
import { buttons, text } from '../goals/blocks.ts';
import { isHr } from '../people/policy.ts';
import { openHistory, openRelease, openResult, openTeam } from './actions.ts';
import { team } from './messages-team.ts';
import { receipts, results } from './model.ts';
import { inShort } from './shape.ts';

async function own(who: Actor, { locale }: View): Promise<Block[]> {
  const [receipt] = await receipts.find({ person: who.id }, { sort: { releasedAt: -1, _id: 1 }, limit: 1 });
  const result = receipt && (await results.get(`${receipt._id}:${receipt.version}`));
  if (!result) return [];
  const words = team(locale);
  return [
    text(words.homeOwn(result.cycleName, inShort(result, locale))),
    ...buttons([
      { label: words.openButton, token: openResult.token({ result: result._id, page: 0 }) },
      { label: words.history, token: openHistory.token({ page: 0 }) },
    ]),
  ];
}

/** States of those who have their result. */
const out = ['released', 'acknowledged', 'appealing', 'final'];
const inside = ['invited', 'planning', 'tracking', 'assessing', 'rated', 'calibrated', ...out];

async function lead(who: Actor, running: readonly Cycle[], { locale }: View): Promise<Block[]> {
  const words = team(locale);
  const found: Block[] = [];
  for (const cycle of running) {
    const mine = await participants.find({ cycle: cycle._id, manager: who.id });
    const there = mine.filter((p) => inside.includes(p.state));
    const given = there.filter((p) => out.includes(p.state)).length;
    if (given === 0) continue;
    found.push(
      text(words.homeTeam(cycle.name, given, there.length)),
      ...buttons([{ label: words.openButton, token: openTeam.token({ cycle: cycle._id }) }]),
    );
  }
  return found;
}

async function office(running: readonly Cycle[], { locale }: View): Promise<Block[]> {
  const words = team(locale);
  const found: Block[] = [];
  for (const cycle of running.filter((c) => c.opened.includes('feedback'))) {
    const rows = await participants.tally({ cycle: cycle._id }, ['state']);
    const sum = (states: readonly string[]) =>
      rows.reduce((n, r) => n + (states.includes(r._id.state) ? r.n : 0), 0);
    const read = await receipts.count({ cycle: cycle._id, state: { $ne: 'open' } });
    found.push(
      text(words.homeOffice(cycle.name, sum(out), sum(inside), read)),
      ...buttons([{ label: words.release, token: openRelease.token({ cycle: cycle._id }) }]),
    );
  }
  return found;
}

async function blocks(who: Actor, view: View): Promise<Block[]> {
  const running = await cycles.find(
    { state: { $in: ['running', 'closing'] }, opened: 'assessment' },
    { sort: { at: -1, _id: 1 } },
  );
  return [
    ...(await own(who, view)),
    ...(await lead(who, running, view)),
    ...(isHr(who) ? await office(running, view) : []),
  ];
}

export const home: HomeSection = { order: 17, blocks };
