/** The cards of a talk, drawn from its stored answers. */
import type { Block, Button, Form } from './card.ts';
import type { Draw, View } from './context.ts';
import type { Open, Question } from './dialog.ts';
import { type Md, md } from './md.ts';
import { say } from './messages.ts';
import {
  answerTo,
  backTo,
  changeAnswer,
  continueTalk,
  openForm,
  postpone,
  sendTalk,
  skipQuestion,
  submitTalk,
} from './talk-actions.ts';

type Cards = (at: Open, question: Question) => Draw;

const textOf = (at: Open, name: string) => at.talk.answers.find((a) => a.name === name)?.text;

/** How an answer reads: an option by its label. */
function worded(question: Question, text: string, { locale }: View): Md {
  if (text === '') return say(locale).talkSkipped;
  const option = question.options?.find((o) => o.value === text);
  return md`${option ? option.label(locale) : text}`;
}

const titled = (at: Open, view: View) => at.dialog.title(at.subject)(view.locale);

export const promptCard: Cards = (at, question) => (view) => {
  const words = say(view.locale);
  const { talk } = at;
  const step = at.questions.findIndex((q) => q.name === question.name);
  const first = talk.answers.length === 0;
  const value = textOf(at, question.name);
  const blocks: Block[] = [];
  if (first && at.dialog.intro) blocks.push({ type: 'text', text: at.dialog.intro(at.subject, view) });
  blocks.push({ type: 'note', text: words.talkStep(step + 1, at.questions.length) });
  blocks.push({ type: 'text', text: question.ask(view) });
  if (question.options)
    blocks.push({
      type: 'choices',
      label: question.label(view.locale),
      token: answerTo.token({ talk: talk._id, question: question.name }),
      options: question.options.map((o) => ({ label: o.label(view.locale), value: o.value })),
      ...(value && { value }),
    });
  const skip = question.optional && {
    label: words.talkSkip,
    token: skipQuestion.token({ talk: talk._id, question: question.name }),
  };
  const back = !first && { label: words.talkBack, token: backTo.token({ talk: talk._id }) };
  const form = first && { label: words.talkForm, token: openForm.token({ talk: talk._id }) };
  const later = { label: words.talkLater, token: postpone.token({ talk: talk._id }) };
  blocks.push({ type: 'actions', items: [skip, back, form, later].filter((b): b is Button => Boolean(b)) });
  return { title: titled(at, view), blocks };
};

export const answeredCard: Cards = (at, question) => (view) => ({
  title: titled(at, view),
  blocks: [
    { type: 'text', text: question.ask(view) },
    {
      type: 'note',
      text: say(view.locale).talkAnswered(worded(question, textOf(at, question.name) ?? '', view)),
    },
  ],
});

export const summaryCard =
  (at: Open): Draw =>
  (view) => {
    const words = say(view.locale);
    const { talk } = at;
    const done = talk.state === 'done';
    const answered = at.questions.filter((q) => textOf(at, q.name) !== undefined);
    const blocks = answered.flatMap((q): Block[] => [
      { type: 'note', text: md`${q.label(view.locale)}` },
      { type: 'text', text: worded(q, textOf(at, q.name) ?? '', view) },
    ]);
    if (done)
      return {
        title: titled(at, view),
        tone: 'good',
        blocks: [
          ...blocks,
          { type: 'text', text: at.dialog.thanks(at.subject, view) },
          ...changing(at, view),
        ],
      };
    const change = {
      type: 'choices' as const,
      label: words.talkChangeWhich,
      token: changeAnswer.token({ talk: talk._id }),
      options: answered.map((q) => ({ label: q.label(view.locale), value: q.name })),
    };
    return {
      title: titled(at, view),
      blocks: [
        ...blocks,
        { type: 'note', text: words.talkSummary },
        {
          type: 'actions',
          items: [
            { label: words.talkSend, token: sendTalk.token({ talk: talk._id }), style: 'primary' },
            { label: words.talkLater, token: postpone.token({ talk: talk._id }) },
          ],
        },
        change,
      ],
    };
  };

/** After [Send], where the dialog says until when that is possible. */
function changing({ talk, dialog, subject }: Open, { locale }: View): Block[] {
  if (!dialog.closed || dialog.closed(subject)) return [];
  const button = { label: say(locale).talkChange, token: openForm.token({ talk: talk._id }) };
  return [{ type: 'actions', items: [button] }];
}

const resting =
  (text: (view: View, title: string) => Md, button: boolean) =>
  (at: Open): Draw =>
  (view) => ({
    title: titled(at, view),
    blocks: [
      { type: 'text', text: text(view, titled(at, view)) },
      ...(button
        ? [
            {
              type: 'actions' as const,
              items: [
                {
                  label: say(view.locale).talkContinue,
                  token: continueTalk.token({ talk: at.talk._id }),
                  style: 'primary' as const,
                },
              ],
            },
          ]
        : []),
    ],
  });

export const parkedCard = resting((view, title) => say(view.locale).talkParked(title), true);
export const pausedCard = resting((view) => say(view.locale).talkPaused, true);
export const stoppedCard = resting((view) => say(view.locale).talkStopped, true);

/** The same questions at once. */
export const talkForm = (at: Open, view: View): Form => ({
  title: titled(at, view),
  ...(at.dialog.intro && { intro: at.dialog.intro(at.subject, view) }),
  submit: say(view.locale).talkSend,
  token: submitTalk.token({ talk: at.talk._id }),
  fields: at.questions.map((q) => {
    const value = textOf(at, q.name);
    return {
      name: q.name,
      label: q.label(view.locale),
      type: q.type,
      required: !q.optional,
      ...(q.hint && { hint: q.hint(view.locale) }),
      ...(q.type === 'text' && { lines: 3, max: 3000 }),
      ...(q.options && { options: q.options.map((o) => ({ label: o.label(view.locale), value: o.value })) }),
      ...(q.type === 'rating' && { min: 1, max: q.options?.length ?? 5 }),
      ...(value && { value }),
    };
  }),
});
