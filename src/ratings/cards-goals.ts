/** Goals with their numbers, for those who confirm them. Pure. */
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { type Fraction, readExact } from '../core/fraction.ts';
import { listWords } from '../core/i18n.ts';
import { lines, type Md } from '../core/md.ts';
import { attainment } from '../goals/attainment.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { going } from '../goals/messages-progress.ts';
import type { Goal } from '../goals/model.ts';
import { keyResultLine, percentReached, reachedWords } from '../goals/reached.ts';
import { percentWords } from '../goals/sentence.ts';
import { confirmNumbers, enterNumber } from './actions.ts';
import { beforeLowered, capOf, countedGoals } from './basis.ts';
import { pack } from './messages-pack.ts';
import type { Rating } from './model.ts';
import type { Full, Numbers } from './scene.ts';

const longest = 90;
export const labelled = (title: string): string =>
  [...title].length > longest ? `${[...title].slice(0, longest - 1).join('')}…` : title;

const about = (rating: Rating) => ({ cycle: rating.cycle, person: rating.person });

export function goalBlocks(full: Full, view: View, open: boolean): Block[] {
  const words = pack(view.locale);
  const goals = countedGoals(full.pack);
  const cap = capOf(full.pack);
  if (goals.length === 0) return [note(words.noGoals)];
  return [
    text(lines(...goals.map((goal) => goalLines(goal, cap, full.pack.names, view)))),
    ...(open ? numberBlocks(full.rating, full.numbers, view) : []),
  ];
}

export function goalLines(goal: Goal, cap: Fraction, names: (id: string) => string, { locale }: View): Md {
  const words = going(locale);
  const head = words.goal(goal.title, percentWords(locale, goal.weight), reachedWords(goal, cap, locale));
  return lines(
    head,
    ...goal.keyResults.map((kr) => keyResultLine(kr, cap, names, locale)),
    ...loweredLines(goal, cap, locale),
  );
}

function loweredLines(goal: Goal, cap: Fraction, locale: View['locale']): Md[] {
  return goal.keyResults.flatMap((kr) => {
    const before = kr.excluded ? undefined : beforeLowered(goal, kr, cap);
    const now = attainment(kr, cap);
    if (before === undefined || !now) return [];
    const shown = [percentReached(locale, readExact(before)), percentReached(locale, now)] as const;
    return [pack(locale).lowered(kr.title, ...shown)];
  });
}

/** What waits to be confirmed or entered. */
export function numberBlocks(
  rating: Rating,
  { missing, provisional, all }: Numbers,
  { locale }: View,
): Block[] {
  const words = pack(locale);
  const goals = Object.fromEntries(provisional.map(({ goal }) => [goal._id, goal.rev]));
  const options = all.map(({ goal, kr }) => ({
    label: labelled(kr.title),
    value: `${goal._id} ${kr.id}`,
  }));
  const titles = listWords(
    locale,
    missing.map(({ kr }) => kr.title),
  );
  return [
    ...(missing.length > 0 ? [note(words.missing(titles))] : []),
    ...(provisional.length > 0
      ? buttons([
          {
            label: words.confirmAll(provisional.length),
            token: confirmNumbers.token({ ...about(rating), goals }),
            style: 'primary',
          },
        ])
      : []),
    ...(options.length > 0
      ? [{ type: 'choices' as const, label: words.enter, token: enterNumber.token(about(rating)), options }]
      : []),
  ];
}
