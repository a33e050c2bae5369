/** One tap, 60 days later. Pure. */
import type { Draw } from '../core/context.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { answerHelp } from './actions.ts';
import { team } from './messages-team.ts';
import { answers, type Interview, type Side } from './model.ts';
import { theirs } from './talk.ts';

export interface Help {
  interview: Interview;
  cycle: string;
  /** With whom they talked. */
  other: string;
  /** Of the reader. */
  side: Side;
}

export const helpKey = ({ _id, round }: Pick<Interview, '_id' | 'round'>): string =>
  `interviews.help:${_id}:${round}`;

export const helpCard =
  ({ interview: i, cycle, other, side }: Help): Draw =>
  ({ locale }) => {
    const words = team(locale);
    if (i.helped[side]) return { title: words.helpTitle, blocks: [text(words.helpThanks)] };
    return {
      title: words.helpTitle,
      blocks: [
        text(words.helpText(other, cycle)),
        note(words.helpNote),
        ...buttons(
          answers.map((answer) => ({
            label: words[answer],
            token: answerHelp.token({ ...theirs(i), round: i.round, answer }),
          })),
        ),
      ],
    };
  };
