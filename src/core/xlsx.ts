/**
 * Workbooks of one sheet, with typed cells: a number is a number, a text is a text and never a formula (what would start
 * one is guarded as in csv.ts, for whoever saves it on as CSV). Written here because the libraries at hand stamp the
 * machine's time into the archive: the same rows must be the same bytes, also when an event runs again.
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { type Cell, safeText } from './csv.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const xlsxType = `${type}.sheet`;

/** What XML 1.0 cannot hold: control characters and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get into the file
const unheard = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const marks: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const written = (text: string): string =>
  text
    .replace(unheard, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[&<>"\r]/g, (c) => marks[c] ?? c);

/** A … Z, AA … */
function column(n: number): string {
  const letter = String.fromCharCode(65 + (n % 26));
  return n < 26 ? letter : column(Math.floor(n / 26) - 1) + letter;
}

const styles = { plain: 0, bold: 1, day: 2 } as const;
const dayMs = 86_400_000;
/** Days since 30 December 1899. */
const serial = (at: Date): number => at.getTime() / dayMs + 25_569;

function drawn(cell: Cell, at: string, style: number): string {
  if (cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (cell instanceof Date) return `<c r="${at}" s="${styles.day}"><v>${serial(cell)}</v></c>`;
  const text = written(safeText(cell));
  return `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function sheet(rows: readonly (readonly Cell[])[]): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const lines = rows.map((row, i) => {
    const cells = row.map((cell, n) =>
      drawn(cell, `${column(n)}${i + 1}`, i === 0 ? styles.bold : styles.plain),
    );
    return `<row r="${i + 1}">${cells.join('')}</row>`;
  });
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols><col min="1" max="${width}" width="18" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const fonts =
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>';
const looks =
  '<cellXfs count="3"><xf xfId="0" fontId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" fontId="0" numFmtId="22" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** The first row holds the headings. */
export function xlsx(name: string, rows: readonly (readonly Cell[])[]): Buffer {
  const title = written(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)) || 'Sheet1';
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}">${fonts}<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>${looks}</styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet(rows),
  });
}

/** 1 January 1980, the earliest that the format knows. */
const day = 0x0021;

interface Part {
  name: Buffer;
  size: number;
  body: Buffer;
  sum: number;
}

function fields({ name, size, body, sum }: Part): Buffer {
  const out = Buffer.alloc(26);
  out.writeUInt16LE(20, 0);
  out.writeUInt16LE(0x0800, 2);
  out.writeUInt16LE(8, 4);
  out.writeUInt16LE(day, 8);
  out.writeUInt32LE(sum, 10);
  out.writeUInt32LE(body.length, 14);
  out.writeUInt32LE(size, 18);
  out.writeUInt16LE(name.length, 22);
  return out;
}

const signature = (n: number): Buffer => Buffer.from([0x50, 0x4b, n, n + 1]);

function zip(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const part = {
      name: Buffer.from(path),
      size: bytes.length,
      body: deflateRawSync(bytes),
      sum: crc32(bytes),
    };
    const entry = Buffer.concat([signature(3), fields(part), part.name, part.body]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(Buffer.concat([signature(1), Buffer.from([20, 0]), fields(part), rest, part.name]));
    local.push(entry);
    at += entry.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, list, signature(5), end]);
}
