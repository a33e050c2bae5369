/** A manager's people and their results; one's own archive over the cycles. Pure. */
import { dayIn } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords, type Locale } from '../core/i18n.ts';
import type { Cycle } from '../cycles/model.ts';
import { buttons, labelled, note, text } from '../goals/blocks.ts';
import {
  exportHistory,
  giveOne,
  haveTalked,
  openHistory,
  pickPerson,
  pickResult,
  pickWords,
} from './actions.ts';
import { team } from './messages-team.ts';
import type { Receipt, Result } from './model.ts';
import { inShort } from './shape.ts';

export interface Row {
  person: string;
  name: string;
  worded: boolean;
  receipt?: Receipt;
  result?: Result;
  /** Words can be written still. */
  wants: boolean;
  /** Theirs to give, with HR's sign-off. */
  mayGive: boolean;
  /** They said that they have talked: only then it is given. */
  talked: boolean;
}

export interface Team {
  cycle: Pick<Cycle, '_id' | 'name'>;
  rows: Row[];
}

export const teamKey = (cycle: string): string => `results.team:${cycle}`;

const mostOptions = 90;

/** As many lists as the platforms' limits ask for. */
function choices(label: string, token: string, options: { label: string; value: string }[]): Block[] {
  return Array.from({ length: Math.ceil(options.length / mostOptions) }, (_, i) => ({
    type: 'choices' as const,
    label,
    token,
    options: options.slice(i * mostOptions, (i + 1) * mostOptions),
  }));
}

export const teamCard =
  ({ cycle, rows }: Team): Draw =>
  (view) => {
    const words = team(view.locale);
    const about = { cycle: cycle._id };
    const some = (which: (r: Row) => boolean) =>
      rows.filter(which).map((r) => ({ label: labelled(r.name), value: r.person }));
    return {
      title: words.title(cycle.name),
      blocks:
        rows.length === 0
          ? [text(words.nobody)]
          : [
              ...(rows.some((r) => r.mayGive) ? [text(words.give)] : []),
              table(rows, view),
              ...choices(
                words.talked,
                haveTalked.token(about),
                some((r) => r.mayGive && !r.talked),
              ),
              ...choices(
                words.giveOne,
                giveOne.token(about),
                some((r) => r.mayGive && r.talked),
              ),
              ...choices(
                words.write,
                pickWords.token(about),
                some((r) => r.wants),
              ),
              ...choices(
                words.read,
                pickPerson.token(about),
                some((r) => r.result !== undefined),
              ),
              note(words.about),
            ],
    };
  };

function table(rows: readonly Row[], { locale }: View): Block {
  const words = team(locale);
  return {
    type: 'table',
    columns: [words.colName, words.colResult, words.colState, words.colWords].map((label) => ({ label })),
    rows: rows.map((r) => [
      r.name,
      r.result ? inShort(r.result, locale) : '–',
      stateOf(r, locale),
      r.worded ? words.yes : words.no,
    ]),
  };
}

function stateOf({ receipt, mayGive, talked }: Row, locale: Locale): string {
  const words = team(locale);
  if (receipt) return words[receipt.state];
  return mayGive && talked ? words.talkedNotOut : words.notOut;
}

export const historyKey = 'results.history';

const onePage = 20;

/** Every version, the newest first. */
export const historyCard =
  (all: readonly Result[], page = 0): Draw =>
  (view) => {
    const words = team(view.locale);
    const here = all.slice(page * onePage, (page + 1) * onePage);
    const next = (page + 1) * onePage < all.length ? page + 1 : 0;
    return {
      title: words.historyTitle,
      blocks:
        all.length === 0
          ? [text(words.historyNone)]
          : [
              historyTable(here, view),
              ...choices(
                words.openOne,
                pickResult.token({}),
                here.map((r) => ({
                  label: labelled(words.option(r.cycleName, String(r.version))),
                  value: r._id,
                })),
              ),
              note(words.historyAbout),
              ...buttons([
                { label: words.asHtml, token: exportHistory.token({ as: 'html' }) },
                { label: words.asCsv, token: exportHistory.token({ as: 'csv' }) },
                all.length > onePage && { label: words.more, token: openHistory.token({ page: next }) },
              ]),
            ],
    };
  };

function historyTable(all: readonly Result[], { locale, zone, now }: View): Block {
  const words = team(locale);
  return {
    type: 'table',
    columns: [words.colCycle, words.colResult, words.colVersion, words.colWhen].map((label) => ({ label })),
    rows: all.map((r) => [
      r.cycleName,
      inShort(r, locale),
      String(r.version),
      dayWords(locale, dayIn(zone, r.at), now),
    ]),
  };
}
