/** Numbers, confidence, a line over time; and the form for a new number. Pure. */
import type { Block, Button, Field, Form } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import type { Locale } from '../core/i18n.ts';
import { lines, md, person } from '../core/md.ts';
import { isIn } from '../cycles/model.ts';
import { markMilestone, openGoals, saveProgress, updateProgress } from './actions.ts';
import { buttons, labelled, note, text } from './blocks.ts';
import type { ProgressRow } from './history.ts';
import { ask } from './messages-form.ts';
import { going } from './messages-progress.ts';
import { confidences, type Goal, type GoalKeyResult, keyResultOf } from './model.ts';
import { capOf, goalReached, noteLine, percentReached, totalReached, trend } from './reached.ts';
import { numeral, sentenceOf } from './sentence.ts';
import { locks, type Sheet } from './sheet.ts';

export const progressKey = (cycle: string): string => `goals.progress:${cycle}`;

const latestNotes = 5;

/** `<goal> <key result>`, the value of an option. */
export const pairOf = (goal: Goal, kr: GoalKeyResult): string => `${goal._id} ${kr.id}`;

export const progressCard =
  (sheet: Sheet, rows: readonly ProgressRow[]): Draw =>
  (view) => {
    const words = going(view.locale);
    const agreed = sheet.goals.filter((g) => g.state === 'agreed');
    return {
      title: words.title(sheet.cycle.name),
      blocks: [
        ...(agreed.length === 0 ? [text(words.none)] : []),
        ...agreed.map((g) => text(goalReached(g, sheet, view))),
        ...summary(sheet, agreed, rows, view),
        ...notesBlock(agreed, rows, view),
        ...footer(sheet, agreed, view),
      ],
    };
  };

function summary(sheet: Sheet, agreed: Goal[], rows: readonly ProgressRow[], view: View): Block[] {
  const chart = trend(agreed, rows, sheet, view);
  const total = totalReached(agreed, capOf(sheet));
  return [
    ...(total ? [text(going(view.locale).total(percentReached(view.locale, total)))] : []),
    ...(chart ? [chart] : []),
  ];
}

function footer(sheet: Sheet, agreed: Goal[], view: View): Block[] {
  const words = going(view.locale);
  const end = locks(sheet);
  const runs = sheet.cycle.state === 'running' && isIn(sheet.participant);
  const open = runs && (end === undefined || view.now <= end);
  if (!open) return [note(words.locked)];
  return agreed.length === 0 ? [] : [note(words.about), ...steps(sheet, agreed, view)];
}

function notesBlock(goals: readonly Goal[], rows: readonly ProgressRow[], { locale }: View): Block[] {
  const noted = rows
    .flatMap((row) => {
      const goal = goals.find((g) => g._id === row.goal);
      const kr = goal && keyResultOf(goal, row.keyResult);
      return row.note !== undefined && kr ? [noteLine(row, kr.title, row.note, locale)] : [];
    })
    .slice(-latestNotes)
    .reverse();
  return noted.length > 0 ? [note(lines(going(locale).notes, ...noted))] : [];
}

function steps({ cycle }: Sheet, goals: readonly Goal[], { locale }: View): Block[] {
  const words = going(locale);
  const all = goals.flatMap((g) => g.keyResults.filter((kr) => !kr.excluded).map((kr) => ({ g, kr })));
  return [
    {
      type: 'choices',
      label: words.update,
      token: updateProgress.token({ cycle: cycle._id }),
      options: all.map(({ g, kr }) => ({ label: labelled(kr.title), value: pairOf(g, kr) })),
    },
    ...buttons(all.flatMap(({ g, kr }) => milestoneButtons(g, kr, locale))),
  ];
}

function milestoneButtons(goal: Goal, kr: GoalKeyResult, l: Locale): Button[] {
  if (kr.kind !== 'milestone') return [];
  const words = going(l);
  const to = (state: 'open' | 'done' | 'stretched') =>
    markMilestone.token({ goal: goal._id, keyResult: kr.id, state });
  if (!kr.done) return [{ label: labelled(words.isDone(kr.title)), token: to('done') }];
  return [
    ...(kr.beyond !== undefined && !kr.stretched
      ? [{ label: labelled(words.isStretched(kr.title)), token: to('stretched') }]
      : []),
    { label: labelled(words.isOpen(kr.title)), token: to('open') },
  ];
}

export function progressForm(goal: Goal, kr: GoalKeyResult, view: View): Form {
  const words = ask(view.locale);
  return {
    title: words.progressTitle,
    intro: sentenceOf(kr, view, 'owner'),
    submit: words.save,
    token: saveProgress.token({ goal: goal._id, keyResult: kr.id }),
    fields: [
      ...readingField(kr, view.locale),
      {
        name: 'confidence',
        label: words.confidence,
        type: 'choice',
        required: true,
        options: confidences.map((c) => ({ label: words[c], value: c })),
        ...(kr.confidence && { value: kr.confidence }),
      },
      { name: 'note', label: words.note, type: 'text', hint: words.noteHint, lines: 3, max: 2000 },
    ],
  };
}

function readingField(kr: GoalKeyResult, l: Locale): Field[] {
  const words = ask(l);
  if (kr.kind === 'rated') return [];
  if (kr.kind === 'milestone')
    return [
      {
        name: 'state',
        label: words.milestoneState,
        type: 'choice',
        required: true,
        options: [
          { label: words.notDone, value: 'open' },
          { label: words.done, value: 'done' },
          ...(kr.beyond === undefined ? [] : [{ label: words.stretched, value: 'stretched' }]),
        ],
        value: milestoneState(kr),
      },
    ];
  return [
    {
      name: 'actual',
      label: words.actual,
      type: 'number',
      ...(kr.unit && { hint: words.actualUnit(kr.unit) }),
      ...(kr.actual !== undefined && { value: numeral('en', kr.actual).replace(/,/g, '') }),
    },
  ];
}

function milestoneState(kr: GoalKeyResult & { kind: 'milestone' }): 'open' | 'done' | 'stretched' {
  if (!kr.done) return 'open';
  return kr.stretched ? 'stretched' : 'done';
}

export const offTrackKey = (goal: string): string => `goals.offTrack:${goal}`;

/** To the partners of a shared goal, the same day. */
export const offTrackCard =
  (goal: Goal): Draw =>
  ({ locale }) => {
    const words = going(locale);
    return {
      title: words.offTitle,
      tone: 'attention',
      blocks: [
        text(words.off(md`${person(goal.person)}`, goal.title)),
        ...buttons([{ label: words.adjustMine, token: openGoals.token({ cycle: goal.cycle }) }]),
      ],
    };
  };
