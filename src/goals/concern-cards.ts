/** "This is too much": to the manager who answers, and to HR when nobody did. Pure. */
import type { Draw } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { answerConcern } from './actions.ts';
import { buttons, note, text } from './blocks.ts';
import { ask } from './messages-form.ts';
import { team } from './messages-team.ts';
import type { Goal } from './model.ts';
import { overBy, type Sheet } from './sheet.ts';

export const concernKey = (goal: Goal): string => `goals.concern:${goal._id}`;

export const concernCard =
  (sheet: Sheet, goal: Goal, reader: 'manager' | 'reader'): Draw =>
  ({ locale, now }) => {
    const words = team(locale);
    const { concern } = goal;
    const answered = concern?.answer;
    return {
      title: words.concernTitle(sheet.person.name),
      tone: concern?.open ? 'attention' : 'plain',
      blocks: [
        ...(concern
          ? [text(words.concernAbout(goal.title, concern.text, dayWords(locale, concern.due, now)))]
          : []),
        ...(concern?.open && !sheet.participant.manager
          ? [note(words.concernNobody(sheet.person.name))]
          : []),
        ...(answered
          ? [note(words.concernAnswer(sheet.names(answered.by), ask(locale)[answered.how], answered.text))]
          : []),
        ...(concern?.open && reader === 'manager' && !overBy(sheet)
          ? buttons([
              {
                label: words.answer,
                token: answerConcern.token({ goal: goal._id }),
                style: 'primary' as const,
              },
            ])
          : []),
      ],
    };
  };
