import { numberIn, order, turned } from '../../adapters/web/page/table-order.ts';

test.each([
  ['12', 12],
  ['3.5', 3.5],
  ['\u22121.0', -1],
  ['+0.1', 0.1],
  ['72.5 %', 72.5],
  ['1,204', 1204],
  ['', undefined],
  ['Bo', undefined],
  ['2 of 3', undefined],
])('%p reads as %p', (cell, value) => {
  expect(numberIn(cell)).toBe(value);
});

const rows = [
  ['Bo', '10 %'],
  ['Ann', '9 %'],
  ['', ''],
  ['Zo\u00eb', '\u22122 %'],
];
const names = (column: number, direction: 'up' | 'down' | 'given') =>
  order(rows, column, direction, 'en').map((i) => rows[i]?.[0]);

test('words go by the alphabet, numbers by size, empty cells last', () => {
  expect(names(0, 'up')).toEqual(['Ann', 'Bo', 'Zo\u00eb', '']);
  expect(names(0, 'down')).toEqual(['Zo\u00eb', 'Bo', 'Ann', '']);
  expect(names(1, 'up')).toEqual(['Zo\u00eb', 'Ann', 'Bo', '']);
  expect(names(1, 'down')).toEqual(['Bo', 'Ann', 'Zo\u00eb', '']);
});

test('a third press gives the order in which the rows came', () => {
  expect(turned(turned(turned('given')))).toBe('given');
  expect(names(1, 'given')).toEqual(['Bo', 'Ann', '', 'Zo\u00eb']);
});
