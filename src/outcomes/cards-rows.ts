/** The rows of a batch, one of them in full, its forms; and what HR is told when a row changed by itself. Pure. */
import type { Block, Form } from '../core/card.ts';
import type { Draw } from '../core/context.ts';
import { type Locale, listWords } from '../core/i18n.ts';
import type { Cycle } from '../cycles/model.ts';
import { buttons, labelled, note, text } from '../goals/blocks.ts';
import {
  exceptRow,
  openBatch,
  openRow,
  openRows,
  removeException,
  saveException,
  saveReturn,
} from './actions.ts';
import type { RowLine, RowPage } from './figures.ts';
import { say } from './messages.ts';
import { monthsWords, office, raiseWords } from './messages-office.ts';
import { line } from './messages-rows.ts';
import type { Batch, Entry, Exception, Outcome } from './model.ts';
import { holds, outsideBand } from './reward.ts';

export const rowsKey = (batch: string): string => `outcomes.rows:${batch}`;
export const rowKey = (entry: string): string => `outcomes.row:${entry}`;

/** "coefficient 1.20, raise 5–8 % and promotion candidate". */
export function outcomeWords(o: Outcome, l: Locale): string {
  const words = line(l);
  const said = [
    ...(o.coefficient === null ? [] : [words.saidCoefficient(o.coefficient)]),
    ...(o.raise ? [words.saidRaise(raiseWords(l, o.raise))] : []),
    ...(o.promotion ? [words.saidCandidate] : []),
  ];
  return said.length > 0 ? listWords(l, said) : words.saidNothing;
}

/** Only what HR decided. */
function exceptionWords({ coefficient, raise, promotion }: Exception, l: Locale): string {
  const words = line(l);
  const said = [
    ...(coefficient === undefined ? [] : [words.saidCoefficient(coefficient)]),
    ...(raise === undefined ? [] : [words.saidRaise(raiseWords(l, { from: raise, to: raise }))]),
    ...(promotion === undefined ? [] : [promotion ? words.saidCandidate : words.saidNoCandidate]),
  ];
  return listWords(l, said);
}

const titleOf = (cycle: Cycle, { number, kind }: Batch, l: Locale): string =>
  office(l).batchTitle(cycle.name, office(l).batchName(number, kind === 'delta'));

function tableOf(rows: readonly RowLine[], l: Locale): Block {
  const words = line(l);
  const right = 'right' as const;
  return {
    type: 'table',
    columns: [
      { label: words.colName },
      { label: words.colGrade },
      { label: words.colMonths, align: right },
      { label: words.colCoefficient, align: right },
      { label: words.colRaise, align: right },
      { label: words.colPromotion },
      { label: words.colLikes },
    ],
    rows: rows.map(({ entry, name, likes }) => {
      const now = holds(entry);
      const { coefficient, promotion } = entry.exception ?? {};
      const star = (set: unknown) => (set === undefined ? '' : ' *');
      return [
        name,
        entry.grade ?? '–',
        monthsWords(l, entry.months.eligible),
        `${now.coefficient ?? '–'}${star(coefficient)}`,
        `${raiseWords(l, now.raise)}${star(entry.exception?.raise)}`,
        `${now.promotion ? words.candidate : '–'}${star(promotion)}`,
        likes ? say(l).like(likes) : '–',
      ];
    }),
  };
}

export const rowsCard =
  ({ cycle, batch, only, page, more, rows, names }: RowPage): Draw =>
  ({ locale }) => {
    const words = line(locale);
    const id = { batch: batch._id };
    const name = titleOf(cycle, batch, locale);
    const turn = (to: number) => openRows.token({ ...id, only, page: to });
    const told = rows.flatMap(({ entry: { exception }, name: who }) =>
      exception
        ? [
            note(
              words.exceptionLine(
                who,
                exceptionWords(exception, locale),
                names(exception.by),
                exception.reason,
              ),
            ),
          ]
        : [],
    );
    const options = rows.map(({ entry, name: label }) => ({ label: labelled(label), value: entry.person }));
    return {
      title: only === 'excepted' ? words.exceptedTitle(name) : words.rowsTitle(name),
      blocks: [
        ...(rows.length === 0 ? [text(words.noRows)] : [tableOf(rows, locale)]),
        ...(told.length > 0 ? [note(words.starred), ...told] : []),
        ...(options.length > 0
          ? [{ type: 'choices' as const, label: words.openRow, token: openRow.token(id), options }]
          : []),
        ...buttons([
          page > 0 && { label: words.previous, token: turn(page - 1) },
          more && { label: words.next, token: turn(page + 1) },
        ]),
      ],
    };
  };

export interface RowView extends RowLine {
  cycle: Cycle;
  batch: Batch;
  names(id: string): string;
  /** The reader may set exceptions here now. */
  may: boolean;
}

export const rowCard =
  ({ cycle, batch, entry, name, likes, names, may }: RowView): Draw =>
  ({ locale }) => {
    const words = line(locale);
    const id = { batch: batch._id, person: entry.person };
    const { exception } = entry;
    return {
      title: `${words.rowTitle(name)} · ${cycle.name}`,
      blocks: [
        { type: 'facts', items: itemsOf(entry, locale) },
        ...(exception
          ? [
              note(
                words.exceptionLine(
                  name,
                  exceptionWords(exception, locale),
                  names(exception.by),
                  exception.reason,
                ),
              ),
            ]
          : []),
        ...(outsideBand(entry) ? [note(words.outside)] : []),
        ...(likes ? [note(words.likes(say(locale).like(likes)))] : []),
        ...buttons([
          may && { label: exception ? words.change : words.except, token: exceptRow.token(id) },
          may && exception !== undefined && { label: words.asRules, token: removeException.token(id) },
        ]),
      ],
    };
  };

function itemsOf(entry: Entry, l: Locale): { label: string; value: string }[] {
  const words = line(l);
  const { months, exception, before, rule } = entry;
  return [
    { label: words.colGrade, value: entry.grade ?? words.noGrade },
    { label: words.colMonths, value: `${monthsWords(l, months.eligible)} / ${monthsWords(l, months.of)}` },
    { label: words.byRules, value: outcomeWords(rule, l) },
    ...(exception ? [{ label: words.holds, value: outcomeWords(holds(entry), l) }] : []),
    ...(before ? [{ label: words.before, value: outcomeWords(before.outcome, l) }] : []),
  ];
}

export function exceptionForm({ batch, entry, name }: RowView, l: Locale): Form {
  const words = line(l);
  const { exception } = entry;
  const promoted = exception?.promotion;
  return {
    title: words.exceptTitle(name),
    intro: words.exceptIntro(outcomeWords(entry.rule, l)),
    submit: words.keep,
    token: saveException.token({ batch: batch._id, person: entry.person }),
    fields: [
      {
        name: 'coefficient',
        label: words.coefficient,
        type: 'number',
        hint: words.coefficientHint,
        min: 0,
        max: 10,
        ...(exception?.coefficient !== undefined && { value: exception.coefficient }),
      },
      {
        name: 'raise',
        label: words.raise,
        type: 'number',
        min: 0,
        max: 100,
        ...(exception?.raise !== undefined && { value: exception.raise }),
      },
      {
        name: 'promotion',
        label: words.promotion,
        type: 'choice',
        options: [
          { label: words.yes, value: 'yes' },
          { label: words.no, value: 'no' },
        ],
        ...(promoted !== undefined && { value: promoted ? 'yes' : 'no' }),
      },
      {
        name: 'reason',
        label: words.reason,
        type: 'text',
        required: true,
        lines: 4,
        max: 2000,
        ...(exception && { value: exception.reason }),
      },
    ],
  };
}

export function returnForm(batch: Batch, seen: number, l: Locale): Form {
  const words = line(l);
  return {
    title: words.returnTitle,
    submit: office(l).back,
    token: saveReturn.token({ batch: batch._id, seen }),
    fields: [
      {
        name: 'reason',
        label: words.reason,
        hint: words.returnHint,
        type: 'text',
        required: true,
        lines: 4,
        max: 2000,
      },
    ],
  };
}

export const changedCard =
  (cycle: Cycle, entry: Entry, name: string, what: { exception: boolean; back: boolean }): Draw =>
  ({ locale }) => {
    const words = line(locale);
    return {
      title: words.changedTitle(name),
      blocks: [
        text(words.changed(cycle.name)),
        ...(what.exception ? [note(words.changedException)] : []),
        ...(what.back ? [note(words.changedBack)] : []),
        ...buttons([
          {
            label: office(locale).openTask,
            token: openBatch.token({ batch: entry.batch }),
            style: 'primary',
          },
        ]),
      ],
    };
  };
