/** CSV as spreadsheets open it: UTF-8 with a byte order mark, and nothing in it that they would run. */
const mark = '\uFEFF';

const cell = (text: string) => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

export const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(mark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join(''));
