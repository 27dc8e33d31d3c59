import { expect, test } from 'vitest';
import { tableFile } from './table-file.ts';

test('cells with commas, quotes and lines are quoted, so that each stays one cell', () => {
  expect(
    tableFile([
      ['Provider', 'Places'],
      ['Alder, Ash & “Co”', '1,310'],
      ['The "Lodge"', '3'],
    ]),
  ).toBe('Provider,Places\r\n"Alder, Ash & “Co”","1,310"\r\n"The ""Lodge""",3\r\n');
});

test('a text that begins like a formula is none in a spreadsheet, and a number below zero is one', () => {
  expect(tableFile([['=cmd()', '-251', '@SUM(A1)', '-1.5%', '-2+3']])).toBe(
    "'=cmd(),-251,'@SUM(A1),-1.5%,'-2+3\r\n",
  );
});
