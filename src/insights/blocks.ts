/** Parts that the cards of insights share: bars, the chart by unit, rows of buttons. */
import type { Block, Button } from '../core/card.ts';
import type { Locale } from '../core/i18n.ts';
import { status as words } from './messages-status.ts';
import { type Counted, mostFirst, totalOf } from './rules-status.ts';

/** As many stand in a chart or table. */
export const mostUnits = 12;

export const unitName = (unit: string, l: Locale): string => (unit === '' ? words(l).otherUnits : unit);

export const bar = ({ step, rows }: Counted, l: Locale): Block => {
  const { done, of } = totalOf(rows);
  return { type: 'progress', label: words(l).step(step), done, of };
};

export function chartByUnit({ step, rows }: Counted, l: Locale): Block {
  const text = words(l);
  const shown = mostFirst(rows).slice(0, mostUnits);
  const { done, open, late } = totalOf(rows);
  return {
    type: 'chart',
    kind: 'stacked',
    labels: shown.map((r) => unitName(r.unit, l)),
    series: [
      { name: text.done, values: shown.map((r) => r.done) },
      { name: text.open, values: shown.map((r) => r.open) },
      { name: text.late, values: shown.map((r) => r.late) },
    ],
    alt: text.chartAlt(text.step(step), done, open, late),
  };
}

/** Buttons to the pages before and after; `page` counts from 0. */
export function pager(
  l: Locale,
  at: { page: number; pages: number },
  token: (page: number) => string,
): Button[] {
  const { page, pages } = at;
  return [
    ...(page > 0 ? [{ label: words(l).before, token: token(page - 1) }] : []),
    ...(page < pages - 1 ? [{ label: words(l).next, token: token(page + 1) }] : []),
  ];
}

/** One page of a list: a number that is too high shows the last. */
export function onPage<T>(all: readonly T[], wanted: number, size: number) {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(wanted, pages - 1);
  return { page, pages, shown: all.slice(page * size, (page + 1) * size) };
}
