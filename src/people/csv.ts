/**
 * From the bytes of a file to rows of text. Spreadsheets write many kinds of "CSV": UTF-8 with and without a byte order
 * mark, UTF-16 ("Unicode text"), GB18030 (Excel in Chinese), with commas, semicolons or tabs. What cannot be read is refused
 * with a sentence; what a cell means is not decided here.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { fromCell } from '../core/csv.ts';
import { Refusal } from '../core/errors.ts';
import { type Column, columnNamed } from './columns.ts';
import { sayImport } from './messages-import.ts';

export const mostBytes = 10_000_000;
const mostLines = 200_000;

export interface Row {
  /** In the file, the header being 1. */
  line: number;
  /** Trimmed and unescaped; a formula is just text. A cell of a column that the line is too short for is empty. */
  cells: Partial<Record<Column, string>>;
}

export interface Sheet {
  encoding: 'utf-8' | 'utf-16' | 'gb18030';
  columns: Column[];
  /** Headers that mean nothing to us. */
  ignored: string[];
  rows: Row[];
}

/** @throws Refusal for what is no CSV file with a column of e-mail addresses. */
export function readSheet(bytes: Buffer, fileName: string): Sheet {
  if (bytes.length > mostBytes) throw new Refusal((l) => sayImport(l).tooBig);
  refuseOtherKinds(bytes, fileName);
  const { text, encoding } = decoded(bytes);
  const [header, ...records] = parsed(text);
  if (!header) throw new Refusal((l) => sayImport(l).empty);
  const { at, ignored } = headerOf(header.cells);
  if (records.length === 0) throw new Refusal((l) => sayImport(l).onlyHeader);
  if (records.length > mostLines) throw new Refusal((l) => sayImport(l).tooBig);
  return {
    encoding,
    columns: [...at.keys()],
    ignored,
    rows: records.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries([...at].map(([column, i]) => [column, fromCell(cells[i] ?? '')])),
    })),
  };
}

function refuseOtherKinds(bytes: Buffer, fileName: string): void {
  if (bytes.length === 0) throw new Refusal((l) => sayImport(l).empty);
  const zip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
  const oldExcel = bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
  if ((zip || oldExcel) && /\.xls[xmb]?$/i.test(fileName)) throw new Refusal((l) => sayImport(l).excel);
  if (zip || oldExcel || /\.(pdf|docx?|png|jpe?g|zip|json|xml|html?)$/i.test(fileName))
    throw new Refusal((l) => sayImport(l).wrongType);
}

function decoded(bytes: Buffer): { text: string; encoding: Sheet['encoding'] } {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    const text = new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes);
    return { text, encoding: 'utf-16' };
  }
  if (bytes.includes(0)) throw new Refusal((l) => sayImport(l).wrongType);
  const text = decodedAs('utf-8', bytes);
  if (text !== undefined) return { text, encoding: 'utf-8' };
  const chinese = decodedAs('gb18030', bytes);
  if (chinese === undefined) throw new Refusal((l) => sayImport(l).wrongType);
  return { text: chinese, encoding: 'gb18030' };
}

function decodedAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (e) {
    if ((e as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw e;
  }
}

interface Record_ {
  line: number;
  cells: string[];
}

function parsed(text: string): Record_[] {
  try {
    const found = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return found.map(({ info, record }) => ({ line: info.lines - breaks(record), cells: record }));
  } catch (e) {
    if (!(e instanceof CsvError)) throw e;
    const line = String(e.lines ?? '');
    throw new Refusal((l) => sayImport(l).quotes(line));
  }
}

/** The parser counts the line on which a record ends. */
const breaks = (record: string[]) =>
  record.reduce((n, cell) => n + (cell.match(/\r\n|\r|\n/g) ?? []).length, 0);

/** What separates most of the header's names. */
function delimiterOf(text: string): string {
  const first = (text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((sign) => ({ sign, n: first.split(sign).length }));
  return counted.reduce((best, other) => (other.n > best.n ? other : best)).sign;
}

function headerOf(cells: readonly string[]): { at: Map<Column, number>; ignored: string[] } {
  const at = new Map<Column, number>();
  const ignored: string[] = [];
  for (const [i, header] of cells.entries()) {
    const column = columnNamed(header);
    if (column && at.has(column)) throw new Refusal((l) => sayImport(l).twiceInHeader(header));
    if (column) at.set(column, i);
    else if (header !== '') ignored.push(header.slice(0, 60));
  }
  if (!at.has('email')) throw new Refusal((l) => sayImport(l).noEmailColumn);
  return { at, ignored };
}
