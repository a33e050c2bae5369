/** The audit as CSV files: a part a step, so that a long history neither waits nor bursts. */
import { z } from 'zod';
import { type Cell, csv } from '../core/csv.ts';
import { type FactRow, facts } from '../core/facts.ts';
import type { Locale } from '../core/i18n.ts';
import { job } from '../core/job.ts';
import { spans } from '../core/md.ts';
import type { Registry } from '../core/module.ts';
import { type Names, namesIn, sentence } from './facts.ts';

/** Entries in one file. */
const rowsAFile = 5000;

/** Documented in the README; their names stay, whatever the language. */
export const columns = [
  'seq',
  'at',
  'kind',
  'by',
  'by_name',
  'about',
  'about_name',
  'ref',
  'data',
  'sentence',
  'hash',
] as const;

export const exportAudit = job(
  'insights.exportAudit',
  { to: z.string(), file: z.string(), after: z.number(), part: z.number() },
  async (ctx, args) => {
    const { to, file, after, part } = args;
    const range = { sort: { seq: 1 }, limit: rowsAFile } as const;
    const rows = await facts.find({ sealed: true, seq: { $gt: after } }, range);
    if (rows.length === 0 && part > 1) return undefined;
    const names = await namesIn(rows);
    const { locale } = await ctx.view(to);
    const lines = rows.map((row) => cells(ctx.registry, row, names, locale));
    const name = `audit-${ctx.now.toISOString().slice(0, 10)}-${part}.csv`;
    const bytes = csv([columns, ...lines]);
    ctx.attach(`insights.audit:${file}:${part}`, { person: to }, { name, type: 'text/csv', bytes });
    const last = rows.at(-1)?.seq;
    return rows.length < rowsAFile || last === undefined
      ? undefined
      : { again: { ...args, after: last, part: part + 1 } };
  },
);

function cells(registry: Registry, row: FactRow, names: Names, l: Locale): Cell[] {
  return [
    row.seq,
    row.at,
    row.kind,
    row.by,
    names(row.by, l),
    row.about,
    names(row.about, l),
    row.ref,
    JSON.stringify(row.data),
    plain(sentence(registry, row, names, l), names, l),
    row.hash,
  ];
}

/** A sentence without its markup, people by name. */
const plain = (text: string, names: Names, l: Locale): string =>
  spans(text)
    .map((s) => ('person' in s ? names(s.person, l) : 'time' in s ? s.time.toISOString() : s.text))
    .join('');
