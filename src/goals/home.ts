/** On Home: my goals with their progress. */
import type { Actor } from '../core/actor.ts';
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { lines } from '../core/md.ts';
import type { HomeSection } from '../core/module.ts';
import { openGoals, openProgress } from './actions.ts';
import { buttons, text } from './blocks.ts';
import { goalCycles } from './commands.ts';
import { chore } from './messages-task.ts';
import { type Goal, goalsOf } from './model.ts';
import { capOf, percentReached, reachedWords, totalReached } from './reached.ts';
import { stateWords } from './sentence.ts';

async function blocks(who: Actor, view: View): Promise<Block[]> {
  const [newest] = await goalCycles(who.id);
  if (!newest) return [];
  const mine = await goalsOf(newest.cycle._id, who.id);
  if (mine.length === 0) return [];
  const words = chore(view.locale);
  const cap = capOf(newest);
  const said = (g: Goal) =>
    g.state === 'agreed' && !g.pending ? reachedWords(g, cap, view.locale) : stateWords(g, view.locale);
  const total = totalReached(
    mine.filter((g) => g.state === 'agreed'),
    cap,
  );
  const about = { cycle: newest.cycle._id };
  return [
    text(lines(words.home(newest.cycle.name), ...mine.map((g) => words.line(g.title, said(g))))),
    ...(total ? [bar(words.goals, percentReached('en', total))] : []),
    ...buttons([
      { label: words.goals, token: openGoals.token(about) },
      mine.some((g) => g.state === 'agreed') && { label: words.progress, token: openProgress.token(about) },
    ]),
  ];
}

const bar = (label: string, percent: string): Block => ({
  type: 'progress',
  label,
  done: Math.min(100, Number.parseInt(percent, 10)),
  of: 100,
});

export const homeSection: HomeSection = { order: 10, blocks };
