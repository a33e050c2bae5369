/** The daily digest, and the list of who still has something open. */
import type { Day } from '../core/calendar.ts';
import type { Block, Button, Card } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords, type Locale, listWords, numberWords } from '../core/i18n.ts';
import type { Task } from '../core/module.ts';
import { say as sayCycles } from '../cycles/messages.ts';
import { type Phase, phases } from '../cycles/model.ts';
import { remindNow, rest } from './actions.ts';
import { say } from './messages.ts';

/** More items than that are counted: the list stays one screen long. */
export const mostItems = 10;
export const mostNames = 20;

export interface Item {
  task: Task;
  /** Working days left, where it is due. */
  left?: number;
}

export interface Counted {
  phase: string;
  n: number;
}

export interface Digest {
  day: Day;
  items: Item[];
  done: number;
  /** Asked for by HR or the manager: everything open, not only what is due. */
  resting: { n: number; until: Day } | undefined;
  /** What else is open. */
  others: number;
  team: { name: string; phase: string }[];
  overdue: { phases: Counted[]; names: { name: string; phase: string }[]; confidential: number } | undefined;
}

const isPhase = (code: string | undefined): code is Phase => (phases as readonly unknown[]).includes(code);

const phaseName = (l: Locale, code: string | undefined): string =>
  isPhase(code) ? sayCycles(l).Phase(code) : say(l).otherPhase;

function when({ task, left }: Item, { locale, now }: View, today: Day): string {
  const words = say(locale);
  if (task.due === undefined || left === undefined) return words.noDue;
  const day = dayWords(locale, task.due, now);
  if (task.due === today) return words.dueToday(day);
  if (task.due < today) return words.wasDue(day);
  return left === 0 ? words.dueBeforeWork(day) : words.dueSoon(day, left);
}

const finished = (d: Digest): boolean =>
  d.items.length === 0 && d.team.length === 0 && !d.overdue && !d.resting;

const titleOf = (d: Digest, l: Locale): string => {
  const words = say(l);
  if (d.items.length > 0)
    return d.items.some((i) => i.left !== undefined)
      ? words.digestTitle(d.items.length)
      : words.askedTitle(d.items.length);
  if (d.team.length > 0) return words.teamTitle;
  if (d.overdue) return words.hrTitle;
  return d.resting ? words.restingTitle : words.allDoneTitle;
};

export const digestCard =
  (d: Digest): Draw =>
  (view) => {
    const blocks = [...itemBlocks(d, view), ...teamBlocks(d, view), ...overdueBlocks(d, view)];
    return {
      title: titleOf(d, view.locale),
      tone: finished(d) ? 'good' : d.items.some((i) => (i.left ?? 0) < 0) ? 'attention' : 'plain',
      blocks,
    };
  };

function itemBlocks(d: Digest, view: View): Block[] {
  const words = say(view.locale);
  const shown = d.items.slice(0, mostItems);
  const blocks = shown.flatMap((item): Block[] => [
    { type: 'text', text: words.item(item.task.title(view.locale), when(item, view, d.day)) },
    {
      type: 'actions',
      items: [{ label: item.task.button.label(view.locale), token: item.task.button.token }],
    },
  ]);
  if (d.done > 0) {
    if (d.items.length > 0)
      blocks.push({ type: 'progress', label: words.doneOf, done: d.done, of: d.done + d.items.length });
    else if (!d.resting) blocks.push({ type: 'text', text: words.allDone });
  }
  if (d.resting)
    blocks.push({
      type: 'note',
      text: words.resting(d.resting.n, dayWords(view.locale, d.resting.until, view.now)),
    });
  const others = d.others + d.items.length - shown.length;
  if (others > 0) blocks.push({ type: 'note', text: words.more(others) });
  if (d.items.length === 0) return blocks;
  const later: Button = { label: words.restButton, token: rest.token({ day: d.day }) };
  return [...blocks, { type: 'note', text: words.promise }, { type: 'actions', items: [later] }];
}

function namesTable(rows: readonly { name: string; phase: string }[], l: Locale): Block[] {
  const words = say(l);
  const table: Block = {
    type: 'table',
    columns: [{ label: words.who }, { label: words.phase }],
    rows: rows.slice(0, mostNames).map((row) => [row.name, phaseName(l, row.phase)]),
  };
  const more = rows.length - mostNames;
  return more > 0 ? [table, { type: 'note', text: words.andMore(more) }] : [table];
}

const teamBlocks = (d: Digest, { locale }: View): Block[] =>
  d.team.length === 0
    ? []
    : [{ type: 'divider' }, { type: 'text', text: say(locale).team }, ...namesTable(d.team, locale)];

function phaseTable(counted: readonly Counted[], l: Locale): Block {
  const words = say(l);
  return {
    type: 'table',
    columns: [{ label: words.phase }, { label: words.peopleOpen, align: 'right' }],
    rows: counted.map(({ phase, n }) => [phaseName(l, phase), numberWords(l, n)]),
  };
}

function overdueBlocks({ overdue }: Digest, { locale }: View): Block[] {
  if (!overdue) return [];
  const words = say(locale);
  const blocks: Block[] = [{ type: 'divider' }, { type: 'text', text: words.hr }];
  if (overdue.phases.length > 0) blocks.push(phaseTable(overdue.phases, locale));
  if (overdue.names.length > 0) blocks.push(...namesTable(overdue.names, locale));
  if (overdue.confidential > 0) {
    const value = numberWords(locale, overdue.confidential);
    blocks.push({ type: 'facts', items: [{ label: words.confidential, value }] });
  }
  return blocks;
}

/** What an earlier digest becomes when a newer one is sent. */
export const olderCard =
  (day: Day): Draw =>
  ({ locale, now }) => ({
    title: say(locale).olderTitle,
    blocks: [{ type: 'note', text: say(locale).older(dayWords(locale, day, now)) }],
  });

export const lookingCard =
  (looked: number): Draw =>
  ({ locale }) => ({
    title: say(locale).openTitle,
    blocks: [{ type: 'text', text: say(locale).looking(looked) }],
  });

export interface OpenList {
  list: string;
  /** Looked through, and those of them with something open. */
  people: number;
  open: number;
  phases: Counted[];
  /** Of one's own team. */
  team: { name: string; phase: string; due: Day | undefined }[];
}

export const openCard =
  (o: OpenList): Draw =>
  (view): Card => {
    const words = say(view.locale);
    const title = words.openTitle;
    if (o.open === 0)
      return { title, tone: 'good', blocks: [{ type: 'text', text: words.nobodyOpen(o.people) }] };
    const send: Button = {
      label: words.remindButton,
      token: remindNow.token({ list: o.list }),
      style: 'primary',
      confirm: words.remindConfirm(o.open),
    };
    return {
      title,
      blocks: [
        { type: 'text', text: words.openOf(o.open, o.people) },
        phaseTable(o.phases, view.locale),
        ...ownTeam(o, view),
        { type: 'actions', items: [send] },
      ],
    };
  };

function ownTeam({ team }: OpenList, { locale, now }: View): Block[] {
  if (team.length === 0) return [];
  const words = say(locale);
  const table: Block = {
    type: 'table',
    columns: [{ label: words.who }, { label: words.phase }, { label: words.due }],
    rows: team
      .slice(0, mostNames)
      .map((row) => [row.name, phaseName(locale, row.phase), row.due ? dayWords(locale, row.due, now) : '–']),
  };
  const more = team.length - mostNames;
  const note: Block[] = more > 0 ? [{ type: 'note', text: words.andMore(more) }] : [];
  return [{ type: 'text', text: words.ownTeam }, table, ...note];
}

export interface Sent {
  now: number;
  later: number;
  /** Names of those who had a digest today already, and how many more there are. */
  before: string[];
  moreBefore: number;
}

export const sentCard =
  (sent: Sent): Draw =>
  ({ locale }) => {
    const words = say(locale);
    const others = sent.moreBefore > 0 ? [words.andOthers(sent.moreBefore)] : [];
    const before = [...sent.before, ...others];
    const blocks: Block[] = [{ type: 'text', text: words.remindedNow(sent.now) }];
    if (sent.later > 0) blocks.push({ type: 'text', text: words.remindedLater(sent.later) });
    if (before.length > 0)
      blocks.push({ type: 'text', text: words.remindedBefore(listWords(locale, before)) });
    return { title: words.remindedTitle, tone: 'good', blocks };
  };
