/**
 * The files: a draft for HR's review, and what payroll gets after the approval. Numbers are numbers, texts are made safe
 * (core/csv.ts, core/xlsx.ts). The same columns in both formats; a batch of differences has what was before beside.
 */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { type Cell, csv } from '../core/csv.ts';
import { readExact, roundHalfUp } from '../core/fraction.ts';
import type { Locale } from '../core/i18n.ts';
import { job } from '../core/job.ts';
import { xlsx, xlsxType } from '../core/xlsx.ts';
import { type Cycle, cycles, participants } from '../cycles/model.ts';
import { note, text } from '../goals/blocks.ts';
import { type Person, peopleById } from '../people/model.ts';
import { batchExported } from './facts.ts';
import { hiddenFrom } from './figures.ts';
import { say } from './messages.ts';
import { file } from './messages-file.ts';
import { dimensionWords, office } from './messages-office.ts';
import { type Batch, batches, type Entry, entries, preferencesOf, type Recognition } from './model.ts';
import { holds, hundredths } from './reward.ts';
import { refreshBatch } from './shows.ts';

export interface Line {
  entry: Entry;
  person: Person | undefined;
  likes: Recognition | undefined;
  frozen: boolean;
}

interface Column {
  label: keyof ReturnType<typeof file>;
  /** Only of differences, only in the draft, or only in what payroll gets. */
  only?: 'delta' | 'draft' | 'final';
  /** Left empty while an appeal is open. */
  figure?: true;
  cell(line: Line, l: Locale): Cell;
}

const number = (written: string | null | undefined): Cell =>
  written === null || written === undefined ? undefined : Number(written);
const monthsCell = (exact: string): Cell => Number(roundHalfUp(readExact(exact), 4));
const yes = (is: boolean, l: Locale): Cell => (is ? file(l).yes : file(l).no);

const columns: readonly Column[] = [
  { label: 'email', cell: ({ person }) => person?.email },
  { label: 'name', cell: ({ person, entry }) => person?.name ?? entry.person },
  { label: 'unit', cell: ({ entry }) => entry.unit },
  { label: 'gradeBefore', only: 'delta', cell: ({ entry }) => entry.before?.outcome.grade ?? undefined },
  { label: 'grade', cell: ({ entry }) => entry.grade ?? undefined },
  { label: 'version', cell: ({ entry }) => entry.version },
  { label: 'months', cell: ({ entry }) => monthsCell(entry.months.eligible) },
  { label: 'of', cell: ({ entry }) => monthsCell(entry.months.of) },
  { label: 'byRules', figure: true, cell: ({ entry }) => number(entry.rule.coefficient) },
  {
    label: 'coefficientBefore',
    only: 'delta',
    figure: true,
    cell: ({ entry }) => number(entry.before?.outcome.coefficient),
  },
  { label: 'coefficient', figure: true, cell: ({ entry }) => number(holds(entry).coefficient) },
  { label: 'difference', only: 'delta', figure: true, cell: ({ entry }) => number(hundredths(entry.change)) },
  { label: 'raiseFrom', figure: true, cell: ({ entry }) => number(holds(entry).raise?.from) },
  { label: 'raiseTo', figure: true, cell: ({ entry }) => number(holds(entry).raise?.to) },
  {
    label: 'promotionBefore',
    only: 'delta',
    figure: true,
    cell: ({ entry }, l) => yes(entry.before?.outcome.promotion ?? false, l),
  },
  { label: 'promotion', figure: true, cell: ({ entry }, l) => yes(holds(entry).promotion, l) },
  { label: 'certificate', figure: true, cell: ({ entry }, l) => yes(holds(entry).certificate, l) },
  { label: 'incentive', figure: true, cell: ({ entry }, l) => yes(holds(entry).incentive, l) },
  { label: 'training', cell: ({ entry }, l) => dimensionWords(l, holds(entry).training) },
  { label: 'plan', cell: ({ entry }, l) => yes(holds(entry).plan !== undefined, l) },
  { label: 'likes', cell: ({ likes }, l) => likes && say(l).like(likes) },
  { label: 'excepted', cell: ({ entry }, l) => yes(entry.exception !== undefined, l) },
  { label: 'reason', only: 'draft', cell: ({ entry }) => entry.exception?.reason },
  { label: 'status', cell: (line, l) => statusOf(line, l) },
  { label: 'first', only: 'final', cell: ({ entry }) => entry.exportedAt },
];

function statusOf({ entry, frozen }: Line, l: Locale): string {
  if (entry.state !== 'approved') return file(l).draft;
  if (frozen) return file(l).frozen;
  return file(l).approved;
}

/** Headings and rows. */
export function tableOf(
  lines: readonly Line[],
  of: { kind: Batch['kind']; final: boolean },
  l: Locale,
): Cell[][] {
  const is = { delta: of.kind === 'delta', draft: !of.final, final: of.final };
  const wanted = columns.filter(({ only }) => !only || is[only]);
  const row = (line: Line): Cell[] =>
    wanted.map(({ figure, cell }) => (figure && line.frozen && of.final ? undefined : cell(line, l)));
  return [wanted.map(({ label }) => file(l)[label] as string), ...lines.map(row)];
}

/** Everybody's but the reader's own while they may not see it; in the final file what is approved. */
async function linesOf(batch: Batch, reader: string, final: boolean): Promise<Line[]> {
  const hidden = await hiddenFrom(batch._id, reader);
  const filter = {
    batch: batch._id,
    ...(hidden && { person: { $ne: reader } }),
    ...(final && { state: 'approved' }),
  };
  const found = await entries.find(filter, { sort: { batch: 1, person: 1 } });
  const persons = found.map((e) => e.person);
  const known = await peopleById(persons);
  const likes = await preferencesOf(persons);
  const appealing = await participants.find({ cycle: batch.cycle, state: 'appealing' });
  const frozen = new Set(appealing.map((p) => p.person));
  return found.map((entry) => ({
    entry,
    person: known.get(entry.person),
    likes: likes.get(entry.person),
    frozen: frozen.has(entry.person),
  }));
}

const fileName = (cycle: Cycle, batch: Batch, as: string): string =>
  `outcomes-${cycle.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-${batch.number}${batch.kind === 'delta' ? '-differences' : ''}.${as}`;

export const writeFile = job(
  'outcomes.file',
  {
    batch: z.string(),
    to: z.string(),
    locale: z.enum(['en', 'zh']),
    as: z.enum(['csv', 'xlsx']),
    final: z.boolean(),
    file: z.string(),
  },
  async (ctx, { batch: id, to, locale, as, final, file: key }) => {
    const batch = await batches.must(id);
    const cycle = await cycles.must(batch.cycle);
    const lines = await linesOf(batch, to, final);
    const table = tableOf(lines, { kind: batch.kind, final }, locale);
    const bytes = as === 'csv' ? csv(table) : xlsx(file(locale).sheet, table);
    const type = as === 'csv' ? 'text/csv' : xlsxType;
    ctx.attach(`outcomes.file:${key}`, { person: to }, { name: fileName(cycle, batch, as), type, bytes });
    tellFile(ctx, { cycle, batch, lines, final }, to, key);
    ctx.record(batchExported, { about: cycle._id, ref: id, data: { people: lines.length, final } });
    if (final) await marked(ctx, batch, lines);
  },
);

function tellFile(
  ctx: Ctx,
  at: { cycle: Cycle; batch: Batch; lines: readonly Line[]; final: boolean },
  to: string,
  key: string,
): void {
  const { cycle, batch, lines, final } = at;
  const frozen = lines.filter((line) => line.frozen).length;
  ctx.tell(`outcomes.fileTold:${key}`, { person: to }, ({ locale }) => {
    const words = file(locale);
    const name = office(locale).batchTitle(
      cycle.name,
      office(locale).batchName(batch.number, batch.kind === 'delta'),
    );
    return {
      title: final ? words.finalTitle(name) : words.draftTitle(name),
      blocks: [
        text(final ? words.finalAbout(lines.length) : words.draftAbout(lines.length)),
        ...(final && frozen > 0 ? [note(words.finalFrozen(frozen))] : []),
        ...(batch.kind === 'delta' ? [note(words.deltaAbout)] : []),
      ],
    };
  });
}

/** Which rows payroll has now: the next file says what is new. */
async function marked(ctx: Ctx, batch: Batch, lines: readonly Line[]): Promise<void> {
  const fresh = lines
    .filter(({ entry, frozen }) => !frozen && !entry.exportedAt)
    .map(({ entry }) => entry._id);
  await entries.change({ _id: { $in: fresh } }, { $set: { exportedAt: ctx.now }, $inc: { rev: 1 } });
  await refreshBatch(ctx, batch);
}
