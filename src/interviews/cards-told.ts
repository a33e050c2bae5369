/** Told once: somebody else leads the conversation. Pure. */
import type { Draw } from '../core/context.ts';
import { text } from '../goals/blocks.ts';
import { card } from './messages-card.ts';
import { team } from './messages-team.ts';
import type { Interview } from './model.ts';

export const movedKey = ({ _id }: Pick<Interview, '_id'>, rev: number): string =>
  `interviews.moved:${_id}:${rev}`;

/** To the person. */
export const movedCard =
  (cycle: string, to: string | undefined): Draw =>
  ({ locale }) => ({
    title: team(locale).movedTitle,
    blocks: [text(to === undefined ? team(locale).movedNobody(cycle) : team(locale).movedText(to, cycle))],
  });

/** In the place of the card that the manager before had. */
export const passedCard =
  (name: string, to: string | undefined): Draw =>
  ({ locale }) => ({
    title: card(locale).title(name),
    blocks: [text(team(locale).passedText(name, to))],
  });
