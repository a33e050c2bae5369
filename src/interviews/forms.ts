/** Forms of conversations. */
import { addDays, type Day, dayIn, nextWorkday } from '../core/calendar.ts';
import type { Field, Form } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { saveDiffer, saveNotes, savePlace, savePrepared, saveTime, saveWritten } from './actions.ts';
import { ask } from './messages-form.ts';
import type { Interview } from './model.ts';
import type { Who } from './talk.ts';

type Lang = Pick<View, 'locale'>;

const theirs = ({ cycle, person }: Interview) => ({ cycle, person });
const seen = (i: Interview) => ({ ...theirs(i), round: i.round, seen: i.edition });

/** Half hours of a long day: colleagues far away have to be reached. */
export const times: readonly string[] = Array.from(
  { length: 29 },
  (_, i) => `${String(7 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`,
);

const placeField = (value: string | undefined, { locale }: Lang): Field => ({
  name: 'place',
  label: ask(locale).place,
  hint: ask(locale).placeHint,
  type: 'text',
  max: 300,
  ...(value !== undefined && { value }),
});

export function timeForm(i: Interview, other: string, view: View): Form {
  const words = ask(view.locale);
  const today = dayIn(view.zone, view.now);
  return {
    title: words.timeTitle,
    intro: words.timeIntro(other),
    submit: words.propose,
    token: saveTime.token(theirs(i)),
    fields: [
      {
        name: 'day',
        label: words.day,
        type: 'date',
        required: true,
        min: today,
        value: nextWorkday(addDays(today, 1)),
      },
      {
        name: 'time',
        label: words.time,
        type: 'choice',
        required: true,
        value: '14:00',
        options: times.map((t) => ({ label: t, value: t })),
      },
      placeField(i.proposal?.place ?? i.agreed?.place, view),
    ],
  };
}

export const placeForm = (i: Interview, view: Lang): Form => ({
  title: ask(view.locale).placeTitle,
  submit: ask(view.locale).save,
  token: savePlace.token(theirs(i)),
  fields: [{ ...placeField(i.agreed?.place, view), required: true }],
});

/** `day`: when they talked, as far as that is known. */
export function notesForm(i: Interview, other: string, day: Day, view: View): Form {
  const words = ask(view.locale);
  const steps = i.notes?.steps ?? [];
  return {
    title: words.notesTitle,
    intro: words.notesIntro(other),
    submit: words.save,
    token: saveNotes.token(seen(i)),
    fields: [
      {
        name: 'day',
        label: words.talkedOn,
        type: 'date',
        required: true,
        max: dayIn(view.zone, view.now),
        value: day,
      },
      {
        ...long('agreed', words.agreed, 3000, i.notes?.agreed),
        hint: words.agreedHint,
        required: true,
      },
      ...[1, 2, 3].flatMap((n): Field[] => {
        const step = steps[n - 1];
        return [
          {
            name: `step_${n}`,
            label: words.step(n),
            hint: words.stepHint,
            type: 'text',
            max: 500,
            ...(step && { value: step.what }),
          },
          { name: `by_${n}`, label: words.by(n), type: 'date', ...(step && { value: step.by }) },
        ];
      }),
      { ...long('support', words.support, 2000, i.notes?.support), hint: words.supportHint },
    ],
  };
}

const long = (name: string, label: string, max: number, value: string | undefined): Field => ({
  name,
  label,
  type: 'text',
  lines: 4,
  max,
  ...(value !== undefined && { value }),
});

export const differForm = (i: Interview, { locale }: Lang): Form => ({
  title: ask(locale).differTitle,
  intro: ask(locale).differIntro,
  submit: ask(locale).differSend,
  token: saveDiffer.token(seen(i)),
  fields: [{ ...long('text', ask(locale).differ, 2000, undefined), required: true }],
});

export const writtenForm = (i: Interview, to: Pick<Who, 'name'>, { locale }: Lang): Form => ({
  title: ask(locale).writeTitle(to.name),
  intro: ask(locale).writeIntro(to.name),
  submit: ask(locale).send,
  token: saveWritten.token(seen(i)),
  fields: [
    { ...long('seen', ask(locale).seen, 2000, i.written?.seen), hint: ask(locale).seenHint, required: true },
    { ...long('next', ask(locale).next, 2000, i.written?.next), hint: ask(locale).nextHint, required: true },
  ],
});

export const prepareForm = (i: Interview, other: string, { locale }: Lang): Form => ({
  title: ask(locale).prepareTitle,
  intro: ask(locale).prepareIntro(other),
  submit: ask(locale).save,
  token: savePrepared.token(theirs(i)),
  fields: [
    { ...long('ask', ask(locale).toAsk, 2000, i.prepared?.ask), hint: ask(locale).toAskHint },
    { ...long('talk', ask(locale).toTalk, 2000, i.prepared?.talk), hint: ask(locale).toTalkHint },
  ],
});
