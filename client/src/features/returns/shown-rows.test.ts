import { expect, test } from 'vitest';
import { shownRows } from './shown-rows.ts';

const aFigure = (key: string, table: string, rows: number[]) => ({
  indicator: { id: key, key, title: key, unit: 'requests' },
  now: { symbol: null, text: '12' },
  ...{ before: null, change: null, numerator: null, denominator: null, formula: null },
  ...{ table, rows },
});
const aTable = (name: string) => ({ name, title: name, columns: ['requests'], count: 400 });
const record = {
  tables: [aTable('by-type'), aTable('by-notice')],
  figures: [aFigure('requests-late', 'by-notice', [7, 9])],
};
const at = (address: string) => shownRows(record, new URLSearchParams(address));

test('a figure leads to the table and the rows that it was made from', () => {
  expect(at('figure=requests-late')).toEqual({
    table: 'by-notice',
    row: 7,
    marked: [7, 9],
    figure: record.figures[0],
  });
});

test('a table and a row that the address names are shown', () => {
  expect(at('table=by-type&row=14')).toEqual({
    table: 'by-type',
    row: 14,
    marked: [14],
    figure: null,
  });
});

test('the first table is shown where the address names none that there is', () => {
  expect(at('table=nothing&row=no')).toEqual({
    table: 'by-type',
    row: null,
    marked: [],
    figure: null,
  });
});

test('nothing is shown where the reader sees no rows', () => {
  expect(shownRows({ ...record, tables: [] }, new URLSearchParams())).toBeNull();
});
