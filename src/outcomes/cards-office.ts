/** HR's cards of outcomes, and those of who approves: the cycle, a batch, who is left out. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw } from '../core/context.ts';
import { type Locale, listWords } from '../core/i18n.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { makeBatch, openBatch, openLeftOut } from './actions.ts';
import type { LeftOutPage, Office } from './figures.ts';
import { say } from './messages.ts';
import { office } from './messages-office.ts';
import { line } from './messages-rows.ts';
import type { Batch } from './model.ts';
import { hundredths, signed } from './reward.ts';

export const officeKey = (cycle: string): string => `outcomes.office:${cycle}`;
export const leftOutKey = (cycle: string): string => `outcomes.leftOut:${cycle}`;

export const nameOf = ({ number, kind }: Batch, l: Locale): string =>
  office(l).batchName(number, kind === 'delta');

export const officeCard =
  ({ cycle, batches, free, leftOut }: Office): Draw =>
  ({ locale }) => {
    const words = office(locale);
    const isFilling = batches.some(
      ({ batch }) =>
        ['making', 'draft', 'submitted', 'returned'].includes(batch.state) && batch.kind === 'base',
    );
    const list = leftOut.map(({ why, n }) => words.leftOutLine(words.why(why), n));
    return {
      title: words.title(cycle.name),
      blocks: [
        note(words.about),
        ...(batches.length > 0 ? [batchTable(batches, locale)] : []),
        text(free > 0 ? words.free(free) : words.nobodyFree),
        ...(list.length > 0 ? [note(words.leftOut(listWords(locale, list)))] : []),
        ...buttons([
          free > 0 &&
            !isFilling && {
              label: words.make,
              token: makeBatch.token({ cycle: cycle._id }),
              style: 'primary',
            },
          ...batches.map(({ batch }) => ({
            label: words.open(nameOf(batch, locale)),
            token: openBatch.token({ batch: batch._id }),
          })),
          list.length > 0 && {
            label: words.showLeftOut,
            token: openLeftOut.token({ cycle: cycle._id, page: 0 }),
          },
        ]),
      ],
    };
  };

function batchTable(batches: Office['batches'], locale: Locale): Block {
  const words = office(locale);
  return {
    type: 'table',
    columns: [
      { label: words.colBatch },
      { label: words.colState },
      { label: words.colPeople, align: 'right' },
      { label: words.colTotal, align: 'right' },
    ],
    rows: batches.map(({ batch, figures }) => [
      nameOf(batch, locale),
      say(locale).state(batch.state),
      String(figures.rows),
      batch.kind === 'delta' ? signed(figures.change) : hundredths(figures.points),
    ]),
  };
}

export const leftOutCard =
  ({ cycle, page, more, rows }: LeftOutPage): Draw =>
  ({ locale }) => {
    const words = office(locale);
    const turn = (to: number) => openLeftOut.token({ cycle: cycle._id, page: to });
    return {
      title: line(locale).leftOutTitle(cycle.name),
      blocks: [
        ...(rows.length === 0 ? [text(line(locale).noRows)] : []),
        {
          type: 'table',
          columns: [{ label: line(locale).colName }, { label: line(locale).colWhy }],
          rows: rows.map(({ name, why }) => [name, words.why(why)]),
        },
        ...buttons([
          page > 0 && { label: line(locale).previous, token: turn(page - 1) },
          more && { label: line(locale).next, token: turn(page + 1) },
        ]),
      ],
    };
  };
