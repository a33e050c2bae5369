/** One member's list: chart, guideline, hints and rows, all without the rows that are not theirs to see. Pure. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { listWords } from '../core/i18n.ts';
import { bold, inside, md } from '../core/md.ts';
import { buttons, labelled, note, text } from '../goals/blocks.ts';
import { hintLines } from '../ratings/cards-hints.ts';
import { close, invite, looked, openRow, reopen, sortList, turnPage, withdrawClose } from './actions.ts';
import { unitsIn } from './cards-board.ts';
import { chartOf, overBlocks } from './cards-chart.ts';
import { isOver } from './guideline.ts';
import { card } from './messages-cards.ts';
import { sorts } from './model.ts';
import type { Row } from './rows.ts';
import type { List } from './scene.ts';

export const listKey = (session: string): string => `calibration.list:${session}`;

/** Raters with hints that one card holds. */
const mostHints = 10;

export const listCard =
  (at: List): Draw =>
  (view) => {
    const words = card(view.locale);
    const over = at.against.kind !== 'small' && at.against.measures.some(isOver);
    return {
      title: words.listTitle(unitsIn(at.session, view.locale), at.cycle.name),
      ...(over && at.session.state === 'open' && { tone: 'attention' as const }),
      blocks: [
        ...(at.people === 0 ? [text(words.nobody)] : [text(words.about(at.people))]),
        ...(at.hidden ? [note(words.hidden)] : []),
        ...distribution(at, view),
        ...hintBlocks(at, view),
        ...rowBlocks(at, view),
        ...restBlocks(at, view),
        { type: 'divider' },
        ...stateBlocks(at, view),
      ],
    };
  };

function distribution(at: List, { locale }: View): Block[] {
  const words = card(locale);
  const { against, counts } = at;
  if (at.people === 0) return [];
  if (against.kind === 'own')
    return [chartOf(counts, against.measures, locale), ...overBlocks(against.measures, locale)];
  const chart = chartOf(counts, undefined, locale);
  if (against.kind === 'small') return [chart, note(words.small(at.team))];
  const pooled = words.pooled(at.team, unitsIn(against, locale), against.people);
  return [chart, note(pooled), ...overBlocks(against.measures, locale)];
}

function hintBlocks({ hints, people, session }: List, { locale }: View): Block[] {
  const words = card(locale);
  if (people === 0 || session.state === 'closed') return [];
  if (hints.length === 0) return [note(words.noHints)];
  return [
    text(words.hintsTitle),
    ...hints
      .slice(0, mostHints)
      .flatMap(({ name, hints: found }) =>
        hintLines(found, locale, 'office').map((line) => note(md`${bold(name)} · ${inside(line)}`)),
      ),
  ];
}

function rowBlocks(at: List, { locale }: View): Block[] {
  const words = card(locale);
  const { rows, session, page, pages } = at;
  const about = { session: session._id };
  if (rows.length === 0) return [];
  const several = session.units.length > 1;
  return [
    {
      type: 'table',
      columns: [
        { label: words.colName },
        ...(several ? [{ label: words.colUnit }] : []),
        { label: words.colManager },
        { label: words.colScore, align: 'right' },
        { label: words.colGrade },
      ],
      rows: rows.map((row) => [
        row.name,
        ...(several ? [row.unit] : []),
        row.managerName,
        row.score ?? words.none,
        gradeIn(row, words.none),
      ]),
    },
    ...(pages > 1 ? [note(words.page(page + 1, pages))] : []),
    ...buttons([
      page > 0 && { label: words.previous, token: turnPage.token({ ...about, page: page - 1 }) },
      page < pages - 1 && { label: words.next, token: turnPage.token({ ...about, page: page + 1 }) },
    ]),
    {
      type: 'choices',
      label: words.open,
      token: openRow.token(about),
      options: rows.map((row) => ({ label: labelled(row.name), value: row.person })),
    },
    {
      type: 'choices',
      label: words.sort,
      token: sortList.token(about),
      options: sorts.map((by) => ({ label: words.sorts(by), value: by })),
      value: at.sort,
    },
  ];
}

/** "B → A" where calibration changed it. */
export function gradeIn({ computed, grade }: Pick<Row, 'computed' | 'grade'>, none: string): string {
  if (grade === null) return none;
  return computed === null || computed === grade ? grade : `${computed} → ${grade}`;
}

function restBlocks({ unrated, behind }: List, { locale }: View): Block[] {
  const words = card(locale);
  return [
    ...(unrated.length > 0 ? [note(words.unrated(listWords(locale, unrated)))] : []),
    ...(behind > 0 ? [note(words.behind(behind))] : []),
  ];
}

function stateBlocks(at: List, { locale }: View): Block[] {
  const words = card(locale);
  const { session, signed } = at;
  const names = listWords(
    locale,
    signed.map((s) => s.name),
  );
  const again = session.reopened.map((r) => note(words.reopenedBy(at.names(r.by), r.at, r.reason)));
  if (session.state === 'closing') return [...again, text(words.closingNow)];
  if (at.closedAt) return [...again, text(words.closedAt(at.closedAt, names)), ...closedButtons(at, locale)];
  return [
    ...again,
    ...(signed.length > 0 ? [text(words.signedBy(names))] : []),
    ...buttons(openButtons(at, locale)),
  ];
}

function closedButtons({ session, mine }: List, locale: View['locale']): Block[] {
  const words = card(locale);
  const token = reopen.token({ session: session._id });
  return [note(words.afterClose), ...buttons([mine.officer && { label: words.reopen, token }])];
}

function openButtons({ session, mine, signed }: List, locale: View['locale']): (Button | false)[] {
  const words = card(locale);
  const about = { session: session._id };
  const second = signed.length > 0 && !mine.signed;
  return [
    mine.closes &&
      !mine.signed && {
        label: second ? words.confirmClose : words.close,
        token: close.token(about),
        style: 'primary' as const,
        confirm: words.closeSure,
      },
    mine.closes && mine.signed && { label: words.withdraw, token: withdrawClose.token(about) },
    !mine.closes &&
      !mine.looked && { label: words.looked, token: looked.token(about), style: 'primary' as const },
    mine.officer && { label: words.invite, token: invite.token(about) },
  ];
}
