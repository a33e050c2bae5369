/** One's own archive as a file: a page to read, a table to reckon with. Pure. */
import { dayIn } from '../core/calendar.ts';
import type { View } from '../core/context.ts';
import { csv } from '../core/csv.ts';
import type { NamedFile } from '../core/platform.ts';
import { announce } from '../cycles/messages-announce.ts';
import { summaryBlocks } from './cards.ts';
import { escaped } from './escaped.ts';
import { page, table, written } from './html.ts';
import { card } from './messages-card.ts';
import { paper } from './messages-record.ts';
import type { Result } from './model.ts';
import { safeName } from './record.ts';
import { inShort, linesOf, showsNumbers } from './shape.ts';

export function historyFile(all: readonly Result[], as: 'html' | 'csv', view: View): NamedFile {
  const name = all[0]?.name ?? '';
  const file = `${paper(view.locale).archiveFile}-${safeName(name)}`;
  if (as === 'csv') return { name: `${file}.csv`, type: 'text/csv', bytes: csv(rowsOf(all, view)) };
  return { name: `${file}.html`, type: 'text/html', bytes: archivePage(all, name, view) };
}

/** A row a version; the dimensions of every scheme that occurs, in their order. */
function rowsOf(all: readonly Result[], { locale, zone }: View): string[][] {
  const words = paper(locale);
  const dimensions = [...new Set(all.flatMap((r) => linesOf(r).map((d) => d.name)))];
  const head = [words.cycle, words.version, words.issued, words.source, words.grade, words.score];
  return [
    [...head, ...dimensions.map((d) => announce(locale).dimension(d)), words.code],
    ...all.map((r) => [
      r.cycleName,
      String(r.version),
      dayIn(zone, r.at),
      words[`from_${r.source}`],
      r.grade ?? '',
      showsNumbers(r) ? (r.final ?? '') : '',
      ...dimensions.map((d) => scoreIn(r, d)),
      r.code,
    ]),
  ];
}

function scoreIn(result: Result, dimension: string): string {
  const line = linesOf(result).find((d) => d.name === dimension);
  return line?.state === 'scored' && showsNumbers(result) ? line.shown : '';
}

function archivePage(all: readonly Result[], name: string, view: View): Buffer {
  const words = paper(view.locale);
  // Names of others stand in no archive: they are called by what they are.
  const others = () => card(view.locale).manager;
  const parts = all.map((r) => {
    const head = `${r.cycleName} · ${inShort(r, view.locale)} · ${words.version} ${r.version}`;
    return [
      `<h2>${escaped(head)}</h2>`,
      table({
        columns: [],
        rows: [
          [words.issued, dayIn(view.zone, r.at)],
          [words.source, words[`from_${r.source}`]],
          [words.code, r.code],
        ],
      }),
      ...summaryBlocks(r, view).map((b) => written(b, others, view)),
    ].join('\n');
  });
  return page(words.archive(name), view.locale, parts.join('\n'));
}
