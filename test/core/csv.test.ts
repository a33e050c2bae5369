import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csv, fromCell } from '../../src/core/csv.ts';

const read = (bytes: Buffer) => parse(bytes, { bom: true, relax_quotes: false }) as string[][];

test('a file begins with the mark by which Excel reads Chinese, and its lines end with CRLF', () => {
  expect(
    csv([
      ['姓名', 'n'],
      ['李雷', 3],
    ]).toString(),
  ).toBe('\uFEFF"姓名","n"\r\n"李雷",3\r\n');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF20x',
  ' =1',
  '\u200b=1',
  '\u00a0@x',
])('a text that begins with %j is not run as a formula', (text) =>
  expect(read(csv([[text, 'x']]))[0]?.[0]).toBe(`'${text}`),
);

test('whatever the text, it comes back as it was', () => {
  fc.assert(
    fc.property(fc.string(), (text) => expect(fromCell(read(csv([[text, 'x']]))[0]?.[0] ?? '')).toBe(text)),
  );
  expect(fromCell("'tis")).toBe("'tis");
});

test.each(['1+1', '2027-01-04', 'a=b', '7', 'Ann', '\u674e'])('%j stays as it is', (text) =>
  expect(read(csv([[text]]))[0]?.[0]).toBe(text),
);

test('numbers stay numbers, below zero too; what is no number is empty', () => {
  expect(csv([[-5, 3.25, Number.NaN, undefined]]).toString()).toBe('\uFEFF-5,3.25,,\r\n');
});

test('moments are written as ISO', () => {
  expect(csv([[new Date('2027-01-04T01:00:00Z')]]).toString()).toContain('"2027-01-04T01:00:00.000Z"');
});

test('whatever people write comes back as they wrote it, perhaps with the apostrophe', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const back = read(csv(rows));
      expect(back.map((row) => row.map((text, i) => (i < 2 ? text : undefined)))).toHaveLength(rows.length);
      for (const [r, row] of rows.entries())
        for (const [c, text] of row.entries()) expect([text, `'${text}`]).toContain(back[r]?.[c]);
    }),
  );
});
