/** The forms of results, drawn from what is stored. Pure. */
import type { Field, Form } from '../core/card.ts';
import type { Locale } from '../core/i18n.ts';
import { announce } from '../cycles/messages-announce.ts';
import type { Cycle } from '../cycles/model.ts';
import type { Rating } from '../ratings/index.ts';
import { previewRelease, saveComment, saveDecline, saveWords } from './actions.ts';
import type { Batch } from './batches.ts';
import { ask } from './messages-form.ts';
import type { Receipt, Words } from './model.ts';
import { belowTarget, linesOf } from './shape.ts';

export const commentForm = ({ cycle, version, comment }: Receipt, l: Locale): Form => ({
  title: ask(l).commentTitle,
  intro: ask(l).commentIntro,
  submit: ask(l).keep,
  token: saveComment.token({ cycle, version }),
  fields: [
    {
      name: 'comment',
      label: ask(l).comment,
      type: 'text',
      lines: 4,
      max: 2000,
      required: true,
      ...(comment !== undefined && { value: comment }),
    },
  ],
});

const long = { type: 'text', lines: 3, max: 2000 } as const;

export function wordsForm(rating: Rating, name: string, before: Words | undefined, l: Locale): Form {
  const words = ask(l);
  return {
    title: words.wordsTitle(name),
    intro: words.wordsIntro,
    submit: words.keep,
    token: saveWords.token({ cycle: rating.cycle, person: rating.person }),
    fields: [
      field(
        { ...long, name: 'strengths', label: words.strengths, hint: words.strengthsHint, required: true },
        before?.strengths,
      ),
      field(
        { ...long, name: 'improve', label: words.improve, hint: words.improveHint, required: true },
        before?.improve,
      ),
      ...gapFields(rating, before, l),
    ],
  };
}

const field = (f: Field, value: string | undefined): Field => ({
  ...f,
  ...(value !== undefined && { value }),
});

/** In the order of the scheme: `cause_0` belongs to the first dimension below its target. */
export const gapsIn = (rating: Pick<Rating, 'computed'>): string[] => belowTarget(linesOf(rating));

function gapFields(rating: Rating, before: Words | undefined, l: Locale): Field[] {
  const words = ask(l);
  return gapsIn(rating).flatMap((dimension, i) => {
    const line = linesOf(rating).find((d) => d.name === dimension);
    const was = before?.gaps.find((g) => g.dimension === dimension);
    const name = announce(l).dimension(dimension);
    const hint = line?.state === 'scored' ? { hint: words.gapHint(line.shown) } : {};
    return [
      field({ ...long, lines: 2, name: `cause_${i}`, label: words.cause(name), ...hint }, was?.cause),
      field({ ...long, lines: 2, name: `measure_${i}`, label: words.measure(name) }, was?.measure),
    ];
  });
}

/** More units than a list can hold are typed: `/perf release <unit>`. */
const mostUnits = 90;

export function releaseForm(found: readonly Cycle[], units: readonly string[], l: Locale): Form {
  const words = ask(l);
  const [first] = found;
  return {
    title: words.releaseTitle,
    intro: words.releaseIntro,
    submit: words.preview,
    token: previewRelease.token({}),
    fields: [
      {
        name: 'cycle',
        label: words.cycle,
        type: 'choice',
        required: true,
        options: found.map((c) => ({ label: c.name, value: c._id })),
        ...(first && { value: first._id }),
      },
      ...(units.length > 1 && units.length <= mostUnits
        ? [
            {
              name: 'units',
              label: words.units,
              hint: words.unitsHint,
              type: 'choice' as const,
              many: true,
              options: units.map((u) => ({ label: u, value: u })),
            },
          ]
        : []),
    ],
  };
}

export const declineForm = (batch: Batch, asker: string, l: Locale): Form => ({
  title: ask(l).declineTitle,
  intro: ask(l).declineIntro(asker),
  submit: ask(l).send,
  token: saveDecline.token({ batch: batch._id }),
  fields: [{ name: 'reason', label: ask(l).reason, type: 'text', lines: 3, max: 2000, required: true }],
});
