/** HR's board of a cycle: how far each unit is, and what can be opened. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw } from '../core/context.ts';
import { type Locale, listWords } from '../core/i18n.ts';
import type { Cycle } from '../cycles/model.ts';
import { buttons, labelled, note, text } from '../goals/blocks.ts';
import { openList, prepare } from './actions.ts';
import { card } from './messages-cards.ts';
import type { Session } from './model.ts';
import { isCalibrated, type UnitStanding } from './standing.ts';

export const boardKey = (cycle: string): string => `calibration.board:${cycle}`;

/** As many options as every platform takes. */
const mostOptions = 90;
const mostButtons = 10;

export const boardCard =
  (cycle: Cycle, units: readonly UnitStanding[], reader: string): Draw =>
  ({ locale }) => {
    const words = card(locale);
    const waiting = units.filter((u) => u.ready > 0 && u.session === undefined);
    const mine = new Map(
      units.flatMap((u) =>
        u.session?.members.includes(reader) ? [[u.session._id, u.session] as const] : [],
      ),
    );
    return {
      title: words.boardTitle(cycle.name),
      blocks: [
        note(words.boardAbout),
        ...(units.length === 0 ? [text(words.boardEmpty)] : [table(units, locale)]),
        ...(units.length > 0 && units.every((u) => isCalibrated(u) && u.open + u.submitted === 0)
          ? [text(words.boardDone)]
          : []),
        ...choices(cycle, waiting, locale),
        ...buttons(
          [...mine.values()].slice(0, mostButtons).map((s) => ({
            label: labelled(words.goTo(unitsIn(s, locale))),
            token: openList.token({ session: s._id }),
          })),
        ),
      ],
    };
  };

const mostNamed = 3;

/** "Product, Sales and Support"; of many the first and how many more. */
export function unitsIn({ units }: Pick<Session, 'units'>, locale: Locale): string {
  if (units.length <= mostNamed) return listWords(locale, units);
  return `${listWords(locale, units.slice(0, mostNamed))} +${units.length - mostNamed}`;
}

function table(units: readonly UnitStanding[], locale: Locale): Block {
  const words = card(locale);
  const figures = ['colReady', 'colOpen', 'colSubmitted', 'colUnrated', 'colDone'] as const;
  return {
    type: 'table',
    columns: [
      { label: words.colUnit },
      ...figures.map((label) => ({ label: words[label], align: 'right' as const })),
      { label: words.colSession },
    ],
    rows: units.map((u) => [
      u.unit,
      ...[u.ready, u.open, u.submitted, u.unrated, u.calibrated].map(String),
      stateIn(u, locale),
    ]),
  };
}

function stateIn({ session, before, ready }: UnitStanding, locale: Locale): string {
  const words = card(locale);
  if (session) return session.state === 'closing' ? words.closing : words.live;
  if (!before) return words.none;
  return ready > 0 ? words.again : words.closed;
}

function choices(cycle: Cycle, waiting: readonly UnitStanding[], locale: Locale): Block[] {
  const options = waiting.map(({ unit }) => ({ label: labelled(unit), value: unit }));
  return Array.from({ length: Math.ceil(options.length / mostOptions) }, (_, i) => ({
    type: 'choices' as const,
    label: card(locale).prepare,
    token: prepare.token({ cycle: cycle._id }),
    options: options.slice(i * mostOptions, (i + 1) * mostOptions),
  }));
}
