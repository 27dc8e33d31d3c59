import { describe, expect, test } from 'vitest';
import { readPastedTable } from './paste.ts';

const table = {
  rows: [
    ['home', 'beds', 'note'],
    ['Ash', '1,200', ''],
    ['Elm', '7', 'two, shared'],
  ],
};

describe('a table is read from', () => {
  test('a file with commas and quotes, a byte order mark and another system’s line ends', () => {
    expect(
      readPastedTable('\uFEFFhome,beds,note\r\nAsh,"1,200",\r\nElm,7,"two, shared"\r\n'),
    ).toEqual(table);
  });

  test('a spreadsheet', () => {
    expect(readPastedTable('home\tbeds\tnote\nAsh\t1,200\t\nElm\t7\ttwo, shared')).toEqual(table);
  });

  test('markdown', () => {
    expect(
      readPastedTable(
        '| home | beds | note |\n|---|---:|---|\n| Ash | 1,200 | |\n| Elm | 7 | two, shared |',
      ),
    ).toEqual(table);
  });

  test('columns set apart by spaces', () => {
    expect(readPastedTable('home   beds   note\nAsh    1,200\nElm    7      two, shared')).toEqual(
      table,
    );
  });

  test('what stands below a title and blank lines', () => {
    expect(
      readPastedTable('Table 3: our homes\n\nhome,beds,note\nAsh,"1,200",\nElm,7,"two, shared"'),
    ).toEqual(table);
  });
});

test.each(['', 'one line of words', 'a,b,c', '12\n13\n14'])('“%s” is no table', (text) => {
  expect(readPastedTable(text)).toEqual({
    problem:
      'Enter a table: a header and at least one row, with columns set apart by tabs, commas or two spaces.',
  });
});
