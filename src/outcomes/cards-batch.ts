/** A batch, as HR and who approves it see it: what it comes to, what happened, what is next. Pure. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import type { Locale } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import type { Cycle } from '../cycles/model.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import {
  approveBatch,
  approveOwn,
  draftFile,
  dropBatch,
  exportBatch,
  openRows,
  returnBatch,
  submitBatch,
  undoApproval,
} from './actions.ts';
import { nameOf } from './cards-office.ts';
import { outcomeWords } from './cards-rows.ts';
import type { Figures } from './figures.ts';
import { office } from './messages-office.ts';
import { line } from './messages-rows.ts';
import type { Batch, Entry } from './model.ts';
import { againstPool, holds, hundredths, signed } from './reward.ts';

export const batchKey = (batch: string): string => `outcomes.batch:${batch}`;

export interface BatchView {
  cycle: Cycle;
  batch: Batch;
  figures: Figures;
  reader: string;
  /** The reader is HR. */
  hr: boolean;
  /** May read it row by row now. */
  reads: boolean;
  /** May be the second person of this batch. */
  second: boolean;
  /** The row of who approved the others, when it waits for the reader's approval. */
  own?: { entry: Entry } | undefined;
}

export const batchCard =
  (at: BatchView): Draw =>
  (view) => {
    const { cycle, batch, figures } = at;
    const words = office(view.locale);
    return {
      title: words.batchTitle(cycle.name, nameOf(batch, view.locale)),
      blocks: [
        text(words.stateLine(batch.state)),
        ...(batch.kind === 'delta' ? [note(line(view.locale).deltaAbout)] : []),
        ...(batch.state === 'making' || batch.state === 'dropped' ? [] : figureBlocks(at, view.locale)),
        ...storyOf(at, view).map(note),
        ...buttons(batchButtons(at, view)),
        ...(figures.ownHidden ? [note(words.ownHidden)] : []),
      ],
    };
  };

function figureBlocks({ cycle, batch, figures }: BatchView, locale: Locale): Block[] {
  const words = office(locale);
  const delta = batch.kind === 'delta';
  const pool = againstPool(figures.points, cycle.schemes.standard.rewards.pool);
  const use = delta ? undefined : pool;
  return [
    {
      type: 'table',
      columns: [{ label: line(locale).colGrade }, { label: words.colPeople, align: 'right' }],
      rows: figures.grades.map(({ grade, n }) => [grade ?? line(locale).noGrade, String(n)]),
    },
    {
      type: 'facts',
      items: [
        delta
          ? { label: words.difference, value: signed(figures.change) }
          : { label: words.total, value: hundredths(figures.points) },
        ...(use
          ? [{ label: words.pool, value: `${hundredths(use.pool)} · ${words.poolUse(use.percent)}` }]
          : []),
        { label: words.exceptions, value: String(figures.excepted) },
      ],
    },
    ...(use && use.left < 0 ? [text(words.overPool(hundredths(-use.left)))] : []),
    ...(pool || delta ? [] : [note(words.noPool)]),
  ];
}

/** What happened so far, and what comes next. */
function storyOf(at: BatchView, { locale }: View): Md[] {
  const words = office(locale);
  const { batch, second } = at;
  const { submitted, returned } = batch;
  switch (batch.state) {
    case 'making':
      return [words.making];
    case 'draft':
      return [words.draftNext];
    case 'returned':
      return [...(returned ? [words.returnedBy(returned.by, returned.reason)] : []), words.draftNext];
    case 'submitted':
      return [
        ...(submitted ? [words.submittedBy(submitted.by, submitted.at)] : []),
        second ? words.secondNext : words.submittedNext,
      ];
    case 'approved':
    case 'exported':
      return [...approvedStory(batch, locale), ...ownStory(at, locale)];
    case 'dropped':
      return [words.dropped];
  }
}

function approvedStory({ approved, settledAt, exported, held }: Batch, l: Locale): Md[] {
  const words = office(l);
  if (!approved) return [];
  return [
    words.approvedBy(approved.by, approved.at),
    ...(settledAt ? [] : [words.holdsAt(approved.until)]),
    ...(settledAt && !exported ? [words.holdsNow] : []),
    ...(held ? [words.heldBack(held)] : []),
    ...(exported ? [words.exportedBy(exported.by, exported.at, exported.rows)] : []),
  ];
}

function ownStory({ batch, own }: BatchView, l: Locale): Md[] {
  const words = office(l);
  if (batch.own) return [words.ownApprovedBy(batch.own.by)];
  if (!own || !batch.approved) return [];
  return [words.ownWaits(batch.approved.by), words.ownRow(outcomeWords(holds(own.entry), l))];
}

function batchButtons(at: BatchView, view: View): (Button | false | undefined)[] {
  const { batch, figures, hr } = at;
  const words = office(view.locale);
  const id = { batch: batch._id };
  const seen = { ...id, seen: batch.version };
  const isDraft = batch.state === 'draft' || batch.state === 'returned';
  const there = at.reads && batch.state !== 'making' && batch.state !== 'dropped';
  const file = there && !batch.settledAt;
  return [
    ...decisionButtons(at, view),
    hr && isDraft && { label: words.submit, token: submitBatch.token(seen), style: 'primary' },
    there && { label: words.rows, token: openRows.token({ ...id, only: 'all', page: 0 }) },
    there &&
      figures.excepted > 0 && {
        label: words.exceptionRows,
        token: openRows.token({ ...id, only: 'excepted', page: 0 }),
      },
    file && { label: words.file, token: draftFile.token(id) },
    ...(hr && batch.settledAt ? exportButtons(batch, view) : []),
    hr &&
      isDraft &&
      batch.kind === 'base' && {
        label: words.drop,
        token: dropBatch.token(seen),
        style: 'danger',
        confirm: words.dropSure,
      },
  ];
}

function exportButtons(batch: Batch, { locale }: View): Button[] {
  const words = office(locale);
  return [
    { label: words.exportXlsx, token: exportBatch.token({ batch: batch._id, as: 'xlsx' }), style: 'primary' },
    { label: words.exportCsv, token: exportBatch.token({ batch: batch._id, as: 'csv' }) },
  ];
}

function decisionButtons(at: BatchView, { locale, now }: View): (Button | false)[] {
  const { batch, second, own, reader } = at;
  const words = office(locale);
  const id = { batch: batch._id };
  const mine = [batch.own, batch.settledAt ? undefined : batch.approved].find((a) => a?.by === reader);
  return [
    second &&
      batch.state === 'submitted' && {
        label: words.approve,
        token: approveBatch.token({ ...id, seen: batch.version }),
        style: 'primary',
        confirm: words.approveSure,
      },
    second &&
      batch.state === 'submitted' && {
        label: words.back,
        token: returnBatch.token({ ...id, seen: batch.version }),
      },
    own !== undefined && { label: words.approveOwn, token: approveOwn.token(id), style: 'primary' },
    mine !== undefined &&
      now <= mine.until && { label: words.undo, token: undoApproval.token({ ...id, at: mine.at.getTime() }) },
  ];
}
