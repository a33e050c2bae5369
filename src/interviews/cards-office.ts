/** HR's numbers about conversations. Pure. */
import type { Day } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords, listWords } from '../core/i18n.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { openOffice } from './actions.ts';
import { team } from './messages-team.ts';
import { answers, type HelpTally, type InterviewState } from './model.ts';

export interface Office {
  cycle: string;
  name: string;
  due: Day | undefined;
  counts: Partial<Record<InterviewState, number>>;
  /** Required, past the day: by manager. */
  late: readonly { name: string | undefined; n: number }[];
  /** Required, and nobody leads these people. */
  alone: readonly string[];
  silent: readonly { name: string; silent: number; held: number }[];
  help: HelpTally | undefined;
}

export const officeKey = (cycle: string): string => `interviews.office:${cycle}`;

/** Managers on one card; who owes most stands on top. */
const most = 40;

export const officeCard =
  (o: Office): Draw =>
  (view) => {
    const words = team(view.locale);
    const sum = (...states: InterviewState[]) => String(states.reduce((n, s) => n + (o.counts[s] ?? 0), 0));
    return {
      title: words.officeTitle(o.name),
      ...((o.late.length > 0 || o.alone.length > 0) && { tone: 'attention' as const }),
      blocks: [
        {
          type: 'facts',
          items: [
            { label: words.unmet, value: sum('due', 'proposed', 'scheduled') },
            { label: words.held, value: sum('held', 'confirmed') },
            { label: words.offered, value: sum('offered') },
            { label: words.written, value: sum('written') },
            { label: words.done, value: sum('done') },
          ],
        },
        ...aloneBlocks(o, view),
        ...lateBlocks(o, view),
        ...motionBlocks(o, view),
        ...helpBlocks(o, view),
        note(words.officeIntro),
        ...buttons([{ label: words.refresh, token: openOffice.token({ cycle: o.cycle }) }]),
      ],
    };
  };

/** Names: somebody has to be found for each of them. */
function aloneBlocks({ alone }: Office, { locale }: View): Block[] {
  const words = team(locale);
  if (alone.length === 0) return [];
  const left = alone.length - most;
  const who = [...alone.slice(0, most), ...(left > 0 ? [words.morePeople(left)] : [])];
  return [text(words.alone(alone.length, listWords(locale, who)))];
}

function lateBlocks({ late, due }: Office, view: View): Block[] {
  const words = team(view.locale);
  if (due === undefined) return [];
  const day = dayWords(view.locale, due, view.now);
  if (late.length === 0) return [text(words.noneOverdue(day))];
  return [
    text(words.overdueHead(day)),
    {
      type: 'table',
      columns: [{ label: words.manager }, { label: words.number, align: 'right' }],
      rows: late.slice(0, most).map(({ name, n }) => [name ?? words.nobody, String(n)]),
    },
    ...(late.length > most ? [note(words.others(late.length - most))] : []),
  ];
}

function motionBlocks({ silent }: Office, { locale }: View): Block[] {
  const words = team(locale);
  if (silent.length === 0) return [];
  return [
    text(words.motionsHead),
    {
      type: 'table',
      columns: [{ label: words.manager }, { label: words.number, align: 'right' }],
      rows: silent.slice(0, most).map((s) => [s.name, words.silentOf(s.silent, s.held)]),
    },
    ...(silent.length > most ? [note(words.others(silent.length - most))] : []),
  ];
}

function helpBlocks({ help }: Office, { locale }: View): Block[] {
  const words = team(locale);
  const row = (label: string, of: HelpTally['person']) => [label, ...answers.map((a) => String(of[a]))];
  const told = (of: HelpTally['person'] | undefined) => of !== undefined && answers.some((a) => of[a] > 0);
  if (!help) return [];
  const rows = [
    ...(told(help.person) ? [row(words.ofPerson, help.person)] : []),
    ...(told(help.manager) ? [row(words.ofManager, help.manager)] : []),
  ];
  return [
    text(words.helpedHead),
    {
      type: 'table',
      columns: [
        { label: words.asWhom },
        ...answers.map((a) => ({ label: words[a], align: 'right' as const })),
      ],
      rows,
    },
  ];
}
