/** Workbooks as spreadsheets read them: whole, typed, without formulas, the same bytes for the same rows. */
import { xlsx } from '../../src/core/xlsx.ts';
import { sheetOf, unzipped } from '../kit/sheet.ts';

test('the archive is whole: every entry has its size and checksum, its place stands in the directory', () => {
  const files = unzipped(xlsx('A', [['x']]));
  expect(Object.keys(files)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
  ]);
});

test('numbers stay numbers, texts texts, days days; what would be a formula is guarded', () => {
  const at = new Date('2027-06-07T12:00:00Z');
  const bytes = xlsx('A', [
    ['姓名', 'n', 'at', 'none'],
    ['=1+1', 1.2, at, undefined],
    ['a<b>&"c" \'', -3, Number.NaN, '\tx'],
  ]);
  expect(sheetOf(bytes)).toEqual([
    ['姓名', 'n', 'at', 'none'],
    ["'=1+1", 1.2, 46545.5],
    ['a<b>&"c" \'', -3, undefined, "'\tx"],
  ]);
  expect(unzipped(bytes)['xl/worksheets/sheet1.xml']).not.toContain('<f>');
});

test('what XML cannot hold does not break the file', () => {
  const bytes = xlsx('a[b]*/:?'.repeat(9), [['\u0000\u0008x\uD800y', '🧗🏽‍♀️']]);
  expect(sheetOf(bytes)).toEqual([['x\uFFFDy', '🧗🏽‍♀️']]);
  expect(/sheet name="([^"]*)"/.exec(unzipped(bytes)['xl/workbook.xml'] ?? '')?.[1]).toMatch(/^[ab ]{1,31}$/);
});

test('many columns have their letters', () => {
  const row = Array.from({ length: 30 }, (_, i) => i);
  expect(sheetOf(xlsx('A', [row]))).toEqual([row]);
  expect(unzipped(xlsx('A', [row]))['xl/worksheets/sheet1.xml']).toContain('r="AD1"');
});

test('the same rows are the same bytes', () => {
  expect(xlsx('A', [['x', 1]])).toEqual(xlsx('A', [['x', 1]]));
});
