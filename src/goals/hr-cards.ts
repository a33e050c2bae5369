/** What HR hears about goals: late changes, weights that are not settled, people whom nobody leads. Pure. */
import type { Draw } from '../core/context.ts';
import { md, person as mention } from '../core/md.ts';
import type { Cycle } from '../cycles/model.ts';
import { agreeLateChange, returnGoal, waiveWeights } from './actions.ts';
import { buttons, goalBlocks, labelled, note, shutNote, text } from './blocks.ts';
import { team } from './messages-team.ts';
import type { Goal } from './model.ts';
import { proposal } from './rules.ts';
import { percentWords } from './sentence.ts';
import { isOpen, type Sheet } from './sheet.ts';
import { sumAgreed } from './weights.ts';

export const lateKey = (goal: Goal): string => `goals.late:${goal._id}`;

export const lateCard =
  (sheet: Sheet, goal: Goal): Draw =>
  (view) => {
    const words = team(view.locale);
    const agreed = goal.pending?.agreed;
    const about = { goal: goal._id, seen: proposal(goal) };
    return {
      title: words.lateTitle(sheet.person.name),
      blocks: [
        agreed ? text(words.lateAbout(sheet.names(agreed.by))) : note(words.lateDone),
        ...goalBlocks(goal, sheet, view, 'other'),
        ...(agreed ? shutNote(sheet, view) : []),
        ...(agreed && isOpen(sheet, view.now)
          ? buttons([
              { label: words.agree, token: agreeLateChange.token(about), style: 'primary' },
              { label: words.giveBack, token: returnGoal.token(about) },
            ])
          : []),
      ],
    };
  };

export const unsettledKey = (cycle: string): string => `goals.unsettled:${cycle}`;

/** What one card holds; who is settled makes room for the next. */
const page = 50;

/** To a manager their own people, to HR everybody; only HR can waive. */
export const unsettledCard =
  (cycle: Cycle, sheets: readonly Sheet[], canWaive: boolean): Draw =>
  (view) => {
    const words = team(view.locale);
    if (sheets.length === 0)
      return { title: words.unsettledTitle(cycle.name), blocks: [note(words.unsettledNone)] };
    const shown = sheets.slice(0, page);
    return {
      title: words.unsettledTitle(cycle.name),
      tone: 'attention',
      blocks: [
        text(words.unsettledAbout),
        {
          type: 'table',
          columns: [
            { label: words.name },
            { label: words.managerColumn },
            { label: words.agreedWeights, align: 'right' },
          ],
          rows: shown.map(({ person, participant, names, goals }) => [
            person.name,
            participant.manager ? names(participant.manager) : '–',
            percentWords(view.locale, sumAgreed(goals)),
          ]),
        },
        ...(sheets.length > page ? [note(words.unsettledMore(String(sheets.length - page)))] : []),
        ...(canWaive
          ? [
              {
                type: 'choices' as const,
                label: words.waive,
                token: waiveWeights.token({ cycle: cycle._id }),
                options: shown.map((s) => ({ label: labelled(s.person.name), value: s.person._id })),
              },
            ]
          : []),
      ],
    };
  };

export const evaluatorKey = (cycle: string, person: string): string => `goals.evaluator:${cycle}:${person}`;

export const evaluatorCard =
  (sheet: Sheet): Draw =>
  ({ locale }) => ({
    title: team(locale).evaluatorTitle(sheet.person.name),
    tone: 'attention',
    blocks: [text(team(locale).evaluatorAbout(sheet.person.name))],
  });

export const declinedCard =
  (sheet: Sheet, goal: Goal): Draw =>
  ({ locale }) => ({
    title: team(locale).declinedTitle(sheet.person.name),
    blocks: [text(team(locale).declined(goal.title)), note(md`${mention(sheet.person._id)}`)],
  });
