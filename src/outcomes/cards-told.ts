/** What people read once it is approved: the person, their line; and the question what they would like best. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw } from '../core/context.ts';
import type { Locale } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import type { Cycle } from '../cycles/model.ts';
import { buttons, labelled, note, text } from '../goals/blocks.ts';
import { openOutcome, openPrefer, openTeam, prefer } from './actions.ts';
import { say } from './messages.ts';
import { dimensionWords, monthsWords, raiseWords } from './messages-office.ts';
import { line } from './messages-rows.ts';
import { told } from './messages-told.ts';
import { type Entry, type Outcome, type Recognition, recognitions } from './model.ts';
import { holds } from './reward.ts';

export const ownKey = (cycle: string): string => `outcomes.own:${cycle}`;
export const theirKey = (cycle: string, person: string): string => `outcomes.of:${cycle}:${person}`;
export const teamKey = (cycle: string): string => `outcomes.team:${cycle}`;
export const teamToldKey = (batch: string): string => `outcomes.teamTold:${batch}`;
export const preferKey = 'outcomes.preference';

export interface OutcomeView {
  cycle: Cycle;
  entry: Entry;
  /** For others than the person. */
  name?: string | undefined;
  /** An appeal is open: nothing is applied. */
  frozen: boolean;
}

export const outcomeCard =
  ({ cycle, entry, name, frozen }: OutcomeView): Draw =>
  ({ locale }) => {
    const words = told(locale);
    const own = name === undefined;
    const now = holds(entry);
    return {
      title: own ? words.ownTitle(cycle.name) : words.theirTitle(name, cycle.name),
      blocks: [
        ...(frozen ? [text(words.frozen)] : []),
        text(introOf(entry, own, locale)),
        ...(own && entry.before
          ? [text(words.changed(entry.before.outcome.coefficient ?? '–', now.coefficient ?? '–'))]
          : []),
        { type: 'facts', items: items(entry, now, locale) },
        ...meaning(entry, now, own, locale).map(note),
        ...buttons([own && { label: words.ask, token: openPrefer.token({}) }]),
      ],
    };
  };

function introOf({ grade }: Entry, own: boolean, l: Locale): Md {
  if (!own) return told(l).introTheirs(grade ?? line(l).noGrade);
  return grade === null ? told(l).introNone : told(l).intro(grade);
}

function items({ months, grade }: Entry, now: Outcome, l: Locale): { label: string; value: string }[] {
  const words = told(l);
  const of = words.monthsOf(monthsWords(l, months.eligible), monthsWords(l, months.of));
  return [
    { label: words.coefficient, value: now.coefficient ?? '–' },
    { label: words.months, value: of },
    { label: words.raise, value: raiseWords(l, now.raise) },
    ...(grade !== null || now.promotion
      ? [{ label: words.promotion, value: now.promotion ? words.candidate : words.noCandidate }]
      : []),
    ...(now.certificate ? [{ label: words.certificate, value: words.awarded }] : []),
    ...(now.incentive ? [{ label: words.incentive, value: words.eligible }] : []),
    ...(now.training.length > 0 ? [{ label: words.training, value: dimensionWords(l, now.training) }] : []),
    ...(now.plan ? [{ label: words.plan, value: words.planDue }] : []),
  ];
}

/** What it means, and what it does not. */
function meaning(entry: Entry, now: Outcome, own: boolean, l: Locale): Md[] {
  const words = told(l);
  if (!own) return [...(now.plan ? [words.planTheirs] : []), ...(entry.exception ? [words.exception] : [])];
  return [
    isNothing(now) ? words.meansNothing : words.meansBonus,
    ...(isPart(entry, now) ? [words.prorated] : []),
    ...(now.promotion ? [words.notPromise] : []),
    ...(now.plan ? [words.planText] : []),
    ...(now.training.length > 0 ? [words.trainingText] : []),
    ...(entry.exception ? [words.exception] : []),
  ];
}

const isNothing = ({ coefficient, promotion }: Outcome): boolean =>
  (coefficient === null || coefficient === '0.00') && !promotion;

const isPart = ({ months, exception }: Entry, now: Outcome): boolean =>
  months.eligible !== months.of && now.coefficient !== null && exception?.coefficient === undefined;

export const teamToldCard =
  (cycle: Cycle): Draw =>
  ({ locale }) => {
    const words = told(locale);
    return {
      title: words.teamTold(cycle.name),
      blocks: [
        text(words.teamToldText),
        ...buttons([
          { label: words.openTeam, token: openTeam.token({ cycle: cycle._id, page: 0 }), style: 'primary' },
        ]),
      ],
    };
  };

export interface TeamPage {
  cycle: Cycle;
  page: number;
  more: boolean;
  rows: { name: string; entry: Entry; frozen: boolean }[];
}

export const teamCard =
  ({ cycle, page, more, rows }: TeamPage): Draw =>
  ({ locale }) => {
    const words = told(locale);
    const turn = (to: number) => openTeam.token({ cycle: cycle._id, page: to });
    const options = rows.map(({ name, entry }) => ({ label: labelled(name), value: entry.person }));
    return {
      title: words.teamTitle(cycle.name),
      blocks: [
        ...(rows.length > 0 ? [teamTable(rows, locale)] : [text(line(locale).noRows)]),
        ...(rows.some((r) => r.frozen) ? [note(words.frozen)] : []),
        ...(options.length > 0
          ? [
              {
                type: 'choices' as const,
                label: words.openOne,
                token: openOutcome.token({ cycle: cycle._id }),
                options,
              },
            ]
          : []),
        ...buttons([
          page > 0 && { label: words.previous, token: turn(page - 1) },
          more && { label: words.next, token: turn(page + 1) },
        ]),
        ...(rows.length > 0 ? [note(words.logged)] : []),
      ],
    };
  };

function teamTable(rows: TeamPage['rows'], l: Locale): Block {
  const words = line(l);
  const right = 'right' as const;
  return {
    type: 'table',
    columns: [
      { label: words.colName },
      { label: words.colGrade },
      { label: words.colCoefficient, align: right },
      { label: words.colRaise, align: right },
      { label: words.colPromotion },
      { label: told(l).plan },
    ],
    rows: rows.map(({ name, entry }) => {
      const now = holds(entry);
      return [
        name,
        entry.grade ?? '–',
        now.coefficient ?? '–',
        raiseWords(l, now.raise),
        now.promotion ? words.candidate : '–',
        now.plan ? told(l).planDue : '–',
      ];
    }),
  };
}

export const preferCard =
  (choice: Recognition | undefined): Draw =>
  ({ locale }) => {
    const words = told(locale);
    return {
      title: words.likesTitle,
      blocks: [
        {
          type: 'choices',
          label: words.likesLabel,
          token: prefer.token({}),
          options: recognitions.map((value) => ({ label: say(locale).like(value), value })),
          ...(choice && { value: choice }),
        },
        note(words.likesAbout),
      ],
    };
  };
