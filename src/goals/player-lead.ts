/** What a played manager does with the goals of their people: agrees them, sends one back, signs contracts. */
import type { Move } from '../core/module.ts';
import { type Cycle, isIn, type Participant, participants } from '../cycles/model.ts';
import { people } from '../people/model.ts';
import { agreeGoal, confirmContract, saveSupport, sendBackGoal } from './actions.ts';
import { contractOf } from './contract.ts';
import { deed } from './messages-player.ts';
import { type Goal, goalsOfAll } from './model.ts';
import { proposal, waitsForManager } from './rules.ts';
import { openAmong } from './sheet.ts';

type Drawn = (n: number) => number;

export async function leadMove(
  cycle: Cycle,
  manager: string,
  now: Date,
  draw: Drawn,
): Promise<Move | undefined> {
  const led = (await participants.find({ cycle: cycle._id, manager }, { sort: { person: 1 } })).filter(isIn);
  const open = (await openAmong(cycle, led, now)).map((p) => p.person);
  const all = await goalsOfAll(cycle._id, open);
  const waits = all.find((g) => waitsForManager(g) && !g.pending?.agreed);
  if (waits) return decides(waits, all, manager, draw);
  for (const p of led) {
    const move = await signs(p, manager);
    if (move) return move;
  }
  return undefined;
}

/** The first goal of a team is sent back once; what comes again is agreed. */
async function decides(goal: Goal, all: readonly Goal[], manager: string, draw: Drawn): Promise<Move> {
  const about = { goal: goal._id, seen: proposal(goal) };
  const everBack = all.some((g) => g.decision?.what === 'returned');
  if (!everBack && !goal.pending && !goal.decision && draw(2) === 0) {
    const { locale } = await people.must(manager);
    return {
      what: (l) => deed(l).returned,
      submit: sendBackGoal.token(about),
      values: { comment: deed(locale).comment },
    };
  }
  return { what: (l) => deed(l).agreed, press: agreeGoal.token(about) };
}

async function signs({ cycle, person }: Participant, manager: string): Promise<Move | undefined> {
  const contract = await contractOf(cycle, person);
  if (contract?.state !== 'open' || contract.lead) return undefined;
  const about = { cycle, person };
  if (contract.support === undefined) {
    const { locale } = await people.must(manager);
    return {
      what: (l) => deed(l).promised,
      submit: saveSupport.token(about),
      values: { support: deed(locale).support },
    };
  }
  return {
    what: (l) => deed(l).confirmed,
    press: confirmContract.token({ ...about, version: contract.version }),
  };
}
