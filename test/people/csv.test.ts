import { csv } from '../../src/core/csv.ts';
import { Refusal } from '../../src/core/errors.ts';
import { columnNamed, columns, headerOf } from '../../src/people/columns.ts';
import { mostBytes, readSheet } from '../../src/people/csv.ts';

const sheet = (text: string | Buffer, name = 'people.csv') => readSheet(Buffer.from(text), name);
const refusal = (text: string | Buffer, name?: string): string => {
  try {
    sheet(text, name);
  } catch (e) {
    if (e instanceof Refusal) return e.sentence('en');
    throw e;
  }
  return 'taken';
};

test('commas, semicolons and tabs; with and without a byte order mark', () => {
  for (const sign of [',', ';', '\t'])
    for (const mark of ['', '\uFEFF']) {
      const read = sheet(`${mark}E-mail${sign}Name\r\na@b.de${sign}Ann\r\n`);
      expect(read).toMatchObject({ encoding: 'utf-8', columns: ['email', 'name'], ignored: [] });
      expect(read.rows).toEqual([{ line: 2, cells: { email: 'a@b.de', name: 'Ann' } }]);
    }
});

test('Chinese headers, GB18030 and UTF-16', () => {
  // 邮箱,姓名 / w@b.cn,王磊
  const gb = Buffer.concat([
    Buffer.from([0xd3, 0xca, 0xcf, 0xe4]),
    Buffer.from(','),
    Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]),
    Buffer.from('\r\nw@b.cn,'),
    Buffer.from([0xcd, 0xf5, 0xc0, 0xda]),
  ]);
  expect(sheet(gb)).toMatchObject({
    encoding: 'gb18030',
    rows: [{ cells: { email: 'w@b.cn', name: '王磊' } }],
  });
  const wide = Buffer.from('\uFEFF邮箱\t姓名\nw@b.cn\t王磊\n', 'utf16le');
  expect(sheet(wide)).toMatchObject({ encoding: 'utf-16', rows: [{ cells: { name: '王磊' } }] });
});

test('lines are those of the file: empty ones and cells of several lines count', () => {
  const read = sheet('email,title\n\na@b.de,"one\ntwo"\n,,\nb@b.de,x\n');
  expect(read.rows.map((r) => [r.line, r.cells.email])).toEqual([
    [3, 'a@b.de'],
    [6, 'b@b.de'],
  ]);
});

test('short lines, unknown headers, quotes and formulas are taken as text', () => {
  const read = sheet('Mail;Shoe size;Full name\na@b.de\nb@b.de;42;"=HYPERLINK(""x"")"\nc@b.de;43;\'=1+1\n');
  expect(read.ignored).toEqual(['Shoe size']);
  expect(read.rows.map((r) => r.cells.name)).toEqual(['', '=HYPERLINK("x")', '=1+1']);
});

test.each([
  ['', 'empty'],
  ['\n\n', 'empty'],
  ['email,name\n', 'no people'],
  ['name\nAnn\n', 'no column “E-mail”'],
  ['email,E-Mail\na@b.de,b@b.de\n', 'Two columns mean the same'],
  ['email,name\na@b.de,"Ann\nb@b.de,Bo\n', 'quotation marks'],
  ['email,name\na@b.de,"A"nn\n', 'near line 2'],
])('%j is refused: %s', (text, why) => {
  expect(refusal(text)).toContain(why);
});

test('other kinds of files are refused by what they are', () => {
  const zip = Buffer.from([0x50, 0x4b, 3, 4, 0, 0]);
  expect(refusal(zip, 'people.xlsx')).toContain('Excel workbook');
  expect(refusal(zip, 'people.csv')).toContain('only read CSV');
  expect(refusal('%PDF-1.7', 'people.pdf')).toContain('only read CSV');
  expect(refusal(Buffer.from([0x65, 0, 0x66, 0]))).toContain('only read CSV');
  expect(refusal(Buffer.alloc(mostBytes + 1, 'a'))).toContain('10 MB');
});

test('every header of the template is known again, in both languages', () => {
  for (const l of ['en', 'zh'] as const)
    for (const column of columns) expect(columnNamed(headerOf(column, l))).toBe(column);
});

test('our own files come back as they were', () => {
  const rows = [
    ['E-mail', 'Name', 'Title'],
    ['a@b.de', '=cmd()', 'says "hi", often\nand loud'],
  ];
  const read = sheet(csv(rows));
  expect(read.rows[0]?.cells).toEqual({
    email: 'a@b.de',
    name: '=cmd()',
    title: 'says "hi", often\nand loud',
  });
  expect(csv(rows).toString()).toContain("'=cmd()");
});
