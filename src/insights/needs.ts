/** What waits for HR in a running cycle: counts, each with the one button that leads to it. */
import type { Actor } from '../core/actor.ts';
import type { Button } from '../core/card.ts';
import type { Md } from '../core/md.ts';
import type { Registry } from '../core/module.ts';
import type { Cycle } from '../cycles/model.ts';
import { isHr } from '../people/policy.ts';
import { checkComments } from '../reviews/actions.ts';
import { releases } from '../reviews/model-answers.ts';
import { type Offered, run } from './actions.ts';
import type { Status } from './completion.ts';
import type { board } from './messages-distribution.ts';
import { type Step, totalOf } from './rules-status.ts';

export interface Needs {
  unrated: number;
  returned: number;
  unreleased: number;
  appeals: number;
  comments: number;
}

export async function needsOf(who: Actor, cycle: Cycle, found: Status): Promise<Needs> {
  const left = (step: Step) => {
    const { of, done } = totalOf(found.counted.find((c) => c.step === step)?.rows ?? []);
    return of - done;
  };
  const unchecked = { cycle: cycle._id, unchecked: true, person: { $ne: who.id } };
  return {
    unrated: left('rating'),
    returned: found.returned,
    unreleased: left('release'),
    appeals: found.appeals.open,
    comments: isHr(who) ? await releases.count(unchecked) : 0,
  };
}

type Words = ReturnType<typeof board>;

/** Lines and buttons; a command that this product does not have gets no button. */
export function needLines(
  needs: Needs,
  words: Words,
  { cycle, registry }: { cycle: string; registry: Pick<Registry, 'commands'> },
): { lines: Md[]; items: Button[] } {
  const go = (command: Offered): Button[] =>
    registry.commands.has(command) ? [{ label: words[command], token: run.token({ command }) }] : [];
  const check: Button = { label: words.check, token: checkComments.token({ cycle }) };
  const rows: readonly (readonly [keyof Needs, Button[]])[] = [
    ['unrated', go('rate')],
    ['returned', []],
    ['comments', [check]],
    ['unreleased', go('release')],
    ['appeals', go('appeal')],
  ];
  const open = rows.filter(([what]) => needs[what] > 0);
  return { lines: open.map(([what]) => words[what](needs[what])), items: open.flatMap(([, items]) => items) };
}
