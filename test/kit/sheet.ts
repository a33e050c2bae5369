/** Reads a workbook back: by the zip format's own directory, checking sizes and sums on the way. */
import { crc32, inflateRawSync } from 'node:zlib';

export function unzipped(bytes: Buffer): Record<string, string> {
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== 0x06054b50) throw new Error('no end of the directory');
  const files: Record<string, string> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry in the directory');
    const named = bytes.readUInt16LE(at + 28);
    const name = bytes.subarray(at + 46, at + 46 + named).toString();
    files[name] = opened(bytes, bytes.readUInt32LE(at + 42), name);
    at += 46 + named;
  }
  return files;
}

function opened(bytes: Buffer, at: number, name: string): string {
  if (bytes.readUInt32LE(at) !== 0x04034b50) throw new Error(`no file at ${at}`);
  const from = at + 30 + bytes.readUInt16LE(at + 26);
  const body = inflateRawSync(bytes.subarray(from, from + bytes.readUInt32LE(at + 18)));
  if (body.length !== bytes.readUInt32LE(at + 22) || crc32(body) !== bytes.readUInt32LE(at + 14))
    throw new Error(`${name} is damaged`);
  return body.toString();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' };

/** The cells of the only sheet; numbers as numbers, holes as undefined. */
export function sheetOf(bytes: Buffer): (string | number | undefined)[][] {
  const xml = unzipped(bytes)['xl/worksheets/sheet1.xml'] ?? '';
  return [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: (string | number | undefined)[] = [];
    for (const [, letters = '', body = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs))
      cells[placeOf(letters)] = cellOf(body);
    return Array.from(cells);
  });
}

const placeOf = (letters: string): number =>
  [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;

function cellOf(body: string): string | number {
  const text = /<t[^>]*>(.*)<\/t>/s.exec(body)?.[1];
  if (text === undefined) return Number(/<v>(.*)<\/v>/.exec(body)?.[1]);
  return text.replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? '?');
}
