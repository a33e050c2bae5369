/** Forms around a check-in; the talk's own form is the engine's. */
import { addDays, dayIn, nextWorkday } from '../core/calendar.ts';
import type { Field, Form } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { comment, decide, escalate, meet, meetAbout, skip } from './actions.ts';
import { say } from './messages.ts';
import { line } from './messages-line.ts';
import type { ObstacleScene } from './scene.ts';

type Lang = Pick<View, 'locale'>;

export const skipForm = (checkIn: string, { locale }: Lang): Form => ({
  title: say(locale).skipForm,
  intro: say(locale).skipIntro,
  submit: say(locale).skipSend,
  token: skip.token({ checkIn }),
  fields: [
    {
      name: 'reason',
      label: say(locale).reason,
      type: 'text',
      lines: 2,
      max: 2000,
      required: true,
      hint: say(locale).reasonHint,
    },
  ],
});

/** Half hours of a working day. */
const meetTimes: readonly string[] = Array.from({ length: 19 }, (_, i) => {
  const hour = String(9 + Math.floor(i / 2)).padStart(2, '0');
  return `${hour}:${i % 2 === 0 ? '00' : '30'}`;
});

function meetFields({ locale, zone, now }: View): Field[] {
  const words = say(locale);
  const today = dayIn(zone, now);
  return [
    {
      name: 'day',
      label: words.meetDay,
      type: 'date',
      required: true,
      min: today,
      value: nextWorkday(addDays(today, 1)),
    },
    {
      name: 'time',
      label: words.meetTime,
      type: 'choice',
      required: true,
      value: '14:00',
      options: meetTimes.map((t) => ({ label: t, value: t })),
    },
    { name: 'note', label: words.meetNote, type: 'text', lines: 2, max: 2000 },
  ];
}

export const meetForm = (checkIn: string, other: string, view: View): Form => ({
  title: say(view.locale).meetForm,
  intro: say(view.locale).meetIntro(other),
  submit: say(view.locale).meetSend,
  token: meet.token({ checkIn }),
  fields: meetFields(view),
});

export const commentForm = (checkIn: string, other: string | undefined, { locale }: Lang): Form => ({
  title: say(locale).commentForm,
  intro: other ? say(locale).commentIntro(other) : say(locale).commentAlone,
  submit: say(locale).commentSend,
  token: comment.token({ checkIn }),
  fields: [
    { name: 'text', label: say(locale).commentText, type: 'text', lines: 4, max: 3000, required: true },
  ],
});

const field = (label: string, required: boolean): Field[] => [
  { name: 'text', label, type: 'text', lines: 4, max: 3000, required },
];

export function decisionForm(s: ObstacleScene, how: 'answer' | 'resource', { locale }: Lang): Form {
  const words = line(locale);
  const name = s.person.name;
  const answers = how === 'answer';
  return {
    title: answers ? words.answerForm(name) : words.resourceForm(name),
    intro: words.toldObstacle(s.obstacle.text),
    submit: words.send,
    token: decide.token({ obstacle: s.obstacle._id, how }),
    fields: field(answers ? words.answerField : words.resourceField, true),
  };
}

export const escalateForm = (s: ObstacleScene, above: string, { locale }: Lang): Form => ({
  title: line(locale).escalateForm(s.names(above)),
  intro: line(locale).escalateIntro(above, s.obstacle.person),
  submit: line(locale).send,
  token: escalate.token({ obstacle: s.obstacle._id }),
  fields: field(line(locale).escalateField, false),
});

export const meetAboutForm = (s: ObstacleScene, view: View): Form => ({
  title: say(view.locale).meetForm,
  intro: say(view.locale).meetIntro(s.obstacle.person),
  submit: say(view.locale).meetSend,
  token: meetAbout.token({ obstacle: s.obstacle._id }),
  fields: meetFields(view),
});
